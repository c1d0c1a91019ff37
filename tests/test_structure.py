"""The shape of the repository: mirrored tests, short modules, nothing of one machine."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "readiness"
PAGES = PACKAGE / "ui" / "pages"
MIGRATIONS = PACKAGE / "store" / "migrations"  # tested by being run, in tests/store

MODULE_LINES = 300
PAGE_LINES = 120
FUNCTION_LINES = 40

# Spelled so that this file does not hold what it looks for.
REGISTRIES = ("pypi", "pythonhosted", "npmjs", "yarnpkg", "anaconda", "crates")
ENDINGS = ("org", "com", "io")
FOREIGN = {
    "a path of one machine": re.compile(r"(?<![\w.~])/(work|root|home)/[\w.]"),
    "the host of a package registry": re.compile(
        rf"\b({'|'.join(REGISTRIES)})\.({'|'.join(ENDINGS)})\b", re.IGNORECASE
    ),
    "a package index": re.compile(r"(--|\b)((extra[-_])?index[-_]url|find[-_]links)\b"),
}
LOCK_FILES = re.compile(r"(\.lock|-lock\.(json|yaml)|\.lock\.txt)$")


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def functions(path: Path) -> Iterator[tuple[str, int, int]]:
    """Name, first line and length of every function, its decorators not counted."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno is not None
            yield node.name, node.lineno, node.end_lineno - node.lineno + 1


def repository_files() -> list[Path]:
    """What is committed, or would be by `git add`."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout.decode()
    files = {ROOT / entry for entry in listed.split("\0") if entry}
    return sorted(path for path in files if path.is_file())


def test_every_module_has_its_test() -> None:
    missing = []
    for module in modules():
        place = module.relative_to(PACKAGE)
        if module.stem.startswith("_") or MIGRATIONS in module.parents or PAGES in module.parents:
            continue
        mirror = ROOT / "tests" / place.parent / f"test_{place.name}"
        if not mirror.is_file():
            missing.append(f"{name(module)} wants {name(mirror)}")
    assert not missing, "modules without a test:\n" + "\n".join(missing)


def test_every_page_has_its_test() -> None:
    tests = "\n".join(
        path.read_text(encoding="utf-8")
        for path in sorted((ROOT / "tests" / "ui").rglob("test_*.py"))
    )
    missing = [
        name(page)
        for page in sorted(PAGES.glob("*.py"))
        if not page.stem.startswith("_") and not re.search(rf"\b{page.stem}\b", tests)
    ]
    assert not missing, "pages that no file below tests/ui names:\n" + "\n".join(missing)


def test_modules_and_pages_are_short() -> None:
    long = [
        f"{name(path)}: {count} lines, at most {limit}"
        for path in modules()
        for limit in [PAGE_LINES if PAGES in path.parents else MODULE_LINES]
        if (count := lines(path)) > limit
    ]
    assert not long, "modules that want dividing:\n" + "\n".join(long)


def test_functions_are_short() -> None:
    long = [
        f"{name(path)}:{line} {function}: {count} lines, at most {FUNCTION_LINES}"
        for path in modules()
        for function, line, count in functions(path)
        if count > FUNCTION_LINES
    ]
    assert not long, "functions that want dividing:\n" + "\n".join(long)


@pytest.mark.parametrize(
    ("what", "line"),
    [
        ("a path of one machine", 'cd "/' + 'work/main"'),
        ("a path of one machine", "/" + "home/someone/log.csv"),
        *(
            ("the host of a package registry", f"see {registry}.{ending}/x")
            for registry in REGISTRIES
            for ending in ENDINGS
        ),
        ("a package index", "pip install --extra-index" + "-url x"),
        ("a package index", "find" + "-links = wheels"),
    ],
)
def test_what_is_foreign_is_recognised(what: str, line: str) -> None:
    assert [name for name, pattern in FOREIGN.items() if pattern.search(line)] == [what]


def test_repository_holds_nothing_of_one_machine() -> None:
    found = []
    for path in repository_files():
        content = path.read_bytes()
        if b"\0" in content:
            continue
        for number, line in enumerate(
            content.decode("utf-8", errors="replace").splitlines(), start=1
        ):
            found += [
                f"{name(path)}:{number}: {what}"
                for what, pattern in FOREIGN.items()
                if pattern.search(line)
            ]
    assert not found, "not for the repository:\n" + "\n".join(found)


def test_repository_holds_no_lock_file() -> None:
    found = [name(path) for path in repository_files() if LOCK_FILES.search(path.name)]
    assert not found, "constraints.txt holds the pins; remove:\n" + "\n".join(found)
