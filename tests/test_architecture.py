"""The house keeps its shape: imports one way, light to import, all of it shipped, no loans."""

from __future__ import annotations

import ast
import configparser
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ORDER = ("corpus", "claims", "reports", "reconcile")
"""Each may import those before it, and itself."""
HEAVY = frozenset({"sentence_transformers", "spacy", "torch", "transformers"})
"""Seconds to import: on use only, inside the function that needs it."""
SLOW = HEAVY | {"pandas", "trafilatura"}
"""Nothing of these may come with the records, the reports or the command's first line."""
LIGHT = ("corpus", "claims.records", "reports", "reconcile")
SHARED = ROOT.parent / "shared"


def _modules() -> list[Path]:
    return sorted(path for name in ORDER for path in (ROOT / name).rglob("*.py"))


def _relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _imported(node: ast.AST) -> Iterator[str]:
    """Top-level names of the modules that an import statement names; nothing for other nodes."""
    if isinstance(node, ast.Import):
        yield from (alias.name.split(".")[0] for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
        yield node.module.split(".")[0]


def _at_import_time(node: ast.AST) -> Iterator[ast.AST]:
    """Nodes that run when the module is imported: not function bodies, not type checking."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
            yield from (n for other in child.orelse for n in (other, *_at_import_time(other)))
            continue
        yield child
        yield from _at_import_time(child)


def upward_imports(source: str, package: str) -> list[str]:
    """Packages of the house that ``source``, a module of ``package``, imports but may not."""
    forbidden = {*ORDER[ORDER.index(package) + 1 :], "tests", "benchmarks"}
    nodes = ast.walk(ast.parse(source))
    return sorted({name for node in nodes for name in _imported(node)} & forbidden)


def heavy_imports(source: str) -> list[str]:
    """Heavy libraries that ``source`` imports when it is itself imported."""
    nodes = _at_import_time(ast.parse(source))
    return sorted({name for node in nodes for name in _imported(node)} & HEAVY)


@pytest.mark.parametrize(
    ("source", "package", "expected"),
    [
        ("from claims.records import Claim", "corpus", ["claims"]),
        ("import reconcile.judge as judge", "reports", ["reconcile"]),
        ("def f():\n    from reports import html", "claims", ["reports"]),
        ("if TYPE_CHECKING:\n    from claims.records import Claim", "corpus", ["claims"]),
        ("import tests.help", "reconcile", ["tests"]),
        ("from corpus.records import Article", "claims", []),
        ("import claims_of_others, json", "corpus", []),
        ("from . import claims", "corpus", []),
        ('"""import reconcile"""', "corpus", []),
    ],
)
def test_upward_imports_are_seen(source: str, package: str, expected: list[str]) -> None:
    assert upward_imports(source, package) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("import torch", ["torch"]),
        ("from spacy.tokens import Doc", ["spacy"]),
        ("try:\n    import torch.nn\nexcept ImportError:\n    pass", ["torch"]),
        ("class A:\n    import spacy", ["spacy"]),
        ("if TYPE_CHECKING:\n    pass\nelse:\n    import torch", ["torch"]),
        ("if TYPE_CHECKING:\n    from spacy.tokens import Doc", []),
        ("if typing.TYPE_CHECKING:\n    import torch", []),
        ("def f():\n    import torch", []),
        ("import torchlight", []),
    ],
)
def test_heavy_imports_are_seen(source: str, expected: list[str]) -> None:
    assert heavy_imports(source) == expected


@pytest.mark.parametrize("path", _modules(), ids=_relative)
def test_imports_run_one_way_and_light(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert upward_imports(source, path.relative_to(ROOT).parts[0]) == []
    assert heavy_imports(source) == []


@pytest.mark.parametrize("module", LIGHT)
def test_importing_loads_nothing_slow(module: str) -> None:
    """In a fresh interpreter, so that what libraries import in their turn counts as well."""
    code = f"import sys, {module}; print(*sorted({set(SLOW)!r} & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == []


def _setup() -> configparser.ConfigParser:
    setup = configparser.ConfigParser()
    setup.read(ROOT / "setup.cfg", encoding="utf-8")
    return setup


def test_setup_lists_every_package() -> None:
    listed = _setup()["options"]["packages"].split()
    folders = {path.parent for path in _modules()}
    assert sorted(listed) == sorted(_relative(folder).replace("/", ".") for folder in folders)
    assert [_relative(f) for f in sorted(folders) if not (f / "__init__.py").exists()] == []


def test_setup_ships_every_data_file() -> None:
    data = _setup()["options.package_data"]
    shipped = {
        path
        for package, patterns in data.items()
        for pattern in re.split(r"[,\s]+", patterns.strip())
        for path in (ROOT / package.replace(".", "/")).glob(pattern)
    }
    files = {p for name in ORDER for p in (ROOT / name).rglob("*") if p.is_file()}
    left = {p for p in files - shipped if p.suffix not in {".py", ".pyc"}}
    assert sorted(map(_relative, left)) == []


WORDS_OF_A_LOAN = 12
"""So many words in a row are no accident."""


def shingles(text: str) -> Iterator[tuple[str, ...]]:
    """Every run of twelve words; punctuation, case, and the way lines break do not count."""
    words = re.findall(r"\w+", text.lower())
    return zip(*(words[i:] for i in range(WORDS_OF_A_LOAN)), strict=False)


def _project_files() -> list[Path]:
    """Files of the project as git sees them, without the ignored ones."""
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(listing, cwd=ROOT, capture_output=True, text=True, check=True)
    return [path for name in done.stdout.split("\0") if name and (path := ROOT / name).is_file()]


def _strings(value: object) -> Iterator[str]:
    """All strings inside a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _strings(inner)


def _lent_texts() -> Iterator[str]:
    for path in sorted((SHARED / "seeds").glob("*.txt")):
        yield path.read_text(encoding="utf-8")
    for path in sorted((SHARED / "eval").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield from _strings(json.loads(line))


def test_a_loan_is_seen_through_case_and_line_breaks() -> None:
    ours = 'note = "One two three, four five\n  six seven EIGHT nine ten eleven twelve."'
    theirs = "Zero one two three four five six seven eight nine ten eleven twelve"
    assert set(shingles(ours)) & set(shingles(theirs))
    assert not set(shingles(ours)) & set(shingles(theirs.removesuffix(" twelve")))


@pytest.mark.skipif(
    not (SHARED / "eval").is_dir() or not (ROOT / ".git").exists(),
    reason="no evaluation data beside the project",
)
def test_no_text_is_borrowed_from_the_evaluation_data() -> None:
    """Reads the data that is only for measuring, to show that none of it is in the project."""
    ours: dict[tuple[str, ...], str] = {}
    for path in _project_files():
        for shingle in shingles(path.read_text(encoding="utf-8", errors="replace")):
            ours.setdefault(shingle, _relative(path))
    found = {
        (ours[shingle], " ".join(shingle))
        for text in _lent_texts()
        for shingle in shingles(text)
        if shingle in ours
    }
    assert sorted(found) == []
