"""What the guides say on the command line is run, and the pages that exist in two languages say the same."""

import os
import re
import subprocess
import sys
from doctest import DocTestParser
from pathlib import Path

import pytest

from govperf import Evaluation, from_json

ROOT = Path(__file__).parents[2]
PAGES = [*ROOT.glob("README*.md"), *ROOT.glob("docs/tutorial*.md"), *ROOT.glob("docs/how-to/*.md")]
TWINS = ["README", "docs/tutorial", "docs/pitfalls"]

BLOCK = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
SAID_IN = re.compile(r'"(?:en|zh)"')


def text_of(page):
    return (ROOT / page).read_text(encoding="utf-8")


def sources(page):
    """The Python of a page, whatever language it is asked to answer in."""
    return [SAID_IN.sub("", example.source) for example in DocTestParser().get_examples(text_of(page))]


def commands(page):
    """The commands of a page, each with what it prints."""
    blocks = BLOCK.findall(page.read_text(encoding="utf-8"))
    return [command for block in blocks for command in COMMAND.findall(block)]


@pytest.mark.parametrize(
    "page", [page for page in PAGES if commands(page)], ids=lambda page: str(page.relative_to(ROOT))
)
def test_commands_print_what_the_page_says(page, tmp_path):
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    for command, printed in commands(page):
        ran = subprocess.run(
            ["bash", "-c", command],  # noqa: S607 - the reader's own shell
            cwd=tmp_path,
            env={**os.environ, "PATH": path},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert (command, ran.stdout, ran.stderr) == (command, printed, "")


@pytest.mark.parametrize("page", TWINS)
def test_both_languages_show_the_same(page):
    assert sources(f"{page}.zh.md") == sources(f"{page}.md")


@pytest.mark.parametrize("page", TWINS)
def test_both_languages_have_the_same_sections(page):
    twins = [text_of(f"{page}.md"), text_of(f"{page}.zh.md")]
    levels = [re.findall(r"^#+(?= )", text, re.MULTILINE) for text in twins]
    assert levels[0] == levels[1]


@pytest.mark.parametrize("page", ["README.md", "README.zh.md"])
def test_readme_is_short(page):
    assert len(text_of(page).splitlines()) <= 130


@pytest.mark.parametrize("page", ["docs/tutorial.md", "docs/tutorial.zh.md"])
def test_form_of_the_tutorial_lies_among_the_examples(page):
    names: dict[str, object] = {}
    for example in DocTestParser().get_examples(text_of(page)):
        if example.exc_msg is None:
            exec(compile(example.source, page, "exec"), names)  # noqa: S102 - a page of ours
    assert from_json(text_of("examples/tutorial.json"), Evaluation) == names["form"]
