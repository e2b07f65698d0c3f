"""Trains parrot.gguf on text.txt: a llama of two layers, with numpy alone, in a few minutes on one core.

    train.py [STEPS]     (needs numpy, gguf and tokenizers)

The gradients are written out by hand; `check` compares them with differences before anything is trained.
"""

import pathlib
import sys
import time

import gguf
import numpy as np
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers

HERE = pathlib.Path(__file__).parent
WIDTH, HIDDEN, LAYERS, HEADS, VOCABULARY, CONTEXT = 96, 256, 2, 4, 400, 256
SIZE = WIDTH // HEADS
EPSILON, BASE = 1e-5, 10000.0
END = "<|endoftext|>"


def tokenizer(text):
    bpe = Tokenizer(models.BPE())
    bpe.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    bpe.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=VOCABULARY,
        special_tokens=[END],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    bpe.train_from_iterator([text], trainer)
    return bpe


def initial(rng):
    def normal(*shape):
        return rng.normal(0, 1 / np.sqrt(shape[-1]), shape)

    w = {"token_embd": rng.normal(0, 0.05, (VOCABULARY, WIDTH)), "output_norm": np.ones(WIDTH)}
    for i in range(LAYERS):
        w |= {f"{i}.attn_norm": np.ones(WIDTH), f"{i}.ffn_norm": np.ones(WIDTH)}
        w |= {f"{i}.attn_{part}": normal(WIDTH, WIDTH) for part in ["q", "k", "v", "output"]}
        w |= {f"{i}.ffn_gate": normal(HIDDEN, WIDTH), f"{i}.ffn_up": normal(HIDDEN, WIDTH)}
        w |= {f"{i}.ffn_down": normal(WIDTH, HIDDEN)}
    return w


def norm(x, weight):
    scale = 1 / np.sqrt(np.mean(x * x, -1, keepdims=True) + EPSILON)
    return x * scale * weight, (x, scale, weight)


def norm_back(d, saved):
    x, scale, weight = saved
    dn = d * weight
    dx = scale * (dn - x * scale**2 * np.mean(dn * x, -1, keepdims=True))
    return dx, np.sum(d * x * scale, axis=tuple(range(d.ndim - 1)))


def rotation(length):
    angle = np.arange(length)[:, None] * BASE ** (-2.0 * np.arange(SIZE // 2) / SIZE)
    return np.exp(1j * angle)[:, None, :]


def rotate(x, turn):
    pairs = (x[..., 0::2] + 1j * x[..., 1::2]) * turn
    out = np.empty_like(x)
    out[..., 0::2], out[..., 1::2] = pairs.real, pairs.imag
    return out


def product_back(d, x, weight):
    """Gradients of x and weight in x @ weight.T."""
    return d @ weight, d.reshape(-1, d.shape[-1]).T @ x.reshape(-1, x.shape[-1])


def loss_and_gradients(w, tokens, targets):
    b, n = tokens.shape
    turn = rotation(n).astype(np.complex64 if w["token_embd"].dtype == np.float32 else complex)
    mask = np.triu(np.full((n, n), -1e9, w["token_embd"].dtype), 1)
    x = w["token_embd"][tokens]
    saved = []
    for i in range(LAYERS):
        h, s1 = norm(x, w[f"{i}.attn_norm"])
        q, k, v = ((h @ w[f"{i}.attn_{p}"].T).reshape(b, n, HEADS, SIZE) for p in "qkv")
        q, k = rotate(q, turn), rotate(k, turn)
        q, k, v = (t.transpose(0, 2, 1, 3) for t in (q, k, v))
        a = q @ k.transpose(0, 1, 3, 2) / np.sqrt(SIZE) + mask
        a = np.exp(a - a.max(-1, keepdims=True))
        a /= a.sum(-1, keepdims=True)
        o = (a @ v).transpose(0, 2, 1, 3).reshape(b, n, WIDTH)
        x = x + o @ w[f"{i}.attn_output"].T
        h2, s2 = norm(x, w[f"{i}.ffn_norm"])
        g, u = h2 @ w[f"{i}.ffn_gate"].T, h2 @ w[f"{i}.ffn_up"].T
        sigmoid = 1 / (1 + np.exp(-g))
        f = g * sigmoid * u
        x = x + f @ w[f"{i}.ffn_down"].T
        saved.append((h, s1, q, k, v, a, o, h2, s2, g, u, sigmoid, f))
    y, s3 = norm(x, w["output_norm"])
    logits = y @ w["token_embd"].T
    logits -= logits.max(-1, keepdims=True)
    p = np.exp(logits)
    p /= p.sum(-1, keepdims=True)
    rows = (np.arange(b)[:, None], np.arange(n)[None, :], targets)
    loss = -np.mean(np.log(p[rows]))

    grad = {}
    d = p
    d[rows] -= 1
    d /= b * n
    d, grad["token_embd"] = product_back(d, y, w["token_embd"])
    dx, grad["output_norm"] = norm_back(d, s3)
    for i in reversed(range(LAYERS)):
        h, s1, q, k, v, a, o, h2, s2, g, u, sigmoid, f = saved[i]
        df, grad[f"{i}.ffn_down"] = product_back(dx, f, w[f"{i}.ffn_down"])
        dg = df * u * sigmoid * (1 + g * (1 - sigmoid))
        dh, grad[f"{i}.ffn_gate"] = product_back(dg, h2, w[f"{i}.ffn_gate"])
        more, grad[f"{i}.ffn_up"] = product_back(df * g * sigmoid, h2, w[f"{i}.ffn_up"])
        back, grad[f"{i}.ffn_norm"] = norm_back(dh + more, s2)
        dx = dx + back
        do, grad[f"{i}.attn_output"] = product_back(dx, o, w[f"{i}.attn_output"])
        do = do.reshape(b, n, HEADS, SIZE).transpose(0, 2, 1, 3)
        dv = a.transpose(0, 1, 3, 2) @ do
        da = do @ v.transpose(0, 1, 3, 2)
        ds = a * (da - np.sum(da * a, -1, keepdims=True)) / np.sqrt(SIZE)
        dq, dk = (t.transpose(0, 2, 1, 3) for t in (ds @ k, ds.transpose(0, 1, 3, 2) @ q))
        dq, dk = rotate(dq, turn.conj()), rotate(dk, turn.conj())
        dv = dv.transpose(0, 2, 1, 3)
        dh = 0
        for part, t in zip("qkv", (dq, dk, dv)):
            more, grad[f"{i}.attn_{part}"] = product_back(t.reshape(b, n, WIDTH), h, w[f"{i}.attn_{part}"])
            dh = dh + more
        back, grad[f"{i}.attn_norm"] = norm_back(dh, s1)
        dx = dx + back
    np.add.at(grad["token_embd"], tokens, dx)
    return loss, grad


def check():
    rng = np.random.default_rng(0)
    w = initial(rng)
    tokens, targets = rng.integers(0, VOCABULARY, (2, 2, 9))
    _, grad = loss_and_gradients(w, tokens, targets)
    for name, weight in w.items():
        at = tuple(rng.integers(0, size) for size in weight.shape)
        if name == "token_embd":
            at = (tokens[0, 0], at[1])
        before, step = weight[at], 1e-5
        weight[at] = before + step
        up, _ = loss_and_gradients(w, tokens, targets)
        weight[at] = before - step
        down, _ = loss_and_gradients(w, tokens, targets)
        weight[at] = before
        assert abs((up - down) / (2 * step) - grad[name][at]) < 1e-7, (name, (up - down) / (2 * step), grad[name][at])


def train(ids, steps):
    rng = np.random.default_rng(1)
    w = {name: weight.astype(np.float32) for name, weight in initial(rng).items()}
    mean, square = ({name: np.zeros_like(weight) for name, weight in w.items()} for _ in range(2))
    length, batch, started = 96, 8, time.time()
    loop = np.concatenate([ids, ids[: length + 1]])
    for step in range(1, steps + 1):
        starts = rng.integers(0, len(ids), batch)
        window = np.stack([loop[start : start + length + 1] for start in starts])
        loss, grad = loss_and_gradients(w, window[:, :-1], window[:, 1:])
        rate = 3e-3 * min(1, step / 50) * (0.02 + 0.98 * 0.5 * (1 + np.cos(np.pi * step / steps)))
        for name in w:
            mean[name] = 0.9 * mean[name] + 0.1 * grad[name]
            square[name] = 0.98 * square[name] + 0.02 * grad[name] ** 2
            corrected = mean[name] / (1 - 0.9**step) / (np.sqrt(square[name] / (1 - 0.98**step)) + 1e-8)
            w[name] -= (rate * corrected).astype(np.float32)
        if step % 100 == 0:
            print(f"step {step}: loss {loss:.3f}, {time.time() - started:.0f} s", flush=True)
    return w


def write(path, w, bpe):
    writer = gguf.GGUFWriter(str(path), "llama")
    writer.add_name("parrot")
    writer.add_block_count(LAYERS)
    writer.add_context_length(CONTEXT)
    writer.add_embedding_length(WIDTH)
    writer.add_feed_forward_length(HIDDEN)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(HEADS)
    writer.add_layer_norm_rms_eps(EPSILON)
    writer.add_rope_dimension_count(SIZE)
    writer.add_rope_freq_base(BASE)
    vocabulary = sorted(bpe.get_vocab().items(), key=lambda item: item[1])
    import json

    merges = json.loads(bpe.to_str())["model"]["merges"]
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("gpt-2")
    writer.add_token_list([token for token, _ in vocabulary])
    writer.add_token_types([3 if token == END else 1 for token, _ in vocabulary])
    writer.add_token_merges([" ".join(pair) for pair in merges])
    end = bpe.token_to_id(END)
    writer.add_bos_token_id(end)
    writer.add_eos_token_id(end)
    writer.add_add_bos_token(False)
    kind = gguf.GGMLQuantizationType.Q8_0
    for name, weight in w.items():
        full = f"blk.{name}.weight" if name[0].isdigit() else f"{name}.weight"
        if weight.ndim == 1:
            writer.add_tensor(full, weight)
        else:
            writer.add_tensor(full, gguf.quantize(weight, kind), raw_dtype=kind)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def main():
    check()
    text = (HERE / "text.txt").read_text(encoding="utf-8")
    bpe = tokenizer(text)
    ids = np.array(bpe.encode(text).ids + [bpe.token_to_id(END)])
    print(len(text.encode()), "bytes,", len(ids), "tokens,", bpe.get_vocab_size(), "in the vocabulary", flush=True)
    w = train(ids, int(sys.argv[1]) if len(sys.argv) > 1 else 400)
    write(HERE / "parrot.gguf", w, bpe)


if __name__ == "__main__":
    main()
