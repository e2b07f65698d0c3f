"""Transformers in float64, written from the papers and the GGUF specification, independent of the C++ code."""

import math

import numpy as np


# What an architecture is made of, beside what its weights tell.
INTERLEAVED = {"llama", "granite", "granitemoe", "smollm3", "glm4", "internlm2", "ernie4_5"}
GEMMAS = {"gemma", "gemma2", "gemma3"}
# Of so many layers the last sees everything, and the last is not turned.
PERIODS = {"gemma2": 2, "gemma3": 6}
UNTURNED = {"smollm3": 4}
# What is divided by the sum of the chosen experts' probabilities.
NORMALISED = {"llama", "qwen3moe", "granitemoe"}


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


def experts(c, p, h):
    """Tokens through the experts that a router chooses."""
    chances = softmax(h @ p("ffn_gate_inp.weight").T)
    out = np.zeros_like(h)
    for token, chance in enumerate(chances):
        chosen = np.argsort(-chance, kind="stable")[: c["used"]]
        total = chance[chosen].sum() if c["arch"] in NORMALISED else 1.0
        for expert in chosen:
            gate, up, down = (
                p(f"ffn_{part}_exps.weight").reshape(c["experts"], -1, columns)[expert]
                for part, columns in [("gate", c["width"]), ("up", c["width"]), ("down", c["ff"])]
            )
            g = gate @ h[token]
            out[token] += chance[expert] / total * c.get("experts_scale", 1.0) * (down @ (g / (1 + np.exp(-g)) * (up @ h[token])))
    if p("ffn_gate_shexp.weight") is not None:
        g = h @ p("ffn_gate_shexp.weight").T
        out = out + (g / (1 + np.exp(-g)) * (h @ p("ffn_up_shexp.weight").T)) @ p("ffn_down_shexp.weight").T
    return out


def rotate(x, c, factors):
    """x: [positions, heads, head_size]."""
    n = c["rotated"]
    angle = np.arange(x.shape[0])[:, None] * turns(c, factors)[None, :]
    magnitude = c.get("magnitude", 1 + 0.1 * math.log(c["factor"]) if c.get("scaling") == "yarn" else 1.0)
    turn = np.exp(1j * angle)[:, None, :] * magnitude
    out = x.copy()
    if c["arch"] in INTERLEAVED:
        pairs = (x[..., 0:n:2] + 1j * x[..., 1:n:2]) * turn
        out[..., 0:n:2], out[..., 1:n:2] = pairs.real, pairs.imag
    else:
        pairs = (x[..., : n // 2] + 1j * x[..., n // 2 : n]) * turn
        out[..., : n // 2], out[..., n // 2 : n] = pairs.real, pairs.imag
    return out


def forward(c, w, tokens):
    """Logits [positions, vocabulary] of a model with settings `c` and float64 weights `w`."""
    heads, kv, size = c["heads"], c["kv"], c["size"]
    gemma = c["arch"] in GEMMAS
    capped = c["arch"] == "gemma2"
    norms_before = c["arch"] != "olmo2"
    beyond = len(tokens) > c.get("original", len(tokens))
    factors = w.get("rope_freqs.weight", w.get("rope_factors_long.weight" if beyond else "rope_factors_short.weight"))
    x = w["token_embd.weight"][tokens]
    if gemma:
        x = x * np.float32(math.sqrt(c["width"]))
    x = x * c.get("embedding_scale", 1.0)
    n = len(tokens)
    i, j = np.arange(n)[:, None], np.arange(n)[None, :]
    for layer in range(c["layers"]):
        def p(name):
            return w.get(f"blk.{layer}.{name}")

        def project(x, name):
            return x @ p(name + ".weight").T + w.get(f"blk.{layer}.{name}.bias", 0)

        h = rms_norm(x, p("attn_norm.weight"), c["epsilon"]) if norms_before else x
        if p("attn_qkv.weight") is not None:
            q, k, v = np.split(project(h, "attn_qkv"), [heads * size, (heads + kv) * size], axis=-1)
        else:
            q, k, v = (project(h, f"attn_{part}") for part in "qkv")
        whole = p("attn_q_norm.weight") is not None and len(p("attn_q_norm.weight")) != size
        if whole:
            q = rms_norm(q, p("attn_q_norm.weight"), c["epsilon"])
            k = rms_norm(k, p("attn_k_norm.weight"), c["epsilon"])
        q, k, v = q.reshape(n, heads, size), k.reshape(n, kv, size), v.reshape(n, kv, size)
        if p("attn_q_norm.weight") is not None and not whole:
            q = rms_norm(q, p("attn_q_norm.weight"), c["epsilon"])
            k = rms_norm(k, p("attn_k_norm.weight"), c["epsilon"])
        window = c.get("window", 0)
        if c["arch"] in PERIODS and (layer + 1) % PERIODS[c["arch"]] == 0:
            window = 0
        how = dict(c, base=10000.0, scaling=None) if c["arch"] == "gemma3" and window else c
        if (layer + 1) % UNTURNED.get(c["arch"], layer + 2) != 0:
            q, k = rotate(q, how, factors), rotate(k, how, factors)
        k, v = np.repeat(k, heads // kv, axis=1), np.repeat(v, heads // kv, axis=1)
        scores = np.einsum("ihd,jhd->hij", q, k) * c.get("attention_scale", 1 / math.sqrt(size))
        if capped:
            scores = 50.0 * np.tanh(scores / 50.0)
        visible = j <= i
        if window:
            visible = visible & (i - j < window)
        a = np.einsum("hij,jhd->ihd", softmax(np.where(visible, scores, -np.inf)), v).reshape(n, heads * size)
        a = project(a, "attn_output")
        if p("post_attention_norm.weight") is not None:
            a = rms_norm(a, p("post_attention_norm.weight"), c["epsilon"])
        x = x + a * c.get("residual_scale", 1.0)
        h = rms_norm(x, p("ffn_norm.weight"), c["epsilon"]) if norms_before else x
        if "experts" in c:
            x = x + experts(c, p, h) * c.get("residual_scale", 1.0)
            continue
        if p("ffn_gate.weight") is not None:
            gate, up = project(h, "ffn_gate"), project(h, "ffn_up")
        else:
            gate, up = np.split(project(h, "ffn_up"), 2, axis=-1)
        if gemma:
            gate = 0.5 * gate * (1 + np.tanh(math.sqrt(2 / math.pi) * (gate + 0.044715 * gate**3)))
        else:
            gate = gate / (1 + np.exp(-gate))
        f = project(gate * up, "ffn_down")
        if p("post_ffw_norm.weight") is not None:
            f = rms_norm(f, p("post_ffw_norm.weight"), c["epsilon"])
        x = x + f * c.get("residual_scale", 1.0)
    logits = rms_norm(x, w["output_norm.weight"], c["epsilon"]) @ w.get("output.weight", w["token_embd.weight"]).T
    logits = (logits + w.get("output.bias", 0)) / c.get("logit_scale", 1.0)
    return 30.0 * np.tanh(logits / 30.0) if capped else logits
