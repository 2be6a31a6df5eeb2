"""Nothing that the page sends is large, whatever the file has: thousands of names, a very long article, all that is left out."""

from __future__ import annotations

from typing import Any

import pytest
from dash import Dash

from benchmarks import shelves
from benchmarks.weight import LARGEST, weigh
from dashboard.app import create_app
from tests.dashboard.test_dash_app import OURS

COUNT = 10_000


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Dash:
    path = tmp_path_factory.mktemp("large") / "events.yaml"
    shelves.lay(path, COUNT)
    return create_app(path)


def asked(app: Dash, path: str, body: Any) -> bytes:
    client = app.server.test_client()
    answer = client.get(path) if body is None else client.post(path, json=body, headers=OURS)
    assert answer.status_code in (200, 204), (path, body)
    return bytes(answer.get_data())


def test_no_answer_is_larger_than_it_may_be(app: Dash) -> None:
    weights = weigh(lambda path, body: asked(app, path, body))
    assert {"layout", "view", "first picture", "facet-person.options", "articles.options"} <= set(weights)
    assert {name: weight for name, weight in weights.items() if weight > LARGEST} == {}
