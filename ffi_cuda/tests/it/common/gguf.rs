//! GGUF files put together by hand: also such as no program writes.

/// A metadata value: its key, the number of its type, its bytes.
pub type Value = (String, u32, Vec<u8>);

/// A tensor as the file describes it.
pub struct Tensor {
    pub name: String,
    /// 0 is F32, 1 F16, 2 Q4_0.
    pub kind: u32,
    pub dimensions: Vec<u64>,
    /// Into the data.
    pub offset: u64,
}

pub fn text(text: &str) -> Vec<u8> {
    [&(text.len() as u64).to_le_bytes(), text.as_bytes()].concat()
}

pub fn string(key: &str, value: &str) -> Value {
    (key.into(), 8, text(value))
}

pub fn float(key: &str, value: f32) -> Value {
    (key.into(), 6, value.to_le_bytes().into())
}

pub fn boolean(key: &str, value: bool) -> Value {
    (key.into(), 7, vec![u8::from(value)])
}

pub fn integer(key: &str, value: u32) -> Value {
    (key.into(), 4, value.to_le_bytes().into())
}

/// An array's type and count; its items follow.
pub fn array(kind: u32, count: u64) -> Vec<u8> {
    [&kind.to_le_bytes()[..], &count.to_le_bytes()].concat()
}

pub fn strings<T: AsRef<str>>(key: &str, items: &[T]) -> Value {
    let texts: Vec<u8> = items.iter().flat_map(|item| text(item.as_ref())).collect();
    (key.into(), 9, [array(8, items.len() as u64), texts].concat())
}

pub fn integers(key: &str, items: &[i32]) -> Value {
    let bytes: Vec<u8> = items.iter().flat_map(|item| item.to_le_bytes()).collect();
    (key.into(), 9, [array(5, items.len() as u64), bytes].concat())
}

pub fn floats(key: &str, items: &[f32]) -> Value {
    let bytes: Vec<u8> = items.iter().flat_map(|item| item.to_le_bytes()).collect();
    (key.into(), 9, [array(6, items.len() as u64), bytes].concat())
}

/// F32 tensors, one behind the other, and how many bytes they have together.
pub fn tensors(shapes: &[(&str, &[u64])]) -> (Vec<Tensor>, u64) {
    let mut offset = 0;
    let tensors = shapes.iter().map(|(name, dimensions)| {
        let tensor = Tensor { name: (*name).into(), kind: 0, dimensions: dimensions.to_vec(), offset };
        offset += (dimensions.iter().product::<u64>() * 4).next_multiple_of(32);
        tensor
    });
    (tensors.collect(), offset)
}

/// All before the data.
pub fn header(values: &[Value], tensors: &[Tensor]) -> Vec<u8> {
    let mut out = b"GGUF".to_vec();
    out.extend(3u32.to_le_bytes());
    out.extend((tensors.len() as u64).to_le_bytes());
    out.extend((values.len() as u64).to_le_bytes());
    for (key, kind, bytes) in values {
        out.extend(text(key));
        out.extend(kind.to_le_bytes());
        out.extend(bytes);
    }
    for tensor in tensors {
        out.extend(text(&tensor.name));
        out.extend((tensor.dimensions.len() as u32).to_le_bytes());
        tensor.dimensions.iter().for_each(|dimension| out.extend(dimension.to_le_bytes()));
        out.extend(tensor.kind.to_le_bytes());
        out.extend(tensor.offset.to_le_bytes());
    }
    out.resize(out.len().next_multiple_of(32), 0);
    out
}

/// The values of a model of one layer.
pub fn one_layer(width: u32, hidden: u32) -> Vec<Value> {
    let mut values = vec![string("general.architecture", "llama")];
    values.extend(
        [
            ("block_count", 1),
            ("embedding_length", width),
            ("feed_forward_length", hidden),
            ("context_length", 16),
            ("attention.head_count", 2),
            ("attention.head_count_kv", 1),
            ("rope.dimension_count", 2),
        ]
        .map(|(key, value)| integer(&format!("llama.{key}"), value)),
    );
    values.push(("llama.attention.layer_norm_rms_epsilon".into(), 6, 1e-5f32.to_le_bytes().into()));
    values
}

/// All tensors of a model of one layer of width 4 but its embedding.
pub const LAYER: &[(&str, &[u64])] = &[
    ("output_norm.weight", &[4]),
    ("blk.0.attn_norm.weight", &[4]),
    ("blk.0.ffn_norm.weight", &[4]),
    ("blk.0.attn_q.weight", &[4, 4]),
    ("blk.0.attn_k.weight", &[4, 2]),
    ("blk.0.attn_v.weight", &[4, 2]),
    ("blk.0.attn_output.weight", &[4, 4]),
    ("blk.0.ffn_gate.weight", &[4, 4]),
    ("blk.0.ffn_up.weight", &[4, 4]),
    ("blk.0.ffn_down.weight", &[4, 4]),
];

/// The tensors of such a model.
pub fn smallest_tensors(vocabulary: u64) -> (Vec<Tensor>, u64) {
    let embedding: &[u64] = &[4, vocabulary];
    tensors(&[&[("token_embd.weight", embedding)], LAYER].concat())
}
