#!/usr/bin/env bash
# Check the image and the Compose files as far as that goes without a container engine; see check.py.
# Needs the development environment: pip install -e ".[dev]"
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
python=python3
[[ ! -x .venv/bin/python ]] || python=.venv/bin/python
exec "$python" -m deploy.check "$@"
