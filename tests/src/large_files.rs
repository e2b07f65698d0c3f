//! Files that take much memory to read: each has many of what its format lets there be many of.

use std::{fs, path::Path};

/// A file's name, and what makes it.
type File = (&'static str, fn() -> Vec<u8>);

const FILES: &[File] = &[
    ("tokens.gguf", || model(&byte_level(), TOKENS, &[])),
    ("pieces.gguf", || model(&pieces("1"), TOKENS, &[])),
    ("special.gguf", || model(&pieces("3"), TOKENS, &[])),
    ("keys.gguf", || model(&keys(), 8, &[])),
    ("tensors.gguf", || model(&[], 8, &(0..60_000).map(|i| format!("more.{i}")).collect::<Vec<_>>())),
    ("texts.gguf", || model(&texts(), 8, &[])),
    ("weights.gguf", || model(&[], 2_000_000, &[])),
    ("long.wav", || wav(16 << 20)),
    ("long.mp3", || mp3(1 << 20)),
    ("tag.mp3", || [id3(16 << 20), mp3(1 << 16)].concat()),
    ("comment.ogg", || ogg(12 << 20)),
    ("comment.flac", || flac(15 << 20)),
    ("chain.pem", || CERTIFICATE.repeat((3 << 20) / CERTIFICATE.len()).into_bytes()),
    ("key.pem", || KEY.as_bytes().to_vec()),
    ("long_key.pem", || {
        [CERTIFICATE.repeat((3 << 20) / CERTIFICATE.len()), KEY.to_owned()].concat().into_bytes()
    }),
];

/// Writes all of them into `folder`.
pub fn write(folder: &Path) {
    for (name, make) in FILES {
        fs::write(folder.join(name), make()).expect("a file in the test's folder");
    }
}

/// Number of tokens in the vocabularies.
const TOKENS: u64 = 1 << 16;

fn text(text: &str) -> Vec<u8> {
    [&(text.len() as u64).to_le_bytes(), text.as_bytes()].concat()
}

fn string(key: &str, value: &str) -> Vec<u8> {
    [text(key), 8_u32.to_le_bytes().into(), text(value)].concat()
}

fn number(key: &str, value: u32) -> Vec<u8> {
    [text(key), 4_u32.to_le_bytes().into(), value.to_le_bytes().into()].concat()
}

/// An array of items that are `count` in number, of the type that GGUF has this number for.
fn array(key: &str, item: u32, count: u64, items: Vec<u8>) -> Vec<u8> {
    [text(key), 9_u32.to_le_bytes().into(), item.to_le_bytes().into(), count.to_le_bytes().into(), items]
        .concat()
}

fn strings(key: &str, items: impl Iterator<Item = String>) -> Vec<u8> {
    let (mut count, mut bytes) = (0, Vec::new());
    for item in items {
        count += 1;
        bytes.extend(text(&item));
    }
    array(key, 8, count, bytes)
}

/// The number in 16 letters.
fn letters(number: u64) -> String {
    format!("{number:x}").bytes().map(|digit| char::from(b'a' + (digit % 32) % 26)).collect()
}

/// A vocabulary of bytes, and as many merges.
fn byte_level() -> Vec<Vec<u8>> {
    let merge = |i| {
        let word = letters(i);
        let (left, right) = word.split_at(word.len() / 2);
        format!("{left} {right}")
    };
    vec![
        string("tokenizer.ggml.model", "gpt2"),
        string("tokenizer.ggml.pre", "gpt-2"),
        strings("tokenizer.ggml.tokens", (0..TOKENS).map(letters)),
        strings("tokenizer.ggml.merges", (16..TOKENS).map(merge)),
    ]
}

/// A vocabulary of pieces with scores; every 16th is of this kind.
fn pieces(kind: &str) -> Vec<Vec<u8>> {
    let kind: u32 = kind.parse().expect("a kind");
    let kinds = (0..TOKENS as u32).flat_map(|i| if i % 16 == 0 { kind } else { 1 }.to_le_bytes());
    vec![
        string("tokenizer.ggml.model", "llama"),
        strings("tokenizer.ggml.tokens", (0..TOKENS).map(|i| letters(i).repeat(6))),
        array("tokenizer.ggml.scores", 6, TOKENS, vec![0; 4 * TOKENS as usize]),
        array("tokenizer.ggml.token_type", 5, TOKENS, kinds.collect()),
    ]
}

fn keys() -> Vec<Vec<u8>> {
    (0..60_000).map(|i| string(&format!("a.key.of.its.own.{i}"), "a value")).collect()
}

fn texts() -> Vec<Vec<u8>> {
    let long = "{% if message %}".repeat(1 << 20);
    vec![
        string("general.name", &long),
        string("tokenizer.chat_template", &long),
        string("tokenizer.ggml.model", "llama"),
        array("tokenizer.ggml.scores", 12, 1 << 20, vec![0; 8 << 20]),
    ]
}

/// A model of one layer with further metadata, that many rows in its embedding, and further tensors.
fn model(values: &[Vec<u8>], rows: u64, more: &[String]) -> Vec<u8> {
    let mut all = vec![string("general.architecture", "llama")];
    for (key, value) in [
        ("block_count", 1),
        ("embedding_length", 4),
        ("feed_forward_length", 4),
        ("context_length", 16),
        ("attention.head_count", 2),
        ("attention.head_count_kv", 1),
        ("rope.dimension_count", 2),
    ] {
        all.push(number(&format!("llama.{key}"), value));
    }
    let epsilon = 1e-5_f32.to_le_bytes().to_vec();
    all.push([text("llama.attention.layer_norm_rms_epsilon"), 6_u32.to_le_bytes().into(), epsilon].concat());
    all.extend_from_slice(values);
    let mut tensors: Vec<(String, Vec<u64>)> = [
        ("token_embd", vec![4, rows]),
        ("output_norm", vec![4]),
        ("blk.0.attn_norm", vec![4]),
        ("blk.0.ffn_norm", vec![4]),
        ("blk.0.attn_q", vec![4, 4]),
        ("blk.0.attn_k", vec![4, 2]),
        ("blk.0.attn_v", vec![4, 2]),
        ("blk.0.attn_output", vec![4, 4]),
        ("blk.0.ffn_gate", vec![4, 4]),
        ("blk.0.ffn_up", vec![4, 4]),
        ("blk.0.ffn_down", vec![4, 4]),
    ]
    .map(|(name, shape)| (format!("{name}.weight"), shape))
    .into();
    tensors.extend(more.iter().map(|name| (name.clone(), vec![4])));
    let mut out = b"GGUF\x03\0\0\0".to_vec();
    out.extend((tensors.len() as u64).to_le_bytes());
    out.extend((all.len() as u64).to_le_bytes());
    out.extend(all.concat());
    let mut data: u64 = 0;
    for (name, shape) in &tensors {
        out.extend(text(name));
        out.extend((shape.len() as u32).to_le_bytes());
        shape.iter().for_each(|side| out.extend(side.to_le_bytes()));
        out.extend(0_u32.to_le_bytes());
        out.extend(data.to_le_bytes());
        data += (4 * shape.iter().product::<u64>()).next_multiple_of(32);
    }
    out.resize(out.len().next_multiple_of(32) + data as usize, 0);
    out
}

/// Silence in 16 bits, one channel.
fn wav(bytes: u32) -> Vec<u8> {
    let mut out = b"RIFF".to_vec();
    out.extend((36 + bytes).to_le_bytes());
    out.extend(b"WAVEfmt \x10\0\0\0\x01\0\x01\0\x44\xac\0\0\x88\x58\x01\0\x02\0\x10\0data");
    out.extend(bytes.to_le_bytes());
    out.resize(out.len() + bytes as usize, 0);
    out
}

/// Silent frames of layer III: 128 kbit/s, 44.1 kHz, 26 ms each.
fn mp3(bytes: usize) -> Vec<u8> {
    let frame = [b"\xff\xfb\x90\0".to_vec(), vec![0; 413]].concat();
    frame.repeat(bytes / frame.len())
}

/// A tag before the sound, with a picture of that size.
fn id3(bytes: u32) -> Vec<u8> {
    let by_sevens = |size: u32| [21, 14, 7, 0].map(|shift| (size >> shift & 0x7f) as u8);
    let mut out = b"ID3\x04\0\0".to_vec();
    out.extend(by_sevens(bytes + 10));
    out.extend(b"APIC");
    out.extend(by_sevens(bytes));
    out.resize(out.len() + 2 + bytes as usize, 0);
    out
}

/// A Vorbis stream whose comment has that size, and no more.
fn ogg(bytes: usize) -> Vec<u8> {
    let first = b"\x01vorbis\0\0\0\0\x01\x44\xac\0\0\0\0\0\0\0\xee\x02\0\0\0\0\0\xb8\x01";
    let mut comment = b"\x03vorbis\0\0\0\0\x01\0\0\0".to_vec();
    comment.extend((bytes as u32).to_le_bytes());
    comment.resize(comment.len() + bytes, b'a');
    comment.push(1);
    let mut out = page(2, 0, &[first.len() as u8], first);
    let pages: Vec<&[u8]> = comment.chunks(255 * 255).collect();
    for (number, piece) in pages.iter().enumerate() {
        let mut segments = vec![255; piece.len() / 255];
        if number + 1 == pages.len() {
            segments.push((piece.len() % 255) as u8);
        }
        out.extend(page(u8::from(number > 0), number as u32 + 1, &segments, piece));
    }
    out
}

/// A page of an Ogg file (RFC 3533, section 6).
fn page(kind: u8, number: u32, segments: &[u8], body: &[u8]) -> Vec<u8> {
    let mut out = b"OggS\0".to_vec();
    out.push(kind);
    out.extend([0; 8]);
    out.extend(7_u32.to_le_bytes());
    out.extend(number.to_le_bytes());
    out.extend([0; 4]);
    out.push(segments.len() as u8);
    out.extend(segments);
    out.extend(body);
    let crc = out.iter().fold(0_u32, |crc, &byte| {
        (0..8).fold(crc ^ u32::from(byte) << 24, |crc, _| {
            crc << 1 ^ if crc >> 31 == 1 { 0x04c1_1db7 } else { 0 }
        })
    });
    out[22..26].copy_from_slice(&crc.to_le_bytes());
    out
}

/// A picture of that size before no frames.
fn flac(bytes: u32) -> Vec<u8> {
    let mut out = b"fLaC\0\0\0\x22\x10\0\x10\0\0\0\0\0\0\0\x0a\xc4\x40\xf0\0\0\0\0".to_vec();
    out.resize(8 + 34, 0);
    out.push(0x80 | 6);
    out.extend(&bytes.to_be_bytes()[1..]);
    out.resize(out.len() + bytes as usize, 0);
    out
}

const CERTIFICATE: &str = "-----BEGIN CERTIFICATE-----
MIIBjjCCATSgAwIBAgIUbohij7ZNgl9UW051gat1hNCCCFIwCgYIKoZIzj0EAwIw
DzENMAsGA1UEAwwEdGVzdDAgFw0yNjExMzAwMTEwMTJaGA8yMTI2MTEwNjAxMTAx
MlowDzENMAsGA1UEAwwEdGVzdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABMxA
029Sg+X2r5HdakqGjUiHR4HBRLAt8KfOtk41gXeViGJP+g9s3xf2coaH6tDxycQr
0zvWJPyWoEN+tCCrhiOjbDBqMB0GA1UdDgQWBBRmIwFsZnvC9u/mxvkY2lkNLu9I
gjAfBgNVHSMEGDAWgBRmIwFsZnvC9u/mxvkY2lkNLu9IgjAaBgNVHREEEzARggls
b2NhbGhvc3SHBH8AAAEwDAYDVR0TAQH/BAIwADAKBggqhkjOPQQDAgNIADBFAiBR
3uBU6X4lSnDJ8i5uql9pkd731q+whoQ1ECvPyi8FZwIhAPUKZnRr5wizd0t1AsKx
XEZZzJqOqcvxzDA4u6nBbz2O
-----END CERTIFICATE-----
";
const KEY: &str = "-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgrlknWBziDWOmWYoq
VZn+LvkHIopsU8okbNgzp6/oxVWhRANCAATMQNNvUoPl9q+R3WpKho1Ih0eBwUSw
LfCnzrZONYF3lYhiT/oPbN8X9nKGh+rQ8cnEK9M71iT8lqBDfrQgq4Yj
-----END PRIVATE KEY-----
";
