"""What the sources name: keys in calls, string constants, rules, errors. Read from their syntax, nothing is imported."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("sync", "ui", "validator")
_ANSWERS = {"Check", "declined", "noted", "passed", "skipped"}


@cache
def tree(path: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


def nodes(*folders: str) -> Iterator[ast.AST]:
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield from tree(path)


def constants(*folders: str) -> set[str]:
    """Every string that stands in the code of these folders."""
    return {
        node.value
        for node in nodes(*folders)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def pairs(*folders: str) -> set[tuple[str, str]]:
    """The context and the key of every call that begins with both, such as ``tr("ui", "today.none")``.

    Of ``say("ui", "one" if so else "other")`` both keys are named.
    """
    found: set[tuple[str, str]] = set()
    for node in nodes(*folders):
        if isinstance(node, ast.Call):
            match node.args[:2]:
                case [ast.Constant(value=str(context)), key]:
                    found |= {(context, each) for each in _strings(key)}
    return found


def rules() -> set[str]:
    """The names under which checks stand in a trace."""
    found: set[str] = set()
    for node in nodes("validator"):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _ANSWERS:
            match node.args[:1]:
                case [ast.Constant(value=str(rule))]:
                    found.add(rule)
    return found


def error_keys() -> set[str]:
    """The keys of `KnownError` and of every class below it, wherever it stands."""
    classes = [node for node in nodes(*PACKAGES) if isinstance(node, ast.ClassDef)]
    family = {"KnownError"}
    while (
        more := {
            each.name
            for each in classes
            if family & {ast.unparse(base).split(".")[-1] for base in each.bases}
        }
        - family
    ):
        family |= more
    return {
        statement.value.value
        for each in classes
        if each.name in family
        for statement in each.body
        if isinstance(statement, ast.Assign | ast.AnnAssign)
        and isinstance(statement.value, ast.Constant)
        and isinstance(statement.value.value, str)
        and "key"
        in [
            ast.unparse(target)
            for target in (statement.targets if isinstance(statement, ast.Assign) else [statement.target])
        ]
    }


def _strings(node: ast.expr) -> set[str]:
    match node:
        case ast.Constant(value=str(text)):
            return {text}
        case ast.IfExp(body=body, orelse=other):
            return _strings(body) | _strings(other)
        case _:
            return set()
