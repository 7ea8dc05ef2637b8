"""Which language a text is in: by script, then by the small words that no text can do without."""

import re
from collections import Counter
from typing import Final

_SAMPLE: Final = 6000


def _all_in(words: str) -> frozenset[str]:
    return frozenset(words.split())


STOP_WORDS: Final[dict[str, frozenset[str]]] = {
    "en": _all_in(
        "the of and to in is that for it was on with as be by at he his they are this have from "
        "not has had were but their which said who will an been would its or she also after before "
        "about over into than then there when where what while more most some such could should"
    ),
    "fr": _all_in(
        "le la les de des du et est un une que qui dans pour sur pas au aux par avec ce cette il "
        "elle ne se sont plus ses leur été mais ont nous vous ou son sa selon"
    ),
    "es": _all_in(
        "el la los las de del y es un una que en por para con no se su al lo como más pero sus le "
        "ha este esta entre fue han ser sin sobre según también"
    ),
    "de": _all_in(
        "der die das und ist nicht ein eine den dem des zu mit auf für von im sich auch es als an "
        "werden aus hat bei nach wird einer um sind noch wie über"
    ),
    "pt": _all_in(
        "o os as de da do das dos e é um uma que em no na para com não se por mais como mas foi ao "
        "ele são sua ou seu pela pelo até também segundo"
    ),
    "it": _all_in(
        "il lo gli le di del della e è un una che in per con non si da come anche più ma ha sono "
        "nel alla dei delle al questo sua suo secondo stato"
    ),
    "nl": _all_in(
        "de het een van en in is dat op te zijn voor met niet die aan er om ook als maar bij uit "
        "door naar werd heeft over volgens hebben wordt"
    ),
    "tr": _all_in(
        "ve bir bu da de için ile olarak olan daha çok gibi kadar sonra ancak göre değil olduğunu "
        "ise en her ne o türk tarafından"
    ),
}

_SCRIPTS: Final = (
    ("ja", re.compile("[\u3040-\u30ff]"), 0.1),
    ("zh", re.compile("[\u3400-\u9fff]"), 0.3),
    ("ko", re.compile("[\uac00-\ud7af]"), 0.3),
    ("bo", re.compile("[\u0f00-\u0fff]"), 0.3),
    ("th", re.compile("[\u0e00-\u0e7f]"), 0.3),
    ("he", re.compile("[\u0590-\u05ff]"), 0.3),
    ("el", re.compile("[\u0370-\u03ff]"), 0.3),
)
_ARABIC: Final = re.compile("[\u0600-\u06ff]")
_CYRILLIC: Final = re.compile("[\u0400-\u04ff]")
_LETTER: Final = re.compile(r"[^\W\d_]")
_WORD: Final = re.compile(r"[^\W\d_]+")

_NAMES: Final = {
    "english": "en", "eng": "en", "french": "fr", "français": "fr", "fra": "fr", "fre": "fr",
    "chinese": "zh", "mandarin": "zh", "zho": "zh", "chi": "zh", "cn": "zh", "中文": "zh",
    "spanish": "es", "español": "es", "spa": "es", "german": "de", "deutsch": "de", "deu": "de",
    "ger": "de", "portuguese": "pt", "por": "pt", "italian": "it", "ita": "it", "dutch": "nl",
    "nld": "nl", "turkish": "tr", "tur": "tr", "arabic": "ar", "ara": "ar", "persian": "fa",
    "farsi": "fa", "uyghur": "ug", "uig": "ug", "tibetan": "bo", "bod": "bo", "russian": "ru",
    "rus": "ru", "japanese": "ja", "jpn": "ja", "korean": "ko", "kor": "ko",
}  # fmt: skip
_TAG: Final = re.compile(r"[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*\Z")


def language_of(text: str) -> str | None:
    """Tell the language of a text as its two-letter code, or None where the words do not tell.

    >>> language_of("The council said that it was not told of the plan by the ministry.")
    'en'
    """
    sample = text[:_SAMPLE]
    letters = len(_LETTER.findall(sample))
    if letters < 4:
        return None
    for code, script, share in () if sample.isascii() else _SCRIPTS:
        if len(script.findall(sample)) >= share * letters:
            return code
    if len(_ARABIC.findall(sample)) >= 0.3 * letters:
        return _among_arabic(sample)
    if len(_CYRILLIC.findall(sample)) >= 0.3 * letters:
        return "uk" if re.search("[іїєґ]", sample, re.IGNORECASE) else "ru"
    return _by_small_words(sample)


def language_code(tag: str | None) -> str | None:
    """Reduce a language's tag or English name to its code; None where it is neither.

    >>> language_code("en-CA"), language_code("French")
    ('en', 'fr')
    """
    given = (tag or "").strip().lower()
    if given in _NAMES:
        return _NAMES[given]
    if not _TAG.match(given):
        return None
    code = re.split("[-_]", given)[0]
    return _NAMES.get(code, code)


def _among_arabic(sample: str) -> str:
    # Letters that only Uyghur, or only Persian, adds to the Arabic script.
    if re.search("[ېۇۆۈۋ]", sample):
        return "ug"
    return "fa" if re.search("[پچژگ]", sample) else "ar"


def _by_small_words(sample: str) -> str | None:
    words = Counter(_WORD.findall(sample.lower()))
    counted = Counter(
        {code: sum(words[small] for small in STOP_WORDS[code]) for code in STOP_WORDS}
    )
    (best, hits), (_, next_hits) = counted.most_common(2)
    # Half a dozen words can be names; a language shows in at least a tenth of running words.
    if hits < 2 or hits < 0.1 * words.total() or hits == next_hits:
        return None
    return best
