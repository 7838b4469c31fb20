"""Converts question sets to training examples: token ids, and the positions of the answers."""

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
    """A question with a passage, and the parts of the passage that answer it, possibly none."""

    text: str
    title: str
    passage: str
    answerable: bool
    answers: list = field(default_factory=list)  # (start, end) in the passage
    sentences: list = field(default_factory=list)  # (start, end) of the sentences that answer
    bounds: list = field(default_factory=list)  # (start, end) of all sentences; empty if unknown

    def without_title(self):
        return replace(self, title="")

    def about(self, title, passage):
        """The same question with a passage that does not answer it."""
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
        sentences = [(start, start + len(sentence))] if start >= 0 else []
        questions.append(Question(row["question"], row["title"], row["passage"], True, spans(row), sentences))
    return questions


def read_clapnq(folder):
    questions = []
    for row in lines(folder, "clapnq"):
        sentences = []
        for sentence in [s for answer in row["answers"] for s in answer["sentences"]]:
            start = row["passage"].find(sentence.strip())
            if start >= 0:
                sentences.append((start, start + len(sentence.strip())))
        if row["answerable"] and not sentences:
            continue
        questions.append(Question(row["question"], row["title"], row["passage"], row["answerable"], [], sentences))
    return questions


BREAK = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]*[A-Z0-9])")
ABBREVIATED = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|Jr|Sr|No|vs|etc|e\.g|i\.e|c|ca|Inc|Ltd|Co|U\.S))\s?\.$")


def sentence_spans(text):
    """The spans of the sentences of `text`; approximate, which suffices for training."""
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
    """The input and the expected output of the reader.

    `sentences` numbers each token's sentence from 0, IGNORED outside the passage. `starts` and
    `ends` are indexes of tokens, 0 (the first token) for "not here"; empty if no span is known.
    `answer_sentences` are the numbers of the sentences that answer.
    """

    ids: numpy.ndarray
    types: numpy.ndarray
    sentences: numpy.ndarray
    starts: list
    ends: list
    answer_sentences: list
    answerable: bool


def example(question, tokenizer, limit):
    """The example of a question; None if its answer is beyond `limit` tokens."""
    question_ids, _ = tokenizer.tokens(question.text)
    question_ids = question_ids[:QUESTION_TOKENS]
    title, _ = tokenizer.tokens(question.title)
    title = title[:TITLE_TOKENS] + [SEP] if title else []
    head = [CLS] + question_ids + [SEP] + title
    ids, places = tokenizer.tokens(question.passage)
    kept = limit - len(head) - 1
    ids, places = ids[:kept], places[:kept]
    ordered = question.bounds or sentence_spans(question.passage)
    numbers = [number_of(place, ordered) for place in places]
    starts, ends, answer_sentences = [], [], {number_of(s, ordered) for s in question.sentences}
    for start, end in question.answers:
        first = next((i for i, p in enumerate(places) if p[1] > start), None)
        last = next((i for i in range(len(places) - 1, -1, -1) if places[i][0] < end), None)
        if first is None or last is None or last < first or places[last][1] < end:
            continue
        starts.append(len(head) + first)
        ends.append(len(head) + last)
        if not question.sentences:
            answer_sentences.add(numbers[first])
    answer_sentences &= set(numbers)
    if question.answerable and not answer_sentences:
        return None
    if not question.answerable:
        starts, ends = [0], [0]
    all_ids = head + ids + [SEP]
    first_part = 2 + len(question_ids)
    return Example(
        numpy.array(all_ids, numpy.int64),
        numpy.array([0] * first_part + [1] * (len(all_ids) - first_part), numpy.int64),
        numpy.array([IGNORED] * len(head) + numbers + [IGNORED], numpy.int64),
        starts,
        ends,
        sorted(answer_sentences),
        question.answerable,
    )


def number_of(place, ordered):
    """The number of the sentence that contains the start of `place`."""
    for number, (start, end) in enumerate(ordered):
        if place[0] < end:
            return number
    return len(ordered) - 1


def normalised(text):
    return " ".join(re.findall(r"\w+", text.lower()))


def hard_negatives(questions, share, nearest, seed):
    """Answerable questions with similar passages that do not contain the answer's words.

    `nearest` returns, for the number of a question, the numbers of all passages, most similar first.
    """
    chance = random.Random(seed)
    passages = pool(questions)
    found = []
    for number, question in enumerate(questions):
        if not question.answerable or chance.random() > share(question):
            continue
        words = [normalised(question.passage[a:b]) for a, b in question.answers]
        sentences = [normalised(question.passage[a:b]) for a, b in question.sentences]
        candidates = []
        for near in nearest(number):
            title, passage = passages[near]
            if passage == question.passage:
                continue
            plain = f" {normalised(passage)} "
            if any(f" {w} " in plain for w in words) or (sentences and not words and title == question.title):
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
