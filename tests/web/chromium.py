"""A real browser, driven by the WebDriver protocol of Debian's chromium-driver."""

import asyncio
import json
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import aiohttp

from tests.stories.conftest import free_port

DRIVER = shutil.which("chromedriver")
BROWSER = shutil.which("chromium") or shutil.which("chromium-browser")
MISSING = "Chromium is not installed: apt-get install chromium chromium-driver"
_ARGUMENTS = (
    "--headless=new",
    "--no-sandbox",  # tests may run as root, and open our own pages only
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
    "--force-device-scale-factor=1",
)
_PATIENCE = 120
"""Seconds that one command may take on a busy machine."""
TAB, ENTER = "\ue004", "\ue007"


@dataclass(frozen=True, slots=True)
class Chromium:
    """A window of the browser."""

    client: aiohttp.ClientSession
    session: str

    async def call(self, method: str, path: str, **given: Any) -> Any:
        """Give a command of the protocol; return its value."""
        body = None if method == "GET" else json.dumps(given)
        async with self.client.request(method, f"{self.session}{path}", data=body) as said:
            value = (await said.json())["value"]
        if isinstance(value, dict) and "error" in value:
            raise AssertionError(f"{value['error']}: {value['message'].splitlines()[0]}")
        return value

    async def open(self, address: str) -> None:
        """Go to a page and wait until it is there."""
        await self.call("POST", "/url", url=address)

    async def script(self, code: str, *given: object) -> Any:
        """Run a function's body in the page; a promise is waited for."""
        return await self.call("POST", "/execute/sync", script=code, args=list(given))

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, wherever the focus is."""
        actions = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        await self.call("POST", "/actions", actions=[{"type": "key", "id": "keys", "actions": actions}])

    async def give(self, selector: str, path: str) -> None:
        """Choose a file in a field, as somebody who drops it there."""
        found = await self.call("POST", "/element", using="css selector", value=selector)
        (element,) = found.values()
        await self.call("POST", f"/element/{element}/value", text=path)

    async def size(self, width: int, height: int) -> None:
        """Make the page's window as large, in CSS pixels, even below what a desktop allows."""
        await self.devtools(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )

    async def dark(self, is_dark: bool) -> None:
        """Prefer dark pages, or light ones."""
        feature = {"name": "prefers-color-scheme", "value": "dark" if is_dark else "light"}
        await self.devtools("Emulation.setEmulatedMedia", features=[feature])

    async def devtools(self, command: str, **given: object) -> Any:
        """Give a command of the browser's own tools."""
        return await self.call("POST", "/goog/cdp/execute", cmd=command, params=given)

    async def picture(self) -> str:
        """Return what is on screen, a PNG in base64."""
        return str(await self.call("GET", "/screenshot"))

    async def troubles(self) -> list[str]:
        """Return what the console has complained of since it was asked before."""
        entries = await self.call("POST", "/se/log", type="browser")
        return [entry["message"] for entry in entries if entry["level"] in {"SEVERE", "WARNING"}]


@asynccontextmanager
async def chromium() -> AsyncIterator[Chromium]:
    """Open a browser while the block runs."""
    if not (DRIVER and BROWSER):
        raise RuntimeError(MISSING)
    port = free_port()
    child = await asyncio.create_subprocess_exec(
        DRIVER, f"--port={port}", stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL
    )
    options = {"binary": BROWSER, "args": list(_ARGUMENTS)}
    wanted = {"goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}
    timeout = aiohttp.ClientTimeout(total=_PATIENCE)
    try:
        async with aiohttp.ClientSession(f"http://127.0.0.1:{port}", timeout=timeout) as client:
            await _until_ready(client)
            body = json.dumps({"capabilities": {"alwaysMatch": wanted}})
            async with client.post("/session", data=body) as said:
                session = (await said.json())["value"]["sessionId"]
            browser = Chromium(client, f"/session/{session}")
            try:
                yield browser
            finally:
                await browser.call("DELETE", "")
    finally:
        child.terminate()
        await child.wait()


async def _until_ready(client: aiohttp.ClientSession) -> None:
    async with asyncio.timeout(_PATIENCE):
        while True:
            try:
                async with client.get("/status") as said:
                    if (await said.json())["value"]["ready"]:
                        return
            except aiohttp.ClientConnectionError:
                await asyncio.sleep(0.05)
