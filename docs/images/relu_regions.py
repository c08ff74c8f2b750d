"""Linear regions of a small ReLU network on two inputs, and exact walks through them (float64).

An independent and deliberately plain computation for the picture: it reads the weights out of an
ONNX file of Gemm and Relu nodes with a few lines of its own and needs NumPy alone.
"""

import numpy as np


def _varint(data, at):
    value = shift = 0
    while True:
        byte = data[at]
        value |= (byte & 127) << shift
        at, shift = at + 1, shift + 7
        if byte < 128:
            return value, at


def _fields(data):
    """The fields of a protobuf message as (number, value): int or bytes."""
    at = 0
    while at < len(data):
        key, at = _varint(data, at)
        kind = key & 7
        if kind == 0:
            value, at = _varint(data, at)
        else:
            size, at = {1: (8, at), 5: (4, at)}[kind] if kind != 2 else _varint(data, at)
            value, at = data[at : at + size], at + size
        yield key >> 3, value


def read_layers(file):
    """Returns [(W, b), ...] in the order of the file's initializers, float64."""
    with open(file, "rb") as onnx:
        graph = next(value for number, value in _fields(onnx.read()) if number == 7)
    tensors = {}
    for number, value in _fields(graph):
        if number == 5:  # GraphProto.initializer: 1 dims, 2 data_type, 8 name, 9 raw_data
            dims, name, raw = [], "", b""
            for part, content in _fields(value):
                if part == 1 and isinstance(content, bytes):  # packed
                    at = 0
                    while at < len(content):
                        extent, at = _varint(content, at)
                        dims.append(extent)
                elif part == 1:
                    dims.append(content)
                elif part == 8:
                    name = content.decode()
                elif part == 9:
                    raw = content
            tensors[name] = np.frombuffer(raw, "<f4").astype(float).reshape(dims)
    names = [name[: -len(".weight")] for name in tensors if name.endswith(".weight")]
    return [(tensors[name + ".weight"], tensors[name + ".bias"]) for name in names]


def pattern(layers, point):
    """The activation pattern of the hidden units at a point."""
    values, bits = np.asarray(point, float), []
    for weights, bias in layers[:-1]:
        before = weights @ values + bias
        bits.append(before > 0)
        values = np.maximum(before, 0)
    return np.concatenate(bits)


def walk(layers, start, end):
    """The exact walk along a segment: sorted inner times of change, and the patterns between."""
    start, end = np.asarray(start, float), np.asarray(end, float)
    cuts = [0.0, 1.0]
    for depth in range(1, len(layers)):
        found = set(cuts)
        for left, right in zip(cuts, cuts[1:]):
            ends = [_before(layers, start + t * (end - start), depth) for t in (left, right)]
            for a, b in zip(*ends):
                if (a > 0) != (b > 0) and a != b:
                    found.add(left + (right - left) * a / (a - b))
        cuts = sorted(found)
    middles = [(a + b) / 2 for a, b in zip(cuts, cuts[1:])]
    patterns = [pattern(layers, start + t * (end - start)) for t in middles]
    keep = [i for i in range(1, len(patterns)) if (patterns[i] != patterns[i - 1]).any()]
    return [cuts[i] for i in keep], [patterns[0]] + [patterns[i] for i in keep]


def _before(layers, point, depth):
    """The pre-activations of hidden layer `depth`, from 1."""
    values = point
    for weights, bias in layers[: depth - 1]:
        values = np.maximum(weights @ values + bias, 0)
    weights, bias = layers[depth - 1]
    return weights @ values + bias


def regions(layers, low, high):
    """Cuts the box into polygons of constant pattern: [(corners, pattern), ...]."""
    (x0, y0), (x1, y1) = low, high
    box = np.array([[x0, y0], [x1, y0], [x1, y1], [x0, y1]], float)
    pieces = [(box, np.eye(2), np.zeros(2), [])]  # corners; values = A x + c; bits so far
    for weights, bias in layers[:-1]:
        result = []
        for corners, a, c, bits in pieces:
            rows, shifts = weights @ a, weights @ c + bias
            parts = [(corners, [])]
            for row, shift in zip(rows, shifts):
                parts = [
                    (half, signs + [on])
                    for polygon, signs in parts
                    for half, on in _split(polygon, row, shift)
                ]
            for polygon, signs in parts:
                on = np.array(signs, float)
                result.append((polygon, rows * on[:, None], shifts * on, bits + signs))
        pieces = result
    return [(corners, np.array(bits)) for corners, _, _, bits in pieces]


def _split(polygon, row, shift):
    """The parts of a convex polygon where row·x + shift is > 0 and <= 0; slivers are dropped."""
    values = polygon @ row + shift
    if (values > 0).all():
        return [(polygon, True)]
    if (values <= 0).all():
        return [(polygon, False)]
    sides = {True: [], False: []}
    for i in range(len(polygon)):
        j = (i + 1) % len(polygon)
        sides[values[i] > 0].append(polygon[i])
        if (values[i] > 0) != (values[j] > 0):
            t = values[i] / (values[i] - values[j])
            crossing = polygon[i] + t * (polygon[j] - polygon[i])
            sides[True].append(crossing)
            sides[False].append(crossing)
    return [(np.array(corners), on) for on, corners in sides.items() if _area(corners) > 1e-9]


def _area(corners):
    x, y = np.array(corners).T
    return abs(x @ np.roll(y, 1) - y @ np.roll(x, 1)) / 2
