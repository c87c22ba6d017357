"""Run a module of the tests with Django set up: `python -m tests.started MODULE ARGUMENTS`."""

import runpy
import sys

import django

if __name__ == "__main__":
    django.setup()
    del sys.argv[0]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
