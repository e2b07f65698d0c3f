"""What files of models beyond llama's kind have: keys and tensors, for models.py."""

import math

import gguf
from gguf import GGMLQuantizationType as T

ENCODERS = {"bert", "nomic-bert"}
ARCHITECTURES = {"gpt-oss", "llama4", "deepseek2"} | ENCODERS


def keys(writer, c):
    arch = c["arch"]
    if arch in ENCODERS:
        writer.add_layer_norm_eps(c["epsilon"])
        writer.add_causal_attention(False)
        writer.add_pooling_type(gguf.PoolingType.MEAN if arch == "bert" else gguf.PoolingType.CLS)
        writer.add_token_type_count(2)
    if "temperature" in c:
        scale, length, _ = c["temperature"]
        writer.add_attn_temperature_scale(scale)
        writer.add_attn_temperature_length(length)
    if "log_multiplier" in c:
        writer.add_rope_scaling_yarn_log_mul(c["log_multiplier"])
    if arch in ("gpt-oss", "llama4", "deepseek2"):
        writer.add_expert_feed_forward_length(c["ff"])
    if arch == "llama4":
        writer.add_interleave_moe_layer_step(c["step"])
    if arch == "deepseek2":
        writer.add_kv_lora_rank(c["latent"])
        if "query_latent" in c:
            writer.add_q_lora_rank(c["query_latent"])
        if c["kv"] == 1:
            writer.add_key_length_mla(c["plain_key"] + c["rotated"])
            writer.add_value_length_mla(c["plain_value"])
        writer.add_leading_dense_block_count(c["dense"])
        writer.add_expert_shared_count(c["shared_count"])
        writer.add_expert_weights_scale(c["experts_scale"])
        writer.add_expert_weights_norm(c.get("normalised", False))
        if c.get("gating") == "sigmoid":
            writer.add_expert_gating_func(gguf.ExpertGatingFuncType.SIGMOID)
        if "groups" in c:
            writer.add_expert_group_count(c["groups"])
            writer.add_expert_group_used_count(c["groups_used"])


def experts(c, p, matrix, vector, shared):
    width, ff, count = c["width"], c["ff"], c["experts"]
    matrix(p + "ffn_gate_inp.weight", count, width, use=T.F32)
    matrix(p + "ffn_gate_exps.weight", ff, width, count)
    matrix(p + "ffn_up_exps.weight", ff, width, count)
    matrix(p + "ffn_down_exps.weight", width, ff, count)
    if shared:
        matrix(p + "ffn_gate_shexp.weight", shared, width)
        matrix(p + "ffn_up_shexp.weight", shared, width)
        matrix(p + "ffn_down_shexp.weight", width, shared)


def gated(c, p, matrix):
    matrix(p + "ffn_gate.weight", c["hidden"], c["width"])
    matrix(p + "ffn_up.weight", c["hidden"], c["width"])
    matrix(p + "ffn_down.weight", c["width"], c["hidden"])


def gpt_oss(c, layer, p, matrix, vector):
    width, heads, kv, size, count = c["width"], c["heads"], c["kv"], c["size"], c["experts"]
    vector(p + "attn_norm.weight", width, 1)
    vector(p + "post_attention_norm.weight", width, 1)
    for part, length in [("q", heads * size), ("k", kv * size), ("v", kv * size)]:
        matrix(p + f"attn_{part}.weight", length, width)
        vector(p + f"attn_{part}.bias", length)
    matrix(p + "attn_output.weight", width, heads * size)
    vector(p + "attn_output.bias", width)
    vector(p + "attn_sinks.weight", heads, 0, 1)
    experts(c, p, matrix, vector, 0)
    vector(p + "ffn_gate_inp.bias", count)
    # Some values are so large that they are clamped.
    vector(p + "ffn_gate_exps.bias", c["ff"], 0, 4, count)
    vector(p + "ffn_up_exps.bias", c["ff"], 0, 4, count)
    vector(p + "ffn_down_exps.bias", width, 0, 0.2, count)


def llama4(c, layer, p, matrix, vector):
    width, heads, kv, size = c["width"], c["heads"], c["kv"], c["size"]
    vector(p + "attn_norm.weight", width, 1)
    vector(p + "ffn_norm.weight", width, 1)
    for part, length in [("q", heads * size), ("k", kv * size), ("v", kv * size)]:
        matrix(p + f"attn_{part}.weight", length, width)
    matrix(p + "attn_output.weight", width, heads * size)
    if (layer + 1) % c["step"] == 0:
        experts(c, p, matrix, vector, c["ff"])
    else:
        gated(c, p, matrix)


def deepseek2(c, layer, p, matrix, vector):
    width, heads, latent = c["width"], c["heads"], c["latent"]
    key, value, turned = c["plain_key"], c["plain_value"], c["rotated"]
    vector(p + "attn_norm.weight", width, 1)
    vector(p + "ffn_norm.weight", width, 1)
    if "query_latent" in c:
        matrix(p + "attn_q_a.weight", c["query_latent"], width)
        vector(p + "attn_q_a_norm.weight", c["query_latent"], 1)
        matrix(p + "attn_q_b.weight", heads * (key + turned), c["query_latent"])
    else:
        matrix(p + "attn_q.weight", heads * (key + turned), width)
    matrix(p + "attn_kv_a_mqa.weight", latent + turned, width)
    vector(p + "attn_kv_a_norm.weight", latent, 1)
    if c["kv"] == 1:
        matrix(p + "attn_k_b.weight", latent, key, heads)
        matrix(p + "attn_v_b.weight", value, latent, heads)
    else:
        matrix(p + "attn_kv_b.weight", heads * (key + value), latent)
    matrix(p + "attn_output.weight", width, heads * value)
    if layer < c["dense"]:
        return gated(c, p, matrix)
    experts(c, p, matrix, vector, c["shared_count"] * c["ff"])
    if c.get("gating") == "sigmoid":
        vector(p + "exp_probs_b.bias", c["experts"])


def encoder(c, layer, p, matrix, vector):
    width, heads, size, hidden = c["width"], c["heads"], c["size"], c["hidden"]
    norms = [("attn_output_norm", width), ("layer_output_norm", width)]
    if c["arch"] == "bert":
        for part in "qkv":
            matrix(p + f"attn_{part}.weight", heads * size, width)
            vector(p + f"attn_{part}.bias", heads * size)
        matrix(p + "ffn_up.weight", hidden, width)
        matrix(p + "ffn_down.weight", width, hidden)
        for part, length in [("attn_output", width), ("ffn_up", hidden), ("ffn_down", width)]:
            vector(p + f"{part}.bias", length)
    else:
        matrix(p + "attn_qkv.weight", 3 * heads * size, width)
        gated(c, p, matrix)
    matrix(p + "attn_output.weight", width, heads * size)
    for name, length in norms:
        vector(f"{p}{name}.weight", length, 1)
        vector(f"{p}{name}.bias", length)


def tensors(c, matrix, vector, vocabulary):
    width = c["width"]
    matrix("token_embd.weight", vocabulary, width)
    if c["arch"] in ENCODERS:
        matrix("token_types.weight", 2, width, use=T.F32)
        if c["arch"] == "bert":
            matrix("position_embd.weight", c.get("context", 512), width, use=T.F32)
        vector("token_embd_norm.weight", width, 1)
        vector("token_embd_norm.bias", width)
    else:
        vector("output_norm.weight", width, 1)
        matrix("output.weight", vocabulary, width)
    if c.get("factors"):
        vector("rope_freqs.weight", c["rotated"] // 2, 4, 0.5)
    layer_of = {"gpt-oss": gpt_oss, "llama4": llama4, "deepseek2": deepseek2}.get(c["arch"], encoder)
    for layer in range(c["layers"]):
        layer_of(c, layer, f"blk.{layer}.", matrix, vector)


def cases(shape):
    experts = dict(experts=5, used=2, ff=256)
    yarn = dict(scaling="yarn", factor=4.0, original=128)
    latent = dict(latent=256, plain_key=32, plain_value=48, rotated=16, dense=1, shared_count=2, layers=3, experts_scale=1.0)
    # A key's length as it is kept, and scores of keys as they would be.
    kept = dict(latent, kv=1, size=272, score=48**-0.5)
    stretched = (1 + 0.1 * 0.707 * math.log(4)) ** 2
    yield "mistral3", shape("mistral3", temperature=(0.1, 16, 0)), [T.F32, T.Q4_K]
    yield "mistral3-yarn", shape("mistral3", temperature=(0.1, 128, 0), log_multiplier=1.0, turned_by=1.0, **yarn), [T.F32]
    yield "mistral3-experts", shape("mistral3", hidden=256, **experts), [T.F32]
    # llama.cpp's files have no such chunks nor lengths: they are 8192.
    yield "llama4", shape("llama4", layers=5, step=2, window=16, temperature=(0.1, 16, 1), factors=True, **dict(experts, used=1)), [T.F32, T.Q4_K]
    yield "gpt-oss", shape("gpt-oss", window=16, layers=3, size=64, rotated=64, base=150000.0, **experts, **yarn), [T.F32, T.MXFP4]
    yield "deepseek2", shape("deepseek2", query_latent=128, gating="sigmoid", normalised=True, groups=4, groups_used=2, **dict(kept, experts_scale=2.5), experts=12, used=3, ff=256), [T.F32, T.Q8_0]
    yield "deepseek2-softmax", shape("deepseek2", **dict(kept, score=stretched / 48**0.5), **experts, **yarn, log_multiplier=0.0707, turned_by=1.0), [T.F32]
    yield "deepseek2-whole", shape("deepseek2", **latent, kv=8, size=48, score=48**-0.5, **experts), [T.F32, T.Q4_K]
