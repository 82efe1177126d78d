"""Files for programs that build, check and publish a site when it is pushed: CI, pre-commit, containers."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from .. import __version__

_INSTALL = f'python -m pip install "palmarium=={__version__}"'
_PYTHON = "3.13"

_ACTIONS = """\
name: site
on:
  push:
    branches: [main]
  pull_request:
  workflow_dispatch:
permissions:
  contents: read
concurrency:
  group: site-${{ github.ref }}
jobs:
  build:
    runs-on: RUNNER
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "PYTHON"
      - name: Install Palmarium
        run: INSTALL
      # What the last build left: only what could have changed is made again.
      - uses: actions/cache@v4
        with:
          path: |
            .palmarium
            OUTPUT
          key: palmarium-${{ github.run_id }}-${{ github.run_attempt }}
          restore-keys: palmarium-
      # Problems are shown beside the lines of a pull request; an error ends it here.
      - name: Build
        run: palmarium build --format github
"""
_GITHUB_PAGES = """\
      - uses: actions/upload-pages-artifact@v3
        with:
          path: OUTPUT
  publish:
    if: github.ref == 'refs/heads/main'
    needs: build
    runs-on: RUNNER
    permissions:
      pages: write
      id-token: write
    environment:
      name: github-pages
      url: ${{ steps.pages.outputs.page_url }}
    steps:
      - uses: actions/deploy-pages@v4
        id: pages
"""
_ARTIFACT = """\
      - uses: actions/upload-artifact@v3
        with:
          name: site
          path: OUTPUT
"""
_GITLAB = """\
image: python:PYTHON-slim
stages: [build, publish]
variables:
  PIP_CACHE_DIR: $CI_PROJECT_DIR/.pip
# What the last build left: only what could have changed is made again.
cache:
  key: palmarium
  paths: [.palmarium, OUTPUT, .pip]
build:
  stage: build
  script:
    - INSTALL
    # Problems are shown beside the lines of a merge request; an error ends it here.
    - palmarium build --format gitlab > code-quality.json
  artifacts:
    when: always
    paths: [OUTPUT]
    reports:
      codequality: code-quality.json
pages:
  stage: publish
  script:
    - cp -r OUTPUT public
  artifacts:
    paths: [public]
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
"""
_PRE_COMMIT = """\
repos:
  - repo: local
    hooks:
      - id: palmarium-check
        name: check every fact against every other
        entry: palmarium check
        language: system
        files: ^(site\\.toml|urls\\.lock|content/|editions/|themes/)
        pass_filenames: false
"""
_CONTAINER = """\
# podman build -t palmarium . && podman run --rm -v "$PWD:/site:Z" palmarium build
FROM python:PYTHON-slim
RUN INSTALL --no-cache-dir
WORKDIR /site
ENTRYPOINT ["palmarium"]
CMD ["build"]
"""

PROGRAMS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "github": {".github/workflows/site.yml": _ACTIONS + _GITHUB_PAGES},
        "forgejo": {".forgejo/workflows/site.yml": _ACTIONS + _ARTIFACT},
        "gitlab": {".gitlab-ci.yml": _GITLAB},
        "pre-commit": {".pre-commit-config.yaml": _PRE_COMMIT},
        "container": {"Containerfile": _CONTAINER},
    }
)
"""The files of each program, by path below the root of a site."""

_RUNNERS = MappingProxyType({"github": "ubuntu-latest", "forgejo": "docker"})


def files(program: str, output: str) -> Mapping[str, str]:
    """The files of a program for a site that is built into the folder `output`."""
    words = {"RUNNER": _RUNNERS.get(program, ""), "PYTHON": _PYTHON, "INSTALL": _INSTALL, "OUTPUT": output}
    head = f"# Written by `palmarium tools {program}`, which replaces it; yours once you take this line away.\n"
    return {path: head + _filled(text, words) for path, text in PROGRAMS[program].items()}


def _filled(text: str, words: Mapping[str, str]) -> str:
    """A text with its words in capitals replaced by values."""
    return re.sub(r"\b(?:RUNNER|PYTHON|INSTALL|OUTPUT)\b", lambda word: words[word[0]], text)
