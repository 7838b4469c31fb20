"""Writes an archive of the passages and a question set about them, from which the program selects its reader's input.

`./dossier eval QUESTIONS --features FILE` then writes the sentences that the reader would receive for each question, and
train.py learns from them. README.md has the commands.
"""

import argparse
import json
import os

import examples as data


def articles(pool):
    for number, (title, passage) in enumerate(pool):
        yield {"id": article_id(number), "title": title, "text": passage}


def article_id(number):
    return f"p{number}"


def question_set(questions, numbers):
    for number, question in enumerate(questions):
        line = {"id": str(number), "question": question.text}
        texts = {question.passage[a:b] for a, b in question.answers or question.sentences}
        texts = sorted(t for t in texts if any(letter.isalnum() for letter in t))
        if question.answerable:
            line["articles"] = [article_id(numbers[question.title, question.passage])]
            if texts:
                line["answers"] = [texts]
        else:
            line["abstain"] = True
        yield line


def write(path, lines):
    with open(path, "w", encoding="utf-8") as file:
        for line in lines:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True, help="the folder of squad2, qed and clapnq, each .jsonl.gz")
    parser.add_argument("--out", required=True, help="the folder for archive.jsonl and questions.jsonl")
    args = parser.parse_args()
    questions = data.read(args.data)
    pool = data.pool(questions)
    os.makedirs(args.out, exist_ok=True)
    write(os.path.join(args.out, "archive.jsonl"), articles(pool))
    write(os.path.join(args.out, "questions.jsonl"), question_set(questions, {p: n for n, p in enumerate(pool)}))


if __name__ == "__main__":
    main()
