"""How Sphinx builds these pages."""

from importlib.metadata import version as installed

from sphinx.application import Sphinx

project = "govperf"
author = "The govperf authors"
version = release = installed("govperf")

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build"]
default_role = "code"

html_theme = "furo"
html_title = "govperf"

autodoc_default_options = {"members": True, "show-inheritance": True}
autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented"

napoleon_numpy_docstring = False
napoleon_use_ivar = True
napoleon_custom_sections = ["Rule"]


def rejoin(_app: Sphinx, what: str, _name: str, _of: object, _options: object, lines: list[str]) -> None:
    """Put back the words before a colon, which napoleon takes for the type of an attribute."""
    types = [index for index, line in enumerate(lines) if line.startswith(":type: ")]
    if types and what in {"attribute", "property"}:
        lines[0] = f"{lines.pop(types[0]).removeprefix(':type: ')}: {lines[0]}"


def setup(app: Sphinx) -> None:
    """Rejoin after napoleon, whose priority is 500."""
    app.connect("autodoc-process-docstring", rejoin, priority=600)
