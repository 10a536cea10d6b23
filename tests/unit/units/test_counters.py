"""Words that are no unit, taken as new counters; what a text meant before it means again."""

import pytest

from govperf.errors import InputError, UnitError
from govperf.limits import LIMITS
from govperf.units import Quantity, Unit

TEXTS = [
    "500元正",
    "500元整",
    "7.5折",
    "七五折",
    "三成半",
    "七成六",
    "3元5角",
    "三元五角",
    "2小时30分",
    "1年零3个月",
    "每户650元",
]


@pytest.mark.parametrize(
    ("text", "number", "label"),
    [
        ("500冪次", 500, "冪次"),
        ("5万羃", 5, "万羃"),
        ("每户3冖", 3, "冖/户"),
        ("12冫/冮", 12, "冫/冮"),
        ("五冹", 5, "冹"),
        ("3 冸 ", 3, "冸"),
    ],
)
def test_a_word_becomes_a_counter(text, number, label):
    found = Quantity.parse(text, unknown="counter")
    assert found == Quantity(number, label)
    assert Quantity.parse(text) == found  # from now on


def test_in_the_name_of_a_unit():
    assert Unit.of("凇次/户", unknown="counter") is Unit.of("凇次/户")


@pytest.mark.parametrize("text", [*TEXTS, "3,678.76万元", "12.37万家次", "¥5,000", "95%", "5", "百分之五"])
def test_what_is_known_means_the_same(text):
    assert repr(Quantity.parse(text, unknown="counter")) == repr(Quantity.parse(text))


@pytest.mark.parametrize(
    "text",
    [
        *(
            "500余人次",
            "5多人",
            "5人左右",
            "5%以上",
            "5元以内",
            "至五幅",
            "约5人",
            "5年期",
            "5日前",
            "5等奖",
            "5人（含）",
        ),
        *(
            "3米5",
            "5元5",
            "5h30",
            "5人6户",
            "5e5",
            "3点5元",
            "5~6人",
            "5-6人",
            "5、6人",
            "5人、6户",
            "5人；",
            "5。",
            "1/3",
        ),
        *("5元元/", "5/", "5**元", "5(", "5\x00", "5\ud800", "5😀", "5每"),
        "5" + "凙" * (LIMITS.unit_word_chars + 1),
    ],
    ids=ascii,
)
def test_what_cannot_be_one(text):
    with pytest.raises(InputError):
        Quantity.parse(text, unknown="counter")
    with pytest.raises(InputError):
        Quantity.parse(text)


def test_a_text_that_is_refused_defines_nothing():
    with pytest.raises(UnitError):
        Quantity.parse("5凚/余人", unknown="counter")
    with pytest.raises(UnitError):
        Unit.of("凚")
    with pytest.raises(UnitError):
        Quantity.parse("¥5凛", unknown="counter")
    with pytest.raises(UnitError):
        Unit.of("凛")


@pytest.mark.parametrize("unknown", ["x", "", None, True, "Counter"])
@pytest.mark.parametrize("text", ["5人", "5凜", "95%"])
def test_no_other_choice(text, unknown):
    with pytest.raises(ValueError, match="unknown is"):
        Quantity.parse(text, unknown=unknown)
    with pytest.raises(ValueError, match="unknown is"):
        Unit.of(text[1:], unknown=unknown)
