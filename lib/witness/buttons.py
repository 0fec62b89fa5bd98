"""The words that stand alone on a page: on its buttons, in its menus, above its lists, in some European languages.

All are in small letters. None knows an outlet, a person or an event.
"""

import re

# What stands alone on a button, in a menu or above an advertisement.
BUTTONS = frozenset(
    "x|share|share this|share this article|share this story|share on facebook|share on x|tweet|print|print this page|"
    "email|e-mail|facebook|twitter|whatsapp|linkedin|telegram|reddit|pinterest|copy link|copy|save|save for later|"
    "bookmark|menu|search|home|homepage|log in|login|log out|sign in|sign up|register|subscribe|subscribe now|my account|"
    "skip to content|skip to main content|skip to navigation|skip navigation|advertisement|advertisment|ad|sponsored|"
    "sponsored content|comments|comment|leave a comment|add a comment|no comments|back to top|top|next|previous|prev|"
    "close|ok|accept|accept all|reject|reject all|got it|manage preferences|settings|privacy|privacy policy|terms|"
    "terms of use|terms of service|cookie policy|contact|contact us|about|about us|imprint|impressum|datenschutz|agb|"
    "news|local|world|politics|business|economy|sport|sports|culture|opinion|weather|lifestyle|science|technology|tech|"
    "health|travel|video|videos|photos|podcasts|more|more news|latest|trending|live|breaking|breaking news|archive|"
    "archives|reply|quote|report|like|follow|following|listen|listen to this article|font size|a+|a-|loading|"
    "teilen|drucken|merken|startseite|anmelden|abmelden|suche|suchen|kommentare|kommentar schreiben|anzeige|werbung|"
    "nachrichten|wirtschaft|politik|kultur|lokales|wetter|meinung|zum inhalt springen|zur startseite|zurück|weiter|"
    "schließen|akzeptieren|alle akzeptieren|ablehnen|newsletter|e-paper|abo|mehr|vorlesen|artikel anhören|"
    "compartir|imprimir|inicio|buscar|menú|iniciar sesión|suscríbete|suscribirse|comentarios|publicidad|portada|"
    "noticias|política|economía|deportes|cultura|opinión|sociedad|local|internacional|saltar al contenido|ir al contenido|"
    "aceptar|aceptar todo|rechazar|cerrar|guardar|comentar|aviso legal|siguiente|anterior|"
    "partager|imprimer|accueil|rechercher|recherche|se connecter|s'abonner|abonnez-vous|commentaires|commenter|publicité|"
    "actualités|politique|économie|société|sports|culture|aller au contenu|accepter|tout accepter|refuser|fermer|"
    "enregistrer|mentions légales|suivant|précédent|lire plus tard|"
    "condividi|stampa|cerca|accedi|abbonati|pubblicità|partilhar|compartilhar|imprimir|udostępnij|drukuj|szukaj|zaloguj|"
    "reklama|komentarze|strona główna|paylaş|yazdır|ara|giriş yap|reklam|yorumlar|ana sayfa|delen|afdrukken|zoeken|"
    "advertentie|reacties|advertisement continues below|article continues below|story continues below|"
    "story continues below advertisement|article continues after advertisement|download|embed|transcript|permalink|watch live|watch now|listen now|topics|upvote|downvote|unmute|mute|report abuse|report this ad|accept all cookies|join the conversation|diesen artikel teilen|artikel teilen|artikel merken|artikel drucken|añadir a favoritos|guardar artículo|compartir artículo|offrir l'article|ajouter aux favoris|partager l'article|lire l'article|bewaar artikel|deel artikel|lyssna på artikeln|spara artikel|dela artikeln|salva articolo|condividi articolo|full story|next slide|previous slide|add to playlist|profile|pm|key posts only|message|ignore|follow topic|download pdf|play video|purchase licensing rights|report this post|expand|collapse|dark mode|text size|home page|site map|sitemap|accessibility|faq|advertise|careers|rss|donate|gift this article|facebook messenger|mastodon|bluesky|instagram|youtube|tiktok|flipboard|sms|puzzles|crosswords|obituaries|classifieds|ingresar|regístrate|registrarse|entrar|enviar|copiar enlace|escuchar|última hora|ver más|ayuda|s'inscrire|connexion|s'identifier|copier le lien|écouter|à la une|envoyer|voir plus|menu principal|newsletters|cronaca|politica|economia|cultura|sport|spettacoli|commenti|registrati|chiudi|accetta|rifiuta|salva|ascolta|copia link|início|capa|brasil|mundo|esportes|desporto|comentários|ouvir|fechar|aceitar|publicidade|wiadomości|kraj|świat|gospodarka|słuchaj|udostępnij|zamknij|akceptuję|zarejestruj się|subskrybuj|nieuws|binnenland|buitenland|economie|cultuur|inloggen|registreren|sluiten|accepteren|luister|bewaren|kopieer link|nieuwsbrief|nieuwsbrieven|abonneren|nyheter|inrikes|utrikes|ekonomi|kultur|logga in|sök|meny|dela|skriv ut|spara|lyssna|annons|kommentarer|prenumerera|stäng|godkänn|startsida|nyheder|log ind|søg|del|annonce|abonner|logg inn|søk|annonse|skriv ut|uutiset|kirjaudu|haku|jaa|tulosta|mainos|kommentit|tilaa|domů|přihlásit se|hledat|sdílet|tisk|reklama|diskuse|zprávy|știri|căutare|autentificare|distribuie|publicitate|comentarii|acasă".split(
        "|"
    )
)

# What is a button or a menu's entry only where it stands alone: the words are too common for a row.
ALONE = frozenset(
    "ad feedback|hide caption|toggle caption|have your say|explore|tags|tag|themen|temas|sujets|thèmes|argomenti|etiquetas|onderwerpen|tagi|tematy|ämnen|emner|keywords|labels|author|logged|newest|oldest|scores|fixtures|tables|sections|all sections|e-edition|place an ad|my news|latest news|week's top|unread news|all products|first name|last name|options|filter|sort|sort by|edit|delete|cancel|submit|continue|no thanks|not now|maybe later|dismiss|skip|learn more|see all|view all|show all|hide all|select|apply|reset|clear|feedback|community|forum|forums|members|calendar|groups|events|jobs|shop|store|shopping|games|crossword|horoscope|tv|radio|audio|picture gallery|gallery|galleries|slideshow|fullscreen|full screen|replay|captions|subtitles|settings|language|english|deutsch|français|español|italiano|português|nederlands|polski|svenska|pinned|locked|sticky|solved|op|mod|admin|moderator|administrator|guest|member|senior member|full member|junior member|hero member|newbie|global moderator|offline|online|verified|edited|award|give award|permalink|context|parent|save post|share post|hide post|sort: best|controversial|top|vote|vote now|results so far|poll|quiz|funny|informative|insightful|recommend|recommended|most recommended|reader picks|all comments|flag|flag comment|mute user|report comment|report unsuitable|email this article|e-mail this|email this|print article|print story|print version|printer friendly|larger text|smaller text|resize text|increase text size|decrease text size|send to a friend|send us a tip|copied|copied!|link copied|copy link to clipboard|get link|more options|share options|more sharing options|other ways to share|republish|republish this article|syndicate|reprints|order reprints|rights and permissions|permissions|get permissions|export citation|cite|abstract|figures|references|metrics|supplementary|download citation|multimedia|media kit|press kit|for journalists|newsroom|news release|investor relations|all news|back to news|back to list|ver comentarios|ver todos|cargar más|leer más tarde|mi cuenta|secciones|boletines|alertas|aplicaciones|edición impresa|hemeroteca|anzeigen|leserbriefe|leserbrief schreiben|artikel versenden|seite drucken|link kopieren|pdf|feedback geben|mein konto|meine merkliste|merkliste|push|ressorts|regionen|abonnement|mes alertes|mon compte|rubriques|édition numérique|le journal|réagir|contribuer|offrir|classer|sauvegarder|sezioni|edicola|il mio account|meu perfil|seções|edição impressa|mijn account|rubrieken|krant|deel dit artikel|moje konto|działy|mitt konto|sektioner|e-tidning|följ|följ ämne|följ skribent".split(
        "|"
    )
)

# The door to readers' remarks: a button where it stands alone.
TALK = frozenset(
    "join the conversation|join the discussion|have your say|enter your email|your e-mail|your email".split("|")
)

# The parts of a paper, as they stand above titles in a list.
SECTIONS = frozenset(
    "news|local|world|national|international|politics|business|economy|finance|money|markets|tech|technology|science|health|environment|climate|energy|sustainability|education|culture|arts|books|film|music|tv|theatre|food|travel|style|fashion|lifestyle|life|opinion|comment|analysis|editorial|letters|sport|sports|football|weather|crime|courts|community|property|transport|media|law|legal|religion|obituaries|magazine|fiction|poetry|essay|interview|review|reviews|feature|features|podcast|video|gallery|explainer|africa|asia|europe|americas|middle east|region|regional|us|uk|wirtschaft|politik|kultur|sport|wissen|panorama|gesellschaft|lokales|meinung|reise|gesundheit|verkehr|política|economía|sociedad|deportes|cultura|opinión|ciencia|internacional|politique|économie|société|monde|planète|sciences|opinions|idées|politica|economia|cronaca|esteri|scienza|salute|mundo|ciência|esportes|binnenland|buitenland|economie|cultuur|wetenschap|kraj|świat|gospodarka|nauka|kultura|inrikes|utrikes|ekonomi|kultur|vetenskap".split(
        "|"
    )
)

# Headings that stand above a name, a table or another heading.
LABELS = frozenset(
    "analysis|verdict|our verdict|the verdict|player of the match|man of the match|line-ups|line-up|lineups|teams|the teams|team news|match stats|key stats|match facts|what they said|what's next|reaction|ingredients|method|instructions|results|the results|scorecard|analyse|aufstellungen|die aufstellungen|statistik|stimmen zum spiel|zutaten|zubereitung|alineaciones|ficha técnica|análisis|ingredientes|la fiche technique|les équipes|réactions|ingrédients|préparation|formazioni|tabellino|ingredienti|preparazione|escalações|ficha técnica|opstellingen|składy|laguppställning".split(
        "|"
    )
)

# The words of buttons, one by one: a line made of nothing else is a row of them.
BUTTON_WORDS = frozenset(word for phrase in BUTTONS for word in re.findall(r"\w+", phrase)) - {
    "the",
    "your",
    "my",
    "a",
    "this",
}

# What stands in the last line of a page, between strokes.
FEET = frozenset(
    "privacy|privacy policy|cookies|cookie|cookie policy|terms|contact|contact us|site map|sitemap|accessibility|imprint|impressum|"
    "datenschutz|aviso legal|mentions légales|contatti|contacto|kontakt|contato|colofon|regulamin|polityka prywatności|p.iva|p. iva".split(
        "|"
    )
)
