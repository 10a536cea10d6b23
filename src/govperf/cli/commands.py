"""The commands (子命令): a row for each, with what it takes and what may be typed."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

import click
from click.exceptions import Exit

from govperf.cli.asking import Command, Program, argument, flag, option, refusal
from govperf.cli.books import schema, standards
from govperf.cli.cells import AS, parsed
from govperf.cli.conversions import INEXACT, converted
from govperf.cli.findings import GRAVE, reviewed
from govperf.cli.reading import TROUBLE
from govperf.cli.reasons import explained
from govperf.cli.reports import demo, scored
from govperf.cli.showing import tell

if TYPE_CHECKING:
    from govperf.messages import Language

__all__ = ["ROWS", "program", "run"]

_COMPLETE: Final = "_GOVPERF_COMPLETE"


class Row(NamedTuple):
    """A command: what runs it, what it takes, what may be typed."""

    name: str
    run: Callable[..., int]
    params: Callable[[Language], list[click.Parameter]]
    examples: tuple[str, ...]


def _files() -> click.Argument:
    return argument("files", "FILE...", nargs=-1, required=True)


def _standard(lang: Language) -> click.Option:
    return option(lang, "--standard", "NAME")


def _of_review(lang: Language) -> list[click.Parameter]:
    return [
        _files(),
        _standard(lang),
        option(lang, "--previous", "FILE"),
        option(lang, "--only", "CHECK", multiple=True),
        option(lang, "--without", "CHECK", multiple=True),
        option(lang, "--fail-on", "|".join(GRAVE), among=GRAVE, default="error"),
        flag(lang, "--json"),
        flag(lang, "--markdown"),
    ]


def _of_explain(lang: Language) -> list[click.Parameter]:
    return [
        argument("asked", "[CODE|FILE]...", nargs=-1),
        option(lang, "--indicator", "TEXT"),
        option(lang, "--target", "CELL"),
        option(lang, "--actual", "CELL"),
        option(lang, "--weight", "POINTS"),
        option(lang, "--year", "YEAR"),
        _standard(lang),
        flag(lang, "--json"),
    ]


def _of_demo(lang: Language) -> list[click.Parameter]:
    return [flag(lang, "--json")]


def _of_score(lang: Language) -> list[click.Parameter]:
    return [_files(), _standard(lang), flag(lang, "--json")]


def _of_convert(lang: Language) -> list[click.Parameter]:
    return [
        argument("amounts", "AMOUNT...", nargs=-1, required=True),
        argument("unit", "UNIT"),
        option(lang, "--inexact", "|".join(INEXACT), among=INEXACT, default="round"),
        flag(lang, "--json"),
    ]


def _of_parse(lang: Language) -> list[click.Parameter]:
    return [
        argument("cells", "CELL...", nargs=-1, required=True),
        option(lang, "--as", "|".join(AS), among=AS),
        option(lang, "--unit", "UNIT"),
        option(lang, "--year", "YEAR"),
        flag(lang, "--json"),
    ]


def _of_standards(lang: Language) -> list[click.Parameter]:
    return [argument("name", "[NAME]", required=False), flag(lang, "--toml"), flag(lang, "--json")]


def _of_schema(lang: Language) -> list[click.Parameter]:
    return [argument("name", "[NAME]", required=False), flag(lang, "--json")]


ROWS: Final = (
    Row("demo", demo, _of_demo, ("govperf demo", "govperf demo --lang en")),
    Row(
        "score",
        scored,
        _of_score,
        (
            "govperf score form.json",
            "govperf score --standard MOF-2021-101 --lang en form.json",
            "govperf score --json form.json last.json",
        ),
    ),
    Row(
        "review",
        reviewed,
        _of_review,
        (
            "govperf review --fail-on never form.json",
            "govperf review --previous last.json --without wording --fail-on never form.json",
            "govperf review --only identities --json form.json",
        ),
    ),
    Row(
        "explain",
        explained,
        _of_explain,
        (
            "govperf explain finding.missed",
            "govperf explain proportional --standard MOF-2020-10",
            "govperf explain form.json --indicator 资助人数",
            'govperf explain --target "≥60条" --actual "近540条" --weight 10',
        ),
    ),
    Row(
        "convert",
        converted,
        _of_convert,
        (
            "govperf convert 3.53万㎡ 亩",
            "govperf convert 5,783.95万元 120,000元 亿元",
            "govperf convert --inexact refuse 1公顷 亩",
        ),
    ),
    Row(
        "parse",
        parsed,
        _of_parse,
        (
            'govperf parse "≥60条" "近540条"',
            "govperf parse --as target 60 --unit 条",
            "govperf parse --as rmb 壹仟肆佰零玖元伍角整",
            "govperf parse --json 22.2万 三成 9～16亿元",
        ),
    ),
    Row(
        "standards",
        standards,
        _of_standards,
        ("govperf standards", "govperf standards MOF-2021-101", "govperf standards MOF-2020-10 --toml"),
    ),
    Row(
        "schema",
        schema,
        _of_schema,
        ("govperf schema", "govperf schema evaluation", "govperf schema scorecard"),
    ),
)
"""In the order of the documentation."""


def program(lang: Language) -> Program:
    """`govperf` in a language (命令行程序).

    Example:
        >>> list(program("en").commands)[:3]
        ['demo', 'score', 'review']
    """
    return Program(lang, [Command(row.name, lang, row.run, row.params(lang), row.examples) for row in ROWS])


def run(arguments: Sequence[str], lang: Language) -> int:
    """Do what is asked for (执行命令).

    Args:
        arguments: Without the name of the program.
        lang: Of help, complaints and results.

    Returns:
        The exit code.

    Example:
        >>> run(["--version"], "zh")
        govperf ...
        0
    """
    made = program(lang)
    if instruction := os.environ.get(_COMPLETE):
        from click.shell_completion import shell_complete

        return shell_complete(made, {}, "govperf", _COMPLETE, instruction)
    try:
        with made.make_context("govperf", list(arguments)) as context:
            status: int = made.invoke(context)
    except Exit as end:  # after --help and --version
        return end.exit_code
    except click.UsageError as error:
        tell(refusal(error, lang))
        return TROUBLE
    return status
