"""Any installed spaCy pipeline for Chinese beside the rules: what its recogniser names where no rule found anything.

Its labels are those of OntoNotes. Places count only if the gazetteer or a head word knows them; an ORG is sorted by the
word it ends in, and is a firm where that says nothing. Rules win on overlap; nothing is downloaded.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from kg.errors import UsageError
from kg.model import Mention, Span
from kg.nlp import rules
from kg.nlp._protocol import Context
from kg.nlp._support import Support
from kg.ontology import Ontology

NAME = "external"
_TYPES = {"PERSON": "Person", "PER": "Person", "FAC": "Facility", "EVENT": "Event", "LAW": "Policy"}
_ENCLOSING = "“”‘’《》〈〉\"' \u3000"


def installed(name: str) -> bool:
    """True if ``name`` is an installed spaCy pipeline, or a folder that holds one."""
    return spacy.util.is_package(name) or (Path(name) / "meta.json").is_file()


@cache
def _foreign(name: str) -> Language:
    try:
        nlp = spacy.load(name)
    except (OSError, ImportError, ValueError) as error:
        raise UsageError(f"--nlp {name}: spaCy cannot load it ({str(error).splitlines()[0]})") from error
    if nlp.lang != "zh":
        raise UsageError(f"--nlp {name}: a pipeline for '{nlp.lang}'; one for Chinese (zh) is needed")
    return nlp


class Proposer:
    """The other pipeline as a component of ours."""

    def __init__(self, pipeline: str) -> None:
        self.pipeline = pipeline
        self.nlp = _foreign(pipeline)

    def __call__(self, doc: Doc) -> Doc:
        context: Context = doc.user_data[rules.CONTEXT]
        context.mentions.extend(self.find(context.article.text, context))
        return doc

    def find(self, text: str, context: Context) -> list[Mention]:
        """The other pipeline's names where the rules found none; each line is read by itself."""
        support, found, at = Support(text, context), [], 0
        lines = text.split("\n")
        for line, doc in zip(lines, self.nlp.pipe(lines), strict=True):
            for entity in doc.ents:
                mention = _mention(entity.text, at + entity.start_char, entity.label_, support)
                if mention and support.free(mention):
                    found.append(mention)
            at += len(line) + 1
        return found


def _mention(surface: str, start: int, label: str, support: Support) -> Mention | None:
    """The mention for a named stretch; None if its label or form says nothing to us."""
    name = surface.strip(_ENCLOSING)
    start += len(surface) - len(surface.lstrip(_ENCLOSING))
    type_ = _type(name, label, support)
    if len(name) < 2 or not type_:
        return None
    return Mention(Span(start, start + len(name)), type_, name, rule=f"{NAME}.{type_.lower()}")


def _type(name: str, label: str, support: Support) -> str:
    if label == "ORG":
        return support.sort(name)
    if label in ("GPE", "LOC") and name in support.lexicon.places:
        return "Division"
    return _TYPES.get(label, "")


@Language.factory("kg_external", default_config={"pipeline": ""})
def _component(nlp: Language, name: str, pipeline: str) -> Proposer:
    return Proposer(pipeline)


def load(ontology: Ontology, name: str) -> rules.Backend:
    """The rules with the installed spaCy pipeline ``name`` beside them.

    Raises:
        UsageError: spaCy cannot load it, or it is no pipeline for Chinese.
    """
    backend = rules.load(ontology)
    backend.nlp.add_pipe("kg_external", before="kg_settle", config={"pipeline": name})
    return backend
