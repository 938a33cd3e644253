#!/bin/sh
# Set up and run every test: lint, types, unit, golden, conformance, browser. A fresh machine with Python 3.11 is enough.
# What only runs with more (a browser) is installed where the machine can; where not, its tests say so loudly.
set -eu
cd "$(dirname "$0")/.."

python=${PYTHON:-python3}
venv=${VENV:-.venv}
[ -x "$venv/bin/python" ] || "$python" -m venv "$venv"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --editable '.[dev]'

if ! command -v chromium >/dev/null || ! command -v chromedriver >/dev/null || ! command -v rapper >/dev/null; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        echo "installing the browser and the second Turtle parser for their tests" >&2
        { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
            chromium chromium-driver fonts-noto-cjk raptor2-utils; } >/dev/null ||
            echo "NOT INSTALLED: their tests will be skipped (or fail under CI)" >&2
    else
        echo "NOT INSTALLED: no chromium, chromedriver or rapper here and no right to install them; their tests are skipped" >&2
    fi
fi

"$venv/bin/ruff" check kg tests scripts
"$venv/bin/ruff" format --check --quiet kg tests scripts
"$venv/bin/mypy"
exec "$venv/bin/python" -m pytest -n "${JOBS:-2}" -rs "$@"
