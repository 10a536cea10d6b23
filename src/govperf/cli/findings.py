"""`govperf review` (审核命令): the findings of files, for people and for machines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from govperf.cli.reading import FOUND, OK, TROUBLE, complain, each, evaluation_in, faults, rule_book

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from govperf.model import Evaluation, Findings
    from govperf.reviewing import Checks

__all__ = ["add_arguments", "reviewed"]

_GRAVE = ("error", "warning", "hint", "never")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command (命令参数)."""
    parser.add_argument("--standard", metavar="NAME", help="评分标准的名称，或以.toml结尾的文件")
    parser.add_argument("--previous", metavar="FILE", help="上年的绩效自评文件，用于年度间比较")
    parser.add_argument("--only", metavar="CHECK", action="append", help="只作此项审核（代码或类别），可重复")
    parser.add_argument("--without", metavar="CHECK", action="append", help="不作此项审核，可重复")
    parser.add_argument(
        "--fail-on", choices=_GRAVE, default="error", help="有达到此程度且未认可的发现时返回1，默认error"
    )
    parser.add_argument("--lang", choices=("zh", "en"), default="zh", help="语言，默认zh")
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help="输出JSON：文件名与审核结果")
    shape.add_argument("--markdown", action="store_true", help="输出Markdown表格")
    parser.add_argument("files", nargs="+", metavar="FILE", help="绩效自评文件，“-”为标准输入")


def reviewed(options: argparse.Namespace) -> int:
    """The findings of each file are printed (审核并打印).

    Args:
        options: As the arguments say.

    Returns:
        `OK`; `FOUND` where a file has an open finding that is grave enough; `TROUBLE` where a file, the
        rule book or a check is none.
    """
    import json

    from govperf.errors import InputError, StandardError

    chosen: dict[str, Any] = {}
    for what, (name, make) in _asked(options).items():
        try:
            chosen[what] = make()
        except (InputError, StandardError) as error:
            complain(name, faults(error))
            return TROUBLE
    from govperf.codec import to_dict
    from govperf.reviewing import review

    graves: list[bool] = []
    documents: dict[str, Any] = {}

    def say(name: str, evaluation: Evaluation) -> None:
        found = review(evaluation, **chosen)
        graves.append(options.fail_on != "never" and bool(found.open.filter(at_least=options.fail_on)))
        if options.json:
            documents[name] = to_dict(found.with_texts())
        else:
            print(
                ("\n" if len(graves) > 1 else "") + _text(_title(name, evaluation, options), found, options)
            )

    status = each(options.files, say)
    if options.json:
        print(json.dumps(documents, ensure_ascii=False, indent=2))
    return status or (FOUND if any(graves) else OK)


def _asked(options: argparse.Namespace) -> dict[str, tuple[str, Callable[[], object]]]:
    """What the review is told, each with the argument that says it."""
    return {
        "standard": (str(options.standard), lambda: rule_book(options.standard)),
        "previous": (
            str(options.previous),
            lambda: None if options.previous is None else evaluation_in(options.previous),
        ),
        "checks": ("review", lambda: _checks(options)),
    }


def _checks(options: argparse.Namespace) -> Checks:
    from govperf.reviewing import CHECKS

    chosen = CHECKS.only(*options.only) if options.only else CHECKS
    return chosen.without(*options.without) if options.without else chosen


def _title(name: str, evaluation: Evaluation, options: argparse.Namespace) -> str:
    """Whose form it is; of several files which one too."""
    named = [evaluation.department.name, evaluation.project, str(evaluation.year)]
    if len(options.files) > 1:
        named.append(f"({name})")
    return " ".join(part for part in named if part)


def _text(title: str, found: Findings, options: argparse.Namespace) -> str:
    from govperf.errors import plain
    from govperf.layout import markdown_text

    if options.markdown:
        return f"## {markdown_text(title)}\n\n{found.markdown(options.lang)}"
    return f"【{plain(title)}】{found.explain(options.lang)}"
