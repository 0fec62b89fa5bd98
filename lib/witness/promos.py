"""The words by which a page speaks for itself: what it bids, offers and sells its readers, in some European languages.

Patterns are matched against folded text, as those of `furniture`; none knows an outlet, a person or an event.
"""

import re

from witness.furniture import starts

# The page speaks for itself or for its advertisers.
PROMO = starts(
    r"(?:read|see|watch|listen|hear|discover|explore)(?: (?:more|also|next|here|now))?:", r"(?:more|plus|also): [^.!?]{10,}$", r"give the gift of\b", r"this (?:article|piece|story|essay|feature|extract) (?:\w+ )?(?:appear|is taken|is from)\w*\b.{0,60}\b(?:issue|edition) (?:\d+|of)", r"(?:are|were|have) you\b.{0,160}\bsend (?:us |in )?your\b", r"follow .{3,60}\b(?:channels|social media|platforms|socials)\b", r"(?:also|more) on\b[^.]*:(?!.*\.$)",
    r"also read:?", r"read (?:more|also|next)", r"more from\b", r"related:", r"recommended:?", r"learn more", r"find out more",
    r"see also", r"see more", r"don'?t miss", r"in case you missed it", r"related (?:posts?|stor(?:y|ies)|articles?):", r"new here\?", r"nothing to miss", r"nichts mehr verpassen", r"no te pierdas", r"ne manquez", r"jetzt (?:abo|testen)\b", r"suivez\b.{0,80}\b(?:nous|nos|notre|sur|whatsapp|facebook|instagram|actualité|direct|application|chaîne)", r"watch the video",
    r"read (?:our|my) (?:full |complete |in-depth )?(?:guide|explainer|review|coverage|report|interview|profile)\b", r"para seguir leyendo\b", r"puedes seguirnos\b", r"si (?:tienes|conoces|has)\b.{0,90}\b(?:escríbenos|cuéntanos|contáctanos|llámanos)", r"(?:escríbenos|cuéntanos|écrivez-nous|contactez-nous|scrivici|scriveteci|schreiben sie uns|schrijf ons|napisz do nas|skriv till oss)\b",
    r"vous (?:avez|êtes|souhaitez|voulez)\b.{0,90}\b(?:écrivez-nous|contactez-nous|racontez-nous)", r"(?:alle|mehr|weitere)\b.{0,80}\b(?:finden|lesen|hören|sehen) sie (?:in|auf|bei|unter) (?:unser\w*|der app|hier)", r"hier (?:geht es|geht's) zu[rm]?\b", r"segui\b.{0,60}\b(?:su|sui) (?:whatsapp|facebook|instagram|telegram|canali|social)\w*", r"catch up (?:on|with)\b.{0,80}\b(?:our|here|highlights)", r"fancy\b.{0,80}\?.{0,6}\b(?:enter|win|book|join|sign up|get|try)", r"enter (?:our|the) (?:\w+ )?(?:draw|competition|prize draw|contest)", r"shop (?:our|the|now)\b", r"play (?:our|the|today's)\b.{0,40}\b(?:crossword|quiz|puzzles?|sudoku|games?)", r"(?:if you can|please),? (?:please )?(?:contribute|donate|give|consider (?:a|making|becoming|supporting))",
    r"(?:tickets|places|seats) (?:for|to) (?:our|the)\b.{0,90}\bbook (?:yours?|here|now|your)", r"sign up (?:for|to|here|now)", r"subscribe (?:to|for|here|now|today|from|and|or|at|with)\b", r"(?:enter )?your e-?mail(?: address)?$", r"get (?:our|the|all the|more|unlimited)\b.{0,80}"
    r"(?:newsletter|inbox|app|stories|access|free|delivered)", r"join (?:our|us|the (?:conversation|discussion))",
    r"follow (?:us|our|me|\S+(?: \S+){0,3}'s)\b", r"like us on", r"find us on", r"download (?:our|the)\b", r"support (?:our|us|independent|local)",
    r"become a (?:member|subscriber|supporter|patron)", r"donate\b", r"(?:if you |(?:are|did) you )?(?:enjoy(?:ed|ing)?|liked?|loved?|lov(?:e|ing)) (?:this|what|our|my|reading|the \w+\?)", r"(?:are you )?enjoy(?:ed|ing)\b.{0,50}\?", r"if you(?:'ve)? missed (?:it|our|this|last)\b", r"if you (?:have|found|value|believe|care|love|like|read|want|would like|can|think|know|are|'re|were|need|spot|saw|see)\b.{0,120}\b(?:subscri\w+|donat\w+|newsletter|newsroom|newsdesk|our app|tip jar|journalism|get in touch with us|share it with)\b", r"(?:was|were) you forwarded",
    r"forwarded this", r"want (?:more|to (?:read|get|support))",
    r"a (?:message|word|note) from\b", r"(?:download|get) (?:high-resolution|the (?:app|fact sheet|press kit))", r"advertisement:", r"(?:today's|this) (?:sponsor|\w+(?:'s \w+)? is (?:sponsored|brought|supported|presented))",
    r"(?:sponsored|presented|brought to you|supported) by", r"a (?:message|word) from our (?:sponsor|partner)",
    r"(?:>>|\">|\"\") ?", r"never miss\b", r"(?:pre-?order|book) (?:your (?:place|seat|tickets?)|now at|tickets|a copy|here)\b", r"(?:catch up|missed) (?:on|the|yesterday|last)\b.{0,60}\b(?:here|podcast|newsletter)\b", r"(?:podcast|gallery|watch|listen): \S+(?: \S+){1,18}$", r"(?:in|on) (?:our|the) (?:\w+ )?(?:podcast|(?:sunday|weekend|saturday) magazine)\b", r"(?:help|keep) (?:us (?:keep|to|report|by|fund|improve)|our (?:journalism|reporters|newsroom)|independent journalism|local (?:news|journalism))", r"your (?:support|donation|subscription|contribution)\b.{0,60}\b(?:us|our|journalism|keeps|helps|makes)\b", r"our (?:newsroom|reporters|journalism)\b.{0,40}\b(?:rely|relies|depend|depends|funded|paid for|supported|free to read|need your)\b", r"(?:see|hear|meet|join|visit) (?:us|our|\w+)\b.{0,40} (?:on|at) (?:stand|booth)\b", r"visit .{3,60}\b(?:stand|booth|for (?:more|details|the full))\b", r"got (?:a|any) (?:tip|story|question|view|photo|news)\w*\b", r"do you (?:know|have|remember|live|work|want)\b.{0,80}\?.{0,12}\b(?:write to|tell us|email|e-mail|call|contact|send us|get in touch|let us|join|sign up)\b", r"(?:were|was|are|have) you\b.{0,80}\?.{0,10}\b(?:write to|tell us|email|e-mail|contact us|send us|get in touch|let us|share your|subscribe|sign up)\b", r"(?:tell|let) us (?:know )?(?:what|your|in the|about|below|how|if)\b", r"share your (?:story|views?|memories|experience|thoughts|photos)", r"(?:watch|hear|listen to|follow|join) .{3,90}\b(?:app|podcast|alerts|instagram|facebook|whatsapp|telegram|youtube|subscribers?|recording)\b",
    r"(?:like|love|enjoy) (?:stories|news|reading|this)\b.{0,60}\?", r"(?:if )?this (?:post|article|story|page) \w+\b.{0,60}\b(?:you|coffee)\b", r"receb[ae]\b", r"entre no (?:canal|grupo)", r"únete", r"(?:have you |do you have |have you got |you )?got a (?:tip|story|question)", r"have you (?:got )?(?:a|any|seen|been|witnessed)\b.{0,60}\?",
    r"(?:my|our) (?:new )?(?:e-?book|book|course|podcast)\b.{0,80}(?:out now|readers|here|available|free)", r"(?:zie|weet|heb) jij\b", r"bekijk de abonnementen", r"neem (?:nu )?een", r"goede journalistiek",
    r"hai (?:una|visto)", r"you might also like:", r"(?:send|email|e-mail|write to) (?:us|me)\b", r"have (?:a|your) (?:say|tip)", r"about us:",
    r"(?:media|press) (?:contacts?|enquir|inquir)", r"contacts?:", r"for (?:more|further) information", r"für weitere informationen",
    r"note to editors", r"notes to editors", r"pressekontakt", r"contacto (?:de )?prensa", r"contact presse",
    r"(?:already|bereits|noch kein)e? (?:a )?(?:subscriber|abonnent|member|abonniert)", r"(?:jetzt|hier) (?:abonnieren|anmelden|bestellen|testen|(?:weiter)?lesen(?=$|[.!:]))",
    r"(?:lesen|hören|sehen) sie (?:auch|mehr|weiter|hier|jetzt|dazu)", r"(?:auch|mehr) (?:interessant|dazu|lesen|hören):", r"(?:zum thema|passend dazu|podcast|im video):", r"jetzt (?:weiterlesen|anmelden|registrieren|kostenlos|mitglied|bestellen|hören|spenden)\b", r"(?:jetzt |gleich )?(?:laden|holen) sie\b.{0,80}\bapp\b", r"spenden sie\b", r"mit \S{1,30}(?:\+|plus) (?:lesen|haben)\b", r"mehr zum thema:?", r"weiterlesen", r"abonnieren sie", r"melden sie sich", r"folgen sie uns",
    r"unterstützen sie", r"mit (?:einem|ihrem) (?:abo|abonnement)", r"sie (?:wollen|möchten) (?:weiter|mehr|unabhängig)",
    r"(?:dieser|dieses) (?:artikel|inhalt|text) (?:ist|steht)\b.{0,60}(?:abo|plus|kostenpflichtig|abonnent)",
    r"más información:", r"(?:más|amplía|ampliar) (?:en|sobre)\b[^.]*:", r"(?:escucha|escuche|mira|mire|vea|podcast|galería)(?: (?:también|aquí|más))?: ", r"hazte (?:socio|socia|suscriptor)", r"(?:si|¿)?(?: ?te)? ?(?:quieres|gusta|interesa)\b.{0,90}(?:suscr[íi]b\w*|boletín|newsletter|nuestr\w+|hazte|apóy\w+)", r"colabora con\b", r"ayúdanos\b", r"forma parte de\b", r"lea (?:también|más)", r"lee (?:también|más)", r"te puede interesar:", r"suscr[íi]b(?:ete|ase)\b", r"s[íi]g(?:uenos|anos)\b",
    r"ap[óo]y(?:a|e|anos|enos)\b", r"reciba?e?s?\b.{0,60}(?:bolet[íi]n|newsletter|correo)", r"descarg[au]e? ", r"ver (?:más|también)",
    r"lire (?:aussi|également|la suite)\b", r"(?:à|a) (?:lire|voir|écouter|relire)(?: aussi)?\b.{0,3}:", r"en savoir plus", r"(?:écoutez|regardez|découvrez|retrouvez)\b.{0,90}(?:podcast|application|appli|newsletter|page|chaîne|vidéo|nos\b|notre)", r"téléchargez\b", r"rejoignez\b", r"faites un don", r"chaque (?:matin|semaine|soir|dimanche|jour),? recevez", r"vous (?:aimez|appréciez|avez aimé)\b.{0,90}(?:abonn\S*|don|soutenez|newsletter|inscri\S*)", r"à lire aussi", r"abonnez-vous\b", r"suivez-nous", r"inscrivez-vous", r"recevez\b.{0,80}(?:lettre|newsletter|mail)",
    r"soutenez\b", r"(?:cet )?article réservé", r"réservé (?:à nos|aux) abonnés", r"il vous reste\b", r"la suite (?:de cet article )?est réservée", r"pour lire la suite",
    r"(?:quest[oa] \w+|contenuto|articolo) (?:è )?riservat", r"per continuare a leggere", r"sostieni", r"abbonati", r"iscriviti", r"assine\b", r"conteúdo exclusivo",
    r"dit artikel is (?!aangepast|gewijzigd|gecorrigeerd|bijgewerkt)\w+", r"verder lezen", r"wil je (?:verder|meer)\b", r"word (?:nu )?(?:lid|abonnee)", r"meld je aan", r"ten (?:artykuł|tekst) jest\b", r"czytasz nas", r"polub nas", r"wykup", r"wspieraj", r"want to .{3,60}\? (?:read|try|start|see|get|watch)", r"zapisz się", r"kup dostęp",
    r"(?:leggi|ascolta|guarda)(?: (?:anche|di più|qui))?(?: ?:|$| anche)", r"per saperne di più", r"scarica (?:la|l'|gratis)", r"seguici\b", r"dona (?:ora|adesso|il tuo|\d)", r"ricevi\b.{0,80}(?:newsletter|mail|notizie)", r"siga(?:-nos| nos| o (?:nosso|canal)| a nossa)\b", r"saiba mais", r"(?:ouça|assista|veja|confira)(?: (?:também|mais|aqui))?:", r"apoie\b", r"baixe (?:o (?:app|aplicativo)|nosso)\b", r"descarregue\b", r"torne-se\b", r"inscreva-se", r"subscreva\b",
    r"(?:lees|luister|kijk|bekijk)(?: (?:ook|meer|verder|hier))?:", r"steun (?:de|het|ons|onze)\b.{0,80}(?:journalistiek|redactie|krant|lid|euro)", r"volg (?:ons|onze|\S+(?: \S+){0,2} op)\b", r"schrijf je (?:nu )?in", r"ontvang\b.{0,80}(?:nieuwsbrief|mail|inbox|nieuws)", r"download (?:de|onze)\b", r"(?:heb je|heeft u|heb jij|tip)\b.{0,40}\b(?:tip|verhaal|nieuws)\b.{0,60}", r"obserwuj nas\b", r"pobierz\b.{0,60}aplikac\w+", r"(?:masz|widziałeś|wiesz)\b.{0,60}\?.{0,20}(?:napisz|zadzwoń|daj|wyślij)", r"dołącz do (?:nas|naszej|grupy)\b", r"więcej(?: na ten temat)?:", r"przeczytaj(?: (?:też|także|również))?:",
    r"läs (?:mer|också|även|vidare)\b.{0,3}:?", r"(?:lyssna|se) (?:också|även|mer):", r"följ (?:oss|vår)\b", r"bli (?:prenumerant|medlem)\b", r"prenumerera\b", r"tipsa (?:oss|redaktionen)", r"ladda ner\b", r"få\b.{0,60}nyhetsbrev", r"anmäl dig\b", r"læs (?:også|mere|videre)", r"les (?:også|mer|videre)", r"følg (?:os|oss)\b", r"(?:tilmeld|meld) (?:dig|deg)\b", r"bliv? (?:abonnent|medlem)\b", r"lue (?:myös|lisää)", r"tilaa\b.{0,40}uutiskirje", r"(?:čtěte|přečtěte si) (?:také|více|i)\b", r"citește (?:și|mai)", r"abonează-te", r"devam[ıi] ?:", r"abone ol",
    r"leggi anche", r"czytaj (?:też|także|więcej)", r"zobacz (?:też|także)", r"ayrıca oku", r"lees ook:", r"leia (?:também|mais)",
)  # fmt: skip

# What a page says when it speaks of its letters and offers; with a word for its reader it is a promo.
OFFERS = re.compile(
    r"\b(?:sign(?:ing)? up|subscribe|newsletters?|inbox|register (?:now|here|today)|free trial|start your|our (?:free )?app|the \w+ app[.,]"
    r"|turn on (?:alerts|notifications)|alerts in|on all devices|free for subscribers|with the code|forward (?:it|this)|special offer|\d ?% off"
    r"|donate (?:now|today|here)|suscr[íi]b\w+|bolet[íi]n|apúnt\w+|abonnieren|im abo|probeabo|gratis testen|registrieren sie|abonnez|s'abonner|app (?:warns|sends|tells|brings|is free)|instagram|whatsapp|podcast (?:returns|is)|paying member|become a (?:\w+ )?(?:member|subscriber|supporter|patron)|free (?:with|for|\w+-day|trial|course)|subscription|hit reply"
    r"|give (?:today|now)|(?:listeners?|readers?|viewers?|members?) (?:like you|paid|pay|who pay)|at no charge|by text message|buy me a (?:coffee|beer)|free to|plus lesen|kostet geld|unterstützen sie|soutenez|sostieni"
    r"|lettre d'information|inscri\w+-vous|prenumer\w+|subskry\w+|iscriviti|abbonati|assine|nieuwsbrief|nyhetsbrev|uutiskirje|pre-?order|free (?:daily|weekly|morning|evening) \w+|(?:our|the|your) (?:\w+ ){0,2}(?:letter|e-?mail|bulletin|briefing)\b.{0,40}\b(?:delivered|every (?:sun|mon|tues|wednes|thurs|fri|satur|week)day|each (?:morning|evening|week))|delivered to your|forward it to|pass (?:it|this) on to|no (?:adverts|ads)\b|ad-free|half price|(?:first|two|three|one) months? (?:free|for)|money back|cancel any ?time|you can find it here|(?:my|our) (?:\w+ ){0,3}(?:book|course|e-book|podcast|guide)\b.{0,80}\b(?:out (?:now|in|on)|for sale|on sale|available|shops?|half|free)"
    r"|(?:first|erste|ersten|premier|primer|primo|primeiro|eerste|första) (?:\w+ )?(?:month|monat|mois|mes|mese|mês|maand|månad)|(?:per maand|pro monat|al mes|par mois|al mese|por mês|miesięcznie|i månaden|im monat|a month|sin límites|sans limite|senza limiti|sem limites|unbegrenzt|onbeperkt|bez ograniczeń)(?=.*\b(?:read|les|lis|lee|lire|lee[rs]?|leggi|leia|lees|lesen|lest|czytaj|läs|unlimited|access|zugang|acces|accès|acceso|support|unterstütz|soutien|apoy)))(?!\w)"
)

READER = re.compile(
    r"\b(?:you|your|yours|us|our|we|ours|sie|ihre?[nmrs]?|dein\w*|du|te|tu|tus|usted\w*|nuestr\w+|nos|vous|votre|vos|notre|nous|here|hier|aquí|readers|subscribers)\b"
)

# Goods that a page offers, where its sentence begins by bidding.
GOODS = re.compile(
    r"^(?:watch|get|hear|listen|read|follow|stay|enjoy|discover|visit|catch|join)\b(?=.*\b(?:app|apps|alerts|newsletters?|podcasts?|briefing|e-?paper|inbox|never miss|on all devices|at no charge|by text message|on demand|live stream)\b)"
)

# What reading costs: a word that bids or allows to read, a sum, and for how long.
PRICE = re.compile(
    r"(?=.*\b(?:read (?:on|all|every\w*|more|without)|unlimited|lesen sie|weiterlesen|unbegrenzt|lisez|sans limite|lee|sin límites|leggi|senza limiti|leia|sem limites|lees|onbeperkt|czytaj|bez ograniczeń|läs|obegränsat)\b)"
    r"(?=.*(?:[£$€]|\b(?:euros?|pounds?|dollars?|pence|cents|p|kronor|kroner|kr|zł|francs?|franken|pesos|reais)\b))"
    r".*\b(?:a (?:week|month|year)|per (?:week|month|year|maand|jaar)|(?:pro|im|ersten) monat|(?:vier|zwei|drei) wochen|al (?:mes|año|mese)|(?:primer|el) mes|par mois|premier mois|por mês|primeiro mês|primo mese|miesięcznie|miesiąc|i månaden|om måneden|first (?:\w+ )?(?:month|weeks?)|(?:vier|eerste) (?:weken|maand))(?!\w)"
)

# What a page bids its reader do, at the beginning of a sentence.
BIDS = re.compile(
    r"(?:^|[.!?:] )(?:sign up|subscribe|download (?:our|the|it)|donate|give (?:today|now)|join (?:now|today)|become an? (?:\w+ )?(?:member|subscriber|supporter|patron|friend)|upgrade (?:for|to|now)|register (?:now|here|today)"
    r"|forward (?:it|this)|pass it on|turn on (?:\w+ )?alerts|hit reply|follow us|book (?:your (?:place|seat|tickets?)|here|now)|if you can, please contribute|enter (?:our|the) prize draw|(?:jetzt |hier )?(?:abonnieren|testen|bestellen|unterstützen|registrieren) sie|suscr[íi]b(?:ete|ase)|hazte (?:socio|socia)|ap[úu]ntate|ap[óo]ya(?:nos)?\b"
    r"|abonnez-vous|inscrivez-vous|soutenez(?:-nous)?|faites un don|téléchargez|iscriviti|abbonati|sostieni(?:ci)?|scarica (?:la|l')|assine|apoie|inscreva-se|écrivez-nous|escríbenos|schreiben sie uns|hazte premium|steun (?:ons|onze)|word (?:nu )?(?:lid|abonnee)|meld je aan|schrijf je in|neem een (?:proef)?abonnement"
    r"|wesprzyj|wspieraj|zapisz się|wykup|prenumerera|bli (?:medlem|prenumerant)|meld (?:deg|dig)|tilaa|stuur ons|app de redactie)(?!\w)"
)

# Whom a page addresses when it sells itself, and what it sells.
YOU = re.compile(
    r"\b(?:you|your|yours|our|us|we|sie (?:lesen|wollen|haben|möchten|können|finden)|ihnen|ihre?[nmrs]?|unser\w*|du|dein\w*|dich|te|tu|usted|nuestr\w+|vous|votre|vos"
    r"|notre|nos|voi|tuo|tua|ti|vuoi|nostr\w+|você|seu|sua|nosso\w*|je|jij|jouw|ons|onze|twój|twoj\w+|nasz\w*)\b"
)

SOLD = re.compile(
    r"\b(?:our app|app sends|(?:news|radio|post|herald|courier|gazette|mail|daily) app|adverts|breakfast team|tip jar|buy me|view on this|story for us|write to us|letters@|write to letters"
    r"|have your say|every morning|jeden morgen|cada mañana|chaque matin|ogni mattina|elke ochtend|every penny|alerts?|newsletters?|podcasts?|magazine|supplement|journalism|subscri\w+|membership|briefing|inbox|e-?book|e-?paper|free of charge|for free"
    r"|paywall|free (?:for|to|with|trial)|puzzles?|crossword|voucher|newsroom|newsdesk|gratis|kostenlos|abo|abos|e-paper|lokaljournalismus|periodismo|boletín|suscri\w+|gratuit\w*"
    r"|abonn\w+|lettre d'information|giornale|abbonam\w+|assin\w+|jornalismo|nieuwsbrief|krant|journalistiek|proefabonnement|prenumerat\w+)\b"
)

# What invites a reader to something else, in a line without a stop.
INVITATION = re.compile(
    r"(?:.{3,60}: )?(?:see (?:all|more|also|our|the (?:full|gallery))|watch (?:the|all|now|this)|view (?:all|gallery|more|the)|click (?:here|to)|"
    r"listen (?:to|now|here)|read (?:more|also|the|our|next)|learn more|open gallery|photo gallery|more (?:photos|pictures|videos)|galerie|bildergalerie|"
    r"ver (?:galería|más|todas)|voir (?:toutes|plus|la galerie)|play video|start slideshow|slideshow|take (?:the|our) (?:quiz|poll|survey))\b"
)

# What reports speech: a sentence that does is the article's, whatever it bids.
SAID = re.compile(
    r"(?:,|[.!?]\"?) (?:[\w'-]+ ){0,4}(?:said|told|wrote|warned|shouted|admitted|added|asked|recalled|says?|sagte|sagt|meinte|fragte|rief|antwortete|erzählte|dijo|dice|preguntó|gritó|recordó|explicó|disse|diz|dit|demande|explique|raconte|chiede|zei|zegt|vroeg|riep|säger|siger|sier|mówił\w*|powiedział\w*|sade|sagde)\b"
    r"|\bdit-(?:il|elle|on)\b|\b(?:he|she|they|who) (?:said|told|wrote|shouted|warned|added)\b"
)
