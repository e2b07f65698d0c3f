"""llama_cpp_models.py FOLDER: the models that we and llama.cpp are given.

Prints a line for each: what it is for (`agreement` or `speed`) and its path without ending. Models for agreement
come with their logits in double precision (NAME.logits).
"""

import pathlib
import sys

import numpy as np
from gguf import GGMLQuantizationType as T

sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "ffi_cuda/tests/tools"))
import models
import reference

# What both sides continue; the vocabulary is the bytes after three special tokens, and 1 begins a text.
PROMPT = "At the end of a long stone pier, where the river"


def agreement(folder):
    tokens = np.array([1] + [3 + byte for byte in PROMPT.encode()])
    for number, (name, c, kind) in enumerate(models.cases()):
        weights = models.make(f"{folder}/{name}.gguf", c, kind, number)
        reference.forward(c, weights, tokens).tofile(f"{folder}/{name}.logits")
        print("agreement", f"{folder}/{name}")


def speed(folder):
    # The layers of a model of about a billion parameters: 16 of them are a file of 1 GB in Q8_0.
    for kind, layers in [(T.Q8_0, 16), (T.F16, 4), (T.Q4_0, 4), (T.Q4_K, 4), (T.Q6_K, 4)]:
        c = models.shape("llama", width=2048, hidden=8192, heads=32, kv=8, size=64, rotated=64, layers=layers, context=1024)
        name = f"{folder}/{kind.name}-{layers}-layers"
        models.make(f"{name}.gguf", c, kind, 1, distinct=64)
        print("speed", name)


if __name__ == "__main__":
    agreement(sys.argv[1])
    speed(sys.argv[1])
