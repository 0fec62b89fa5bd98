"""From notebooks to pages: a site, one file, and the command line that makes them."""
