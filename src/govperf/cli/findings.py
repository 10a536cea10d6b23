"""`govperf review` (审核命令): the findings of files, for people and for machines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from govperf.cli.asking import Refused
from govperf.cli.reading import FOUND, OK, TROUBLE, complain, each, evaluation_in, faults, rule_book
from govperf.cli.showing import show, show_json

if TYPE_CHECKING:
    from collections.abc import Callable

    from govperf.messages import Language
    from govperf.model import Evaluation, Findings
    from govperf.reviewing import Checks

__all__ = ["GRAVE", "reviewed"]

GRAVE: Final = ("error", "warning", "hint", "never")
"""What `--fail-on` may say."""


def reviewed(lang: Language, **options: Any) -> int:
    """The findings of each file are printed (审核并打印).

    Args:
        lang: "zh" or "en".
        options: As the arguments say.

    Returns:
        `OK`; `FOUND` where a file has an open finding that is grave enough; `TROUBLE` where a file, the
        rule book or a check is none.
    """
    from govperf.errors import InputError, StandardError

    if options["json"] and options["markdown"]:
        raise Refused("cli.both", one="--json", other="--markdown")
    chosen: dict[str, Any] = {}
    for what, (name, make) in _asked(options).items():
        try:
            chosen[what] = make()
        except (InputError, StandardError) as error:
            complain(name, faults(error, lang))
            return TROUBLE
    return _reviewed(lang, chosen, options)


def _reviewed(lang: Language, chosen: dict[str, Any], options: dict[str, Any]) -> int:
    from govperf.codec import to_dict
    from govperf.reviewing import review

    files, fail_on, as_json = options["files"], options["fail_on"], options["json"]
    graves: list[bool] = []
    documents: dict[str, Any] = {}

    def say(name: str, evaluation: Evaluation) -> None:
        found = review(evaluation, **chosen)
        graves.append(fail_on != "never" and bool(found.open.filter(at_least=fail_on)))
        if as_json:
            documents[name] = to_dict(found.with_texts())
        else:
            title = _title(evaluation, name if len(files) > 1 else "")
            show(("\n" if len(graves) > 1 else "") + _text(title, found, lang, markdown=options["markdown"]))

    status = each(files, say, lang, silent=as_json)
    if as_json:
        show_json(documents)
    return status or (FOUND if any(graves) else OK)


def _asked(options: dict[str, Any]) -> dict[str, tuple[str, Callable[[], object]]]:
    """What the review is told, each with the argument that says it."""
    book, last = options["standard"], options["previous"]
    return {
        "standard": (str(book), lambda: rule_book(book)),
        "previous": (str(last), lambda: None if last is None else evaluation_in(last)),
        "checks": ("review", lambda: _checks(options["only"], options["without"])),
    }


def _checks(only: tuple[str, ...], without: tuple[str, ...]) -> Checks:
    from govperf.reviewing import CHECKS

    chosen = CHECKS.only(*only) if only else CHECKS
    return chosen.without(*without) if without else chosen


def _title(evaluation: Evaluation, name: str) -> str:
    """Whose form it is; of several files which one too."""
    named = [evaluation.department.name, evaluation.project, str(evaluation.year), name and f"({name})"]
    return " ".join(part for part in named if part)


def _text(title: str, found: Findings, lang: Language, *, markdown: bool) -> str:
    from govperf.errors import plain
    from govperf.layout import markdown_text

    if markdown:
        return f"## {markdown_text(title)}\n\n{found.markdown(lang)}"
    return f"【{plain(title)}】{found.explain(lang)}"
