"""How long it takes to begin: the import, and the demo as a whole, against a bare interpreter."""

from harness import Entry, process

BARE = process("-c", "pass")
NUMBERS = process("-c", "import decimal, fractions")
RATE = "import govperf as gp; gp.completion_rate('≥60条', '57条')"
DEMO = process("-c", "from govperf.cli import main; raise SystemExit(main())", "demo")

ENTRIES = [
    Entry("import govperf", process("-c", "import govperf"), BARE, above=20),
    Entry("import govperf · import decimal, fractions", process("-c", "import govperf"), NUMBERS, faster=1),
    Entry("the first completion rate", process("-c", RATE), BARE),
    Entry("govperf demo", DEMO, BARE),
]
