"""The extras: the plain text needs none, and a table or chart without its own says what to install."""

import subprocess
import sys

import pytest

import govperf as gp
from govperf import display
from govperf.errors import InputError, MissingExtraError

ROOMS = (
    "canvas",
    "completions",
    "forms",
    "grids",
    "leeways",
    "lists",
    "pace",
    "saving",
    "standings",
    "waterfalls",
)
CHARTS = (
    "completion_chart",
    "waterfall_chart",
    "execution_chart",
    "comparison_chart",
    "sensitivity_chart",
    "save",
)
TABLES = ("form_table", "findings_table", "changes_table")


@pytest.fixture
def bare(monkeypatch):
    """The package as it is before anything was asked for."""
    for room in ROOMS:
        monkeypatch.delitem(sys.modules, f"govperf.display.{room}", raising=False)
    for name in (*CHARTS, *TABLES):
        monkeypatch.delitem(vars(display), name, raising=False)
    return monkeypatch


@pytest.mark.parametrize(
    ("module", "package", "extra", "names"),
    [
        ("altair", "altair", "charts", CHARTS),
        ("great_tables", "great-tables", "tables", TABLES),
        ("polars", "polars", "tables", TABLES),
    ],
)
def test_without_its_extra_a_name_says_what_to_install(bare, module, package, extra, names):
    bare.setitem(sys.modules, module, None)
    for name in names:
        with pytest.raises(MissingExtraError) as caught:
            getattr(display, name)
        for lang in ("en", "zh"):
            assert package in caught.value.explain(lang)
            assert f"pip install 'govperf[{extra}]'" in caught.value.explain(lang)
    assert display.report(gp.Evaluation("某局", 2023)) == "【某局 2023年绩效自评】"


def test_another_fault_of_an_import_is_not_hidden(bare):
    bare.setitem(sys.modules, "govperf.display.canvas", None)
    with pytest.raises(ImportError) as caught:
        _ = display.completion_chart
    assert not isinstance(caught.value, MissingExtraError)


def test_an_unknown_name_is_none():
    with pytest.raises(AttributeError, match=r"module 'govperf\.display' has no attribute 'pie_chart'"):
        _ = display.pie_chart


def test_every_name_is_listed_and_there():
    assert set(display.__all__) <= set(dir(display))
    assert all(callable(getattr(display, name)) for name in display.__all__)


@pytest.mark.parametrize("statement", ["from govperf.display import report", "from govperf import report"])
def test_the_plain_text_loads_no_extra(statement):
    code = f"{statement}\nimport sys\nprint({{'altair', 'great_tables', 'polars'}} & set(sys.modules))"
    run = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, check=True, text=True)  # noqa: S603 - our own code
    assert run.stdout.strip() == "set()"


class TestSaving:
    CHART = display.completion_chart(
        gp.Evaluation(
            "某局",
            2023,
            goals=[gp.Goal("目标", indicators=[gp.Indicator("资助人数", target="≥9人", actual="8人")])],
        )
    )

    def test_a_png_grows_with_its_scale(self, tmp_path):
        for scale in (1, 2):
            display.save(self.CHART, tmp_path / f"{scale}.png", scale=scale)
        widths = [int.from_bytes((tmp_path / f"{scale}.png").read_bytes()[16:20]) for scale in (1, 2)]
        assert widths[1] in range(2 * widths[0] - 2, 2 * widths[0] + 3)

    def test_an_svg_keeps_its_text(self, tmp_path):
        display.save(self.CHART, str(tmp_path / "x.SVG"))
        assert ">资助人数<" in (tmp_path / "x.SVG").read_text(encoding="utf-8")

    def test_a_page_holds_all_that_it_needs(self, tmp_path):
        display.save(self.CHART, tmp_path / "x.html")
        page = (tmp_path / "x.html").read_text(encoding="utf-8")
        assert 'src="http' not in page
        assert "cdn.jsdelivr" not in page

    @pytest.mark.parametrize(("name", "said"), [("x.gif", "“.gif”"), ("x", "“x”"), ("x.pdf", "“.pdf”")])
    def test_another_ending_is_refused(self, tmp_path, name, said):
        with pytest.raises(InputError, match=r"a chart is saved as \.png, \.svg, \.html") as caught:
            display.save(self.CHART, tmp_path / name)
        assert said in caught.value.explain("zh")

    @pytest.mark.parametrize("scale", [0, 11])
    def test_another_scale_is_refused(self, tmp_path, scale):
        with pytest.raises(InputError, match="from 1 to 10"):
            display.save(self.CHART, tmp_path / "x.png", scale=scale)

    def test_without_its_converter_it_says_what_to_install(self, tmp_path, monkeypatch):
        monkeypatch.setitem(sys.modules, "vl_convert", None)
        with pytest.raises(MissingExtraError, match="vl-convert-python is not installed"):
            display.save(self.CHART, tmp_path / "x.png")
