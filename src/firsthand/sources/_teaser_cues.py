"""Lines that announce other stories: markers that open a block of them, and one-line pointers."""

import re
from typing import Final

# Words that mean other stories only where they stand alone on their line.
_ALONE: Final = (
    r"related|more|popular|trending|recommended|see also|up next|also read|read more|read next"
    r"|read also|further reading|lire aussi|à la une|en continu|must[- ]reads?"
)
# These open a block with a site's name before them, too.
_BEHIND_A_NAME: Final = (
    r"top stories|top news|top headlines|latest (?:news|stories|headlines|videos?|articles)"
    r"|related (?:stories|articles|news|content|coverage|links|topics|posts|reading|videos?)"
    r"|more (?:on this story|stories|news|like this|articles|headlines|coverage|to explore"
    r"|top stories)|recommended (?:for you|stories|reading|articles)"
    r"|trending (?:now|stories|news)|most (?:read|popular|viewed|watched|shared|commented)"
    r"|popular (?:now|stories|articles|posts)|editor['’]?s['’]? (?:picks?|choice)"
    r"|you (?:may|might) (?:also )?(?:like|be interested in|have missed)"
    r"|don['’]t miss|in other news|also (?:in the news|on \w+)"
    r"|from (?:our partners|around the web|the web|elsewhere)|what to read next"
    r"|other (?:stories|news|headlines)|elsewhere on \w+"
    r"|(?:what|stories) (?:others|people) are reading|next (?:article|story)"
    r"|previous (?:article|story)"
    r"|à lire (?:aussi|également)|sur le même sujet|à ne pas manquer|plus d['’]actualités"
    r"|articles? (?:liés|similaires|connexes)|les plus lus|dernières nouvelles"
    r"|lee también|te puede interesar|noticias relacionadas|más noticias|lo más (?:leído|visto)"
    r"|相关阅读|相关新闻|相关文章|延伸阅读|推荐阅读|热门新闻|热点新闻|更多新闻|猜你喜欢|最新新闻"
    r"|相關新聞|相關閱讀|延伸閱讀|推薦閱讀|熱門新聞|最新消息"
)
MARKERS: Final = re.compile(
    rf"(?:(?:[\w.’'&-]+\s+){{0,3}}?(?:{_BEHIND_A_NAME})|{_ALONE})\s*[:：…]?$"
    r"|more (?:from|in|on|about)\s+(?:[\w.’'&-]++\s*+){1,5}[:：]?$"
    r"|plus sur\s+(?:[\w.’'&-]++\s*+){1,4}[:：]?$",
    re.IGNORECASE,
)
POINTER: Final = re.compile(
    r"\W{0,3}(?:read (?:more|also|next)|also read|related(?: story| article| video)?|see also|watch"
    r"(?: (?:more|now|live))?|listen|more|don['’]t miss|recommended|must read|in pictures"
    r"|in case you missed it|à lire(?: aussi| également)?|lire aussi|voir aussi|lee también"
    r"|ver también|相关(?:阅读|新闻)|延伸阅读|更多|推荐阅读|相關新聞|延伸閱讀)"
    r"\s*[:：|»>—–]\s*\S.{5,}$",
    re.IGNORECASE,
)
