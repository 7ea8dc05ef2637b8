import pytest

from firsthand.sources.dates import day_in
from firsthand.sources.kinds import kind_called
from firsthand.sources.language import language_code, language_of
from firsthand.sources.wording import shown
from firsthand.values.source import SourceKind


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("The council said on Monday that it had closed the ferry line.", "en"),
        ("Le conseil a déclaré lundi qu'il avait fermé la ligne de bac.", "fr"),
        ("El consejo dijo el lunes que había cerrado la línea de barcos.", "es"),
        ("Der Rat sagte am Montag, dass er die Linie nicht mehr auf dem See fährt.", "de"),
        ("市政府周一表示，已关闭渡轮航线。", "zh"),
        ("市議会は月曜日、フェリー路線を閉鎖したと述べた。", "ja"),
        ("شەھەر ھۆكۈمىتى دۈشەنبە كۈنى پاراخوت يولىنى تاقىدى.", "ug"),
        ("Городской совет в понедельник закрыл линию.", "ru"),
        ("Tarn Hollow 54", None),
        ("...", None),
    ],
)
def test_the_language_of_a_text_is_told_from_its_script_and_small_words(
    words: str, language: str | None
) -> None:
    assert language_of(words) == language


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("en-CA", "en"),
        ("zh_Hans", "zh"),
        ("French", "fr"),
        ("fra", "fr"),
        ("?", None),
        (None, None),
    ],
)
def test_a_language_tag_is_reduced_to_its_code(tag: str | None, code: str | None) -> None:
    assert language_code(tag) == code


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2022-10-26", "2022-10-26"),
        ("2022-10-26T23:59:00-04:00", "2022-10-26"),
        ("20221026", "2022-10-26"),
        ("26 October 2022", "2022-10-26"),
        ("Oct. 26th, 2022", "2022-10-26"),
        ("Wed, 26 Oct 2022 08:00:00 GMT", "2022-10-26"),
        ("le 26 octobre 2022", "2022-10-26"),
        ("26 de octubre de 2022", "2022-10-26"),
        ("2022年10月26日 14:05", "2022-10-26"),
        ("10/11/2022", "None"),
        ("2022-10", "None"),
        ("2022-13-45", "None"),
        ("soon", "None"),
    ],
)
def test_a_day_is_read_as_people_write_it_and_never_guessed(words: str, day: str) -> None:
    assert str(day_in(words)) == day


@pytest.mark.parametrize("kind", list(SourceKind))
def test_every_kind_is_called_by_its_own_name(kind: SourceKind) -> None:
    assert kind_called(kind.value) is kind
    assert kind_called(kind.value.upper().replace(" ", "_")) is kind


def test_long_names_are_cut_and_invisible_characters_spelled_out() -> None:
    assert shown("a\u200bb\x00\n") == r"a\u200bb\x00\x0a"
    assert len(shown("x" * 5000)) == 160
