"""Help and complaints: in both languages, with examples that run, without a traceback."""

import shlex
from importlib.resources import files
from pathlib import Path

import click
import pytest

from govperf import cli
from govperf.cli.asking import language, refusal
from govperf.cli.commands import ROWS, program
from govperf.cli.showing import wrapped
from govperf.layout import width

NAMES = [row.name for row in ROWS]
EXAMPLES = [example for row in ROWS for example in row.examples]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with the files that the examples read."""
    school = (files("govperf") / "data" / "hainan-school-2023.json").read_bytes()
    (tmp_path / "form.json").write_bytes(school)
    (tmp_path / "last.json").write_bytes(school.replace(b'"year": 2023', b'"year": 2022', 1))
    monkeypatch.chdir(tmp_path)
    return Path(tmp_path)


class TestHelp:
    @pytest.mark.parametrize("name", NAMES)
    @pytest.mark.parametrize(("lang", "first"), [("zh", "用法：govperf"), ("en", "usage: govperf")])
    def test_of_a_command_says_all_that_it_takes(self, govperf, name, lang, first):
        code, out, err = govperf(name, "--help", "--lang", lang)
        assert (code, err) == (0, "")
        assert out.startswith(f"{first} {name} ")
        for param in program(lang).commands[name].params:
            named = param.opts if isinstance(param, click.Option) else [param.metavar.strip("[].")]
            assert all(f"\n  {one}" in out or f", {one}" in out for one in named)

    @pytest.mark.parametrize("name", NAMES)
    def test_is_not_the_same_in_both_languages(self, govperf, name):
        assert govperf(name, "--help")[1] != govperf(name, "--help", "--lang", "en")[1]

    @pytest.mark.parametrize("lang", ["zh", "en"])
    def test_of_the_whole_lists_commands_and_exit_codes(self, govperf, lang):
        code, out, err = govperf("--lang", lang, "-h")
        assert (code, err) == (0, "")
        for name in [*NAMES, "0", "1", "2", "130", "141"]:
            assert f"\n  {name} " in out

    @pytest.mark.parametrize("name", ["", *NAMES])
    @pytest.mark.parametrize("lang", ["zh", "en"])
    def test_fits_the_terminal(self, govperf, monkeypatch, name, lang):
        """But for what nobody may break: the usage and the examples."""
        monkeypatch.setenv("COLUMNS", "72")
        _, out, _ = govperf(*filter(None, [name]), "--help", "--lang", lang)
        lines = [line for line in out.split("\n")[1:] if not line.startswith("  govperf ")]
        assert max(map(width, lines)) <= 72

    @pytest.mark.parametrize("example", EXAMPLES)
    @pytest.mark.usefixtures("folder")
    def test_examples_run(self, govperf, example):
        code, out, err = govperf(*shlex.split(example)[1:])
        assert (code, err) == (0, "")
        assert out

    def test_of_the_version_is_one_line(self, govperf):
        code, out, _ = govperf("--version")
        assert code == 0
        assert len(out.splitlines()) == 1


class TestLanguage:
    @pytest.mark.parametrize(
        ("arguments", "variable", "lang"),
        [
            ([], "", "zh"),
            ([], "en", "en"),
            ([], "zh", "zh"),
            ([], "fr", "zh"),
            (["--lang", "en"], "zh", "en"),
            (["--lang=zh"], "en", "zh"),
            (["--lang", "zh", "score", "--lang", "en"], "", "en"),
            (["parse", "--", "--lang", "en"], "", "zh"),
            (["--lang"], "", "zh"),
        ],
    )
    def test_of_option_variable_and_default(self, monkeypatch, arguments, variable, lang):
        monkeypatch.setenv("GOVPERF_LANG", variable)
        assert language(arguments) == lang

    def test_speaks_complaints_too(self, govperf, monkeypatch):
        monkeypatch.setenv("GOVPERF_LANG", "en")
        assert govperf("score", "no.json")[2] == "govperf: no.json: there is no such file\n"
        assert govperf("score", "-", "--lang", "zh")[2].startswith("govperf: 标准输入: ")


class TestRefusals:
    @pytest.mark.parametrize(
        ("arguments", "zh", "en"),
        [
            ([], "没有指明命令", "no command is named"),
            (["report"], "没有命令report", "there is no command report"),
            (["score"], "缺少FILE", "FILE is missing"),
            (["convert", "3亩"], "缺少AMOUNT", "AMOUNT is missing"),
            (["demo", "x"], "多余的参数x", "x is one argument too many"),
            (["score", "--fast", "x"], "没有选项--fast", "there is no option --fast"),
            (["review", "--fail-onn", "x"], "相近的有--fail-on", "near it is --fail-on"),
            (["review", "x", "--fail-on"], "选项--fail-on须带值", "the option --fail-on takes a value"),
            (["review", "--json=3", "x"], "选项--json不带值", "the option --json takes no value"),
            (["review", "--fail-on", "bad", "x"], "不能是bad", "not bad"),
            (["review", "--json", "--markdown", "x"], "不能同时使用", "exclude each other"),
            (["parse", "--year", "20233", "x"], "不能是20233", "not 20233"),
            (["standards", "--toml"], "须指明评分标准的名称", "goes with the name"),
            (["standards", "MOF-2020-10", "--toml", "--json"], "不与--json同用", "without --json"),
            (["explain"], "须给出代码或文件", "codes or files"),
            (["explain", "missed", "--target", "3"], "须给出代码或文件", "codes or files"),
        ],
    )
    def test_say_what_and_where_help_is(self, govperf, arguments, zh, en):
        for lang, said in (("zh", zh), ("en", en)):
            code, out, err = govperf("--lang", lang, *arguments)
            assert (code, out) == (2, "")
            assert said in err
            assert "--help" in err.splitlines()[-1]
            assert len(err.splitlines()) == 2

    @pytest.mark.parametrize("lang", ["fr", ""])
    def test_a_language_that_is_none(self, govperf, lang):
        code, _, err = govperf("demo", "--lang", lang)
        assert (code, "--lang须为zh, en之一" in err) == (2, True)

    def test_nothing_of_an_argument_reaches_the_terminal(self, govperf):
        _, _, err = govperf("\x1b[2J\n")
        assert "\x1b" not in err

    def test_what_click_alone_knows_is_passed_on(self):
        assert refusal(click.UsageError("odd"), "zh") == "govperf: 用法有误：odd（用法见 govperf --help）"
        assert "缺少" in refusal(click.MissingParameter(), "zh")


class TestCompletion:
    def test_of_commands(self, monkeypatch, capsys):
        monkeypatch.setenv("_GOVPERF_COMPLETE", "bash_complete")
        monkeypatch.setenv("COMP_WORDS", "govperf s")
        monkeypatch.setenv("COMP_CWORD", "1")
        assert cli.main([]) == 0
        assert capsys.readouterr().out.split() == ["plain,score", "plain,standards", "plain,schema"]

    def test_of_values(self, monkeypatch, capsys):
        monkeypatch.setenv("_GOVPERF_COMPLETE", "bash_complete")
        monkeypatch.setenv("COMP_WORDS", "govperf review --fail-on h")
        monkeypatch.setenv("COMP_CWORD", "3")
        assert cli.main([]) == 0
        assert capsys.readouterr().out.split() == ["plain,hint"]

    def test_of_an_unknown_command_is_nothing(self, monkeypatch, capsys):
        monkeypatch.setenv("_GOVPERF_COMPLETE", "bash_complete")
        monkeypatch.setenv("COMP_WORDS", "govperf nothing --help --version ")
        monkeypatch.setenv("COMP_CWORD", "4")
        assert cli.main([]) == 0
        assert "Traceback" not in capsys.readouterr().err


class TestWrapping:
    @pytest.mark.parametrize(
        ("text", "room", "lines"),
        [
            ("", 5, []),
            ("abc", 3, ["abc"]),
            ("ab cd", 4, ["ab", "cd"]),
            ("ab cd", 5, ["ab cd"]),
            ("abcdef", 3, ["abcdef"]),
            ("指标值", 4, ["指标", "值"]),
            ("指标，值", 4, ["指", "标，", "值"]),
            ("读 FILE 文件", 8, ["读 FILE", "文件"]),
        ],
    )
    def test_breaks_between_words_and_between_characters(self, text, room, lines):
        assert wrapped(text, room) == lines
