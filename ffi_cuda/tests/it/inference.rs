//! Inferences of the model that `cuda/model/train.py` trained, on the CPU reference.

use ffi_cuda::{Context, Model, Options};
use std::{sync::Arc, thread};

fn parrot() -> Model {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../cuda/model/parrot.gguf");
    Context::new(-1).unwrap().load_model(path).unwrap()
}

const TEXT: &str = include_str!("../../../cuda/model/text.txt");

/// Everything that an inference says, its pieces checked on the way.
fn all(model: &Model, prompt: &str, options: &Options) -> String {
    let mut inference = model.start_inference_with(prompt, options).unwrap();
    let mut text = String::new();
    let mut next = 0;
    while let Some((piece, index)) = inference.next_token().unwrap() {
        assert_eq!(index, next);
        next += 1;
        text.push_str(&piece);
    }
    assert!(inference.next_token().unwrap().is_none());
    assert!(inference.statistics().generated_tokens <= options.max_tokens);
    text
}

fn options(temperature: f64, seed: u64) -> Options {
    Options { max_tokens: 60, temperature, seed, ..Options::default() }
}

#[test]
fn the_parrot_knows_its_text() {
    let model = parrot();
    // Golden: what it was trained on, word for word, with characters of several bytes and tokens.
    for (prompt, after) in [
        (
            "At the end of a long stone pier,",
            " where the river meets the sea, there stands a lighthouse with a green door.",
        ),
        (
            "Far out, a ship called the Naïve",
            " Señorita had lost her way. Her captain could see nothing, hear nothing",
        ),
        ("gave him a silver whistle", " → the parrot has it still. 🦜\n\nSince that night"),
    ] {
        let said = all(&model, prompt, &options(0.0, 1));
        assert!(said.starts_with(after), "{prompt:?} goes on with {said:?}");
        assert!(TEXT.contains(&format!("{prompt}{after}")));
    }
}

#[test]
fn it_ends_at_the_end_of_its_text() {
    let model = parrot();
    let said = all(&model, "But when the fog comes in, she smiles and", &options(0.0, 1));
    assert_eq!(said.trim_end(), " leaves the window open.");
}

#[test]
fn its_text_surprises_it_less_than_another() {
    let model = parrot();
    let perplexity = |text: &str| model.perplexity(&model.tokenizer().unwrap().encode(text, true)).unwrap();
    let (known, other) =
        (perplexity(&TEXT[..400]), perplexity("Quarterly figures exceeded the board's expectations."));
    assert!(known > 1.0 && known < 2.0, "{known}");
    assert!(other > 20.0, "{other}");
}

#[test]
fn the_same_seed_says_the_same_ten_times_and_from_four_threads() {
    let model = Arc::new(parrot());
    let hot = options(1.0, 42);
    let filtered = Options { top_k: 20, top_p: 0.9, min_p: 0.01, repeat_penalty: 1.2, ..hot.clone() };
    let expected = all(&model, "One night", &hot);
    let expected_filtered = all(&model, "One night", &filtered);
    assert_ne!(expected, expected_filtered);
    for _ in 0..10 {
        assert_eq!(all(&model, "One night", &hot), expected);
        assert_eq!(all(&model, "One night", &filtered), expected_filtered);
    }
    let threads: Vec<_> = (0..4)
        .map(|_| {
            let (model, hot) = (model.clone(), hot.clone());
            thread::spawn(move || all(&model, "One night", &hot))
        })
        .collect();
    for thread in threads {
        assert_eq!(thread.join().unwrap(), expected);
    }
}

#[test]
fn seeds_matter_at_temperature_one_and_not_at_zero() {
    let model = parrot();
    // A beginning that it does not know by heart.
    let prompt = "Quarterly figures";
    let texts: Vec<String> = (0..5).map(|seed| all(&model, prompt, &options(1.0, seed))).collect();
    for (i, text) in texts.iter().enumerate() {
        assert!(!texts[..i].contains(text), "{texts:?}");
    }
    let cold: Vec<String> =
        [0, 1, u64::MAX].iter().map(|&seed| all(&model, prompt, &options(0.0, seed))).collect();
    assert!(cold.iter().all(|text| *text == cold[0]), "{cold:?}");
}

#[test]
fn filters_that_leave_one_token_are_greedy_and_so_is_a_penalty_for_none() {
    let model = parrot();
    let prompt = "Quarterly figures";
    let greedy = all(&model, prompt, &options(0.0, 0));
    for narrow in [
        Options { top_k: 1, ..options(1.5, 7) },
        Options { top_p: 1e-9, ..options(1.5, 8) },
        Options { min_p: 1.0, ..options(1.5, 9) },
        Options { top_k: 3, top_p: 1e-9, repeat_penalty: 1.0, ..options(2.0, 10) },
    ] {
        assert_eq!(all(&model, prompt, &narrow), greedy, "{narrow:?}");
    }
    let penalty = |repeat_last| Options { repeat_penalty: 3.0, repeat_last, ..options(0.0, 0) };
    assert_eq!(all(&model, prompt, &penalty(0)), greedy);
    assert_ne!(all(&model, prompt, &penalty(64)), greedy);
}

#[test]
fn stop_sequences_end_it_and_are_left_out() {
    let model = parrot();
    let stop = Options { stop: vec!["meets the sea".into(), "unheard of".into()], ..options(0.0, 0) };
    assert_eq!(all(&model, "At the end of a long stone pier,", &stop), " where the river ");
}

#[test]
fn arguments_outside_their_range_are_refused_by_name() {
    let model = parrot();
    let long = "a counts ".repeat(400);
    for (prompt, options, said) in [
        ("a", Options { max_tokens: 0, ..options(0.0, 0) }, "`max_tokens` is 0"),
        ("a", Options { max_tokens: 2049, ..options(0.0, 0) }, "`max_tokens` is 2049"),
        ("a", options(-0.1, 0), "`temperature` is -0.1"),
        ("a", options(2.1, 0), "`temperature` is 2.1"),
        ("a", options(f64::NAN, 0), "`temperature` is NaN"),
        ("", options(0.0, 0), "`prompt` is empty"),
        ("a\0b", options(0.0, 0), "NUL"),
        (&long, options(0.0, 0), "the model's context 256"),
        ("a", Options { top_p: 0.0, ..options(0.0, 0) }, "`top_p` is 0"),
        ("a", Options { min_p: f64::INFINITY, ..options(0.0, 0) }, "`min_p` is inf"),
        ("a", Options { repeat_penalty: 0.0, ..options(0.0, 0) }, "`repeat_penalty` is 0"),
        ("a", Options { stop: vec![String::new()], ..options(0.0, 0) }, "`stop`"),
    ] {
        let error = model.start_inference_with(prompt, &options).err().expect(said);
        assert_eq!(error.code(), 5);
        assert!(error.to_string().contains(said), "{error}");
    }
    for (json, said) in [
        ("{", "`options_json`"),
        ("[]", "`options_json`"),
        (r#"{"temprature": 1}"#, "temprature"),
        (r#"{"max_tokens": -1}"#, "-1"),
        (r#"{"seed": 1.5}"#, "seed"),
    ] {
        let error = Options::parse(json).unwrap_err();
        assert!(error.code() == 5 && error.to_string().contains(said), "{error}");
    }
    assert_eq!(Options::parse(r#"{"seed": -1}"#).unwrap().seed, u64::MAX);
    assert_eq!(model.vram_bytes_with_inferences(), model.vram_bytes());
}

#[test]
fn it_ends_where_the_context_is_full() {
    let model = parrot();
    let tokenizer = model.tokenizer().unwrap();
    let prompt: String = TEXT.chars().take(500).collect();
    let length = tokenizer.encode(&prompt, true).len() as u32;
    let hot = Options { max_tokens: 2048, ..options(2.0, 3) };
    let mut inference = model.start_inference_with(&prompt, &hot).unwrap();
    let mut tokens = 0;
    while inference.next_token().unwrap().is_some() {
        tokens += 1;
    }
    // The last token is one that is not looked back on any more.
    assert_eq!(tokens, model.context_length() - length + 1);
}

#[test]
fn everything_is_given_back() {
    let context = Context::new(-1).unwrap();
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../cuda/model/parrot.gguf");
    let model = context.load_model(path).unwrap();
    model.check_vram_residency().unwrap();
    context.check_device_health().unwrap();
    let mut inference = model.start_inference("Figaro", 5, 0.0, 0).unwrap();
    let before = model.vram_bytes_with_inferences();
    assert!(before > model.vram_bytes());
    // The parents go first.
    drop(context);
    drop(model);
    assert!(inference.next_token().unwrap().is_some());
}

#[test]
fn a_prompt_in_one_piece_or_token_by_token_gives_the_same_logits() {
    let model = parrot();
    let tokens = model.tokenizer().unwrap().encode(&TEXT[..600], true);
    let together = model.logits(&tokens, false).unwrap();
    let size = model.vocabulary() as usize;
    for (i, row) in together.chunks(size).enumerate().step_by(37) {
        let alone = model.logits(&tokens[..=i], true).unwrap();
        assert_eq!(alone, row, "after token {i}");
    }
}

/// True where the process has this file mapped, where the system tells.
#[cfg(target_os = "linux")]
fn is_mapped(path: &std::path::Path) -> bool {
    let maps = std::fs::read_to_string("/proc/self/maps").unwrap();
    maps.lines().any(|line| line.contains(path.to_str().unwrap()))
}

#[test]
#[cfg(target_os = "linux")]
fn weights_are_read_where_the_file_has_them_unless_they_are_to_be_copied() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().canonicalize().unwrap().join("parrot.gguf");
    let original = concat!(env!("CARGO_MANIFEST_DIR"), "/../cuda/model/parrot.gguf");
    let load = || {
        std::fs::copy(original, &path).unwrap();
        Context::new(-1).unwrap().load_model(path.to_str().unwrap()).unwrap()
    };
    let say = |model: &Model| all(model, "At the end of a long stone pier,", &options(0.0, 1));

    let mapped = load();
    assert!(is_mapped(&path));
    let (said, bytes) = (say(&mapped), mapped.vram_bytes());
    mapped.check_vram_residency().unwrap();
    std::fs::remove_file(&path).unwrap();
    assert_eq!(say(&mapped), said);
    drop(mapped);
    // A file that was written to has other numbers, or none where they were read from.
    let (longer, shorter) = (load(), load());
    let file = std::fs::File::options().write(true).open(&path).unwrap();
    for (model, size) in [(&longer, file.metadata().unwrap().len() + 1), (&shorter, 0)] {
        file.set_len(size).unwrap();
        let refused = model.logits(&[1], true).unwrap_err().to_string();
        assert!(refused.contains("was changed while the model is in use"), "{refused}");
    }
    drop((longer, shorter));
    assert!(!is_mapped(&path));

    ffi_cuda::set_mapping(false);
    let copied = load();
    ffi_cuda::set_mapping(true);
    assert!(!is_mapped(&path));
    std::fs::File::options().write(true).open(&path).unwrap().set_len(0).unwrap();
    assert_eq!(say(&copied), said);
    // The mapping begins and ends with pages; what a copy takes begins at multiples of 256.
    assert!(copied.vram_bytes().abs_diff(bytes) < 256 << 10);
}
