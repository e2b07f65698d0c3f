"""noise.py FOLDER: models of random weights, NAME.gguf, with vocabularies of bytes and of BPE's pieces."""

import random
import sys

from gguf import GGMLQuantizationType as T

import models
import tokens

models.make(f"{sys.argv[1]}/bytes.gguf", models.shape("llama", width=64, hidden=64, layers=1, heads=2, kv=1), T.F32, 5)
print("bytes")
tokens.noise(f"{sys.argv[1]}/pieces.gguf")
print("pieces")
