"""An installed wheel works without the repository: content, example, app and theme are inside."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).parents[1]
SHIPPED = {
    "questionnaires": "readiness/_content",
    "examples/northgate": "readiness/_examples/northgate",
    ".streamlit": "readiness/.streamlit",
}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("wheel")
    [path] = WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])
    with ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("source", SHIPPED)
def test_folder_is_shipped_whole(wheel: dict[str, bytes], source: str) -> None:
    files = {
        f"{SHIPPED[source]}/{path.relative_to(ROOT / source).as_posix()}": path.read_bytes()
        for path in (ROOT / source).rglob("*")
        if path.is_file()
    }
    assert files
    shipped = {name: wheel[name] for name in wheel if name.startswith(f"{SHIPPED[source]}/")}
    assert shipped == files


def test_app_is_shipped(wheel: dict[str, bytes]) -> None:
    assert wheel["readiness/_app.py"] == (ROOT / "app.py").read_bytes()


def test_nothing_lands_outside_the_package(wheel: dict[str, bytes]) -> None:
    places = {name.partition("/")[0] for name in wheel}
    assert places == {"readiness", next(p for p in places if p.endswith(".dist-info"))}
