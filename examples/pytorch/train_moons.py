"""Trains a small ReLU network on two moons and writes moons.onnx and moons.csv.

    python train_moons.py [--out DIR] [--rows N] [--epochs N]

Needs PyTorch and NumPy (torch 1.13 or newer; from 2.9 on also the package onnxscript, which
torch's own exporter asks for). Runs on the CPU in a few seconds. All random numbers are seeded;
with another version of PyTorch the weights may still differ in their last digits.
"""

import argparse
from collections import OrderedDict
from pathlib import Path

import numpy as np
import torch
from torch import nn

from export_mlp import export_mlp


def two_moons(rows, noise, seed):
    """Returns points (rows, 2) in float32 and labels (rows,): two half circles, one for each class."""
    random = np.random.default_rng(seed)
    labels = np.arange(rows) % 2
    angle = np.pi * random.random(rows)
    upper = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    lower = np.stack([1 - np.cos(angle), 0.5 - np.sin(angle)], axis=1)
    points = np.where(labels[:, None] == 0, upper, lower)
    points += noise * random.standard_normal((rows, 2))
    return points.astype(np.float32), labels


def mlp(widths):
    """Fully connected layers hidden1, hidden2, ... with a ReLU after each, then the layer readout."""
    layers = OrderedDict()
    for i in range(1, len(widths) - 1):
        layers[f"hidden{i}"] = nn.Linear(widths[i - 1], widths[i])
        layers[f"relu{i}"] = nn.ReLU()
    layers["readout"] = nn.Linear(widths[-2], widths[-1])
    return nn.Sequential(layers)


def train(model, points, labels, epochs):
    """Fits the model to all points at once, by Adam on the cross entropy."""
    points, labels = torch.from_numpy(points), torch.from_numpy(labels)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    for _ in range(epochs):
        optimizer.zero_grad()
        nn.functional.cross_entropy(model(points), labels).backward()
        optimizer.step()


def accuracy(model, points, labels):
    """The share of points whose larger output is that of their label."""
    with torch.no_grad():
        predicted = model(torch.from_numpy(points)).argmax(dim=1).numpy()
    return float((predicted == labels).mean())


def write_csv(file, points, labels):
    """One row a point; nine significant digits give the same float32 back."""
    with open(file, "w", newline="\n") as out:
        out.write("x,y,label\n")
        for (x, y), label in zip(points, labels):
            out.write(f"{x:.9g},{y:.9g},{label}\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=Path("."), help="folder for both files")
    parser.add_argument("--rows", type=int, default=300, help="points in moons.csv")
    parser.add_argument("--epochs", type=int, default=600)
    arguments = parser.parse_args()

    torch.manual_seed(7)
    torch.set_num_threads(1)  # one order of summation
    points, labels = two_moons(arguments.rows, noise=0.15, seed=1)
    test_points, test_labels = two_moons(2000, noise=0.15, seed=2)

    model = mlp([2, 16, 16, 16, 2])
    train(model, points, labels, arguments.epochs)
    print(f"training accuracy {accuracy(model, points, labels):.4f} on {len(points)} points")
    print(f"test accuracy     {accuracy(model, test_points, test_labels):.4f} on {len(test_points)} points")

    arguments.out.mkdir(parents=True, exist_ok=True)
    export_mlp(model, torch.from_numpy(points[:2]), arguments.out / "moons.onnx")
    write_csv(arguments.out / "moons.csv", points, labels)
    print(f"wrote {arguments.out / 'moons.onnx'} and {arguments.out / 'moons.csv'}")


if __name__ == "__main__":
    main()
