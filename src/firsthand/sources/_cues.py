"""What one line looks like on its own: a menu's, a caption's, a credit's, a teaser's, or prose.

The cues are those of news and institution pages in general, in English, French, Spanish and
Chinese. A cue that a sentence of a story could also show does not belong here.
"""

import re
import unicodedata
from typing import Final

_FURNITURE: Final = frozenset(
    phrase.strip()
    for phrase in """
    skip to main content|skip to content|skip to navigation|skip navigation|skip links|jump to content
    share|share this|share this article|share this story|share article|share on facebook
    share on twitter|share on x|share via email|tweet|facebook|twitter|linkedin|whatsapp|telegram
    reddit|email|e-mail|print|print this page|copy link|link copied|copy url|save|save article
    bookmark|text size|listen|listen to this article|listen to article|play|pause|mute|watch live
    advertisement|advertisements|ad|ads|sponsored|sponsored content|paid content|promoted
    story continues below advertisement|story continues below|article continues below
    article continues below advertisement|continue reading|continue reading below
    scroll to continue|scroll to continue with content|read on|keep reading|read full story
    read the full story|read full article|show more|load more|see more|view more|see all|view all
    more|less|expand|collapse|close|open|menu|main menu|navigation|search|search site|toggle menu
    home|homepage|news|world|politics|business|sport|sports|opinion|culture|lifestyle|weather
    local|national|international|canada|video|videos|photos|gallery|galleries|podcasts|newsletters
    subscribe|subscribe now|sign in|sign up|sign up now|log in|login|log out|register|my account
    subscribe to our newsletter|sign up for our newsletter|sign up to our newsletter|get the app
    download the app|download our app|get our newsletter|newsletter|newsletter sign-up|donate
    donate now|support us|support our work|become a member|become a supporter|contribute
    stay connected|follow us|follow|connect with us|find us on|social media|contact|contact us
    about|about us|careers|jobs|advertise|advertise with us|privacy|privacy policy|cookie policy
    cookie settings|cookies|terms|terms of use|terms of service|terms and conditions|accessibility
    site map|sitemap|help|faq|back to top|top|back|next|previous|prev|comments|comment
    leave a comment|post a comment|leave a reply|add comment|join the conversation|view comments
    show comments|report an error|report a typo|report error|submit a correction|corrections
    accept|accept all|accept all cookies|accept cookies|reject all|manage cookies|i accept|got it
    manage preferences|breaking news|breaking|live|live updates|latest|trending|tags|topics|filed under
    in this article|on this page|table of contents|notifications|turn on notifications|loading
    loading...|please wait|please enable javascript|want to read more?|thank you for reading
    this is a modal window.|thanks for reading|watch|image|photo|file photo|editions|language
    english|français|español|中文|language selection|search this site|site search|rss|edition|e-paper
    aller au contenu|aller au contenu principal|passer au contenu|partager|partager cet article
    partager sur facebook|publicité|s'abonner|abonnez-vous|se connecter|connexion|imprimer|accueil
    rechercher|recherche|commentaires|suivez-nous|nous suivre|newsletter|mentions légales|menu
    politique de confidentialité|retour en haut|lire la suite|écouter|écouter l'article|réservé aux abonnés
    la suite après la publicité|la suite après cette publicité|infolettre|nous joindre|fermer
    saltar al contenido|ir al contenido|compartir|publicidad|suscríbete|suscribirse|iniciar sesión
    imprimir|inicio|buscar|comentarios|síguenos|aviso legal|política de privacidad|cerrar
    跳到主要内容|跳至主要内容|分享|分享到|广告|登录|注册|订阅|首页|搜索|评论|打印|返回顶部|关注我们|微信|微博|收藏
    字体大小|字号|大|中|小|扫一扫|责任编辑|版权所有|隐私政策|联系我们|关于我们|网站地图|下载客户端|打开app
    分享至|列印|廣告|登入|訂閱|首頁|搜尋|返回頂部|版權所有|聯絡我們|關於我們|點讚|点赞|跳到主要內容
    """.replace("\n", "|").split("|")
    if phrase.strip()
)

_FURNITURE_SHAPES: Final = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        # Cookie and consent notices.
        r"(?:we|this (?:web)?site|our partners|our site).{0,40}\buses? cookies\b",
        r"(?:by (?:continuing|using)|if you continue).{0,60}\b(?:cookies|terms|privacy)\b",
        r"(?:nous utilisons|ce site utilise|en poursuivant).{0,60}\bcookies\b",
        r"(?:utilizamos|este sitio).{0,40}\bcookies\b",
        r"本网站使用.{0,12}cookie",
        # Newsletters, accounts, appeals.
        r"(?:subscribe|sign up|register|sign-up)\b.{0,80}\b(?:newsletters?|inbox|alerts?|briefing|"
        r"email|updates|free)\b",
        r"get (?:the|our|breaking|more).{0,60}\b(?:inbox|newsletter|app|alerts|email)\b",
        r"(?:follow|like|join|find) us on\b",
        r"(?:download|get) (?:the|our) .{0,30}\bapp\b",
        r"(?:already a|not a|become a) (?:subscriber|member)\b",
        r"this (?:article|story|content) is (?:for|available to|reserved for) .{0,20}subscribers",
        r"(?:please )?enable javascript\b",
        r"abonnez-vous\b|inscrivez-vous\b|cet article est réservé",
        r"扫描二维码|关注.{0,12}(?:公众号|微信|微博)",
        # Rights and legal feet.
        r"(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:\d{4}|[A-Z])",
        r"all rights reserved\b|.{0,80}\ball rights reserved\.?$|tous droits réservés",
        r".{0,40}版权所有|.{0,40}未经.{0,10}(?:授权|许可).{0,10}(?:转载|使用)",
        r"this material may not be published, broadcast",
        r"(?:terms of (?:use|service)|privacy policy)\b.{0,60}$",
        # When and how long.
        r"(?:first |last |originally )?(?:published|posted|updated|modified|created|issued)"
        r"(?: (?:on|at))?\s*:?\s*(?:on\s+)?(?=.*\d).{0,70}$",
        r"(?:publié|mis à jour|modifié|publicado|actualizado)(?: le| el)?\s*:?\s*(?=.*\d).{0,60}$",
        r"(?:发布时间|发表时间|更新时间|时间|日期|發布時間|更新時間)\s*[:：].{0,40}$",
        r"(?:about )?\d+\s*(?:min(?:ute)?s?|hours?|hrs?|days?|weeks?|months?)\.?\s*"
        r"(?:ago|read|listen|watch)(?:\s+read)?\W*$",
        r"(?:read(?:ing)? time|listen|estimated reading time)\s*[:·|(]?\s*\d+.{0,20}$",
        r"(?:temps de lecture|lecture)\s*:?\s*\d+.{0,15}$|il y a \d+ \w+$|hace \d+ \w+$",
        # Sharing rows, comment counts, players.
        r"(?:\d[\d.,]*\s*[km]?\s+)?(?:comments?|shares?|likes?|views?|replies|retweets|reactions)"
        r"\s*(?:[:(]?\s*\d[\d.,]*\s*[km]?\)?)?\s*$",
        r"(?:share|tweet|pin|email|print|save|facebook|twitter|linkedin|whatsapp|copy link|x)"
        r"(?:[\s|,/·•]+(?:share|tweet|pin|e?-?mail|print|save|facebook|twitter|linkedin|whatsapp|"
        r"copy link|reddit|telegram|x|messenger|link)){1,12}\s*$",
        r"(?:now playing|up next|playing|video player|this video|loading)\b.{0,40}$",
        r"(?:click|tap) (?:here|to)\b.{0,60}$",
        r"\d{1,2}:\d{2}(?::\d{2})?(?:\s*/\s*\d{1,2}:\d{2}(?::\d{2})?)?$",
        r"(?:tags?|topics?|categories|filed under|keywords|mots-clés|标签|关键词)\s*[:：]\s*.{1,120}$",
        r"(?:阅读|浏览|点击)(?:量|数|次数)?\s*[:：]?\s*\d+$|\d+\s*(?:条)?评论$",
        r"(?:corrections?|tips?|story idea|have a (?:tip|story)|contact (?:us|the (?:author|reporter|"
        r"newsroom))|email (?:us|the author)).{0,60}[\w.]+@[\w.]+",
    )
)
_MOMENT: Final = re.compile(
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
    r"(?:\d{1,2}(?:st|nd|rd|th)?\s+[^\W\d]{3,10}\.?,?\s+\d{4}|[^\W\d]{3,10}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?"
    r"\s+\d{4}|\d{4}[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}日?)"
    r"(?:\W{0,4}(?:at\s+)?\d{1,2}[:.h]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?\s*(?:\(?[A-Z]{2,4}\)?)?)?\W*$",
    re.IGNORECASE,
)
_CRUMBS: Final = re.compile(
    r"[^|>›»/•·]{1,30}(?:\s[|>›»•·]\s[^|>›»•·]{1,30}){2,}$|"
    r"[^|>›»/]{1,30}(?:\s[>›»]\s[^|>›»]{1,60})+$"
)

_MARKERS: Final = re.compile(
    r"(?:[\w.’'&-]+\s+){0,4}?(?:"
    r"top stories|top news|top headlines|latest (?:news|stories|headlines|videos?|articles)"
    r"|related(?: (?:stories|articles|news|content|coverage|links|topics|posts|reading|videos?))?"
    r"|read (?:more|next|also)|more (?:on this story|stories|news|like this|articles|headlines"
    r"|coverage|to explore|top stories)|recommended(?: (?:for you|stories|reading|articles))?"
    r"|trending(?: (?:now|stories|news))?|most (?:read|popular|viewed|watched|shared|commented)"
    r"|popular(?: (?:now|stories|articles|posts))?|editor['’]?s['’]? (?:picks?|choice)"
    r"|you (?:may|might) (?:also )?(?:like|be interested in|have missed)"
    r"|don['’]t miss|in other news|also (?:read|in the news|on \w+)|must[- ]reads?"
    r"|from (?:our partners|around the web|the web|elsewhere)|what to read next|up next"
    r"|other (?:stories|news|headlines)|elsewhere on \w+|(?:what|stories) (?:others|people) are reading"
    r"|see also|further reading|next (?:article|story)|previous (?:article|story)"
    r"|à lire aussi|lire aussi|à lire également|sur le même sujet|à ne pas manquer|plus d['’]actualités"
    r"|articles? (?:liés|similaires|connexes)|les plus lus|dernières nouvelles|en continu|à la une"
    r"|lee también|te puede interesar|noticias relacionadas|más noticias|lo más (?:leído|visto)"
    r"|相关阅读|相关新闻|相关文章|延伸阅读|推荐阅读|热门新闻|热点新闻|更多新闻|猜你喜欢|最新新闻|相關新聞|相關閱讀"
    r"|延伸閱讀|推薦閱讀|熱門新聞|最新消息)\s*[:：…]?$"
    r"|more (?:from|in|on|about)\s+(?:[\w.’'&-]+\s*){1,5}[:：]?$"
    r"|(?:plus|encore) (?:de|sur)\s+(?:[\w.’'&-]+\s*){1,4}[:：]?$"
    r"|more$",
    re.IGNORECASE,
)
_INLINE_TEASER: Final = re.compile(
    r"\W{0,3}(?:read (?:more|also|next)|also read|related(?: story| article| video)?|see also|watch"
    r"(?: (?:more|now|live))?|listen|more|don['’]t miss|recommended|explainer|opinion|must read"
    r"|in pictures|in case you missed it|à lire(?: aussi| également)?|lire aussi|voir aussi"
    r"|lee también|ver también|相关(?:阅读|新闻)|延伸阅读|更多|推荐阅读|相關新聞|延伸閱讀)\s*[:：|»>—–]\s*\S.{5,}$",
    re.IGNORECASE,
)

_CAPTION: Final = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        r"\(\s*(?:file|handout|undated|archive|stock|supplied|submitted|courtesy)[\w\s]{0,20}"
        r"(?:photo|image|picture|photograph|video|illustration)?[^()]{0,40}\)\s*\.?$",
        r"\(\s*(?:photo|image|picture|credit|illustration|map|graphic|video|crédit|foto|imagen)"
        r"\b[^()]{0,80}\)\s*\.?$",
        r"\([^()]{0,60}\b(?:photo|getty images|shutterstock|istock|via ap|handout|file photo"
        r"|archives)\b[^()]{0,30}\)\s*\.?$",
        r"^(?:photo|image|picture|caption|photograph|illustration|graphic|map|credit|photo credit"
        r"|image credit|image source|image caption|file photo|file|photo by|picture by|image by|crédit photo|légende|foto|imagen"
        r"|pie de foto|crédito|图|图片|图片来源|资料图|資料圖|圖|圖片|摄影|攝影)\s*[:：/|]\s*\S",
        r"^(?:file|file photo|file image)\s*[–—-]\s*\S",
        r"^(?:photo|image|picture|photograph|illustration)s? (?:by|courtesy of|credit|via) [^.]{2,80}\.?$",
        r"\b(?:is|are|was|were) (?:pictured|seen|shown)\b.{0,80}\b(?:photo|image|picture|photograph"
        r"|handout|video|footage|still|screengrab)\b",
        r"\bin (?:this|an?) (?:undated |file |handout |archive |supplied |recent |still )+"
        r"(?:photo|image|picture|photograph|video)\b",
        r"\bin this (?:photo|image|picture|photograph|screengrab|screenshot)\b",
        r"[.!?\w”\"]\s*[|/–—-]?\s*(?:(?:photo|image|picture|photograph|credit|photo credit"
        r"|image source|crédit(?: photo)?|foto)\s*:\s*[^.:]{2,60})$",
        r"(?:getty images|shutterstock|istockphoto|afp via getty images|ap photo|reuters photo"
        r"|/\s?afp|/\s?ap|/\s?epa)\)?\s*\.?$",
        r"[（(](?:图片来源|资料图|资料图片|资料照片|圖片來源|資料照片|資料圖|图|摄影|记者)[^（）()]{0,40}[)）]\s*$",
        r"(?:摄|攝)[)）]?\s*$",
    )
)
_NAME_AND_AGENCY: Final = re.compile(
    r"\(\s*(?:[A-ZÀ-Ý][\w.’'-]*\s+){1,4}?[A-ZÀ-Ý][\w.’'-]*\s*/\s*(?:[A-ZÀ-Ý][\w.’'-]*\s*){1,5}"
    r"(?:,\s*(?:file|archives?))?\)\s*\.?$"
)

_OPENING_MARKS: Final = "\"'“”‘’«»„「『（([【—–-•*·▪●◦"
_BULLET: Final = re.compile(
    r"^\s*(?:[-–—•*·▪●◦‣]|\(?\d{1,2}[.)]|\(?[a-z]\)|[IVXivx]{1,4}[.)])\s+\S"
)
_SENTENCE_END: Final = re.compile(r"[.!?。！？…;；](?:[\"'”’»)\]）」』】]|\s*\[\d+\])*\s*$")
_CLOSED_QUOTE: Final = re.compile(r"[,，][\"'”’»」』]\s*$|[\"”’»」』]\s*$")
_HAN: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_LETTER: Final = re.compile(r"[^\W\d_]")


def plain_words(line: str) -> str:
    """Reduce a line to its words: composed, in lower case, without marks at its ends."""
    folded = unicodedata.normalize("NFKC", line).casefold().replace("’", "'")
    return " ".join(folded.split()).strip(" .:|•·»›>«-–—_*+✕×▼▲→←↓↑…​")


def word_count(line: str) -> int:
    """Count words; in scripts without spaces, two characters weigh as one word."""
    han = len(_HAN.findall(line))
    return len(_HAN.sub(" ", line).split()) + (han + 1) // 2


def is_furniture(line: str) -> bool:
    """Tell whether a line belongs to the page and not to any story on it."""
    plain = plain_words(line)
    if not _LETTER.search(plain):
        return not re.search(r"\d", plain) or len(plain) < 3 or bool(_MOMENT.match(line.strip()))
    if plain in _FURNITURE:
        return True
    if word_count(line) > 45:
        return False
    words = line.strip(" \t|•·")
    if _MOMENT.match(words) or _CRUMBS.match(words):
        return True
    return any(shape.match(words) for shape in _FURNITURE_SHAPES)


def is_teaser_marker(line: str) -> bool:
    """Tell whether a line says that what follows are other stories."""
    return word_count(line) <= 8 and bool(_MARKERS.match(plain_words(line)))


def is_inline_teaser(line: str) -> bool:
    """Tell whether a line names another story behind a word such as *Related:*."""
    return word_count(line) <= 35 and bool(_INLINE_TEASER.match(line.strip()))


def is_caption(line: str) -> bool:
    """Tell whether a line describes a picture or says whose it is."""
    words = line.strip()
    if is_said_twice(words):
        return True
    if word_count(words) > 70:
        return False
    if any(shape.search(words) for shape in _CAPTION):
        return True
    return word_count(words) <= 45 and bool(_NAME_AND_AGENCY.search(words))


def is_said_twice(line: str) -> bool:
    """Tell whether a line says one thing two times over, as copied captions do.

    >>> is_said_twice("The quay at dawn on Monday. The quay at dawn on Monday.")
    True
    """
    words = line.split()
    half = len(words) // 2
    if half < 3 or half > 60:
        return False
    # The second printing may lack or add a credit, so the halves need not be of one length.
    for start in range(max(3, half - 6), half + 7):
        left, right = words[:start], words[start:]
        shorter = min(len(left), len(right))
        if shorter >= 4 and left[:shorter] == right[:shorter] and abs(len(left) - len(right)) <= 6:
            return True
    return False


def is_bullet(line: str) -> bool:
    """Tell whether a line is an item of a list."""
    return bool(_BULLET.match(line))


def is_prose(line: str) -> bool:
    """Tell whether a line runs like a paragraph: to a full stop, or at length."""
    count = word_count(line)
    if count >= 28:
        return True
    if _SENTENCE_END.search(line):
        return count >= 3
    return count >= 9 and bool(_CLOSED_QUOTE.search(line)) and line.lstrip()[:1] in _OPENING_MARKS


def is_question(line: str) -> bool:
    """Tell whether a line is one short question."""
    return line.rstrip().endswith(("?", "？")) and word_count(line) <= 16
