"""Two simulated shops for all tests of this room: the small one, and the whole one of the demo."""

import pytest

from tests.demo.reading import Files
from wend.demo import simulate


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Files:
    directory = tmp_path_factory.mktemp("small_shop")
    return Files(directory, simulate(directory, customers=800))


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Files:
    directory = tmp_path_factory.mktemp("whole_shop")
    return Files(directory, simulate(directory))


@pytest.fixture(scope="session", params=["small", "whole"])
def shop(request: pytest.FixtureRequest) -> Files:
    """Both sizes: what is planted must be there in either."""
    files = request.getfixturevalue(request.param)
    assert isinstance(files, Files)
    return files
