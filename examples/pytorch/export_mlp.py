"""Exports a PyTorch model to one ONNX file, with the exporter of whichever PyTorch is installed.

    from export_mlp import export_mlp
    export_mlp(model, example, "net.onnx")
"""

import inspect

import torch


def export_mlp(model, example, file):
    """Writes the model as it behaves in evaluation: weights inside the file, batch size free.

    model    a torch.nn.Module with one input
    example  a batch of at least two inputs; only its shape and type matter
    file     the ONNX file to write
    """
    was_training = model.training
    model.eval()  # dropout off, batch normalisation with its stored statistics
    names = dict(input_names=["input"], output_names=["output"])
    if new_exporter_is_default():
        torch.onnx.export(
            model,
            (example,),
            str(file),
            dynamic_shapes=({0: torch.export.Dim("batch")},),
            external_data=False,  # otherwise the weights go to a second file, net.onnx.data
            verbose=False,
            **names,
        )
    else:
        torch.onnx.export(
            model,
            (example,),
            str(file),
            opset_version=13,
            dynamic_axes={"input": {0: "batch"}, "output": {0: "batch"}},
            **names,
        )
    model.train(was_training)


def new_exporter_is_default():
    """Whether torch.onnx.export goes by torch.export, as it does from torch 2.9 on."""
    dynamo = inspect.signature(torch.onnx.export).parameters.get("dynamo")
    return dynamo is not None and dynamo.default is True


if __name__ == "__main__":
    # The recipe on a small network; put your own model and the shape of its input here.
    net = torch.nn.Sequential(torch.nn.Linear(2, 8), torch.nn.ReLU(), torch.nn.Linear(8, 2))
    export_mlp(net, torch.zeros(2, 2), "net.onnx")
