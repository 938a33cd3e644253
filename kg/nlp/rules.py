"""The rule backend: a blank Chinese spaCy pipeline whose components are the recognisers of ``kg.nlp.find``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan
from spacy.vocab import Vocab

from kg.model import Article, Document
from kg.nlp._bylines import bylines, touched
from kg.nlp._protocol import Context, Recogniser
from kg.nlp._sentences import sentences
from kg.nlp._settle import settle
from kg.nlp.find import PIPELINE
from kg.ontology import Ontology

_BATCH = 64
CONTEXT = "kg.context"


class _Characters:
    """A tokenizer whose tokens are the code points of the text: a token index is a code point offset."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        return Doc(self.vocab, words=list(text), spaces=[False] * len(text))


@Language.component("kg_sentences")
def _split(doc: Doc) -> Doc:
    context: Context = doc.user_data[CONTEXT]
    context.sentences = sentences(context.article.text)
    return doc


@Language.component("kg_settle")
def _settle(doc: Doc) -> Doc:
    context: Context = doc.user_data[CONTEXT]
    makers = bylines(context.article.text)
    context.mentions = list(settle(m for m in context.mentions if not touched(m.span, makers)))
    doc.spans["mentions"] = [TokenSpan(doc, m.span.start, m.span.end, label=m.type) for m in context.mentions]
    return doc


def _component(recogniser: Recogniser) -> Callable[[Doc], Doc]:
    """The spaCy component that runs one recogniser."""

    def run(doc: Doc) -> Doc:
        context: Context = doc.user_data[CONTEXT]
        context.mentions.extend(recogniser.find(context.article.text, context))
        return doc

    return run


def _pipeline() -> Language:
    nlp = spacy.blank("zh")
    nlp.tokenizer = _Characters(nlp.vocab)
    nlp.add_pipe("kg_sentences")
    for recogniser in PIPELINE:
        name = f"kg_{recogniser.NAME}"
        Language.component(name, func=_component(recogniser))
        nlp.add_pipe(name)
    nlp.add_pipe("kg_settle")
    return nlp


@dataclass(slots=True)
class Backend:
    """Annotates articles by rules alone; holds what is compiled from the ontology."""

    ontology: Ontology
    nlp: Language = field(default_factory=_pipeline)
    compiled: dict[str, Any] = field(default_factory=dict)

    def annotate(self, articles: Iterable[Article]) -> Iterator[Document]:
        """One document an article, in order; mentions are unlinked."""
        for doc in self.nlp.pipe(self._docs(articles), batch_size=_BATCH):
            context: Context = doc.user_data[CONTEXT]
            yield Document(context.article, context.sentences, tuple(context.mentions))

    def _docs(self, articles: Iterable[Article]) -> Iterator[Doc]:
        for article in articles:
            doc = self.nlp.make_doc(article.text)
            doc.user_data[CONTEXT] = Context(self.ontology, article, compiled=self.compiled)
            yield doc


def load(ontology: Ontology) -> Backend:
    """The backend for this ontology; its tables are compiled when the first article comes."""
    return Backend(ontology)
