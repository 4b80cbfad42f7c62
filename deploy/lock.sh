#!/usr/bin/env bash
# Pin what the image is made of: writes requirements.lock (what it runs) and build.lock (what builds the wheel) anew
# from pyproject.toml, for every platform and Python at once, each file of each release by its hash. Needs `uv`
# (pip install uv). Versions already in a lock stay while pyproject.toml allows them; --upgrade takes the newest.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

uv=(uv)
command -v uv >/dev/null || uv=(python3 -m uv)
pin() {
    "${uv[@]}" pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
        --no-emit-find-links --no-header --annotation-style line "$@" >/dev/null
}

pin "$@" --extra cards --extra postgres --output-file deploy/requirements.lock pyproject.toml
python3 -c "import tomllib; print(*tomllib.load(open('pyproject.toml', 'rb'))['build-system']['requires'], sep='\n')" |
    pin "$@" --output-file deploy/build.lock -
