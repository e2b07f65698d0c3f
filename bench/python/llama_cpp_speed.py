"""llama_cpp_speed.py MODEL THREADS COUNT TOKEN...: how fast llama.cpp is on the CPU.

Takes the tokens in, continues by COUNT of them, and prints as JSON the seconds of the processor that a token of the
prompt and one that is made take.
"""

import json
import sys
import time

import llama_cpp

path, threads, count, tokens = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), [int(token) for token in sys.argv[4:]]
model = llama_cpp.Llama(
    path,
    n_ctx=len(tokens) + count,
    n_batch=512,
    n_ubatch=512,
    n_threads=threads,
    n_threads_batch=threads,
    n_gpu_layers=0,
    verbose=False,
)


def spent(work):
    start = time.process_time()
    work()
    return time.process_time() - start


def continued():
    for token in tokens[:count]:
        model.eval([token])


model.eval(tokens[:2])
model.reset()
prompt = spent(lambda: model.eval(tokens)) / len(tokens)
print(json.dumps({"prompt": prompt, "token": spent(continued) / count}))
