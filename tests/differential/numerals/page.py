"""The table of differences as a page: this script writes docs/numbers-elsewhere.md anew."""

from pathlib import Path

from differences import KINDS, VERSIONS, table

PAGE = Path(__file__).resolve().parents[3] / "docs" / "numbers-elsewhere.md"

BEFORE = """\
# Numbers elsewhere

Other libraries read and write Chinese numbers too, and not always as govperf does. The tests in
`tests/differential/numerals` ask them and govperf the same thousands of questions. Whenever the answers
differ, one of the rows below says how; a new difference fails the tests, and so does one that is gone. A
second engine, written for the tests from the rules alone, reads and writes whole numbers and amounts as
govperf does.

These libraries were asked: {versions}. num2words 0.5.14 has no Chinese.

A difference is of one of four kinds:

{kinds}

The bank rules are 正确填写票据和结算凭证的基本规定 (People’s Bank of China), the accounting rules are
会计基础工作规范 (Ministry of Finance), article 52.

This page is made of the table that the tests use, by `python tests/differential/numerals/page.py`.
"""

HEAD = "| given | they | govperf | kind | why |\n| --- | --- | --- | --- | --- |\n"
REFUSAL = "–"


def rendered(rows):
    """The page."""
    versions = ", ".join(f"{name} {version}" for name, version in VERSIONS.items())
    kinds = ";\n".join(f"- **{kind}**: {meaning}" for kind, meaning in KINDS.items())
    text = BEFORE.format(versions=versions, kinds=f"{kinds}.")
    for rival in VERSIONS:
        for verb, writes in (("reads", False), ("writes", True)):
            some = [row for row in rows if (row.rival, row.writes) == (rival, writes)]
            text += f"\n## {rival} {verb}\n\n{HEAD}{''.join(map(_line, some))}"
    return text


def _line(row):
    cells = [row.given, row.theirs or REFUSAL, row.ours or REFUSAL, row.kind, row.why]
    return f"| {' | '.join(cells)} |\n"


if __name__ == "__main__":
    PAGE.write_text(rendered(table()), encoding="utf-8")
