"""The OpenAPI 3.1 description of a route table, made from the types that the server itself reads and writes."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from sync.blobs import BYTES_TYPE
from sync.protocol import MEDIA_TYPE, PROTOCOL, Chunk, Key, Mutation, PushRequest, Row, Seq, Trouble

if TYPE_CHECKING:
    from server_stub.routes import Route

_WORDS = re.compile(r"[a-z_]+")
_BYTES = {"type": "string", "format": "binary"}
_TEMPLATE = "#/components/schemas/{name}"


class Line(msgspec.Struct, frozen=True, omit_defaults=True):
    """One line of a stream: a mutation or, without one, the withdrawal of that key."""

    seq: Seq
    key: Key
    mutation: Mutation | None = None


class Push(msgspec.Struct, frozen=True):
    """`confirmed_seq`: verdicts up to here are stored by the device."""

    protocol: int
    stream: Key
    epoch: str
    confirmed_seq: int
    mutations: list[Line]


def _with_rows(shape: type[msgspec.Struct]) -> type[msgspec.Struct]:
    """The same shape with bodies to be read in place of bytes."""
    fields = [
        (field.name, list[Row] if field.name == "rows" else field.type, field.default)
        for field in msgspec.structs.fields(shape)
    ]
    named: dict[str, Any] = {"__doc__": shape.__doc__}
    return msgspec.defstruct(shape.__name__, fields, kw_only=True, namespace=named)


# The server passes bytes on as they are; a reader of the description wants to see their shape.
_SHOWN_AS: dict[Any, Any] = {PushRequest: Push, Chunk: _with_rows(Chunk)}


def describe(routes: "Sequence[Route]") -> dict[str, Any]:
    types = [kind for route in routes for kind in (route.takes, route.gives) if kind is not None] + [Trouble]
    shown = [_SHOWN_AS.get(kind, kind) for kind in types]
    schemas, components = msgspec.json.schema_components(shown, ref_template=_TEMPLATE)
    by_type = {str(kind): schema for kind, schema in zip(types, schemas, strict=True)}
    paths: dict[str, dict[str, Any]] = {}
    for route in routes:
        paths.setdefault(route.path, {})[route.method.lower()] = _operation(route, by_type)
    return {
        "openapi": "3.1.0",
        "info": {"title": "StreamFlow companion server", "version": f"{PROTOCOL}"},
        "paths": paths,
        "components": {
            "schemas": components,
            "securitySchemes": {"device": {"type": "http", "scheme": "bearer"}},
        },
    }


def _operation(route: "Route", schemas: dict[str, Any]) -> dict[str, Any]:
    operation: dict[str, Any] = {
        "summary": route.summary,
        "operationId": f"{route.method.lower()}_{'_'.join(_WORDS.findall(route.path.removeprefix('/v1/')))}",
        "responses": {
            str(route.status): _reply(route, schemas),
            "default": {"description": "Why not", "content": {MEDIA_TYPE: {"schema": schemas[str(Trouble)]}}},
        },
    }
    if route.policy is not None and route.policy.name != "ANYBODY":
        operation["security"] = [{"device": []}]
    if route.parameters:
        operation["parameters"] = [
            {
                "name": parameter.name,
                "in": parameter.place,
                "description": parameter.summary,
                "required": parameter.is_required,
                "schema": {"type": "string"},
            }
            for parameter in route.parameters
        ]
    if route.takes is not None:
        operation["requestBody"] = {"required": True, "content": {MEDIA_TYPE: {"schema": schemas[str(route.takes)]}}}
    if route.takes_bytes is not None:
        operation["requestBody"] = {"required": True, "content": {route.takes_bytes: {"schema": _BYTES}}}
    return operation


def _reply(route: "Route", schemas: dict[str, Any]) -> dict[str, Any]:
    reply: dict[str, Any] = {"description": route.summary}
    if route.is_stream:
        reply["content"] = {"text/event-stream": {"schema": {"type": "string"}}}
    elif route.gives_bytes:
        reply["content"] = {BYTES_TYPE: {"schema": _BYTES}}
    elif route.gives is not None:
        reply["content"] = {MEDIA_TYPE: {"schema": schemas[str(route.gives)]}}
    return reply
