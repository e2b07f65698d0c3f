"""llama_cpp_run.py MODEL COUNT TOKEN...: what llama.cpp makes of a model file with two threads on the CPU.

Takes the tokens in, writes their logits to MODEL.theirs (f32, positions x vocabulary), continues greedily by COUNT
tokens and prints as JSON which.
"""

import json
import sys

import llama_cpp
import numpy as np

path, count, tokens = sys.argv[1], int(sys.argv[2]), [int(token) for token in sys.argv[3:]]
model = llama_cpp.Llama(path, n_ctx=len(tokens) + count, n_threads=2, n_threads_batch=2, n_gpu_layers=0, logits_all=True, verbose=False)
model.eval(tokens)
model.scores[: len(tokens)].astype(np.float32).tofile(path + ".theirs")
made = []
for _ in range(count):
    made.append(int(np.argmax(model.scores[model.n_tokens - 1])))
    model.eval(made[-1:])
print(json.dumps({"tokens": made}))
