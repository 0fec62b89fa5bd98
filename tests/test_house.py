"""The rules of the house that a machine can hold."""

import ast
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import witness
from witness.report.notebooks import paths

ROOT = Path(__file__).parents[1]
LIBRARY = ROOT / "lib" / "witness"
MODULES = sorted(LIBRARY.rglob("*.py"))
VOCABULARY = LIBRARY / "vocabulary.toml"

# What the library has code for, in lines at most. A module in no part reads and judges; one in a folder shows it.
_MOST = {"judges": 5831, "shows": 3146, "classroom": 978, "collections": 539}
_PARTS = {
    name: part
    for part, names in {
        "shows": "markup.py charts.py excerpts.py",
        "classroom": "pointers.py answers.py exercises.py views/exercises.py views/handouts.py report/classroom.py "
        "report/key.py",
        "collections": "archive.py collection.py spark.py",
    }.items()
    for name in names.split()
}

# A module may import what stands above it. `report` and `views` are folders whose modules may import each other.
ORDER = (
    "errors spans languages articles furniture wraps lines titles pictures headings lists boxes layout segments "
    "webpage curation corpus kernels passages speech people marks paragraphs stage attribution blocks quotations "
    "versions names times numbers claims differences coverage wording outlets dependence findings excerpts pointers "
    "answers exercises markup tables charts views archive collection spark report"
).split()
PURE = ORDER[: ORDER.index("markup")]


def subject(path: Path) -> str:
    return path.relative_to(LIBRARY).parts[0].removesuffix(".py")


def imports(path: Path) -> set[str]:
    """The full names that a module imports, also within its functions."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def code_lines(path: Path) -> int:
    """The lines that are neither blank, nor comment, nor docstring."""
    text = path.read_text(encoding="utf-8")
    told: set[int] = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            told |= set(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    lines = enumerate(text.splitlines(), 1)
    return sum(1 for number, line in lines if number not in told and line.strip() and not line.strip().startswith("#"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(LIBRARY)))
def test_imports_go_towards_the_ground(path):
    mine = subject(path)
    if mine in ("__init__", "__main__"):
        return
    for name in imports(path):
        parts = name.split(".")
        if parts[0] == "witness" and len(parts) > 1 and parts[1] in ORDER and parts[1] != mine:
            assert ORDER.index(parts[1]) < ORDER.index(mine), f"{mine} may not import {parts[1]}"


@pytest.mark.parametrize("path", [path for path in MODULES if subject(path) in PURE], ids=lambda path: path.name)
def test_the_heart_knows_no_display(path):
    heads = {name.split(".")[0] for name in imports(path)}
    assert not heads & {"pandas", "matplotlib", "ipywidgets", "anywidget", "markupsafe", "jinja2", "nbconvert"}
    assert "numpy" not in heads or path.name == "kernels.py"


def test_importing_witness_is_light():
    packages = "'pandas', 'numpy', 'matplotlib', 'IPython', 'pyarrow', 'pyspark'"
    heavy = f"import sys, witness; print([m for m in ({packages}) if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", heavy], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_library_stays_small():
    lines = {str(path.relative_to(LIBRARY)): code_lines(path) for path in MODULES}
    assert max(lines.values()) <= 300, lines
    # 3,500 was the aim for all, before the rules were measured on articles nobody had tuned for: those asked for pages
    # 1,700 lines, speakers 1,250, names, dates and numbers 900. Each part may only shrink from here.
    parts = {name: _PARTS.get(name, "shows" if "/" in name else "judges") for name in lines}
    held = {part: sum(lines[name] for name in lines if parts[name] == part) for part in _MOST}
    assert all(held[part] <= most for part, most in _MOST.items()), held
    script = sum(len(path.read_text("utf-8").splitlines()) for path in LIBRARY.rglob("*.js"))
    # 1,500 was the aim. The exercises' evaluator is beyond it, the twin, test for test, of answers.py, held to it by
    # cases; and what takes tables, charts and words out of a page.
    assert script <= 1929


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(LIBRARY)))
def test_what_is_public_is_documented_and_takes_few_arguments(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree) or path.name == "__init__.py"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            nested = any(node in ast.walk(outer) and node is not outer for outer in ast.walk(tree)
                         if isinstance(outer, ast.FunctionDef))  # fmt: skip
            assert nested or ast.get_docstring(node), f"{path.name}: {node.name} has no docstring"
        if isinstance(node, ast.FunctionDef):
            arguments = [
                each.arg for each in (*node.args.args, *node.args.kwonlyargs) if each.arg not in ("self", "cls")
            ]
            assert len(arguments) <= 5, f"{path.name}: {node.name} takes {len(arguments)} arguments"


def test_every_table_of_the_vocabulary_is_told_and_used():
    text = VOCABULARY.read_text(encoding="utf-8")
    tables = tomllib.loads(text)
    assert re.findall(r"^# .+\n\[(\w+)\]$", text, re.MULTILINE) == list(tables)
    assert all(line.startswith("#") or len(line) <= 120 for line in text.splitlines())
    named = set(re.findall(r'_(?:words|pattern)\("(\w+)"\)', (LIBRARY / "furniture.py").read_text(encoding="utf-8")))
    assert named | set(re.findall(r"\{([a-z_]+)\}", re.sub(r"^#.*", "", text, flags=re.MULTILINE))) == set(tables)
    for name, table in tables.items():
        assert set(table) == {"kind", "entries"}
        assert table["kind"] != "words" or len(set(table["entries"])) == len(table["entries"]), name
        assert all("".join(entry) for entry in table["entries"]), f"an entry of {name} is empty: it matches anything"


def test_the_library_knows_nothing_of_the_five_articles():
    names = "Insider|CNN|CNET|Roscosmos|CNSA|NASA|Rogozin|Kejian|Chernova|Kooser|Artemis|Chang|Jazeera|CAPSTONE|Luna"
    runs = set()
    for article in witness.load(ROOT / "seeds"):
        tokens = [article.raw[start:end].lower() for start, end in witness.spans.words(article.raw)]
        runs |= {" ".join(tokens[place : place + 5]) for place in range(len(tokens) - 4)}
    for path in [
        *LIBRARY.rglob("*.py"),
        *LIBRARY.rglob("*.js"),
        *LIBRARY.rglob("*.j2"),
        *LIBRARY.rglob("*.css"),
        *LIBRARY.rglob("*.toml"),
    ]:
        kept = "\n".join(
            line for line in path.read_text("utf-8").splitlines()
            if path.suffix == ".toml" or not line.strip().startswith((">>>", "...", "('", "['", '"'))
        )  # fmt: skip
        assert not re.search(rf"\b({names})\b", kept), path
        tokens = [kept[start:end].lower() for start, end in witness.spans.words(kept)]
        assert not runs & {" ".join(tokens[place : place + 5]) for place in range(len(tokens) - 4)}, path


LOCKS = [ROOT / "requirements.lock", ROOT / "tests" / "spark.lock", ROOT / "tests" / "benchmarks" / "requirements.lock"]


def lock(*paths: Path) -> dict[str, set[str]]:
    pins: dict[str, set[str]] = {}
    for path in paths or LOCKS[:1]:
        for name, version in re.findall(r"^([a-z0-9._-]+)==([^ ;\\]+)", path.read_text(), re.MULTILINE):
            pins.setdefault(name, set()).add(version)
    return pins


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_lock_has_hashes_and_names_no_host(path):
    text = path.read_text()
    assert "://" not in text
    assert "index" not in text
    assert all("--hash=sha256:" in block for block in re.split(r"\n(?=[a-z])", text))


def test_condas_pins_agree_with_the_lock():
    pins = re.findall(r"^  - ([a-z-]+)=([0-9.]+)$", (ROOT / "environment.yml").read_text(), re.MULTILINE)
    assert len(pins) >= 10
    for name, version in pins:
        assert version in lock()[name.removesuffix("-base")], name


def test_everything_the_project_asks_for_is_in_the_lock():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    asked = [*project["dependencies"], *(each for extra in project["optional-dependencies"].values() for each in extra)]
    assert {re.match(r"[a-zA-Z0-9._-]+", each)[0].lower() for each in asked} <= set(lock(*LOCKS[:2]))


def test_the_readme_lists_every_notebook_and_every_command():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for path in paths():
        assert f"notebooks/{path.name}" in readme
    for command in (
        "make report",
        "make test",
        "make lab",
        "witness report",
        "witness tables",
        "witness check",
        "witness passages",
    ):
        assert command in readme
    for name in witness.__all__:
        assert name in readme or name == "__version__", name


def test_versions_agree():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert project["version"] == witness.__version__
    assert f"version: {witness.__version__}" in (ROOT / "CITATION.cff").read_text()


def test_the_five_articles_are_what_they_were():
    digests = json.loads((ROOT / "tests" / "seeds.json").read_text())
    assert {article.file: article.digest for article in witness.load(ROOT / "seeds")} == digests
