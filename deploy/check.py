"""Check the Dockerfile, the files that start containers and the locks as far as that goes without a container engine.

``python -m deploy.check [--offline]`` prints a line for each fact and exits 1 if one is wrong. What could not be
checked is said, with the reason, and is not an error.
"""

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version
from ruamel.yaml import YAML

from deploy.findings import Finding, Kind, fact, find_tool, ran
from deploy.pods import check_kubernetes, check_podman

COMPOSE = ("deploy/compose.yaml", "deploy/compose.postgres.yaml")
EXTRAS = ("cards", "postgres")
"""What the image has beyond the plain installation."""
PLATFORMS = ("x86_64-manylinux_2_28", "aarch64-manylinux_2_28")
_PYTHON = "3.12"
_LABELS = ("title", "description", "licenses", "version", "revision", "created")
_PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)(?:\s*;[^\\]+)?\s*\\?$")
_REGISTRY = re.compile(r"https?://\S+/simple\b|--(?:extra-)?index-url|--find-links|--trusted-host|index-url\s*=")
_SECRET = re.compile(r"^[A-Z]\w*(?:TOKEN|PASSWORD)$")
_OFFLINE = re.compile(r"Failed to fetch|Request failed|error sending request|dns error|network was disabled")


@dataclass(frozen=True, slots=True)
class Step:
    """An instruction of a Dockerfile: the number of its stage, from 0 (-1 before the first), its name, its words."""

    stage: int
    instruction: str
    words: str


def dockerfile(root: Path) -> list[Step]:
    """Give the instructions of the Dockerfile, each on one line, without comments."""
    text = re.sub(r"^\s*#.*\n", "", (root / "deploy/Dockerfile").read_text(encoding="utf-8"), flags=re.MULTILINE)
    steps: list[Step] = []
    stage = -1
    for line in re.sub(r"\\\n\s*", "", text).splitlines():
        if line.strip():
            instruction, _, words = line.partition(" ")
            stage += instruction == "FROM"
            steps.append(Step(stage, instruction, words))
    return steps


def untagged(root: Path) -> str:
    """Give the version that pyproject.toml states for a tree that knows of no tag."""
    stated: str = _pyproject(root)["tool"]["hatch"]["version"]["fallback-version"]
    return stated


def _pyproject(root: Path) -> dict[str, Any]:
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))


def services(root: Path, file: str) -> dict[str, Any]:
    """Give the services of a Compose file, anchors and merges resolved."""
    found: dict[str, Any] = YAML(typ="safe").load(root / file)["services"]
    return found


def locked(text: str) -> dict[str, set[Version]]:
    """Give the versions that a lock's text pins, by canonical name; there are several where the platform decides."""
    pins: dict[str, set[Version]] = {}
    for line in text.splitlines():
        if match := _PINNED.match(line):
            pins.setdefault(canonicalize_name(match[1]), set()).add(Version(match[2]))
    return pins


def check_image(root: Path) -> Iterator[Finding]:
    """Check the Dockerfile: what it is built from, and as whom and how the image runs."""
    steps = dockerfile(root)
    final = {step.instruction: step.words for step in steps if step.stage == steps[-1].stage}
    version = untagged(root)
    stages = [step.words.split() for step in steps if step.instruction == "FROM"]
    bases = {words[0] for words in stages} - {words[-1] for words in stages if len(words) == 3}
    hostless = all(re.fullmatch(r"python:[\w${}.-]+|scratch", base) for base in bases)
    yield fact(hostless, "base images are Python's own, without a registry's address")
    python = next((step.words for step in steps if step.instruction == "ARG" and step.stage == -1), "")
    yield fact(bool(re.fullmatch(r"PYTHON=3\.\d+-slim-[a-z]+", python)), "Python's and Debian's release are pinned")
    installs = [
        command for step in steps if step.instruction == "RUN" for command in step.words.split("&&") if "pip" in command
    ]
    installs = [command for command in installs if re.search(r"\bpip\b.* (?:install|wheel) ", command)]
    hashed = all("--no-index" in c or {"--require-hashes", "--only-binary"} <= set(c.split()) for c in installs)
    yield fact(bool(installs) and hashed, "nothing is installed but wheels that a lock names by hash")
    yield fact(bool(re.fullmatch(r"[1-9]\d*:[1-9]\d*", final.get("USER", ""))), "the image's user is not root")
    yield fact("umask 077 && exec " in final.get("ENTRYPOINT", ""), "what the bot writes only it may read")
    yield fact(final.get("STOPSIGNAL") == "SIGTERM", "the image is stopped by SIGTERM")
    health = final.get("HEALTHCHECK", "")
    asks = health[health.find("CMD") :] == 'CMD ["onrecord-bot", "health"]'
    yield fact(asks, "the health check asks the running bot")
    labelled = all(f"org.opencontainers.image.{label}=" in final.get("LABEL", "") for label in _LABELS)
    yield fact(labelled, "the image has its labels")
    given = [step.words for step in steps if step.instruction == "ARG" and step.words.startswith("VERSION")]
    yield fact(given[:1] == [f"VERSION={version}"], f"without a tag the image's version is pyproject.toml's, {version}")
    modern = [s for s in steps if "<<" in s.words or re.search(r"--link\b|--start-interval|--mount=", s.words)]
    yield fact(not modern, "buildah can build it: no heredoc, --link, --mount or --start-interval")
    yield ran("the Dockerfile passes hadolint", ["hadolint", "deploy/Dockerfile"], root)


def check_compose(root: Path, file: str) -> Iterator[Finding]:
    """Check a Compose file against the specification, and the rights and limits of each of its services."""
    given = (root / "deploy/.env.example").read_text(encoding="utf-8").splitlines()
    for name, service in services(root, file).items():
        limits = {"mem_limit", "pids_limit", "stop_grace_period"} <= service.keys()
        opened = {"privileged", "ports", "cap_add", "network_mode", "devices", "pid", "ipc"} & service.keys()
        image = service.get("image", "")
        facts = {
            "its root file system is read-only": service.get("read_only") is True,
            "it drops all capabilities": service.get("cap_drop") == ["ALL"],
            "it can gain no rights": "no-new-privileges:true" in service.get("security_opt", []),
            "it has limits of memory, processes and time to stop": limits,
            "its log is rotated": {"max-size", "max-file"} <= service.get("logging", {}).get("options", {}).keys(),
            "it has an init process": service.get("init") is True,
            "it is restarted": service.get("restart") == "unless-stopped",
            "nothing of it is open to the outside": not opened,
            "what is secret comes as files, and is not in its environment": not _secret_words(service, given)
            and ("build" not in service or "onrecord_token" in service.get("secrets", [])),
            "it is built here unless an image is named, or it has a pinned image, a user and a health check": (
                "build" in service and image == "${IMAGE:-onrecord}"
            )
            or bool(re.fullmatch(r"[a-z]+:\d[\w.-]*", image) and {"user", "healthcheck"} <= service.keys()),
        }
        for words, right in facts.items():
            yield fact(right, f"{file}, {name}: {words}")
    yield ran(
        f"{file} follows the Compose specification",
        ["check-jsonschema", "--builtin-schema", "vendor.compose-spec", file],
        root,
    )


def _secret_words(service: dict[str, Any], env_file: list[str]) -> list[str]:
    """Give the variables with secrets that a service has, by itself or by the example of its environment's file."""
    own = [f"{name}={value}" for name, value in service.get("environment", {}).items()]
    names = [line.partition("=")[0] for line in own + (env_file if "env_file" in service else [])]
    return [name for name in names if _SECRET.search(name)]


def check_locks(root: Path) -> Iterator[Finding]:
    """Check that the locks pin what pyproject.toml asks for, by hashes only."""
    project = _pyproject(root)
    extras = project["project"]["optional-dependencies"]
    wanted = {
        "requirements.lock": sum((extras[extra] for extra in EXTRAS), project["project"]["dependencies"]),
        "build.lock": project["build-system"]["requires"],
    }
    for name, lines in wanted.items():
        text = (root / "deploy" / name).read_text(encoding="utf-8")
        pins = locked(text)
        for requirement in map(Requirement, lines):
            versions = pins.get(canonicalize_name(requirement.name), set())
            if not versions or not all(requirement.specifier.contains(version) for version in versions):
                yield Finding(Kind.WRONG, f"{name} is out of date: {requirement}. Run deploy/lock.sh")
        entries = re.split(r"\n(?=[A-Za-z0-9])", text.strip())
        loose = [
            entry.split()[0] for entry in entries if not _PINNED.match(entry.split("\n")[0]) or "sha256:" not in entry
        ]
        yield fact(not loose, " ".join([f"{name} pins {len(entries)} releases by hash", *loose]))


def check_addresses(root: Path) -> Iterator[Finding]:
    """Check that no file of the build says where packages come from: that is the machine's business."""
    files = [root / "pyproject.toml", *sorted((root / "deploy").iterdir())]
    named = [
        f"{path.name}: {match[0]}"
        for path in files
        if path.is_file() and path.suffix not in {".py", ".sh"}
        for match in [_REGISTRY.search(path.read_text(encoding="utf-8"))]
        if match
    ]
    yield fact(not named, " ".join(["no file names a package registry", *named]))


def check_wheels(root: Path) -> Iterator[Finding]:
    """Resolve pyproject.toml against the lock for each platform, from wheels only; asks the package registry."""
    uv = find_tool("uv")
    pins = locked((root / "deploy/requirements.lock").read_text(encoding="utf-8"))
    for platform in PLATFORMS:
        words = f"each dependency has a wheel for {platform} and Python {_PYTHON}, and is in the lock"
        if uv is None:
            yield Finding(Kind.SKIPPED, f'{words}: uv is not installed (pip install -e ".[dev]")')
            continue
        command = [uv, "pip", "compile", "--quiet", "--no-header", "--no-annotate", "--only-binary", ":all:"]
        command += ["--python", sys.executable, "--python-platform", platform, "--python-version", _PYTHON]
        command += [word for extra in EXTRAS for word in ("--extra", extra)]
        command += ["--constraint", "deploy/requirements.lock", "pyproject.toml"]
        try:
            done = subprocess.run(command, cwd=root, text=True, capture_output=True, timeout=120, check=False)  # noqa: S603
        except subprocess.TimeoutExpired:
            yield Finding(Kind.SKIPPED, f"{words}: the package registry did not answer")
            continue
        if done.returncode == 0:
            missing = [name for name, found in locked(done.stdout).items() if not found <= pins.get(name, set())]
            yield fact(not missing, " ".join([words, *missing]))
        elif _OFFLINE.search(done.stderr):
            yield Finding(Kind.SKIPPED, f"{words}: the package registry was not reached")
        else:
            yield Finding(Kind.WRONG, f"{words}: {done.stderr.strip()}")


def findings(root: Path, *, online: bool) -> Iterator[Finding]:
    """Check all, in the repository at `root`; without `online`, only what needs no package registry."""
    yield from check_image(root)
    for file in COMPOSE:
        yield from check_compose(root, file)
    yield from check_kubernetes(root)
    yield from check_podman(root)
    yield from check_locks(root)
    yield from check_addresses(root)
    if online:
        yield from check_wheels(root)
    else:
        yield Finding(Kind.SKIPPED, "wheels for amd64 and arm64: told to stay offline")
    yield Finding(Kind.SKIPPED, "that it builds, starts and stays small: needs an engine; deploy/try.sh does it")


def main(arguments: list[str]) -> int:
    """Print what was found; exit code 1 if something is wrong."""
    found = list(findings(Path(__file__).parents[1], online="--offline" not in arguments))
    for finding in found:
        sys.stdout.write(f"{finding.kind}: {finding.words}\n")
    return int(any(finding.kind is Kind.WRONG for finding in found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
