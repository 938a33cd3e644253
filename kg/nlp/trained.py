"""The rules, and a trained recogniser beside them: a linear-chain CRF that proposes names the rules did not find.

The rules decide. A proposal counts only where no rule found anything, if the model is sure and the text supports it: a
person by a post, a verb of speech, a row of names or being named again; a firm by its ending, a row, a post or a deal.
What the model is, was trained on and cannot do is told in docs/model-card.md; scripts/train_recogniser.py makes it.
"""

from __future__ import annotations

from pathlib import Path

import pycrfsuite
from spacy.language import Language
from spacy.tokens import Doc

from kg.errors import UsageError
from kg.model import Mention, Span
from kg.nlp import rules
from kg.nlp._features import Flags, features, flags, see
from kg.nlp._protocol import Context
from kg.nlp._support import Support, again
from kg.nlp._words import words
from kg.ontology import Ontology

NAME = "trained"
MODEL = Path(__file__).with_name("_model") / "recogniser.crfsuite"
TYPES = {"P": "Person", "C": "Company", "G": "PublicBody", "R": "Organization"}
LEAST = {"Person": 0.6, "Company": 0.8, "PublicBody": 0.8, "Organization": 0.8}
"""The least probability of a proposal of each type; chosen on the development pages."""

_LONGEST = 400
"""Sentences longer than this (tables without marks) are left to the rules."""


class Recogniser:
    """The model as a component: adds proposals to the mentions of the rules."""

    def __init__(self, path: Path) -> None:
        if not path.is_file():
            raise UsageError(f"no trained recogniser at {path}; make it with scripts/train_recogniser.py or use --nlp rules")
        self.tagger = pycrfsuite.Tagger()
        self.tagger.open(str(path))

    def __call__(self, doc: Doc) -> Doc:
        context: Context = doc.user_data[rules.CONTEXT]
        context.mentions.extend(self.find(context.article.text, context))
        return doc

    def find(self, text: str, context: Context) -> list[Mention]:
        """What the model proposes and the text supports, and the same names wherever else they stand."""
        known = context.once(f"{NAME}.flags", flags)
        support = Support(text, context)
        found = []
        for name, chance in self.proposals(text, context, known):
            if chance >= LEAST[name.type] and support.free(name) and support.holds(name, chance):
                found.append(name)
        return found + again(text, found, support)

    def proposals(self, text: str, context: Context, known: Flags) -> list[tuple[Mention, float]]:
        """Every name that the model reads in the text, with its probability: that of its least sure character."""
        seen = see(text, context.of("Division"), words(text), known)
        found: list[tuple[Mention, float]] = []
        for sentence in context.sentences:
            if not 1 < len(sentence) <= _LONGEST:
                continue
            tags = self.tagger.tag(features(seen, sentence))
            for start, end, label in spans(tags):
                if label in TYPES:
                    chance = min(self.tagger.marginal(tags[at], at) for at in range(start, end))
                    span = Span(sentence.start + start, sentence.start + end)
                    mention = Mention(span, TYPES[label], text[span.start : span.end], rule=f"{NAME}.{TYPES[label].lower()}")
                    found.append((mention, chance))
        return found


def spans(tags: list[str]) -> list[tuple[int, int, str]]:
    """(start, end, label) of the runs B, I, I ... of one label."""
    found: list[tuple[int, int, str]] = []
    for at, tag in enumerate(tags):
        if tag[0] == "B" or (tag[0] == "I" and not (found and found[-1][1] == at and found[-1][2] == tag[1])):
            found.append((at, at + 1, tag[1]))
        elif tag[0] == "I":
            found[-1] = (found[-1][0], at + 1, tag[1])
    return found


@Language.factory("kg_trained", default_config={"model": ""})
def _component(nlp: Language, name: str, model: str) -> Recogniser:
    return Recogniser(Path(model) if model else MODEL)


def load(ontology: Ontology) -> rules.Backend:
    """The rules with the recogniser that ships with the package.

    Raises:
        UsageError: the model is not there.
    """
    backend = rules.load(ontology)
    backend.nlp.add_pipe("kg_trained", before="kg_settle")
    return backend
