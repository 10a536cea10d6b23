"""What the user asks for (参数与帮助): click with help and complaints in Chinese and English."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import click

from govperf.cli.showing import definitions, room_here, wrapped
from govperf.messages import message

if TYPE_CHECKING:
    from govperf.messages import Language

__all__ = ["Command", "Program", "Refused", "argument", "flag", "language", "option", "refusal"]

LANGUAGES: Final[tuple[Language, ...]] = ("zh", "en")
_VARIABLE: Final = "GOVPERF_LANG"
_ASKED: Final = "--lang"
_EXTRA: Final = {"allow_extra_args": True}  # they are refused in both languages


def language(arguments: Sequence[str]) -> Language:
    """The language that is asked for (语言): by --lang, else by GOVPERF_LANG, else Chinese.

    It is looked for before anything else, because help and complaints speak it too.

    Args:
        arguments: Of the command line.

    Returns:
        "zh" or "en".

    Example:
        >>> language(["score", "--lang", "en"]), language(["--", "--lang=en"])
        ('en', 'zh')
    """
    asked = os.environ.get(_VARIABLE, "")
    own = arguments[: arguments.index("--")] if "--" in arguments else arguments
    for here, following in zip(own, [*own[1:], ""], strict=False):
        name, _, value = here.partition("=")
        if name == _ASKED:
            asked = value or following
    return "en" if asked == "en" else "zh"


class Refused(click.UsageError):
    """What is asked for cannot be (用法有误), by its code in the messages."""

    def __init__(self, code: str, ctx: click.Context | None = None, **details: object) -> None:
        super().__init__(message(code, details, "en"), ctx)
        self.code = code
        self.details = details


class Command(click.Command):
    """One command (子命令), in one language."""

    def __init__(
        self,
        name: str,
        lang: Language,
        run: Callable[..., int],
        params: list[click.Parameter],
        examples: Sequence[str],
    ) -> None:
        params = [*params, *_everywhere(lang)]
        super().__init__(
            name,
            callback=partial(run, lang),
            params=params,
            short_help=message(f"cli.help.{name}", {}, lang),
            context_settings=_EXTRA,
            add_help_option=False,
        )
        self.lang: Language = lang
        self.examples = examples

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """What is given (解析参数); a fault says of which command."""
        with _named(ctx):
            return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run it (执行); more arguments than it takes are refused."""
        if ctx.args:
            raise Refused("cli.extra", ctx, value=ctx.args[0])
        return super().invoke(ctx)

    def get_help(self, ctx: click.Context) -> str:
        """The help of a command (命令帮助): what it does, its arguments and options, examples."""
        return "\n".join(_help(self, ctx, self.lang, self._more()))

    def _more(self) -> Iterator[tuple[str, Iterator[str]]]:
        arguments = [param for param in self.params if isinstance(param, click.Argument)]
        yield (
            "arguments",
            definitions(
                (_bare(param), message(f"cli.argument.{_bare(param)}", {}, self.lang)) for param in arguments
            ),
        )
        yield "options", _options(self.params, self.lang)
        yield "examples", (f"  {example}" for example in self.examples)


class Program(click.Group):
    """`govperf` itself (主命令), in one language."""

    def __init__(self, lang: Language, commands: Sequence[Command]) -> None:
        version = click.Option(
            ["--version"], is_flag=True, is_eager=True, expose_value=False, callback=_say_version
        )
        super().__init__(
            "govperf",
            commands={str(command.name): command for command in commands},
            params=[version, *_everywhere(lang)],
            invoke_without_command=True,
            callback=_asked_for_nothing,
            add_help_option=False,
        )
        self.lang: Language = lang

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """What is given (解析参数) before the command."""
        with _named(ctx):
            return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands (子命令清单) in the order of the documentation."""
        del ctx
        return list(self.commands)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is named first (查找子命令)."""
        if args[0] not in self.commands and not ctx.resilient_parsing:
            known = ", ".join(self.commands)
            raise Refused("cli.no-command", ctx, value=args[0], known=known)
        return super().resolve_command(ctx, args)

    def get_help(self, ctx: click.Context) -> str:
        """The help of the whole (总帮助): the commands, and the exit codes."""
        return "\n".join(_help(self, ctx, self.lang, self._more()))

    def _more(self) -> Iterator[tuple[str, Iterator[str]]]:
        yield (
            "commands",
            definitions((name, message(f"cli.help.{name}", {}, self.lang)) for name in self.commands),
        )
        yield "options", _options(self.params, self.lang)
        codes = ("0", "1", "2", "130", "141")
        yield "codes", definitions((code, message(f"cli.code.{code}", {}, self.lang)) for code in codes)


def option(
    lang: Language, name: str, metavar: str, *, among: Sequence[str] = (), **more: Any
) -> click.Option:
    """An option that takes a value (选项).

    Args:
        lang: Of its help.
        name: Such as "--standard"; its help is the message `cli.option.standard`.
        metavar: What help calls its value.
        among: The values that it may have, any unless said.
        more: What else click is told of it.

    Returns:
        The option.

    Example:
        >>> option("en", "--standard", "NAME").help
        'a rule book by name, or a file that ends in .toml'
    """

    def known(ctx: click.Context, param: click.Parameter, value: Any) -> Any:
        del param
        if among and value is not None and value not in among:
            raise Refused("cli.choice", ctx, option=name, value=value, known=", ".join(among))
        return value

    def offered(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
        del ctx, param
        return [one for one in among if one.startswith(incomplete)]

    said = message(f"cli.option.{name.strip('-')}", {}, lang)
    return click.Option([name], metavar=metavar, help=said, callback=known, shell_complete=offered, **more)


def flag(lang: Language, name: str) -> click.Option:
    """An option without a value (开关).

    Example:
        >>> flag("en", "--json").is_flag
        True
    """
    return click.Option([name], is_flag=True, help=message(f"cli.option.{name.strip('-')}", {}, lang))


def argument(name: str, metavar: str, **more: Any) -> click.Argument:
    """An argument (参数); its help is the message of its metavar.

    Example:
        >>> argument("files", "FILE...", nargs=-1).metavar
        'FILE...'
    """
    return click.Argument([name], metavar=metavar, **more)


def refusal(error: click.UsageError, lang: Language) -> str:
    """What is wrong with the arguments (用法错误), and where help is.

    Args:
        error: Of click, or one of ours.
        lang: "zh" or "en".

    Returns:
        A line with the usage where it is known, and one sentence.

    Example:
        >>> refusal(click.UsageError("no such thing"), "en")
        'govperf: wrong arguments: no such thing (govperf --help says more)'
    """
    from govperf.errors import plain

    ctx = error.ctx
    path = ctx.command_path if ctx else "govperf"
    usage = [_usage(ctx.command, ctx, lang)] if ctx else []
    return "\n".join(
        [
            *usage,
            f"govperf: {plain(message('cli.more-help', {'said': _said(error, lang), 'path': path}, lang))}",
        ]
    )


def _said(error: click.UsageError, lang: Language) -> str:
    match error:
        case Refused():
            return message(error.code, error.details, lang)
        case click.NoSuchOption():
            near = error.possibilities or []
            code = "cli.near-option" if near else "cli.no-option"
            return message(code, {"option": error.option_name, "near": ", ".join(near)}, lang)
        case click.BadOptionUsage():
            flags = _flags(error.ctx)
            code = "cli.no-value" if error.option_name in flags else "cli.value-missing"
            return message(code, {"option": error.option_name}, lang)
        case click.MissingParameter():
            return message("cli.missing", {"name": _bare(error.param) if error.param else ""}, lang)
        case _:
            return message("cli.usage", {"reason": error.format_message()}, lang)


@contextmanager
def _named(ctx: click.Context) -> Generator[None]:
    """Faults that click finds, with the command that they are of."""
    try:
        yield
    except click.UsageError as error:
        error.ctx = error.ctx or ctx
        raise


def _flags(ctx: click.Context | None) -> set[str]:
    params = ctx.command.params if ctx else []
    return {name for one in params if isinstance(one, click.Option) and one.is_flag for name in one.opts}


def _everywhere(lang: Language) -> list[click.Parameter]:
    """What every command takes: its language, and help."""
    helped = click.Option(
        ["-h", "--help"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        help=message("cli.option.help", {}, lang),
        callback=_say_help,
    )
    return [option(lang, _ASKED, "zh|en", among=LANGUAGES, expose_value=False), helped]


def _say_help(ctx: click.Context, param: click.Parameter, value: Any) -> None:
    del param
    if value and not ctx.resilient_parsing:
        print(ctx.get_help())
        ctx.exit()


def _say_version(ctx: click.Context, param: click.Parameter, value: Any) -> None:
    del param
    if value and not ctx.resilient_parsing:
        from govperf.version import VERSION

        print(f"govperf {VERSION}")
        ctx.exit()


def _asked_for_nothing() -> None:
    ctx = click.get_current_context()
    if ctx.invoked_subcommand is None:
        raise Refused("cli.no-command-named", ctx)


def _bare(param: click.Parameter) -> str:
    """An argument as help names it."""
    return (param.metavar or str(param.name)).strip("[].")


def _usage(command: click.Command, ctx: click.Context, lang: Language) -> str:
    arguments = [str(one.metavar) for one in command.params if isinstance(one, click.Argument)]
    if isinstance(command, Program):
        arguments = [message("cli.command-metavar", {}, lang)]
    pieces = [ctx.command_path, message("cli.options-metavar", {}, lang), *arguments]
    return message("cli.usage-line", {"usage": " ".join(pieces)}, lang)


def _options(params: Sequence[click.Parameter], lang: Language) -> Iterator[str]:
    rows: list[tuple[str, str]] = []
    for one in params:
        if isinstance(one, click.Option):
            name = ", ".join(one.opts) + (f" {one.metavar}" if one.metavar else "")
            rows.append((name, message(f"cli.option.{one.opts[-1].strip('-')}", {}, lang)))
    return definitions(rows)


def _help(
    command: click.Command, ctx: click.Context, lang: Language, more: Iterator[tuple[str, Iterator[str]]]
) -> Iterator[str]:
    yield _usage(command, ctx, lang)
    yield ""
    yield from wrapped(message(f"cli.about.{command.name}", {}, lang), room_here())
    for title, lines in more:
        if filled := list(lines):
            yield f"\n{message(f'cli.title.{title}', {}, lang)}"
            yield from filled
