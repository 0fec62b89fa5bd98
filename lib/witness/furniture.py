"""The words and signs by which a page's furniture is known, in some European languages.

Patterns are matched against folded text (small letters, plain quotation marks) unless their name ends in `_AS_WRITTEN`.
None knows an outlet, a person or an event; each entry is a form that many pages share.
"""

import re


def _any(*choices: str) -> str:
    return "(?:" + "|".join(choices) + ")"


def starts(*choices: str) -> re.Pattern[str]:
    """What begins with one of the choices, each ending where a word ends."""
    return re.compile(_any(*choices) + r"(?!\w)")


# What begins a line of machinery.
LONG_CHROME = starts(
    r"last edited by", r"©", r"copyright\b", r"\(c\) ?(?:\d{4}|.{3,40}\. all rights)", r".{0,60}©[^.!?]{0,80}(?:\. all rights\b.{0,60})?$", r"we(?:'ll| will)? (?:only )?use (?:your|this) (?:sign-?up|data|e-?mail|information|details)\b", r"you can (?:unsubscribe|find this (?:story|article)|manage your|opt out|change your (?:preferences|settings)|withdraw your consent)\b", r"your browser (?:is|does|may|has)\b", r"the video will\b", r"(?:view|see) (?:this|more|the original)(?: \w+){0,2} on \S+$", r"an? (?:post|photo|reel|video|status) (?:shared|posted) by\b", r"this (?:tweet|post|video|content|embed) (?:is|was|has|may|could) (?:been |be )?(?:not |no longer |un)?(?:available|unavailable|deleted|removed|restricted|blocked)\b", r"comments (?:are|is) (?:subject|reviewed|pre-?moderated|the responsibility|reserved)\b", r"(?:many|some|all) (?:products|links) (?:featured )?on this (?:site|page)\b", r"page (?:last )?(?:updated|modified|reviewed)\b", r"posted (?:by|in) (?:u|r)/\w+", r"(?:u|r)/\w+(?: ?[•·] .{0,40})?$", r"(?:watch|view|see|open|listen|read) on \S+$", r".{0,40}\b(?:eeo report|public file|closed captioning|do not sell|your privacy choices|privacy choices|cookie (?:settings|preferences|policy|statement)|terms (?:of|and) (?:use|service|sale|conditions))\b[^.]{0,120}$",
    r"your e-?mail address will not be published",
    r"a version of this (?:article|story)\b",
    r"you(?:'re| are) (?:receiving|getting) this\b",
    r"all rights reserved", r"alle rechte vorbehalten", r"please (?:use|enable|update|upgrade)\b.{0,60}\b(?:browser|javascript|player|cookies)\b", r"(?:this|the) (?:video|audio|content|player|media) (?:can(?:not|'t)|could not|is (?:not|un))", r"javascript (?:is|must)", r"our standards:", r"you must (?:be logged in|log in|sign in|register to)", r"(?:please )?(?:log|sign) in (?:or (?:register|sign up|create) )?to (?:comment|reply|post|vote|view)",
    r"(?:not open|this (?:thread|topic) is (?:locked|closed))", r"users browsing\b", r"members online\b",
    r"(?:sie sind|sind sie|sie haben|haben sie|hast du) (?:bereits|schon)\b.{0,40}(?:anmelden|einloggen|melden sie sich)",
    r"like this:", r"(?:the (?:owner|user|agency)|a moderator|a user) has (?:removed|deleted)\b", r"this (?:comment|post|image|content|message) (?:has been|was|is) (?:removed|deleted|hidden|unavailable|not available)", r"all times are\b", r"press enter\b", r"click to (?:view|enlarge|expand|play|share|copy)", r"[\"<‹←] ?(?:older|previous|prev|back)\b", r"(?:newer|next)(?:: .{0,60}| (?:posts?|page|article|story|entry)\b.{0,60})?[\"»>›→]$",
    r"comments? (?:are|is) (?:closed|moderated|disabled|open)", r"be the first to comment", r"use of this (?:web)?site\b",
    r"you(?:'ve| have) (?:reached|used|read|hit|got|\d+)\b.{0,40}\b(?:free (?:articles?|stories)|free article limit)\b", r"we value your privacy", r"(?:we and our|wir und unsere|nous et nos|nosotros y nuestros|noi e i nostri|n[óo]s e (?:os )?nossos|wij en onze|my i nasi|vi och våra|vi og våre)(?: \d+)? (?:partner|socios|fornitori|parceiros|leverant|zaufani)\w*", r"(?:by|when) (?:signing up|subscribing|submitting|registering|clicking|creating|continuing|providing|entering|joining)\b.{0,80}\b(?:you|i) (?:will )?(?:agree|accept|consent|acknowledge|confirm)\w*", r"\*? ?i (?:understand|agree|consent|accept|would like to receive)\b.{0,140}\b(?:user agreement|terms (?:of|and)|privacy policy|(?:agree|consent) to (?:the|receive|receiving)|by e-?mail)", r"(?:mit der|durch (?:die|ihre)) (?:anmeldung|registrierung|nutzung)\b", r"en (?:vous inscrivant|cliquant|poursuivant)\b", r"al (?:suscribirte|registrarte|continuar|hacer clic)\b", r"(?:this (?:site|form|page) is|protected) protected by (?:re)?captcha", r"(?:the )?(?:views|opinions)(?:,? (?:and|or|opinions|views))* (?:expressed|of (?:contributors|readers|the authors?))\b", r"(?:the )?(?:\S+ ){1,5}(?:is|are) not responsible for (?:the )?(?:content|comments|external|opinions|views)\b", r"to (?:play|view|watch|use|see|hear|display)\b.{0,60}\b(?:javascript|cookies|your browser|flash)", r"please (?:turn on|switch on|allow|disable|accept|activate)\b.{0,60}\b(?:javascript|cookies|ad ?-?blocker|feature|notifications)", r"please (?:log ?in|login|sign in|register)\b", r"welcome,? guest\b", r"you (?:are not logged in|are (?:currently )?viewing|cannot (?:post|reply|edit|delete|vote)|may not (?:post|reply|edit))\b", r"this (?:document|material|content|website|site|article|image|page|copy|work) (?:is|are) (?:subject to|protected by|for your personal)\b", r"this (?:material|content|article|document|work) may not be\b", r"(?=.*\b(?:permission|prohibited|consent|licen[cs]e)\b)(?:any |no )?(?:part of this|unauthori[sz]ed|(?:further |partial )?reproduction|use of this|portion of this)\b", r"(?:nachdruck|vervielfältigung|weiterverwendung|jede verwendung)\b.{0,60}(?:genehmigung|gestattet|verboten|untersagt|erlaubt)\w*", r"(?:queda )?prohibida (?:la|su) (?:reproducción|distribución)", r"(?:toute )?reproduction\b.{0,40}\binterdite", r"(?:riproduzione|reprodução) (?:riservata|proibida)", r"(?:cite this|how to cite|citation:)", r"citation: .{20,}", r"(?:also )?(?:published|printed|appeared|appears) (?:in|on)(?: the)? (?:\S+ ){0,3}?(?:print\b|page \w|section \w|edition)", r"(?:this (?:article|story) )?(?:appeared|appears) in print\b", r"page (?:created|generated|rendered|loaded) in\b", r"[\"«] ?(?:on:|reply\b)", r"(?:re: .{3,60})?reply #\d+", r"last edit(?:ed)?(?::| by| on)", r"there (?:are|is) (?:no |(?:currently )?\d+ )(?:(?:comments?|replies|responses)(?: (?:yet|so far|(?:to|on|for) this .{3,20}))?|(?:users|guests|members) (?:online|reading|viewing|browsing)\b.{0,40})\.?$", r"(?:all )?comments (?:must be|should be|will be|on this (?:article|story|post|thread)|posted)\b", r"(?:we|our moderators) (?:moderate|reserve the right to (?:edit|remove|delete))\b", r"(?:top|new|more) comments?\b.{0,20}$", r"mod(?:erator)?(?: note| action| edit):", r"(?:i am a bot|this action was performed)\b", r"prices? (?:correct at|shown are)\b", r"(?:we|\w+) (?:may )?(?:earn|receive|get)s? (?:an? )?(?:small )?(?:affiliate )?commissions?\b", r"(?:market data|stock quotes|quotes) (?:delayed|provided by|are delayed|supplied)\b", r"(?:diese website|diese seite|dieses angebot|ce site|este sitio|questo sito|este site|deze (?:site|website)|ta strona|den här (?:sidan|webbplatsen)) (?:verwendet|nutzt|utilise|utiliza|usa|gebruikt|używa|använder)\b",
)  # fmt: skip
CHROME = starts(
    r"\d+ ?-? ?min(?:ute)?n?s? (?:read|lesezeit|de lecture|de lectura|lesen|di lettura|okuma)", r"(?:reading|read) time",
    r"lesezeit", r"temps de lecture", r"tiempo de lectura", r"©", r"\(c\) ?\d{4}", r"copyright", r"all rights reserved",
    r"alle rechte vorbehalten", r"todos los derechos", r"tous droits", r"wszelkie prawa", r"tüm hakları",
    r"\d+ ?k? (?:comment\w*|shares?|likes?|views?|replies|reactions|kommentare?|komentarze|coment[aá]rios?|commentaires?|réactions?)",
    r"page \d+ of \d+", r"seite \d+ von \d+", r"for immediate release", r"embargoed? until", r"end of release", r"-ends-",
    r"(?:posted|filed|published) (?:in|under)\b", r"tags?:", r"tagged:?", r"categor(?:y|ies):?", r"topics?:", r"keywords?:",
    r"schlagwör?te?r?:?", r"themen:", r"etiquetas:?", r"temas:?", r"mots-clés:?", r"view (?:this email )?in (?:your )?browser",
    r"share (?:this|on|via|with)\b", r"follow @", r"you are here", r"home ?[>›\"/]", r"start(?:seite)? ?[>›\"/]", r"inicio ?[>›\"/]",
    r"accueil ?[>›\"/]", r"jump to", r"(?:log|sign) in to (?:comment|reply)", r"powered by", r"loading(?:\.\.\.|…)?$", r"skip to\b",
    r"(?:continue|article continues|story continues|scroll)\b.{0,12} (?:below|reading|to continue)", r"advertisement\b.{0,30}$",
    r"(?:share|compartir|partager|teilen|condividi|paylaş|copiar|copier)\b(?: \S+){0,4}$", r"listen\b.{0,30}$", r"show comments\b", r"[-–— ]*(?:ends|ende|fin)[-–— ]*$", r"submitted (?:by|\d+)", r"(?:mentions légales|aviso legal|impressum|privacy policy|política de privacidad|datenschutz)\b", r"auto-?refresh\b",
    r"(?:newest|oldest) first", r"(?:show|load|view) (?:more|earlier|older|newer|all)\b.{0,40}$", r"a version of this (?:article|story)\b",
    r"your e-?mail address will not be published", r"required fields", r"attachments?:", r"(?:mon|tue|wed|thu|fri|sat|sun)\w*,? \d{1,2} \w+,? \d{1,2}[:.]\d{2}\s+#\d+",  r"leave a (?:reply|comment)",
    r"(?:comments?|replies|kommentare?|komentarze|coment[aá]rios?|commentaires?|reacties|yorumlar)(?:: | ?\(?)\d+\)?", r"(?:log|sign) in\b",
    r"(?:hier|bitte) (?:anmelden|einloggen)", r"(?:already|haben sie|sie haben|hast du|¿?ya)\b.{0,30}\b(?:account|konto|subscriber|abo|cuenta|suscriptor)",
    r"by \S+ (?:\"|\||on|at) .*\d", r"\S+ (?:wrote|schrieb|escribió|a écrit)(?: \S+){0,6}:$", r"users browsing", r"you must (?:log|be logged|sign|register)", r"reactions:", r"thread starter", r"view image\b", r"show key events", r"turn on live", r"forum software", r"updated at \d", r"(?:sie sind|sind sie) (?:bereits|schon)", r"board index", r"\d+ \d+(?: \d+)*(?: next)?$",
    r"[←→‹⟵◄►▸▾☰⋮]", r"[\[(](?:image|img|photo|picture|logo|video|ad|advert|bild|foto|imagen|chart|map|graphic|embed|audio|gif|player)\b[^\])]{0,80}\]$", r"(?:senior|junior|new|full|active|registered) member", r"unsubscribe", r"update your preferences", r"you(?:'re| are) (?:receiving|getting) this (?:email|e-mail|newsletter|message)",
    r"(?:last )?updated:? (?:just now|(?:about |less than )?(?:an?|one|\d+) (?:sec|min|hour|day)\w* ago)", r"(?:about )?(?:an?|\d+) (?:sec|min|hour|day|week|month|year)\w* ago$", r"(?:posted|filed|published) (?:on )?.{0,30}(?:filed under|\| tagged|posted in)\b", r"thread:", r"post subject:", r"(?:re: .{0,60})?[\"«] ?(?:reply #\d+ )?on:|.{0,30}\b(?:reply|post|antwort|respuesta|réponse) ?#\d+\b|(?:.{2,30} )?#\d+$|quote from:? \S+.{0,30} on \w+ \d|posted:? (?:mon|tue|wed|thu|fri|sat|sun)\b.*\d{1,2}:\d{2}", r"(?:image|photo|picture|slide|foto|bild) \d+ (?:of|von|de|/) \d+$", r"cite this\b", r"\d+ ?min\.?$", r"lecture:? \d+ ?min", r"\d{1,2}:\d{2} ?/ ?\d{1,2}:\d{2}$", r"last post\b.{0,30}$", r"registered (?:in|office|company)\b", r"start date:", r"messages: ?\d", r"likes received:", r"reputation:", r"threads: ?\d",
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day at \d{1,2}:\d{2}", r"(?:yesterday|today) at \d{1,2}:\d{2}(?: ?[ap]m)?(?: +#\d+)?$", r"\d+ (?:posts|replies|messages|topics|users|guests|respuestas|antworten|réponses|risposte|respostas|svar|odpowiedzi)(?:$| ?[•·|(,-])", r"\[?(?:page|seite|pagina|página|strona|sida) \d+(?: (?:of|von|de|di|van|z|av) \d+)?\]?$",
    r"download (?:\w+ )?(?:pdf|images?|transcript|photos?|pictures?|audio|file|as)\b", r"print (?:this|page|release|article|story)", r"(?:play|watch) (?:the )?(?:video|meeting|hearing|session|audio)$", r"purchase licensing rights", r"(?:(?:text|font) size|schriftgröße|tamaño de letra)", r"play (?:audio|video|now)?.{0,3}\d{1,2}:\d{2}", r"(?:duration|length|running time|dauer|duración|durée|durata):? \d", r"\d+ (?:min(?:uten?|utos?|uti|uter|ut)?\.?) (?:read|lezen|de leitura|lästid|czytania|lesezeit|lettura|læsetid|lesetid)", r"tempo de leitura", r"czas czytania", r"lästid", r"læsetid", r"lesetid", r"olvasási idő", r"doba čtení",
    r"(?:al|déjà|già|já|masz już|har du redan|er du allerede)\b.{0,25}(?:abonn|inscrit|compte|account|assinante|konto|prenumer).{0,40}$", r"(?:zum|zur) (?:seitenanfang|übersicht)", r"nach oben", r"volver arriba", r"retour en haut", r"torna su", r"naar boven", r"réservé aux abonnés$", r"riservato agli abbonati$", r"solo (?:para )?suscriptores$", r"exclusivo para assinantes$", r"nur für abonnenten$", r"(?:dela|del) (?:artikeln|artiklen|artikkelen|på)\b", r"reageer\b.{0,12}$", r"reagera\b.{0,12}$", r"(?:komment(?:ar|er)\w*|commenti|comentarii)(?:: | ?\(?)\d+\)?",
    r"(?:vælg|velg|välj) ", r"annons$", r"ansvarig utgivare\b", r"alla rättigheter\b", r"alle rettigheder\b", r"alle rettigheter\b", r"tutti i diritti\b", r"todos os direitos\b", r"alle rechten\b", r"toate drepturile\b", r"všechna práva\b",
    r"\d+ (?:comentarios|commenti|reacties|komentar\w+|kommentar\w*|kommentit|comentarii)\b", r"(?:condividi|compartilhe|compártelo|comparte|partagez)\b.{0,30}$",
    r"(?:sort|filter) by\b", r"\d+ (?:new )?updates?$", r"published (?:in|by) (?:the )?print", r"opens (?:in )?(?:a )?new (?:tab|window)", r"re:", r"#\d+$", r"quote:", r"joined:", r"posts?: ?\d+", r"post by \S+", r"posted by \S+.{0,20}»", r"display posts", r"ir a\b.{0,30}$", r"udostępnij\b", r"strona główna\b", r"(?:from|to|subject|reply-to|von|betreff|de|asunto):", r"share ?save\b", r"continua após", r"continúa (?:abajo|después)", r"reuse this content", r"lesedauer\b", r"(?:bereits|schon) (?:abonnent|kunde|registriert)", r"(?:previous|next|prev)\b.{0,20}\|", r"last edited\b", r"like this:", r"who is online", r"proudly powered", r"pause updates", r"[\d.,]+k? (?:people|followers|readers)\b", r"(?:page|seite|pagina|página) \d+$",
    r"(?:hide|show|toggle|view|read) (?:the )?captions?$", r"(?:enlarge|expand|zoom|magnify) (?:this |the )?(?:image|photo|picture|map)?$", r"getting your\b.{0,30}\bplayer\b", r"(?:this|the) (?:article|story|post|page) is (?:more than|over|about) (?:\d+|an?|one|two|three) (?:years?|months?) old\b", r"(?:zur|auf die|in die|von der) merkliste\b.{0,20}$", r"werbung\b.{0,24}$", r"(?:continuar|seguir|sigue|continuez?|poursuivre|continua|continue) (?:leyendo|la lecture|a leggere|a ler|lendo|lisant|votre lecture)\b.{0,24}$", r"ajouter (?:à|aux) (?:vos|mes|ma|la)\b.{0,24}$", r"(?:ouvir|escuchar|écouter|ascolta(?:re)?|luister naar|lyssna på|posłuchaj|odsłuchaj|artikel anhören|hör)\b.{0,6}\b(?:o|el|la|l'|il|le|les|dit|de|den|het|artykuł\w*|artikel\w*|esta?e?|cet)\b.{0,20}$", r"(?:google|apple) news$", r"(?:follow|add|find|see|get) us (?:on|as)\b.{0,40}\bgoogle\b.{0,12}$", r"read (?:more|on) below$", r"(?:scroll|swipe|tap|drag|pinch) (?:to|for|through|down|up|left|right|here|on)\b.{0,30}$", r"\d+ related$", r"[\d.,]+k? (?:[•·|] )?(?:\d+ comments?|points?|upvotes?|followers)\b", r"[\d.,]+k? [•·|] [\d.,]+k? comments?$", r"-?\d{1,2} ?°[cf]?$", r"last modified\b", r"(?:get|open in|download the|use) app$", r"(?:video|audio|player|content) (?:un)?available$", r"(?:continue|view|see|browse) (?:to )?(?:all|next|more) (?:news|stories|posts|articles)?$", r"follow (?:us )?@\w+", r"(?:\w+ )?(?:webeditor|editor|official|curator|page owner|webmaster): [^.]*$", r"(?:suggested|related|popular|filed|browse|follow|in this|more) (?:topics?|tags|keywords|sections?)(?: and \w+)?:?$", r"(?:in|from) (?:this|these) (?:article|topics|section|story|series|issue)s?:?$", r"(?:labels?|tag|sujets?|thèmes?|argomenti|assuntos?|tópicos?|onderwerpen|trefwoorden|tagi|tematy|ämnen|emner|schlag(?:wort|worte)|stichwörter|mots clés|archivado en|mehr zu|dossiers?|temas relacionados)(?::|$)", r"in \"[^\"]+\"$", r"tagged (?:as|with|in)?\b[^.]*$", r"with an average of \d", r"rate (?:the )?players\b", r"\d+ votes?\b", r"cast your vote\b", r"pages?: ?\[?\d", r"(?:contact|email|e-mail|report|ask) (?:us|editor|newsroom|webmaster|support|site|the (?:editor|newsroom))$", r"feedback to\b.{0,20}$", r"editors?'? notes?$", r"report (?:abuse|comment|post|inappropriate|unsuitable|a (?:problem|correction|typo|mistake)|an? (?:error|issue))\b", r"post (?:a |your )?(?:comment|reply)\b", r"e-?mail(?: address)?(?: ?\*| ?\(required\))$", r"(?:first|last|full|your|user) ?name(?: ?\*)?$", r"(?:zip|postal) code$", r"site (?:index|map|information)\b.{0,20}$", r"manage (?:options|cookies|consent|your|my)\b.{0,24}$", r"show key events\b", r"quote from\b", r"topic: ", r"(?:\(|.{0,60}\()read \d+ times\)?", r".{2,24} \d+\.\d+(?:\.\d+)? ?\|", r"(?:theme|style|skin|template|design) by\b", r".{0,30}\| ?(?:theme|style|skin|template|design) by\b", r"(?:live )?updated \d+ ?[smh]\w* ago", r"live updated\b", r"(?:updated|edited) at \d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: [a-z]{2,5})?$", r"logo [-–:] ?\S+", r"\d+(?:st|nd|rd|th)? (?:of|/) \d+$", r"weather:? -?\d", r"(?:your )?(?:password|username)(?: ?\*)?$", r"remember me$", r"forgot(?:ten)? (?:your )?password\b", r"sponsored content by\b", r"(?:view|see|show|load|hide) (?:all |the )?(?:\d+ )?(?:comments?|replies|reactions|responses|profile|archive|more|bio|author|posts?)\b.{0,24}$", r"(?:kommentar|kommentare|commentaires|comentarios|commenti|comentários|reacties|komentarze|kommentarer) (?:schreiben|verfassen|lesen|anzeigen|voir|ver|ajouter|añadir|dejar|plaatsen|dodaj|skriv)\b", r"(?:laisser|ajouter|écrire|poster) un commentaire", r"(?:deja|escribe|añade|dejar) (?:un|tu) comentario", r"(?:lascia|scrivi|aggiungi) un commento", r"(?:deixe|escreva) (?:um|seu) comentário", r"(?:plaats|schrijf) een reactie", r"dodaj komentarz", r"(?:bereits|schon|déjà|ya|già|já|al|już|redan) (?:abonn|kund|mitglied|inscrit|suscri|registrat|assin|lid|masz|prenum|medlem)\w*\b.{0,30}$", r"(?:fehler (?:melden|gefunden)|signaler une erreur|reportar un error|segnala un errore|fout gezien|zgłoś błąd)\b.{0,20}$",
    r"was this (?:page|article|helpful|useful)", r"(?:newer|older)(?: posts?)?:", r"(?:deel|delen) (?:dit|op|via)\b", r"leestijd\b", r"tempo di lettura\b", r"ascolta\b", r"download image\b", r"next (?:briefing|edition|issue):",
    r"(?:al|nog geen) abonnee\b", r"p\.? ?iva\b", r"last edited by", r"originally posted by", r"\d+ of \d+$",
)  # fmt: skip

COOKIES = re.compile(
    r"(?=.*\b(?:cookies?|trackers?|çerez\w*)\b)(?=.*\b(?:we|our|you|your|this (?:web)?site|wir|sie|unser\w*|nuestr\w+|usted|nous|vous|vos|noi|nostr\w+|wij|onze|"
    r"nós|nosso\w*|nasz\w*|serwis|strona|site|sito|página|website)\b)(?=.*(?:\buse|\bdevice|personali[sz]|accept|consent|agree|privacy|settings|experience|browser|verwend|nutz|zustimm|"
    r"einwillig|utili[zs]|acept|consenti|usiamo|accett|gebrui|usamos|aceit|używa|korzyst|kullan))"
)

CORRECTION = starts(
    r"corrections?\b.{0,30}?:(?= )", r"(?:clarification|amendment|update|erratum|korrektur|berichtigung|klarstellung|aktualisierung|correcci[óo]n|rectificaci[óo]n|aclaración|correctif|rectificatif|précision|rettifica|correzione|precisazione|correção|retificação|correctie|rectificatie|sprostowanie|korekta|rättelse|rettelse)\b,? [^:.]{1,24}:", r"(?:an?|the|our|one) (?:[\w'-]+ ){0,4}?(?:article|story|brief|report|item|column|headline|caption|photo|graphic|chart|map|editorial|obituary|review|feature|piece|post|newsletter|version|entry|listing|recipe|table|interview)\b.{0,50}\b(?:\w+day(?:'s)?|yesterday(?:'s)?|page|edition|issue|section|last (?:week|month))\b.{0,50}\b(?:misspell?ed|misspelt|misstated|misidentified|misquoted|misattributed|incorrectly|wrongly|mistakenly|gave (?:the|an?) (?:wrong|incorrect)|omitted the)\b", r"(?:due|owing) to an? (?:editing|production|reporting|transcription|translation|typing) error\b", r"because of an? (?:editing|production|reporting|transcription) error\b", r"we apologi[sz]e for the (?:error|mistake)\b", r"(?:wir|die redaktion) (?:haben|hat|bitten|bittet)\b.{0,60}\b(?:korrigiert|berichtigt|fehler zu entschuldigen)\b", r"(?:story|article|post|text|piece|report|headline) has been (?:updated|corrected|amended|revised|edited|changed)\b", r"this (?:version|update) (?:corrects|adds|updates|clarifies|removes|restores)\b", r"edit(?:ed)?\b[^:.]{0,24}:", r"in (?:yesterday's|last (?:week|month)'s|\w+day's|our|an) .{3,60}\bwe (?:wrongly|incorrectly|mistakenly|misspel\w+|misnamed|misidentified|misstated|placed|misquoted)\b", r"\((?:adds|updates|corrects|recasts|refiles|rewrites|new throughout)\b",
    r"(?:note: )?(?:in )?an? (?:earlier|previous) (?:version|entry|edition|post|headline)\b", r"this (?:live )?(?:blog|transcript|list|entry|headline|column|review|feature|interview) (?:was|has been|is) (?:amended|updated|corrected|edited|changed)", r"updated?, [^:]{3,24}:", r"this is a rush transcript", r"corrections? and clarifications?", r"clarification:", r"editors?'?s?'? note:?",
    r"update:", r"updated?\b[^.]{0,40} to (?:correct|clarify|add|include|reflect)",
    r"this (?:article|story|post|page|report|piece) (?:was|has been|is) (?:amended|updated|corrected|edited|changed)",
    r"(?:an )?(?:earlier|previous) versions? of this", r"korrektur(?:hinweis)?:?", r"anm(?:erkung|\.)? d(?:er|\.) red(?:aktion|\.):?", r"transparenz(?:hinweis)?:", r"esta (?:noticia|información|nota|crónica) (?:ha sido|fue|se ha) (?:corregid|actualizad|modificad)\w+", r"nota:(?=.*\b(?:corrett|corrig|aggiorn|actualiz|atualiz)\w+)", r"erramos:?", r"we have (?:corrected|amended|updated|changed|removed|clarified)\b.{0,40}\b(?:spelling|this (?:article|story|version)|(?:the|our) (?:article|headline|caption|wording))\b", r"\(?(?:n\. ?d\. ?l\. ?r\.?|n\. ?de la r\.?|n\. ?del r\.?):?", r"berichtigung:?", r"richtigstellung:?",
    r"anmerkung der redaktion:?", r"hinweis der redaktion:?", r"in einer früheren (?:version|fassung)", r"correcci[óo]n:?",
    r"fe de (?:erratas|errores):?", r"rectificaci[óo]n:?", r"nota (?:de la redacción|del editor):?", r"correctif:?",
    r"rectificatif:?", r"note de la rédaction:?", r"erratum:?", r"rettifica:?", r"sprostowanie:?", r"correctie:?", r"précision:?", r"errata(?: corrige)?:?", r"correzione:?", r"correção:?", r"mise à jour\b.{0,30}:", r"düzeltme:?", r"rectificatie:?", r"(?:dieser|der) (?:artikel|text|beitrag) (?:wurde|ist) .{0,60}?(?:aktualisiert|korrigiert|geändert|ergänzt|überarbeitet)", r"(?:este|el) (?:artículo|texto) (?:ha sido|fue|se ha) (?:corregid|actualiza|modifica)\w+", r"cet article a été (?:modifié|corrigé|mis à jour|actualisé)", r"(?:una|la|in una) (?:versione|precedente versione) (?:precedente )?(?:di questo|dell)\S*", r"(?:questo|l')\s?articolo è stato (?:aggiornato|corretto|modificato)", r"(?:este|o) (?:texto|artigo) foi (?:corrigido|atualizado|alterado)", r"(?:dit|het) artikel is (?:aangepast|gewijzigd|gecorrigeerd|bijgewerkt)", r"aktualizacja:", r"(?:artykuł|tekst) (?:został )?(?:poprawion|zaktualizowan)\w+", r"artikeln har (?:uppdaterats|rättats|korrigerats)", r"artik(?:kelen|len) er (?:oppdatert|opdateret|rettet)", r"uppdatering:", r"oppdatering:", r"actualización:", r"aggiornamento:", r"atualização:", r"rättelse:?", r"rettelse:?", r"oikaisu:?", r"oprava:?", r"correctif\b.{0,12}:", r"precisazione:?", r"retificação:?", r"aclaración:", r"klarstellung:?", r"(?:note: |editor's note: )?(?:this|the following) is an? (?:un|rush,? ?)?(?:corrected|revised|edited|amended|unedited|provisional|uncorrected) (?:transcript|record|version|text)",
    r"(?:in )?(?:einer|der) (?:früheren|ersten|vorherigen) (?:version|fassung)", r"(?:nella|in una) versione precedente", r"numa versão anterior", r"in een eerdere versie", r"w poprzedniej wersji", r"i en tidigare version", r"i en tidligere (?:version|utgave|versjon)", r"(?:una|uma) versi[óoã]o? anterior", r"(?:this|the) (?:headline|caption|photo|spelling|figure|entry)\b.{0,40}\b(?:has been|was) (?:corrected|amended|changed)", r"we (?:originally|previously|earlier|wrongly|incorrectly) (?:reported|stated|wrote)\b",
    r"en una versi[óo]n anterior", r"une version (?:antérieure|précédente)", r"in a previous version",
)  # fmt: skip

CONTRIBUTORS = re.compile(
    r"^(?=.*\b(?:reported|reporting|writers?|reporters?|correspondents?|journalists?|editors?|staff)\b)[^\"]*\bcontributed\.$|\bcontributed (?:to (?:this|the) (?:report|story|article|piece)|reporting|research)\b|^transcription by\b|^\(?(?:additional )?reporting by\b"
    r"|^(?:transcribed|transcript|proofread|photographs?|photography|pictures|video|drawings|illustrations|additional \w+) by\b"
    r"|^\(?(?:writing|edited|editing|compiled|produced|translation|translated|text|research|graphics?) by\b"
    r"|^with (?:additional )?(?:reporting|files|material) (?:by|from)\b|^\(?mit material von\b|^\(?mitarbeit:"
    r"|^\(?con (?:información|aportes) de\b|^\(?avec (?:l')?\w+\)?$|^\((?:mit|avec|con|com|met|med)\b[^.!?]{2,40}\)$|^\(?(?:mit|unter verwendung von) (?:material|informationen|agenturmaterial)\b|^avec (?:[^\W\d_]\S* ){1,3}?[^\W\d_]\S*, (?:à|en|au) |^(?:traducción|traduction|traduzione|tradução|übersetzung|übersetzt|traducido|traduit|tradotto|traduzido|vertaling|vertaald|tłumaczenie|översättning)\b(?: aus dem .{3,20})? (?:de|di|von|por|par|da|door|av)\b|^(?:video|audio|podcast|graphics?|photo|data|picture) (?:edit(?:ed|ing)|produc(?:ed|tion)|design(?:ed)?|research) by\b|^(?:reportage|recherche|mitwirkung|übersetzung|traduction|traduzione|tradução|vertaling|tłumaczenie|översättning|redaktion|lektorat|schnitt|kamera|bearbeitet|fact-?check\w*|copy edit\w*|desk|sub-?edit\w*|produc(?:ed|tion|er)|graphics?|data|design|illustrations?) ?(?::|by\b|von\b) ?[a-zà-ÿ]|^redaktion:|^colabor(?:ou|aron|ó|aram)\b|^ha colaborado|^avec la collaboration|^con la collaborazione|^met medewerking|^translated from\b|^\(?(?:avec|mit|con) (?:[^\W\d_]\S* ){2,4}(?:à|in|en|a) \S+\)$|^współpraca|^additional reporting\b|^medverkan|^bearbeitung:|^adaptation by|^con aportes|^a cura di|^edición:|^\(?traducción:"
)

# `Editing by committee`, `Translated from the Greek, the word`: no name follows, or a clause does.
BY_A_THING_AS_WRITTEN = re.compile(
    r"\(?[A-ZÀ-Þ][\w-]+(?: [a-z]+)? by (?!(?:our|unser|nuestr|notre)\w*\b)(?:the |an? )?[a-zà-ÿ]|Translated from [^.]*, (?:the|an?|it|this)\b|(?:Edited|Translated|Transcribed|Compiled) by [^,]*, (?:the|an?|it|this|he|she|they)\b"
)

# Where the text was taken from.
SOURCE = starts(
    r"sources?:", r"via:", r"quelle:", r"fuente:", r"fonte:", r"źródło:", r"kaynak:", r"bron:", r"source ?:",
    r"from .{3,60}\(?https?://\S+", r"(?:.{0,80}\b)?(?:full|article) text\b.{0,60}:$", r"(?:see|read) the (?:rest|original|full (?:story|article|text))\b.{0,60}", r"continue reading (?:at|on)\b",
    r"this (?:article|story|post) (?:was )?(?:first|originally) (?:published|appeared|posted)",
    r"reposted from", r"republished (?:from|with)", r"original(?:ly)? (?:article|post|link|story)\b.{0,40}:?",
    r"[—–-] ?from (?:staff|wire|news|agency)\b[^.!?]*$", r"adapted from (?:materials?|an?|the|this)\b", r"(?:read|see|view) the original (?:here|study|paper|article|release)\b", r"journal (?:information|reference|source|article)s?:", r"provided by [^.,!?;]{3,70}$", r"(?:more|further) information: .*(?:doi|et al|https?:|\(\d{4}\)|\bjournal\b).*", r"this (?:article|story|essay|post|piece|excerpt|column|text|report|interview|commentary) (?:(?:was|is|has been|had been) )?(?:(?:first|originally|previously|also|initially) )+(?:published|appeared|posted|produced|printed|written|broadcast|ran)\b", r"(?:this|the) (?:article|story|essay|post|piece|text) (?:is|was|has been) (?:republished|reprinted|reproduced|syndicated|adapted|excerpted|translated) (?:from|with|by|here|under)\b", r"(?:first|originally|previously|initially) (?:published|appeared|posted|printed|broadcast) (?:in|on|at|by|as|here)\b[^,;]{2,80}(?:, \d{4})?\.?(?: read the original.{0,30})?$", r"(?:reprinted|adapted|excerpted|reproduced|syndicated|used) (?:with|from|by) (?:the )?(?:kind )?(?:permission|courtesy|arrangement|the|an?|\S+\.\S+)\b", r"(?:dieser|der) (?:artikel|text|beitrag) (?:erschien|ist|wurde)\b.{0,30}\b(?:zuerst|ursprünglich|zunächst|erstmals|erschienen)\b", r"(?:zuerst|ursprünglich|erstmals) (?:erschienen|veröffentlicht)", r"(?:este|el) (?:artículo|texto|reportaje) (?:se publicó|fue publicado|apareció|ha sido publicado)\b", r"publicado (?:originalmente|originariamente|por primera vez|inicialmente)", r"(?:cet|l') ?(?:article|texte|entretien) (?:a été|est) (?:\S+ )?(?:publié|paru)\b", r"(?:initialement|d'abord|originellement) (?:publié|paru)", r"(?:questo|l') ?(?:articolo|testo) è (?:stato pubblicato|apparso|uscito)", r"(?:este|o) (?:artigo|texto) foi (?:originalmente )?publicado", r"dit (?:artikel|stuk|verhaal) (?:verscheen|is eerder|werd|stond)\b", r"ten (?:artykuł|tekst) (?:ukazał|pierwotnie|został opublikowany)\b", r"(?:denna|den här|artikeln|texten)\b.{0,20}\b(?:publicerades|har tidigare publicerats)", r"(?:veröffentlichung|originalpublikation|publikation|étude|estudio|studio|référence|referencia): .{12,}", r"(?:funding|doi|arxiv|isbn|issn):? ?\S*\d", r"(?:zum |link zum )?original(?:artikel|text|beitrag|meldung)\b",
    r"link:", r"the post .{3,120} (?:first )?appeared first on", r"zum original", r"(?:re)?published under (?:a|the)\b.{0,30}\blicen[cs]e", r"\(with (?:agency|agencies|wire|inputs?)\b.{0,30}\)?$",  r"(?:story|journal|text|news) (?:source|reference)s?:", r"references?:$", r"materials? provided by\b", r".{0,300}\bdoi: ?10\.\d+", r"(?:(?:full |article )?text|copied|copy-?pasted|pasted) (?:taken |copied |pasted )?from\b[^.!?]{0,60}$", r"(?:el )?(?:artículo|texto) (?:original|completo)\b.{0,40}:", r"(?:article|texte) original\b.{0,40}:", r"kilde:", r"källa:", r"lähde:", r"zdroj:", r"sursa:", r"originally (?:from|in)\b", r"(?:original|archive[d]?|archived) (?:link|copy|version)\b.{0,40}:?", r"mirror:", r"h/t\b", r"hat tip\b",
)  # fmt: skip

ADDRESS_ONLY = re.compile(r"(?:https?://|www\.)\S+|\((?:[\w-]+\.)+[a-z]{2,}\)", re.IGNORECASE)

_MONTH = (
    r"(?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez|ene|abr|ago|dic|janv|févr|avr|juin|juil|août|déc|"
    r"gen|febb|mag|giu|lug|set|ott|mrt|mei|maart|fev|out|sty|lut|kwi|maj|cze|lip|sie|wrz|paź|lis|gru)\w*\.?"
)
_DAY = _any(rf"\d{{1,2}}(?:st|nd|rd|th)?\.? (?:de |of )?{_MONTH},?(?: de)? \d{{4}}", rf"{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}",
            r"\d{4}-\d{2}-\d{2}", r"\d{1,2}[./]\d{1,2}[./]\d{2,4}")  # fmt: skip

# Who wrote, and when: a word for writing and a capital, a stamp, or a date alone.
BYLINE_AS_WRITTEN = re.compile(
    r"(?:[Bb]y |BY |)(?:[A-ZÀ-Þ][\w'’-]+ ){2,3}[|·(]?\S+@\S+\.[a-z]+\)?$|(?:[Bb]y |BY |Von |Por |Par |Di |Door )(?:[A-ZÀ-Þ][\w.'’-]+ ?){2,5}(?:,? (?:and|und|y|et|e|en|i) (?:[A-ZÀ-Þ][\w.'’-]+ ?){2,4})?[ ,|·–—(-]{1,3}(?:\S+@\S+\.\w+|@\w+)\)?$|(?:[A-ZÀ-Þ][\w'’-]+ ){2,3}\((?:now|earlier|until|from|jetzt|zuvor|ahora|antes|maintenant)\b[^)]*\).*$|[Bb]y [A-ZÀ-Þ][\w'’-]+ [A-ZÀ-Þ][\w'’-]+(?: [·|–—,].{0,60})?$|(?:[Bb]y|BY|[Vv]on|VON|[Pp]or|POR|[Pp]ar|PAR|[Dd]i|[Dd]oor|[Tt]ekst:|[Oo]prac\.|Av|Autor(?:in)?:|Author:|Auteur:|Words(?: by)?:?|Text(?:o|e)?:|Story by|Written by|[Pp]osted by|"
    r"Redacción|Reporter:)\s+(?:[A-ZÀ-ÞŁŚŻĞŞİ]|unser)[^.!?]*(?:\b[A-Z]\.[^.!?]*)*\.?$"
    rf"|(?i:by: |(?:column|opinion|analysis|review|essay|commentary|perspective|guest (?:essay|column)|critique|kommentar|glosse|analyse|eine analyse|ein kommentar|análisis|opinión|columna|chronique|analisi|commento|coluna|análise|column|komentarz|krönika) (?:by|von|de|par|di|door|av|autor:) (?=[^\W\d_])[^.!?]*$|(?:written|reviewed|reported|fact-checked|medically reviewed) by (?:(?:dr|prof|rev)\. )?[^.!?]*$|news provided by$|(?:the )?\w+ staff(?:,.{{0,24}})?$|live (?:with|by) \w+.{{3,60}}$|(?:live )?reporting by \w+.{{3,60}}$|(?:from )?staff (?:reports?|writers?|reporters?)\b.{{0,40}}$|(?:(?:first |last )?(?:published|updated|modified|posted)|date|veröffentlicht|aktualisiert|erstellt|stand|publicado|actualizado|publié|mis à jour|"
    rf"modifié|opublikowano|aktualizacja|yayınlanma|güncelleme)\b[^.!?]*(?:\d[^!?]*)$|(?:\w+,? )?(?:den |the )?{_DAY}"
    r"(?:[ ,|·–(-]+(?:.{0,40}\d{1,2}[:.h]\s?\d{2}.{0,64}|.{0,30}\(.{0,60}\)))?$)"
)
# Names as they stand in a byline; or one name after the word for writing.
NAMES_AS_WRITTEN = re.compile(
    r"(?!(?:By|Von|Por|Par|Di|Door|Written|Posted|Published|Updated|Reviewed|Text|Words)\b)[A-ZÀ-Þ][\w'’-]+(?: (?:[A-Z]\.|(?:de|da|di|del|van|von|der|la|le|bin|al) )? ?[A-ZÀ-Þ][\w'’-]+){1,3}|(?<=[Bb]y )[A-ZÀ-Þ][\w'’-]{2,}|(?<=[Vv]on )[A-ZÀ-Þ][\w'’-]{2,}|(?<=[Pp]or )[A-ZÀ-Þ][\w'’-]{2,}|(?<=[Pp]ar )[A-ZÀ-Þ][\w'’-]{2,}"
)
SIGNED = re.compile(
    r"(?:.*\b)?(?:by|von|por|par|di|door|text:|texto:|author:|written by) +((?:[^\W\d_][\w.'-]+ ?){2,4}?)(?=$| and | und | y | et | on | in | for | at | am | le | el |,|\||·|-|–)"
)

# The name of an issue, not of an article.
MASTHEAD = re.compile(r".*\b(?:edition|issue|ausgabe|edición|édition|edizione|newsletter|no\. ?\d+|nr\. ?\d+)\b")

# A code of letters and digits, as agencies and systems put above a title.
CODE_AS_WRITTEN = re.compile(r"\(?[A-Z]{2,}\d+\b|.*\b[A-Z]+-[A-Z]+/[A-Z]+")

# Small words within a credit's names.
JOINTS = frozenset("for the of by and de du des la le del di da von van der den und et y e via at on".split())

# What a person who signs an article is called.
POST = re.compile(
    r"\b(?:reporter|correspondent|editor|columnist|writer|journalist|staff|desk|critic|redakteur\w*|redaktion|korrespondent\w*|corresponsal|periodista|redacción|journaliste)\b"
)

# A day with its month; a line above the prose that holds one is no title.
DAY = re.compile(rf"{_DAY}|\b{_MONTH} \d{{1,2}}\b|\b\d{{1,2}}\.? {_MONTH}(?!\w)|\b\d{{1,2}} {_MONTH} \d{{4}}")
PLACE_AND_TIME_AS_WRITTEN = re.compile(r"[A-ZÀ-Þ][\w .'’-]{2,40}(?:,| [-–—|·]) .*\d{1,2}.*\d{4}.{0,30}")

# A place in capitals, or a place with a date or an agency, before a dash: what stands before a report's first sentence.
_WHEN = r"(?:(?:,| |,? ?[—–-]) ?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?|\d{1,2}\.? [A-Za-zà-ü]{3,10}\.?(?: \d{4})?))"
_AGENCY = r"(?: ?(?:\([^)]{2,40}\)|/[^/]{2,30}/))"
DATELINE_AS_WRITTEN = re.compile(
    rf"(?!FILE\b|WATCH\b|VIDEO\b|READ\b|MORE\b|UPDATE\b|ALSO\b)(?!(?:Sir|Madam|Sirs|Editor|Dear)\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?:[A-ZÀ-Þ][A-ZÀ-Þ.'’ -]{{2,30}}(?:, [A-Z][\w. ]{{1,24}})?{_WHEN}?{_AGENCY}?|[A-ZÀ-Þ][\w.'’ -]{{1,30}}?(?:{_WHEN}{_AGENCY}?|{_AGENCY}))"
    r"\s?(?:—|–|--|-)\s+(?=[\"“„«A-ZÀ-Þ])"
)
# In local papers: a place alone, before the first paragraph.
PLACE_AS_WRITTEN = re.compile(
    r"(?!(?:Sir|Sirs|Madam|Editor)\b)[A-ZÀ-Þ][\w'’-]{2,24}(?:[ /-][A-ZÀ-Þ][\w'’-]{2,24})?(?:\s?\.?\s?[—–]|(?<=[^\W\d_]{5})\.)\s+(?=[\"“„«A-ZÀ-Þ])"
)
GLUED_RIGHTS_AS_WRITTEN = re.compile(
    r"(?<=\S )(?:Purchase|Acquire|Buy) [Ll]icensing [Rr]ights(?:, opens new tab)?$|(?<=\S )opens (?:in )?(?:a )?new (?:tab|window)$"
)

# A word for a picture and a name; names parted by a stroke; a name or a credit run on to the end of a sentence.
_PICTURE = r"(?:[Pp]hoto(?:graph|s)?|[Pp]ics?|[Ss]till|[Ss]creenshot|[Bb]eeld|[Ff]otos?|[Ii]mages?|[Pp]ictures?|[Ii]llustration|[Bb]ild(?:er)?|[Cc]redits?|[Gg]raphic|[Ii]magen|[Cc]rédit(?:o|os|s)?|[Gg]rafik|[Gg]ráfico|[Kk]uva|[Zz]djęcia|📷|PHOTO(?:GRAPHS?)?|FOTO|[Zz]djęcie|[Ff]ot\.|[Ff]otoğraf|[Vv]isuali[sz]ier(?:ung|ing)|[Vv]isuali[sz]ation|[Rr]endering|[Ii]llustrazione|[Ii]llustratie|[Ii]lustración|[Ii]lustração|[Ii]lustracja|[Ii]nfogra(?:fik|phic|phie|fía|fica|fia)|[Ii]mmagine|[Ii]magem|[Cc]omposite|[Mm]ontage|[Gg]rafika|[Kk]arte|[Aa]rchivfoto|[Ss]ymbolbild|[Cc]ortesía|[Ff]oto(?:grafía)?|[Vv]ideo)"
CREDIT_AS_WRITTEN = re.compile(
    rf"(?!\w+: ?[\d.,]+\.?$)(?:.{{3,90}}(?:\(|, |/ ?)(?:CC[ -]BY\b[^)]{{0,16}}|CC0|[Pp]ublic [Dd]omain|Creative Commons[^)]{{0,20}}|[Ww]ikimedia(?: Commons)?)\)?$|(?:[A-ZÀ-Þ][\w'’-]+ ){{1,3}}(?:[Ss]taff |[Ff]ile )?(?:photo|picture|image|graphic|illustration|photograph)s? by [A-ZÀ-Þ]|[Ff]ot\. \w|\([A-Z]{{2,5}} [Pp]hoto/|[Pp]hoto - https?:|[A-Z]{{2,5}} [Pp]hoto/|[Ii]llustration by [A-ZÀ-Þ]|(?:[Cc]hart|[Mm]ap|[Dd]iagram|[Aa]rtwork|[Gg]raphics?)(?: by)?: ?[A-ZÀ-Þ]|(?:Reader|File|Stock|Archive|Agency|Press|Police|Court) (?:picture|photo|image)s?:|\((?:[A-ZÀ-Þ]\w+ ){{1,3}}(?:file )?(?:photo|picture|image)\)$|\(?(?:{_PICTURE}(?: (?:credit|by|courtesy(?: of)?|de|von|:))?\s?[:/©]|[Cc]rédits? photos? ?:|{_PICTURE} (?:by|courtesy)\b|© ?{_PICTURE}|Courtesy of)\s?\S)"
)
COPYRIGHT_NAME_AS_WRITTEN = re.compile(
    r"(?!.*\b(?:Ltd|Inc|LLC|GmbH|AG|Media|Magazine|Newspapers?|Tagblatt|Zeitung|Group|Publishing|Verlag|Editorial|S\.?A|Srl|B\.?V)\b)© (?:[A-ZÀ-Þ][a-zà-ÿ][\w'’-]+ ?){2,3}"
)
STROKE_CREDIT_AS_WRITTEN = re.compile(
    r"(?:[A-ZÀ-Þ][\w.&'’-]*\s?){1,4}\s?/\s?(?:[A-ZÀ-Þ][\w.&'’-]*\s?){1,4}(?:\s?/\s?(?:[A-Z][\w.&'’-]*\s?){1,3})?"
)
_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?: (?:[«»]|[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+)){1,8}"
GLUED_CREDIT_AS_WRITTEN = re.compile(
    rf"[.!?][\"”’)]?\s+(?=Credits?: [A-ZÀ-Þ].{{2,120}}$|\(?(?:Photo|Photograph|Picture|Image|Foto|Bild)s? (?:by|courtesy of|von|de|di|door) (?:the )?(?:author|writer|autorin|autor|auteur|autore|me|my \w+)\b.{{0,30}}$)|[.!?][\"”’)]?\s*(?=(?:[—–-] ?)?\(?(?:(?:© ?)?{_PICTURE}(?:(?: (?:credit|by|courtesy(?: of)?))?\s?[:/](?:[^.!?]|\b[A-Z]\.|\b\w{{1,8}}\.(?= [/(a-z])|\d\.\d){{2,70}}| (?:credit|by|courtesy(?: of)?|von|de|di) [A-ZÀ-Þ](?:[^.!?]|\b[A-Z]\.){{2,60}}| (?:[A-ZÀ-Þ][\w'’-]+ ?){{1,4}})\.?|© ?[^.!?]{{2,50}}|{_CAPITALS}|(?:[A-ZÀ-Þ][\w'’&.-]+ ){{1,4}}[Ff]ile(?: photo)?|(?:[A-ZÀ-Þ][\w'’&-]+ ){{1,3}}(?:TV|Television|Media|Record|Herald|Post|Gazette|Courier|Observer|Agency|Pictures|Images|Press|Archives?|Studios?|News)|(?:[A-ZÀ-Þ][\w'’.-]+ ){{2,3}}for (?:[Tt]he )?(?:[A-ZÀ-Þ][\w'’-]+ ?){{1,4}}"
    rf"|(?:[A-ZÀ-Þ\d][\w&'’.-]* ?){{1,4}}/ ?(?:[A-ZÀ-Þ][\w&'’.-]* ?){{1,4}})\)?$)"
    r"|[a-zà-ÿ)][.][\"”’)]?(?=(?:[A-ZÀ-Þ][\w&'’-]*[ /]?){1,5}$)"
)

# A credit in brackets, whether the words before it end with a stop or not.
BRACKETED_CREDIT_AS_WRITTEN = re.compile(
    r" (?=\((?:(?:[A-ZÀ-Þ][\w.&'’-]* ){1,4}(?:file )?(?:photo|picture|image)|(?:Photo|Picture|Image|Foto|Bild|Credit|Credits|Fot\.)(?::| by) ?[A-ZÀ-Þ][^()]{2,60})\)$)"
)

# A writer's initials or an agency's mark in brackets after a paragraph's last sentence.
GLUED_SIGN_AS_WRITTEN = re.compile(
    r"(?:[.!?…][\"”’“]?)\s+(?=\((?:[a-zäöüß]{2,5}(?:[/,] ?[a-zäöüß]{2,6})*|[A-Z][a-z]+(?:press|news)|[A-Z]{2,5})\)$)"
)

# What says that a line is about a picture.
OFFICE_CREDIT_AS_WRITTEN = re.compile(
    r"(?:[A-ZÀ-Þ][\w.&'’-]*\s){1,4}via(?:\s[A-ZÀ-Þ][\w.&'’-]*){1,3}|(?:[A-ZÀ-Þ][\w.&'’-]*\s){1,4}(?:TV|Television|Photo(?:s| Service)|Photography|Pictures|Images|Press Office|News Agency|Handout|[Ff]ile photo)|📷.{2,40}|[Hh]andout|(?:Supplied|Contributed|Submitted)(?: (?:photo|image|picture))?"
)
SPACED_CREDIT_AS_WRITTEN = re.compile(r"(?:[A-ZÀ-Þ][\w.&'’-]*\s){1,4}/(?:\s[A-ZÀ-Þ][\w.&'’-]*){1,4}")
SHOWS = starts(
    r"(?=[^\"]*$)(?!.*\b(?:said|told|says?)\b)[^.!?]{0,160}(?:\((?:(?:front|back|second|third|first|far|top|bottom|standing|seated|centre|center|middle)[ ,-]{0,2})?(?:left|right|centre|center|links|rechts|mitte|l\.|r\.|m\.|izquierda|derecha|centro|izda?\.?|dcha?\.?|à gauche|à droite|au centre|a sinistra|a destra|al centro|à esquerda|à direita|ao centro|midden|po lewej|po prawej|w środku|till vänster|till höger|i mitten)(?: (?:and|with|und|y|et|e|en|i|och) [^)]{2,20})?\)|,? pictured (?:here|in|at|last|above|below|with|on|left|right|during|during|earlier|outside|before|after|this)\b|\((?:archiv(?:bild|foto|aufnahme)?|symbol(?:bild|foto)|file(?: photo| picture| image)?|archivo|imagen de archivo|archives?|archivio|arquivo|archief(?:foto)?|zdjęcie archiwalne|arkivbild|arkiv)\)|,? (?:en|in|dans|em|på|na|op) (?:una?|ein(?:em|er)?|une|uma|en|een|zdjęciu)? ?(?:imagen|foto(?:grafía)?|archivbild|image|photo|immagine|imagem|bild|archieffoto) (?:de archivo|d'archivio|d'archives?|de arquivo|archiwalnym|facilitada|cedida))", r"(?:im bild|en la imagen|sur la photo|nella foto|na foto|op de foto|na zdjęciu|på bilden|bildunterschrift|ci-dessus)[:,]", r"unser (?:foto|bild) zeigt", r"file ?[-–—:] ?",
    r"(?:an?|the|this) (?:[\w'-]+ ){0,3}(?:illustration|impression|photo(?:graph)?|picture|image|map|chart|graphic|file photo|screenshot|rendering|still|drawing)"
    r"(?: \w+){0,6}? (?:shows?|depicts?|taken)", r"in this (?:\w+ ){0,3}(?:photo|image|picture)", r"(?:watch|animation|radar loop|time-?lapse|video|audio|clip|interactive): [^.?]*$", r"[^.!?]* [–-] (?:video|in pictures|audio|video report|video explainer)$", r"file(?: photo)?[:\s]+[-–—]?", r"pictured:?",
    r"(?:archiv|symbol)(?:bild|foto)", r"das (?:foto|bild) zeigt", r"(?:la|una|en la) (?:imagen|foto(?:grafía)?)\b(?: \w+){0,3} (?:muestra|de archivo)",
    r"(?:fig(?:ure)?|abb(?:ildung)?|tabla|figura|rys|table)\.? \d+[.:]", r"(?:left|right|above|below|top|bottom|from left|clockwise from)\b[^.]{0,20}:", r"imagen de archivo", r"photo d'(?:archives|illustration)",
)  # fmt: skip

NAME_AS_WRITTEN = re.compile(
    r"(?:[—–-] )?[A-ZÀ-Þ][\w'’-]+(?: (?:[A-Z]\.|de|da|di|del|van|von|der|la|le|bin|al|[A-ZÀ-Þ][\w'’.-]+)){1,4}"
)
BEGINS_WITH_NAME_AS_WRITTEN = re.compile(
    r"The (?:writer|author)\b|(?:[—–-] )?(?:[A-Z][\w'’-]+ ){0,1}(?:[a-z-]+ ){0,3}[A-ZÀ-Þ][\w'’.-]+ [A-ZÀ-Þ]|About the author"
)

# A name and, after a sign or a small word, a place or an office.
NAME_AND_PLACE_AS_WRITTEN = re.compile(
    r"(?:(?:Dr|Prof|Rev)\.? (?:\w+\. )?)?(?:[A-ZÀ-Þ][\w'’-]+ ){1,2}[A-ZÀ-Þ][\w'’-]+(?: \||,? (?:at|in|on|from)(?: the)?|,| [-–—] ?)\s?[A-ZÀ-Þ][^.!?:]*|(?:[A-ZÀ-Þ][\w'’-]+ ){1,2}[A-ZÀ-Þ][\w'’-]+, (?:at|in|on|from) the [^.!?:]*"
)

# A desk or an agency and where its reporter stood.
DESK_AND_PLACE_AS_WRITTEN = re.compile(
    r"[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)? (?:at|in) (?:the )?(?:[A-ZÀ-Þ][\w'’-]+ ?){1,3}"
)

# Names alone, or a studio: who made a picture, where its words stand above.
CREDITED_AS_WRITTEN = re.compile(
    r"\(?(?:[A-ZÀ-Þ][\w.&'’-]*(?: (?:[a-z]{2,3} )?|$|(?=\))|(?: ?[|/+,] ?)(?=[A-ZÀ-Þ])| via )){1,7}\)?"
)

# What a person who signs does, where the sentence begins with the name.
OF_AN_AUTHOR = re.compile(
    r"(?:\S+ ){0,3}?(?:is|was|has|covers|covered|writes|wrote|reports|reported|lives|teaches|works|worked|studies|studied|edits|hosts|runs|joined|grew up|served|spent|farmed|holds|leads|directs|chairs|heads|contributes|ist|schreibt|berichtet|arbeitet|lebt|lehrt|leitet|es|escribe|cubre|vive|trabaja|enseña|dirige|est|écrit|couvre|vit|travaille|enseigne|è|scrive|vive|lavora|insegna|é|escreve|trabalha|ensina|schrijft|werkt|woont|is|jest|pisze|pracuje|mieszka|är|skriver|arbetar|bor)\b"
)

# What an author's biography says of its subject.
DOES = re.compile(
    r"\b(?:is|was|has been|writes|covers|reports|lives|teaches|works|joined|edits|ist|schreibt|berichtet|arbeitet|es|escribe|cubre|est|écrit|couvre|jest|pisze)\b"
)
IS = re.compile(
    r"(?:is an?|lives|writes|works|grew up|was born|teaches|ist|lebt|schreibt|es una?|vive|escribe|est|vit|écrit) "
)
PROFESSION = re.compile(
    r"\b(?:is|ist|es|est|jest) (?:an?|the|our|eine?|un|une|la|le|el)?\s?(?:[\w'’-]+,? ){0,5}"
    r"(?:reporter|correspondent|editor|columnist|journalist|writer|blogger|redakteur(?:in)?|korrespondent(?:in)?|reporterin|volontär(?:in)?|"
    r"periodista|redactora?|corresponsal|columnista|journaliste|correspondante?|chroniqueu\w+|rédact\w+|dziennikar\w+)\b"
)

WRITES = re.compile(
    r"\S+ \S+ (?:writes|schreibt|escribe|écrit|scrive|schrijft|escreve|pisze) (?:about|for|on|über|für|sobre|para|sur|pour|di|per|over|voor|o|dla)\b|the (?:writer|author) \w+|.{3,120}\b(?:reach|contact|follow|e-?mail) (?:him|her|them|me|the (?:author|writer)) (?:at|on|via|by)\b|\S+ \S+ (?:covers|reports on|reports for|is based in|[–—-] (?:dziennikar|redakt|journalist|periodista|giornalist|jornalist)\w*)(?!\w)"
)

KEY_POINTS = starts(
    r"najważniejsze\b.{0,14}:?$", r"w skrócie", r"in sintesi", r"(?:i )?punti (?:chiave|principali)", r"em resumo", r"(?:principais )?pontos(?:-chave| principais)", r"in het kort", r"dit weten we", r"detta vet vi", r"sammanfattning", r"das wissen wir", r"(?:esto es )?lo que sabemos", r"(?:las )?claves", r"ce (?:que l'on sait|qu'il faut)", r"key (?:events|moments|developments)",
    r"(?:key|main) (?:points|takeaways|facts)", r"what we know(?: so far)?", r"the (?:main points|key facts)", r"highlights", r"in (?:brief|short)", r"at a glance", r"summary", r"what (?:to|you need to) know",
    r"das wichtigste(?: in kürze)?", r"auf einen blick", r"(?:lo|puntos) (?:esencial|clave)s?", r"(?:à|a) retenir", r"l'essentiel", r"en (?:breve|bref)",
)  # fmt: skip

# The title of a column of short items.
BRIEFS = re.compile(
    r"in brief:.{0,60}$|(?:\S+ ){1,4}in brief(?:\b.{0,30}|: .{0,80})$|(?:\S+ ){0,4}(?:briefs|briefing|round-?up|kurz notiert|kurzmeldungen|en breve|breves|en bref|in breve|kort nieuws|w skrócie)(?:: .{0,60})?$"
)

# A line that begins as an item of a list.
BULLET = re.compile(r"[•●▪◦‣·∙*–—-]\s|\d{1,2}[.)]\s|[•●▪◦‣]")

# `WITNESS: ...`: a line that names its speaker or its subject in capitals.
LABELLED_AS_WRITTEN = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ .'-]+:")

# Lists that others pay for.
SPONSORED = re.compile(
    r"(?:sponsored|promoted|paid|partner) (?:headlines|stories|links|content|posts|by)$|(?:from|by) our (?:sponsors|partners|advertisers)$|(?:from |elsewhere )?around the web$|from the web$|ads? by \w+$|recommended by \w+$|don't miss$|you may like$"
)

# What, set above words, says that they are subjects.
TOPICAL = re.compile(
    r"(?:more on|more about|in this article|related topics|topics|mehr zu|mehr zum|temas|sujets|argomenti|assuntos|onderwerpen|tematy|ämnen)\b.{0,12}$"
)

# What remains of a stamp when its dates and hours are taken away.
STAMP_WORDS = re.compile(
    r"(?:first|last|originally?|also|published|updated|modified|posted|revised|reviewed|created|issued|filed|on|at|and|uhr|stand|veröffentlicht|aktualisiert|geändert|erstellt|zuletzt|am|um|und|publicado|actualizado|modificado|creado|el|a|las|la|los|de|h|hs|hrs|publié|mis|jour|à|le|modifié|pubblicato|aggiornato|il|alle|ore|atualizado|em|às|gepubliceerd|bijgewerkt|laatst|op|om|uur|opublikowano|aktualizacja|zaktualizowano|dodano|godz|publicerad|uppdaterad|kl|klo|den|mon|tue|wed|thu|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|[ap]\.?m|[a-z]{2,4}t|utc|gmt|cet|mez|\d{1,2}|[|·•,.:;/()–—-])(?!\w)"
)
A_DAY = re.compile(_DAY)
AN_HOUR = re.compile(r"\b\d{1,2}[:.h]\d{2}\b")

# A day alone or with its hour, without a word for writing.
BARE_DATE = re.compile(
    rf"(?:\w+,? )?(?:den |the )?{_DAY}(?:,? (?:at |um |à |a las )?\d{{1,2}}[:.h]\d{{2}}(?: ?[ap]\.?m\.?)?(?: [a-z]{{2,5}})?)?$"
)

# How a letter ends; below it stand its writer's name and place.
SIGNATURE = re.compile(
    r"(?:yours|(?:yours )?(?:sincerely|faithfully|truly)|(?:with )?(?:kind|best|warm) regards|respectfully|hochachtungsvoll|mit freundlichen? gr(?:uß|üßen?)|atentamente|cordialmente|saludos(?: cordiales)?|cordialement|(?:bien )?(?:à vous|sincèrement)|(?:cordiali|distinti) saluti|atenciosamente|met vriendelijke groet(?:en)?|hoogachtend|z poważaniem|med vänlig(?:a)? hälsning(?:ar)?)\b.{0,24}[,.!]?$"
)

# What stands above titles of other articles.
RELATED = re.compile(
    r"continue to next (?:story|article)$|keep reading$|hand(?:-| )?curated$|(?:hand-?picked|picked) for you$|read next:?$|(?:people|readers|others|subscribers) (?:are |who read this )?(?:also )?(?:are )?(?:reading|read|liked|viewed|like).{0,3}$|(?:keep|continue) (?:digging|exploring|browsing)$|explore (?:further|more)(?: (?:on|in|from|about) .{2,30})?$|(?:you may have|what you|in case you) missed.{0,12}$|(?:more|also|next|elsewhere) (?:letters|in .{2,30}|on .{2,30}|opinion|analysis|columns?|blogs?|videos?|reviews?|interviews?)$|(?:must[- ]reads?|staff picks|featured(?: stories| articles)?|the latest|in other news|top (?:stories|picks|reads|videos|headlines)|reader favou?rites|(?:next|previous) (?:up|story|article|read)|from the (?:same|blog|section|magazine|archive).{0,20}|most (?:viewed|read|commented|emailed|e-mailed|discussed|watched|listened|popular|clicked)(?: (?:in|this|today|now|on|stories).{0,20})?|weiterlesen|meistgelesen.{0,20}|neueste (?:artikel|meldungen|beiträge)|aus dem ressort.{0,20}|themenseiten|mehr aus .{2,30}|lesetipps|leserfavoriten|(?:lo )?más (?:leíd[oa]s?|vist[oa]s?|comentad[oa]s?|noticias)|últimas noticias|otras noticias|además|también (?:en|te) .{2,30}|(?:les )?(?:plus|articles) (?:lus|récents|populaires|commentés)|dans la même rubrique|sur le même sujet|nos recommandations|dernières (?:actualités|infos|nouvelles)|(?:i )?più letti|articoli (?:correlati|recenti|simili)|ultime notizie|da non perdere|(?:as )?mais (?:lidas|vistas|notícias|comentadas)|últimas notícias|veja mais|meest gelezen|lees verder|laatste nieuws|verwante artikelen|gerelateerd|najnowsze|popularne|najpopularniejsze|powiązane(?: artykuły)?|warto przeczytać|mest lästa|senaste nytt|relaterat|fler artiklar)$|(?:related|more|most|other|further|recommended|popular|trending|latest|recent|similar|top|also)\b.{0,40}"
    r"\b(?:articles?|stories|news|posts?|threads?|links?|reading|coverage|read|viewed|popular|shared|headlines|topics|from|on|in|like|reports?)\b.{0,20}$"
    r"|(?:related|read next|up next|you (?:might|may) (?:also )?(?:like|be interested in)|recommended(?: for you)?|don'?t miss|what to read next|"
    r"from (?:around )?the web|from (?:the|our) archives?|.{3,30}you (?:might|may) (?:also )?(?:like|enjoy)|polecamy|leggi tutto|consigliati|recomendados?|aanbevolen|mer (?:om|från|läsning)|läs också|mest läst|mest lest|mest læste|luetuimmat|nejčtenější|empfohlen|top-?themen|yesterday's \w+|more \w+|trending(?: now)?|most popular|editors?'?s?'? (?:picks?|choice)|see also|also read|read (?:also|more)|more (?:like this|on this)|similar (?:threads|posts|articles|stories)|(?:\S+ )?things (?:i|we) (?:read|liked|loved)\b.{0,20}|further reading|auch interessant|"
    r"mehr (?:zum thema|artikel|aus .*|nachrichten)|(?:meist|meist)gelesen|das könnte (?:sie|dich) (?:auch )?interessieren|lesen sie auch|verwandte (?:artikel|themen)|weitere (?:artikel|themen|nachrichten|meldungen)|"
    r"te puede interesar|también te puede interesar|noticias relacionadas|lo más (?:leído|visto)|más (?:noticias|información|leídas|sobre .*)|artículos relacionados|relacionad[oa]s|"
    r"à lire (?:aussi|également)|sur le même (?:sujet|thème)|articles? liés?|les plus lus|lire aussi|plus d'articles|"
    r"meer (?:over|nieuws|lezen).*|potrebbe interessarti.*|altr[ei] (?:articoli|notizie)|what (?:else )?(?:we are|we're|i'm|i am) reading|veja também|mais lidas|przeczytaj (?:też|także)|nos autres articles|leggi anche|czytaj (?:też|także)|zobacz także|polecane|najczęściej czytane|ilgili haberler|çok okunanlar|lees ook|leia também)\b.{0,30}$"
)

# A heading may ask, with any verb.
ASKS = re.compile(
    r"(?:so |and |but )?(?:before|after|once|bevor|nachdem|avant de?|après|antes de|después de|prima di|dopo|what|how|why|where|who|when|which|wie|was|warum|wo|wer|wann|qué|cómo|por qué|quién|dónde|comment|pourquoi|qui|où|quand|come|perché|chi|dove) "
)

# What tells a sentence that lost its stop from a heading: a pronoun at its beginning, a verb in the past.
CLAUSE = re.compile(
    r"(?:may|shall|might|dare|must|am|was|did) (?:i|we) |(?:(?:so|and|but|then) )?(?:i|he|she|it|they|we|you|there|er|sie|es|wir|ich|ihr|él|ella|ellos|ellas|nosotros|il|elle|ils|elles|nous) "
    r"|\S+ .*(?<!\ba )(?<!\ban )(?<!\bthe )(?<!\bto )(?<!\bof )(?<!\bno )(?<!\bwell )\b(?:was|were|is|are|had|has|have|did|does|said|says|told|put|set|cut|let|hit|read|wrote|brought|bought|thought|caught|taught|sent|spent|built|paid|heard|sold|drew|grew|flew|threw|rose|woke|broke|chose|drove|rode|ate|drank|sang|swam|hung|stuck|shook|wore|stood|went|came|took|gave|made|knew|saw|got|left|fell|began|kept|held|ran|sat|lay|met|won|lost|spoke|"
    r"asked|answered|called|looked|wanted|seemed|walked|waited|stopped|turned|opened|closed|laughed|nodded|remained|followed|stayed|worked|lived|died|could|would|will|cannot|can|must|should|"
    r"war|waren|ist|sind|hatte|hatten|hat|haben|durfte|konnte|wollte|musste|sollte|sagte|kam|ging|stand|blieb|wurde|wurden|wird|"
    r"era|eran|fue|fueron|es|son|está|están|había|ha|han|dijo|dice|hay|était|étaient|est|sont|avait|ont|dit|fut)\b"
)

# Who speaks or is spoken of: a caption names what it shows.
PRONOUN = re.compile(
    r"(?:i|he|she|it|they|we|you|but|and|so|yet|then|er|es|wir|ich|aber|él|ella|ellos|pero|il|elle|ils|elles|nous|mais|lui|lei|ma|ele|ela|mas|hij|zij|ze|maar|han|hon|men) "
)

# A thing and what is said of it: a heading, whatever verb follows.
STEP = re.compile(
    r"(?:step|part|chapter|day|lesson|rule|reason|analysis|opinion|in pictures|profile|explainer|player of the match|teil|schritt|partie|étape|paso|parte|deel|stap|krok|część|del)\b[^:]{0,20}:"
)
OF_A_THING = re.compile(r"(?:the|an?) \w+ (?:that|who|which|nobody|no one|everyone|i|we|you|they|he|she) ")

# A page that is a company's or an office's own announcement.
ANNOUNCEMENT = re.compile(
    r"for immediate release|press releases?\b|media (?:contact|release)|press contact|pressemitteilung|comunicado de prensa|communiqué de presse|newsroom"
)
RELEASE = re.compile(r"(?:release|press|news release|pm|comunicado)\b.{0,12}\d|news provided by")
PICTURED_BY = re.compile(
    r"(?:photograph(?:s|y)?|pictures|illustrations?|drawings|photos|fotos|video) (?:by|von|de|di|par) "
)
ABOUT_US_AND = re.compile(
    r"(?:About|Über|Sobre|Acerca de|À propos de) (?:the |die |den |la |el )?(?:[A-ZÀ-Þ]\S* ?|of |for |and |the ){1,8}:? ?[:–—-] ?[A-ZÀ-Þ]"
)
WEEKDAY = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
)
CONTACT = re.compile(r"(?:media|press|for (?:more|further)|contact|pressekontakt|contacto|notes? to editors)")
ABOUT_US = re.compile(r"(?:about|über|sobre|acerca de|à propos de?) \S+(?: \S+){0,5}$")

# What stands above the remarks of readers.
REMARKS = re.compile(
    r"(?:\d+ )?(?:thoughts? on .*|komentarze|comments?|replies|responses|reader comments|kommentare|comentarios|commentaires|réactions|join the (?:conversation|discussion)|(?:post|leave|add|write) a (?:comment|reply)|there (?:are|is) \d+ comments?\b.{0,30}|(?:all|top|reader|recent|latest|best) comments?|leserkommentare|lesermeinungen|kommentar schreiben|(?:laisser|ajouter) un commentaire|vos réactions|deja (?:un|tu) comentario|commenti|lascia un commento|comentários|reacties|reageer|opinie|kommentarer|\d+ (?:kommentare|comentarios|commentaires|commenti|comentários|reacties|komentarz\w*|kommentarer))(?: ?[([]?\d+[)\]]?)?:?$"
)
STAMP = re.compile(
    r"(?:re: .{0,60})?[\"«] ?(?:reply #\d+ )?on: |.{0,30}\b(?:reply|post|antwort|respuesta|réponse|risposta|resposta|svar) ?#\d+\b|quote from:? \S+.{0,30} on \w+ \d|posted:? (?:mon|tue|wed|thu|fri|sat|sun)\b.*\d{1,2}:\d{2}|(?:post by|by|von|por|par|posted by) \S+.{0,20} (?:\"|\||on|at|·|,) .*\d{1,2}[:.]\d{2}|.*\b(?:replied|wrote|commented)\b.{0,30}\d"
)

# A picture's file name; or one word of small letters alone on its line.
FILE_NAME_AS_WRITTEN = re.compile(
    r"\[[\w-]+\.\w{3,4}\]|[\w-]+\.(?i:jpe?g|png|gif|webp|svg|tiff?)|[a-z][a-z0-9_-]{5,60}"
)

# A place held for a picture.
PICTURE_HOLDER = re.compile(
    r"(?:image|photo|picture|slide) \d+ (?:of|/) \d+$|[\[(](?:image|img|photo|picture|bild|foto|imagen|chart|map|graphic)\b[^\])]*\]$"
)

# Who put a page together: an author above the prose, a helper below it.
COMPILED = re.compile(
    r"\(?(?:compiled|transcribed|prepared|edited|transcript (?:prepared|made|by)|curated|hosted|moderated)\b(?: by)? "
)

# What says that a time is the page's own, not the byline's.
OF_THE_PAGE = re.compile(
    r"^(?:updated|edited) at \d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: [a-z]{2,5})?$|^posted:? (?:mon|tue|wed|thu|fri|sat|sun)\w{0,6},? |\bago\b|\b(?:filed under|posted in|tagged)\b|^start date:"
)

# The question that stands beside a door for those who pay.
LOG_IN = re.compile(
    r".{0,60}\?.{0,8}\b(?:log ?in|sign in|anmelden|einloggen|inicia sesión|connectez|accedi|entre|inloggen|zaloguj(?: się)?|logga in|log ind|logg inn)\b.{0,12}$"
)

# A farewell: what follows it is a name, and the letter's own.
FAREWELL = re.compile(
    r".*,$|(?:yours|love|cheers|best|kind regards|best wishes|warmly|until (?:next|then)\b.*|see you (?:next|then|soon)\b.*)[.!]?$"
)

# What parts the items of a menu that stands on one line.
SEPARATOR = re.compile(r"\s*[|›>·•→]\s*|\s*»\s|\s*/\s*|\s{2,}|\t")
