"""blocks.py FOLDER: random blocks of every weight type, and what gguf-py decodes them to."""

import sys

import gguf
import numpy as np
from gguf import GGMLQuantizationType as T

KINDS = [T.F32, T.F16, T.BF16, T.Q8_0, T.Q4_0, T.Q4_1, T.Q5_0, T.Q5_1, T.Q4_K, T.Q5_K, T.Q6_K]
KINDS += [T.Q2_K, T.Q3_K, T.IQ4_NL, T.IQ4_XS, T.TQ1_0, T.TQ2_0, T.MXFP4]
KINDS += [T.IQ2_XXS, T.IQ2_XS, T.IQ2_S, T.IQ3_XXS, T.IQ3_S, T.IQ1_S, T.IQ1_M]
for kind in KINDS:
    values, size = gguf.GGML_QUANT_SIZES[kind]
    # Any bytes, so infinities, subnormals and NaN among the scales too.
    raw = np.random.default_rng(int(kind)).integers(0, 256, (1, size * (262144 // values)), dtype=np.uint8)
    with np.errstate(all="ignore"):
        typed = raw.view(np.float32) if kind == T.F32 else raw.view(np.float16) if kind == T.F16 else raw
        decoded = gguf.dequantize(typed, kind)
    raw.tofile(f"{sys.argv[1]}/{int(kind)}.raw")
    decoded.astype(np.float32).tofile(f"{sys.argv[1]}/{int(kind)}.f32")
    print(int(kind))
