"""Words that people use for kinds of documents, and the kind each one means."""

import re
from typing import Final

from firsthand.values.source import SourceKind

_WORDS: Final[dict[SourceKind, str]] = {
    SourceKind.ARTICLE: "article, articles, news, news article, news story, newspaper, newspaper "
    "article, story, press, press article, wire, wire story, wire copy, agency copy, news agency, "
    "magazine, op-ed, opinion, editorial, column, feature, interview article, web page, webpage",
    SourceKind.REPORT: "report, ngo report, study, investigation report, research, white paper, "
    "paper, annual report, briefing, rapport, 报告",
    SourceKind.STATEMENT: "statement, press release, news release, release, communique, "
    "communiqué, press statement, official statement, denial, letter, open letter, notice, "
    "announcement, declaration, reply, response, press conference, briefing transcript, 声明",
    SourceKind.LAW: "law, act, statute, bill, regulation, decree, ordinance, legislation, treaty, "
    "code, loi, 法律",
    SourceKind.TESTIMONY: "testimony, witness statement, witness, affidavit, hearing, deposition, "
    "interview, evidence, first-hand account, account, témoignage, 证词",
    SourceKind.POST: "post, blog, blog post, social media, social media post, social post, tweet, "
    "toot, facebook post, weibo, weibo post, forum post, thread post, 帖子",
    SourceKind.DATASET: "dataset, data set, data, table, spreadsheet, csv, register, registry, "
    "statistics, 数据",
    SourceKind.IMAGE: "image, photo, photograph, picture, screenshot, scan, figure, 图片",
    SourceKind.RECORDING: "recording, audio, video, podcast, broadcast, transcript, radio, tv, "
    "television, 录音",
    SourceKind.MESSAGE_THREAD: "message thread, messages, message, chat, chat log, thread, "
    "conversation, email, e-mail, mail, email thread, mail thread, correspondence, whatsapp, "
    "telegram, wechat, 聊天记录",
}

_KIND_OF: Final = {
    word.strip(): kind for kind, words in _WORDS.items() for word in words.split(",")
}


def kind_called(word: str) -> SourceKind | None:
    """Find the kind that a word means; None for words this project does not know.

    >>> kind_called("Press Release"), kind_called("wall poster")
    (<SourceKind.STATEMENT: 'statement'>, None)
    """
    return _KIND_OF.get(re.sub(r"[\s_]+", " ", word).strip().lower()) or _KIND_OF.get(
        re.sub(r"[\s_-]+", " ", word).strip().lower()
    )
