"""Lines that say who else made a story: agencies, co-writers, first publishers."""

import re
from typing import Final

_AGENCIES: Final = (
    r"(?:The )?Associated Press|AP|Reuters|Agence France-Presse|AFP|(?:The )?Canadian Press"
    r"|Press Association|PA(?: Media)?|United Press International|UPI|Bloomberg(?: News)?|EFE"
    r"|Deutsche Presse-Agentur|dpa|ANSA|Xinhua|Kyodo(?: News)?|Yonhap|TASS|Interfax|ANP|Belga"
    r"|Australian Associated Press|AAP|Press Trust of India|PTI|ANI|La Presse canadienne"
    r"|(?:The )?(?:[A-Z][\w’'-]+ ){1,3}(?:Press|Wire|Newswire|News Agency|Wire Service|News Service"
    r"|Press Agency|Presse|Press Service)"
)
_AGENCY_LINE: Final = re.compile(rf"[\W_]*(?:{_AGENCIES})[\W_]*$")
_CHINESE_AGENCY: Final = re.compile(
    r"[（(]?\s*(新华社|中新社|中央社|法新社|路透社|美联社|[\u4e00-\u9fff]{2,6}通讯社)[^。]{0,14}$"
)
# "湖城通讯社（LNA）某港4月18日电": an agency, its letters, the place and the day of the wire.
_CHINESE_BYLINE: Final = re.compile(
    r"([\u4e00-\u9fff]{2,8}(?:通讯社|通訊社|社))\s*(?:[（(]([A-Za-z]{2,10})[）)])?.{0,12}\d{1,2}月\d{1,2}日[电電讯訊]"
)
# A hyphen or short dash opens the items of a list; only the long dash signs.
_DASHED: Final = re.compile(
    r"\s*(?:[—―]|--)\s*((?:[A-ZÀ-Ý][\w.’'&-]*+\s*+(?:(?:and|et|y|of|de|the)\s+)?,?\s*){1,8})$"
)
_WITH: Final = (
    r"with (?:additional )?(?:files|reporting|reports|material|information|notes|contributions)"
    r"\s+(?:from|by)|(?:additional |further )?reporting (?:by|from)"
    r"|(?:edited|editing|translated|translation|compiled) by|writing by"
    r"|avec (?:des|les) (?:informations|renseignements|extraits) (?:de|du|des|d['’])"
    r"|con información de|propos recueillis par"
)
_WITH_FILES: Final = re.compile(
    rf"\W{{0,3}}(?:(?:{_WITH})|avec (?:l['’]?)?(?:AFP|AP|Reuters|La Presse|agences)\b"
    r"|with (?:the )?(?:associated press|agencies|wires?)\b)",
    re.IGNORECASE,
)
_LEADS: Final = re.compile(
    rf"(?:\d{{4}}年\d{{1,2}}月\d{{1,2}}日[\d:\s]*)?\W{{0,3}}(?:{_WITH}"
    r"|reported by|report by|written by|words by|text by|story by|produced by"
    r"|avec|with|par|redacción y|por|sources?|agency|来源|來源|稿源|文|作者|记者|記者|编辑|編輯"
    r"|责任编辑|責任編輯|by)\s*[:：/]?\s*",
    re.IGNORECASE,
)
_SENTENCE: Final = re.compile(
    r"\W{0,3}(?:(?P<who>.{3,120}?) (?:also )?(?:contributed (?:reporting|(?:to|from)"
    r"\b.{0,40}\b(?:report|story|article|reporting)|to this)|(?:a|ont) contribué à)\b.{0,40}$"
    r"|this (?:article|story|report|piece|content|post|version).{0,20}?(?:was|is|has been|were)"
    r" (?:(?:first|originally|also|automatically) )*(?:published|republished|reprinted|produced"
    r"|supplied|appeared|posted)\b.{0,12}?\b(?:by|in|on|from|at) (?P<first>[^.]{2,120})\.?$"
    r"|(?:republished|reprinted|reproduced) (?:with permission )?(?:from|by|with permission of)"
    r" (?P<again>[^.]{2,80})\.?\W*$"
    r"|(?:originally|first) published (?:by|in|on|at) (?P<orig>[^.]{2,80})\.?\W*$"
    r"|(?:cet article|ce texte).{0,40}(?:publié|paru|produit) (?:par|dans|sur) (?P<fr>[^.]{2,80})"
    r"\.?$)",
    re.IGNORECASE,
)
# Words are taken whole (possessive): a line made of capitals must not be tried in every cut.
_BYLINE: Final = re.compile(
    r"(?:(?i:by|written by|report by|words by|text by|story by)|[Pp]ar|[Pp]or)\s*[:：]?\s+"
    r"(?:(?:[A-ZÀ-Ý][\w.’'-]*+|and|et|y|of|de|the|in|for|our|own|special|staff|newsdesk|desk"
    r"|bureau|newsroom|correspondents?|reporters?|writers?|editors?|[&|,•·–—-])"
    r"(?:\s++|(?=[,|&•·–—])|$))+"
    r"(?:[|,•·–—-]?.{0,60}\d{4}|(?<=[|,•·–—-] ).{0,60}|\d.{0,40})?$"
)
_NAME_AND_POST: Final = re.compile(
    r"(?:[A-ZÀ-Ý][\w.’'-]*\s+){1,4}?[A-ZÀ-Ý][\w.’'-]*\s*[,|–—-]\s*(?:[\w’'-]+\s+){0,4}?"
    r"(?i:reporter|writer|correspondent|editor|journalist|columnist|contributor|bureau chief"
    r"|journaliste|correspondante?|redactora?|periodista)(?:\s+(?:for|at|in|de|du|à|en)\s.{2,40})?$"
)
_SOURCE_LINE: Final = re.compile(
    r"(?:(?:source|sources|agency|agencies|via|original source)\s*[:：]\s*[^.:]{2,60}$"
    r"|(?:\d{4}年\d{1,2}月\d{1,2}日[\d:\s]*)?(?:来源|來源|稿源|文|作者|记者|記者|编辑|編輯|责任编辑|責任編輯|原载|原載|转载自|轉載自|本文来源)\s*[:：/]\s*\S{2,40}$"
    r"|[（(](?:来源|來源|记者|編輯|编辑|责任编辑|稿源)[:：]?\s*[^（）()]{2,40}[)）]$)",
    re.IGNORECASE,
)
_DATELINE: Final = re.compile(
    rf"^(?:[A-ZÀ-Ý][\w.’'-]*+[\s,]*+){{0,6}}(?:\d{{1,2}}\s*)?[(/]\s*({_AGENCIES})\s*[)/]\s*[–—:-]"
    rf"|^\(({_AGENCIES})\)"
    rf"|^(?:[A-ZÀ-Ý]{{2,}}+[\s,]*+){{1,4}}[^–—]{{0,20}}[–—-]\s*({_AGENCIES})\s*[–—-]"
)
_DATELINE_IN_BRACKETS: Final = re.compile(
    r"^[A-ZÀ-Ý][^.()–—]{0,60}\(([A-ZÀ-Ý][\w.&’' -]{1,40})\)\s*[–—:-]+\s"
)
_CHINESE_DATELINE: Final = re.compile(
    r"^[（(【]?\s*(新华社|中新社|中新网|中央社|法新社|路透社|美联社|[\u4e00-\u9fff]{2,6}(?:社|网|報|报))"
    r"[\u4e00-\u9fff]{0,6}\d{1,2}月\d{1,2}日"
)
_JOINTS: Final = re.compile(r"\s*(?:,|;|；|、|/|\||•|&|\band\b|\bet\b|\by\b)\s*", re.IGNORECASE)
_ROLE_WORDS: Final = re.compile(
    r"\b(?:in|from|at) [A-Z].*$|\b(?:staff|reporters?|writers?|editors?|correspondents?|special to"
    r"|writing by|editing by|reporting by|edited by)\b:?",
    re.IGNORECASE,
)


def is_credit(line: str) -> bool:
    """Tell whether a line names who made the story and tells nothing of the story."""
    words = line.strip()
    count = len(words.split())
    is_sentence = words.endswith((".", "!", "?", ".”", '."'))
    if not words or count > (14 if is_sentence else 30):
        return False
    if _WITH_FILES.match(words) or _SENTENCE.match(words):
        return True
    # "By Tuesday, police had left." begins like a byline, and ends like none.
    if count > 16 or is_sentence:
        return bool(_AGENCY_LINE.match(words))
    shapes = (_AGENCY_LINE, _CHINESE_AGENCY, _DASHED, _SOURCE_LINE, _BYLINE, _NAME_AND_POST)
    return any(shape.match(words) for shape in shapes)


def names_credited(line: str) -> tuple[str, ...]:
    """Read the names in a credit line.

    >>> names_credited("With files from Ana Reyes and The Northern Wire")
    ('Ana Reyes', 'The Northern Wire')
    """
    words = " ".join(line.split()).strip("()（）[]【】 ")
    if abroad := _CHINESE_BYLINE.match(words):
        return tuple(name for name in abroad.groups() if name)
    sentence = _SENTENCE.match(words)
    if sentence:
        words = next((group for group in sentence.groups() if group), words)
    lead = _LEADS.match(words) if not sentence else None
    words = words[lead.end() :] if lead else words
    names = (_tidy(part) for part in _JOINTS.split(words))
    # A part with a figure in it is a date or an hour, not a name.
    return tuple(
        dict.fromkeys(
            name for name in names if len(name) >= 2 and not any(c.isdigit() for c in name)
        )
    )


def agencies_in_dateline(line: str) -> tuple[str, ...]:
    """Read the agency in a paragraph's dateline, as in ``HARBOUR (Reuters) — …``."""
    found = (
        _DATELINE.match(line) or _DATELINE_IN_BRACKETS.match(line) or _CHINESE_DATELINE.match(line)
    )
    return tuple(group for group in found.groups() if group)[:1] if found else ()


def _tidy(part: str) -> str:
    return " ".join(_ROLE_WORDS.sub(" ", part).split()).strip(" .,:;–—―-*()（）\"“”'")
