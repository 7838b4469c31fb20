"""The base model of the reader, bge-small-en-v1.5, in plain PyTorch, loaded from its ONNX file."""

import math

import numpy
import onnx
import onnx.numpy_helper
import torch
from torch import nn
from torch.nn import functional

HIDDEN = 384
HEADS = 12
LAYERS = 12
INTERMEDIATE = 1536


class Layer(nn.Module):
    """One transformer layer of BERT: attention and feed-forward, each added and normalised."""

    def __init__(self):
        super().__init__()
        self.query = nn.Linear(HIDDEN, HIDDEN)
        self.key = nn.Linear(HIDDEN, HIDDEN)
        self.value = nn.Linear(HIDDEN, HIDDEN)
        self.output = nn.Linear(HIDDEN, HIDDEN)
        self.attended = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.widen = nn.Linear(HIDDEN, INTERMEDIATE)
        self.narrow = nn.Linear(INTERMEDIATE, HIDDEN)
        self.fed = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(0.1)

    def forward(self, states, bias):
        batch, length, _ = states.shape

        def heads(tensor):
            return tensor.view(batch, length, HEADS, HIDDEN // HEADS).transpose(1, 2)

        scores = heads(self.query(states)) @ heads(self.key(states)).transpose(-1, -2)
        weights = torch.softmax(scores / math.sqrt(HIDDEN // HEADS) + bias, dim=-1)
        mixed = (weights @ heads(self.value(states))).transpose(1, 2).reshape(batch, length, HIDDEN)
        states = self.attended(states + self.dropout(self.output(mixed)))
        fed = self.narrow(functional.gelu(self.widen(states)))
        return self.fed(states + self.dropout(fed))


class Embeddings(nn.Module):
    def __init__(self):
        super().__init__()
        self.words = nn.Embedding(30522, HIDDEN)
        self.positions = nn.Embedding(512, HIDDEN)
        self.types = nn.Embedding(2, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)

    def forward(self, ids, types):
        places = torch.arange(ids.shape[1])
        return self.norm(self.words(ids) + self.positions(places) + self.types(types))


class Encoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.embeddings = Embeddings()
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

    def forward(self, ids, types, mask):
        bias = attention_bias(mask)
        states = self.embeddings(ids, types)
        for layer in self.layers:
            states = layer(states, bias)
        return states


def attention_bias(mask):
    """The term added to attention scores so that padding is ignored."""
    return (1.0 - mask[:, None, None, :].float()) * -10000.0


# The names of a layer's parts, here and in the ONNX file.
PARTS = {
    "query": "attention/self/query",
    "key": "attention/self/key",
    "value": "attention/self/value",
    "output": "attention/output/dense",
    "widen": "intermediate/dense",
    "narrow": "output/dense",
}
NORMS = {"attended": "attention.output.LayerNorm", "fed": "output.LayerNorm"}


def matrix_names(graph):
    """The initializer of each MatMul, by the node's name; the exporter named initializers by numbers."""
    return {
        node.name: node.input[1]
        for node in graph.node
        if node.op_type in ("MatMul", "MatMulInteger")
    }


def read(path):
    """The encoder of an fp32 ONNX export of a BERT."""
    graph = onnx.load(path).graph
    values = {i.name: torch.from_numpy(numpy.copy(onnx.numpy_helper.to_array(i))) for i in graph.initializer}
    matrices = matrix_names(graph)
    encoder = Encoder()
    with torch.no_grad():
        encoder.embeddings.words.weight.copy_(values["embeddings.word_embeddings.weight"])
        encoder.embeddings.positions.weight.copy_(values["embeddings.position_embeddings.weight"])
        encoder.embeddings.types.weight.copy_(values["embeddings.token_type_embeddings.weight"])
        copy_norm(encoder.embeddings.norm, values, "embeddings.LayerNorm")
        for number, layer in enumerate(encoder.layers):
            prefix = f"encoder.layer.{number}"
            for part, name in PARTS.items():
                linear = getattr(layer, part)
                matrix = matrices[f"/encoder/layer.{number}/{name}/MatMul"]
                linear.weight.copy_(values[matrix].t())
                linear.bias.copy_(values[f"{prefix}.{name.replace('/', '.')}.bias"])
            for part, name in NORMS.items():
                copy_norm(getattr(layer, part), values, f"{prefix}.{name}")
    return encoder


def copy_norm(norm, values, name):
    norm.weight.copy_(values[f"{name}.weight"])
    norm.bias.copy_(values[f"{name}.bias"])
