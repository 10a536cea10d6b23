"""Columns of a database (数据库列): quantities, amounts of money, evaluations and scorecards, all exact.

    pip install govperf sqlalchemy
    python sqlalchemy_columns.py

- `Printed` keeps a quantity with its unit, as people write it: 3,678.76万元, 8200人次.
- `Money` keeps an amount in whole hundredths of a 元, so that the database compares, sorts and adds up.
- `Document` keeps an object of govperf as its JSON. The text is exact, and a later govperf reads it.

The values never change, so that SQLAlchemy sees each change: a new value is put in place of the old one.
"""

from decimal import Decimal
from typing import TypeVar

from sqlalchemy import BigInteger, Dialect, Text, create_engine, func, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column
from sqlalchemy.types import TypeDecorator

import govperf as gp

T = TypeVar("T")
_CENTS = 2


class Printed(TypeDecorator[gp.Quantity]):
    """A quantity of any unit, as text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: gp.Quantity | None, dialect: Dialect) -> str | None:
        """To the database."""
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> gp.Quantity | None:
        """From the database."""
        return None if value is None else gp.Quantity.parse(value)


class Money(TypeDecorator[gp.Quantity]):
    """An amount of money, as whole hundredths of a 元; it is read back in 元."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: gp.Quantity | None, dialect: Dialect) -> int | None:
        """To the database; what is no money, or not whole, is refused instead of rounded."""
        if value is None:
            return None
        hundredths = value.to("元", inexact="refuse").magnitude.scaleb(_CENTS)
        if hundredths != int(hundredths):
            raise ValueError(f"{value} has parts of a hundredth")
        return int(hundredths)

    def process_result_value(self, value: int | None, dialect: Dialect) -> gp.Quantity | None:
        """From the database."""
        return None if value is None else gp.Quantity(Decimal(value).scaleb(-_CENTS), "元")


class Document(TypeDecorator[T]):
    """An object of one class, as JSON. Where the database has a type for JSON, take that for `impl`."""

    impl = Text
    cache_ok = True

    def __init__(self, cls: type[T]) -> None:
        super().__init__()
        self.cls = cls

    def process_bind_param(self, value: T | None, dialect: Dialect) -> str | None:
        """To the database."""
        return None if value is None else gp.to_json(value, indent=None)

    def process_result_value(self, value: str | None, dialect: Dialect) -> T | None:
        """From the database."""
        return None if value is None else gp.from_json(value, self.cls)


class Base(DeclarativeBase):
    """The tables of this application."""


class Filed(Base):
    """An evaluation that was handed in, and what became of it."""

    __tablename__ = "filed"

    number: Mapped[int] = mapped_column(primary_key=True)
    department: Mapped[str]
    spent: Mapped[gp.Quantity] = mapped_column(Money())
    served: Mapped[gp.Quantity | None] = mapped_column(Printed())
    form: Mapped[gp.Evaluation] = mapped_column(Document(gp.Evaluation))
    card: Mapped[gp.Scorecard] = mapped_column(Document(gp.Scorecard))


def form(department: str, spent: str) -> gp.Evaluation:
    """A small evaluation."""
    row = gp.Indicator("培训人次", target="≥8000人次", actual="8200人次", weight=90)
    budget = gp.Budget(2023, adjusted="3,700万元", executed=spent, weight=10)
    return gp.Evaluation(department, 2023, budget=budget, goals=[gp.Goal("培训", indicators=[row])])


def filed(given: gp.Evaluation) -> Filed:
    """The row of an evaluation."""
    if given.budget is None or given.budget.executed is None:
        raise ValueError("what was spent is missing")
    served = gp.Quantity.parse("8200人次")
    return Filed(
        department=given.department.name,
        spent=given.budget.executed,
        served=served,
        form=given,
        card=gp.evaluate(given),
    )


def main() -> None:
    """Store two evaluations, and ask for them."""
    engine = create_engine("sqlite://")
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        session.add_all([filed(form("甲局", "3,678.76万元")), filed(form("乙局", "3,100.5万元"))])
        session.commit()
        most = gp.Quantity("3500", "万元")
        for row in session.scalars(select(Filed).where(Filed.spent > most)):
            print(row.department, row.spent.to("万元"), row.card.total)
        print("合计", session.scalar(select(func.sum(Filed.spent))))
    engine.dispose()


if __name__ == "__main__":
    main()
