#!/usr/bin/env bash
# Write requirements.lock anew from pyproject.toml: every platform, Python 3.11 to 3.13, with hashes, and without the
# address of any package index, so that whoever installs decides where the files come from.
set -euo pipefail
cd "$(dirname "$0")/.."

command -v uv >/dev/null || { echo "make lock needs uv." >&2; exit 1; }
uv pip compile pyproject.toml --all-extras --universal --python-version 3.11 --generate-hashes --upgrade \
    --no-header --no-emit-index-url --no-emit-find-links --quiet --output-file requirements.lock
