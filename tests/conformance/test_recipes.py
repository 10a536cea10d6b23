"""The recipes of examples/recipes do what they say: each is run, and asked for what its reader would ask."""

import asyncio
import importlib.util
import json
import logging
import subprocess
import sys
import tomllib
from decimal import Decimal
from pathlib import Path

import attrs
import httpx
import pytest
from cattrs import BaseValidationError
from pydantic import BaseModel
from sqlalchemy import create_engine, func, select
from sqlalchemy.exc import StatementError
from sqlalchemy.orm import Session

import govperf as gp

ROOT = Path(__file__).resolve().parents[2]
RECIPES = ROOT / "examples" / "recipes"
CASES = sorted((ROOT / "examples" / "cases").glob("*.json"))
SCHOOL = (ROOT / "examples" / "cases" / "045-hainan-school-2023.json").read_bytes()


def recipe(name):
    """A recipe as a module, as a project that copied it would import it."""
    spec = importlib.util.spec_from_file_location(name, RECIPES / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def printed(name, *arguments):
    """What a recipe prints that is run as it stands."""
    command = [sys.executable, "-W", "error", "-X", "utf8", str(RECIPES / f"{name}.py"), *map(str, arguments)]
    run = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")  # noqa: S603 - our own
    return run.stdout, run.stderr


@pytest.fixture(scope="module")
def service():
    return recipe("fastapi_scorecard")


@pytest.fixture(scope="module")
def ask(service):
    async def answer(method, url, content):
        transport = httpx.ASGITransport(app=service.app)
        async with httpx.AsyncClient(transport=transport, base_url="http://scores") as client:
            return await client.request(method, url, content=content)

    return lambda method, url, content=None: asyncio.run(answer(method, url, content))


@pytest.fixture(scope="module")
def described(ask):
    return ask("GET", "/openapi.json").json()


@pytest.fixture(scope="module")
def columns():
    return recipe("sqlalchemy_columns")


@pytest.fixture(scope="module")
def logs():
    return recipe("logging_scores")


class TestWebService:
    @pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
    def test_an_evaluation_becomes_its_scorecard(self, ask, path):
        given = path.read_bytes()
        answer = ask("POST", "/scorecards", given)
        assert (answer.status_code, answer.headers["content-type"]) == (200, "application/json")
        assert gp.from_json(answer.content, gp.Scorecard) == gp.evaluate(gp.from_json(given, gp.Evaluation))

    def test_every_fault_has_its_path_and_both_languages(self, ask):
        answer = ask("POST", "/scorecards", b'{"schema": 1, "department": {"name": 5}, "yaer": 2023}')
        assert answer.status_code == 422
        faults = answer.json()["detail"]
        assert [(fault["code"], fault["path"]) for fault in faults] == [
            ("data.type", "$.department.name"),
            ("data.missing", "$.year"),
            ("data.key", "$"),
        ]
        assert faults[1]["en"] == "$.year: a required value is missing"
        assert faults[1]["zh"] == "$.year: 缺少必填项"

    @pytest.mark.parametrize(
        ("given", "code"),
        [
            (b"", "data.empty-document"),
            (b"{", "data.json"),
            (b"[" * 500_000, "limit.depth"),
            (b"\xff", "data.utf8"),
        ],
    )
    def test_what_is_no_document_is_one_fault(self, ask, given, code):
        answer = ask("POST", "/scorecards", given)
        assert (answer.status_code, [fault["code"] for fault in answer.json()["detail"]]) == (422, [code])

    def test_an_unknown_standard_is_a_fault(self, ask):
        form = {**json.loads(SCHOOL), "standard": "某县2099"}
        answer = ask("POST", "/scorecards", json.dumps(form).encode())
        assert (answer.status_code, answer.json()["detail"][0]["code"]) == (422, "standard.unknown")

    def test_a_body_may_be_so_long_and_no_longer(self, ask, service):
        whole = SCHOOL + b" " * (service.MOST - len(SCHOOL))
        assert ask("POST", "/scorecards", whole).status_code == 200
        assert ask("POST", "/scorecards", whole + b" ").status_code == 413

    def test_openapi_says_both_documents(self, described):
        told = described["paths"]["/scorecards"]["post"]
        asked = told["requestBody"]["content"]["application/json"]["schema"]
        given = told["responses"]["200"]["content"]["application/json"]["schema"]
        assert (asked, given) == (
            {"$ref": "#/components/schemas/govperf.Evaluation"},
            {"$ref": "#/components/schemas/govperf.Scorecard"},
        )
        assert "$defs" not in json.dumps(described)

    def test_every_reference_is_there(self, described):
        known = described["components"]["schemas"]
        named = {text.partition('"')[0] for text in json.dumps(described).split("#/components/schemas/")[1:]}
        assert named <= known.keys()

    def test_the_schemas_are_those_of_govperf(self, described):
        known = described["components"]["schemas"]
        for cls in (gp.Evaluation, gp.Scorecard):
            schema = gp.json_schema(cls)
            defined = schema.pop("$defs")
            told = {f"govperf.{name}": one for name, one in {cls.__name__: schema, **defined}.items()}
            said = json.dumps(told).replace("#/$defs/", "#/components/schemas/govperf.")
            assert {name: known[name] for name in told} == json.loads(said)

    def test_a_model_of_the_same_name_stays(self, service):
        class Department(BaseModel):
            floor: int

        ours = service.Service()
        ours.get("/departments", response_model=Department)(lambda: None)
        known = ours.openapi()["components"]["schemas"]
        assert known["Department"]["required"] == ["floor"]
        assert known["govperf.Department"]["required"] == ["name"]

    def test_within_a_body_of_ones_own_the_schema_is_left_out(self, service):
        told = service.components(gp.Evaluation)["govperf.Evaluation"]
        assert "schema" in told["required"]
        made = gp.codec.converter()
        bare = made.unstructure(gp.Evaluation("某局", 2023))
        assert set(told["required"]) - {"schema"} <= bare.keys() <= set(told["properties"]) - {"schema"}
        with pytest.raises(BaseValidationError) as refused:
            made.structure([{"schema": 1, **bare}], list[gp.Evaluation])
        assert [fault.code for fault in gp.codec.faults(refused.value)] == ["data.key"]


class TestDatabase:
    @pytest.fixture
    def session(self, columns):
        engine = create_engine("sqlite://")
        columns.Base.metadata.create_all(engine)
        with Session(engine) as session:
            yield session
        engine.dispose()

    def test_it_prints(self):
        said, _ = printed("sqlalchemy_columns")
        assert said.splitlines() == ["甲局 3,678.76万元 99.94", "合计 67,792,600.00元"]

    def test_documents_come_back_as_they_were(self, columns, session):
        given = gp.from_json(SCHOOL, gp.Evaluation)
        session.add(columns.filed(given))
        session.commit()
        session.expire_all()
        (row,) = session.scalars(select(columns.Filed))
        assert (row.form, row.card) == (given, gp.evaluate(given))
        assert row.card.explain() == gp.evaluate(given).explain()

    def test_a_changed_document_is_stored(self, columns, session):
        row = columns.filed(columns.form("甲局", "1,000万元"))
        session.add(row)
        session.commit()
        row.form = attrs.evolve(row.form, notes=["已复核"])
        session.commit()
        session.expire_all()
        assert row.form.notes == ("已复核",)

    def test_money_is_compared_and_added_up_in_the_database(self, columns, session):
        for spent in ("0.01元", "999.99元", "0.1万元"):
            session.add(columns.filed(columns.form("某局", spent)))
        session.commit()
        above = select(columns.Filed.spent).where(columns.Filed.spent >= gp.Quantity("999.99", "元"))
        assert sorted(session.scalars(above)) == [gp.Quantity("999.99", "元"), gp.Quantity(1000, "元")]
        assert session.scalar(select(func.sum(columns.Filed.spent))) == gp.Quantity("2000.00", "元")

    @pytest.mark.parametrize(
        ("amount", "error"),
        [("0.001元", "0.001元 has parts of a hundredth"), ("3人", "人 and 元 do not measure the same thing")],
    )
    def test_what_is_no_whole_money_is_refused(self, columns, session, amount, error):
        row = columns.filed(columns.form("某局", "1元"))
        row.spent = gp.Quantity.parse(amount)
        session.add(row)
        with pytest.raises(StatementError, match=error) as refused:
            session.commit()
        assert isinstance(refused.value.orig, ValueError)

    @pytest.mark.parametrize("text", ["8200人次", "0.10%", "-3,678.76万元", "52", "1.20吨/亩"])
    def test_a_printed_quantity_keeps_its_unit_and_its_digits(self, columns, session, text):
        row = columns.filed(columns.form("某局", "1元"))
        row.served = gp.Quantity.parse(text)
        session.add(row)
        session.commit()
        session.expire_all()
        assert (row.served.unit, str(row.served)) == (
            gp.Quantity.parse(text).unit,
            str(gp.Quantity.parse(text)),
        )

    def test_what_is_missing_stays_missing(self, columns, session):
        row = columns.filed(columns.form("某局", "1元"))
        row.served = None
        session.add(row)
        session.commit()
        session.expire_all()
        assert row.served is None
        for kind in (columns.Money(), columns.Document(gp.Scorecard)):
            assert kind.process_bind_param(None, None) is kind.process_result_value(None, None) is None

    def test_a_form_without_money_is_no_row(self, columns):
        with pytest.raises(ValueError, match="what was spent is missing"):
            columns.filed(gp.Evaluation("某局", 2023))


class TestPluginPackage:
    PACKAGE = RECIPES / "plugin_package"

    @pytest.fixture
    def installed(self, tmp_path, monkeypatch):
        """What pip would leave behind: the package on the path, and its entry points beside it."""
        project = tomllib.loads((self.PACKAGE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
        info = tmp_path / f"{project['name'].replace('-', '_')}-{project['version']}.dist-info"
        info.mkdir()
        head = f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n"
        (info / "METADATA").write_text(head, encoding="utf-8")
        lines = [f"[{group}]" for group in project["entry-points"]]
        lines += [f"{name} = {value}" for name, value in project["entry-points"]["govperf.standards"].items()]
        (info / "entry_points.txt").write_text("\n".join(lines), encoding="utf-8")
        monkeypatch.syspath_prepend(tmp_path)
        monkeypatch.syspath_prepend(self.PACKAGE / "src")
        yield project
        sys.modules.pop("city_rules", None)

    def test_the_book_is_found_by_its_name(self, installed):
        (name,) = installed["entry-points"]["govperf.standards"]
        book = gp.standard(name)
        assert (book.name, book.extends) == (name, "MOF-2020-10")
        with pytest.raises(gp.GovperfError, match="某县2099"):
            gp.standard("某县2099")

    @pytest.mark.usefixtures("installed")
    @pytest.mark.parametrize(
        ("actual", "points"), [("59次", "0.00"), ("60次", "12.00"), ("61次", "12.20"), ("120次", "20.00")]
    )
    def test_it_scores(self, actual, points):
        row = gp.Indicator("巡查次数", target="≥100次", actual=actual, weight=20)
        assert gp.score(row, standard=gp.standard("某市2024")).points == Decimal(points)

    @pytest.mark.usefixtures("installed")
    def test_an_evaluation_may_name_it(self):
        form = gp.from_json(json.dumps({**json.loads(SCHOOL), "standard": "某市2024"}), gp.Evaluation)
        assert gp.evaluate(form).standard == "某市2024"


class TestOwnUnit:
    def test_it_prints(self):
        said, _ = printed("own_unit")
        assert said.splitlines() == [
            "1.2万示范点位 True",
            "6周转桶",
            "建成示范点位：20 × 9示范点位 ÷ 12示范点位 = 15，取 15.00 分（按完成比例计分，MOF-2020-10）",
            "True",
            "示范点位与周转桶计量的不是同一种量",
        ]


class TestLogging:
    def test_lines_are_json(self):
        _, said = printed("logging_scores", ROOT / "examples" / "cases" / "045-hainan-school-2023.json")
        lines = [json.loads(line) for line in said.splitlines()]
        evaluation = gp.from_json(SCHOOL, gp.Evaluation)
        card = gp.evaluate(evaluation)
        scores = [gp.from_dict(line["score"], gp.Score) for line in lines if "score" in line]
        findings = [gp.from_dict(line["finding"], gp.Finding) for line in lines if "finding" in line]
        assert scores == [card.budget_score, *card.scores]
        assert findings == list(gp.review(evaluation))
        assert [line["message"] for line in lines[:2]] == [score.explain() for score in scores[:2]]

    def test_a_finding_is_as_severe_as_it_is(self, logs, caplog):
        caplog.set_level(logging.INFO, logger=logs.LOG.name)
        found = [gp.Finding("finding.missed", severity, "$.goals[0]") for severity in gp.Severity]
        logs.log_findings(gp.Findings(found))
        levels = {
            json.loads(logs.Lines().format(record))["finding"]["severity"]: record.levelname
            for record in caplog.records
        }
        assert levels == {"error": "ERROR", "warning": "WARNING", "hint": "INFO"}

    def test_no_points_are_a_warning(self, logs, caplog):
        caplog.set_level(logging.WARNING, logger=logs.LOG.name)
        logs.log_scores(gp.evaluate(gp.Evaluation("某局", 2023)))
        assert [(record.levelname, record.getMessage()) for record in caplog.records] == [
            ("WARNING", gp.evaluate(gp.Evaluation("某局", 2023)).budget_score.explain())
        ]

    def test_what_is_not_logged_is_not_explained(self, logs, caplog, monkeypatch):
        monkeypatch.setattr(gp.Score, "explain", lambda *_: pytest.fail("explained"))
        caplog.set_level(logging.ERROR, logger=logs.LOG.name)
        logs.log_scores(gp.evaluate(gp.from_json(SCHOOL, gp.Evaluation)))
        assert caplog.records == []

    def test_the_library_logs_nothing(self):
        loggers = [name for name in logging.root.manager.loggerDict if name.startswith("govperf")]
        assert loggers == []


def test_every_recipe_is_tried():
    names = {path.stem for path in RECIPES.glob("*.py")} | {
        path.name for path in RECIPES.iterdir() if path.is_dir()
    }
    assert names - {"__pycache__"} == {
        "fastapi_scorecard",
        "logging_scores",
        "own_unit",
        "plugin_package",
        "sqlalchemy_columns",
    }
