"""A web service that scores (计分接口): an evaluation goes in as JSON, its scorecard comes out as JSON.

    pip install govperf fastapi uvicorn
    uvicorn fastapi_scorecard:app

What is wrong with an evaluation is answered with 422, every fault at once, each with its path and in both
languages. `/openapi.json` shows the JSON Schema of both documents. A body is cut off at `MOST` bytes.
"""

import json
from collections.abc import Iterable
from typing import Annotated, Any

from fastapi import Depends, FastAPI, HTTPException, Request, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel

import govperf as gp
from govperf.errors import DataErrors, GovperfError, ScoringError, StandardError

MOST = 1_000_000  # bytes: a long form has some fifty thousand
OURS = "govperf."  # before the names of our schemas: a model of yours may be called Department as well


class Fault(BaseModel):
    """One thing that is wrong (错误)."""

    code: str
    path: str
    en: str
    zh: str


class Faults(BaseModel):
    """All that is wrong with a document (全部错误)."""

    detail: list[Fault]


def components(*classes: type[object]) -> dict[str, Any]:
    """JSON Schemas of classes and of all that they refer to, as OpenAPI keeps them.

    They are of whole documents and require "schema", which stands in nothing within another document. Where a
    body of yours holds a list of evaluations, declare its items as this schema without "schema" in its
    `properties` and `required`, and read them with `govperf.codec.converter`.
    """
    found: dict[str, Any] = {}
    for cls in classes:
        text = json.dumps(gp.json_schema(cls)).replace('"#/$defs/', f'"#/components/schemas/{OURS}')
        schema: dict[str, Any] = json.loads(text)
        found |= {OURS + name: inner for name, inner in schema.pop("$defs", {}).items()}
        found[OURS + cls.__name__] = schema
    return found


class Service(FastAPI):
    """FastAPI whose OpenAPI knows the documents of govperf."""

    def openapi(self) -> dict[str, Any]:
        """The description of the service, made once."""
        fresh = self.openapi_schema is None
        made = super().openapi()
        if fresh:
            made["components"]["schemas"] |= components(gp.Evaluation, gp.Scorecard)
        return made


def content(cls: type[object]) -> dict[str, Any]:
    """A body of JSON, as OpenAPI says it."""
    return {"application/json": {"schema": {"$ref": f"#/components/schemas/{OURS}{cls.__name__}"}}}


app = Service(title="Scorecards", version=gp.__version__)


async def body(request: Request) -> bytes:
    """The body, cut off where it is too long: before anything is read of it."""
    taken = bytearray()
    async for chunk in request.stream():
        taken += chunk
        if len(taken) > MOST:
            raise HTTPException(413, f"more than {MOST} bytes")
    return bytes(taken)


def evaluation(given: Annotated[bytes, Depends(body)]) -> gp.Evaluation:
    """The evaluation that the body says."""
    return gp.from_json(given, gp.Evaluation)


@app.post(
    "/scorecards",
    openapi_extra={"requestBody": {"required": True, "content": content(gp.Evaluation)}},
    responses={200: {"content": content(gp.Scorecard)}, 413: {}, 422: {"model": Faults}},
)
def scorecard(form: Annotated[gp.Evaluation, Depends(evaluation)]) -> Response:
    """Score an evaluation by the standard that it names (计分)."""
    # a `def`, and no `async def`: others are served meanwhile
    return Response(gp.to_json(gp.evaluate(form), indent=None), media_type="application/json")


@app.exception_handler(gp.InputError)  # the document is wrong
@app.exception_handler(StandardError)  # it names a standard that is not there
@app.exception_handler(ScoringError)  # it cannot be scored by its standard
def refused(_: Request, error: Exception) -> JSONResponse:
    """422, with every fault."""
    found: Iterable[Exception] = error.exceptions if isinstance(error, DataErrors) else [error]
    faults = [
        Fault(code=fault.code, path=fault.path, en=fault.explain("en"), zh=fault.explain("zh"))
        for fault in found
        if isinstance(fault, GovperfError)
    ]
    return JSONResponse(Faults(detail=faults).model_dump(), status_code=422)
