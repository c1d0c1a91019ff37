"""The demonstration says the same on the command line, in the app and in its download."""

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from readiness.workspace.demo import open_example
from tests.browser.prepared import store_of
from tests.browser.seeing import drawn, settled, until
from tests.browser.serving import ROOT, Server, free_port, is_up

pytestmark = pytest.mark.browser
READINESS = (sys.executable, "-m", "readiness")


def command(*words: str, data: Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"READINESS_DATA_DIR": str(data)}
    return subprocess.run(
        [*READINESS, *words], capture_output=True, text=True, check=False, env=environment, cwd=ROOT
    )


def test_the_app_downloads_what_the_command_line_prints(
    server: Server, page: Page, tmp_path: Path
) -> None:
    told = command("demo", str(tmp_path / "demo"), data=tmp_path)
    assert told.returncode == 0, told.stderr
    assert "Clinical, stabilised" in told.stdout or "clinical, stabilised" in told.stdout
    assert (tmp_path / "demo" / "gap-report.xlsx").stat().st_size > 10_000
    printed = command("assess", str(tmp_path / "demo"), "--json", data=tmp_path)
    assert printed.returncode == 0, printed.stderr
    on_the_command_line: dict[str, Any] = json.loads(printed.stdout)

    with store_of(server) as session:
        made = open_example(session)
    page.goto(server.url("report", assessment=made))
    drawn(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Result (JSON)").click()
    in_the_app = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    differing = [
        key for key in on_the_command_line if in_the_app.get(key) != on_the_command_line[key]
    ]
    assert differing == []
    assert in_the_app.keys() == on_the_command_line.keys()

    page.goto(server.url("result", assessment=made))
    drawn(page)
    title = page.locator("h1.rd-verdict")
    expect(title).to_contain_text(re.compile(on_the_command_line["verdict"], re.IGNORECASE))
    expect(title.locator(".rd-badge")).to_have_text(str(on_the_command_line["level"]))


def test_the_app_starts_by_its_command_and_opens_the_example(page: Page, tmp_path: Path) -> None:
    port = free_port()
    environment = os.environ | {"READINESS_DATA_DIR": str(tmp_path / "data"), "DISPLAY": ""}
    said = tmp_path / "said.txt"
    with said.open("w", encoding="utf-8") as out:
        process = subprocess.Popen(
            [*READINESS, "app", "--demo", "--port", str(port)],
            cwd=tmp_path,
            env=environment,
            stdout=out,
            stderr=out,
            start_new_session=True,
        )
    try:
        until(lambda: is_up(port) and "Stop with" in said.read_text(encoding="utf-8"), within=60)
        text = said.read_text(encoding="utf-8")
        assert str(tmp_path / "data") in text
        address = re.search(r"http://127\.0\.0\.1:\S+", text)
        assert address is not None
        page.goto(address[0])
        drawn(page)
        expect(page.locator("h1.rd-verdict")).to_contain_text("stabilised")
        settled(page)
        page.goto("about:blank")
    finally:
        os.killpg(process.pid, signal.SIGINT)
        process.wait(timeout=20)
    until(lambda: not is_up(port))
