"""Addresses: machines at fixed paths, pages under /kk/, /ru/ and /en/."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls

from guidance.urls import fixed_addresses, pages
from portal import machines
from portal.home.urls import pages as home_pages
from portal.news.urls import pages as news_pages
from portal.offline.urls import fixed_addresses as device_addresses
from portal.offline.urls import pages as offline_pages
from portal.root import root
from portal.search.urls import pages as search_pages
from portal.sitemaps.views import news_sitemap, part_of_sitemap, sitemap

urlpatterns = [
    path("", root, name="root"),
    path("healthz", machines.healthz, name="healthz"),
    path("readyz", machines.readyz, name="readyz"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("sitemaps/<slug:name>-<int:number>.xml", part_of_sitemap, name="part_of_sitemap"),
    path("sitemap-news.xml", news_sitemap, name="news_sitemap"),
    path("robots.txt", machines.robots, name="robots"),
    path(".well-known/security.txt", machines.security_txt, name="security_txt"),
    path("media/<path:path>", machines.media, name="media"),
    path("admin/", include("portal.accounts.admin_urls")),
    path("admin/", include(wagtailadmin_urls)),
    path("api/v1/", include("guidance.api_urls")),
    *fixed_addresses,
    *device_addresses,
    *i18n_patterns(
        *pages,
        *news_pages,
        *home_pages,
        *search_pages,
        *offline_pages,
        path("", include(wagtail_urls)),
        prefix_default_language=True,
    ),
]

handler404 = "guidance.views.errors.not_found"
handler500 = "portal.unavailable.fault"
