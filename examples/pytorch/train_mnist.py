"""Trains ReLU networks on MNIST and exports them, for `folding study mnist`.

    python train_mnist.py --data DIR [--out DIR] [--networks 5x120,10x60] [--epochs N] [--rows N]

Twelve fully connected networks by default: 60 and 600 hidden units, spread evenly over 2, 3, 4, 5,
6 and 10 layers. Each becomes a file mnist-<depth>x<width>.onnx; with --snapshots also
mnist-<depth>x<width>-epoch<N>.onnx for states of its training, epoch 0 being the one before it.

DIR holds train-images-idx3-ubyte and train-labels-idx1-ubyte (.gz or not, with a dash or a dot
before "idx"), and t10k-... for the test set. Needs PyTorch and NumPy (torch 1.13 or newer; from 2.9
on also the package onnxscript). Runs on the CPU. All random numbers are seeded; with another version
of PyTorch or another processor the weights may still differ.
"""

import argparse
import gzip
import sys
from collections import OrderedDict
from pathlib import Path

import numpy as np
import torch
from torch import nn

from export_mlp import export_mlp

DEPTHS = (2, 3, 4, 5, 6, 10)
NEURONS = (60, 600)


def find(folder, name):
    """The file of that name, however it is spelled and whether it is compressed or not."""
    for spelled in (name, name.replace("-idx", ".idx")):
        for ending in ("", ".gz"):
            file = folder / (spelled + ending)
            if file.is_file():
                return file
    sys.exit(f"{folder} has no {name}(.gz); './folding study mnist --data {folder} --download' fetches MNIST")


def read_idx(file):
    """The array of unsigned bytes in an IDX file."""
    with gzip.open(file) if file.suffix == ".gz" else open(file, "rb") as stream:
        content = stream.read()
    axes = content[3]
    shape = np.frombuffer(content, ">u4", axes, 4)
    return np.frombuffer(content, np.uint8, offset=4 + 4 * axes).reshape(shape)


def read_set(folder, name):
    """Images (rows, 784) as float32 in [0, 1], and their labels."""
    images = read_idx(find(folder, f"{name}-images-idx3-ubyte"))
    labels = read_idx(find(folder, f"{name}-labels-idx1-ubyte"))
    pixels = images.reshape(len(images), -1).astype(np.float32) / 255
    return torch.from_numpy(pixels), torch.from_numpy(labels.astype(np.int64))


def mlp(depth, width):
    """784 inputs, layers hidden1, hidden2, ... with a ReLU after each, and the layer readout."""
    layers = OrderedDict()
    inputs = 784
    for i in range(1, depth + 1):
        layers[f"hidden{i}"] = nn.Linear(inputs, width)
        layers[f"relu{i}"] = nn.ReLU()
        inputs = width
    layers["readout"] = nn.Linear(inputs, 10)
    return nn.Sequential(layers)


def accuracy(model, images, labels):
    with torch.no_grad():
        return float((model(images).argmax(dim=1) == labels).float().mean())


def train_epoch(model, optimizer, images, labels, batch, generator):
    """One pass over the images in random order, by Adam on the cross entropy."""
    for rows in torch.randperm(len(images), generator=generator).split(batch):
        optimizer.zero_grad()
        nn.functional.cross_entropy(model(images[rows]), labels[rows]).backward()
        optimizer.step()


def parse_networks(text):
    networks = []
    for word in text.split(","):
        try:
            depth, width = (int(number) for number in word.split("x"))
        except ValueError:
            sys.exit(f"--networks: '{word}' is no network; write depth and width as in 5x120")
        networks.append((depth, width))
    return networks


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder of the MNIST files")
    parser.add_argument("--out", type=Path, default=Path("models"), help="folder for the networks")
    parser.add_argument("--networks", default=",".join(f"{d}x{n // d}" for n in NEURONS for d in DEPTHS),
                        help="depth x width, separated by commas; default: %(default)s")
    parser.add_argument("--epochs", type=int, default=30)
    parser.add_argument("--rows", type=int, help="train on the first so many images only")
    parser.add_argument("--batch", type=int, default=128)
    parser.add_argument("--rate", type=float, default=1e-3, help="learning rate of Adam")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--snapshots", default="", metavar="N,N,...",
                        help="epochs after which to export the state of training too, as in 0,1,2,5,10")
    arguments = parser.parse_args()

    networks = parse_networks(arguments.networks)
    snapshots = {int(epoch) for epoch in arguments.snapshots.split(",") if epoch}
    images, labels = read_set(arguments.data, "train")
    images, labels = images[:arguments.rows], labels[:arguments.rows]
    test_images, test_labels = read_set(arguments.data, "t10k")
    arguments.out.mkdir(parents=True, exist_ok=True)

    for depth, width in networks:
        name = f"mnist-{depth}x{width}"
        torch.manual_seed(arguments.seed)
        generator = torch.Generator().manual_seed(arguments.seed)
        model = mlp(depth, width)
        optimizer = torch.optim.Adam(model.parameters(), lr=arguments.rate)
        for epoch in range(arguments.epochs + 1):
            if epoch > 0:
                train_epoch(model, optimizer, images, labels, arguments.batch, generator)
            if epoch in snapshots:
                export_mlp(model, images[:2], arguments.out / f"{name}-epoch{epoch}.onnx")
                print(f"{name} after {epoch} epochs: test accuracy "
                      f"{accuracy(model, test_images, test_labels):.4f}", flush=True)
        export_mlp(model, images[:2], arguments.out / f"{name}.onnx")
        print(f"{name}: test accuracy {accuracy(model, test_images, test_labels):.4f}", flush=True)


if __name__ == "__main__":
    main()
