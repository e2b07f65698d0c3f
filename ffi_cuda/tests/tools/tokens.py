"""tokens.py FOLDER: vocabularies of each family and strings with the ids that PyPI's own libraries give them.

For each NAME: NAME.gguf (a model of one layer with that vocabulary) and NAME.json, lists of [text, ids, what they are decoded to] and of [ids, text].
"""

import json
import random
import sys
import tempfile
import unicodedata

import gguf
import numpy as np
import sentencepiece
from tokenizers import AddedToken, BertWordPieceTokenizer, Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, trainers

COUNT = 3000
PATTERNS = {
    "llama-bpe": r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+",
    "qwen2": r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+",
    "gpt-2": r"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+",
    "gpt-4o": r"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?|[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*(?i:'s|'t|'re|'ve|'m|'ll|'d)?|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+",
    "tekken": r"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+|[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+",
    "smollm": None,
    # What llama.cpp does where a file does not say: each pattern splits what those before it left.
    "default": [r"[\p{P}\$\+<=>\^~\|]+", r"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)", r"\p{N}+", "[0-9][0-9][0-9]"],
}
EMOJI = ["👩‍👩‍👧‍👦", "🏳️‍🌈", "👍🏽", "🇩🇪🇫🇷", "❤️", "🦜", "1️⃣"]
SPACES = [" ", "  ", "\t", "\n", "\r\n", "\n\n", "   \n  ", "\u00a0", "\u3000", "\u2003", "\u0085", "\u200b", "      "]
CODE = ["def f(x):\n    return x**2", "if (a && b) {\n\t\tc->d[0] = 0xFFu;\r\n\t}", "<div class='a'>&amp;</div>", "x = {\"k\": [1, 2.5e-3]}",
        "SELECT * FROM t WHERE a<>'b'; -- c", "fn main() { println!(\"{:?}\", it's); }", "#include <stdio.h>\n\n\n"]
WORDS = "the quick brown fox isn't WE'LL they've I'm you'd he's DON'T naïve Señorita größer Ελληνικά русский язык 中文字符 日本語テキスト 한국어 עברית العربية हिन्दी ไทย 12345 3.14 1999-12-31 x² ½ Ⅷ ٣٤٥".split()


def texts(rng):
    """Strings of all kinds."""
    planes = [(0x20, 0x7E), (0xA0, 0x24F), (0x370, 0x52F), (0x5D0, 0x6FF), (0x900, 0xE5B), (0x2000, 0x2BFF),
              (0x3041, 0x30FF), (0x4E00, 0x9FFF), (0xAC00, 0xD7A3), (0x10000, 0x100FF), (0x1D400, 0x1D7FF),
              (0x1F300, 0x1F6FF), (0x20000, 0x2A6DF), (0x30000, 0x3134A), (0x40000, 0xDFFFF), (0xE0100, 0xE01EF), (0xF0000, 0xF00FF), (0x10FF00, 0x10FFFD), (0x1, 0x1F)]

    def characters():
        low, high = rng.choice(planes)
        return "".join(chr(rng.randint(low, high)) for _ in range(rng.randint(1, 12)))

    def part():
        kind = rng.randrange(8)
        if kind < 3:
            return rng.choice(WORDS)
        return [characters, lambda: rng.choice(EMOJI), lambda: rng.choice(SPACES) * rng.randint(1, 3), lambda: rng.choice(CODE),
                lambda: bytes(rng.randrange(256) for _ in range(8)).decode("utf-8", "replace")][kind - 3]()

    def text():
        joint = rng.choice(["", " ", " ", "  ", "\n"])
        return joint.join(part() for _ in range(rng.randint(1, 10)))

    fixed = ["a", " ", "  ", "\n", " a", "a ", "  a", "a  b", "a   b", "\n\na", " \n a", "a\n", "'s", "it's", "'S", "'ſ", "K's 'LL", "１２３", "a" * 3000, " " * 3000, "ab" * 500]
    return fixed + [text() for _ in range(COUNT - len(fixed))]


def corpus():
    rng = random.Random(5)
    return [" ".join(rng.choice(WORDS) for _ in range(20)) for _ in range(400)] + texts(rng)[:800] + CODE * 5


def model(path, count, describe, architecture="llama", weights=lambda *shape: np.zeros(shape, np.float32)):
    """A model that loads, with that vocabulary."""
    writer = gguf.GGUFWriter(path, architecture)
    writer.add_block_count(1)
    writer.add_context_length(512)
    writer.add_embedding_length(32)
    writer.add_feed_forward_length(32)
    writer.add_head_count(1)
    writer.add_layer_norm_rms_eps(1e-5)
    describe(writer)
    writer.add_tensor("token_embd.weight", weights(count, 32))
    for name in ["output_norm", "blk.0.attn_norm", "blk.0.ffn_norm"]:
        writer.add_tensor(name + ".weight", weights(32))
    for name in ["attn_q", "attn_k", "attn_v", "attn_output", "ffn_gate", "ffn_up", "ffn_down"]:
        writer.add_tensor(f"blk.0.{name}.weight", weights(32, 32))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def byte_level(folder, name, pattern):
    bpe = Tokenizer(models.BPE(ignore_merges=name in ("llama-bpe", "tekken")))
    if name == "qwen2":
        bpe.normalizer = normalizers.NFC()
    if pattern:
        splits = [pre_tokenizers.Split(Regex(one), "isolated") for one in ([pattern] if isinstance(pattern, str) else pattern)]
        bpe.pre_tokenizer = pre_tokenizers.Sequence([*splits, pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)])
    else:
        bpe.pre_tokenizer = pre_tokenizers.Sequence([pre_tokenizers.Digits(individual_digits=True), pre_tokenizers.ByteLevel(add_prefix_space=False)])
    bpe.decoder = decoders.ByteLevel()
    special = ["<|end|>", "<|im_start|>"]
    trainer = trainers.BpeTrainer(vocab_size=2000, special_tokens=special, initial_alphabet=pre_tokenizers.ByteLevel.alphabet(), show_progress=False)
    bpe.train_from_iterator(corpus(), trainer)
    data = json.loads(bpe.to_str())["model"]
    vocabulary = sorted(data["vocab"].items(), key=lambda item: item[1])

    def describe(writer):
        writer.add_tokenizer_model("gpt2")
        writer.add_tokenizer_pre(name)
        writer.add_token_list([token for token, _ in vocabulary])
        writer.add_token_types([3 if token in special else 1 for token, _ in vocabulary])
        writer.add_token_merges([" ".join(pair) if isinstance(pair, list) else pair for pair in data["merges"]])

    model(f"{folder}/{name}.gguf", len(vocabulary), describe)
    back = lambda text: bpe.normalizer.normalize_str(text) if bpe.normalizer else text
    decomposed = [unicodedata.normalize("NFD", text) for text in WORDS + ["caf\u00e9 \ud55c\uad6d\uc5b4 ti\u1ebfng Vi\u1ec7t", "\u212b\u1e9b\u0323"]]
    cases = [[text, bpe.encode(text, add_special_tokens=False).ids, back(text)] for text in texts(random.Random(name)) + decomposed]
    # Control tokens in the text are those tokens.
    cases += [[text, bpe.encode(text).ids, None] for text in ["<|im_start|>user\nHi<|end|>", " <|end|> <|end|>x", "<|end|", "<|im_start|><|end|>"]]
    # Any tokens at all are a text: bytes that are none turn into U+FFFD.
    rng = random.Random(name)
    decoded = [[ids, bpe.decode(ids)] for ids in ([rng.randrange(len(vocabulary)) for _ in range(20)] for _ in range(300))]
    json.dump({"encode": cases, "decode": decoded}, open(f"{folder}/{name}.json", "w"))
    print(name)


def noise(path):
    """A model of random weights with pieces, a character's bytes among them."""
    bpe = Tokenizer(models.BPE())
    bpe.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    special = ["<|end|>", "<|tool|>"]
    trainer = trainers.BpeTrainer(vocab_size=900, special_tokens=special, initial_alphabet=pre_tokenizers.ByteLevel.alphabet(), show_progress=False)
    bpe.train_from_iterator(corpus() + ['{"name": "a", "tags": [1, 2, true], "x": null}, '] * 50, trainer)
    data = json.loads(bpe.to_str())["model"]
    vocabulary = [token for token, _ in sorted(data["vocab"].items(), key=lambda item: item[1])]

    def describe(writer):
        writer.add_tokenizer_model("gpt2")
        writer.add_tokenizer_pre("gpt-2")
        writer.add_token_list(vocabulary)
        writer.add_token_types([3 if token in special else 1 for token in vocabulary])
        writer.add_token_merges([" ".join(pair) if isinstance(pair, list) else pair for pair in data["merges"]])
        writer.add_eos_token_id(0)

    rng = np.random.default_rng(3)
    model(path, len(vocabulary), describe, weights=lambda *shape: rng.normal(0, 0.3, shape).astype(np.float32))


def kind_of(piece, i):
    return (2 if piece.is_unknown(i) else 6 if piece.is_byte(i) else 3 if piece.is_control(i) else 4 if piece.id_to_piece(i) == "<tool>" else 1)


def sentence_piece(folder, name, prefix):
    with tempfile.TemporaryDirectory() as work:
        with open(work + "/corpus", "w", newline="") as file:
            file.write("\n".join(line.replace("\n", " ").replace("\r", " ") for line in corpus()))
        sentencepiece.SentencePieceTrainer.train(
            input=work + "/corpus", model_prefix=work + "/m", model_type="bpe", vocab_size=2600, byte_fallback=True,
            normalization_rule_name="identity", remove_extra_whitespaces=False, add_dummy_prefix=prefix, character_coverage=0.98,
            user_defined_symbols=["<tool>"], control_symbols=["<turn>"], hard_vocab_limit=False, minloglevel=2)
        piece = sentencepiece.SentencePieceProcessor(model_file=work + "/m.model")
    ids = range(piece.get_piece_size())
    kind = lambda i: kind_of(piece, i)

    def describe(writer):
        writer.add_tokenizer_model("llama")
        writer.add_token_list([piece.id_to_piece(i) for i in ids])
        writer.add_token_scores([piece.get_score(i) for i in ids])
        writer.add_token_types([kind(i) for i in ids])
        writer.add_bos_token_id(piece.bos_id())
        writer.add_eos_token_id(piece.eos_id())
        writer.add_add_bos_token(False)
        writer.add_add_space_prefix(prefix)
        writer.add_chat_template("{{ messages[0].content }} – " + name)

    model(f"{folder}/{name}.gguf", len(ids), describe)
    # SentencePiece takes U+2581 for a space.
    spaced = ["\u2581the", "a\u2581b", "\u2581", "\u2581\u2581\u2581", " \u2581 the\u2581 quick"]
    cases = [[text, piece.encode(text), text.replace("\u2581", " ")] for text in texts(random.Random(name)) + spaced]
    json.dump({"encode": cases, "decode": []}, open(f"{folder}/{name}.json", "w"))
    print(name)
    return piece


def merges_of(pieces, scores):
    """As transformers make them of SentencePiece's scores: every way to put a piece together, the best score first."""
    known = {piece for piece, _ in pieces}
    pairs = [(score, piece[:at], piece[at:]) for (piece, _), score in zip(pieces, scores) for at in range(1, len(piece)) if piece[:at] in known and piece[at:] in known]
    pairs.sort(key=lambda pair: (pair[0], len(pair[1]), len(pair[2])), reverse=True)
    return [pair[1:] for pair in pairs]


def phi3(folder, name, piece):
    """Phi 3's vocabulary is SentencePiece's with tokens of its own, most of which swallow the white space behind them."""
    keeps = ["<unk>", "<s>", "<|endoftext|>"]
    added = ["<|endoftext|>", "<|assistant|>", "<|system|>", "<|end|>", "<|user|>"]
    count = piece.get_piece_size()
    texts_of = [piece.id_to_piece(i) for i in range(count)] + added
    kinds = [kind_of(piece, i) for i in range(count)] + [3] * len(added)
    scores = [piece.get_score(i) for i in range(count)] + [-1000.0] * len(added)

    def describe(writer):
        writer.add_tokenizer_model("llama")
        writer.add_token_list(texts_of)
        writer.add_token_scores(scores)
        writer.add_token_types(kinds)
        writer.add_bos_token_id(piece.bos_id())
        writer.add_eos_token_id(piece.eos_id())
        writer.add_add_bos_token(False)

    model(f"{folder}/{name}.gguf", len(texts_of), describe, "phi3")
    normal = [(text, i) for i, text in enumerate(texts_of) if kinds[i] == 1]
    bpe = models.BPE({text: i for i, text in enumerate(texts_of)}, merges_of(normal, [scores[i] for _, i in normal]), unk_token="<unk>", fuse_unk=True, byte_fallback=True)
    tokenizer = Tokenizer(bpe)
    tokenizer.normalizer = normalizers.Sequence([normalizers.Prepend("\u2581"), normalizers.Replace(" ", "\u2581")])
    special = [text for text, kind in zip(texts_of, kinds) if kind in (2, 3, 4)]
    tokenizer.add_special_tokens([AddedToken(text, rstrip=text not in keeps, normalized=False) for text in special])

    rng = random.Random(name)
    spaces = ["", " ", "\n", "\n\n", "  \n", "\t", "\r\n", "\u00a0", "\u3000 ", "\u2028", "\u0085", "\u200b", "\x1c"]
    turn = lambda: rng.choice(special) + rng.choice(spaces) + " ".join(rng.choice(WORDS) for _ in range(rng.randrange(4))) + rng.choice(spaces)
    chats = ["<unk>", "a<unk> b", "<|user|>\nHi<|end|>\n<|assistant|>\n", "<|system|>\n" + WORDS[0] + "<|end|>\n<|user|>\n\n  Hi there <|end|>\n<|assistant|>\n", "<|end|>", "<|end|>\n", "<|endoftext|>\na", "<s>\n<|user|> \n"]
    chats += ["<|user|>" + rng.choice(spaces) + "".join(turn() for _ in range(rng.randint(1, 5))) for _ in range(1000)]
    json.dump({"encode": [[text, tokenizer.encode(text, add_special_tokens=False).ids, None] for text in chats], "decode": []}, open(f"{folder}/{name}.json", "w"))
    print(name)


def word_piece(folder, name):
    """BERT's own: no capitals, no accents."""
    special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    bert = BertWordPieceTokenizer()
    bert.train_from_iterator(corpus(), vocab_size=3000, special_tokens=special, show_progress=False)
    vocabulary = sorted(bert.get_vocab().items(), key=lambda item: item[1])

    def listed(token):
        return token if token in special else token[2:] if token.startswith("##") else "\u2581" + token

    def describe(writer):
        writer.add_tokenizer_model("bert")
        writer.add_token_list([listed(token) for token, _ in vocabulary])
        writer.add_token_types([3 if token in special else 1 for token, _ in vocabulary])
        writer.add_unk_token_id(1)
        writer.add_sep_token_id(3)
        writer.add_uint32("tokenizer.ggml.cls_token_id", 2)

    model(f"{folder}/{name}.gguf", len(vocabulary), describe)
    # The library's Unicode is older: it does not know some punctuation.
    splits = lambda c: len(pre_tokenizers.BertPreTokenizer().pre_tokenize_str(f"a{c}a")) > 1
    known = [text for text in texts(random.Random(name)) if all(splits(c) for c in text if unicodedata.category(c)[0] == "P")]
    assert len(known) > 2900
    # transformers surrounds texts so.
    cases = [[text, [2] + bert.encode(text, add_special_tokens=False).ids + [3], None] for text in known]
    cases += [["a [MASK] b", [2] + bert.encode("a", add_special_tokens=False).ids + [4] + bert.encode("b", add_special_tokens=False).ids + [3], None]]
    json.dump({"encode": cases, "decode": []}, open(f"{folder}/{name}.json", "w"))
    print(name)


def unknown(folder):
    for number, (model_name, pre) in enumerate([("gpt2", "default"), ("gpt2", None), ("gpt2", "nobody-s"), ("t5", None)]):
        def describe(writer):
            writer.add_tokenizer_model(model_name)
            if pre:
                writer.add_tokenizer_pre(pre)
            writer.add_token_list(["a", "b"])
            writer.add_token_merges(["a b"])

        model(f"{folder}/{number}.gguf", 2, describe)
        print(number)


def main(folder):
    for name, pattern in PATTERNS.items():
        byte_level(folder, name, pattern)
    phi3(folder, "phi3", sentence_piece(folder, "sentencepiece", True))
    sentence_piece(folder, "sentencepiece-without-prefix", False)
    word_piece(folder, "bert")


if __name__ == "__main__":
    unknown(sys.argv[1]) if sys.argv[2:] == ["unknown"] else main(sys.argv[1])
