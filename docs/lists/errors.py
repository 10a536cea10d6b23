"""Write the pages of error codes anew, from the messages and the source: python docs/lists/errors.py."""

import ast
import inspect
from collections import defaultdict
from collections.abc import Iterator
from fnmatch import filter as matching
from pathlib import Path
from typing import Literal

import govperf
from govperf import errors
from govperf.messages import MESSAGES

Language = Literal["en", "zh"]
FOLDER = Path(__file__).parent.parent
SOURCE = Path(govperf.__file__).parent

FAMILIES = {
    "numeral": "NumeralError",
    "rmb": "NumeralError",
    "unit": "UnitError",
    "quantity": "QuantityError",
    "target": "TargetError",
    "data": "DataError",
    "limit": "LimitError",
    "standard": "StandardError",
    "taxonomy": "StandardError",
    "scoring": "ScoringError",
    "extra": "MissingExtraError",
}
"""What the codes of a family are raised as; of other families only what the source raises by its name."""
TOGETHER = ("DataErrors", "StandardErrors")
MANY = "data.many"
"""The code of several faults together, which their classes give themselves."""
SHELLS = {"standard.line", MANY}
"""What is said around another fault."""

ENGLISH = """# Errors

Every code of an error (错误) by the class that is raised with it; what the classes hold is in
[the reference](reference.md#errors). In braces stands what a message fills in. A code below two classes is
raised as either. What may be normal in a filled form is no error but a [finding](review/codes.md). In
Chinese: [](errors.zh.md). Written by `python docs/lists/errors.py`.

```python
>>> import govperf as gp
>>> try:
...     gp.parse_number("12,34.5")
... except gp.InputError as error:
...     print(error.code, "|", error, "|", error.explain("zh"))
numeral.grouping | digit groups are malformed in '12,34.5' | “12,34.5”的千分位分隔有误

```

The codes are [stable](compatibility.md), the sentences may get better: catch by class, decide by code.
"""

CHINESE = """# 错误代码一览

读不进来、无法计算时报的错误（异常），按类别列出；花括号处填写具体内容。代码固定不变，文字以后可能改进。英文见[这里](errors.md)。

填好的表里不合常理的地方不是错误，而是[审核发现](review/codes.zh.md)。
"""


def raised() -> dict[str, set[str]]:
    """Class → codes, as far as the source names both in one call."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Name(id=name), args=[first, *_]) if name in errors.__all__:
                    found[name] |= {code for text in texts(first) for code in matching(MESSAGES, text)}
    return found


def texts(node: ast.AST) -> Iterator[str]:
    """The texts in what a class is given first, * for what is filled in."""
    for one in ast.walk(node):
        match one:
            case ast.Constant(value=str(text)):
                yield text
            case ast.JoinedStr(values=parts):
                yield "".join(str(part.value) if isinstance(part, ast.Constant) else "*" for part in parts)


def classes() -> dict[str, list[str]]:
    """Each class with the codes that it is raised with, in the order of the errors and of the messages."""
    found = raised()
    for code in MESSAGES:
        name = FAMILIES.get(code.partition(".")[0])
        if name and code not in SHELLS:
            found[name].add(code)
    found.update((name, {MANY}) for name in TOGETHER)
    names = [name for name, cls in vars(errors).items() if inspect.isclass(cls) and name in found]
    return {name: [code for code in MESSAGES if code in found[name]] for name in names}


def sentence(code: str, lang: Language) -> str:
    """The sentence of a code, safe in a table; {name_en} and {name_zh} are one field in two languages."""
    text = MESSAGES[code][lang == "zh"].replace(f"_{lang}}}", "}")
    return "".join(f"\\{char}" if char in "|*<>[]`" else char for char in text)


def lines(lang: Language) -> Iterator[str]:
    """The page in a language."""
    yield ENGLISH if lang == "en" else CHINESE
    head = {"en": "| code | message |", "zh": "| 代码 | 说明 |"}[lang]
    for name, codes in classes().items():
        first = (inspect.getdoc(getattr(errors, name)) or "").partition("\n")[0]
        english, _, rest = first.partition(" (")
        chinese, _, more = rest.partition(")")
        yield f"## {name if lang == 'en' else f'{chinese}（{name}）'}\n"
        if lang == "en":
            yield f"{english}{more}\n"
        yield from (head, "| --- | --- |")
        yield from (f"| `{code}` | {sentence(code, lang)} |" for code in codes)
        yield ""


def pages() -> Iterator[tuple[str, str]]:
    """Each file with what belongs into it."""
    yield "errors.md", "\n".join(lines("en")).rstrip("\n") + "\n"
    yield "errors.zh.md", "\n".join(lines("zh")).rstrip("\n") + "\n"


if __name__ == "__main__":
    for name, text in pages():
        (FOLDER / name).write_text(text, encoding="utf-8")
