# Everything happens in .venv; each target works from a fresh clone.

PYTHON ?= python3
BIN := .venv/bin

LOCK := .ci/requirements
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check

.PHONY: site test quick lint serve check docs screenshots upgrade latest clean

site: .venv/.site
	$(BIN)/python build.py build

check: .venv/.site
	$(BIN)/python build.py check

serve: .venv/.site
	$(BIN)/python build.py serve

# The files with a browser come first, so that none of them is left over for one process at the end.
SPREAD := --numprocesses auto --dist loadfile --no-loadscope-reorder
# Every process compiles what it imports where none may leave that for the next.
unexport PYTHONDONTWRITEBYTECODE

test: lint
	$(BIN)/python -m pytest -q $(SPREAD)

# What answers in about two minutes: all but the tests that build whole sites or need a browser.
quick: lint
	$(BIN)/python -m pytest -q $(SPREAD) -m "not slow"

lint: .venv/.dev
	$(BIN)/ruff check .
	$(BIN)/mypy

# The manuals that are generated; a test says when one is out of date.
docs: .venv/.site
	$(BIN)/python build.py reference data > .docs.tmp && mv .docs.tmp docs/data.md
	$(BIN)/python build.py reference tables > .docs.tmp && mv .docs.tmp docs/tables.md
	$(BIN)/python build.py reference settings > .docs.tmp && mv .docs.tmp docs/settings.md
	$(BIN)/python build.py reference themes > .docs.tmp && mv .docs.tmp docs/themes.md
	$(BIN)/python build.py reference checks > .docs.tmp && mv .docs.tmp docs/checks.md
	$(BIN)/python docs/map.py

# The pictures of docs/gallery.md and of the README; Debian's Chromium takes them.
screenshots: .venv/.dev site
	$(BIN)/python docs/screenshots.py

clean:
	rm -rf _site .palmarium .venv .venv-latest .mypy_cache .ruff_cache .pytest_cache .hypothesis dist

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Palmarium needs Python 3.11 or newer; this is $$($(PYTHON) --version 2>&1)."; \
	    echo "Name another one: make PYTHON=python3.12"; exit 2; }
	@$(PYTHON) -c 'import ensurepip, venv' || \
	  { echo "Python's venv is missing; on Debian: apt-get install python3-venv"; exit 2; }
	$(PYTHON) -m venv .venv

# What was tested is what is installed: every package at its version, held to its hash. `editable` builds with the
# locked hatchling, so that nothing is fetched that the lock does not name.
.venv/.site: pyproject.toml $(LOCK)/site.txt | .venv/bin/python
	$(PIP) install --require-hashes --requirement $(LOCK)/site.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.dev: pyproject.toml $(LOCK)/test.txt | .venv/bin/python
	$(PIP) install --require-hashes --requirement $(LOCK)/test.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch .venv/.site $@

# The lock made anew from the ranges of pyproject.toml, for Python 3.11 and later on every system; review it as a diff.
COMPILE = $(BIN)/uv pip compile pyproject.toml --group build --universal --python-version 3.11 --generate-hashes \
  --no-annotate --no-header --no-emit-index-url --quiet --upgrade
upgrade: | .venv/bin/python
	$(PIP) install 'uv>=0.8'
	$(COMPILE) --extra dev --output-file $(LOCK)/test.txt
	$(COMPILE) --constraint $(LOCK)/test.txt --output-file $(LOCK)/site.txt

# The tests against the newest packages that the ranges allow, beside the locked ones.
latest:
	$(PYTHON) -m venv --clear .venv-latest
	.venv-latest/bin/python -m pip --quiet --disable-pip-version-check install --editable '.[dev]'
	.venv-latest/bin/python -m pytest -q $(SPREAD)
