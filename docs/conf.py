"""How Sphinx builds these pages."""

import re
from importlib.metadata import version as installed

from sphinx.application import Sphinx

# Fonts that systems have, Chinese ones after Latin ones; those of code are in _static/govperf.css.
FONTS = (
    'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, '
    '"PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", '
    '"Source Han Sans SC", "WenQuanYi Micro Hei", sans-serif'
)
FONTS_OF_CODE = '"govperf code", "govperf code of Windows", "govperf code in Chinese", monospace'

project = "govperf"
author = "The govperf authors"
version = release = installed("govperf")

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build"]
default_role = "code"

myst_heading_anchors = 3  # [](scoring.md#rounding-caps-and-grades)

html_theme = "furo"
html_title = "govperf"
html_static_path = ["_static"]
html_css_files = ["govperf.css"]
html_theme_options = {
    "light_css_variables": {"font-stack": FONTS, "font-stack--monospace": FONTS_OF_CODE},
}

autodoc_default_options = {"members": True, "show-inheritance": True}
autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented"
toc_object_entries_show_parents = "hide"

napoleon_numpy_docstring = False
napoleon_use_ivar = True
napoleon_custom_sections = ["Rule"]


def rejoin(_app: Sphinx, what: str, _name: str, _of: object, _options: object, lines: list[str]) -> None:
    """Put back the words before a colon, which napoleon takes for the type of an attribute."""
    types = [index for index, line in enumerate(lines) if line.startswith(":type: ")]
    if types and what in {"attribute", "property"}:
        lines[0] = f"{lines.pop(types[0]).removeprefix(':type: ')}: {lines[0]}"


def without_gaps(_app: Sphinx, _name: str, source: list[str]) -> None:
    """Take away the blank line that ends an example, which is there for the tests."""
    source[0] = re.sub(r"(?ms)^(```python\n.*?)\n+^```$", r"\1\n```", source[0])


def said_already(
    _app: Sphinx, _what: str, _name: str, of: object, _skip: object, _options: object
) -> bool | None:
    """Whether a member is a field of a named tuple, which its class describes; None to let Sphinx decide."""
    return True if type(of).__name__ == "_tuplegetter" else None


def setup(app: Sphinx) -> None:
    """Rejoin after napoleon, whose priority is 500."""
    app.connect("source-read", without_gaps)
    app.connect("autodoc-process-docstring", rejoin, priority=600)
    app.connect("autodoc-skip-member", said_already)
