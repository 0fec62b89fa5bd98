"""The command line: `witness report`, `tables`, `classroom`, `check` and `passages`.

Exit status: 0 done; 1 the input is at fault, said in one plain sentence; 2 wrong usage.
"""

import argparse
import os
import re
import sys
from pathlib import Path

import witness
from witness.articles import Corpus
from witness.corpus import check, read
from witness.errors import WitnessError, plain


def main(arguments: list[str] | None = None) -> int:
    """Run one command and say how it ended, as an exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # on any locale, and for any file name
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except WitnessError as error:
        for line in str(error).splitlines():
            print(f"witness: {plain(line)}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("witness: stopped; nothing was replaced", file=sys.stderr)
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="witness", description="Compare what several articles say about one event. A corpus is a folder."
    )
    parser.add_argument("--version", action="version", version=f"witness {witness.__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    report = commands.add_parser("report", help="the report on a folder of articles, as a site and as one file")
    report.add_argument("--fresh", action="store_true", help="make it anew, even where nothing has changed")
    report.set_defaults(run=_report)
    tables = commands.add_parser("tables", help="every evidence table, and the evidence as annotations and citations")
    tables.add_argument("--format", choices=("csv", "json", "parquet"), default="csv")
    tables.add_argument(
        "--spreadsheet", action="store_true", help="also write a CSV edition in which no text can run as a formula"
    )
    tables.set_defaults(run=_tables)
    classroom = commands.add_parser("classroom", help="a teacher's kit on a folder of articles, ready for a stick")
    classroom.set_defaults(run=_classroom)
    for command in (report, tables, classroom):
        command.add_argument("-o", "--out", type=Path, required=True, metavar="OUT", help="the folder to write")
        command.add_argument(
            "--excerpts", action="store_true", help="the public edition: of each article a few excerpts, and gaps"
        )
        command.add_argument("--most-words", type=_words, default=60, help="the longest excerpt; 60 if not given")
        command.add_argument("--most-share", type=_share, default=0.25, help="of a body, in all; 0.25 if not given")
    checked = commands.add_parser("check", help="what is wrong with a folder, one line each, and the way out")
    checked.set_defaults(run=_check)
    for command in (report, tables, classroom, checked):
        command.add_argument("folder", type=Path, metavar="FOLDER", help="the folder that holds the articles")
    _add_passages(commands.add_parser("passages", help="shared passages in a large collection"))
    return parser


def _add_passages(command: argparse.ArgumentParser) -> None:
    command.set_defaults(run=_passages)
    command.add_argument("archive", metavar="IN", help="a file of parquet or jsonl, a folder of them, or of articles")
    command.add_argument("-o", "--out", required=True, metavar="OUT", help="the folder to write")
    for option, what in (("id", "id"), ("text", "text"), ("source", "source (without it none is read)")):
        default = "" if option == "source" else option
        command.add_argument(f"--{option}", default=default, metavar="FIELD", help=f"the field of an article's {what}")
    command.add_argument("--memory", type=_size, default="4GB", metavar="SIZE", help="memory to keep to, as 8GB")
    command.add_argument("--scratch", type=Path, metavar="FOLDER", help="a folder on a large disk; else beside OUT")
    command.add_argument("--engine", choices=("local", "spark"), default="local", help="where the work is done")
    command.add_argument("--master", default="local[*]", metavar="URL", help="the Spark that does it")


def _size(text: str) -> int:
    found = re.fullmatch(r"([0-9.]+)\s*([KMGT]?)B?", text, re.IGNORECASE)
    if not found or found[1].count(".") > 1 or not found[1].strip("."):
        raise argparse.ArgumentTypeError(f"{text!r} is no size; write it as 8GB or 500MB")
    return int(float(found[1]) * 1000 ** " KMGT".index(found[2].upper() or " "))


def _words(given: str) -> int:
    if not given.isdecimal() or int(given) < 6:
        raise argparse.ArgumentTypeError(f"{given!r} is not a number of words from 6 on; shorter runs are no excerpts")
    return int(given)


def _share(given: str) -> float:
    try:
        share = float(given)
    except ValueError:
        share = -1
    if not 0 <= share <= 1:
        raise argparse.ArgumentTypeError(f"{given!r} is not a share from 0 to 1, such as 0.25")
    return share


def _corpus(options: argparse.Namespace) -> Corpus:
    """The articles of the folder, in the edition that is asked for."""
    corpus = read(options.folder)
    if not options.excerpts:
        return corpus
    from witness.excerpts import edition

    return edition(corpus, options.most_words, options.most_share)


def _report(options: argparse.Namespace) -> int:
    from witness.report.build import build

    if not build(options.folder, options.out, _corpus(options), options.fresh):
        print("witness: nothing has changed since this was built; --fresh builds it anew", file=sys.stderr)
    print(f"{options.out / 'html' / 'index.html'}\n{options.out / 'witness.html'}")
    return 0


def _tables(options: argparse.Namespace) -> int:
    from witness import tables
    from witness.report import edition, exports
    from witness.report.outputs import replacing

    corpus = _corpus(options)
    shown = edition.rows(corpus)
    endings = [options.format, *(["spreadsheet.csv"] if options.spreadsheet else [])]
    owned = tuple(f"{name}.{ending}" for name in tables.TABLES for ending in (*tables.FORMATS, "spreadsheet.csv"))
    with replacing(options.out, (*owned, *exports.FILES), options.folder) as place:
        made = {name: shown(table(corpus)) for name, table in tables.TABLES.items()}
        for name, rows in made.items():
            for ending in endings:
                tables.write(rows, place / f"{name}.{ending}")
        written = exports.write(corpus, place, made)
    for name in tables.TABLES:
        for ending in endings:
            print(options.out / f"{name}.{ending}")
    for name in written:
        print(options.out / name)
    if options.spreadsheet:
        print("in the .spreadsheet.csv files a text that would run as a formula begins with an apostrophe")
    return 0


def _classroom(options: argparse.Namespace) -> int:
    from witness.report.classroom import build

    for name in build(options.folder, options.out):
        print(options.out / name)
    return 0


def _passages(options: argparse.Namespace) -> int:
    from witness import collection, spark
    from witness.archive import Archive
    from witness.report.outputs import replacing

    archive = Archive(options.archive, options.id, options.text, options.source)
    if options.engine == "spark" and "://" in options.out:  # the cluster's own storage
        print(spark.passages(archive, options.out, options.master))
    else:
        with replacing(Path(options.out), collection.FILES, Path(options.archive)) as place:
            if options.engine == "spark":
                found = spark.passages(archive, place.absolute().as_uri(), options.master)
            else:
                found = collection.passages(archive, place, options.memory, options.scratch or place.parent.parent)
        print(found)
    for name in collection.FILES:
        print(f"{options.out}/{name}")
    return 0


def _check(options: argparse.Namespace) -> int:
    faults = check(options.folder)
    for fault in faults:
        print(fault)
    if not faults:
        print(f"nothing is wrong: {read(options.folder).sentence}")
    return 1 if faults else 0
