"""Make a release: wheel, source, image, checksums and notes, all in ``dist/VERSION``; nothing is sent anywhere.

``python deploy/release.py [--image NAME] [--dry-run]``, in the development environment, on the commit of a tag
``vVERSION``. The image is for amd64 and arm64, by docker buildx or buildah, as an archive that both can load; NAME is
what it is called in it. A dry run builds the rest in a folder that goes, needs no tag, and says what is amiss and what
would be run. Exit code 1 if a release cannot be made of this tree.
"""

import argparse
import hashlib
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

PLATFORMS = "linux/amd64,linux/arm64"
PACKAGES = ("index", "bot")
_HEADING = re.compile(r"^## \[(?P<version>[^\]]+)\] - (?P<day>.+)$", re.MULTILINE)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Notes:
    """What CHANGELOG.md says of its newest version: its number, its day ("unreleased" before it has one), its words."""

    version: str
    day: str
    words: str


@dataclass(frozen=True, slots=True)
class Commit:
    """What is checked out: its tags, whether all is committed, its hash, and its moment; nothing without git."""

    tags: tuple[str, ...] = ()
    clean: bool = False
    revision: str = ""
    moment: datetime | None = None


def newest(changelog: str) -> Notes:
    """Give the newest version of a changelog.

    Raises
    ------
    ValueError
        If there is none.
    """
    headings = list(_HEADING.finditer(changelog))
    if not headings:
        raise ValueError("CHANGELOG.md has no heading of the form: ## [1.2.3] - 2026-01-31")
    end = headings[1].start() if len(headings) > 1 else len(changelog)
    words = changelog[headings[0].end() : end].strip()
    return Notes(headings[0]["version"], headings[0]["day"], words)


def commit_of(root: Path) -> Commit:
    """Look at what is checked out at `root`; a copy without a repository of its own has no commit."""
    if not (root / ".git").exists() or shutil.which("git") is None:
        return Commit()

    def git(*words: str) -> str:
        return subprocess.check_output(["git", *words], cwd=root, text=True).strip()  # noqa: S603, S607

    moment = datetime.fromtimestamp(int(git("log", "-1", "--format=%ct")), UTC)
    tags = tuple(git("tag", "--points-at", "HEAD").split())
    return Commit(tags, not git("status", "--porcelain"), git("rev-parse", "HEAD"), moment)


def amiss(notes: Notes, commit: Commit) -> Iterator[str]:
    """Say what stands in the way of a release, each with what to do."""
    if not _DAY.fullmatch(notes.day):
        yield f"CHANGELOG.md does not date {notes.version}: write the day in place of “{notes.day}” and commit it"
    if commit.revision and not commit.clean:
        yield "something is not committed: commit it, or put it away"
    if f"v{notes.version}" not in commit.tags:
        yield f"this commit has no tag v{notes.version}: git tag --annotate v{notes.version}"


def misfit(wheel: Path, root: Path) -> list[str]:
    """Give the files that only one of a wheel's packages and those below `root` has, a leading + for the wheel's."""
    with zipfile.ZipFile(wheel) as opened:
        packed = {name for name in opened.namelist() if name.split("/")[0] in PACKAGES}
    there = {
        path.relative_to(root).as_posix()
        for package in PACKAGES
        for path in (root / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    return sorted([f"+{name}" for name in packed - there] + [f"-{name}" for name in there - packed])


def image_commands(name: str, notes: Notes, commit: Commit, archive: Path, *, buildx: bool) -> list[list[str]]:
    """Give the commands that build the image for all platforms into `archive`, by buildx or else by buildah."""
    tag = f"{name}:{notes.version}"
    created = (commit.moment or datetime.now(UTC)).isoformat()
    given = {"VERSION": notes.version, "REVISION": commit.revision, "CREATED": created}
    same = ["--platform", PLATFORMS, "--file", "deploy/Dockerfile"]
    same += [word for key, value in given.items() for word in ("--build-arg", f"{key}={value}")]
    if buildx:
        return [["docker", "buildx", "build", *same, "--tag", tag, "--output", f"type=oci,dest={archive}", "."]]
    # Its own format by default has no health check.
    build = ["buildah", "build", *same, "--format", "docker", "--manifest", tag, "."]
    return [build, ["buildah", "manifest", "push", "--all", tag, f"oci-archive:{archive}:{tag}"]]


def has_buildx() -> bool:
    """Whether docker is here with buildx and its engine answers."""
    if shutil.which("docker") is None:
        return False
    return subprocess.run(["docker", "buildx", "inspect"], capture_output=True, check=False).returncode == 0  # noqa: S607


def sums(folder: Path) -> str:
    """Give the checksums of all files in `folder`, as ``sha256sum --check`` reads them."""
    return "".join(
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in sorted(folder.iterdir())
    )


def _run(command: Sequence[str], root: Path, **environment: str) -> None:
    sys.stdout.write(f"$ {shlex.join(command)}\n")
    sys.stdout.flush()
    subprocess.run(command, cwd=root, env=os.environ | environment, check=True)  # noqa: S603 -- what is said above


def build(root: Path, folder: Path, notes: Notes, commit: Commit) -> list[str]:
    """Put wheel, source and notes into `folder`; what is wrong with the wheel."""
    environment = {"SETUPTOOLS_SCM_PRETEND_VERSION": notes.version}
    if commit.moment is not None:
        environment["SOURCE_DATE_EPOCH"] = str(int(commit.moment.timestamp()))  # who builds it again gets the same
    build = [sys.executable, "-m", "uv", "build", "--quiet", "--build-constraints", "deploy/build.lock"]
    _run([*build, "--require-hashes", "--out-dir", str(folder)], root, **environment)
    (folder / ".gitignore").unlink(missing_ok=True)  # uv's
    (folder / "NOTES.md").write_text(f"{notes.words}\n", encoding="utf-8")
    (wheel,) = folder.glob("*.whl")
    wrong = misfit(wheel, root)
    if f"-{notes.version}-" not in wheel.name:
        wrong.append(f"the wheel is of another version: {wheel.name}")
    return wrong


def _image(root: Path, folder: Path, notes: Notes, commit: Commit, *, name: str, dry: bool) -> list[str]:
    """Build the image into `folder`, or say how; what is wrong."""
    buildx = has_buildx()
    if not buildx and shutil.which("buildah") is None and not dry:
        return ["the image needs docker buildx or buildah, and neither is here"]
    archive = folder / f"onrecord-{notes.version}-image.tar"
    for command in image_commands(name, notes, commit, archive, buildx=buildx):
        if dry:
            sys.stdout.write(f"would run: {shlex.join(command)}\n")
        else:
            _run(command, root)
    return []


def main(arguments: Sequence[str]) -> int:
    """Make the release, or try it; exit code 1 if it cannot be made."""
    parser = argparse.ArgumentParser(description="Make a release of the tagged commit that is checked out.")
    parser.add_argument("--image", default="onrecord", help="what the image is called, without a version")
    parser.add_argument("--dry-run", action="store_true", help="build all but the image, and leave nothing")
    chosen = parser.parse_args(arguments)
    root = Path(__file__).parents[1]
    notes = newest((root / "CHANGELOG.md").read_text(encoding="utf-8"))
    commit = commit_of(root)
    hindrances = list(amiss(notes, commit))
    for hindrance in hindrances:
        sys.stdout.write(f"{'before the release' if chosen.dry_run else 'no release'}: {hindrance}\n")
    if hindrances and not chosen.dry_run:
        return 1
    with tempfile.TemporaryDirectory() as dropped:
        folder = Path(dropped) if chosen.dry_run else root / "dist" / notes.version
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        try:
            wrong = build(root, folder, notes, commit)
            wrong += _image(root, folder, notes, commit, name=chosen.image, dry=chosen.dry_run)
        except subprocess.CalledProcessError as error:
            wrong = [f"{error.cmd[0]} failed, exit code {error.returncode}; what it said stands above"]
        checksums = sums(folder)
        (folder / "SHA256SUMS").write_text(checksums, encoding="utf-8")
        sys.stdout.write(checksums)
    for words in wrong:
        sys.stdout.write(f"wrong: {words}\n")
    if not wrong and not chosen.dry_run:
        sys.stdout.write(f"All is in {folder}. Send it, and git push origin v{notes.version}\n")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
