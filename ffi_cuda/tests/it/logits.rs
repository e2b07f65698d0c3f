//! The CPU reference against an independent float64 implementation of the same models.

use crate::common;

use ffi_cuda::{Context, Model, set_threads};

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

#[test]
fn every_architecture_and_type_agrees_with_float64() {
    let (folder, names) = common::script("models.py", &[]);
    // One that no other test has: everything is given back in the end.
    let context = Context::with_fault("nowhere", 0);
    let fastest = Context::exact();
    let rounding = Context::new(-1).unwrap();
    let mut worst = Vec::new();
    for name in names.lines() {
        let path = folder.path().join(name);
        let file = |extension: &str| format!("{}.{extension}", path.display());
        let model = context.load_model(&file("gguf")).unwrap();
        let tokens = common::numbers(file("tokens"), u32::from_le_bytes);
        let expected = common::numbers(file("logits"), f64::from_le_bytes);
        let error = common::normalised_error(&model.logits(&tokens, false).unwrap(), &expected);
        let most =
            if name.contains("F32") || !name.contains(|c: char| c.is_uppercase()) { 1e-6 } else { 1e-4 };
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

        // The last position alone, as an inference asks for it, is the same.
        let last = model.logits(&tokens, true).unwrap();
        assert_eq!(
            common::normalised_error(&last, &expected[expected.len() - last.len()..]).max(most),
            most,
            "{name}"
        );
    }
    assert_eq!(worst.len(), 88);
    assert_eq!(context.process_vram_usage(), 0);
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
