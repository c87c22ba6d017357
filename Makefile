# The portal's commands. `make` alone prints them.
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000
export PORTAL_DATA_DIR ?= $(CURDIR)/var

help: ## print the commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

# The stamps carry the checksum's moment: a changed lock file installs again, nothing else does.
$(VENV)/run.stamp: requirements.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	touch $@

$(VENV)/dev.stamp: requirements-dev.txt $(VENV)/run.stamp
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	touch $@

demo: $(VENV)/run.stamp ## everything, with demo content and accounts, served on PORT (8000)
	PORT=$(PORT) $(BIN)/python -m portal.demo

serve: $(VENV)/run.stamp ## the site of PORTAL_DATA_DIR or DATABASE_URL on PORT, without demo content
	PORT=$(PORT) $(BIN)/python -m portal.serve

setup: $(VENV)/run.stamp ## database, reference data, page tree and secret key
	$(BIN)/python -m portal.serve --setup-only

test: $(VENV)/dev.stamp ## all tests, on SQLite, PostgreSQL and in Chromium where installed
	$(BIN)/python -m tests.run

lint: $(VENV)/dev.stamp ## style, types, templates, direction of imports, migrations
	$(BIN)/python -m tests.lint

format: $(VENV)/dev.stamp ## write code and templates in the house's style
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix-only .

messages: $(VENV)/dev.stamp ## collect the interface's texts and compile them (needs gettext)
	$(BIN)/python -m tools.messages

lock: $(VENV)/dev.stamp ## pin every dependency with its hashes
	$(BIN)/uv pip compile --quiet --universal --generate-hashes -o requirements.txt pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --group dev -c requirements.txt -o requirements-dev.txt pyproject.toml

bench: $(VENV)/dev.stamp ## the project's own figures
	$(BIN)/python -m bench.fold
	$(BIN)/python -m bench.ledger
	$(BIN)/python -m bench.search
	$(BIN)/python -m bench.news
	$(BIN)/python -m bench.citizens

.PHONY: help demo serve setup test lint format messages lock bench
