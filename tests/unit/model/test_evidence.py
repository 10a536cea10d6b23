"""Evidence: a document, where in it, from when, and the digest of its bytes."""

import hashlib
from datetime import date, datetime

import pytest

from govperf.errors import DataError, LimitError
from govperf.limits import LIMITS
from govperf.model import Evidence, Locator, Period
from govperf.model.evidence import optional_locator

DIGITS = {"md5": 32, "sha1": 40, "sha256": 64, "sha384": 96, "sha512": 128, "sm3": 64}


class TestEvidence:
    def test_everything_that_a_form_prints(self):
        evidence = Evidence(
            "媒体发布台账",
            kind="工作资料",
            issuer="宣传科",
            date="2020年12月",
            locator=Locator("汇总", document="台账.xlsx", cell="C7"),
            digest="md5:" + "0" * 32,
            supports="发布条数",
            note="加盖公章",
        )
        assert (evidence.title, evidence.kind, evidence.issuer) == ("媒体发布台账", "工作资料", "宣传科")
        assert (str(evidence.date), str(evidence.locator)) == ("2020-12", "台账.xlsx 汇总 C7")
        assert (evidence.supports, evidence.note) == ("发布条数", "加盖公章")

    def test_nothing_but_a_title(self):
        evidence = Evidence("台账")
        assert (evidence.kind, evidence.issuer, evidence.digest, evidence.supports, evidence.note) == (
            "",
        ) * 5
        assert evidence.date is None
        assert evidence.locator is None

    @pytest.mark.parametrize("title", ["", " "])
    def test_titleless(self, title):
        with pytest.raises(DataError) as caught:
            Evidence(title)
        assert (caught.value.code, caught.value.path) == ("data.empty", "title")

    @pytest.mark.parametrize("field", ["title", "kind", "issuer", "digest", "supports", "note"])
    @pytest.mark.parametrize("given", [3, None, b"x"], ids=repr)
    def test_text_type(self, field, given):
        with pytest.raises(TypeError, match=f"{field} is a text"):
            Evidence(**{"title": "台账", field: given})

    @pytest.mark.parametrize("field", ["title", "kind", "issuer", "supports", "note"])
    def test_longest_text(self, field):
        longest = "台" * LIMITS.cell_chars
        assert getattr(Evidence(**{"title": "台账", field: longest}), field)
        with pytest.raises(LimitError) as caught:
            Evidence(**{"title": "台账", field: longest + "账"})
        assert (caught.value.code, caught.value.path) == ("limit.chars", field)

    @pytest.mark.parametrize(
        ("given", "shown"),
        [
            ("2020-12-31", "2020-12-31"),
            (2020, "2020"),
            (date(2020, 12, 30), "2020-12-30"),
            (Period(date(2020, 1, 1), date(2020, 3, 31)), "2020-01/2020-03"),
        ],
        ids=["text", "year", "day", "period"],
    )
    def test_date(self, given, shown):
        assert str(Evidence("台账", date=given).date) == shown

    @pytest.mark.parametrize("given", ["去年", "2020-02-30", "", 1900], ids=repr)
    def test_no_date(self, given):
        with pytest.raises(DataError):
            Evidence("台账", date=given)

    @pytest.mark.parametrize(
        "given",
        [True, 2020.0, datetime(2020, 12, 31)],  # noqa: DTZ001 - refused
        ids=repr,
    )
    def test_date_type(self, given):
        with pytest.raises(TypeError):
            Evidence("台账", date=given)


class TestLocator:
    @pytest.mark.parametrize(
        ("locator", "shown"),
        [
            (Locator(), ""),
            (Locator("表3"), "表3"),
            (Locator(page="12"), "第12页"),
            (Locator(page="12-14"), "第12-14页"),
            (Locator(page="第3页"), "第3页"),
            (Locator(page="封页"), "封页"),
            (Locator(cell="Sheet1!C7"), "Sheet1!C7"),
            (Locator("表3", document="自评表.pdf", page="2", cell="C7"), "自评表.pdf 第2页 表3 C7"),
        ],
        ids=["nothing", "section", "page", "pages", "page in words", "another page", "cell", "all"],
    )
    def test_text(self, locator, shown):
        assert str(locator) == shown

    @pytest.mark.parametrize("field", ["section", "document", "page", "cell"])
    def test_fields(self, field):
        longest = "页" * LIMITS.cell_chars
        assert getattr(Locator(**{field: longest}), field) == longest
        with pytest.raises(LimitError) as caught:
            Locator(**{field: longest + "页"})
        assert (caught.value.code, caught.value.path) == ("limit.chars", field)
        with pytest.raises(TypeError, match=f"{field} is a text"):
            Locator(**{field: 12})

    def test_only_the_section_goes_without_a_name(self):
        with pytest.raises(TypeError):
            Locator("表3", "自评表.pdf")

    def test_optional(self):
        locator = Locator("表3")
        assert optional_locator(locator) is locator
        assert optional_locator(None) is None
        assert optional_locator("第3页") == Locator("第3页")
        assert optional_locator("") == Locator()

    @pytest.mark.parametrize("given", [3, ["C7"], {"cell": "C7"}], ids=repr)
    def test_type(self, given):
        with pytest.raises(TypeError, match="locator is a Locator"):
            Evidence("台账", locator=given)


def refusal(digest):
    with pytest.raises(DataError) as caught:
        Evidence("台账", digest=digest)
    assert caught.value.path == "digest"
    return caught.value


class TestDigest:
    """An algorithm that is known, a colon, and as many digits as it has, in lower case."""

    @pytest.mark.parametrize(("name", "digits"), DIGITS.items())
    def test_length(self, name, digits):
        right = f"{name}:{'0123456789abcdef' * 8}"[: len(name) + 1 + digits]
        assert Evidence("台账", digest=right).digest == right
        assert refusal(right[:-1]).code == refusal(right + "0").code == "data.digest"

    @pytest.mark.parametrize("name", [name for name in DIGITS if name in hashlib.algorithms_guaranteed])
    def test_as_python_makes_it(self, name):
        digest = f"{name}:{hashlib.new(name, b'x', usedforsecurity=False).hexdigest()}"
        assert Evidence("台账", digest=digest).digest == digest

    @pytest.mark.parametrize(
        "digest",
        [
            "SHA256:" + "a" * 64,
            "sha256:" + "A" * 64,
            "sha256:" + "g" * 64,
            "sha256:" + "０" * 64,
            "sha256:" + "a" * 64 + "\n",
            " sha256:" + "a" * 64,
            "sha256: " + "a" * 64,
            "sha256=" + "a" * 64,
            "sha256：" + "a" * 64,
            "sha256:",
            "a" * 64,
            ":" + "a" * 64,
            "sha224:" + "a" * 56,
            "crc32:" + "a" * 8,
            " ",
            "\ud800",
        ],
        ids=lambda digest: f"{digest[:9]!r}{len(digest)}",
    )
    def test_none(self, digest):
        assert refusal(digest).code == "data.digest"

    def test_says_what_it_should_be(self):
        error = refusal("sha256:AB")
        assert error.explain("en") == (
            "digest: 'sha256:AB' is no digest such as sha256:… of a known algorithm"
        )
        assert error.explain("zh") == "digest: “sha256:AB”不是“算法:十六进制”形式的摘要，或算法不详"

    def test_too_long(self):
        with pytest.raises(LimitError) as caught:
            Evidence("台账", digest="sha256:" + "a" * LIMITS.cell_chars)
        assert (caught.value.path, len(str(caught.value)) < 200) == ("digest", True)
