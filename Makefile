# Everything happens in .venv; each target works from a fresh clone.

PYTHON ?= python3
BIN := .venv/bin

.PHONY: site test lint serve check docs screenshots clean

site: .venv/.site
	$(BIN)/python build.py build

check: .venv/.site
	$(BIN)/python build.py check

serve: .venv/.site
	$(BIN)/python build.py serve

test: lint
	$(BIN)/python -m pytest -q --numprocesses auto --dist loadfile

lint: .venv/.dev
	$(BIN)/ruff check .
	$(BIN)/mypy

# The manuals that are generated; a test says when one is out of date.
docs: .venv/.site
	$(BIN)/python build.py reference data > .docs.tmp && mv .docs.tmp docs/data.md
	$(BIN)/python build.py reference settings > .docs.tmp && mv .docs.tmp docs/settings.md
	$(BIN)/python build.py reference themes > .docs.tmp && mv .docs.tmp docs/themes.md
	$(BIN)/python build.py reference checks > .docs.tmp && mv .docs.tmp docs/checks.md

# The pictures of docs/gallery.md and of the README; Debian's Chromium takes them.
screenshots: .venv/.dev site
	$(BIN)/python docs/screenshots.py

clean:
	rm -rf _site .palmarium .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis dist

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Palmarium needs Python 3.11 or newer; this is $$($(PYTHON) --version 2>&1)."; \
	    echo "Name another one: make PYTHON=python3.12"; exit 2; }
	@$(PYTHON) -c 'import ensurepip, venv' || \
	  { echo "Python's venv is missing; on Debian: apt-get install python3-venv"; exit 2; }
	$(PYTHON) -m venv .venv

.venv/.site: pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/.dev: pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch .venv/.site $@
