"""A real Chromium without a window. Where there is none the tests are skipped, unless CI=true: then they fail."""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kg import ontology
from kg.store import Graph
from kg.writers import html

try:
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service
except ImportError:
    webdriver = None

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--window-size=1440,900", "--lang=zh-CN",
)  # fmt: skip


def lacking() -> str:
    """What the browser tests miss on this machine, or empty."""
    if webdriver is None:
        return "selenium is not installed (pip install selenium)"
    if not _browser():
        return "no chromium on the path (apt install chromium)"
    return "" if shutil.which("chromedriver") else "no chromedriver on the path (apt install chromium-driver)"


def _browser() -> str:
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome") or ""


class Browser:
    """A page in Chromium: what a test asks of it in few words."""

    def __init__(self, driver: Any) -> None:
        self.driver = driver

    def open(self, path: Path, fragment: str = "") -> float:
        """Open the file and wait until it is drawn; seconds from navigation to the first picture."""
        self.driver.get("about:blank")
        self.log()
        begin = time.monotonic()
        self.driver.get(path.as_uri() + fragment)
        self.until("return document.documentElement.dataset.ready")
        return time.monotonic() - begin

    def run(self, script: str, *arguments: Any) -> Any:
        return self.driver.execute_script(script, *arguments)

    def until(self, script: str, seconds: float = 30) -> Any:
        """Wait until ``script`` returns something true."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            found = self.run(script)
            if found:
                return found
            time.sleep(0.03)
        raise AssertionError(f"not within {seconds} s: {script}; console: {self.driver.get_log('browser')}")

    def one(self, selector: str) -> Any:
        return self.driver.find_element("css selector", selector)

    def all(self, selector: str) -> list[Any]:
        return list(self.driver.find_elements("css selector", selector))

    def text(self, selector: str) -> str:
        return str(self.run("return document.querySelector(arguments[0]).textContent", selector))

    def click_entity(self, name: str) -> None:
        """A real click on the entity's place on the canvas."""
        self._click("const p = kg.picture.canvasToDOM(kg.picture.getPosition(kg.data.entities.findIndex(e => e.names[0] === arguments[0])))", name)

    def click_edge(self, key: str) -> None:
        """A real click on the middle of the relation's line."""
        self._click("const p = kg.picture.canvasToDOM(kg.picture.body.edges[kg.edgeOf.get(arguments[0])].edgeType.getPoint(0.5))", key)

    def _click(self, place: str, name: str) -> None:
        box = "const b = kg.byId('canvas').getBoundingClientRect(); return [Math.round(b.left + p.x), Math.round(b.top + p.y)]"
        x, y = self.run(f"{place}; {box}", name)
        actions = webdriver.ActionChains(self.driver)
        actions.w3c_actions.pointer_action.move_to_location(x, y)
        actions.w3c_actions.pointer_action.click()
        actions.perform()

    def log(self) -> tuple[list[str], list[str]]:
        """(console warnings and errors, addresses asked for other than the file) since the last call."""
        said = [entry["message"] for entry in self.driver.get_log("browser")]
        asked = []
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                asked.append(message["params"]["request"]["url"])
        return said, [url for url in asked if not url.startswith(("file:", "data:", "about:"))]


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    if missing := lacking():
        if os.environ.get("CI") == "true":
            pytest.fail(f"browser tests must run in CI: {missing}")
        pytest.skip(f"browser tests left out: {missing}")
    options = webdriver.ChromeOptions()
    options.binary_location = _browser()
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('chromium')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
    try:
        yield Browser(driver)
    finally:
        driver.quit()


@pytest.fixture(scope="session")
def write(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Graph], Path]:
    """Graph -> the path of its page."""

    def run(graph: Graph) -> Path:
        path = tmp_path_factory.mktemp("page") / "图谱 graph.html"
        html.write(graph, path, ontology.load())
        return path

    return run
