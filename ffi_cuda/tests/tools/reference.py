"""Transformers in float64, written from the papers and the GGUF specification, independent of the C++ code."""

import math

import numpy as np


# What an architecture is made of, beside what its weights tell.
INTERLEAVED = {"llama", "granite", "granitemoe", "smollm3", "glm4", "internlm2", "ernie4_5", "mistral3", "llama4", "deepseek2"}
GEMMAS = {"gemma", "gemma2", "gemma3"}
# Of so many layers the last sees everything, and the last is not turned.
PERIODS = {"gemma2": 2, "gemma3": 6, "gpt-oss": 2, "llama4": 4}
UNTURNED = {"smollm3": 4, "llama4": 4}
# What is divided by the sum of the chosen experts' probabilities.
NORMALISED = {"llama", "qwen3moe", "granitemoe", "mistral3", "gpt-oss"}


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
    scores = h @ p("ffn_gate_inp.weight").T
    if p("ffn_gate_inp.bias") is not None:
        scores = scores + p("ffn_gate_inp.bias")
    sigmoid = c["arch"] == "llama4" or c.get("gating") == "sigmoid"
    chances = 1 / (1 + np.exp(-scores)) if sigmoid else softmax(scores)
    out = np.zeros_like(h)
    for token, chance in enumerate(chances):
        choice = chance + (0 if p("exp_probs_b.bias") is None else p("exp_probs_b.bias"))
        if "groups" in c:
            groups = np.sort(choice.reshape(c["groups"], -1), axis=1)[:, -2:].sum(axis=1)
            left = np.argsort(-groups, kind="stable")[: c["groups_used"]]
            inside = np.isin(np.arange(c["experts"]) // (c["experts"] // c["groups"]), left)
            choice = np.where(inside, choice, -np.inf)
        chosen = np.argsort(-choice, kind="stable")[: c["used"]]
        total = chance[chosen].sum() if c["arch"] in NORMALISED or c.get("normalised") else 1.0
        for expert in chosen:
            gate, up, down = (
                p(f"ffn_{part}_exps.weight").reshape(c["experts"], -1, columns)[expert]
                for part, columns in [("gate", c["width"]), ("up", c["width"]), ("down", c["ff"])]
            )

            def bias(part):
                biases = p(f"ffn_{part}_exps.bias")
                return 0 if biases is None else biases.reshape(c["experts"], -1)[expert]

            weight = chance[expert] / total * c.get("experts_scale", 1.0)
            x = h[token] * (weight if c["arch"] == "llama4" else 1.0)
            g, u = gate @ x + bias("gate"), up @ x + bias("up")
            if c["arch"] == "gpt-oss":
                g, u = np.minimum(g, 7), np.clip(u, -7, 7)
                made = g / (1 + np.exp(-1.702 * g)) * (u + 1)
            else:
                made = g / (1 + np.exp(-g)) * u
            out[token] += (1.0 if c["arch"] == "llama4" else weight) * (down @ made + bias("down"))
    if p("ffn_gate_shexp.weight") is not None:
        g = h @ p("ffn_gate_shexp.weight").T
        out = out + (g / (1 + np.exp(-g)) * (h @ p("ffn_up_shexp.weight").T)) @ p("ffn_down_shexp.weight").T
    return out


def rotate(x, c, factors):
    """x: [positions, heads, head_size]."""
    n = c["rotated"]
    angle = np.arange(x.shape[0])[:, None] * turns(c, factors)[None, :]
    magnitude = c.get("turned_by", c.get("magnitude")) or (1 + 0.1 * math.log(c["factor"]) if c.get("scaling") == "yarn" else 1.0)
    turn = np.exp(1j * angle)[:, None, :] * magnitude
    out = x.copy()
    if c["arch"] in INTERLEAVED:
        pairs = (x[..., 0:n:2] + 1j * x[..., 1:n:2]) * turn
        out[..., 0:n:2], out[..., 1:n:2] = pairs.real, pairs.imag
    else:
        pairs = (x[..., : n // 2] + 1j * x[..., n // 2 : n]) * turn
        out[..., : n // 2], out[..., n // 2 : n] = pairs.real, pairs.imag
    return out


def latent_heads(c, p, h, project, how, factors):
    """Queries, keys and values of DeepSeek's latent attention, those parts that are turned last."""
    n, heads, size, key, value, turned = len(h), c["heads"], c["latent"], c["plain_key"], c["plain_value"], c["rotated"]
    made = h
    if "query_latent" in c:
        made = rms_norm(project(h, "attn_q_a"), p("attn_q_a_norm.weight"), c["epsilon"])
    q = project(made, "attn_q_b" if "query_latent" in c else "attn_q").reshape(n, heads, key + turned)
    both = project(h, "attn_kv_a_mqa")
    latent = rms_norm(both[:, :size], p("attn_kv_a_norm.weight"), c["epsilon"])
    if p("attn_kv_b.weight") is not None:
        k, v = np.split((latent @ p("attn_kv_b.weight").T).reshape(n, heads, key + value), [key], axis=-1)
    else:
        k = np.einsum("nl,hlk->nhk", latent, p("attn_k_b.weight").reshape(heads, size, key))
        v = np.einsum("nl,hvl->nhv", latent, p("attn_v_b.weight").reshape(heads, value, size))
    turned_keys = np.repeat(rotate(both[:, None, size:], how, factors), heads, axis=1)
    q = np.concatenate([q[..., :key], rotate(q[..., key:], how, factors)], axis=-1)
    return q, np.concatenate([k, turned_keys], axis=-1), v


def layer_norm(x, weight, bias, epsilon):
    x = x - x.mean(axis=-1, keepdims=True)
    return x / np.sqrt(np.mean(x * x, axis=-1, keepdims=True) + epsilon) * weight + bias


def encode(c, w, tokens):
    """What the last layer of BERT and its like makes of each token."""
    n, heads, size = len(tokens), c["heads"], c["size"]
    x = w["token_embd.weight"][tokens] + w["token_types.weight"][0]
    if c["arch"] == "bert":
        x = x + w["position_embd.weight"][:n]
    x = layer_norm(x, w["token_embd_norm.weight"], w["token_embd_norm.bias"], c["epsilon"])
    for layer in range(c["layers"]):

        def norm(x, name):
            return layer_norm(x, w[f"blk.{layer}.{name}.weight"], w[f"blk.{layer}.{name}.bias"], c["epsilon"])

        def project(x, name):
            return x @ w[f"blk.{layer}.{name}.weight"].T + w.get(f"blk.{layer}.{name}.bias", 0)

        if c["arch"] == "bert":
            q, k, v = (project(x, f"attn_{part}").reshape(n, heads, size) for part in "qkv")
        else:
            q, k, v = (part.reshape(n, heads, size) for part in np.split(project(x, "attn_qkv"), 3, axis=-1))
            q, k = rotate(q, c, None), rotate(k, c, None)
        a = np.einsum("hij,jhd->ihd", softmax(np.einsum("ihd,jhd->hij", q, k) / math.sqrt(size)), v)
        x = norm(x + project(a.reshape(n, -1), "attn_output"), "attn_output_norm")
        up = project(x, "ffn_up")
        if c["arch"] == "bert":
            up = up * 0.5 * (1 + np.vectorize(math.erf)(up / math.sqrt(2)))
        else:
            gate = project(x, "ffn_gate")
            up = up * gate / (1 + np.exp(-gate))
        x = norm(x + project(up, "ffn_down"), "layer_output_norm")
    return x


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
        how = dict(c, base=10000.0, scaling=None) if c["arch"] == "gemma3" and (layer + 1) % 6 != 0 else c
        if "latent" in c:
            q, k, v = latent_heads(c, p, h, project, how, factors)
        elif p("attn_qkv.weight") is not None:
            q, k, v = np.split(project(h, "attn_qkv"), [heads * size, (heads + kv) * size], axis=-1)
        else:
            q, k, v = (project(h, f"attn_{part}") for part in "qkv")
        own_values = c.get("plain_value", size)
        whole = p("attn_q_norm.weight") is not None and len(p("attn_q_norm.weight")) != size
        if whole:
            q = rms_norm(q, p("attn_q_norm.weight"), c["epsilon"])
            k = rms_norm(k, p("attn_k_norm.weight"), c["epsilon"])
        if "latent" not in c:
            q, k, v = q.reshape(n, heads, size), k.reshape(n, kv, size), v.reshape(n, kv, size)
        if p("attn_q_norm.weight") is not None and not whole:
            q = rms_norm(q, p("attn_q_norm.weight"), c["epsilon"])
            k = rms_norm(k, p("attn_k_norm.weight"), c["epsilon"])
        window = c.get("window", 0)
        if c["arch"] in PERIODS and (layer + 1) % PERIODS[c["arch"]] == 0:
            window = 0
        turned = (layer + 1) % UNTURNED.get(c["arch"], layer + 2) != 0 and "latent" not in c
        if turned:
            q, k = rotate(q, how, factors), rotate(k, how, factors)
        if c["arch"] == "llama4" and turned:
            q, k = rms_norm(q, 1.0, c["epsilon"]), rms_norm(k, 1.0, c["epsilon"])
        if "temperature" in c and (c["arch"] == "mistral3" or not turned):
            scale, length, offset = c["temperature"]
            q = q * (1 + scale * np.log(1 + np.floor((np.arange(n) + offset) / length)))[:, None, None]
        if "latent" not in c:
            k, v = np.repeat(k, heads // kv, axis=1), np.repeat(v, heads // kv, axis=1)
        scores = np.einsum("ihd,jhd->hij", q, k) * c.get("attention_scale", c.get("score", 1 / math.sqrt(size)))
        if capped:
            scores = 50.0 * np.tanh(scores / 50.0)
        visible = j <= i
        if window:
            visible = visible & (i // window == j // window if c["arch"] == "llama4" else i - j < window)
        scores = np.where(visible, scores, -np.inf)
        if p("attn_sinks.weight") is not None:
            sinks = np.broadcast_to(p("attn_sinks.weight")[:, None, None], (heads, n, 1))
            scores = softmax(np.concatenate([scores, sinks], axis=-1))[..., :n]
        else:
            scores = softmax(scores)
        a = np.einsum("hij,jhd->ihd", scores, v).reshape(n, heads * own_values)
        a = project(a, "attn_output")
        if p("post_attention_norm.weight") is not None and c["arch"] != "gpt-oss":
            a = rms_norm(a, p("post_attention_norm.weight"), c["epsilon"])
        x = x + a * c.get("residual_scale", 1.0)
        ffn_norm = p("post_attention_norm.weight" if c["arch"] == "gpt-oss" else "ffn_norm.weight")
        h = rms_norm(x, ffn_norm, c["epsilon"]) if norms_before else x
        if p("ffn_gate_inp.weight") is not None:
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
