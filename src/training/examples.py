"""From question sets to what the reader is shown: token ids, and the places of what answers."""

import gzip
import json
import os
import random
import re
from dataclasses import dataclass, field, replace

import numpy

from wordpiece import CLS, SEP

QUESTION_TOKENS = 48
TITLE_TOKENS = 24
IGNORED = -1


@dataclass
class Question:
    """A question with a passage, and what of the passage answers it: perhaps nothing."""

    text: str
    title: str
    passage: str
    answerable: bool
    answers: list = field(default_factory=list)  # (start, end) in the passage
    sentences: list = field(default_factory=list)  # (start, end) of the sentences that answer
    bounds: list = field(default_factory=list)  # (start, end) of all sentences; empty where unknown

    def without_title(self):
        return replace(self, title="")

    def about(self, title, passage):
        """The same question before a passage that does not answer it."""
        return Question(self.text, title, passage, False)


def read(folder):
    """All questions of the three sets in `folder`."""
    return read_squad(folder) + read_qed(folder) + read_clapnq(folder)


def lines(folder, name):
    with gzip.open(os.path.join(folder, name + ".jsonl.gz"), "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def spans(row):
    return [(a["start"], a["start"] + len(a["text"])) for a in row.get("answers", [])]


def read_squad(folder):
    return [
        Question(row["question"], row["title"], row["passage"], row["answerable"], spans(row))
        for row in lines(folder, "squad2")
    ]


def read_qed(folder):
    questions = []
    for row in lines(folder, "qed"):
        sentence = (row["sentence"] or "").strip()
        start = row["passage"].find(sentence) if sentence else -1
        told = [(start, start + len(sentence))] if start >= 0 else []
        questions.append(Question(row["question"], row["title"], row["passage"], True, spans(row), told))
    return questions


def read_clapnq(folder):
    questions = []
    for row in lines(folder, "clapnq"):
        told = []
        for sentence in [s for answer in row["answers"] for s in answer["sentences"]]:
            start = row["passage"].find(sentence.strip())
            if start >= 0:
                told.append((start, start + len(sentence.strip())))
        if row["answerable"] and not told:
            continue
        questions.append(Question(row["question"], row["title"], row["passage"], row["answerable"], [], told))
    return questions


BREAK = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]*[A-Z0-9])")
ABBREVIATED = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|Jr|Sr|No|vs|etc|e\.g|i\.e|c|ca|Inc|Ltd|Co|U\.S))\s?\.$")


def sentence_spans(text):
    """Where the sentences of `text` stand; a rough reading that suffices to learn from."""
    found, start = [], 0
    for gap in BREAK.finditer(text):
        if ABBREVIATED.search(text[start : gap.start()]):
            continue
        found.append((start, gap.start()))
        start = gap.end()
    found.append((start, len(text)))
    return [(a, b) for a, b in found if b > a]


@dataclass
class Example:
    """What the reader sees and should say.

    `sentences` numbers each token's sentence from 0, IGNORED outside the passage. `starts` and
    `ends` are places of tokens, 0 (the first token) for "not here"; empty where no span is known.
    `telling` are the numbers of the sentences that answer.
    """

    ids: numpy.ndarray
    types: numpy.ndarray
    sentences: numpy.ndarray
    starts: list
    ends: list
    telling: list
    answerable: bool


def example(question, tokenizer, limit):
    """None where an answer lies beyond `limit` tokens."""
    asked, _ = tokenizer.tokens(question.text)
    asked = asked[:QUESTION_TOKENS]
    title, _ = tokenizer.tokens(question.title)
    title = title[:TITLE_TOKENS] + [SEP] if title else []
    head = [CLS] + asked + [SEP] + title
    ids, places = tokenizer.tokens(question.passage)
    kept = limit - len(head) - 1
    ids, places = ids[:kept], places[:kept]
    ordered = question.bounds or sentence_spans(question.passage)
    numbers = [number_of(place, ordered) for place in places]
    starts, ends, told = [], [], {number_of(s, ordered) for s in question.sentences}
    for start, end in question.answers:
        first = next((i for i, p in enumerate(places) if p[1] > start), None)
        last = next((i for i in range(len(places) - 1, -1, -1) if places[i][0] < end), None)
        if first is None or last is None or last < first or places[last][1] < end:
            continue
        starts.append(len(head) + first)
        ends.append(len(head) + last)
        if not question.sentences:
            told.add(numbers[first])
    told &= set(numbers)
    if question.answerable and not told:
        return None
    if not question.answerable:
        starts, ends = [0], [0]
    all_ids = head + ids + [SEP]
    asked_part = 2 + len(asked)
    return Example(
        numpy.array(all_ids, numpy.int64),
        numpy.array([0] * asked_part + [1] * (len(all_ids) - asked_part), numpy.int64),
        numpy.array([IGNORED] * len(head) + numbers + [IGNORED], numpy.int64),
        starts,
        ends,
        sorted(told),
        question.answerable,
    )


def number_of(place, ordered):
    """The number of the sentence that `place` begins in."""
    for number, (start, end) in enumerate(ordered):
        if place[0] < end:
            return number
    return len(ordered) - 1


def normalised(text):
    return " ".join(re.findall(r"\w+", text.lower()))


def hard_negatives(questions, share, nearest, seed):
    """Answerable questions before passages that come near and do not hold the answer's words.

    `nearest` gives for the number of a question the numbers of all passages, nearest first.
    """
    chance = random.Random(seed)
    passages = pool(questions)
    found = []
    for number, question in enumerate(questions):
        if not question.answerable or chance.random() > share(question):
            continue
        words = [normalised(question.passage[a:b]) for a, b in question.answers]
        told = [normalised(question.passage[a:b]) for a, b in question.sentences]
        candidates = []
        for near in nearest(number):
            title, passage = passages[near]
            if passage == question.passage:
                continue
            plain = f" {normalised(passage)} "
            if any(f" {w} " in plain for w in words) or (told and not words and title == question.title):
                continue
            candidates.append(near)
            if len(candidates) == 4:
                break
        if candidates:
            found.append(question.about(*passages[chance.choice(candidates)]))
    return found


def pool(questions):
    """All passages, each once, in the order of their first question."""
    return list(dict.fromkeys((q.title, q.passage) for q in questions))
