"""`.venv`: made by the standard venv module, filled by uv from locked files whose every line has a hash."""

import shutil
import sys
from pathlib import Path

from tools.setup import distribution
from tools.setup.shell import ROOT, SetupFailed, answer, run, say, succeeds

VENV = ROOT / ".venv"
REQUIREMENTS = ROOT / "requirements"
COMPILE = (
    "--universal", "--python-version", "3.11", "--generate-hashes", "--no-header",
    "--no-emit-index-url", "--no-emit-find-links", "--no-config", "--quiet",
    "--custom-compile-command", "make lock",
)  # fmt: skip


def python_of(venv: Path) -> Path:
    """The interpreter of a virtual environment."""
    return venv / "bin" / "python"


def uv() -> Path:
    """The uv of our own environment."""
    return VENV / "bin" / "uv"


def make_venv(venv: Path) -> None:
    """Create a virtual environment with pip when it is not there yet."""
    if not answer([python_of(venv), "-c", "print(1)"]):
        say(f"creating {venv.relative_to(ROOT)} with Python {sys.version.split()[0]}")
        if not answer([sys.executable, "-c", "import ensurepip, venv; print(1)"]):
            distribution.install("python3-venv", why="this Python came without its venv module")
        run([sys.executable, "-m", "venv", "--clear", venv])
    if not answer([python_of(venv), "-m", "pip", "--version"]):
        run([python_of(venv), "-m", "ensurepip", "--upgrade", "--default-pip"])


def install_tools() -> None:
    """Install uv and the build backend, at their locked versions, by the pip that every venv has."""
    make_venv(VENV)
    run([*_pip(VENV), "-r", REQUIREMENTS / "tools.txt"])


def install(kind: str) -> None:
    """Install `requirements/<kind>.txt` and then the package itself, editable, without looking for dependencies."""
    locked = REQUIREMENTS / f"{kind}.txt"
    if not locked.is_file():
        raise SetupFailed(f"setup: requirements/{kind}.txt is missing; `make lock` writes it")
    say(f"installing requirements/{kind}.txt")
    fill(VENV, locked)
    editable = ["--no-deps", "--no-build-isolation", "--quiet", "-e", "."]
    if not succeeds([uv(), "pip", "install", "--python", python_of(VENV), *editable], env=_UV):
        run([python_of(VENV), "-m", "pip", "install", *editable])


def fill(venv: Path, locked: Path) -> None:
    """Install a locked file; by pip when uv cannot reach the index (pip may know a mirror that uv does not)."""
    python = python_of(venv)
    by_uv = [str(uv()), "pip", "install", "--python", str(python), "--require-hashes", "--quiet", "-r", str(locked)]
    if not succeeds(by_uv, env=_UV):
        say("uv did not manage it; trying pip with the same hashes")
        run([*_pip(venv), "-r", locked])


def install_beside(name: str) -> None:
    """Install `requirements/<name>.txt` into a folder of its own below `.venv`, where nothing else finds it."""
    folder, locked = VENV / name, REQUIREMENTS / f"{name}.txt"
    say(f"installing requirements/{name}.txt into {folder.relative_to(ROOT)}")
    shutil.rmtree(folder, ignore_errors=True)
    target = ["--target", str(folder), "--require-hashes", "--quiet", "-r", str(locked)]
    if not succeeds([uv(), "pip", "install", "--python", python_of(VENV), *target], env=_UV):
        say("uv did not manage it; trying pip with the same hashes")
        run([*_pip(VENV), *target])


def lock() -> None:
    """Compile every locked file from `pyproject.toml` and `requirements/*.in`."""
    run_txt, project = "requirements/run.txt", ("pyproject.toml", "--extra", "learn")
    _compile(*project, output=run_txt)
    _compile(*project, "--group", "dev", "-c", run_txt, output="requirements/dev.txt")
    _compile(*project, "--group", "dev", "--group", "bench", "-c", run_txt, output="requirements/bench.txt")
    for name in ("tools", "node", "sdk-old"):
        _compile(f"requirements/{name}.in", output=f"requirements/{name}.txt")


def _compile(*arguments: str, output: str) -> None:
    say(f"locking {output}")
    run([uv(), "pip", "compile", *arguments, *COMPILE, "-o", output], env=_UV)


def _pip(venv: Path) -> list[str | Path]:
    quiet = ["--quiet", "--quiet", "--disable-pip-version-check"]
    return [python_of(venv), "-m", "pip", "install", *quiet, "--require-hashes"]


_UV = {"UV_PYTHON_DOWNLOADS": "never"}
