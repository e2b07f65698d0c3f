//! The CPU reference against an independent float64 implementation of the same models.

use crate::common;

use ffi_cuda::{Context, CudaError, Model, Pooling, set_threads};

fn with_threads<T>(threads: i64, body: impl FnOnce() -> T) -> T {
    set_threads(threads).unwrap();
    body()
}

fn batches_do_not_matter(name: &str, model: &Model, tokens: &[u32], all: &[f32]) {
    let size = model.vocabulary() as usize;
    // Phi 3 has other factors for a shorter text.
    if !name.ends_with("beyond") {
        let first = model.logits(&tokens[..1], false).unwrap();
        let middle = model.logits(&tokens[..19], true).unwrap();
        assert!(first == all[..size], "{name}: the batch matters");
        assert!(middle == all[18 * size..19 * size], "{name}: the batch matters");
    }
}

fn said(error: CudaError) -> String {
    assert_eq!(error.code(), 1, "{error}");
    let words = error.to_string();
    let (_, why) = words.split_once("\": ").unwrap();
    why.split_once(", which device -1 does not compute; the CPU (-1) does").unwrap().0.to_owned()
}

/// What a GPU does not compute of a model.
fn beyond(name: &str) -> String {
    let (kind, of_type) = (name.split('-').next().unwrap(), |part: &str| name.contains(part));
    let words = match kind {
        "deepseek2" if name.ends_with("2-F32") || name.ends_with("2-Q8_0") => "it is a mixture of 12 experts",
        "olmoe" | "qwen3moe" | "granitemoe" | "llama4" | "deepseek2" | "gpt" => {
            "it is a mixture of 5 experts"
        }
        _ if of_type("experts") => "it is a mixture of 5 experts",
        "granite" => "it scales what its layers add, or its logits",
        "mistral3" => "its attention has a temperature by position",
        "llama" => {
            let few =
                ["Q2_K", "Q3_K", "IQ4_NL", "IQ4_XS", "MXFP4", "TQ1_0", "TQ2_0", "IQ2_", "IQ3_", "IQ1_S"];
            return few
                .iter()
                .find(|one| of_type(one))
                .map_or(String::new(), |one| format!("tensor token_embd.weight has weight type {one}"));
        }
        _ => "",
    };
    words.to_owned()
}

#[test]
fn every_architecture_and_type_agrees_with_float64() {
    let (folder, names) = common::script("models.py", &[]);
    // One that no other test has: everything is given back in the end.
    let context = Context::with_fault("nowhere", 0);
    let fastest = Context::exact();
    let rounding = Context::new(-1).unwrap();
    let no_more = Context::with_fault("beyond", 0);
    let mut worst = Vec::new();
    for name in names.lines() {
        let path = folder.path().join(name);
        let file = |extension: &str| format!("{}.{extension}", path.display());
        let model = context.load_model(&file("gguf")).unwrap();
        let tokens = common::numbers(file("tokens"), u32::from_le_bytes);
        let expected = common::numbers(file("logits"), f64::from_le_bytes);
        let error = common::normalised_error(&model.logits(&tokens, false).unwrap(), &expected);
        // What DeepSeek's keys and values are made of is rounded to 16 bits, before they are made: 2e-6 in llama.cpp, too.
        let most = if name.starts_with("deepseek2") && name.ends_with("F32") {
            2e-6
        } else if name.contains("F32") || !name.contains(|c: char| c.is_uppercase()) {
            1e-6
        } else {
            1e-4
        };
        println!("{name:24} {error:.2e}");
        assert!(error <= most, "{name}: {error:.2e} and not up to {most:.0e}");
        worst.push(error);

        // The kernels of this processor against the plain ones, with any number of threads.
        let fast = fastest.load_model(&file("gguf")).unwrap();
        let plain: Vec<f64> = model.logits(&tokens, false).unwrap().into_iter().map(f64::from).collect();
        let alone = with_threads(1, || fast.logits(&tokens, false).unwrap());
        let error = common::normalised_error(&alone, &plain);
        // Keys and values are rounded to 16 bits, some of them another way.
        assert!(error < 1e-7, "{name}: {error:.2e} between the kernels");
        assert!(with_threads(3, || fast.logits(&tokens, false).unwrap()) == alone, "{name}: threads matter");
        batches_do_not_matter(name, &fast, &tokens, &alone);

        // Rounded activations: far from what quantising the weights does.
        let rounded = rounding.load_model(&file("gguf")).unwrap();
        let alone = with_threads(1, || rounded.logits(&tokens, false).unwrap());
        let error = common::normalised_error(&alone, &plain);
        println!("{name:24} {error:.2e} with rounded activations");
        assert!(error < 1e-5, "{name}: {error:.2e} with rounded activations");
        assert!(
            with_threads(3, || rounded.logits(&tokens, false).unwrap()) == alone,
            "{name}: threads matter"
        );
        batches_do_not_matter(name, &rounded, &tokens, &alone);

        let why = no_more.load_model(&file("gguf")).err().map_or(String::new(), said);
        let due = beyond(name);
        assert!(why.starts_with(&due) && why.is_empty() == due.is_empty(), "{name}: {why}");

        // The last position alone, as an inference asks for it, is the same.
        let last = model.logits(&tokens, true).unwrap();
        assert_eq!(
            common::normalised_error(&last, &expected[expected.len() - last.len()..]).max(most),
            most,
            "{name}"
        );
    }
    assert_eq!(worst.len(), 107);
    assert_eq!(context.process_vram_usage(), 0);
}

#[test]
fn encoders_agree_with_float64() {
    let (folder, names) = common::script("models.py", &["encoders"]);
    let no_more = Context::with_fault("beyond", 0);
    let contexts = [Context::with_fault("nowhere", 0), Context::exact(), Context::new(-1).unwrap()];
    assert_eq!(names.lines().count(), 8);
    for name in names.lines() {
        let file = |extension: &str| format!("{}.{extension}", folder.path().join(name).display());
        let tokens = common::numbers(file("tokens"), u32::from_le_bytes);
        let rows = common::numbers(file("embeddings"), f64::from_le_bytes);
        let width = rows.len() / tokens.len();
        let mean: Vec<f64> = (0..width)
            .map(|i| rows.chunks(width).map(|row| row[i]).sum::<f64>() / tokens.len() as f64)
            .collect();
        // Of one position alone, where large weights make much of keys that are rounded to 16 bits.
        let most = if name.contains("F32") { 1e-6 } else { 3e-4 };
        let refused = no_more.load_model(&file("gguf")).err().unwrap();
        assert!(refused.code() == 1 && refused.to_string().contains("it is an encoder"), "{refused}");
        for context in &contexts {
            let model = context.load_model(&file("gguf")).unwrap();
            for (pooling, expected) in [
                (Pooling::Mean, &mean[..]),
                (Pooling::First, &rows[..width]),
                (Pooling::Last, &rows[rows.len() - width..]),
                (Pooling::OfModel, if name.starts_with("bert") { &mean } else { &rows[..width] }),
            ] {
                let found = with_threads(3, || model.embed(&tokens, pooling, false).unwrap());
                let squares = |of: &mut dyn Iterator<Item = f64>| of.map(|value| value * value).sum::<f64>();
                let error = squares(&mut found.iter().zip(expected).map(|(a, b)| a - b))
                    / squares(&mut expected.iter().copied());
                assert!(error <= most, "{name}, {pooling:?}: {error:.2e}");
                assert!(found == with_threads(1, || model.embed(&tokens, pooling, false).unwrap()));
            }
            let refused = model.start_inference("a", 1, 0.0, 0).err().unwrap().to_string();
            assert!(refused.contains("makes no text"), "{refused}");
            assert!(model.logits(&tokens, true).is_err());
        }
    }
}

#[test]
fn rounded_activations_leave_a_trained_models_perplexity_as_it_is() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../cuda/model/parrot.gguf");
    let text: String = include_str!("../../../cuda/model/text.txt").chars().take(600).collect();
    let perplexity = |context: Context| {
        let model = context.load_model(path).unwrap();
        model.perplexity(&model.tokenizer().unwrap().encode(&text, true)).unwrap()
    };
    let (exact, rounded) = (perplexity(Context::exact()), perplexity(Context::new(-1).unwrap()));
    println!("perplexity {exact} exact, {rounded} rounded");
    assert!((rounded / exact - 1.0).abs() < 1e-4, "{exact} exact, {rounded} rounded");
}
