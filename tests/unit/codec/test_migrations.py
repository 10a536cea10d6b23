"""A newer version reads the documents of the older ones; an older one refuses those of the newer."""

import json

import pytest

import govperf as gp
from govperf.codec import migrations
from govperf.errors import InputError

OLD = {"schema": 1, "name": "粉尘", "number": "150家"}


def renamed(members, cls):
    """What a schema 2 could do that calls the number of a part its amount."""
    if cls is not gp.Part or "number" not in members:
        return members
    return {("amount" if key == "number" else key): value for key, value in members.items()}


def numbered(members, _):
    return {**members, "name": f"{members['name']}。"}


@pytest.fixture
def second(monkeypatch):
    """A pretended version that writes schema 2."""
    monkeypatch.setattr(migrations, "SCHEMA", 2)
    monkeypatch.setitem(migrations.MIGRATIONS, 1, renamed)


def read(document, cls=gp.Part):
    return gp.from_json(json.dumps(document), cls)


def fault(document, cls=gp.Part):
    with pytest.raises(InputError) as caught:
        read(document, cls)
    return caught.value.code, caught.value.path


def test_today_there_is_one_schema():
    assert migrations.SCHEMA == 1
    assert migrations.MIGRATIONS == {}
    assert fault(OLD) == ("data.many", "")


@pytest.mark.usefixtures("second")
class TestSecond:
    def test_reads_the_first(self):
        assert read(OLD) == gp.from_dict(OLD, gp.Part) == gp.Part("粉尘", "150家")

    def test_reads_itself(self):
        assert read({"schema": 2, "name": "粉尘", "amount": "150家"}) == gp.Part("粉尘", "150家")

    def test_writes_itself(self):
        part = gp.Part("粉尘", "150家")
        assert json.loads(gp.to_json(part))["schema"] == 2
        assert read(json.loads(gp.to_json(part))) == part
        assert gp.json_schema(gp.Part)["properties"]["schema"] == {"const": 2}

    def test_leaves_what_is_given_as_it_is(self):
        given = dict(OLD)
        gp.from_dict(given, gp.Part)
        assert given == OLD

    def test_has_no_number_in_its_own(self):
        assert fault({"schema": 2, "name": "粉尘", "number": "150家"}) == ("data.many", "")

    def test_refuses_what_the_migration_does_not_know(self):
        assert fault({**OLD, "number": 5}) == ("data.amount", "$.amount")
        assert fault({**OLD, "page": 5}) == ("data.key", "$")

    @pytest.mark.parametrize("schema", [0, 3, -1])
    def test_refuses_another(self, schema):
        assert fault({**OLD, "schema": schema}) == ("data.schema", "$.schema")

    def test_reads_the_first_step_by_step(self, monkeypatch):
        monkeypatch.setattr(migrations, "SCHEMA", 3)
        monkeypatch.setitem(migrations.MIGRATIONS, 2, numbered)
        assert read(OLD) == gp.Part("粉尘。", "150家")

    def test_refuses_the_first_where_a_step_is_missing(self, monkeypatch):
        monkeypatch.setattr(migrations, "SCHEMA", 3)
        assert fault(OLD) == ("data.schema", "$.schema")

    def test_a_document_too_deep_is_no_matter_for_a_migration(self):
        deep = inner = []
        for _ in range(100):
            inner.append([])
            (inner,) = inner
        assert fault({**OLD, "page": deep}) == ("limit.depth", "")
