"""The command as a process of its own: whatever it is given, one sentence and never a traceback."""

import os
import signal
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-c", "from govperf.cli import main; raise SystemExit(main())"]
SCHOOL = (files("govperf") / "data" / "hainan-school-2023.json").read_bytes()
POSIX = pytest.mark.skipif(os.name != "posix", reason="devices and pipes of POSIX")


def start(*arguments, **options):
    """The command, with its output and its complaints in pipes."""
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}
    return subprocess.Popen([*COMMAND, *arguments], **pipes)  # noqa: S603 - our own command


def run(*arguments, stdin=b"", **environment):
    """Exit code, output and complaints of the command."""
    with start(*arguments, stdin=subprocess.PIPE, env={**os.environ, **environment}) as process:
        out, err = process.communicate(stdin)
    return process.returncode, out.decode(), err.decode()


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONIOENCODING": "ascii"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONOPTIMIZE": "2"},
    ],
    ids=["ASCII", "C locale", "no docstrings"],
)
def test_an_odd_environment_changes_nothing(environment):
    assert run("demo", **environment) == run("demo")
    assert run("score", "no.json", **environment) == (2, "", "govperf: no.json: 文件不存在\n")


@POSIX
def test_a_device_without_end():
    assert run("score", "/dev/zero") == (2, "", "govperf: /dev/zero: 文档超过16777216字节\n")


@POSIX
def test_a_pipe_whose_reader_has_gone(tmp_path):
    """More than a pipe holds, read by nobody: as `govperf score FILE | head -1`."""
    path = tmp_path / "long.json"
    path.write_bytes(SCHOOL.replace("资助人数".encode(), "长".encode() * 9_000))
    with start("score", *[str(path)] * 5) as process:
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


def interruptible():
    """What a shell starts in the background ignores interrupts, and so would the command, for ever."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@POSIX
def test_an_interrupt(tmp_path):
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    command = start("score", str(fifo), preexec_fn=interruptible)
    with command as process, fifo.open("wb"):  # opens as soon as the command reads
        process.send_signal(signal.SIGINT)
        assert process.communicate() == (b"", b"")
    assert process.returncode == 130


@pytest.mark.parametrize(
    "stdin",
    [
        b"",
        b"\xff" * 100,
        b"[" * 10**6,
        b'{"schema":' + b"9" * 10**6 + b"}",
        b'{"a":"\\ud800"}',
        SCHOOL[:-3],
        SCHOOL * 2,
    ],
    ids=["empty", "bytes", "brackets", "digits", "half", "cut", "twice"],
)
def test_standard_input(stdin):
    code, out, err = run("score", "-", stdin=stdin)
    assert (code, out) == (2, "")
    assert err.startswith("govperf: 标准输入: ")
    assert len(err.splitlines()) == 1


def test_a_folder_of_odd_files(tmp_path):
    """All of them are complained of, each in one line."""
    contents = {"空": b"", "坏": b"{", "二\n行": b"[]", "好": SCHOOL}
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    code, out, err = run("score", *(str(Path(tmp_path) / name) for name in contents))
    assert code == 2
    assert out.count("【") == 1
    assert len(err.splitlines()) == 3


@pytest.mark.parametrize(
    "arguments",
    [
        ("parse", "-"),
        ("convert", "-", "亩"),
        ("parse", "--as", "target", "-"),
        ("parse", "--as", "rmb", "--json", "-"),
        ("explain", "-"),
        ("review", "--json", "-"),
    ],
    ids=" ".join,
)
@pytest.mark.parametrize(
    "stdin",
    [b"\x1b[2J\n", b"\xff\xfe\x00\n", "≥\u202e60条\n".encode(), b"9" * 10**6, b"9e999999999\n", b"=" * 9_999],
    ids=["escape", "bytes", "direction", "digits", "power", "signs"],
)
def test_lines_of_standard_input(arguments, stdin):
    code, out, err = run(*arguments, stdin=stdin)
    assert code in {0, 2}
    assert "Traceback" not in err
    assert not {"\x1b", "\u202e"} & set(err)
    assert "--json" in arguments or not {"\x1b", "\u202e"} & set(out)


@pytest.mark.parametrize(
    "arguments",
    [
        ("\x1b[2J",),
        ("explain", "\x1b[2J\n\u202e"),
        ("explain", "form.json", "--indicator", "\x1b"),
        ("convert", "3亩", "\x1b[2J"),
        ("convert", "\x1b[2J", "亩"),
        ("parse", "--unit", "\x1b[2J", "3"),
        ("standards", "\x1b[2J"),
        ("schema", "\x1b[2J"),
        ("explain", "--target", "\x1b[2J", "--weight", "1"),
        ("review", "--only", "\x1b[2J", "form.json"),
        ("--\x1b[2J",),
        ("score", "--standard", "\x1b[2J.toml", "form.json"),
    ],
)
def test_arguments_do_nothing_to_the_terminal(arguments):
    code, out, err = run(*arguments)
    assert code in {0, 2}
    assert "Traceback" not in err
    assert not {"\x1b", "\u202e"} & set(out + err)


@POSIX
def test_an_endless_line():
    with (
        Path("/dev/zero").open("rb") as zeros,
        start("parse", "-", stdin=zeros) as process,
    ):
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (2, b"")
    assert len(err.splitlines()) == 1


def test_help_waits_for_nothing():
    """What takes long to load is loaded by the command that needs it."""
    code = "import sys; from govperf.cli import main; main(['--help']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)  # noqa: S603 - our own
    loaded = set(done.stdout.decode().splitlines()[-1].split())
    assert "click" in loaded
    heavy = {"attr", "attrs", "babel", "cattrs", "decimal", "pint", "narwhals", "govperf.model"}
    assert loaded & heavy == set()
