"""Conditions under which a field is asked, written as the dictionary prints them.

A condition is a Python-like comparison over field names and derived variables. It is parsed once, at
import, into a small tree; nothing a user writes ever gets here. Its logic has three values (Kleene):
a comparison with an unanswered field is unknown, and an unknown condition neither shows nor demands.
Only ``is None`` and ``is not None`` look at emptiness itself.
"""

import ast
import operator
from collections.abc import Callable
from typing import Any

Resolve = Callable[[str], Any]
Truth = bool | None
Tree = list[Any]

COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "in": lambda left, right: left in right,
    "not in": lambda left, right: left not in right,
}
SYMBOLS: dict[type[ast.cmpop], str] = {
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.In: "in",
    ast.NotIn: "not in",
}


class Condition:
    """A parsed condition: ``holds(resolve)`` is True, False or None (not evaluable)."""

    def __init__(self, text: str):
        self.text = text
        self.tree = _tree(ast.parse(text, mode="eval").body)
        self.names = frozenset(_names(self.tree))

    def holds(self, resolve: Resolve) -> Truth:
        return _truth(self.tree, resolve)

    def __repr__(self) -> str:
        return f"Condition({self.text!r})"


def _tree(node: ast.expr) -> Tree:
    """The JSON-ready form of an expression, shared with the browser."""
    match node:
        case ast.BoolOp(op=op, values=values):
            return ["and" if isinstance(op, ast.And) else "or", *map(_tree, values)]
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return ["not", _tree(operand)]
        case ast.Compare(
            left=left, ops=[ast.Is() | ast.IsNot() as op], comparators=[ast.Constant(value=None)]
        ):
            return ["empty" if isinstance(op, ast.Is) else "given", _tree(left)]
        case ast.Compare(left=left, ops=[op], comparators=[right]):
            return [SYMBOLS[type(op)], _tree(left), _tree(right)]
        case ast.Call(func=ast.Attribute(value=value, attr="startswith"), args=[argument]):
            return ["startswith", _tree(value), _tree(argument)]
        case ast.Name(id=name):
            return ["field", name]
        case ast.Constant(value=value):
            return ["value", value]
        case ast.Tuple(elts=elements):
            return ["value", [ast.literal_eval(element) for element in elements]]
    raise ValueError(f"Not a condition: {ast.unparse(node)}")


def _names(tree: Tree) -> list[str]:
    if tree[0] == "field":
        return [tree[1]]
    return [
        name for child in tree[1:] if isinstance(child, list) and tree[0] != "value" for name in _names(child)
    ]


def _value(tree: Tree, resolve: Resolve) -> Any:
    return resolve(tree[1]) if tree[0] == "field" else tree[1]


def _truth(tree: Tree, resolve: Resolve) -> Truth:
    kind = tree[0]
    if kind == "and":
        return _and([_truth(child, resolve) for child in tree[1:]])
    if kind == "or":
        return _not(_and([_not(_truth(child, resolve)) for child in tree[1:]]))
    if kind == "not":
        return _not(_truth(tree[1], resolve))
    if kind in ("empty", "given"):
        return (_value(tree[1], resolve) is None) == (kind == "empty")
    left, right = _value(tree[1], resolve), _value(tree[2], resolve)
    if left is None or right is None:
        return None
    if kind == "startswith":
        return str(left).startswith(right)
    return COMPARISONS[kind](left, right)


def _not(truth: Truth) -> Truth:
    return None if truth is None else not truth


def _and(truths: list[Truth]) -> Truth:
    if False in truths:
        return False
    return None if None in truths else True
