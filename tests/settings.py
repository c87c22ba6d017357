"""The portal's settings as the tests run them: production's, without what only slows or hides."""

import os
import tempfile

os.environ.setdefault("PORTAL_DATA_DIR", tempfile.mkdtemp(prefix="portal-tests-"))
os.environ.setdefault("SECRET_KEY", "only-the-tests-know-this-key-and-it-is-long-enough-0123456789")
os.environ.setdefault("ALLOWED_HOSTS", "testserver,127.0.0.1,localhost")
os.environ.setdefault("BASE_URL", "https://dengei.example")
os.environ.setdefault("OPERATOR_NAME_KK", "Сынақ операторы")
os.environ.setdefault("OPERATOR_NAME_RU", "Тестовый оператор")
os.environ.setdefault("OPERATOR_NAME_EN", "Test operator")
os.environ.setdefault("OPERATOR_CONTACT", "desk@dengei.example")
os.environ.setdefault("EMAIL_URL", "memorymail://")

from portal.settings import *  # noqa: F403

STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # noqa: F405  (whitenoise warns of a missing one)
SECURE_SSL_REDIRECT = False  # the test client speaks plain HTTP; one test turns it on again
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
