"""Writes trained weights as an int8 ONNX file, with the graph of the quantized encoder."""

import argparse
import re

import numpy
import onnx
from onnx import helper, numpy_helper
import torch

import encoder as encoders
from train import OUTPUTS, Reader

SCORES = "scores"
LAYER = re.compile(r"/encoder/layer\.(\d+)/")

# The suffixes of a value passed between layers: as floats and quantized.
FORMS = ("", "_quantized", "_scale", "_zero_point")

# Seven bits, as in the quantized encoder: eight would overflow the 16-bit sums of processors without VNNI.
LEVELS = 64


def quantized(weight):
    """Symmetric int8 for each column, and the columns' scales."""
    scale = numpy.abs(weight).max(axis=0) / LEVELS
    scale[scale == 0] = 1
    return numpy.clip(numpy.rint(weight / scale), -LEVELS, LEVELS).astype(numpy.int8), scale.astype(numpy.float32)


def replace(graph, values):
    for initializer in graph.initializer:
        if initializer.name in values:
            value = values.pop(initializer.name)
            old = numpy_helper.to_array(initializer)
            if old.shape != value.shape or old.dtype != value.dtype:
                raise ValueError(f"{initializer.name} is {old.dtype}{old.shape}, not {value.dtype}{value.shape}")
            initializer.CopyFrom(numpy_helper.from_array(value, initializer.name))
    if values:
        raise ValueError(f"the quantized encoder has no {sorted(values)}")


def layer_of(node):
    """The number of the layer that a node belongs to, from 0; None outside of layers."""
    found = LAYER.match(node.name)
    return int(found.group(1)) if found else None


def output_of(graph, number):
    """The output of this layer that later layers read."""
    made = {name for node in graph.node if layer_of(node) == number for name in node.output}
    read = {name for node in graph.node if layer_of(node) != number for name in node.input}
    read |= {output.name for output in graph.output}
    (output,) = [name for name in made & read if not name.endswith(FORMS[1:])]
    return output


def without_layers(graph, dropped):
    """Removes these layers and connects their inputs to the next layers; the last remaining layer becomes the output."""
    instead = {}
    for number in sorted(dropped):
        for form in FORMS:
            before = output_of(graph, number - 1) + form
            instead[output_of(graph, number) + form] = instead.get(before, before)
    for node in [node for node in graph.node if layer_of(node) in dropped]:
        graph.node.remove(node)
    for node in graph.node:
        node.input[:] = [instead.get(name, name) for name in node.input]
    for output in graph.output:
        output.name = instead.get(output.name, output.name)
    read = {name for node in graph.node for name in node.input}
    for initializer in [i for i in graph.initializer if i.name not in read]:
        graph.initializer.remove(initializer)


def learned_values(reader, graph, learned):
    matrices = {name.replace("_quant", ""): matrix for name, matrix in encoders.matrix_names(graph).items()}
    values = {}
    for number in learned:
        layer = reader.encoder.layers[number]
        prefix = f"encoder.layer.{number}"
        for part, name in encoders.PARTS.items():
            linear = getattr(layer, part)
            matrix = matrices[f"/encoder/layer.{number}/{name}/MatMul"].removesuffix("_quantized")
            weight, scale = quantized(linear.weight.detach().t().numpy())
            values[f"{matrix}_quantized"] = weight
            values[f"{matrix}_scale"] = scale
            values[f"{matrix}_zero_point"] = numpy.zeros(scale.shape, numpy.int8)
            values[f"{prefix}.{name.replace('/', '.')}.bias"] = linear.bias.detach().numpy()
        for part, name in encoders.NORMS.items():
            norm = getattr(layer, part)
            values[f"{prefix}.{name}.weight"] = norm.weight.detach().numpy()
            values[f"{prefix}.{name}.bias"] = norm.bias.detach().numpy()
    return values


def add_head(graph, head):
    graph.initializer.append(numpy_helper.from_array(head.weight.detach().t().contiguous().numpy(), "head.weight"))
    graph.initializer.append(numpy_helper.from_array(head.bias.detach().numpy(), "head.bias"))
    states = graph.output[0].name
    graph.node.append(helper.make_node("MatMul", [states, "head.weight"], ["head.product"]))
    graph.node.append(helper.make_node("Add", ["head.product", "head.bias"], [SCORES]))
    del graph.output[:]
    shape = ["batch", "tokens", OUTPUTS]
    graph.output.append(helper.make_tensor_value_info(SCORES, onnx.TensorProto.FLOAT, shape))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encoder", required=True, help="the fp32 ONNX file of bge-small-en-v1.5")
    parser.add_argument("--quantized", required=True, help="the int8 ONNX file of the same encoder")
    parser.add_argument("--weights", required=True, help="the output of distil.py or train.py")
    parser.add_argument("--out", required=True)
    args = parser.parse_args()
    learned = torch.load(args.weights)
    kept, frozen = [number - 1 for number in learned["layers"]], learned["frozen"]
    reader = Reader(encoders.read(args.encoder), frozen)
    reader.load_state_dict(learned["weights"])
    model = onnx.load(args.quantized)
    replace(model.graph, learned_values(reader, model.graph, kept[frozen:]))
    without_layers(model.graph, set(range(encoders.LAYERS)) - set(kept))
    add_head(model.graph, reader.head)
    onnx.checker.check_model(model)
    onnx.save(model, args.out)


if __name__ == "__main__":
    main()
