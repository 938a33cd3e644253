"""Train the recogniser that ships with the package, in one command; the same input gives the same bytes.

    python scripts/train_recogniser.py [--data FOLDER]

Writes kg/nlp/_model/recogniser.crfsuite and the figures of docs/model-card.md that depend on it (size, SHA-256, sentences).
FOLDER holds public sets, each in a folder of its own; those that are there and whose licence allows it are used:
company-short-names (Apache-2.0), thuocl-places (MIT), finre-entities (MIT). None of them enters the repository.
Sets under a share-alike licence (the Universal NER ones) are never trained on: ``scripts/check_recogniser.py`` reads them as a check.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

import pycrfsuite
from recogniser_data import Inventor, Sentence, marked, weak
from rich.console import Console

from kg import clean, ontology, readers
from kg.model import Article, Document, Span
from kg.nlp import rules
from kg.nlp._features import Flags, features, flags, see
from kg.nlp._words import words

ROOT = Path(__file__).resolve().parent.parent
MODEL = ROOT / "kg" / "nlp" / "_model" / "recogniser.crfsuite"
CARD = ROOT / "docs" / "model-card.md"
TEMPLATES = Path(__file__).with_name("recogniser_templates.txt")
SEED, PER_TEMPLATE, SWAPS, MARKED = 20260101, 50, 8, 1500
PARAMETERS = {"c1": 0.15, "c2": 0.02, "max_iterations": 70, "feature.minfreq": 2, "feature.possible_transitions": True}


def articles(folder: Path) -> Iterator[Article]:
    """The cleaned articles of a folder of pages."""
    for path in sorted(folder.iterdir()):
        for page in readers.read(path, path.name):
            for item in clean.clean(page) if isinstance(page, Article) else ():
                if isinstance(item, Article):
                    yield item


def bare(text: str) -> Article:
    """A sentence as an article."""
    return Article("", "sentence", "", text, "")


def listed(path: Path, shape: str) -> list[str]:
    """The words of a list that look like ``shape``, one a line (first column), sorted; none if the file is not there."""
    if not path.is_file():
        return []
    rows = (line.split("\t")[0].strip() for line in path.read_text(encoding="utf-8").splitlines())
    return sorted({row for row in rows if re.fullmatch(shape, row)})


def gather(backend: rules.Backend, data: Path | None) -> dict[str, list[Sentence]]:
    """All training sentences by their origin."""
    folder = data or Path("/nonexistent")
    brands = listed(folder / "company-short-names" / "company_short.txt", "[一-龥]{3,6}")
    places = listed(folder / "thuocl-places" / "diming.tsv", "[一-龥]{2,6}[镇乡村县市区山河湖岛港江路街]")
    inventor = Inventor(backend.ontology, Random(SEED), brands, places)
    templates = [line for line in TEMPLATES.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    own = list(weak(backend.annotate(articles(ROOT / "corpus" / "raw"))))
    made = {
        "generated": [inventor.fill(line) for line in templates for _ in range(PER_TEMPLATE if "{" in line else 4)],
        "own": own * 2,
        "swapped": [inventor.swap(sentence) for sentence in own for _ in range(SWAPS)],
    }
    finre = folder / "finre-entities" / "train.jsonl"
    if finre.is_file():
        texts = [json.loads(line)["text"] for line in finre.read_text(encoding="utf-8").splitlines()]
        made["finre"] = list(marked(finre, list(backend.annotate(bare(text) for text in texts))))[:MARKED]
    return made


def rows(sentence: Sentence, document: Document, known: Flags) -> tuple[list[list[str]], list[str]]:
    """Features and labels of a sentence; ``document`` is the same sentence read by the rules, for its divisions."""
    text, spans = sentence
    labels = ["O"] * len(text)
    for start, end, label in spans:
        labels[start:end] = [f"I{label}"] * (end - start)
        labels[start] = f"B{label}"
    places = [m for m in document.mentions if m.type == "Division" and m.kind in ("name", "nested")]
    return features(see(text, places, words(text), known), Span(0, len(text))), labels


def train(made: dict[str, list[Sentence]], backend: rules.Backend, path: Path) -> None:
    """Fit the CRF and write it."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", params=PARAMETERS, verbose=False)
    known = flags(backend.ontology)
    sentences: Sequence[Sentence] = [sentence for origin in sorted(made) for sentence in made[origin]]
    for sentence, document in zip(sentences, backend.annotate(bare(text) for text, _ in sentences), strict=True):
        trainer.append(*rows(sentence, document, known))
    path.parent.mkdir(exist_ok=True)
    trainer.train(str(path))


def note(made: dict[str, list[Sentence]]) -> None:
    """Write size, checksum and sentence counts between the marks of the model card."""
    raw = MODEL.read_bytes()
    counts = ", ".join(f"{origin} {len(made[origin]):,}" for origin in sorted(made))
    lines = f"- Sentences: {counts}\n- Size: {len(raw):,} bytes\n- SHA-256: `{hashlib.sha256(raw).hexdigest()}`\n"
    text = CARD.read_text(encoding="utf-8")
    head, tail = text.split("<!-- trained -->\n")[0], text.split("<!-- /trained -->")[1]
    CARD.write_text(f"{head}<!-- trained -->\n{lines}<!-- /trained -->{tail}", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, help="folder of public sets")
    parser.add_argument("--out", type=Path, default=MODEL, help="another file for the model; the card stays as it is")
    chosen = parser.parse_args()
    backend = rules.load(ontology.load())
    made = gather(backend, chosen.data)
    console = Console()
    console.print({origin: len(found) for origin, found in made.items()})
    train(made, backend, chosen.out)
    if chosen.out == MODEL and CARD.is_file():
        note(made)
    console.print(f"{chosen.out.stat().st_size:,} bytes, SHA-256 {hashlib.sha256(chosen.out.read_bytes()).hexdigest()}")


if __name__ == "__main__":
    main()
