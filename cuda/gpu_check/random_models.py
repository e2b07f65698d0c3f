"""Random models as GGUF files, on the standard library and numpy alone."""

import struct
from pathlib import Path

import numpy as np

# GGUF's number of a type, values of a block, its bytes.
TYPES = {
    "F32": (0, 1, 4),
    "F16": (1, 1, 2),
    "BF16": (30, 1, 2),
    "Q8_0": (8, 32, 34),
    "Q4_0": (2, 32, 18),
    "Q4_1": (3, 32, 20),
    "Q5_0": (6, 32, 22),
    "Q5_1": (7, 32, 24),
    "Q4_K": (12, 256, 144),
    "Q5_K": (13, 256, 176),
    "Q6_K": (14, 256, 210),
}
ALIGNMENT = 32


def size_of(kind, values):
    _, block, size = TYPES[kind]
    return values // block * size


def fitting(kind, columns):
    """What a quantiser falls back to where rows are no multiple of the block."""
    if columns % TYPES[kind][1] == 0:
        return kind
    return "Q8_0" if columns % 32 == 0 else "F16"


def blocks(rng, kind, rows, columns):
    """Random weights of about unit gain, as bytes [rows][...]."""
    scale = 1 / np.sqrt(columns)
    if TYPES[kind][1] == 1:
        values = rng.normal(0, scale, (rows, columns)).astype(np.float32)
        if kind == "F16":
            values = values.astype(np.float16)
        if kind == "BF16":
            values = (values.view(np.uint32) >> 16).astype(np.uint16)
        return values.view(np.uint8)
    _, block, size = TYPES[kind]
    raw = rng.integers(0, 256, (rows, columns // block, size), dtype=np.uint8)

    def half(at, size_of_it, spread=0.5):
        numbers = (size_of_it * (1 + rng.uniform(-spread, spread, raw.shape[:2]))).astype(np.float16)
        raw[:, :, at : at + 2] = numbers[..., None].view(np.uint8)
        return numbers

    if kind == "Q8_0":
        half(0, scale / 74)
    elif kind == "Q4_0":
        half(0, scale / 4.6)
    elif kind == "Q5_0":
        half(0, scale / 9.2)
    elif kind in ("Q4_1", "Q5_1"):
        top = 7.5 if kind == "Q4_1" else 15.5
        raw[:, :, 2:4] = (-top * half(0, scale * 1.6 / top)).astype(np.float16)[..., None].view(np.uint8)
    elif kind == "Q6_K":
        half(208, scale / 1400)
    else:
        half(0, scale / (150 if kind == "Q4_K" else 310))
        half(2, scale / 14)
    return raw.reshape(rows, -1)


def text(value):
    encoded = value.encode()
    return struct.pack("<Q", len(encoded)) + encoded


def entry(value):
    """A metadata value with its type before it."""
    if isinstance(value, bool):
        return struct.pack("<I?", 7, value)
    if isinstance(value, int):
        return struct.pack("<II", 4, value)
    if isinstance(value, float):
        return struct.pack("<If", 6, value)
    if isinstance(value, str):
        return struct.pack("<I", 8) + text(value)
    kind, items = {str: (8, text), int: (5, lambda i: struct.pack("<i", i)), float: (6, lambda f: struct.pack("<f", f))}[type(value[0])]
    return struct.pack("<IIQ", 9, kind, len(value)) + b"".join(map(items, value))


def header(metadata, tensors):
    """`tensors`: (name, kind, rows, columns); the header, and where each tensor begins behind it."""
    out = [b"GGUF", struct.pack("<IQQ", 3, len(tensors), len(metadata))]
    for key, value in metadata.items():
        out.append(text(key) + entry(value))
    offsets, at = [], 0
    for name, kind, rows, columns in tensors:
        shape = (columns,) if rows is None else (columns, rows)
        out.append(text(name) + struct.pack(f"<I{len(shape)}QIQ", len(shape), *shape, TYPES[kind][0], at))
        offsets.append(at)
        at += -(-size_of(kind, columns * (rows or 1)) // ALIGNMENT) * ALIGNMENT
    head = b"".join(out)
    return head + bytes(-len(head) % ALIGNMENT), offsets, at


def metadata(c):
    arch = c["arch"]
    vocabulary = c["vocabulary"]
    rest = vocabulary - 259
    # Bytes are tokens, so that any text has one token for each of its bytes.
    tokens = ["<unk>", "<s>", "</s>"] + [f"<0x{byte:02X}>" for byte in range(256)] + [f"<unused{i}>" for i in range(rest)]
    of_arch = {
        "block_count": c["layers"],
        "embedding_length": c["width"],
        "feed_forward_length": c["hidden"],
        "context_length": c["context"],
        "attention.head_count": c["heads"],
        "attention.head_count_kv": c["kv"],
        "attention.key_length": c["size"],
        "attention.value_length": c["size"],
        "attention.layer_norm_rms_epsilon": 1e-5,
        "rope.freq_base": 10000.0,
        "rope.dimension_count": c["size"],
    }
    if c.get("window"):
        of_arch["attention.sliding_window"] = c["window"]
    data = {"general.architecture": arch, "general.name": c["name"]}
    data.update({f"{arch}.{key}": value for key, value in of_arch.items()})
    data.update({
        "tokenizer.ggml.model": "llama",
        "tokenizer.ggml.tokens": tokens,
        "tokenizer.ggml.scores": [0.0] * vocabulary,
        "tokenizer.ggml.token_type": [2, 3, 3] + [6] * 256 + [5] * rest,
        "tokenizer.ggml.bos_token_id": 1,
        "tokenizer.ggml.add_space_prefix": False,
    })
    return data


def tensors(c, kind):
    """(name, kind, rows, columns) of all; rows is None for vectors."""
    width, hidden, size, arch = c["width"], c["hidden"], c["size"], c["arch"]
    queries, keys = c["heads"] * size, c["kv"] * size

    def matrix(name, rows, columns):
        return name + ".weight", fitting(kind, columns), rows, columns

    def vector(name, length):
        return name, "F32", None, length

    yield matrix("token_embd", c["vocabulary"], width)
    yield vector("output_norm.weight", width)
    if not c.get("tied"):
        yield matrix("output", c["vocabulary"], width)
    for layer in range(c["layers"]):
        p = f"blk.{layer}."
        yield vector(p + "attn_norm.weight", width)
        yield vector(p + "ffn_norm.weight", width)
        if arch == "phi3":
            yield matrix(p + "attn_qkv", queries + 2 * keys, width)
            yield matrix(p + "ffn_up", 2 * hidden, width)
        else:
            yield matrix(p + "attn_q", queries, width)
            yield matrix(p + "attn_k", keys, width)
            yield matrix(p + "attn_v", keys, width)
            yield matrix(p + "ffn_gate", hidden, width)
            yield matrix(p + "ffn_up", hidden, width)
        if arch == "qwen2":
            yield from (vector(p + f"attn_{part}.bias", length) for part, length in [("q", queries), ("k", keys), ("v", keys)])
        if arch == "qwen3":
            yield vector(p + "attn_q_norm.weight", size)
            yield vector(p + "attn_k_norm.weight", size)
        if arch == "gemma2":
            yield vector(p + "post_attention_norm.weight", width)
            yield vector(p + "post_ffw_norm.weight", width)
        yield matrix(p + "attn_output", width, queries)
        yield matrix(p + "ffn_down", width, hidden)


def write(path, c, kind, seed, distinct=None):
    """Writes a model. Where `distinct` is given, matrices repeat so many rows: gigabytes in seconds."""
    rng = np.random.default_rng(seed)
    all_tensors = list(tensors(c, kind))
    head, offsets, _ = header(metadata(c), all_tensors)
    few = {}
    with open(path, "wb") as file:
        file.write(head)
        for (name, use, rows, columns), offset in zip(all_tensors, offsets):
            file.seek(len(head) + offset)
            if rows is None:
                mean = 0 if name.endswith("bias") else 1
                file.write(rng.normal(mean, 0.2, columns).astype(np.float32).tobytes())
            elif distinct is None:
                file.write(blocks(rng, use, rows, columns).tobytes())
            else:
                if (use, columns) not in few:
                    few[use, columns] = blocks(rng, use, distinct, columns).tobytes()
                repeat(file, few[use, columns], size_of(use, rows * columns))
        file.truncate(max(file.tell(), len(head)))
    return Path(path)


def repeat(file, piece, size):
    while size > 0:
        size -= file.write(piece[:size])


def write_empty(path, c, kind):
    """A model of zeros that takes no room on the disk, however large it is."""
    head, _, size = header(metadata(c), list(tensors(c, kind)))
    with open(path, "wb") as file:
        file.write(head)
        file.truncate(len(head) + size)


def matrix_values(c, kind):
    """Bytes and multiplications that one token takes: the embedding is only looked up in."""
    rows = [t for t in tensors(c, kind) if t[2] is not None and (c.get("tied") or not t[0].startswith("token_embd"))]
    return sum(size_of(use, r * columns) for _, use, r, columns in rows), sum(r * columns for _, _, r, columns in rows)


def shape(arch, **more):
    c = dict(name=f"random {arch}", arch=arch, width=256, hidden=512, layers=2, heads=8, kv=2, size=32, context=2048, vocabulary=259)
    c.update(more)
    return c


def small_models():
    """(name, shape, kind): every architecture, every type, rows that are multiples of nothing."""
    for kind in TYPES:
        yield f"llama-{kind}", shape("llama"), kind
        yield f"qwen2-{kind}", shape("qwen2", tied=True), kind
        yield f"qwen3-{kind}", shape("qwen3", size=64, heads=4), kind
    odd = dict(width=160, hidden=416, heads=5, kv=1, layers=3)
    for kind in ("F16", "Q4_0", "Q4_K"):
        yield f"llama-{kind}-odd", shape("llama", **odd), kind
        yield f"phi3-{kind}", shape("phi3", window=20), kind
        yield f"gemma2-{kind}", shape("gemma2", size=48, tied=True, window=16), kind


LLAMA_1B = shape("llama", name="1B", width=2048, hidden=8192, layers=16, heads=32, kv=8, size=64, vocabulary=128256, tied=True)
LLAMA_8B = shape("llama", name="8B", width=4096, hidden=14336, layers=32, heads=32, kv=8, size=128, vocabulary=128256)
