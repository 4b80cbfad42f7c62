"""Checks of what starts the image beside Compose: the Kubernetes manifest, and the unit of Podman and systemd."""

import re
from collections.abc import Iterator
from configparser import ConfigParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import kubernetes_validate
from ruamel.yaml import YAML

from deploy.findings import Finding, fact

OLDEST = "1.30"
"""The version of Kubernetes from which on the manifest is one."""
_ACCOUNT = 10001


def manifest(root: Path) -> list[dict[str, Any]]:
    """Give the documents of the Kubernetes manifest."""
    return list(YAML(typ="safe").load_all(root / "deploy/kubernetes.yaml"))


def check_kubernetes(root: Path) -> Iterator[Finding]:
    """Check the manifest against the schemas of the oldest and the newest version, and its pod's rights and limits."""
    documents = manifest(root)
    for version in (OLDEST, kubernetes_validate.latest_version()):
        for document in documents:
            fault = _misfit(document, version)
            words = f"kubernetes.yaml: its {document.get('kind')} is right for Kubernetes {version}"
            yield fact(fault is None, f"{words}: {fault}" if fault else words)
    deployment = next(each["spec"] for each in documents if each["kind"] == "Deployment")
    pod = deployment["template"]["spec"]
    (container,) = pod["containers"]
    rights, own = pod.get("securityContext", {}), container.get("securityContext", {})
    mounts = {mount["mountPath"]: mount for mount in container.get("volumeMounts", [])}
    facts = {
        "one process has the file at a time": (deployment.get("replicas"), deployment.get("strategy"))
        == (1, {"type": "Recreate"}),
        "it runs as the image's account, and the volume is that one's": rights.get("runAsNonRoot") is True
        and {rights.get("runAsUser"), rights.get("runAsGroup"), rights.get("fsGroup")} == {_ACCOUNT},
        "its root file system is read-only": own.get("readOnlyRootFilesystem") is True,
        "it drops all capabilities": own.get("capabilities") == {"drop": ["ALL"]},
        "it can gain no rights": own.get("allowPrivilegeEscalation") is False,
        "it has no token of the cluster": pod.get("automountServiceAccountToken") is False,
        "its memory has a limit": "memory" in container.get("resources", {}).get("limits", {}),
        "its image has a version and no registry's address": bool(
            re.fullmatch(r"onrecord:\d[\w.-]*", container["image"])
        ),
        "what is secret comes as files": mounts.get("/run/secrets", {}).get("readOnly") is True
        and "env" not in container,
        "nothing of it is open to the outside": "ports" not in container
        and not any(each["kind"] in {"Service", "Ingress"} for each in documents),
    }
    for words, right in facts.items():
        yield fact(right, f"kubernetes.yaml: {words}")


def _misfit(document: dict[str, Any], version: str) -> str | None:
    """Say how a document differs from that version's schema."""
    try:
        kubernetes_validate.validate(document, version, strict=True)
    except (kubernetes_validate.ValidationError, kubernetes_validate.SchemaNotFoundError) as error:
        return str(error)
    return None


def check_podman(root: Path) -> Iterator[Finding]:
    """Check the rights and limits of the container that Podman makes of the unit."""
    unit = ConfigParser(interpolation=None)
    unit.optionxform = str  # type: ignore[assignment,method-assign] -- as its documentation has it
    unit.read_string((root / "deploy/onrecord.container").read_text(encoding="utf-8"))
    container = unit["Container"]
    limits = dict(pairwise(re.split(r"[ =]", container.get("PodmanArgs", ""))))
    facts = {
        "its root file system is read-only": container.get("ReadOnly") == "true",
        "it drops all capabilities": container.get("DropCapability") == "all",
        "it can gain no rights": container.get("NoNewPrivileges") == "true",
        "it has limits of memory, processes and time to stop": {"--memory", "--stop-timeout"} <= limits.keys()
        and "PidsLimit" in container,
        "it has an init process": container.get("RunInit") == "true",
        "it is restarted": unit["Service"].get("Restart") == "always",
        "what is secret comes as a file": container.get("Secret") == "onrecord_token"
        and "Environment" not in container,
        "nothing of it is open to the outside": not {"PublishPort", "Network", "AddDevice"} & set(container),
        "its image was built here": container.get("Image") == "localhost/onrecord",
    }
    for words, right in facts.items():
        yield fact(right, f"onrecord.container: {words}")
