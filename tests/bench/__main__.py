"""``make bench``: what kg does in characters/s, triples/s, seconds and MiB, beside named alternatives, in one run.

Every case runs in a process of its own: wall seconds and peak resident memory are its own. Alternatives that are not
installed (``pip install jieba``) are named as such.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.bench import pages

PAGES = 300


def peak() -> float:
    """MiB that this process and its children held at most."""
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return max(resource.getrusage(w).ru_maxrss for w in who) / 1024


def extraction(folder: Path, jobs: int) -> str:
    """Reading to facts; start-up and loading of the ontology are not counted."""
    from kg import pipeline

    characters = sum(len(path.read_text(encoding="utf-8")) for path in folder.iterdir())
    pipeline.load_backend("rules")
    list(pipeline.extract([next(folder.iterdir())]))
    started = time.perf_counter()
    for _ in pipeline.extract([folder], jobs=jobs):
        pass
    seconds = time.perf_counter() - started
    return f"{characters / seconds:,.0f} characters/s\t{peak():.0f} MiB"


def stages(folder: Path, _: int) -> str:
    """Where the time of one core goes, stage by stage."""
    from kg import clean, link, measure, ontology, pipeline, readers, relate

    rules, backend = ontology.load(), pipeline.load_backend("rules")
    spent = dict.fromkeys(("read", "clean", "annotate", "link", "relate", "measure"), 0.0)

    def timed(stage: str, work: Callable[[], object]) -> object:
        started = time.perf_counter()
        result = work()
        spent[stage] += time.perf_counter() - started
        return result

    for path, name in readers.sources([folder]):
        raw = timed("read", lambda path=path, name=name: list(readers.read(path, name)))
        articles = timed("clean", lambda raw=raw: [a for page in raw for a in clean.clean(page)])  # type: ignore[attr-defined]
        documents = timed("annotate", lambda articles=articles: list(backend.annotate(articles)))
        linked = timed("link", lambda documents=documents: link.link(documents, rules))
        timed("relate", lambda linked=linked: [relate.relate(d, rules) for d in linked])  # type: ignore[attr-defined]
        timed("measure", lambda linked=linked: [measure.measure(d, rules) for d in linked])  # type: ignore[attr-defined]
    total = sum(spent.values())
    return "  ".join(f"{stage} {100 * part / total:.0f} %" for stage, part in spent.items()) + "\t"


def building(folder: Path, jobs: int) -> str:
    """A whole build of these pages with all files written."""
    from kg import pipeline

    started = time.perf_counter()
    with tempfile.TemporaryDirectory() as out:
        edition = pipeline.build([folder], out=Path(out), jobs=jobs)
    seconds = time.perf_counter() - started
    return f"{seconds:.1f} s, {len(edition):,} triples, {len(edition) / seconds:,.0f} triples/s\t{peak():.0f} MiB"


def jieba_words(folder: Path, _: int) -> str:
    """jieba.lcut: words only."""
    import jieba

    jieba.initialize()
    return _alternative(folder, jieba.lcut)


def jieba_tags(folder: Path, _: int) -> str:
    """jieba.posseg: words with name tags."""
    import jieba.posseg

    jieba.initialize()
    return _alternative(folder, jieba.posseg.lcut, most=20)


def _alternative(folder: Path, run: Callable[[str], object], most: int = 10_000) -> str:
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.iterdir())[:most]]
    started = time.perf_counter()
    for text in texts:
        for line in text.splitlines():
            run(line)
    seconds = time.perf_counter() - started
    return f"{sum(map(len, texts)) / seconds:,.0f} characters/s\t{peak():.0f} MiB"


CASES: dict[str, tuple[Callable[[Path, int], str], int]] = {
    "kg extraction, 1 core": (extraction, 1),
    "kg extraction, 2 workers": (extraction, 2),
    "kg stages": (stages, 1),
    "kg build, 2 workers": (building, 2),
    "jieba.lcut (words only)": (jieba_words, 1),
    "jieba.posseg (tags only)": (jieba_tags, 1),
}


def _command(*words: str) -> str:
    started = time.perf_counter()
    subprocess.run([sys.executable, *words], check=True, capture_output=True)
    return f"{time.perf_counter() - started:.2f} s\t"


def main() -> None:
    """Run every case in its own process and print one table."""
    if len(sys.argv) == 3:
        run, jobs = CASES[sys.argv[1]]
        print(run(Path(sys.argv[2]), jobs))
        return
    table = Table("case", "result", "peak", show_edge=False)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "pages"
        characters = pages.write(folder, PAGES)
        for name in CASES:
            done = subprocess.run(
                [sys.executable, "-m", "tests.bench", name, str(folder)], capture_output=True, text=True, cwd=pages.ROOT
            )
            if done.returncode:
                table.add_row(name, f"not run: {done.stderr.strip().splitlines()[-1]}", "")
            else:
                table.add_row(name, *done.stdout.strip().split("\t"))
    table.add_row("import kg", *_command("-c", "import kg").split("\t"))
    table.add_row("kg --help", *_command("-m", "kg", "--help").split("\t"))
    seeds = pages.ROOT.parent / "shared" / "seeds"
    if seeds.is_dir():
        with tempfile.TemporaryDirectory() as out:
            table.add_row(
                "kg build, five real pages, cold", *_command("-m", "kg", "build", str(seeds), "-o", out).split("\t")
            )
    console = Console()
    console.print(f"{PAGES} pages, {characters:,} characters")
    console.print(table)


if __name__ == "__main__":
    main()
