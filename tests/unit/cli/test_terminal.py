"""What depends on a terminal: colours, the width of tables, and a count of long input."""

import io
import os
import sys

import pytest

from govperf import cli
from govperf.cli.showing import counted


class Terminal(io.StringIO):
    """A stream that says that somebody looks at it."""

    def isatty(self):
        return True


@pytest.fixture
def terminal(monkeypatch):
    """Put a terminal in the place of a stream."""

    def make(name):
        stream = Terminal()
        monkeypatch.setattr(sys, name, stream)
        return stream

    return make


class TestColours:
    def test_none_in_a_pipe(self, govperf, school):
        assert "\x1b" not in govperf("review", school)[1]

    def test_on_a_terminal(self, terminal, school):
        out = terminal("stdout")
        cli.main(["review", school])
        assert "\x1b[33m[警示]\x1b[0m" in out.getvalue()
        assert "\x1b[36m[提示]\x1b[0m" in out.getvalue()

    def test_of_a_report(self, terminal):
        out = terminal("stdout")
        cli.main(["demo"])
        assert "\x1b[1m【广州市应急管理局 2020年绩效自评】\x1b[0m\n" in out.getvalue()
        assert "\x1b[1m一、预算\x1b[0m\n" in out.getvalue()
        assert "\x1b[31m✗\x1b[0m" in out.getvalue()
        assert "\x1b[32m✓\x1b[0m" in out.getvalue()

    def test_json_has_none(self, terminal, school):
        out = terminal("stdout")
        cli.main(["review", "--json", school])
        assert "\x1b" not in out.getvalue()

    @pytest.mark.parametrize(
        ("variables", "coloured"),
        [
            ({}, True),
            ({"NO_COLOR": "1"}, False),
            ({"NO_COLOR": ""}, True),
            ({"TERM": "dumb"}, False),
            ({"TERM": "xterm"}, True),
            ({"TERM": "dumb", "FORCE_COLOR": "1"}, True),
            ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        ],
    )
    def test_as_the_environment_says(self, terminal, monkeypatch, school, variables, coloured):
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        out = terminal("stdout")
        cli.main(["review", school])
        assert ("\x1b" in out.getvalue()) is coloured

    def test_forced_in_a_pipe(self, govperf, monkeypatch, school):
        monkeypatch.setenv("FORCE_COLOR", "1")
        assert "\x1b[33m" in govperf("review", school)[1]

    @pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals of POSIX")
    def test_in_a_real_terminal(self, school, monkeypatch):
        import pty  # noqa: PLC0415 - not on every system

        ours, theirs = pty.openpty()
        with os.fdopen(theirs, "w", encoding="utf-8") as stream:
            monkeypatch.setattr(sys, "stdout", stream)
            cli.main(["review", "--only", "finding.far-over", school])  # few lines: nobody reads beside it
            text = os.read(ours, 4096).decode(errors="replace")
        os.close(ours)
        assert "\x1b[33m[警示]\x1b[0m" in text


class TestWidth:
    def test_a_table_fits_the_terminal(self, terminal):
        out = terminal("stdout")
        cli.main(["standards", "--lang", "en"])
        assert max(len(line) for line in out.getvalue().splitlines()) == 80
        assert "…" in out.getvalue()

    def test_and_is_whole_in_a_pipe(self, govperf):
        assert "…" not in govperf("standards", "--lang", "en")[1]


class TestCount:
    def test_of_many_files(self, terminal, govperf, school):
        err = terminal("stderr")
        assert govperf("review", "--json", "--fail-on", "never", *[school] * 20)[0] == 0
        assert "\r\x1b[K1/20" in err.getvalue()
        assert err.getvalue().endswith("20/20\r\x1b[K")

    def test_not_of_few(self, terminal, govperf, school):
        err = terminal("stderr")
        govperf("review", "--json", *[school] * 19)
        assert err.getvalue() == ""

    def test_not_where_the_results_are_seen_to_come(self, terminal, school):
        err, _ = terminal("stderr"), terminal("stdout")
        cli.main(["review", *[school] * 20])
        assert err.getvalue() == ""

    def test_not_in_a_log(self, govperf, school):
        assert govperf("review", "--json", "--fail-on", "never", *[school] * 20)[2] == ""

    @pytest.mark.parametrize(
        ("lines", "told"), [(1999, ""), (2000, "\r\x1b[K2000"), (2199, "\r\x1b[K2000\r\x1b[K2100")]
    )
    def test_of_lines(self, terminal, lines, told):
        err = terminal("stderr")
        assert len(list(counted(range(lines), silent=True))) == lines
        assert err.getvalue() == f"{told}\r\x1b[K"
