"""Somebody who works in the CMS with a browser."""

import re
from collections.abc import Mapping
from typing import Any

import httpx
from lxml.html import document_fromstring

from plugins.integreat.tests.e2e.cms import Cms


class Editor:
    """Somebody who is logged in to the CMS."""

    def __init__(self, cms: Cms) -> None:
        cms.do("staff", name="redaktion", password="geheim")  # noqa: S106 - of a CMS that lives for seconds
        self._cms = cms
        self._http = httpx.Client(base_url=cms.url, timeout=60, trust_env=False)
        self._post("/login/", {"username": "redaktion", "password": "geheim"}, before="/login/")

    def close(self) -> None:
        """Log out."""
        self._http.close()

    def import_(self, region: str, files: Mapping[str, bytes]) -> str:
        """Upload files, confirm, and return what the CMS says to it."""
        start = f"/{region}/pages/en/xliff/upload/"
        uploads = [("xliff_file", (name, content, "application/xml")) for name, content in files.items()]
        shown = self._post(start, {}, before=f"/{region}/pages/en/", files=uploads)
        assert "/xliff/import/" in shown.url.path, said(shown)
        confirmed = self._post(shown.url.path, {}, before=shown.url.path)
        return said(shown) + said(confirmed)

    def edit(self, region: str, language: str, number: int, old: str, new: str) -> None:
        """Open a page in its form, replace a part of the text, and publish it."""
        address = f"/{region}/pages/{language}/{number}/edit/"
        opened: Any = document_fromstring(self._http.get(address).text)
        (form,) = (one for one in opened.forms if "content" in one.fields)
        values = {name: value for name, value in form.form_values() if name != "csrfmiddlewaretoken"}
        assert old in values["content"]
        sent = {**values, "content": values["content"].replace(old, new), "status": "PUBLIC"}
        self._post(address, sent, before=address)

    def _post(self, path: str, form: dict[str, str], *, before: str, files: list[Any] | None = None) -> httpx.Response:
        self._http.get(before, follow_redirects=True)
        token = self._http.cookies["csrftoken"]
        answer = self._http.post(
            path,
            data={**form, "csrfmiddlewaretoken": token},
            files=files,
            headers={"Referer": f"{self._cms.url}{before}"},
            follow_redirects=True,
        )
        assert answer.status_code == 200, answer.text[:500]
        return answer


def said(answer: httpx.Response) -> str:
    """Return the messages on a page."""
    return " ".join(re.sub(r"<[^>]+>", " ", answer.text).split())
