"""What a release is made of, and what stands in its way; .ci/run tries a whole one."""

import shutil
import subprocess
import tomllib
import zipfile
from pathlib import Path

import pytest

from deploy.check import untagged
from deploy.release import PACKAGES, Commit, Notes, amiss, commit_of, image_commands, misfit, newest, sums

ROOT = Path(__file__).parents[2]
NOTES = Notes("1.2.0", "2026-03-04", "- Pears.")


def git(folder: Path, *words: str) -> None:
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    subprocess.run(["git", *identity, *words], cwd=folder, check=True, capture_output=True)


def test_the_notes_are_what_the_changelog_says_of_its_newest_version() -> None:
    text = "# Changelog\n\n## [1.2.0] - 2026-03-04\n\n### Added\n\n- Pears.\n\n## [1.1.0] - 2026-01-02\n\n- Plums.\n"
    assert newest(text) == Notes("1.2.0", "2026-03-04", "### Added\n\n- Pears.")
    with pytest.raises(ValueError, match="no heading"):
        newest("# Changelog\n")


def test_a_tree_without_a_tag_is_on_the_way_to_the_newest_version() -> None:
    notes = newest((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))
    assert untagged(ROOT) == f"{notes.version}.dev0"
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert tuple(project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]) == PACKAGES


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_a_release_needs_a_day_a_clean_tree_and_its_tag(tmp_path: Path) -> None:
    git(tmp_path, "init")
    (tmp_path / "a").write_text("a")
    assert commit_of(tmp_path / "a") == Commit()
    git(tmp_path, "add", "a")
    git(tmp_path, "commit", "--message", "A")
    (tmp_path / "b").write_text("b")
    words = list(amiss(Notes("1.2.0", "unreleased", ""), commit_of(tmp_path)))
    assert [line.split(":")[0] for line in words] == [
        "CHANGELOG.md does not date 1.2.0",
        "something is not committed",
        "this commit has no tag v1.2.0",
    ]
    (tmp_path / "b").unlink()
    git(tmp_path, "tag", "v1.2.0")
    commit = commit_of(tmp_path)
    assert (commit.tags, list(amiss(NOTES, commit))) == (("v1.2.0",), [])
    assert commit.moment is not None
    assert len(commit.revision) == 40


def test_a_wheel_has_the_packages_files_and_no_deleted_one(tmp_path: Path) -> None:
    for name in ("index/a.py", "index/__pycache__/a.pyc", "bot/b.ftl", "tests/c.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    wheel = tmp_path / "a.whl"
    with zipfile.ZipFile(wheel, "w") as made:
        for name in ("index/a.py", "index/deleted.py", "a.dist-info/RECORD"):
            made.writestr(name, "")
    assert misfit(wheel, tmp_path) == ["+index/deleted.py", "-bot/b.ftl"]


@pytest.mark.parametrize("buildx", [True, False])
def test_the_image_is_built_for_both_processors_with_its_version(*, buildx: bool) -> None:
    commands = image_commands("onrecord", NOTES, Commit(revision="abc"), Path("image.tar"), buildx=buildx)
    first, last = " ".join(commands[0]), " ".join(commands[-1])
    assert "--platform linux/amd64,linux/arm64" in first
    assert "--build-arg VERSION=1.2.0 --build-arg REVISION=abc" in first
    assert "onrecord:1.2.0" in first
    assert "image.tar" in last


def test_the_checksums_are_those_that_sha256sum_reads(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"a")
    (tmp_path / "SHA256SUMS").write_text(sums(tmp_path))
    subprocess.run(["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=tmp_path, check=True, capture_output=True)
