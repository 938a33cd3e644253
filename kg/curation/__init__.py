"""Corrections by hand: a plain-text file that is applied at every build and never written to.

    merge A B            B is A; everything said of B is said of A
    split A              undo the automatic merging of A; where nothing was merged, keep its documents apart
    type A Company       A is a company
    reject A RELATION B  this claim is wrong: a relation, a date or status (B is its value), a figure (B is "24个"); * is any
    # a comment

    read        the file as rules, or every fault in it                 (_rules)
    Editor      what the rules mean in one corpus, and their effect      (_editor, _names)

A name is a key (the tail of an IRI: company/甲乙有限公司), a whole IRI, or a label that only one thing has; Type:label where
another type has it too; "in quotes" if it holds a space. The order of the lines does not matter, and a line taken out is
undone by the next build.
"""

from __future__ import annotations

from kg.curation._editor import Editor
from kg.curation._rules import Rule, Rules, find, read

__all__ = ["Editor", "Rule", "Rules", "find", "read"]
