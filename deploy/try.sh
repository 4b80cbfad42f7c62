#!/usr/bin/env bash
# Build the image, run it as compose.yaml does (read-only, no capabilities, not root) but without a network, and print
# its size and how soon it answers. With Docker or Podman; where there is neither a registry nor an engine, give a
# program that builds and runs over a stand-in base: ENGINE=../shared/tools/build_image.sh deploy/try.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
tag=onrecord:try engine=${ENGINE:-}

if [[ -n $engine ]]; then
    build() { bash "$engine" build "$PWD" deploy/Dockerfile "$tag"; }
    inspect() { bash "$engine" podman image inspect "$tag" --format "$1" 2>/dev/null; }
    run() { bash "$engine" run "$tag" --memory 1g "$@"; }
else
    engine=$(command -v docker || command -v podman)
    build() { "$engine" build --file deploy/Dockerfile --tag "$tag" .; }
    inspect() { "$engine" image inspect "$tag" --format "$1"; }
    run() {
        local options=()
        while [[ $1 != -- ]]; do options+=("$1") && shift; done
        "$engine" run --rm --read-only --cap-drop ALL --security-opt no-new-privileges --network none --memory 1g \
            --tmpfs /tmp "${options[@]}" "$tag" "${@:2}"
    }
fi
timed() { # DESCRIPTION COMMAND...: seconds until it has said something, the container's own start in them
    local from=$EPOCHREALTIME to=""
    while read -r _; do to=${to:-$EPOCHREALTIME}; done < <("${@:2}" 2>/dev/null)
    [[ -n $to ]] || { echo "failed: $1" >&2 && exit 1; }
    awk -v from="$from" -v to="$to" -v what="$1" 'BEGIN { printf "%s: %.1f s\n", what, to - from }'
}
fails() { # DESCRIPTION COMMAND...
    ! "${@:2}" >/dev/null 2>&1 || { echo "did not fail: $1" >&2 && exit 1; }
    echo "$1: refused"
}

build >/dev/null
echo "size: $(($(inspect '{{.Size}}') / 1000000)) MB"
run --entrypoint python -- -c '
import os
for what, top in ("ours", "/opt/onrecord"), ("Python", "/usr/local"), ("system", "/usr/lib"):
    size = sum(os.lstat(os.path.join(at, name)).st_size for at, _, names in os.walk(top) for name in names)
    print(f"  of which {what}: {size / 1e6:.0f} MB")
print(f"user: {os.getuid()}")' 2>/dev/null
timed "an empty program, for comparison" run --entrypoint id --
timed "settings and database checked" run --env ONRECORD_TOKEN=none -- check
timed "first question answered" run --entrypoint onrecord -- ask "What did Tom Ashgrove tell Channel 9?"
fails "a write outside /data and /tmp" run --entrypoint sh -- -c 'echo >/opt/onrecord/file'
fails "health while no bot runs" run --env ONRECORD_TOKEN=none -- health
