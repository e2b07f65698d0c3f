"""emulated.py FOLDER: small models for the emulated GPU, NAME.gguf and NAME.tokens, and how often to run each."""

import sys

import numpy as np
from gguf import GGMLQuantizationType as T

import models


def cases():
    small = dict(width=96, hidden=160, layers=2, heads=3, kv=1, size=32)
    yield "llama-Q4_0", models.shape("llama", **small), T.Q4_0, 10
    yield "llama-F16-long", models.shape("llama", **(small | dict(layers=1))), T.F16, 1
    yield "qwen2-Q5_1", models.shape("qwen2", tied=True, **small), T.Q5_1, 2
    yield "qwen3-Q8_0", models.shape("qwen3", **(small | dict(size=64, rotated=64))), T.Q8_0, 2
    yield "phi3-BF16", models.shape("phi3", window=9, **small), T.BF16, 2
    yield "llama-Q8_0-biases", models.shape("llama", biases=True, **(small | dict(layers=1))), T.Q8_0, 2
    yield "phi3-F16-biases", models.shape("phi3", biases=True, **(small | dict(layers=1))), T.F16, 2
    yield "gemma2-F32", models.shape("gemma2", window=9, tied=True, **small), T.F32, 2
    yield "gemma3-F16", models.shape("gemma3", window=9, tied=True, **(small | dict(layers=7))), T.F16, 2
    yield "olmo2-Q8_0", models.shape("olmo2", **small), T.Q8_0, 2
    yield "smollm3-Q4_0", models.shape("smollm3", **(small | dict(layers=4))), T.Q4_0, 2
    for kind in [T.Q4_K, T.Q5_K, T.Q6_K]:
        yield f"llama-{kind.name}", models.shape("llama", width=256, hidden=256, layers=1, heads=4, kv=2, size=64), kind, 2


for number, (name, c, kind, runs) in enumerate(cases()):
    models.make(f"{sys.argv[1]}/{name}.gguf", c, kind, number)
    count = 150 if name.endswith("long") else 13
    tokens = np.random.default_rng(number).integers(0, models.VOCABULARY, count)
    tokens.astype(np.uint32).tofile(f"{sys.argv[1]}/{name}.tokens")
    print(name, runs)
