"""Places in a TOML text: where a fault stands, whatever the way that the text is written."""

import pickle
import tomllib
from textwrap import dedent

import pytest
from asking_books import fault

from govperf.errors import StandardError
from govperf.standards import (
    loads,
)
from govperf.standards.locating import spans


class TestPlaces:
    """Where a path stands, whatever the way that the text is written."""

    TEXT = dedent(
        '''\
        a.b = 1 # [not.a.table]
        "c.d" = """x
        ] # " \\""" """"" # x
        e = \'\'\'
        [no] \'\'\'\'\'
        f = [ 1, # one
          [2, "]"], { g = 1979-05-27 07:32:00, "h" = {} },
        ]

        [i]
        "j" . k = 0.6

        [[l]]
        m = 1
        [[l]]
        [[l.n]]
        [l.o]
        p = \'a\\\'
        '''
    )

    @pytest.mark.parametrize(
        ("path", "piece"),
        [
            ("$.a", "a.b = 1"),
            ("$.a.b", "a.b = 1"),
            ('$."c.d"', '"c.d" = """x\n] # " \\""" """""'),
            ("$.e", "e = '''\n[no] '''''"),
            ("$.f[0]", "1"),
            ("$.f[1]", '[2, "]"]'),
            ("$.f[1][0]", "2"),
            ("$.f[1][1]", '"]"'),
            ("$.f[2]", '{ g = 1979-05-27 07:32:00, "h" = {} }'),
            ("$.f[2].g", "g = 1979-05-27 07:32:00"),
            ("$.f[2].h", '"h" = {}'),
            ("$.i", "[i]"),
            ("$.i.j", '"j" . k = 0.6'),
            ("$.i.j.k", '"j" . k = 0.6'),
            ("$.l", "[[l]]"),
            ("$.l[0]", "[[l]]"),
            ("$.l[0].m", "m = 1"),
            ("$.l[1].n[0]", "[[l.n]]"),
            ("$.l[1].o.p", "p = 'a\\'"),
        ],
    )
    @pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
    def test_found(self, path, piece, end):
        text = self.TEXT.replace("\n", end)
        tomllib.loads(text)
        start, stop = spans(text, [path])[path]
        assert text[start:stop] == piece.replace("\n", end)

    @pytest.mark.parametrize("path", ["$", "$.b", "$.f[3]", "$.l[2]", "$.i.k", ""])
    def test_not_there(self, path):
        assert path not in spans(self.TEXT, [path])

    def test_with_what_it_is_in(self):
        assert list(spans(self.TEXT, ["$.f[2].none"])) == ["$.f[2]", "$.f"]

    def test_lines(self):
        text = f"\r\n{' ' * 150}name = 1\r\n"
        first = next(one for one in fault(loads, text).exceptions if one.path == "$.name")
        assert first.line == 2
        assert first.caret == f"{' ' * 20}name = 1\n{' ' * 20}^^^^^^^^"

    def test_a_long_value_is_cut(self):
        text = f"name = [{'1, ' * 100}]"
        first = next(one for one in fault(loads, text).exceptions if one.path == "$.name")
        assert first.caret.split("\n")[1] == "^" * 100

    def test_in_words(self):
        error = StandardError("standard.range", 5, path="$.a").in_line(3, "a = 5", (0, 5))
        assert error.explain("en") == str(error) == "line 3: $.a: 5 is not a possible value here"
        assert error.explain("zh") == "第3行：$.a: 5不是此处可用的值"
        assert (error.line, error.text, error.span) == (3, "a = 5", (0, 5))
        again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own
        assert (again.line, str(again), again.__notes__) == (3, str(error), error.__notes__)
        assert error.at("$.b").line == 3
        assert StandardError("standard.range", 5).line == 0
