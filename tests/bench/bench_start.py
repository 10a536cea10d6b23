"""How long it takes to begin: the import, and the demo as a whole, against a bare interpreter."""

from harness import Entry, process

BARE = process("-c", "pass")
DEMO = process("-c", "from govperf.cli import main; raise SystemExit(main())", "demo")

ENTRIES = [
    Entry("import govperf", process("-c", "import govperf"), BARE),
    Entry("govperf demo", DEMO, BARE),
]
