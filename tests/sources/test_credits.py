import pytest

from firsthand.sources._credits import agencies_in_dateline, is_credit, names_credited


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ana Reyes and Tom Vale", ("Ana Reyes", "Tom Vale")),
        ("By Ana Reyes, Tarn Radio news, 14 November 2023", ("Ana Reyes", "Tarn Radio news")),
        ("Par Anne Delorme, Radio du Lac, le 24 avril 2024", ("Anne Delorme", "Radio du Lac")),
        ("Dana Whitlock, Staff Reporter", ("Dana Whitlock",)),
        ("With files from Ana Reyes and The Northern Wire", ("Ana Reyes", "The Northern Wire")),
        ("(Reporting by Tor Lund; Editing by Mei Castellan)", ("Tor Lund", "Mei Castellan")),
        ("The Associated Press", ("The Associated Press",)),
        ("— Reuters", ("Reuters",)),
        ("Avec AFP", ("AFP",)),
        ("Ada Quill contributed to this report.", ("Ada Quill",)),
        ("This article was originally published by The Lake Press.", ("The Lake Press",)),
        ("来源：湖城晚报", ("湖城晚报",)),
    ],
)
def test_a_credit_line_is_told_and_its_names_are_read(line: str, names: tuple[str, ...]) -> None:
    assert is_credit(line)
    assert names_credited(line) == names


@pytest.mark.parametrize(
    "line",
    [
        "By Tuesday, the police had opened an inquiry.",
        "By 2021 the desks had closed",
        "By the numbers",
        "Reporting by the broadcaster found that 54 desks exist in 30 countries, the report says.",
        "Three officers contributed to the operation, the ministry said.",
        "Used by police, the list names exiles.",
        "- Brantham",
        "– The Ministry of Foreign Affairs",
        "The Associated Press reported that the desks were closed.",
        "This report names nobody.",
    ],
)
def test_a_line_of_the_story_is_no_credit(line: str) -> None:
    assert not is_credit(line)


@pytest.mark.parametrize(
    ("line", "agencies"),
    [
        ("BRANTHAM (Reuters) - The minister said no.", ("Reuters",)),
        ("TARN HOLLOW, 4 May 2021 (Northern Wire) — The minister said no.", ("Northern Wire",)),
        ("新华社北京5月4日电 部长说不。", ("新华社",)),
        ("The minister (a former judge) said no - and left.", ()),
    ],
)
def test_the_agency_in_a_dateline_is_read(line: str, agencies: tuple[str, ...]) -> None:
    assert agencies_in_dateline(line) == agencies


def test_a_chinese_byline_names_the_agency_and_its_letters() -> None:
    line = "湖城通讯社（LNA）东港4月18日电 本报编译"

    names = names_credited(line)

    assert names == ("湖城通讯社", "LNA")
