"""Rules on one corpus: which keys they mean, every extraction corrected, and what came of each line."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import PurePath

from kg.curation._names import ANY, Names, UnclearError, plain, retyped, roots
from kg.curation._rules import Rule, Rules
from kg.model import Attribute, Entity, Evidence, Extraction, Fact, Observation
from kg.ontology import Ontology
from kg.vocab import DEFAULT_BASE


class Editor:
    """Applies rules: ``splits`` first, then ``learn``, then ``apply`` for each extraction, then ``report``."""

    def __init__(self, rules: Rules, ontology: Ontology, base: str = DEFAULT_BASE) -> None:
        self._rules, self._ontology, self._base = rules, ontology, base
        self._relations = {label: r.name for r in ontology.relations.values() for label in (r.zh, f"rkg:{r.name}")}
        self._idle: dict[Rule, str] = {}
        self._effect: Counter[Rule] = Counter()
        self._moved: Mapping[str, str] = {}
        self._types: dict[str, str] = {}
        self._rejected: defaultdict[tuple[str, str, str], list[Rule]] = defaultdict(list)

    def splits(self, extractions: Callable[[], Iterable[Extraction]]) -> frozenset[str]:
        """The keys whose automatic merging is to be undone; ``extractions`` are merged, and only read if there are any."""
        wanted = self._rules.of("split")
        names = self._names(wanted, extractions)
        found = ((rule, self._resolved(rule, names, rule.names)) for rule in wanted)
        keys = {rule: keys[0] for rule, keys in found if keys}
        self._effect.update(list(keys))
        return frozenset(keys.values())

    def learn(self, extractions: Callable[[], Iterable[Extraction]]) -> None:
        """Find out what the other rules mean; ``extractions`` are merged and split."""
        wanted = [rule for rule in self._rules.rules if rule.verb != "split"]
        names = self._names(wanted, extractions)
        self._learn_types(names)
        self._learn_merges(names)
        for rule in self._rules.of("reject"):
            self._learn_reject(rule, names)

    def apply(self, extraction: Extraction) -> Extraction:
        """``extraction`` (merged and split) as the rules will have it."""
        if not self._rules.rules:
            return extraction
        types = {self._to(entity.key): entity.type for entity in extraction.entities} | self._types
        mentions: defaultdict[str, list[Evidence]] = defaultdict(list)
        for key, places in extraction.mentions.items():
            mentions[self._to(key)] += places
        return replace(
            extraction,
            entities=tuple(map(self._entity, extraction.entities)),
            facts=tuple(fact for fact in map(self._fact, extraction.facts) if self._stands(fact, types)),
            attributes=tuple(each for each in map(self._attribute, extraction.attributes) if self._holds(each)),
            observations=tuple(each for each in map(self._observation, extraction.observations) if self._counts(each)),
            mentions={key: tuple(dict.fromkeys(places)) for key, places in mentions.items()},
        )

    def report(self) -> dict[str, int]:
        """Each line -> how many things or claims it changed; a line that changed none says why in its text."""
        name = PurePath(self._rules.source).name
        rows = {}
        for rule in self._rules.rules:
            effect = self._effect[rule]
            why = "" if effect else f" ({self._idle.get(rule, 'no such claim; compare kg show, or remove the line')})"
            rows[f"{name}:{rule.line}: {rule.text}{why}"] = effect
        return rows

    def _names(self, rules: Iterable[Rule], extractions: Callable[[], Iterable[Extraction]]) -> Names:
        written = [name for rule in rules for name in _written(rule)]
        names = Names(written, self._ontology, self._base)
        if written:
            names.learn(extractions())
        return names

    def _resolved(self, rule: Rule, names: Names, written: Iterable[str]) -> list[str]:
        """The keys of all names; none, and the reason noted, if one is unclear."""
        try:
            return [names.key(name) for name in written]
        except UnclearError as fault:
            self._idle[rule] = str(fault)
            return []

    def _learn_types(self, names: Names) -> None:
        given: dict[str, Rule] = {}
        for rule in self._rules.of("type"):
            keys = self._resolved(rule, names, rule.names[:1])
            if not keys:
                continue
            first = given.setdefault(keys[0], rule)
            if first.names[1] != rule.names[1]:
                self._idle[rule] = f"line {first.line} says {first.names[1]}; remove one of the two"
            elif keys[0].startswith("division/"):
                self._idle[rule] = "a division of the gazetteer keeps its type; remove the line"
            elif names.type[keys[0]] == rule.names[1]:
                self._idle[rule] = f"it is a {rule.names[1]} already; remove the line"
            else:
                self._types[keys[0]] = rule.names[1]
                self._effect[rule] = 1

    def _learn_merges(self, names: Names) -> None:
        pairs = [(retyped(key, type_), key) for key, type_ in self._types.items()]
        for rule in self._rules.of("merge"):
            keys = self._resolved(rule, names, rule.names)
            types = {self._types.get(key, names.type[key]) for key in keys}
            if len(types) > 1:
                told = " and ".join(f"{key} ({self._types.get(key, names.type[key])})" for key in dict.fromkeys(keys))
                self._idle[rule] = f"of two types: {told}; say first: type A TYPE"
            elif keys and len(set(keys)) == 1:
                self._idle[rule] = f"both are {keys[0]} already; remove the line"
            elif keys:
                stays = [retyped(key, self._types[key]) if key in self._types else key for key in keys]
                pairs += [(stays[0], other) for other in stays[1:]]
                self._effect[rule] = len(set(keys)) - 1
        self._moved = roots(pairs)
        self._types = {self._to(key): type_ for key, type_ in self._types.items()}

    def _learn_reject(self, rule: Rule, names: Names) -> None:
        """Note the claim: between two things where it is a relation, else a value as written."""
        subject, said, value = rule.names
        relation = self._relations.get(said, said)
        between = relation in self._ontology.relations and value != ANY
        keys = self._resolved(rule, names, (subject, value) if between else (subject,))
        if keys:
            target = self._to(keys[1]) if between else value if value == ANY else _figure(value)
            self._rejected[self._to(keys[0]), relation, target].append(rule)

    def _to(self, key: str) -> str:
        return self._moved.get(key, key)

    def _entity(self, entity: Entity) -> Entity:
        key = self._to(entity.key)
        area = self._to(entity.area) if entity.area else ""
        return replace(entity, key=key, type=self._types.get(key, entity.type), area=area)

    def _fact(self, fact: Fact) -> Fact:
        return replace(fact, subject=self._to(fact.subject), object=self._to(fact.object))

    def _attribute(self, found: Attribute) -> Attribute:
        return replace(found, entity=self._to(found.entity))

    def _observation(self, found: Observation) -> Observation:
        return replace(found, subject=self._to(found.subject))

    def _stands(self, fact: Fact, types: Mapping[str, str]) -> bool:
        """False for a rejected fact, one that points at itself, and one that a new type rules out."""
        if self._is_rejected(fact.subject, fact.relation, fact.object) or fact.subject == fact.object:
            return False
        relation = self._ontology.relations[fact.relation]
        if relation.symmetric and self._is_rejected(fact.object, fact.relation, fact.subject):
            return False
        if fact.subject not in self._types and fact.object not in self._types:
            return True
        return relation.allows(types.get(fact.subject, ""), types.get(fact.object, ""))

    def _holds(self, found: Attribute) -> bool:
        return not self._is_rejected(found.entity, found.key, _figure(found.value))

    def _counts(self, found: Observation) -> bool:
        return not self._is_rejected(found.subject, found.indicator, _figure(f"{found.value}{found.unit}"))

    def _is_rejected(self, subject: str, relation: str, value: str) -> bool:
        rules = [*self._rejected.get((subject, relation, value), ()), *self._rejected.get((subject, relation, ANY), ())]
        self._effect.update(rules)
        return bool(rules)


def _written(rule: Rule) -> tuple[str, ...]:
    """The words of a rule that name things."""
    if rule.verb == "reject":
        return tuple(name for name in (rule.names[0], rule.names[2]) if name != ANY)
    return rule.names[:1] if rule.verb == "type" else rule.names


def _figure(value: str) -> str:
    """A value for comparison: "24 个" and "24个" are one."""
    return plain(value).replace(" ", "")
