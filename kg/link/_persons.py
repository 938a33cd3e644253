"""Persons: one a name and file; 倪书记 and 文博 are the person whose name fits and was named last."""

from __future__ import annotations

from kg.link._work import Ref, Work, clean


def link_persons(work: Work) -> None:
    """Key persons by name and the division their article speaks for; persons are never keyed by name alone."""
    scopes: dict[str, str] = {}
    for ref in work.of("Person"):
        if ref.mention.kind == "anaphor":
            continue
        name = clean(ref.mention.name)
        scope = scopes.setdefault(name, work.homes[ref.page].removeprefix("division/") or work.documents[ref.page].article.doc)
        ref.key = f"person/{name}@{scope}"
        work.draft(ref.key, "Person", name).add(name)
    for ref in work.of("Person"):
        if ref.mention.kind == "anaphor":
            ref.key = _meant(work, ref)
            if ref.key:
                work.drafts[ref.key].add(clean(ref.mention.name))


def _meant(work: Work, ref: Ref) -> str:
    words = clean(ref.mention.name)
    family = ref.mention.rule.endswith(".family")
    fitting: list[Ref] = []
    for other in work.of("Person"):
        if not other.key or other.mention.kind == "anaphor":
            continue
        name = clean(other.mention.name)
        if (name[0] == words[0]) if family else (name.endswith(words) or name.startswith(words + "·")):
            fitting.append(other)
    if not fitting:
        return ""
    title = words[1:]
    titled = [r for r in fitting if family and _stands_behind(work, r, title)]
    same = [r for r in (titled or fitting) if r.page == ref.page] or titled or fitting
    before = [r for r in same if r.mention.span.start < ref.mention.span.start or r.page != ref.page]
    return (before[-1] if before else same[0]).key


def _stands_behind(work: Work, ref: Ref, title: str) -> bool:
    start = ref.mention.span.start
    return title in work.documents[ref.page].text[max(0, start - 25) : start]
