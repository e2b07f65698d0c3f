//! Contents that a file may have: whatever would change the results and is not computed is refused by its name.

use crate::common::gguf::{self, Tensor, Value};

use ffi_cuda::{Context, CudaError, Model, Options, Pooling};
use std::fs;

type Shape = (&'static str, &'static [u64]);

const EMBEDDING: &[Shape] = &[("token_embd.weight", &[4, 8])];
const QKV_BIASES: &[Shape] =
    &[("blk.0.attn_q.bias", &[4]), ("blk.0.attn_k.bias", &[2]), ("blk.0.attn_v.bias", &[2])];
const QK_NORMS: &[Shape] = &[("blk.0.attn_q_norm.weight", &[2]), ("blk.0.attn_k_norm.weight", &[2])];
const POST_NORMS: &[Shape] =
    &[("blk.0.post_attention_norm.weight", &[4]), ("blk.0.post_ffw_norm.weight", &[4])];

/// The metadata of a model of one layer.
fn values(architecture: &str, more: Vec<Value>) -> Vec<Value> {
    let mut values = vec![gguf::string("general.architecture", architecture)];
    values.extend(
        gguf::one_layer(4, 4)
            .into_iter()
            .skip(1)
            .map(|(key, kind, bytes)| (key.replacen("llama", architecture, 1), kind, bytes)),
    );
    values.extend(more);
    values
}

fn load_bytes(bytes: &[u8]) -> Result<Model, CudaError> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("model.gguf");
    fs::write(&path, bytes).unwrap();
    let context = Context::new(-1).unwrap();
    let loaded = context.load_model(path.to_str().unwrap());
    if let Err(error) = &loaded {
        assert_eq!(error.code(), 3, "{error}");
    }
    loaded
}

fn file(values: &[Value], tensors: &[Tensor], data: u64) -> Vec<u8> {
    let mut bytes = gguf::header(values, tensors);
    bytes.extend((0..data / 4).flat_map(|i| (((i * 7 % 11) as f32 - 5.0) / 8.0).to_le_bytes()));
    bytes
}

fn load(architecture: &str, keys: Vec<Value>, more: &[&[Shape]]) -> Result<Model, CudaError> {
    let (tensors, data) = gguf::tensors(&[&[EMBEDDING, gguf::LAYER], more].concat().concat());
    load_bytes(&file(&values(architecture, keys), &tensors, data))
}

fn refusal(loaded: Result<Model, CudaError>) -> String {
    loaded.err().map(|error| error.to_string()).expect("it is refused")
}

#[test]
fn a_tensor_that_is_not_used_is_refused_by_its_name() {
    for name in [
        "blk.0.something.weight",
        "blk.0.attn_sinks.weight",
        "blk.0.attn_q.scale",
        "blk.0.attn_norm.bias",
        "blk.0.post_attention_norm.weight",
        "blk.0.attn_rot_embd",
        "blk.1.attn_norm.weight",
        "output_norm.bias",
        "blk.0.attn_qkv.bias",
        "blk.0.ffn_gate_inp.weight",
    ] {
        let said = refusal(load("llama", vec![], &[&[(name, &[4])]]));
        assert!(said.contains(&format!("has tensor {name}, which a model of architecture llama")), "{said}");
    }
    let said = refusal(load("llama", vec![], &[QK_NORMS]));
    assert!(said.contains("has tensor blk.0.attn_q_norm.weight and 1 more"), "{said}");
    let said = refusal(load("llama", vec![], &[&[("rope_factors_long.weight", &[1])]]));
    assert!(said.contains("rope_factors_long.weight and none for short"), "{said}");
}

#[test]
fn norms_and_biases_are_those_of_the_architecture() {
    assert!(load("llama", vec![], &[]).is_ok());
    assert!(load("llama", vec![], &[QKV_BIASES]).is_ok());
    assert!(load("qwen2", vec![], &[QKV_BIASES]).is_ok());
    assert!(load("qwen3", vec![], &[QK_NORMS]).is_ok());
    assert!(load("gemma2", vec![], &[POST_NORMS]).is_ok());
    for (architecture, more, named) in [
        ("qwen2", &[][..], "has no tensor blk.0.attn_q.bias"),
        ("qwen3", &[], "has no tensor blk.0.attn_q_norm.weight"),
        ("qwen3", &QK_NORMS[..1], "has no tensor blk.0.attn_k_norm.weight"),
        ("gemma2", &[], "has no tensor blk.0.post_attention_norm.weight"),
        ("phi3", QK_NORMS, "has tensor blk.0.attn_q_norm.weight"),
    ] {
        let said = refusal(load(architecture, vec![], &[more]));
        assert!(said.contains(named), "{said}");
    }
}

#[test]
fn a_key_that_is_not_used_is_refused_by_its_name() {
    let harmless = [
        gguf::integer("llama.expert_count", 0),
        gguf::integer("llama.expert_used_count", 0),
        gguf::boolean("llama.attention.causal", true),
        gguf::integer("llama.vocab_size", 5),
        gguf::float("llama.logit_scale", 1.0),
        gguf::float("llama.attention.scale", 0.707_106_77),
        gguf::integer("llama.attention.sliding_window", 16),
        gguf::boolean("llama.rope.scaling.finetuned", true),
        gguf::string("nobody.knows", "this"),
        gguf::string("general.type", "model"),
    ];
    for key in harmless {
        let name = key.0.clone();
        assert!(load("llama", vec![key], &[]).is_ok(), "{name}");
    }
    let refused = [
        (gguf::boolean("llama.attention.causal", false), "is false"),
        (gguf::boolean("llama.use_parallel_residual", true), "is true"),
        (gguf::float("llama.attention.scale", 0.5), "is 0.5"),
        (gguf::float("llama.logit_scale", 8.0), "is 8"),
        (gguf::float("llama.embedding_scale", 12.0), "is 12"),
        (gguf::float("llama.residual_scale", 0.2), "is 0.2"),
        (gguf::float("llama.attention.clamp_kqv", 0.1), "is 0.1"),
        (gguf::float("llama.attention.max_alibi_bias", 8.0), "is 8"),
        (gguf::integer("llama.attention.sliding_window", 4), "is 4"),
        (gguf::float("llama.attn_logit_softcapping", 50.0), "is 50"),
        (gguf::float("llama.rope.scaling.yarn_log_multiplier", 0.1), "is 0.1"),
        (gguf::integer("llama.nobody_knows", 1), "is not known"),
        (gguf::integer("llama.rope.dimension_sections", 1), "is not known"),
    ];
    for (key, why) in refused {
        let name = key.0.clone();
        let said = refusal(load("llama", vec![key], &[]));
        assert!(said.contains(&format!("metadata key {name}")) && said.contains(why), "{said}");
    }
    let said = refusal(load("qwen2", vec![gguf::integer("qwen2.expert_count", 8)], &[QKV_BIASES]));
    assert!(said.contains("a mixture of 8 experts (qwen2.expert_count)"), "{said}");
    let said = refusal(load("llama", vec![gguf::integer("llama.expert_count", 8)], &[]));
    assert!(said.contains("no metadata key llama.expert_used_count"), "{said}");
    // One number for each layer.
    for (heads, said) in [
        (vec![1], ""),
        (vec![1, 1], ""),
        (vec![1, 2], "has layers that differ"),
        (vec![-1], "layers that differ"),
    ] {
        let mut keys = values("llama", vec![]);
        keys.retain(|(key, ..)| !key.ends_with("head_count_kv"));
        keys.push(gguf::integers("llama.attention.head_count_kv", &heads));
        let (tensors, data) = gguf::smallest_tensors(8);
        let loaded = load_bytes(&file(&keys, &tensors, data));
        match loaded {
            Ok(_) => assert_eq!(said, ""),
            Err(error) => assert!(!said.is_empty() && error.to_string().contains(said), "{error}"),
        }
    }
    let said = refusal(load("llama", vec![gguf::string("general.type", "adapter")], &[]));
    assert!(said.contains("type \"adapter\" (general.type)"), "{said}");
    let mut keys = values("llama", vec![]);
    keys.retain(|(key, ..)| !key.ends_with("rms_epsilon"));
    let (tensors, data) = gguf::smallest_tensors(8);
    let said = refusal(load_bytes(&file(&keys, &tensors, data)));
    assert!(said.contains("has no metadata key llama.attention.layer_norm_rms_epsilon"), "{said}");
}

#[test]
fn formats_versions_and_weight_types_are_named() {
    let (mut tensors, data) = gguf::smallest_tensors(8);
    let good = file(&values("llama", vec![]), &tensors, data);
    let with = |at: usize, bytes: [u8; 4]| {
        let mut bad = good.clone();
        bad[at..at + 4].copy_from_slice(&bytes);
        refusal(load_bytes(&bad))
    };
    for (magic, said) in
        [(b"tjgg", "format GGJT"), (b"lmgg", "format GGML"), (b"PK\x03\x04", "does not begin with GGUF")]
    {
        assert!(with(0, *magic).contains(said), "{said}");
    }
    for (version, said) in [
        (3u32.to_be_bytes(), "is a big-endian GGUF file (version 3)"),
        (1u32.to_le_bytes(), "is GGUF version 1, and versions 2 and 3 can be read"),
        (4u32.to_le_bytes(), "is GGUF version 4"),
    ] {
        assert!(with(4, version).contains(said), "{said}");
    }
    for (kind, said) in
        [(40, "weight type NVFP4 (40), and F32"), (31, "Q4_0_4_4 (31)"), (99, "weight type 99,")]
    {
        tensors[4].kind = kind;
        let text = refusal(load_bytes(&file(&values("llama", vec![]), &tensors, data)));
        assert!(text.contains(said) && text.contains("(blk.0.attn_q.weight)"), "{text}");
    }
}

#[test]
fn every_refused_option_is_named_by_its_key() {
    for (json, key) in [
        (r#"{"top_k": -1}"#, "top_k"),
        (r#"{"seed": 1, "temperature": "hot"}"#, "temperature"),
        (r#"{"stop": "."}"#, "stop"),
        (r#"{"stop": [1]}"#, "stop"),
        (r#"{"seed": 1.5}"#, "seed"),
        (r#"{"special": 1}"#, "special"),
        (r#"{"max_tokens": 1e99}"#, "max_tokens"),
        (r#"{"nobody_knows": 1}"#, "nobody_knows"),
    ] {
        let said = Options::parse(json).unwrap_err().to_string();
        assert!(said.contains(&format!("`{key}`")), "{json}: {said}");
    }
    let all = r#"{"max_tokens": 3, "seed": -1, "stop": ["a"], "special": false}"#;
    assert_eq!(Options::parse(all).unwrap().stop, ["a"]);
}

/// A model of a vocabulary with one token of this text and kind, of which it knows nothing else.
fn with_token(text: &str, kind: i32) -> Model {
    let tokens = ["<unk>", "<s>", "A", "x", text, "tail", "\u{2581}", "y"];
    let keys = vec![
        gguf::string("tokenizer.ggml.model", "llama"),
        gguf::strings("tokenizer.ggml.tokens", &tokens),
        gguf::floats("tokenizer.ggml.scores", &[0.0; 8]),
        gguf::integers("tokenizer.ggml.token_type", &[2, 3, 1, 1, kind, 1, 1, 1]),
        gguf::boolean("tokenizer.ggml.add_space_prefix", false),
    ];
    load("llama", keys, &[]).unwrap()
}

#[test]
fn tokens_that_end_a_turn_are_known_by_their_texts_whatever_kind_they_are_listed_as() {
    for text in [
        "<|im_end|>",
        "<|eot_id|>",
        "<|end|>",
        "<end_of_turn>",
        "<|endoftext|>",
        "<|eom_id|>",
        "<|end_of_text|>",
        "<EOT>",
        "_<EOT>",
        "\u{2581}<EOT>",
        "[EOT]",
        "[EOS]",
        "</s>",
        "<eos>",
        "<\u{ff5c}end\u{2581}of\u{2581}sentence\u{ff5c}>",
        "<end_of_utterance>",
        "<|return|>",
        "<|call|>",
        "<turn|>",
        "[e~[",
        "<|fim_pad|>",
        "<|repo_name|>",
        "<|file_sep|>",
    ] {
        for kind in [1, 3, 4] {
            let model = with_token(text, kind);
            let tokenizer = model.tokenizer().unwrap();
            assert!(tokenizer.ends_generation(4) && !tokenizer.ends_generation(3), "{text} as {kind}");
            assert_eq!(tokenizer.encode(&format!("A{text}x"), true), [2, 4, 3], "{text} as {kind}");
            assert_eq!(tokenizer.decode(&[2, 4, 3]), b"Ax");
            let warned = tokenizer.warnings().iter().any(|warning| warning.contains(text));
            assert_eq!(warned, kind != 3, "{:?}", tokenizer.warnings());
        }
    }
    let model = with_token("<|nobody|>", 3);
    assert!(!model.tokenizer().unwrap().ends_generation(4));
    assert_eq!(model.tokenizer().unwrap().encode("A<unk>x", true), [2, 0, 3]);
}

/// A vocabulary of a SentencePiece model whose file does not say of what kind its tokens are.
#[test]
fn bytes_are_found_by_their_names_where_the_file_does_not_list_kinds() {
    let mut tokens = vec!["<unk>".to_owned(), "<s>".into(), "</s>".into()];
    tokens.extend((0..=255).map(|byte| format!("<0x{byte:02X}>")));
    tokens.extend(["a", "b"].map(str::to_owned));
    let keys = vec![
        gguf::string("tokenizer.ggml.model", "llama"),
        gguf::strings("tokenizer.ggml.tokens", &tokens),
        gguf::floats("tokenizer.ggml.scores", &vec![0.0; tokens.len()]),
        gguf::boolean("tokenizer.ggml.add_space_prefix", false),
    ];
    let embedding: &[Shape] = &[("token_embd.weight", &[4, 261])];
    let (tensors, data) = gguf::tensors(&[embedding, gguf::LAYER].concat());
    let model = load_bytes(&file(&values("llama", keys), &tensors, data)).unwrap();
    let tokenizer = model.tokenizer().unwrap();
    // As llama.cpp has them.
    assert_eq!(tokenizer.encode("\u{e9}", false), [198, 172]);
    assert_eq!(tokenizer.encode("a<unk>b", true), [259, 63, 120, 113, 110, 65, 260]);
    assert_eq!(tokenizer.decode(&[198, 172]), "\u{e9}".as_bytes());
    assert!(tokenizer.warnings().iter().any(|warning| warning.contains("token_type is missing")));
}

#[test]
fn embeddings_are_what_an_output_that_changes_nothing_gives() {
    let model = |keys: Vec<Value>| {
        let shapes: &[Shape] = &[("token_embd.weight", &[4, 4])];
        // Last, so that its place in the data is known.
        let output: &[Shape] = &[("output.weight", &[4, 4])];
        let (tensors, data) = gguf::tensors(&[shapes, gguf::LAYER, output].concat());
        let mut bytes = file(&values("llama", keys), &tensors, data);
        let start = bytes.len() - 64;
        for place in 0..16 {
            let value = if place % 5 == 0 { 1.0f32 } else { 0.0 };
            bytes[start + 4 * place..][..4].copy_from_slice(&value.to_le_bytes());
        }
        load_bytes(&bytes).unwrap()
    };
    let plain = model(vec![]);
    let tokens = [3, 0, 2, 2, 1];
    let rows: Vec<f64> = plain.logits(&tokens, false).unwrap().into_iter().map(f64::from).collect();
    let mean: Vec<f64> = (0..4).map(|i| rows.iter().skip(i).step_by(4).sum::<f64>() / 5.0).collect();
    let embed = |model: &Model, pooling| model.embed(&tokens, pooling, false).unwrap();
    let near = |a: &[f64], b: &[f64]| a.iter().zip(b).all(|(a, b)| (a - b).abs() < 1e-6);
    assert!(
        near(&embed(&plain, Pooling::Last), &rows[16..]) && near(&embed(&plain, Pooling::First), &rows[..4])
    );
    assert!(near(&embed(&plain, Pooling::Mean), &mean) && near(&embed(&plain, Pooling::OfModel), &mean));
    let of_file = model(vec![gguf::integer("llama.pooling_type", 3)]);
    assert!(near(&embed(&of_file, Pooling::OfModel), &rows[16..]));
    let one = plain.embed(&tokens, Pooling::Mean, true).unwrap();
    assert!((one.iter().map(|value| value * value).sum::<f64>() - 1.0).abs() < 1e-12);
    assert!((one[1] / one[0] - mean[1] / mean[0]).abs() < 1e-5);
    let said = refusal(load("llama", vec![gguf::integer("llama.pooling_type", 4)], &[]));
    assert!(said.contains("llama.pooling_type is 4"), "{said}");
}

/// Three files of one model: the metadata in the first, the tensors in all.
fn shards(folder: &std::path::Path, edit: impl Fn(usize, &mut Vec<Value>)) -> String {
    let all = [EMBEDDING, gguf::LAYER].concat();
    let (tensors, data) = gguf::tensors(&all);
    let whole = file(&[], &tensors, data);
    let data_of_all = &whole[whole.len() - data as usize..];
    for number in 0..3 {
        let mut keys = if number == 0 { values("llama", vec![]) } else { vec![] };
        keys.push(gguf::integer("split.no", number as u32));
        keys.push(gguf::integer("split.count", 3));
        keys.push(gguf::integer("split.tensors.count", all.len() as u32));
        edit(number, &mut keys);
        let (first, last) = [(0, 2), (2, 7), (7, all.len())][number];
        let (part, size) = gguf::tensors(&all[first..last]);
        let start = tensors[first].offset as usize;
        let mut bytes = gguf::header(&keys, &part);
        bytes.extend(&data_of_all[start..start + size as usize]);
        fs::write(folder.join(format!("m-{:05}-of-00003.gguf", number + 1)), bytes).unwrap();
    }
    folder.join("m-00001-of-00003.gguf").to_str().unwrap().to_owned()
}

#[test]
fn a_model_that_was_split_is_read_from_all_its_files() {
    let folder = tempfile::tempdir().unwrap();
    let whole = load("llama", vec![], &[]).unwrap();
    let expected = whole.logits(&[1, 5, 2], false).unwrap();
    let path = shards(folder.path(), |_, _| {});
    let context = Context::new(-1).unwrap();
    let model = context.load_model(&path).unwrap();
    assert_eq!(model.logits(&[1, 5, 2], false).unwrap(), expected);
    let refused = |path: &str| {
        let error = context.load_model(path).err().expect("it is refused");
        assert_eq!(error.code(), 3, "{error}");
        error.to_string()
    };
    let second = path.replace("m-00001", "m-00002");
    assert!(
        refused(&second).contains("is file 2 of the 3 that a model was split into"),
        "{}",
        refused(&second)
    );
    let elsewhere = folder.path().join("other.gguf");
    fs::copy(&path, &elsewhere).unwrap();
    assert!(refused(elsewhere.to_str().unwrap()).contains("does not end in -00001-of-00003.gguf"));
    shards(folder.path(), |number, keys| {
        if number == 2 {
            keys.retain(|(key, ..)| key != "split.no");
        }
    });
    assert!(refused(&path).contains("is not file 3 of the 3"));
    shards(folder.path(), |_, keys| {
        keys.retain(|(key, ..)| key != "split.tensors.count");
        keys.push(gguf::integer("split.tensors.count", 12));
    });
    assert!(refused(&path).contains("has 11 tensors in all its files, and split.tensors.count is 12"));
    shards(folder.path(), |_, _| {});
    fs::copy(path.replace("m-00001", "m-00002"), path.replace("m-00001", "m-00003")).unwrap();
    assert!(refused(&path).contains("is not file 3"));
    fs::remove_file(&second).unwrap();
    assert!(refused(&path).contains("m-00002-of-00003.gguf"));
    assert!(refused(&path).contains("No such file"));
}
