"""Trains the reader: it predicts where a passage answers a question, if it does. README.md has the commands."""

import argparse
import json
import random
import time

import numpy
import torch
from torch import nn
from torch.nn import functional

import encoder as encoders
import examples as data
import reader_inputs
from wordpiece import WordPiece

# The outputs of the head for each token: start of the answer, end of the answer, its sentence answers. The
# first token's fourth output means that the passage answers at all; its other three mean "nowhere".
OUTPUTS = 4
START, END, SENTENCE, ANSWERS = range(OUTPUTS)


class Reader(nn.Module):
    """The encoder's upper layers with a head; `lower` layers are frozen and computed beforehand."""

    def __init__(self, encoder, lower):
        super().__init__()
        self.encoder = encoder
        self.lower = lower
        self.head = nn.Linear(encoders.HIDDEN, OUTPUTS)
        nn.init.normal_(self.head.weight, std=0.02)
        nn.init.zeros_(self.head.bias)

    def upper_parameters(self):
        yield from self.head.parameters()
        for layer in self.encoder.layers[self.lower :]:
            yield from layer.parameters()

    def lower_states(self, ids, types, mask):
        bias = encoders.attention_bias(mask)
        states = self.encoder.embeddings(ids, types)
        for layer in self.encoder.layers[: self.lower]:
            states = layer(states, bias)
        return states

    def forward(self, states, mask):
        bias = encoders.attention_bias(mask)
        for layer in self.encoder.layers[self.lower :]:
            states = layer(states, bias)
        return self.head(states)


def padded(arrays, value):
    length = max(len(a) for a in arrays)
    return torch.from_numpy(numpy.stack([numpy.pad(a, (0, length - len(a)), constant_values=value) for a in arrays]))


class Batch:
    def __init__(self, chosen):
        self.examples = chosen
        self.ids = padded([e.ids for e in chosen], 0)
        self.types = padded([e.types for e in chosen], 0)
        self.mask = padded([numpy.ones(len(e.ids), numpy.int64) for e in chosen], 0)
        self.sentences = padded([e.sentences for e in chosen], data.IGNORED)


def batches(chosen, size, chance):
    """Batches of examples of similar length, to reduce padding; the batches are in random order."""
    order = sorted(range(len(chosen)), key=lambda i: (len(chosen[i].ids) + chance.uniform(0, 16), i))
    cut = [order[i : i + size] for i in range(0, len(order), size)]
    chance.shuffle(cut)
    return cut


def likelihood(logits, allowed, targets):
    """−log of the share of the softmax over `allowed` that falls on `targets`, a mean over the rows with targets."""
    known = targets.any(dim=1)
    if not known.any():
        return logits.sum() * 0
    whole = logits.masked_fill(~allowed, -1e4).logsumexp(dim=1)
    part = logits.masked_fill(~targets, -1e4).logsumexp(dim=1)
    return (whole - part)[known].mean()


def sentence_logits(logits, batch):
    """For each example: "nowhere", then the mean of each sentence's tokens; −1e4 if the sentence is absent."""
    count = int(batch.sentences.max()) + 1
    member = functional.one_hot((batch.sentences + 1).clamp(min=0), count + 1)[..., 1:].float()
    sums = torch.einsum("bl,bls->bs", logits[:, :, SENTENCE], member)
    sizes = member.sum(dim=1)
    means = (sums / sizes.clamp(min=1)).masked_fill(sizes == 0, -1e4)
    return torch.cat([logits[:, :1, SENTENCE], means], dim=1)


def loss_of(logits, batch):
    rows, length = batch.ids.shape
    in_passage = batch.sentences >= 0
    allowed = in_passage.clone()
    allowed[:, 0] = True
    starts = torch.zeros(rows, length, dtype=torch.bool)
    ends = torch.zeros(rows, length, dtype=torch.bool)
    sentences = sentence_logits(logits, batch)
    answer_sentences = torch.zeros(sentences.shape, dtype=torch.bool)
    answers = torch.zeros(rows)
    for row, example in enumerate(batch.examples):
        starts[row, example.starts] = True
        ends[row, example.ends] = True
        answer_sentences[row, [1 + n for n in example.answer_sentences] if example.answerable else [0]] = True
        answers[row] = float(example.answerable)
    span = likelihood(logits[:, :, START], allowed, starts) + likelihood(logits[:, :, END], allowed, ends)
    sentence = likelihood(sentences, sentences > -1e4, answer_sentences)
    answering = functional.binary_cross_entropy_with_logits(logits[:, 0, ANSWERS], answers)
    return span / 2 + sentence + 0.5 * answering


def nearest_by_words(questions, passages, tokenizer, count=30):
    """For each question, the numbers of the best passages by BM25 over tokens (k1 0.9, b 0.4)."""
    written = [tokenizer.tokens(f"{title}. {passage}")[0] for title, passage in passages]
    counts = numpy.zeros((len(passages), 30522), numpy.float32)
    for row, ids in enumerate(written):
        numpy.add.at(counts[row], ids, 1)
    lengths = counts.sum(axis=1, keepdims=True)
    rarity = numpy.log1p((len(passages) + 0.5) / ((counts > 0).sum(axis=0) + 0.5))
    weights = counts * 1.9 / (counts + 0.9 * (0.6 + 0.4 * lengths / lengths.mean())) * rarity
    found = []
    for question in questions:
        scores = weights[:, sorted(set(tokenizer.tokens(question.text)[0]))].sum(axis=1)
        found.append(numpy.argsort(-scores, kind="stable")[:count])
    return found


def all_examples(args, tokenizer):
    questions = data.read(args.data)
    questions = reader_inputs.read(args.features, questions, args.generated, args.others) if args.features else whole_passages(args, questions, tokenizer)
    chance = random.Random(args.seed)
    made = [
        data.example(q if chance.random() > args.untitled else q.without_title(), tokenizer, args.tokens)
        for q in questions
    ]
    kept = [e for e in made if e is not None]
    log(f"{len(kept)} examples, {sum(e.answerable for e in kept)} of them answered by their passage")
    return kept


def whole_passages(args, questions, tokenizer):
    """The questions with their passages, and with similar ones that do not answer."""
    passages = data.pool(questions)
    log(f"{len(questions)} questions on {len(passages)} passages; searching for similar ones")
    nearest = nearest_by_words(questions, passages, tokenizer)
    share = lambda q: 1.0 if q.sentences else args.negatives
    return questions + data.hard_negatives(questions, share, lambda number: nearest[number], args.seed)


def log(line):
    print(f"{time.strftime('%H:%M:%S')} {line}", flush=True)


def with_lower_states(reader, chosen, size, args):
    """The states after the frozen layers, computed once and stored in half precision."""
    reader.eval()
    states = [None] * len(chosen)
    order = sorted(range(len(chosen)), key=lambda i: len(chosen[i].ids))
    with torch.no_grad():
        for i in range(0, len(order), size):
            part = order[i : i + size]
            batch = Batch([chosen[j] for j in part])
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=args.bfloat16):
                computed = reader.lower_states(batch.ids, batch.types, batch.mask)
            for row, j in enumerate(part):
                states[j] = computed[row, : len(chosen[j].ids)].half()
    return states


def learn(reader, chosen, args):
    states = with_lower_states(reader, chosen, 32, args)
    log(f"lower {reader.lower} layers computed")
    reader.train()
    mean = Mean()

    def loss(part):
        batch = Batch([chosen[j] for j in part])
        lower = nn.utils.rnn.pad_sequence([states[j].float() for j in part], batch_first=True)
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=args.bfloat16):
            logits = reader(lower, batch.mask)
        return loss_of(logits.float(), batch)

    for epoch in descend(list(reader.upper_parameters()), chosen, loss, args):
        mean.add(reader.state_dict(), epoch)
        weights = mean.state if args.average else reader.state_dict()
        torch.save({"layers": list(range(1, encoders.LAYERS + 1)), "frozen": reader.lower, "weights": weights}, args.out)
        log(f"epoch {epoch} written to {args.out}")


def descend(parameters, chosen, loss_of_part, args):
    """Trains for `args.epochs` epochs; yields the number of each epoch at its end."""
    chance = random.Random(args.seed)
    steps = args.epochs * ((len(chosen) + args.batch - 1) // args.batch)
    groups = [
        {"params": [p for p in parameters if p.dim() > 1], "weight_decay": 0.01},
        {"params": [p for p in parameters if p.dim() == 1], "weight_decay": 0.0},
    ]
    optimizer = torch.optim.AdamW(groups, lr=args.rate)
    warm = max(1, int(0.06 * steps))
    rate = lambda step: min(step / warm, max(0.0, (steps - step) / (steps - warm)))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, rate)
    done, smooth = 0, None
    for epoch in range(1, args.epochs + 1):
        for part in batches(chosen, args.batch, chance):
            loss = loss_of_part(part)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(parameters, 1.0)
            optimizer.step()
            schedule.step()
            done += 1
            smooth = loss.item() if smooth is None else 0.98 * smooth + 0.02 * loss.item()
            if done % 25 == 0:
                log(f"epoch {epoch} step {done}/{steps} loss {smooth:.3f}")
        yield epoch


class Mean:
    """The weighted mean of the states added."""

    def __init__(self):
        self.state, self.counted = None, 0

    def add(self, state, count):
        self.counted += count
        share = count / self.counted
        if self.state is None:
            self.state = {name: value.clone() for name, value in state.items()}
        else:
            self.state = {name: (1 - share) * value + share * state[name] for name, value in self.state.items()}


def arguments(description):
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--encoder", required=True, help="the fp32 ONNX file of bge-small-en-v1.5")
    parser.add_argument("--tokenizer", required=True, help="its tokenizer.json")
    parser.add_argument("--data", required=True, help="the folder of squad2, qed and clapnq, each .jsonl.gz")
    parser.add_argument("--out", required=True, help="the output file for the weights")
    parser.add_argument("--features", help="learn from the reader's input in the program: a file of eval --features")
    parser.add_argument("--generated", help="the questions among them that GeneratedQuestions generated")
    parser.add_argument("--others", type=int, default=2, help="passages of other articles per question")
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--batch", type=int, default=24)
    parser.add_argument("--rate", type=float, default=8e-5)
    parser.add_argument("--tokens", type=int, default=224)
    parser.add_argument("--negatives", type=float, default=0.5, help="share of SQuAD's answerable questions")
    parser.add_argument("--untitled", type=float, default=0.15)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--bfloat16", action="store_true")
    parser.add_argument("--few", type=int, default=0, help="the number of examples to use, for a trial run")
    return parser


def prepare(args):
    """The encoder and the examples; seeds all random numbers."""
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    chosen = all_examples(args, WordPiece(args.tokenizer))
    if args.few:
        chosen = random.Random(args.seed).sample(chosen, args.few)
    log(json.dumps(vars(args)))
    return encoders.read(args.encoder), chosen


def main():
    parser = arguments(__doc__)
    parser.add_argument("--weights", help="the weights to continue from")
    parser.add_argument("--lower", type=int, default=6, help="the number of layers that are not trained")
    parser.add_argument("--average", action="store_true", help="write the mean of the epochs' weights, weighted by the number of the epoch")
    args = parser.parse_args()
    encoder, chosen = prepare(args)
    reader = Reader(encoder, args.lower)
    if args.weights:
        reader.load_state_dict(torch.load(args.weights)["weights"])
    learn(reader, chosen, args)


if __name__ == "__main__":
    main()
