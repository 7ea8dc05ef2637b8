"""Lines that belong to a page and not to any story on it: menus, sharing rows, notices, hours.

English, French, Spanish and Chinese. A phrase counts as a whole line only; a shape must not fit a
sentence that a story could hold.
"""

import re
from typing import Final

_LISTED: Final = (
    "why you can trust us|our journalism standards|article content|story content|standards",
    "abonnez-vous|about|about us|accept|accept all|accept all cookies|accept cookies",
    "accessibility|accueil|ad|add comment|ads|advertise|advertise with us|advertisement",
    "advertisements|aller au contenu|aller au contenu principal|article continues below",
    "article continues below advertisement|aviso legal|back|back to top|become a member",
    "become a supporter|bookmark|breaking|breaking news|buscar|business|canada|careers",
    "cerrar|close|collapse|comentarios|comment|commentaires|comments|compartir",
    "connect with us|connexion|contact|contact us|continue reading|continue reading below",
    "contribute|cookie policy|cookie settings|cookies|copy link|copy url|corrections",
    "culture|donate|donate now|download our app|download the app|e-mail|e-paper|edition",
    "editions|email|english|español|expand|facebook|faq|fermer|file photo|filed under",
    "find us on|follow|follow us|français|galleries|gallery|get our newsletter",
    "get the app|got it|help|home|homepage|i accept|image|imprimer|imprimir",
    "in this article|infolettre|iniciar sesión|inicio|international|ir al contenido|jobs",
    "join the conversation|jump to content|keep reading|la suite après cette publicité",
    "la suite après la publicité|language|language selection|latest|leave a comment",
    "leave a reply|less|lifestyle|link copied|linkedin|lire la suite|listen",
    "listen to article|listen to this article|live|live updates|load more|loading",
    "loading...|local|log in|log out|login|main menu|manage cookies|manage preferences",
    "mentions légales|menu|more|mute|my account|national|navigation|news|newsletter",
    "newsletter sign-up|newsletters|next|notifications|nous joindre|nous suivre",
    "on this page|open|opinion|paid content|partager|partager cet article",
    "partager sur facebook|passer au contenu|pause|photo|photos|play",
    "please enable javascript|please wait|podcasts|politics|politique de confidentialité",
    "política de privacidad|post a comment|prev|previous|print|print this page|privacy",
    "privacy policy|promoted|publicidad|publicité|read full article|read full story",
    "read on|read the full story|recherche|rechercher|reddit|register|reject all",
    "report a typo|report an error|report error|retour en haut|rss|réservé aux abonnés",
    "s'abonner|saltar al contenido|save|save article|scroll to continue",
    "scroll to continue with content|se connecter|search|search site|search this site",
    "see all|see more|share|share article|share on facebook|share on twitter|share on x",
    "share this|share this article|share this story|share via email|show comments",
    "show more|sign in|sign up|sign up for our newsletter|sign up now",
    "sign up to our newsletter|site map|site search|sitemap|skip links|skip navigation",
    "skip to content|skip to main content|skip to navigation|social media|sponsored",
    "sponsored content|sport|sports|stay connected|story continues below",
    "story continues below advertisement|submit a correction|subscribe|subscribe now",
    "subscribe to our newsletter|suivez-nous|support our work|support us|suscribirse",
    "suscríbete|síguenos|table of contents|tags|telegram|terms|terms and conditions",
    "terms of service|terms of use|text size|thank you for reading|thanks for reading",
    "this is a modal window.|toggle menu|top|topics|trending|turn on notifications|tweet",
    "twitter|video|videos|view all|view comments|view more|want to read more?|watch",
    "watch live|weather|whatsapp|world|écouter|écouter l'article|下载客户端|中|中文",
    "关于我们|关注我们|分享|分享到|分享至|列印|大|字体大小|字号|小|广告|廣告|微信|微博",
    "打印|打开app|扫一扫|搜尋|搜索|收藏|注册|点赞|版权所有|版權所有|登入|登录|网站地图",
    "联系我们|聯絡我們|訂閱|订阅|评论|责任编辑|跳到主要內容|跳到主要内容|跳至主要内容",
    "返回頂部|返回顶部|關於我們|隐私政策|首頁|首页|點讚",
)
PHRASES: Final = frozenset(phrase for line in _LISTED for phrase in line.split("|"))

_SHARED_ON: Final = (
    "share|tweet|pin|email|e-mail|mail|print|save|facebook|twitter|linkedin|whatsapp|copy link|link"
    "|reddit|telegram|messenger|x"
)
_DAY: Final = (
    r"(?:\d{1,2}(?:st|nd|rd|th|er)?\s+(?:de\s+)?[^\W\d]{3,10}\.?,?\s+(?:de\s+)?\d{4}"
    r"|[^\W\d]{3,10}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}"
    r"|\d{4}[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}日?|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})"
)
_WEEKDAY: Final = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+"
_CLOCK: Final = r"\d{1,2}[:.h]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?\s*(?:\(?[A-Z]{2,4}\)?)?"
_WHEN: Final = rf"(?:{_DAY}|{_CLOCK}|\d+ \w+ ago|(?:today|yesterday)\b)"

MOMENT: Final = re.compile(
    rf"(?:[\w’'. -]{{2,40}},\s+)?(?:{_WEEKDAY})?{_DAY}(?:\W{{0,4}}(?:at\s+)?{_CLOCK})?\W*$",
    re.IGNORECASE,
)
HOUR: Final = re.compile(r"\d{1,2}[:.h]\d{2}(?:\s*/\s*\d{1,2}:\d{2})?$")
CELLS: Final = re.compile(r"\s{2,}|\t|\u3000| [|•·] ")
CRUMBS: Final = re.compile(
    r"[^|>›»/•·]{1,30}(?:\s[|>›»•·]\s[^|>›»•·]{1,30}){2,}$"
    r"|[^|>›»/]{1,30}(?:\s[>›»]\s[^|>›»]{1,60})+$"
)
COMMENTS: Final = re.compile(
    r"(?:\d[\d,.]* )?(?:reader )?(?:comments?|commentaires?|comentarios|评论|評論)(?: \(?\d+\)?)?$"
    r"|(?:join the conversation|leave a (?:comment|reply)|post a comment|have your say)"
)

_SHAPES: Final = (
        # Cookie and consent notices.
        r"(?:we|this (?:web)?site|our partners|our site).{0,40}\buses? cookies\b",
        r"(?:by (?:continuing|using)|if you continue).{0,60}\b(?:cookies|terms|privacy)\b",
        r"(?:nous utilisons|ce site utilise|en poursuivant).{0,60}\bcookies\b",
        r"(?:utilizamos|este sitio).{0,40}\bcookies\b",
        r"本网站使用.{0,12}cookie",
        # Newsletters, accounts, appeals.
        (r"(?:.{0,60}\b)?(?:subscribe|sign up|sign-up|register now)\b.{0,60}\b"
        r"(?:newsletters?|inbox|alerts?|(?:daily|weekly|morning|free) \w+)\b.{0,60}$"),
        r"get (?:the|our|breaking).{0,60}\b(?:inbox|newsletter|app|alerts|email)\b",
        r"(?:follow|like|join|find) us on\b",
        r"(?:download|get) (?:the|our) .{0,30}\bapp\b",
        r"(?:already a|not a|become a) (?:subscriber|member)\b",
        r"this (?:article|story|content) is (?:for|available to|reserved for) .{0,20}subscribers",
        r"(?:please )?enable javascript\b",
        r"abonnez-vous\b|inscrivez-vous\b|cet article est réservé",
        r"扫描二维码|关注.{0,12}(?:公众号|微信|微博)",
        r"(?:got|have) (?:a|any) (?:story|tip|news|information|question)\b.{0,80}$",
        r"if you (?:have been|are|were) affected by (?:this|the|any)\b.{0,40}\b(?:story|issues?)\b",
        r"newsletter\s*[:–—-].{0,80}$",
        # Rights and legal feet.
        r"(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:\d{4}|[A-Z])",
        r"all rights reserved\b|.{0,80}\ball rights reserved\.?$|tous droits réservés",
        r".{0,40}版权所有|.{0,40}未经.{0,10}(?:授权|许可).{0,10}(?:转载|使用)",
        r"this material may not be published, broadcast",
        r"(?:terms of (?:use|service)|privacy policy)\b.{0,60}$",
        # When and how long.
        (r"(?:first |last |originally )?(?:published|posted|updated|modified|created|issued)"
        rf"(?: (?:on|at))?\s*:?\s*(?:{_WEEKDAY})?{_WHEN}.{{0,50}}$"),
        r"(?:publié|mis à jour|modifié|publicado|actualizado)(?: le| el)?\s*:?\s*(?=.*\d).{0,40}$",
        r"this (?:story|article|page) (?:was|has been) (?:last )?(?:updated|corrected|amended)\b",
        r"(?:发布时间|发表时间|更新时间|时间|日期|發布時間|更新時間)\s*[:：].{0,40}$",
        (r"(?:about )?\d+\s*(?:min(?:ute)?s?|hours?|hrs?|days?|weeks?|months?)\.?\s*"
        r"(?:ago|read|listen|watch)(?:\s+read)?\W*$"),
        r"(?:read(?:ing)? time|listen|estimated reading time)\s*[:·|(]?\s*\d+.{0,20}$",
        r"(?:temps de lecture|lecture)\s*:?\s*\d+.{0,15}$|il y a \d+ \w+$|hace \d+ \w+$",
        # Sharing rows, counts, players, people to write to.
        (r"(?:\d[\d.,]*\s*[km]?\s+)?(?:comments?|shares?|likes?|views?|replies|retweets|reactions)"
        r"\s*(?:[:(]?\s*\d[\d.,]*\s*[km]?\)?)?\s*$"),
        rf"(?:{_SHARED_ON})(?:[\s|,/·•]+(?:{_SHARED_ON})){{1,12}}\s*$",
        r"(?:share|send|print|save) (?:by|via|on|to|with|for) [\w-]+(?: [\w-]+)?\s*$",
        (r"(?:(?:media|press) )?(?:contact|enquiries|inquiries|email|e-mail|tel|phone)\w*\s*[:：]"
        r".{0,90}(?:@|\d{3})"),
        (r"(?:corrections?|tips?|story idea|contact (?:us|the (?:author|reporter|newsroom))"
        r"|email (?:us|the author)).{0,60}[\w.]+@[\w.]+"),
        r"@\w{2,40}$",
        (r"(?:[^\W\d_][\w’'-]+ ){2,4}is (?:a|an|our|the) (?:[\w-]+ ){0,4}(?:writer|reporter"
        r"|journalist|correspondent|editor|columnist|photographer)"
        r"(?: (?:at|for|with|based in) .{2,50})?\.?$"),
        r"share this (?:story|article|page)\s*[:：].+$",
    r"this (?:advertisement|ad) has not loaded\b",
    r".{0,40}\bcommitted to (?:maintaining|providing)\b.{0,60}\b(?:forum|conversation)\b",
    r"(?:now playing|up next|video player)\b.{0,40}$|loading\W*$",
        r"(?:click|tap) (?:here|to)\b.{0,60}$",
        r"(?:tags?|topics?|categories|filed under|keywords|mots-clés|标签|关键词)\s*[:：]\s*.+$",
        r"字[号號体體]大?小?\s*[:：].{0,20}$",
        r"(?:阅读|浏览|点击)(?:量|数|次数)?\s*[:：]?\s*\d+$|\d+\s*(?:条)?评论$",
)  # fmt: skip
# One pattern, since it is tried on every line of every page.
SHAPE: Final = re.compile("|".join(f"(?:{shape})" for shape in _SHAPES), re.IGNORECASE)
