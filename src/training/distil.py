"""Distils a reader of fewer layers from one with all twelve. README.md has the commands."""

import torch
from torch import nn
from torch.nn import functional

import encoder as encoders
import train
from train import ANSWERS, END, SENTENCE, START, Batch, Reader, log


class Shortened(nn.Module):
    """A reader reduced to the layers `kept`, without the first `frozen` of them, and its head."""

    def __init__(self, reader, kept, frozen):
        super().__init__()
        self.layers = nn.ModuleList(reader.encoder.layers[number - 1] for number in kept[frozen:])
        self.head = reader.head

    def forward(self, states, mask):
        bias = encoders.attention_bias(mask)
        for layer in self.layers:
            states = layer(states, bias)
        return self.head(states)


def teacher_outputs(teacher, chosen, frozen, args):
    """For each example, the states after the first `frozen` layers, and the teacher's outputs for its tokens."""
    teacher.eval()
    states, outputs = [None] * len(chosen), [None] * len(chosen)
    order = sorted(range(len(chosen)), key=lambda i: len(chosen[i].ids))
    with torch.no_grad():
        for i in range(0, len(order), args.batch):
            part = order[i : i + args.batch]
            batch = Batch([chosen[j] for j in part])
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=args.bfloat16):
                lower = teacher.lower_states(batch.ids, batch.types, batch.mask)
                scores = teacher(lower, batch.mask)
            for row, j in enumerate(part):
                states[j] = lower[row, : len(chosen[j].ids)].half()
                outputs[j] = scores[row, : len(chosen[j].ids)].float()
    return states, outputs


def divergence(logits, taught, allowed):
    """The Kullback–Leibler divergence of the softmax over `allowed` from the teacher's; a mean over rows."""
    mine = functional.log_softmax(logits.masked_fill(~allowed, -1e4), dim=1)
    theirs = functional.softmax(taught.masked_fill(~allowed, -1e4), dim=1)
    return functional.kl_div(mine, theirs, reduction="batchmean")


def loss_of(logits, taught, batch):
    """The loss for the teacher's choices, for the teacher's log-odds, and for the labels."""
    allowed = batch.sentences >= 0
    allowed[:, 0] = True
    mine, theirs = (train.sentence_logits(scores, batch) for scores in (logits, taught))
    choosing = sum(divergence(logits[:, :, part], taught[:, :, part], allowed) for part in (START, END)) / 2
    choosing += divergence(mine, theirs, mine > -1e4)
    answering, certain = logits[:, 0, ANSWERS], taught[:, 0, ANSWERS]
    choosing += 0.5 * functional.binary_cross_entropy_with_logits(answering, certain.sigmoid())
    # The program compares differences of log-odds, not only ranks.
    odds = lambda scores: (scores - scores[:, :1])[..., : SENTENCE + 1][allowed]
    sure = functional.smooth_l1_loss(odds(logits), odds(taught)) + functional.smooth_l1_loss(answering, certain)
    return choosing + 0.2 * sure + 0.3 * train.loss_of(logits, batch)


def learn(teacher, kept, chosen, args):
    states, outputs = teacher_outputs(teacher, chosen, args.frozen, args)
    log("teacher outputs computed")
    student = Shortened(teacher, kept, args.frozen)
    student.train()

    def loss(part):
        batch = Batch([chosen[j] for j in part])
        lower, taught = (
            nn.utils.rnn.pad_sequence([values[j].float() for j in part], batch_first=True) for values in (states, outputs)
        )
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=args.bfloat16):
            logits = student(lower, batch.mask)
        return loss_of(logits.float(), taught, batch)

    for epoch in train.descend(list(student.parameters()), chosen, loss, args):
        torch.save({"layers": kept, "frozen": args.frozen, "weights": teacher.state_dict()}, args.out)
        log(f"epoch {epoch} written to {args.out}")


def main():
    parser = train.arguments(__doc__)
    parser.add_argument("--teacher", required=True, help="the weights of the teacher")
    parser.add_argument("--layers", required=True, help="the layers to keep: numbers from 1, separated by commas")
    parser.add_argument("--frozen", type=int, default=2, help="the number of them that are not trained")
    args = parser.parse_args()
    kept = [int(number) for number in args.layers.split(",")]
    if kept[: args.frozen] != list(range(1, args.frozen + 1)):
        parser.error("the frozen layers must be the first ones")
    encoder, chosen = train.prepare(args)
    teacher = Reader(encoder, args.frozen)
    teacher.load_state_dict(torch.load(args.teacher)["weights"])
    learn(teacher, kept, chosen, args)


if __name__ == "__main__":
    main()
