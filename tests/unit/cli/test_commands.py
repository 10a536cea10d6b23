"""The command line: reports on standard output, one sentence on standard error, an exit code."""

import io
import os
import sys
from importlib.resources import files
from pathlib import Path

import attrs
import pytest

import govperf as gp
from govperf import cli
from govperf.limits import LIMITS
from govperf.version import VERSION

DATA = files("govperf") / "data"
SCHOOL = (DATA / "hainan-school-2023.json").read_bytes()
PANYU = (DATA / "panyu-emergency-2021.json").read_bytes()


class TestDemo:
    def test_prints_three_reports(self, govperf):
        code, out, err = govperf("demo")
        assert (code, err) == (0, "")
        assert [line for line in out.split("\n") if line.startswith("【")] == [
            "【广州市应急管理局 2020年绩效自评】",
            "【广州市番禺区应急管理局 2021年绩效自评】",
            "【海南省属中学 学生事务补助 2023年绩效自评】",
        ]

    def test_is_the_report_of_each_data_file(self, govperf):
        names = ("guangzhou-emergency-2020", "panyu-emergency-2021", "hainan-school-2023")
        texts = [(DATA / f"{name}.json").read_text(encoding="utf-8") for name in names]
        reports = [gp.report(gp.from_json(text, gp.Evaluation)) for text in texts]
        assert govperf("demo")[1] == "\n\n".join(reports) + "\n"


class TestScore:
    def test_prints_the_report_of_a_file(self, govperf, school):
        assert govperf("score", school) == (0, gp.report(gp.from_json(SCHOOL, gp.Evaluation)) + "\n", "")

    def test_prints_the_report_of_each_file(self, govperf, school):
        report = gp.report(gp.from_json(SCHOOL, gp.Evaluation))
        assert govperf("score", school, school) == (0, f"{report}\n\n{report}\n", "")

    def test_reads_standard_input(self, govperf, stdin):
        stdin(PANYU)
        code, out, err = govperf("score", "-")
        assert (code, err) == (0, "")
        assert out.startswith("【广州市番禺区应急管理局 2021年绩效自评】")

    def test_a_bad_file_does_not_lose_the_others(self, govperf, school, tmp_path):
        empty = tmp_path / "empty.json"
        empty.touch()
        code, out, err = govperf("score", str(empty), school, str(tmp_path / "none.json"))
        assert code == 2
        assert out == gp.report(gp.from_json(SCHOOL, gp.Evaluation)) + "\n"
        assert err.split("\n") == [
            f"govperf: {empty}: 文档为空",
            f"govperf: {tmp_path / 'none.json'}: 文件不存在",
            "",
        ]


MISSING = "$.year: 缺少必填项；$.budget.year: 缺少必填项"


def known(cls, *first):
    """The known keys as an error lists them: the nearest first, cut short."""
    names = dict.fromkeys([*first, *(field.name for field in attrs.fields(cls))])
    return f"{', '.join(names)[:200]}…"


BUDGET = known(gp.Budget)
KEYS = known(gp.Indicator, "reported_points")


class TestStandard:
    """The rule book by its name, or in a file of one's own."""

    OWN = """
        name = "某省2021"
        title = "某省办法"
        english = "A province"
        extends = "MOF-2020-10"
        [execution]
        points = 20
        rule = "proportional"
        provenance = "choice"
        source = "a test"
        """

    def test_by_name(self, govperf, school):
        code, out, err = govperf("score", "--standard", "MOF-2021-101", school)
        assert (code, err) == (0, "")
        assert "MOF-2021-101" in out
        assert "（按完成比例计分，MOF-2020-10）" not in out

    def test_in_a_file(self, govperf, school, tmp_path):
        path = tmp_path / "own.toml"
        path.write_text(self.OWN, encoding="utf-8")
        code, out, err = govperf("score", "--standard", str(path), school)
        assert (code, err) == (0, "")
        assert "某省2021" in out

    @pytest.mark.parametrize(
        ("name", "text", "said"),
        [
            ("MOF-1999-1", "", "没有评分标准"),
            ("own.toml", OWN.replace("20\n", "-20\n"), "$.execution.points"),
            ("own.toml", OWN.replace("20\n", "-20\n").replace("2021", ""), "$.execution.points"),
            ("own.toml", OWN.replace("20\n", "-20\n").replace("choice", "sure"), "$.execution.p"),
            ("none.toml", "", "none.toml"),
        ],
    )
    def test_none(self, govperf, school, tmp_path, name, text, said):
        (tmp_path / "own.toml").write_text(text, encoding="utf-8")
        name = str(tmp_path / name) if name.endswith(".toml") else name
        code, out, err = govperf("score", "--standard", name, school)
        assert (code, out) == (2, "")
        assert said in err
        assert err.count("\n") == 1


class TestBadInput:
    """One sentence on standard error with file and path of the fault, exit code 2."""

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            (b"", "文档为空"),
            (b" \n", "文档为空"),
            (b"\xff\xfe\x00", "文档不是UTF-8编码（请另存为UTF-8），第1字节有误"),
            (b'{"schema": 1,\n "year"}', "第2行第8列不是合法的JSON：此处应为冒号"),
            (b"[]", "$: 应为对象，实为数组"),
            (b"{}", "$.schema: 缺少必填项"),
            (b'{"schema": 2}', "$.schema: 格式版本为2，本版本只读1"),
            (b"[" * 100_000, "文档嵌套超过64层"),
            (SCHOOL.replace(b'"52"', b"5.2", 1), "$.goals[0].indicators[0].target: 应为文本，实为数字"),
            (
                SCHOOL.replace(b'"year"', b'"page"'),
                f"{MISSING}；$.budget: 不认识的键“page”，可用的键有{BUDGET}；另有1处",
            ),
            (PANYU.replace("万元".encode(), b""), "$.budget.original: “5,783.95”不是金额，请写明元或万元"),
            (
                SCHOOL.replace(b'"weight"', b'"points"'),
                "；".join(
                    f"$.goals[0].indicators[{i}]: 不认识的键“points”，可用的键有{KEYS}" for i in range(3)
                )
                + "；另有1处",
            ),
        ],
        ids=[
            "empty",
            "blank",
            "UTF-16",
            "syntax",
            "array",
            "no schema",
            "schema 2",
            "deep",
            "number",
            "missing",
            "no unit",
            "unknown key",
        ],
    )
    def test_says_where(self, govperf, tmp_path, text, said):
        path = tmp_path / "自评.json"
        path.write_bytes(text)
        assert govperf("score", str(path)) == (2, "", f"govperf: {path}: {said}\n")

    @pytest.mark.parametrize(
        ("count", "said"), [(99, "另有96处"), (100, "另有至少97处"), (500, "另有至少97处")]
    )
    def test_counts_the_others(self, govperf, stdin, count, said):
        stdin(
            b'{"schema": 1, "department": {"name": "a"}, "year": 2021, "goals": ['
            + b"0," * (count - 1)
            + b"0]}"
        )
        faults = "；".join(f"$.goals[{i}]: 应为对象，实为整数" for i in range(3))
        assert govperf("score", "-")[2] == f"govperf: 标准输入: {faults}；{said}\n"

    def test_no_such_file(self, govperf):
        assert govperf("score", "no/such/file.json") == (2, "", "govperf: no/such/file.json: 文件不存在\n")

    def test_a_folder(self, govperf, tmp_path):
        assert govperf("score", str(tmp_path)) == (2, "", f"govperf: {tmp_path}: 是文件夹，不是文件\n")

    def test_not_permitted(self, govperf, monkeypatch):
        def refuse(*_):
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr("pathlib.Path.open", refuse)
        assert govperf("score", "a.json") == (2, "", "govperf: a.json: 没有读取权限\n")

    def test_any_other_trouble(self, govperf, school):
        code, out, err = govperf("score", f"{school}/a.json")
        assert (code, out) == (2, "")
        assert err.startswith(f"govperf: {school}/a.json: 文件")
        assert govperf("score", "a\0b") == (2, "", "govperf: a�b: 文件无法读取：embedded null byte\n")

    def test_closed_standard_input(self, govperf, monkeypatch):
        monkeypatch.setattr(sys, "stdin", None)
        assert govperf("score", "-") == (2, "", "govperf: 标准输入: 文档为空\n")

    def test_endless_input(self, govperf, stdin):
        stdin(b"\0" * (LIMITS.document_bytes + 1000))
        assert govperf("score", "-") == (2, "", "govperf: 标准输入: 文档超过16777216字节\n")

    def test_a_name_does_nothing_to_the_terminal(self, govperf):
        assert govperf("score", "\x1b[2J\n\u202e") == (2, "", "govperf: �[2J �: 文件不存在\n")


class TestArguments:
    @pytest.mark.parametrize(
        "arguments", [[], ["score"], ["report"], ["demo", "x"], ["--nothing"]], ids=" ".join
    )
    def test_wrong_ones_are_a_usage_error(self, govperf, arguments):
        code, out, err = govperf(*arguments)
        assert (code, out) == (2, "")
        assert err.startswith("用法：govperf")
        assert err.split("\n")[-2].startswith("govperf: ")

    @pytest.mark.parametrize(
        ("arguments", "said"), [(["--help"], "demo"), (["score", "--help"], "FILE"), (["--version"], VERSION)]
    )
    def test_help_and_version(self, govperf, arguments, said):
        code, out, err = govperf(*arguments)
        assert (code, err) == (0, "")
        assert said in out

    def test_those_of_the_process(self, monkeypatch, capsys):
        monkeypatch.setattr(sys, "argv", ["govperf", "score", "no-such-file.json"])
        assert cli.main() == 2
        assert capsys.readouterr().err == "govperf: no-such-file.json: 文件不存在\n"


class TestOutput:
    @pytest.fixture
    def output(self, monkeypatch):
        """Standard output into a file descriptor, as the interpreter makes it."""
        streams = []

        def redirect(descriptor, encoding="utf-8"):
            streams.append(io.TextIOWrapper(os.fdopen(descriptor, "wb"), encoding=encoding))
            monkeypatch.setattr(sys, "stdout", streams[-1])

        yield redirect
        for stream in streams:
            stream.close()  # as at the end of the interpreter: nothing may be left to complain of

    def test_is_utf_8_whatever_the_locale_says(self, output, tmp_path):
        path = tmp_path / "out.txt"
        output(os.open(path, os.O_WRONLY | os.O_CREAT), encoding="ascii")
        assert cli.main(["demo"]) == 0
        assert "应急管理局" in path.read_text(encoding="utf-8")

    def test_a_reader_that_has_gone_is_no_error(self, output, capsys):
        reader, writer = os.pipe()
        os.close(reader)
        output(writer)
        assert cli.main(["demo"]) == 141
        assert capsys.readouterr().err == ""

    @pytest.mark.skipif(
        not Path("/dev/full").exists(), reason="this system has no device that is always full"
    )
    def test_a_full_disk_is_said(self, output, capsys):
        output(os.open("/dev/full", os.O_WRONLY))
        assert cli.main(["demo"]) == 2
        assert capsys.readouterr().err == "govperf: 标准输出: No space left on device\n"

    def test_closed_standard_output(self, monkeypatch, capsys):
        monkeypatch.setattr(sys, "stdout", None)
        assert cli.main(["demo"]) == 0
        assert capsys.readouterr().err == ""

    def test_closed_standard_error(self, monkeypatch, capsys):
        """What was to be said there does not get into the results."""
        monkeypatch.setattr(sys, "stderr", None)
        assert cli.main(["convert", "--json", "3x", "亩"]) == 2
        assert cli.main(["score", "--nothing"]) == 2
        assert "govperf:" not in capsys.readouterr().out

    def test_an_interrupt_is_quiet(self, monkeypatch, capsys):
        def interrupt(*_):
            raise KeyboardInterrupt

        monkeypatch.setattr("govperf.codec.from_json", interrupt)
        assert cli.main(["demo"]) == 130
        assert capsys.readouterr() == ("", "")
