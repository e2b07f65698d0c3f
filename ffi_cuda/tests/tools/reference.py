"""Transformers in float64, written from the papers and the GGUF specification, independent of the C++ code."""

import math

import numpy as np


def rms_norm(x, weight, epsilon):
    return x / np.sqrt(np.mean(x * x, axis=-1, keepdims=True) + epsilon) * weight


def softmax(x):
    e = np.exp(x - x.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def turns(c, factors):
    """Radians per position for each pair."""
    n = c["rotated"]
    theta = c["base"] ** (-2.0 * np.arange(n // 2) / n)
    if factors is not None:
        theta = theta / factors
    if c.get("scaling") == "linear":
        return theta / c["factor"]
    if c.get("scaling") == "yarn":
        # YaRN, section 3.2: a ramp over the number of rotations within the original context.
        def dimension(rotations):
            return n * math.log(c["original"] / (rotations * 2 * math.pi)) / (2 * math.log(c["base"]))

        low, high = max(0, math.floor(dimension(32))), min(n - 1, math.ceil(dimension(1)))
        ramp = np.clip((np.arange(n // 2) - low) / max(0.001, high - low), 0, 1)
        return theta / c["factor"] * ramp + theta * (1 - ramp)
    return theta


def rotate(x, c, factors):
    """x: [positions, heads, head_size]."""
    n = c["rotated"]
    angle = np.arange(x.shape[0])[:, None] * turns(c, factors)[None, :]
    magnitude = c.get("magnitude", 1 + 0.1 * math.log(c["factor"]) if c.get("scaling") == "yarn" else 1.0)
    turn = np.exp(1j * angle)[:, None, :] * magnitude
    out = x.copy()
    if c["arch"] == "llama":
        pairs = (x[..., 0:n:2] + 1j * x[..., 1:n:2]) * turn
        out[..., 0:n:2], out[..., 1:n:2] = pairs.real, pairs.imag
    else:
        pairs = (x[..., : n // 2] + 1j * x[..., n // 2 : n]) * turn
        out[..., : n // 2], out[..., n // 2 : n] = pairs.real, pairs.imag
    return out


def forward(c, w, tokens):
    """Logits [positions, vocabulary] of a model with settings `c` and float64 weights `w`."""
    heads, kv, size = c["heads"], c["kv"], c["size"]
    gemma = c["arch"] == "gemma2"
    beyond = len(tokens) > c.get("original", len(tokens))
    factors = w.get("rope_freqs.weight", w.get("rope_factors_long.weight" if beyond else "rope_factors_short.weight"))
    x = w["token_embd.weight"][tokens]
    if gemma:
        x = x * np.float32(math.sqrt(c["width"]))
    n = len(tokens)
    i, j = np.arange(n)[:, None], np.arange(n)[None, :]
    for layer in range(c["layers"]):
        def p(name):
            return w.get(f"blk.{layer}.{name}")

        def project(x, name):
            return x @ p(name + ".weight").T + w.get(f"blk.{layer}.{name}.bias", 0)

        h = rms_norm(x, p("attn_norm.weight"), c["epsilon"])
        if p("attn_qkv.weight") is not None:
            q, k, v = np.split(project(h, "attn_qkv"), [heads * size, (heads + kv) * size], axis=-1)
        else:
            q, k, v = (project(h, f"attn_{part}") for part in "qkv")
        q, k, v = q.reshape(n, heads, size), k.reshape(n, kv, size), v.reshape(n, kv, size)
        if p("attn_q_norm.weight") is not None:
            q = rms_norm(q, p("attn_q_norm.weight"), c["epsilon"])
            k = rms_norm(k, p("attn_k_norm.weight"), c["epsilon"])
        q, k = rotate(q, c, factors), rotate(k, c, factors)
        k, v = np.repeat(k, heads // kv, axis=1), np.repeat(v, heads // kv, axis=1)
        scores = np.einsum("ihd,jhd->hij", q, k) / math.sqrt(size)
        if gemma:
            scores = 50.0 * np.tanh(scores / 50.0)
        visible = j <= i
        window = c.get("window", 0)
        if window and not (gemma and layer % 2 == 1):
            visible = visible & (i - j < window)
        a = np.einsum("hij,jhd->ihd", softmax(np.where(visible, scores, -np.inf)), v).reshape(n, heads * size)
        a = project(a, "attn_output")
        if gemma:
            a = rms_norm(a, p("post_attention_norm.weight"), c["epsilon"])
        x = x + a
        h = rms_norm(x, p("ffn_norm.weight"), c["epsilon"])
        if p("ffn_gate.weight") is not None:
            gate, up = project(h, "ffn_gate"), project(h, "ffn_up")
        else:
            gate, up = np.split(project(h, "ffn_up"), 2, axis=-1)
        if gemma:
            gate = 0.5 * gate * (1 + np.tanh(math.sqrt(2 / math.pi) * (gate + 0.044715 * gate**3)))
        else:
            gate = gate / (1 + np.exp(-gate))
        f = project(gate * up, "ffn_down")
        if gemma:
            f = rms_norm(f, p("post_ffw_norm.weight"), c["epsilon"])
        x = x + f
    logits = rms_norm(x, w["output_norm.weight"], c["epsilon"]) @ w.get("output.weight", w["token_embd.weight"]).T
    logits = logits + w.get("output.bias", 0)
    return 30.0 * np.tanh(logits / 30.0) if gemma else logits
