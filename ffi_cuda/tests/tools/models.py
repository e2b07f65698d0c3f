"""Random models of each architecture and weight type, with the logits that reference.py gives them.

models.py FOLDER: writes NAME.gguf, NAME.tokens (u32) and NAME.logits (f64, positions x vocabulary) for each.
"""

import sys

import gguf
import numpy as np
from gguf import GGMLQuantizationType as T

import beyond
import reference

VOCABULARY = 259


def blocks(rng, kind, rows, columns):
    """Random weights of about unit gain: raw data for the file, and what gguf-py decodes it to."""
    scale = 1 / np.sqrt(columns)
    values, size = gguf.GGML_QUANT_SIZES[kind]
    if kind in SCALES:
        return few_bits(rng, kind, rows, columns)
    if kind not in (T.Q4_K, T.Q5_K, T.Q6_K):
        raw = gguf.quantize(rng.normal(0, scale, (rows, columns)).astype(np.float32), kind)
        return raw, gguf.dequantize(raw, kind).astype(np.float64)
    # gguf-py encodes no K blocks: any bytes are a block, once its scales are sensible.
    raw = rng.integers(0, 256, (rows, columns // values, size), dtype=np.uint8)

    def half(at, low, high):
        numbers = rng.uniform(low, high, raw.shape[:2]).astype(np.float16)
        raw[:, :, at : at + 2] = numbers[..., None].view(np.uint8)

    if kind == T.Q6_K:
        half(208, scale / 1000, scale / 500)
    else:
        top = 15 if kind == T.Q4_K else 31
        half(0, scale / (10 * top), scale / (5 * top))
        half(2, scale / 20, scale / 10)
    raw = raw.reshape(rows, -1)
    return raw, gguf.dequantize(raw, kind).astype(np.float64)


# Where the scales (16-bit floats) lie in a block, and how large they are in proportion.
SCALES = {T.Q2_K: [(80, 1 / 30), (82, 1 / 15)], T.Q3_K: [(108, 1 / 40)], T.IQ4_NL: [(0, 1 / 70)], T.IQ4_XS: [(0, 1 / 900)], T.TQ1_0: [(52, 1.2)],
          T.IQ2_XXS: [(0, 1 / 60)], T.IQ2_XS: [(0, 1 / 60)], T.IQ2_S: [(0, 1 / 60)], T.IQ3_XXS: [(0, 1 / 130)], T.IQ3_S: [(0, 1 / 130)], T.IQ1_S: [(0, 1 / 7)]}


def few_bits(rng, kind, rows, columns):
    """The same of types that gguf-py does not encode."""
    values, size = gguf.GGML_QUANT_SIZES[kind]
    raw = rng.integers(0, 256, (rows, columns // values, size), dtype=np.uint8)
    for at, part in SCALES[kind]:
        numbers = (part / np.sqrt(columns) * rng.uniform(0.8, 1.2, raw.shape[:2])).astype(np.float16)
        raw[:, :, at : at + 2] = numbers[..., None].view(np.uint8)
    raw = raw.reshape(rows, -1)
    return raw, gguf.dequantize(raw, kind).astype(np.float64)


def fitting(kind, columns):
    """What a quantiser falls back to where rows are no multiple of the block."""
    if columns % gguf.GGML_QUANT_SIZES[kind][0] == 0:
        return kind
    return T.Q8_0 if kind == T.Q6_K else T.Q5_0


def make(path, c, kind, seed, distinct=None):
    """Writes a model; its decoded weights.

    Where `distinct` is given, matrices repeat so many rows, which makes gigabytes in seconds; their weights are
    not returned.
    """
    rng = np.random.default_rng(seed)
    arch, width, size = c["arch"], c["width"], c["size"]
    writer = gguf.GGUFWriter(path, arch)
    writer.add_block_count(c["layers"])
    writer.add_embedding_length(width)
    writer.add_feed_forward_length(c["hidden"])
    writer.add_context_length(c.get("context", 512))
    writer.add_head_count(c["heads"])
    writer.add_head_count_kv(c["kv"])
    if arch not in beyond.ENCODERS:
        writer.add_layer_norm_rms_eps(c["epsilon"])
    if arch != "bert":
        writer.add_rope_freq_base(c["base"])
        writer.add_rope_dimension_count(c["rotated"])
    if "latent" in c:
        writer.add_key_length(size)
        writer.add_value_length(c["latent"] if c["kv"] == 1 else c["plain_value"])
    elif size != width // c["heads"] or arch in reference.GEMMAS:
        writer.add_key_length(size)
        writer.add_value_length(size)
    if c.get("window"):
        writer.add_sliding_window(c["window"])
    if arch == "gemma2":
        writer.add_attn_logit_softcapping(50.0)
        writer.add_final_logit_softcapping(30.0)
    if "experts" in c:
        writer.add_expert_count(c["experts"])
        writer.add_expert_used_count(c["used"])
        if arch == "qwen3moe":
            writer.add_expert_feed_forward_length(c["ff"])
        if "shared" in c:
            writer.add_expert_shared_feed_forward_length(c["shared"])
    for key, add in [("embedding_scale", writer.add_embedding_scale), ("residual_scale", writer.add_residual_scale),
                     ("attention_scale", writer.add_attention_scale), ("logit_scale", writer.add_logit_scale)]:
        if key in c:
            add(c[key])
    if "scaling" in c:
        writer.add_rope_scaling_type(gguf.RopeScalingType(c["scaling"]))
        writer.add_rope_scaling_factor(c["factor"])
    if "original" in c:
        writer.add_rope_scaling_orig_ctx_len(c["original"])
    if "magnitude" in c:
        writer.add_rope_scaling_attn_factors(c["magnitude"])
    beyond.keys(writer, c)
    # A vocabulary of bytes, so that texts can be tokens.
    writer.add_tokenizer_model("llama")
    tokens = ["<unk>", "<s>", "</s>"] + [f"<0x{byte:02X}>" for byte in range(256)]
    writer.add_token_list(tokens)
    writer.add_token_scores([0.0] * len(tokens))
    writer.add_token_types([2, 3, 3] + [6] * 256)
    writer.add_bos_token_id(1)
    writer.add_eos_token_id(2)
    writer.add_add_space_prefix(False)
    weights = {}

    def matrix(name, rows, columns, count=None, use=None):
        use = use if use is not None else fitting(kind, columns)
        if count is not None:
            raw, weights[name] = blocks(rng, use, rows * count, columns)
            raw = raw.reshape(count, rows, -1)
        elif distinct is None:
            raw, weights[name] = blocks(rng, use, rows, columns)
        else:
            few = blocks(rng, use, distinct, columns)[0]
            raw = np.resize(few, (rows, few.shape[1]))
        writer.add_tensor(name, raw, raw_dtype=use)

    def vector(name, length, mean=0.0, spread=0.2, rows=None):
        values = (mean + rng.normal(0, spread, length if rows is None else (rows, length))).astype(np.float32)
        weights[name] = values.astype(np.float64)
        writer.add_tensor(name, values)

    if arch in beyond.ARCHITECTURES:
        beyond.tensors(c, matrix, vector, VOCABULARY)
        return finish(writer, weights)
    heads, kv, hidden = c["heads"], c["kv"], c["hidden"]
    matrix("token_embd.weight", VOCABULARY, width)
    vector("output_norm.weight", width, 1)
    if not c.get("tied"):
        matrix("output.weight", VOCABULARY, width)
    if c.get("biases"):
        vector("output.bias", VOCABULARY, 0.5)
    if c.get("factors"):
        vector("rope_freqs.weight", c["rotated"] // 2, 4, 0.5)
    if c.get("long"):
        vector("rope_factors_short.weight", c["rotated"] // 2, 1.1, 0.02)
        vector("rope_factors_long.weight", c["rotated"] // 2, 4, 0.5)
    for layer in range(c["layers"]):
        p = f"blk.{layer}."
        if arch != "olmo2":
            vector(p + "attn_norm.weight", width, 1)
            vector(p + "ffn_norm.weight", width, 1)
        if arch == "phi3":
            matrix(p + "attn_qkv.weight", (heads + 2 * kv) * size, width)
            matrix(p + "ffn_up.weight", 2 * hidden, width)
        else:
            matrix(p + "attn_q.weight", heads * size, width)
            matrix(p + "attn_k.weight", kv * size, width)
            matrix(p + "attn_v.weight", kv * size, width)
            if arch == "glm4":
                matrix(p + "ffn_up.weight", 2 * hidden, width)
            elif "experts" not in c:
                matrix(p + "ffn_gate.weight", hidden, width)
                matrix(p + "ffn_up.weight", hidden, width)
        if "experts" in c:
            matrix(p + "ffn_gate_inp.weight", c["experts"], width, use=T.F32)
            matrix(p + "ffn_gate_exps.weight", c["ff"], width, c["experts"])
            matrix(p + "ffn_up_exps.weight", c["ff"], width, c["experts"])
            matrix(p + "ffn_down_exps.weight", width, c["ff"], c["experts"])
        if "shared" in c:
            matrix(p + "ffn_gate_shexp.weight", c["shared"], width)
            matrix(p + "ffn_up_shexp.weight", c["shared"], width)
            matrix(p + "ffn_down_shexp.weight", width, c["shared"])
        if arch == "qwen2":
            vector(p + "attn_q.bias", heads * size)
            vector(p + "attn_k.bias", kv * size)
            vector(p + "attn_v.bias", kv * size)
        if c.get("biases"):
            # Every bias that such a layer can have.
            if arch == "phi3":
                vector(p + "attn_qkv.bias", (heads + 2 * kv) * size)
                vector(p + "ffn_up.bias", 2 * hidden)
            else:
                for part, length in [("q", heads), ("k", kv), ("v", kv)]:
                    if arch != "qwen2":
                        vector(p + f"attn_{part}.bias", length * size)
                vector(p + "ffn_gate.bias", hidden)
                vector(p + "ffn_up.bias", hidden)
            vector(p + "attn_output.bias", width)
            vector(p + "ffn_down.bias", width)
        if arch in ("qwen3", "qwen3moe", "gemma3"):
            vector(p + "attn_q_norm.weight", size, 1)
            vector(p + "attn_k_norm.weight", size, 1)
        if arch in ("olmo2", "olmoe"):
            vector(p + "attn_q_norm.weight", heads * size, 1)
            vector(p + "attn_k_norm.weight", kv * size, 1)
        if arch in ("gemma2", "gemma3", "olmo2", "glm4"):
            vector(p + "post_attention_norm.weight", width, 1)
            vector(p + "post_ffw_norm.weight", width, 1)
        matrix(p + "attn_output.weight", width, heads * size)
        if "experts" not in c:
            matrix(p + "ffn_down.weight", width, hidden)
    return finish(writer, weights)


def finish(writer, weights):
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return weights


def shape(arch, **more):
    c = dict(arch=arch, width=256, hidden=512, layers=2, heads=8, kv=2, size=32, rotated=32, base=10000.0, epsilon=1e-5)
    c.update(more)
    return c


def cases():
    kinds = [T.F32, T.F16, T.BF16, T.Q8_0, T.Q4_0, T.Q4_1, T.Q5_0, T.Q5_1, T.Q4_K, T.Q5_K, T.Q6_K]
    for kind in kinds:
        yield f"llama-{kind.name}", shape("llama"), kind
        yield f"qwen2-{kind.name}", shape("qwen2", tied=True, base=1e6, epsilon=1e-6), kind
        yield f"qwen3-{kind.name}", shape("qwen3", size=64, rotated=64, heads=4, base=1e6, epsilon=1e-6), kind
    # Rows that are no multiple of 256, odd counts of heads, head sizes off the usual.
    odd = dict(width=160, hidden=416, heads=5, kv=1, layers=3)
    for kind in [T.F32, T.Q4_K, T.Q6_K]:
        yield f"llama-{kind.name}-odd", shape("llama", **odd), kind
        yield f"qwen2-{kind.name}-odd", shape("qwen2", **odd), kind
        yield f"qwen3-{kind.name}-odd", shape("qwen3", **odd), kind
    yield "llama-linear", shape("llama", scaling="linear", factor=4.0, original=128), T.F32
    yield "llama-yarn", shape("llama", scaling="yarn", factor=4.0, original=128), T.F32
    yield "qwen2-yarn", shape("qwen2", size=64, rotated=64, heads=4, scaling="yarn", factor=2.0, original=256), T.F32
    yield "llama-factors", shape("llama", factors=True), T.F32
    yield "llama-partly-rotated", shape("llama", rotated=16), T.F32
    # Phi 3's own: factors for texts within the original context, and others for longer ones.
    yield "phi3-longrope-within", shape("phi3", long=True, original=512, context=1024, magnitude=1.19), T.F32
    yield "phi3-longrope-beyond", shape("phi3", long=True, original=32, magnitude=1.19), T.F32
    for arch in ["llama", "qwen2", "qwen3", "phi3", "gemma2"]:
        yield f"{arch}-biases", shape(arch, biases=True, tied=arch == "gemma2", window=16 if arch == "gemma2" else 0), T.F32
    for kind in [T.F32, T.Q8_0]:
        yield f"phi3-{kind.name}", shape("phi3", window=20), kind
        yield f"gemma2-{kind.name}", shape("gemma2", size=48, rotated=48, tied=True, window=16), kind


    for kind in [T.Q2_K, T.Q3_K, T.IQ4_NL, T.IQ4_XS, T.MXFP4, T.TQ1_0, T.TQ2_0]:
        yield f"llama-{kind.name}", shape("llama"), kind
    mixture = dict(experts=5, used=2, ff=256)
    granite = dict(embedding_scale=12.0, residual_scale=0.22, attention_scale=0.02, logit_scale=8.0)
    for kind in [T.F32, T.Q4_K]:
        yield f"llama-{kind.name}-experts", shape("llama", hidden=256, **mixture), kind
        yield f"qwen3moe-{kind.name}", shape("qwen3moe", **mixture), kind
        yield f"olmoe-{kind.name}", shape("olmoe", kv=8, hidden=256, **mixture), kind
        yield f"granitemoe-{kind.name}", shape("granitemoe", hidden=256, shared=128, **mixture, **granite), kind
        yield f"granite-{kind.name}", shape("granite", **granite), kind
        yield f"gemma-{kind.name}", shape("gemma", size=48, rotated=48, tied=True), kind
        yield f"gemma3-{kind.name}", shape("gemma3", layers=7, size=48, rotated=48, tied=True, window=16, base=1e6, scaling="linear", factor=8.0), kind
        yield f"olmo2-{kind.name}", shape("olmo2"), kind
        yield f"smollm3-{kind.name}", shape("smollm3", layers=5), kind
        yield f"glm4-{kind.name}", shape("glm4", rotated=16), kind
    for arch in ["exaone", "internlm2", "ernie4_5"]:
        yield arch, shape(arch), T.F32
    for name, c, kinds in beyond.cases(shape):
        for kind in kinds:
            yield f"{name}-{kind.name}", c, kind
    for kind in [T.IQ2_XXS, T.IQ2_XS, T.IQ2_S, T.IQ3_XXS, T.IQ3_S, T.IQ1_S]:
        yield f"llama-{kind.name}", shape("llama"), kind


def encoders(folder):
    """The same of encoders: NAME.embeddings (f64, positions x width)."""
    for number, arch in enumerate(sorted(beyond.ENCODERS)):
        c = shape(arch, kv=8, hidden=512, base=1000.0, epsilon=1e-12 if arch == "bert" else 1e-5)
        for kind in [T.F32, T.F16, T.Q8_0, T.Q4_K]:
            name = f"{arch}-{kind.name}"
            weights = make(f"{folder}/{name}.gguf", c, kind, 900 + number)
            tokens = np.random.default_rng(1900 + number).integers(0, VOCABULARY, 200)
            tokens.astype(np.uint32).tofile(f"{folder}/{name}.tokens")
            reference.encode(c, weights, tokens).tofile(f"{folder}/{name}.embeddings")
            print(name)


def main(folder, what=None):
    if what == "encoders":
        return encoders(folder)
    for number, (name, c, kind) in enumerate(cases()):
        weights = make(f"{folder}/{name}.gguf", c, kind, number)
        tokens = np.random.default_rng(1000 + number).integers(0, VOCABULARY, 48)
        tokens.astype(np.uint32).tofile(f"{folder}/{name}.tokens")
        reference.forward(c, weights, tokens).tofile(f"{folder}/{name}.logits")
        print(name)


if __name__ == "__main__":
    main(*sys.argv[1:])
