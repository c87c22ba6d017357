"""The pages for what is not there, and for a fault."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client, RequestFactory

from guidance.views import errors
from tests.guidance.views.conftest import LANGUAGES, Reader

pytestmark = pytest.mark.usefixtures("record_of_2016")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_leads_from_a_missing_page_to_a_region(read: Reader, lang: str) -> None:
    page = read(f"/{lang}/no/such/page/")

    assert page.status == 404
    assert f'<html lang="{lang}">' in page.source
    assert len(re.findall(r'<option value="[\w-]+">', page.source)) == 20
    assert f'action="/{lang}/regions/"' in page.source
    assert "tel:112" in page.source
    assert 'class="strip"' in page.source


def test_leads_from_a_missing_page_to_the_home_pages_of_other_languages(read: Reader) -> None:
    page = read("/en/no/such/page/?q=1")

    assert '<a href="/ru/" lang="ru"' in page.source
    assert "canonical" not in page.source
    assert "noindex" in page.source


def test_speaks_kazakh_where_the_address_names_no_language(read: Reader) -> None:
    page = read("/no-such-file.txt")

    assert page.status == 404
    assert '<html lang="kk">' in page.source


@pytest.mark.parametrize("path", ["/kk/regions/\x00/", "/en/%2e%2e/%2e%2e/etc/passwd"])
def test_answers_odd_paths_without_a_fault(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("lang", LANGUAGES)
def test_tells_a_fault_without_the_database(lang: str, django_assert_num_queries: Any) -> None:
    request = RequestFactory().get(f"/{lang}/regions/")

    with django_assert_num_queries(0):
        response = errors.server_fault(request)

    page = response.content.decode()
    assert response.status_code == 500
    assert f'<html lang="{lang}">' in page
    assert re.findall(r'href="tel:(\d+)"', page) == ["112", "102", "103", "101", "110"]
    assert "data-level" not in page
