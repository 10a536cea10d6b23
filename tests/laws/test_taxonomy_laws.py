"""Laws of taxonomies: what a form prints leads back to its category, here and in another taxonomy."""

import json

from hypothesis import given
from hypothesis import strategies as st

from govperf.errors import StandardError
from govperf.standards import TAXONOMIES, Category, Clause, Provenance, Taxonomy, loads_taxonomy, taxonomy

WORDS = "产出效益质量数时社会经济生态可持续影响满意度"
labels = st.text(WORDS, min_size=1, max_size=4)
blanks = st.text(" \t\n\u3000", max_size=2)
points = st.sampled_from(["", "(50分)", "（12.5 分）"])
built_in = st.sampled_from([taxonomy(name) for name in TAXONOMIES])
anything = st.lists(
    st.text(max_size=8) | labels | st.sampled_from(["产出", "质量指标", "成本", ""]), max_size=4
)


@st.composite
def names(draw):
    """Different labels, the first of them the label and the rest its aliases, for some categories."""
    words = draw(st.lists(labels, min_size=1, max_size=6, unique=True))
    cut = draw(st.integers(1, len(words)))
    return [[word, *(words[cut:] if word == words[0] else [])] for word in words[:cut]]


@st.composite
def books(draw, name="local", others=()):
    """A taxonomy; each of its categories may be the counterpart of one of the others' codes."""
    free = draw(st.permutations(others))
    categories = []
    for i, (first, *aliases) in enumerate(draw(names())):
        rows = [(f"a{i}", [first], aliases)]
        rows += [
            (f"a{i}.b{j}", [first, label], more)
            for j, (label, *more) in enumerate(draw(st.just([]) | names()))
        ]
        for code, path, more in rows:
            same = {"other": free.pop()} if free and draw(st.booleans()) else {}
            categories.append(Category(code, path, f"category {code}", aliases=more, counterparts=same))
    clause = Clause(Provenance.CHOICE, "a law")
    return Taxonomy(name=name, title="一套分类", english="a taxonomy", clause=clause, categories=categories)


@st.composite
def pairs(draw):
    other = draw(books("other"))
    return draw(books(others=[one.code for one in other.categories])), other


@st.composite
def printed(draw, label):
    """A label as a form may print it: with blanks anywhere, with 指标 and with points."""
    text = label + draw(st.sampled_from(["", "指标"])) + draw(points)
    return "".join(draw(blanks) + char for char in text) + draw(blanks)


@given(st.data(), built_in | books())
def test_what_is_printed_leads_back(data, book):
    category = data.draw(st.sampled_from(book.categories))
    last = data.draw(st.sampled_from([category.label, *category.aliases]))
    form = [data.draw(printed(label)) for label in (*category.labels[:-1], last)]
    assert book.find(form) is category
    assert book.find([*form, *data.draw(st.lists(blanks, max_size=2))]) is category


@given(built_in | books(), anything)
def test_any_labels_are_found_or_not(book, category):
    found = book.find(category)
    assert found is None or found in book.categories
    assert found is None or book.find(found.labels) is found


@given(pairs())
def test_there_and_back_is_the_same(both):
    for one, other in (both, both[::-1]):
        for category in one.categories:
            there = one.translate(category.labels, to=other)
            assert there is None or other.translate(there.labels, to=one) is category


@given(pairs())
def test_what_is_said_is_translated(both):
    book, other = both
    said = {one.code: dict(one.counterparts).get("other") for one in book.categories}
    done = {one.code: book.translate(one.labels, to=other) for one in book.categories}
    assert said == {code: there and there.code for code, there in done.items()}


@given(books())
def test_a_text_says_the_same(book):
    rows = "\n".join(
        f"[[categories]]\ncode = {json.dumps(one.code)}\nlabels = {json.dumps(one.labels)}\n"
        f"english = {json.dumps(one.english)}\naliases = {json.dumps(one.aliases)}"
        for one in book.categories
    )
    head = f'name = "local"\ntitle = "{book.title}"\nenglish = "{book.english}"\n'
    assert loads_taxonomy(f'{head}provenance = "choice"\nsource = "a law"\n{rows}') == book


@given(st.text(max_size=60) | st.text('abc.=[]{}"\n', max_size=60))
def test_any_text_is_refused(text):
    """No text of so few characters is a taxonomy."""
    try:
        loads_taxonomy(text)
    except StandardError:
        return
    raise AssertionError(text)
