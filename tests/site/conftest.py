"""The whole site, loaded once a module: reference data, the record of 2016-2017, the articles."""

import pytest

from portal.news.demo_forgeries import load_demo_forgeries
from portal.news.demo_pages import load_demo_articles


@pytest.fixture(scope="module")
def whole_site(record_of_2016: None) -> None:
    """Load the demo's articles beside the record."""
    load_demo_articles()
    load_demo_forgeries()
