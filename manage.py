#!/usr/bin/env python
"""Run an administrative command of the portal."""

import os
import sys

from django.core.management import execute_from_command_line

from portal.serve import data_folder, make_secret_key

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    if sys.argv[1:2] == ["setup"] and not os.environ.get("SECRET_KEY"):
        # Before the settings are read: they demand the key.
        make_secret_key(data_folder())
    execute_from_command_line(sys.argv)
