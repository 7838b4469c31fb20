"""Learns the weights of features: those of the sentence choice and those of the confidence.

Reads the output of `./dossier eval QUESTIONS --features FILE`, one file per question set. Half of each set, chosen by the
question's id, is used for learning; the other half is only reported on.
"""

import argparse
import gzip
import hashlib
import json

import torch


def rows(path):
    opened = gzip.open(path, "rt", encoding="utf-8") if path.endswith(".gz") else open(path, encoding="utf-8")
    with opened as file:
        return [json.loads(line) for line in file]


def learned_from(row):
    return hashlib.sha256(row["id"].encode()).digest()[0] % 2 == 0


def fitted(loss, size, strength):
    """The weights that minimize `loss` with an L2 penalty of `strength` × their squares."""
    weights = torch.zeros(size, dtype=torch.float64, requires_grad=True)
    search = torch.optim.LBFGS([weights], max_iter=500, tolerance_grad=1e-9, line_search_fn="strong_wolfe")

    def closure():
        search.zero_grad()
        value = loss(weights) + strength * (weights[1:] ** 2).sum()
        value.backward()
        return value

    search.step(closure)
    return weights.detach()


def matrix(features, names):
    return torch.tensor([[f[name] for name in names] for f in features], dtype=torch.float64)


class Scaled:
    """Scales features to mean 0 and deviation 1 for the fit, and converts the weights back."""

    def __init__(self, values):
        self.mean = values.mean(dim=0)
        self.deviation = values.std(dim=0).clamp(min=1e-6)

    def of(self, values):
        return (values - self.mean) / self.deviation

    def weights(self, fitted):
        return fitted / self.deviation

    def bias(self, fitted):
        return -(fitted * self.mean / self.deviation).sum()


def learn_choice(sets, names, strength):
    """Learns the sentence choice: a softmax over a question's sentences, with those that contain the answer as targets."""
    groups = []
    for name, questions in sets.items():
        known = [r for r in questions if learned_from(r) and any(o["holds"] for o in r["options"])]
        groups += [(1 / max(1, len(known)), r) for r in known if not all(o["holds"] for o in r["options"])]
    scaled = Scaled(torch.cat([matrix([o["features"] for o in r["options"]], names) for _, r in groups]))
    inputs = [
        (share, scaled.of(matrix([o["features"] for o in r["options"]], names)), torch.tensor([o["holds"] for o in r["options"]]))
        for share, r in groups
    ]

    def loss(weights):
        total = 0
        for share, values, holds in inputs:
            scores = values @ weights[1:]
            total = total + share * (scores.logsumexp(0) - scores[holds].logsumexp(0))
        return total / len(sets)

    return scaled.weights(fitted(loss, len(names) + 1, strength)[1:])


def learn_confidence(sets, counts, names, strength):
    """Learns the confidence: the log-odds that the archive answers. Each set has its weight, and so has each class in it."""
    chosen, answerable, shares = [], [], []
    for name, questions in sets.items():
        learned = [r for r in questions if learned_from(r)]
        for side in (False, True):
            part = [r for r in learned if r["abstain"] == side]
            chosen += [r["features"] for r in part]
            answerable += [not side] * len(part)
            shares += [counts[name] / max(1, len(part))] * len(part)
    values, answers = matrix(chosen, names), torch.tensor(answerable, dtype=torch.float64)
    scaled, shares = Scaled(values), torch.tensor(shares, dtype=torch.float64)
    inputs = scaled.of(values)

    def loss(weights):
        odds = weights[0] + inputs @ weights[1:]
        each = torch.nn.functional.binary_cross_entropy_with_logits(odds, answers, reduction="none")
        return (each * shares).sum() / shares.sum()

    found = fitted(loss, len(names) + 1, strength)
    return found[0] + scaled.bias(found[1:]), scaled.weights(found[1:])


def area(odds, answers):
    """Area under the ROC: how often an answerable question has the greater odds, ties counting half."""
    yes, no = odds[answers], odds[~answers]
    if not len(yes) or not len(no):
        return float("nan")
    wins = (yes[:, None] > no[None, :]).double() + 0.5 * (yes[:, None] == no[None, :]).double()
    return wins.mean().item()


def balanced_error(odds, answers):
    refused = (odds[answers] < 0).double().mean().item() if answers.any() else float("nan")
    unfounded = (odds[~answers] >= 0).double().mean().item() if (~answers).any() else float("nan")
    return refused, unfounded


def report(name, questions, bias, weights, names, options, option_names):
    odds = bias + matrix([r["features"] for r in questions], names) @ weights
    answers = torch.tensor([not r["abstain"] for r in questions])
    refused, unfounded = balanced_error(odds, answers)
    known = [r for r in questions if any(o["holds"] for o in r["options"])]
    first = [
        r["options"][int((matrix([o["features"] for o in r["options"]], option_names) @ options).argmax())]["holds"]
        for r in known
    ]
    share = sum(first) / len(first) if first else float("nan")
    print(f"{name:24} {len(questions):5}  {area(odds, answers):.3f}  {refused:.3f}  {unfounded:.3f}  {share:.3f} of {len(known)}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", help="NAME=FILE to learn from a half (NAME@0.2=FILE: with weight 0.2), NAME:FILE only to report on")
    parser.add_argument("--strength", type=float, default=0.01)
    args = parser.parse_args()
    sets, counts, others = {}, {}, {}
    for file in args.files:
        if "=" in file:
            name, path = file.split("=", 1)
            name, _, count = name.partition("@")
            sets.setdefault(name, []).extend(rows(path))
            counts[name] = float(count or 1)
        else:
            name, path = file.split(":", 1)
            others.setdefault(name, []).extend(rows(path))
    any_row = next(r for questions in sets.values() for r in questions if r["options"])
    option_names, names = list(any_row["options"][0]["features"]), list(any_row["features"])
    for questions in [*sets.values(), *others.values()]:
        questions[:] = [r for r in questions if r["options"]]
    options = learn_choice(sets, option_names, args.strength)
    bias, weights = learn_confidence(sets, counts, names, args.strength)
    print("sentence weights:", json.dumps({n: round(w.item(), 3) for n, w in zip(option_names, options)}))
    print("confidence weights:", json.dumps({"bias": round(bias.item(), 3), **{n: round(w.item(), 3) for n, w in zip(names, weights)}}))
    print("set                  questions   AUROC  refused unfounded  best sentence contains the answer")
    for name, questions in sets.items():
        for half, side in (("learned", True), ("held out", False)):
            part = [r for r in questions if learned_from(r) == side]
            report(f"{name}, {half}", part, bias, weights, names, options, option_names)
    for name, questions in others.items():
        report(f"{name}, not learned", questions, bias, weights, names, options, option_names)


if __name__ == "__main__":
    main()
