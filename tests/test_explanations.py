from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import generator
from generator.commands.explain import explain
from generator.explain import GROUPS, Explanation, explanations
from generator.load import load
from generator.records import RECORD_TYPES
from generator.records.examples import example_of
from generator.records.forms import fields
from generator.rules import RULES

PACKAGE = Path(generator.__file__).parent
ALL = tuple(explanations().values())
RULE_CODES = {rule.CODE for rule in RULES}


def _codes(package: Path) -> Iterator[str]:
    """Every code literal: what stands where a callable takes its `code`, and what is assigned to such a name."""
    trees = {
        ".".join(("generator", *file.relative_to(package).with_suffix("").parts)): ast.parse(
            file.read_text(encoding="utf-8")
        )
        for file in package.rglob("*.py")
    }
    takers = {module: dict(_takers(tree)) for module, tree in trees.items()}
    for module, tree in trees.items():
        imported = {
            alias.name: takers[node.module][alias.name]
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom) and node.module in takers
            for alias in node.names
            if alias.name in takers[node.module]
        }
        yield from _literals(tree, imported | takers[module])


def _takers(tree: ast.Module) -> Iterator[tuple[str, int]]:
    for node in tree.body:
        names = _parameters(node)
        if "code" in names:
            yield node.name, names.index("code")  # type: ignore[attr-defined]


def _parameters(node: ast.stmt) -> list[str]:
    if isinstance(node, ast.FunctionDef):
        return [argument.arg for argument in node.args.args if argument.arg != "self"]
    if isinstance(node, ast.ClassDef):
        maker = next(
            (inner for inner in node.body if isinstance(inner, ast.FunctionDef) and inner.name == "__init__"), None
        )
        return (
            _parameters(maker)
            if maker
            else [
                inner.target.id
                for inner in node.body
                if isinstance(inner, ast.AnnAssign) and isinstance(inner.target, ast.Name)
            ]
        )
    return []


def _literals(tree: ast.Module, takers: dict[str, int]) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in takers:
            at = takers[node.func.id]
            for value in (
                *node.args[at : at + 1],
                *(keyword.value for keyword in node.keywords if keyword.arg == "code"),
            ):
                yield from _texts(value)
        elif isinstance(node, ast.Assign):
            yield from _assigned(node.targets[0], node.value)


def _assigned(target: ast.expr, value: ast.expr) -> Iterator[str]:
    if isinstance(target, ast.Name) and target.id in {"CODE", "code"}:
        yield from _texts(value)
    elif isinstance(target, ast.Tuple):
        choices = [value.body, value.orelse] if isinstance(value, ast.IfExp) else [value]
        for position, name in enumerate(target.elts):
            for choice in choices:
                if isinstance(choice, ast.Tuple):
                    yield from _assigned(name, choice.elts[position])


def _texts(value: ast.expr) -> Iterator[str]:
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        yield value.value
    elif isinstance(value, ast.IfExp):
        yield from _texts(value.body)
        yield from _texts(value.orelse)


def test_every_code_in_the_package_is_explained_and_every_explanation_is_used() -> None:
    assert set(_codes(PACKAGE)) == set(explanations())


def test_codes_are_found_wherever_they_stand(tmp_path: Path) -> None:
    (tmp_path / "faults.py").write_text("class Fault:\n    code: str\n    text: str\n", encoding="utf-8")
    (tmp_path / "use.py").write_text(
        "from generator.faults import Fault\n"
        'CODE = "as-constant"\n'
        "def find(place, code): ...\n"
        'Fault("as-argument", "no code")\n'
        'find(1, code="as-keyword")\n'
        'find(1, "as-choice" if CODE else "as-other-choice")\n'
        'code, what = ("in-tuple", "no code") if CODE else ("in-other-tuple", "no code")\n'
        'elsewhere("no code")\n',
        encoding="utf-8",
    )

    assert set(_codes(tmp_path)) == {
        "as-constant",
        "as-argument",
        "as-keyword",
        "as-choice",
        "as-other-choice",
        "in-tuple",
        "in-other-tuple",
    }


def test_no_code_stands_in_two_groups() -> None:
    codes = [code for _, group in GROUPS for code in group]

    assert len(codes) == len(set(codes))


def test_every_file_of_explanations_is_read() -> None:
    names = {file.name for file in (PACKAGE / "explanations").iterdir()}

    assert names == {f"{code}.md" for code in set(explanations()) - RULE_CODES}


@pytest.mark.parametrize("explanation", ALL, ids=lambda explanation: explanation.code)
def test_an_explanation_has_a_fault_in_one_line_a_reason_and_an_example(explanation: Explanation) -> None:
    first, *_ = explanation.text.split("\n\n")

    assert re.fullmatch(r"[`a-z][^\n]*[^.\n]", explanation.fault)
    assert not explanation.fault.startswith(explanation.code)
    assert first[0].isupper() or first[0] == "`"
    assert re.search(r"^    \S", explanation.text, re.MULTILINE) or explanation.code == "unused-concept"
    assert explanation.group in dict(GROUPS)


@pytest.mark.parametrize(
    "explanation", [found for found in ALL if found.code not in RULE_CODES], ids=lambda explanation: explanation.code
)
def test_an_explanation_from_a_file_shows_wrong_and_right(explanation: Explanation) -> None:
    code = [line for line in explanation.text.splitlines() if line.startswith("    ")]

    assert (
        sum(line.startswith("    # wrong") for line in code)
        == sum(line.startswith("    # right") for line in code)
        == (0 if explanation.code == "empty-file" else 1)
    )


def _examples(explanation: Explanation) -> tuple[str, str] | None:
    """The wrong and the right lines, where the explanation shows lines of a record."""
    match = re.search(
        r"^    # wrong\n(?P<wrong>.*?)^    # right\n(?P<right>(?:    .*(?:\n|$)|\n(?=    ))+)",
        f"{explanation.text}\n",
        re.MULTILINE | re.DOTALL,
    )
    return (
        (
            re.sub("^    ", "", match["wrong"], flags=re.MULTILINE),
            re.sub("^    ", "", match["right"], flags=re.MULTILINE),
        )
        if match
        else None
    )


def _record(kind: str, lines: str, given: set[str]) -> str:
    """A record with these lines, and what else its kind needs, after the lines."""
    needed = [field for field in fields(RECORD_TYPES[kind]) if field.need == "required" and field.name not in given]
    return lines + "".join(f"{field.name}: {example_of(field.form, field.name)}\n" for field in needed)


SHOWN = [found for found in ALL if _examples(found)]


@pytest.mark.parametrize("explanation", SHOWN, ids=lambda explanation: explanation.code)
def test_the_wrong_example_has_the_fault_and_the_right_one_has_none(
    explanation: Explanation, write_content: Callable[..., Path]
) -> None:
    wrong, right = _examples(explanation) or ("", "")
    given = set(re.findall(r"^([\w-]+):", right, re.MULTILINE))
    kind, folder = next(
        (kind, record_type.folder)
        for kind, record_type in RECORD_TYPES.items()
        if given <= {field.name for field in fields(record_type)}
    )
    project = write_content(
        {f"{folder}/{name}.yml": _record(kind, lines, given) for name, lines in (("wrong", wrong), ("right", right))}
    )

    problems = load(project).problems

    of_wrong, of_right = (
        {problem.code for problem in problems if problem.place.path.endswith(f"/{name}.yml")}
        for name in ("wrong", "right")
    )
    assert explanation.code in of_wrong
    assert of_right <= RULE_CODES - {explanation.code}


def test_most_explanations_show_an_example_that_is_tried() -> None:
    assert len(SHOWN) > len(ALL) / 3


@pytest.mark.parametrize("code", [*explanations(), "[unknown-record]", "Unknown-Record"])
def test_explain_prints_the_fault_and_the_text(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert explain(code) == 0

    plain = code.strip("[]").casefold()
    assert capsys.readouterr().out == f"{plain}: {explanations()[plain].fault}\n\n{explanations()[plain].text}\n"


def test_explain_without_a_code_lists_each_once_under_its_group(capsys: pytest.CaptureFixture[str]) -> None:
    assert explain(None) == 0

    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines if line.startswith("  ")] == list(explanations())
    assert [line for line in lines if line.endswith(":")] == [f"{group}:" for group, _ in GROUPS]


def test_explain_offers_the_nearest_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert explain("unknwon-record") == 2

    assert "did you mean `unknown-record`?" in capsys.readouterr().err


def test_explain_says_how_to_list_codes_where_none_is_near(capsys: pytest.CaptureFixture[str]) -> None:
    assert explain("zzz") == 2

    assert "`casebook explain` without a code lists all" in capsys.readouterr().err
