"""The page of a pack is read, searched and checked in a real Chromium, from a file."""

import json
import os
import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from selenium.webdriver import Chrome, ChromeOptions, Keys
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from app.clock import FixedClock
from app.domain.pack_scope import PackScope
from app.services import bodies, meetings, rules
from app.services.packs import keys, web
from app.services.packs.making import PackOrder
from app.store.workspace import Workspace

PICTURES = Path(__file__).parents[3] / "build" / "journeys"
NOW = datetime(2026, 11, 22, tzinfo=UTC)
WAIT = 20

if not shutil.which("chromedriver"):
    if os.environ.get("JWG_REQUIRE_CHROMIUM") == "1":
        pytest.fail("JWG_REQUIRE_CHROMIUM is 1, but there is no chromedriver on PATH.")
    pytest.skip("needs Chromium and its driver", allow_module_level=True)


@pytest.fixture(scope="module")
def page(sample_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("page")
    clock = FixedClock(NOW)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JWG_HOME", str(folder / "home"))
        key = keys.make("Secretariat", clock=clock)
        with Workspace.open(sample_path, clock=clock, actor="Bat", read_only=True) as office:
            (body,) = (row.id for row in bodies.list_all(office) if row.code == "JWG-KM-CLIMATE")
            meeting = meetings.list_for_body(office, body_id=body)[0].id
            assert rules.list_documents(office, body_id=body)
            scope = PackScope(body_id=body, on=date(2026, 11, 22), meeting_id=meeting)
            order = PackOrder(scope, "Rules in force", key_id=key.key_id)
            return web.make_page(office, order, folder_or_path=folder).path


@pytest.fixture(scope="module")
def browser() -> Iterator[Chrome]:
    options = ChromeOptions()
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    driver = Chrome(options=options, service=Service(shutil.which("chromedriver")))
    yield driver
    driver.quit()


@pytest.fixture
def reader(browser: Chrome, page: Path) -> Chrome:
    browser.set_window_size(1440, 900)
    browser.get(page.as_uri())
    seal_of(browser)
    return browser


def seal_of(browser: Chrome) -> str:
    """Wait for the check that the page makes of itself, and return what it came to."""
    seal = browser.find_element(By.ID, "seal")
    WebDriverWait(browser, WAIT).until(lambda _: seal.get_dom_attribute("data-result"))
    return str(seal.get_dom_attribute("data-result"))


def shown(browser: Chrome) -> str:
    return browser.find_element(By.CSS_SELECTOR, "article:not([hidden])").text


def press(browser: Chrome, identifier: str) -> None:
    browser.find_element(By.ID, identifier).click()


def test_it_proves_its_passages_and_its_signature(reader: Chrome) -> None:
    assert seal_of(reader) == "ok"
    seal = reader.find_element(By.ID, "seal")
    assert seal.get_dom_attribute("data-signature") == "yes"
    assert "passages are as they were" in seal.text
    PICTURES.mkdir(parents=True, exist_ok=True)
    reader.save_screenshot(str(PICTURES / "page_1440.png"))


def test_nothing_is_fetched_and_nothing_is_complained_of(reader: Chrome) -> None:
    events = [json.loads(entry["message"])["message"] for entry in reader.get_log("performance")]
    asked = [
        event["params"]["request"]["url"]
        for event in events
        if event["method"] == "Network.requestWillBeSent"
    ]
    assert asked
    assert all(url.startswith(("file:", "data:")) for url in asked)
    assert not [entry for entry in reader.get_log("browser") if entry["level"] == "SEVERE"]


def test_a_changed_passage_is_found(browser: Chrome, page: Path, tmp_path: Path) -> None:
    content = page.read_text(encoding="utf-8")
    assert content.count("Purpose and scope") > 1
    other = tmp_path / "Changed.html"
    before, _, after = content.rpartition("carried out in cooperation")
    other.write_text(f"{before}carried out in competition{after}", encoding="utf-8")
    browser.get(other.as_uri())
    assert seal_of(browser) == "changed"


def test_two_languages_stand_side_by_side(reader: Chrome) -> None:
    assert "Purpose and scope" in shown(reader)
    press(reader, "beside")
    words = reader.find_elements(By.CSS_SELECTOR, "article:not([hidden]) .prov:nth-of-type(2) .w")
    visible = [each for each in words if each.is_displayed()]
    assert len(visible) == 2
    assert visible[0].rect["y"] == visible[1].rect["y"]
    reader.save_screenshot(str(PICTURES / "page_two_languages.png"))


def test_what_the_last_version_changed_is_marked(reader: Chrome) -> None:
    assert not [each for each in reader.find_elements(By.TAG_NAME, "ins") if each.is_displayed()]
    press(reader, "changes")
    assert [each for each in reader.find_elements(By.TAG_NAME, "ins") if each.is_displayed()]
    assert [each for each in reader.find_elements(By.TAG_NAME, "del") if each.is_displayed()]
    label = next(
        each
        for each in reader.find_elements(By.CSS_SELECTOR, ".changes .label")
        if each.is_displayed()
    )
    assert label.value_of_css_property("font-weight") == "600", "it is told apart from the words"
    press(reader, "changes")


@pytest.mark.parametrize("words", ["mitigation outcome", "감축", "төсөл"])
def test_a_search_finds_in_every_language_and_leads_there(reader: Chrome, words: str) -> None:
    field = reader.find_element(By.ID, "query")
    field.clear()
    field.send_keys(words)
    WebDriverWait(reader, WAIT).until(
        lambda _: reader.find_elements(By.CSS_SELECTOR, "#found mark")
    )
    reader.find_element(By.CSS_SELECTOR, "#found a").click()
    here = reader.find_element(By.CSS_SELECTOR, ".here")
    assert words.split()[0].casefold() in here.text.casefold()
    field.send_keys(Keys.ESCAPE)


def test_decisions_and_the_agenda_have_their_places(reader: Chrome) -> None:
    reader.find_element(By.LINK_TEXT, "Agenda").click()
    assert "Opening" in shown(reader) or "agenda" in shown(reader).lower()


def test_on_a_narrow_screen_nothing_is_cut_off(reader: Chrome) -> None:
    reader.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": 390, "height": 800, "deviceScaleFactor": 1, "mobile": True},
    )
    try:
        reader.refresh()
        seal_of(reader)
        assert reader.execute_script("return document.documentElement.scrollWidth") <= 390
        press(reader, "menu")
        assert reader.find_element(By.ID, "contents").is_displayed()
        reader.save_screenshot(str(PICTURES / "page_390.png"))
    finally:
        reader.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
