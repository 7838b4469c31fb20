"""Learns the weights of the relevance and of the confidence in answers about topics, and reports them with each set left out.

Reads, for each question set, the output of `./dossier eval QUESTIONS --features FILE` and of `./dossier eval QUESTIONS --json`.
Negative examples of the relevance are questions for other archives: `NAME!=FEATURES` without a report.
"""

import argparse
import collections
import json

import numpy

RELEVANCE = ["context-coverage", "cosine", "log-size"]
READER = "reader-answerability"


def rows(name, features, report):
    asked = {q["id"]: q for q in json.load(open(report, encoding="utf-8"))["questions"]} if report else None
    for line in open(features, encoding="utf-8"):
        row = json.loads(line)
        question = asked.get(row["id"]) if asked else None
        if row["features"] and (asked is None or question is not None):
            helpful = question is not None and question["judgement"] == "helpful"
            declined = question is not None and question["judgement"] in ("overclaimed", "rightly declined")
            yield {"set": name, "features": row["features"], "foreign": asked is None, "helpful": helpful, "declined": declined}


def fitted(values, targets, shares, strength=1.0):
    """Logistic regression by Newton's method with an L2 penalty on scaled features."""
    mean, deviation = values.mean(0), values.std(0) + 1e-6
    scaled = numpy.c_[numpy.ones(len(values)), (values - mean) / deviation]
    penalty = numpy.eye(scaled.shape[1]) * strength
    penalty[0, 0] = 0
    weights = numpy.zeros(scaled.shape[1])
    for _ in range(200):
        chance = 1 / (1 + numpy.exp(-scaled @ weights))
        gradient = scaled.T @ (shares * (chance - targets)) + penalty @ weights
        curvature = (scaled.T * (shares * chance * (1 - chance))) @ scaled + penalty
        step = numpy.linalg.solve(curvature, gradient)
        weights -= step
        if abs(step).max() < 1e-8:
            break
    return weights[0] - (weights[1:] / deviation * mean).sum(), weights[1:] / deviation


def area(scores, targets):
    yes, no = scores[targets == 1], scores[targets == 0]
    if not len(yes) or not len(no):
        return float("nan")
    return ((yes[:, None] > no[None]).mean() + (yes[:, None] == no[None]).mean() / 2).item()


def learn(title, examples, target):
    values = numpy.array([[e["features"].get(name, 0.0) for name in RELEVANCE] for e in examples])
    targets = numpy.array([float(target(e)) for e in examples])
    sets = numpy.array([e["set"] for e in examples])
    counts = collections.Counter(sets)
    shares = numpy.array([100 / (counts[name] + 20) for name in sets])
    bias, weights = fitted(values, targets, shares)
    print(title, "bias %.2f" % bias, {name: round(float(w), 2) for name, w in zip(RELEVANCE, weights)})
    print("  area under the ROC: %.3f" % area(values @ weights, targets))
    for name in sorted(set(sets)):
        others = sets != name
        without, other_weights = fitted(values[others], targets[others], shares[others])
        part = values[sets == name] @ other_weights
        rest = targets[sets == name]
        against = values @ other_weights
        print("  %-32s left out: area %.3f, against all %.3f" % (name, area(part, rest), area(
            numpy.r_[part[rest == 1], against[targets == 0]], numpy.r_[numpy.ones((rest == 1).sum()), numpy.zeros((targets == 0).sum())])))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="+", help="NAME=FEATURES,REPORT, or NAME!=FEATURES for questions for another archive")
    examples = []
    for text in parser.parse_args().sets:
        name, _, files = text.partition("=")
        features, _, report = files.partition(",")
        examples += rows(name.rstrip("!"), features, report)
    learn("relevance:", [e for e in examples if e["foreign"] or e["helpful"]], lambda e: e["helpful"])
    topics = [e for e in examples if not e["foreign"] and READER not in e["features"]]
    learn("topics:", topics, lambda e: e["helpful"])


main()
