"""Finished files of the synthetic snapshot, built once for all tests of the report."""

from typing import Any

import pytest

from national.charts.library import echarts
from national.report.build import build
from tests.national.report import sample


@pytest.fixture(scope="session")
def snapshot() -> dict[str, Any]:
    return sample.snapshot()


@pytest.fixture(scope="session")
def files(snapshot: dict[str, Any]) -> dict[str, bytes]:
    return build(snapshot, ["zh", "en"], echarts())
