"""Units of one's own (自定义单位): a counter that no lexicon has, and a container of a known size.

    pip install govperf
    python own_unit.py

Units are defined once, where the application starts, before it reads anything: a module that others
import is a good place. They hold in the whole process and for all threads. To define one again in the same
way does nothing, and to define it otherwise is an error: what a unit means never changes. A process that
reads a stored document must define the same units first.
"""

import govperf as gp
from govperf.errors import UnitError

DEMONSTRATION = gp.Unit.define("示范点位", spellings=["示范点儿"])
"""A counter: a kind of its own, which adds up with nothing else."""

BARREL = gp.Unit.define("周转桶", "25公斤")
"""An exact multiple of a unit that is known: barrels add up with kilograms."""


def main() -> None:
    """Read, add up, score and store amounts in these units."""
    print(gp.Quantity.parse("1.2万示范点儿"), DEMONSTRATION.is_count)
    print(gp.Quantity(4, BARREL) + gp.Quantity("50", "公斤"))
    row = gp.Indicator("建成示范点位", target="≥12示范点位", actual="9示范点位", weight=20)
    print(gp.score(row).explain())
    kept = gp.to_json(row)
    print(gp.from_json(kept, gp.Indicator) == row)
    try:
        print(gp.Quantity(12, DEMONSTRATION) + gp.Quantity(4, BARREL))
    except UnitError as error:
        print(error.explain("zh"))


if __name__ == "__main__":
    main()
