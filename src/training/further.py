"""Trains a reader further, on sentences selected from the passages of more question sets. README.md has the commands."""

import os
import random
import re

import numpy
import onnx
import onnx.numpy_helper
import torch
from torch import nn

import encoder as encoders
import examples as data
import train
from train import ANSWERS, END, SENTENCE, START, Batch, log
from wordpiece import WordPiece

# Examples of each set in an epoch. Sets whose passages are one sentence, or far from an archive's prose, count for less.
SHARES = {
    "squad1-train": 26_000,
    "squad2-train-not": 14_000,
    "near": 24_000,
    "squad2": 6_078,
    "squad2-dev": 5_790,
    "qed": 1_355,
    "clapnq": 600,
    "nq-gold": 1_634,
    "selqa": 2_374,
    "timeqa-human": 2_178,
    "squadshifts-wiki": 5_000,
    "squadshifts-reddit": 1_500,
    "squadshifts-amazon": 1_500,
    "qadiscourse": 8_804,
    "qamr": 6_000,
    "tweetqa": 2_500,
    "onestopqa": 1_443,
    "fairytaleqa": 4_000,
    "covidqa": 1_280,
}

# Titles of the held-out questions: one in this many, by the hash of the title.
HELD_OUT = 25
WORD = re.compile(r"\w+")
COMMON = set("a an and are as at be by did do does for from had has have how in is it its of on or that the this to was were what when where which who whom whose why will with".split())


def questions(folder, name):
    """The questions of a set; those with whole sentences as answers have no spans."""
    found = []
    for row in data.lines(folder, name):
        title, passage = row.get("title") or "", row["passage"]
        if name == "clapnq":
            starts = [(passage.find(s.strip()), len(s.strip())) for a in row["answers"] for s in a["sentences"]]
            spans = [(start, start + length) for start, length in starts if start >= 0]
        else:
            spans = data.spans(row)
        answerable = row.get("answerable", bool(row["answers"]))
        if answerable and not spans:
            continue
        whole = name == "clapnq" or row.get("level") == "sentence" or name in ("selqa", "qadiscourse")
        found.append(data.Question(row["question"], title, passage, answerable, [] if whole else spans, spans if whole else []))
    return found


def is_held_out(question):
    return sum(question.title.encode()) % HELD_OUT == 0 and question.title != ""


def stems(text):
    return {word[:5] for word in WORD.findall(text.lower())} - COMMON


def shown(question, chance, most):
    """The question with the sentences that the program could show of its passage: the nearest ones, in reading order."""
    bounds = data.sentence_spans(question.passage)
    places = question.sentences or question.answers
    holding = lambda a, b: any(start < b and end > a for start, end in places)
    asked = stems(question.text)
    near = sorted(
        range(len(bounds)), key=lambda n: (-len(asked & stems(question.passage[slice(*bounds[n])])), chance.random())
    )
    count = chance.randint(1, most)
    kept = set(near[:count]) | {n for n in range(len(bounds)) if holding(*bounds[n])}
    text, moved, cut = "", [], []
    for n in sorted(kept):
        a, b = bounds[n]
        start = len(text) + 1 if text else 0
        text = f"{text} {question.passage[a:b]}" if text else question.passage[a:b]
        cut.append((start, len(text)))
        moved.append((a, b, start))
    inside = lambda spans: [(s + x - a, s + y - a) for x, y in spans for a, b, s in moved if a <= x and y <= b]
    # An answer that goes beyond a sentence is known by its sentences only.
    sentences = [c for (a, b, _), c in zip(moved, cut) if holding(a, b)]
    return data.Question(question.text, question.title, text, question.answerable, inside(question.answers), sentences, cut)


def all_examples(args, tokenizer):
    """The examples to learn from, and those held out."""
    chance = random.Random(args.seed)
    learned, held = [], []
    for name, share in SHARES.items():
        if not os.path.exists(os.path.join(args.data, name + ".jsonl.gz")):
            raise SystemExit(f"{args.data} has no {name}.jsonl.gz")
        read = questions(args.data, name)
        chance.shuffle(read)
        kept = [q for q in read if not is_held_out(q)][: int(share * args.share)]
        out = [q for q in read if is_held_out(q)][:150] if name in ("squad2", "squad2-dev", "squad1-train", "near", "selqa", "nq-gold") else []
        for chosen, into in ((kept, learned), (out, held)):
            for question in chosen:
                question = shown(question, chance, args.sentences)
                if chance.random() < args.untitled:
                    question = question.without_title()
                made = data.example(question, tokenizer, args.tokens)
                if made is not None:
                    into.append(made)
        log(f"{name}: {len(read)} read, {len(learned)} examples so far, {len(held)} held out")
    return learned, held


def from_int8(path, encoder):
    """The encoder with the learned layers of a reader written by quantize.py, its layers' numbers from 1, and its head."""
    graph = onnx.load(path).graph
    values = {i.name: torch.from_numpy(numpy.copy(onnx.numpy_helper.to_array(i))) for i in graph.initializer}
    matrices = {name.replace("_quant", ""): matrix for name, matrix in encoders.matrix_names(graph).items()}
    layers = sorted({int(m.group(1)) for m in (re.match(r"/encoder/layer\.(\d+)/", name) for name in matrices) if m})
    with torch.no_grad():
        for number in layers:
            layer, prefix = encoder.layers[number], f"encoder.layer.{number}"
            for part, name in encoders.PARTS.items():
                matrix = matrices[f"/encoder/layer.{number}/{name}/MatMul"].removesuffix("_quantized")
                weight = values[f"{matrix}_quantized"].float() - values[f"{matrix}_zero_point"].float()
                getattr(layer, part).weight.copy_((weight * values[f"{matrix}_scale"]).t())
                getattr(layer, part).bias.copy_(values[f"{prefix}.{name.replace('/', '.')}.bias"])
            for part, name in encoders.NORMS.items():
                encoders.copy_norm(getattr(layer, part), values, f"{prefix}.{name}")
    head = nn.Linear(encoders.HIDDEN, train.OUTPUTS)
    with torch.no_grad():
        head.weight.copy_(values["head.weight"].t())
        head.bias.copy_(values["head.bias"])
    return [number + 1 for number in layers], head


class Short(nn.Module):
    """The layers of a reader beyond the frozen ones, and its head."""

    def __init__(self, reader, kept, frozen):
        super().__init__()
        self.layers = nn.ModuleList(reader.encoder.layers[number - 1] for number in kept[frozen:])
        self.head = reader.head

    def forward(self, states, mask):
        bias = encoders.attention_bias(mask)
        for layer in self.layers:
            states = layer(states, bias)
        return self.head(states)


def report(reader, short, held, args):
    """How often the best sentence answers, and the area under the ROC of "the passage answers"."""
    right, answered, odds = 0, 0, []
    with torch.no_grad():
        for i in range(0, len(held), 32):
            batch = Batch(held[i : i + 32])
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=args.bfloat16):
                logits = short(reader.lower_states(batch.ids, batch.types, batch.mask), batch.mask).float()
            allowed = batch.sentences >= 0
            starts = logits[:, :, START].masked_fill(~allowed, -1e4)
            ends = logits[:, :, END].masked_fill(~allowed, -1e4)
            for row, example in enumerate(batch.examples):
                odds.append((float(logits[row, 0, ANSWERS]), example.answerable))
                if example.answerable:
                    best = max(
                        set(example.sentences.tolist()) - {data.IGNORED},
                        key=lambda n: float(
                            (starts[row][batch.sentences[row] == n].max() + ends[row][batch.sentences[row] == n].max())
                        ),
                    )
                    right += best in example.answer_sentences
                    answered += 1
    ordered = sorted(odds)
    ranks = [rank for rank, (_, yes) in enumerate(ordered) if yes]
    yes, no = len(ranks), len(ordered) - len(ranks)
    area = (sum(ranks) - yes * (yes - 1) / 2) / (yes * no)
    log(f"held out: answering sentence {right / answered:.3f} of {answered}, the passage answers: area {area:.3f} of {len(odds)}")


def main():
    parser = train.arguments(__doc__)
    parser.add_argument("--reader", required=True, help="the int8 ONNX file of the reader to continue from")
    parser.add_argument("--frozen", type=int, default=2, help="the number of layers that are not trained")
    parser.add_argument("--sentences", type=int, default=6, help="at most so many sentences of a passage, plus those that answer")
    parser.add_argument("--share", type=float, default=1.0, help="the share of the examples to use")
    parser.add_argument("--every", type=int, default=400, help="steps between two checkpoints")
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    encoder = encoders.read(args.encoder)
    kept, head = from_int8(args.reader, encoder)
    reader = train.Reader(encoder, args.frozen)
    reader.head = head
    learned, held = all_examples(args, WordPiece(args.tokenizer))
    if args.few:
        learned = random.Random(args.seed).sample(learned, args.few)
    log(f"{len(learned)} examples, {sum(e.answerable for e in learned)} answerable, mean of {numpy.mean([len(e.ids) for e in learned]):.0f} tokens")
    short = Short(reader, kept, args.frozen)
    # Without dropout: every example is seen once.
    reader.eval()
    report(reader, short, held, args)
    done = 0

    def save():
        torch.save({"layers": kept, "frozen": args.frozen, "weights": reader.state_dict()}, args.out)

    def loss(part):
        nonlocal done
        done += 1
        if done % args.every == 0:
            save()
            report(reader, short, held, args)
        batch = Batch([learned[j] for j in part])
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=args.bfloat16):
            with torch.no_grad():
                lower = reader.lower_states(batch.ids, batch.types, batch.mask)
            logits = short(lower, batch.mask)
        return train.loss_of(logits.float(), batch)

    for epoch in train.descend(list(short.parameters()), learned, loss, args):
        save()
        report(reader, short, held, args)
        log(f"epoch {epoch} written to {args.out}")


if __name__ == "__main__":
    main()
