"""What a fragment of HTML must be: whole, escaped, without script and without anything from elsewhere."""

from html.parser import HTMLParser

TAGS = {"div", "style", "span", "ol", "ul", "li", "details", "summary"}
TAGS |= {"table", "thead", "tbody", "tfoot", "tr", "th", "td"}
ATTRIBUTES = {"class", "lang", "scope", "rowspan", "colspan"}
CODES = (*range(32), *range(0x7F, 0xA0), 0x200B, 0x202A, 0x202E, 0x2066, 0x2069)
UNSEEN = set(map(chr, CODES))


class Whole(HTMLParser):
    """Reads a fragment, and refuses one that is not whole; `told` is its text without the style."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open = []
        self.told = []
        self.tables = []

    def read(self, html):
        assert not UNSEEN & set(html)
        assert "http" not in html.partition("<style>")[2].partition("</style>")[0]
        self.feed(html)
        self.close()
        assert self.open == []
        return self

    @property
    def text(self):
        return "".join(self.told)

    def handle_starttag(self, tag, attrs):
        assert tag in TAGS, tag
        assert {name for name, _ in attrs} <= ATTRIBUTES
        assert all(value.replace("-", "").replace(" ", "").isalnum() for _, value in attrs)
        self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "style" not in self.open:
            self.told.append(data)

    def handle_comment(self, data):
        raise AssertionError(data)

    def handle_decl(self, decl):
        raise AssertionError(decl)

    def handle_pi(self, data):
        raise AssertionError(data)
