"""A case as it is read, on paper or by a reviewer: every answer in words, repeating rows as tables."""

from registry.paper.sheets import Sheet, sheets

__all__ = ["Sheet", "sheets"]
