"""The reader's input in the program: some sentences of a passage at a time."""

import json

from examples import Question, normalised, pool
from question_archive import article_id


def questions_of(questions, generated):
    """The questions by id: those of question_archive.py, and those of the file that GeneratedQuestions wrote."""
    by_id = {str(number): question for number, question in enumerate(questions)}
    homes = {article_id(number): place for number, place in enumerate(pool(questions))}
    if generated:
        with open(generated, encoding="utf-8") as file:
            for row in map(json.loads, file):
                title, passage = homes[row["articles"][0]]
                sentence = row["answers"][0][0]
                start = passage.find(sentence)
                if start >= 0:
                    span = (start, start + len(sentence))
                    by_id[row["id"]] = Question(row["question"], title, passage, True, [], [span])
    return by_id, homes


def read(path, questions, generated, most):
    """The output of `./dossier eval --features` for these questions, with each passage as a separate question.

    Of the passages that do not answer, those of the answering article and the best `most` others are included. A
    passage is omitted if it is unknown whether it answers.
    """
    by_id, homes = questions_of(questions, generated)
    found = []
    with open(path, encoding="utf-8") as file:
        for row in map(json.loads, file):
            question, others = by_id.get(row["id"]), 0
            if question is None:
                continue
            for options in passages(row["options"]):
                at_home = homes[options[0]["article"]] == (question.title, question.passage)
                others += not at_home
                if at_home or others <= most:
                    found.append(with_sentences(question, options, at_home))
    return [f for f in found if f is not None]


def passages(options):
    """The sentences of each passage in reading order; the passages by their best sentence."""
    grouped = {}
    for option in options:
        grouped.setdefault(option["passage"], []).append(option)
    return [sorted(group, key=lambda o: o["place"]) for group in grouped.values()]


def with_sentences(question, options, at_home):
    """The question with these sentences as its passage; None if they may answer although the data does not say so."""
    text, bounds, answers, answer_sentences = "", [], [], []
    for option in options:
        start = len(text) + 1 if text else 0
        text = f"{text} {option['text']}" if text else option["text"]
        bounds.append((start, len(text)))
        if not at_home or not question.answerable:
            continue
        place = question.passage.find(option["text"])
        if place < 0:
            return None
        within = lambda spans: [
            (start + a - place, start + b - place) for a, b in spans if a >= place and b <= place + len(option["text"])
        ]
        answers += within(question.answers)
        if within(question.sentences) or (not question.sentences and within(question.answers)):
            answer_sentences.append(bounds[-1])
    title = options[0]["title"] or ""
    if not answer_sentences and question.answerable and may_answer(question, text, title):
        return None
    return Question(question.text, title, text, bool(answer_sentences), answers if answer_sentences else [], answer_sentences, bounds)


def may_answer(question, text, title):
    words = [normalised(question.passage[a:b]) for a, b in question.answers]
    plain = f" {normalised(text)} "
    return any(f" {w} " in plain for w in words) or (not words and title == question.title)
