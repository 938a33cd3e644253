"""Reads the Turtle files of the ontology as one closed vocabulary: what is not declared does not exist."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse

from kg.errors import OntologyError

OWN: Mapping[str, str] = MappingProxyType(
    {
        "rkg": "https://w3id.org/regional-kg/ontology#",
        "cue": "https://w3id.org/regional-kg/cue#",
        "unit": "https://w3id.org/regional-kg/unit#",
    }
)
"""Our own prefixes: the vocabulary that is closed."""

OTHER: Mapping[str, str] = MappingProxyType(
    {
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "owl": "http://www.w3.org/2002/07/owl#",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "schema": "https://schema.org/",
        "dcterms": "http://purl.org/dc/terms/",
    }
)
_PREDICATES = frozenset(
    OTHER[prefix] + name
    for prefix, names in {
        "rdf": ("type",),
        "rdfs": ("label", "comment", "subClassOf", "subPropertyOf", "seeAlso"),
        "owl": ("versionInfo",),
        "skos": ("prefLabel", "altLabel", "notation", "definition", "inScheme", "exactMatch", "closeMatch"),
        "schema": ("domainIncludes", "rangeIncludes"),
        "dcterms": ("title", "license"),
    }.items()
    for name in names
)
"""Predicates from outside that our files may use; shapes.ttl, which speaks SHACL, is exempt."""

Node = NamedNode | BlankNode | Literal | Triple


@dataclass(slots=True)
class Vocabulary:
    """All triples by subject and predicate, and the file that declares each own term."""

    home: dict[str, Path] = field(default_factory=dict)
    values: dict[tuple[str, str], list[Node]] = field(default_factory=dict)

    def texts(self, term: str, predicate: str, language: str = "") -> tuple[str, ...]:
        """Literal values in the order of the file; with ``language`` only those tagged so."""
        found = self.values.get((iri(term), iri(predicate)), ())
        return tuple(v.value for v in found if isinstance(v, Literal) and (not language or (v.language or "").lower() == language))

    def names(self, term: str, predicate: str) -> tuple[str, ...]:
        """Values that are IRIs, as short names."""
        return tuple(short(v.value) for v in self.values.get((iri(term), iri(predicate)), ()) if isinstance(v, NamedNode))

    def declared(self, file: Path) -> Iterator[str]:
        """The own terms that ``file`` declares, in order of name."""
        return (term for term, home in sorted(self.home.items()) if home == file)

    def fail(self, term: str, fault: str) -> OntologyError:
        """The error that ``term`` has ``fault``, at the line where it is declared."""
        file = self.home[term]
        return OntologyError(f"{file}:{_line(file, term)}: {term} {fault}")


def iri(name: str) -> str:
    """The IRI of a short name under a prefix of ``OWN`` or ``OTHER``."""
    prefix, _, local = name.partition(":")
    return (OWN.get(prefix) or OTHER[prefix]) + local


def short(full: str) -> str:
    """An IRI under one of those prefixes as a short name, any other as it is."""
    for prefix, namespace in (*OWN.items(), *OTHER.items()):
        if full.startswith(namespace):
            return f"{prefix}:{full[len(namespace) :]}"
    return full


def read(files: Mapping[Path, bool]) -> Vocabulary:
    """Read ``files`` (path -> whether its predicates are checked, too) and close the vocabulary over them.

    Raises:
        OntologyError: no Turtle, an unknown term or predicate, a term declared twice or without its labels.
    """
    vocabulary = Vocabulary()
    used: dict[tuple[Path, str], None] = {}
    for file, strict in files.items():
        for triple in _triples(file):
            _take(vocabulary, file, triple, used)
            if strict and triple.predicate.value not in _PREDICATES and not _own(triple.predicate.value):
                raise _unknown(file, short(triple.predicate.value), map(short, _PREDICATES))
    for file, term in used:
        if term not in vocabulary.home:
            raise _unknown(file, term, vocabulary.home)
    for term in vocabulary.home:
        for language, tag in (("zh-hans", "zh-Hans"), ("en", "en")):
            if not any(vocabulary.texts(term, label, language) for label in ("rdfs:label", "skos:prefLabel")):
                raise vocabulary.fail(term, f'has no label; add rdfs:label "..."@{tag}')
    return vocabulary


def _triples(file: Path) -> Iterator[Triple]:
    try:
        for quad in parse(path=str(file), format=RdfFormat.TURTLE):
            yield quad.triple
    except SyntaxError as error:
        raise OntologyError(f"{file}:{error.lineno or 1}: not Turtle: {error.msg}") from error
    except OSError as error:
        raise OntologyError(f"{file}: cannot be read: {error.strerror or error}") from error


def _take(vocabulary: Vocabulary, file: Path, triple: Triple, used: dict[tuple[Path, str], None]) -> None:
    subject, predicate, value = triple.subject, triple.predicate, triple.object
    if isinstance(subject, NamedNode):
        vocabulary.values.setdefault((subject.value, predicate.value), []).append(value)
        if predicate.value == iri("rdf:type") and _own(subject.value):
            home = vocabulary.home.setdefault(short(subject.value), file)
            if home != file:
                name = short(subject.value)
                raise OntologyError(f"{file}:{_line(file, name)}: {name} is already declared in {home}")
    datatype = value.datatype if isinstance(value, Literal) else value
    for node in (subject, predicate, datatype):
        if isinstance(node, NamedNode) and _own(node.value):
            used[file, short(node.value)] = None


def _own(full: str) -> bool:
    return any(full.startswith(namespace) for namespace in OWN.values())


def _unknown(file: Path, term: str, known: Iterator[str] | Mapping[str, Path]) -> OntologyError:
    near = difflib.get_close_matches(term, list(known), 1)
    mend = f"did you mean {near[0]}?" if near else "declare it in core.ttl or mend its name"
    return OntologyError(f"{file}:{_line(file, term)}: unknown term {term}; {mend}")


def _line(file: Path, term: str) -> int:
    """The line where ``term`` first begins a statement, else where it first stands outside a comment; 1 if it does not
    stand there as a short name."""
    name = re.escape(term)
    lines = file.read_text(encoding="utf-8").splitlines()
    for pattern in (rf"{name}(?![\w-])", rf"[^#]*?(?<![\w:-]){name}(?![\w-])"):
        for number, line in enumerate(lines, 1):
            if re.match(pattern, line):
                return number
    return 1
