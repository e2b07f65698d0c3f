//! Inferences that begin with tokens, go on with more, and say what they made and why they ended.

use ffi_cuda::{Context, EndReason, Inference, Model, Options, TokenizeOptions, next_tokens};
use std::{sync::Arc, thread};

const PARROT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../cuda/model/parrot.gguf");
/// The model goes on with the end of its text.
const LAST_WORDS: &str = "But when the fog comes in, she smiles and";

fn parrot() -> Model {
    Context::new(-1).unwrap().load_model(PARROT).unwrap()
}

fn parsed(json: &str) -> Options {
    Options::parse(json).unwrap()
}

fn rest(inference: &mut Inference) -> String {
    std::iter::from_fn(|| inference.next_token().unwrap()).map(|(text, _)| text).collect()
}

#[test]
fn tokens_start_and_continue_it_as_texts_do() {
    let model = parrot();
    let tokenizer = model.tokenizer().unwrap();
    let greedy = parsed(r#"{"max_tokens": 12, "temperature": 0}"#);
    let mut by_text = model.start_inference_with("The lamp turned", &greedy).unwrap();
    let whole = rest(&mut by_text);
    let prompt = tokenizer.encode("The lamp turned", true);
    let few = parsed(r#"{"max_tokens": 3, "temperature": 0}"#);
    let reserved = parsed(r#"{"max_tokens": 3, "temperature": 0, "reserve_tokens": 64}"#);
    for options in [&few, &reserved] {
        let mut by_tokens = model.start_inference_from(prompt.clone(), options).unwrap();
        let mut text = rest(&mut by_tokens);
        assert_eq!(by_tokens.end_reason(), EndReason::MaxTokens);
        let bytes = model.vram_bytes_with_inferences();
        // Nothing more is said, and it goes on where it was.
        by_tokens.proceed(&[], 9).unwrap();
        text += &rest(&mut by_tokens);
        assert_eq!((text, by_tokens.generated()), (whole.clone(), by_text.generated()));
        assert_eq!(model.vram_bytes_with_inferences() == bytes, options.reserve_tokens > 0);
        // Something more is said: the same as all of it at once.
        let more =
            tokenizer.encode_with(" and", &TokenizeOptions { add_bos: Some(false), ..Default::default() });
        let all = [prompt.as_slice(), by_tokens.generated(), &more].concat();
        by_tokens.proceed(&more, 3).unwrap();
        let mut at_once = model.start_inference_from(all, &few).unwrap();
        assert_eq!(rest(&mut by_tokens), rest(&mut at_once));
        assert_eq!(by_tokens.statistics().prompt_tokens as usize, prompt.len() + more.len());
    }
    assert!(model.start_inference_from(vec![], &few).is_err());
    let mut full = model.start_inference_from(prompt.clone(), &few).unwrap();
    let long = vec![prompt[0]; model.context_length() as usize];
    assert!(full.proceed(&long, 1).is_err() && full.proceed(&[1], 0).is_err());
    assert_eq!(full.proceed(&[], 2049).unwrap_err().code(), 5);
    assert!(!rest(&mut full).is_empty());
}

#[test]
fn log_probabilities_are_those_of_the_logits() {
    let model = parrot();
    let json = r#"{"max_tokens": 6, "temperature": 1, "seed": 3, "top_k": 5, "log_probabilities": true}"#;
    let mut rated = model.start_inference_with("One night", &parsed(json)).unwrap();
    let mut plain = model.start_inference_with("One night", &parsed(&json.replace("true", "false"))).unwrap();
    let mut tokens = model.tokenizer().unwrap().encode("One night", true);
    assert_eq!(rated.last_token(), None);
    while let Some((text, _)) = rated.next_token().unwrap() {
        assert_eq!(plain.next_token().unwrap().unwrap().0, text);
        let made = rated.last_token().unwrap();
        assert_eq!(
            (plain.last_token().unwrap().id, plain.last_token().unwrap().log_probability),
            (made.id, None)
        );
        let logits: Vec<f64> = model.logits(&tokens, true).unwrap().into_iter().map(f64::from).collect();
        let sum: f64 = logits.iter().map(|logit| logit.exp()).sum();
        let expected = logits[made.id as usize] - sum.ln();
        assert!((made.log_probability.unwrap() - expected).abs() < 1e-3, "{made:?} {expected}");
        tokens.push(made.id);
    }
}

#[test]
fn it_says_why_it_has_ended() {
    let model = parrot();
    let ended = |prompt: &str, json: &str| {
        let mut inference = model.start_inference_with(prompt, &parsed(json)).unwrap();
        assert_eq!(inference.end_reason(), EndReason::None);
        rest(&mut inference);
        (inference.end_reason(), inference.last_token().unwrap().id)
    };
    let end = model.tokenizer().unwrap().begin_and_end().1.unwrap();
    assert_eq!(ended("Figaro", r#"{"max_tokens": 2}"#).0, EndReason::MaxTokens);
    assert_eq!(
        ended("Figaro", r#"{"max_tokens": 200, "temperature": 0, "stop": ["e"]}"#).0,
        EndReason::StopText
    );
    let (reason, token) = ended(LAST_WORDS, r#"{"max_tokens": 200, "temperature": 0}"#);
    assert_eq!((reason, token), (EndReason::EndToken, end));
    let failing = Context::with_fault("synchronize", 2).load_model(PARROT).unwrap();
    let mut inference = failing.start_inference("Figaro", 20, 0.0, 0).unwrap();
    while inference.next_token().is_ok_and(|token| token.is_some()) {}
    assert_eq!(inference.end_reason(), EndReason::Failed);
    assert!(inference.proceed(&[1], 1).is_err());
}

#[test]
fn a_fork_goes_on_as_the_first_would_and_with_other_options_otherwise() {
    let model = parrot();
    let options = parsed(r#"{"max_tokens": 20, "temperature": 1, "seed": 5}"#);
    let whole = rest(&mut model.start_inference_with("Quarterly figures", &options).unwrap());
    // Before anything was taken in, after the prompt, in the midst.
    for made in [0, 1, 7] {
        let mut first = model.start_inference_with("Quarterly figures", &options).unwrap();
        let begun: String = (0..made).map(|_| first.next_token().unwrap().unwrap().0).collect();
        let before = model.vram_bytes_with_inferences();
        let (mut second, mut third) = (first.fork().unwrap(), first.fork().unwrap());
        assert!(model.vram_bytes_with_inferences() > before);
        third.set_options(r#"{"seed": 6, "max_tokens": 20}"#).unwrap();
        third.set_options(r#"{"max_tokens": 5}"#).unwrap();
        third.set_options(r#"{"max_tokens": 5}"#).unwrap();
        assert_eq!(begun.clone() + &rest(&mut second), whole);
        let other = rest(&mut third);
        assert!(!whole.starts_with(&(begun.clone() + &other)), "{other:?}");
        assert_eq!(third.generated().len(), made + 5);
        assert_eq!(begun + &rest(&mut first), whole);
        assert_eq!(second.tokens(), first.tokens());
    }
}

#[test]
fn a_prompt_in_steps_is_the_prompt_at_once_and_forks_share_it() {
    let model = parrot();
    let greedy = parsed(r#"{"max_tokens": 6, "temperature": 0}"#);
    let prompt = "At the end of a long stone pier,";
    let whole = rest(&mut model.start_inference_with(prompt, &greedy).unwrap());
    let mut stepwise = model.start_inference_with(prompt, &greedy).unwrap();
    let tokens = stepwise.tokens().len();
    let mut left = tokens - 1;
    while left > 0 {
        let now = stepwise.prefill(3).unwrap();
        assert_eq!(now, left.saturating_sub(3));
        left = now;
    }
    assert_eq!(stepwise.prefill(100).unwrap(), 0);
    assert_eq!(rest(&mut stepwise.fork().unwrap()), whole);
    assert_eq!(rest(&mut stepwise), whole);
    assert_eq!(stepwise.statistics().generated_tokens, 6);
}

#[test]
fn what_was_rewound_is_as_if_it_had_not_been() {
    let model = parrot();
    let greedy = parsed(r#"{"max_tokens": 12, "temperature": 0}"#);
    let mut chat = model.start_inference_with("The lamp turned", &greedy).unwrap();
    let (prompt, whole) = (chat.tokens().to_vec(), rest(&mut chat));
    for count in [prompt.len(), prompt.len() - 1, 1, prompt.len()] {
        chat.rewind(count).unwrap();
        assert_eq!(chat.tokens(), &prompt[..count]);
        chat.proceed(&prompt[count..], 12).unwrap();
        assert_eq!(rest(&mut chat), whole);
    }
    let all = chat.tokens().len();
    for count in [0, all + 1, usize::MAX] {
        let said = chat.rewind(count).unwrap_err().to_string();
        assert!(said.contains("must be 1 to"), "{said}");
    }
}

#[test]
fn a_saved_inference_says_what_it_would_have_said() {
    let model = parrot();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("state");
    let path = path.to_str().unwrap();
    // The stop text holds some back, and characters have several tokens.
    let options = parsed(r#"{"max_tokens": 40, "temperature": 0.9, "seed": 8, "stop": ["zzz", "🦜🦜"]}"#);
    let whole = rest(&mut model.start_inference_with("gave him a silver whistle", &options).unwrap());
    for made in [0, 1, 6, 40] {
        let mut first = model.start_inference_with("gave him a silver whistle", &options).unwrap();
        let begun: String =
            (0..made).filter_map(|_| first.next_token().unwrap()).map(|(text, _)| text).collect();
        first.save(path).unwrap();
        let mut second = parrot().load_inference(path).unwrap();
        assert_eq!((second.last_token(), second.end_reason()), (first.last_token(), first.end_reason()));
        assert_eq!(begun + &rest(&mut second), whole);
        assert_eq!(second.statistics().generated_tokens, 40);
    }
    // Another file's, a damaged one, one that ends.
    let bytes = std::fs::read(path).unwrap();
    let refused = |bytes: &[u8]| {
        std::fs::write(path, bytes).unwrap();
        let error = model.load_inference(path).err().expect("it is refused");
        assert!(error.code() == 5 && error.to_string().contains(path), "{error}");
        error.to_string()
    };
    for at in (0..bytes.len()).step_by(bytes.len() / 300 + 1) {
        let mut bad = bytes.clone();
        bad[at] ^= 0x40;
        refused(&bad);
        refused(&bytes[..at]);
    }
    assert!(refused(&[&bytes[..], b"x"].concat()).contains("digest"));
    let other = parrot_without_its_name(&folder);
    std::fs::write(path, &bytes).unwrap();
    assert!(other.load_inference(path).err().unwrap().to_string().contains("another model's file"));
    assert!(model.load_inference(folder.path().to_str().unwrap()).is_err());
    let mut kept = model.load_inference(path).unwrap();
    assert!(kept.save("/no/such/folder/state").is_err());
}

/// The same model in a file that differs in one byte of its weights.
fn parrot_without_its_name(folder: &tempfile::TempDir) -> Model {
    let mut bytes = std::fs::read(PARROT).unwrap();
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    let path = folder.path().join("other.gguf");
    std::fs::write(&path, bytes).unwrap();
    Context::new(-1).unwrap().load_model(path.to_str().unwrap()).unwrap()
}

#[test]
fn as_many_tokens_as_the_context_has_may_be_asked_for() {
    let context = parrot().context_length();
    assert!(context < 2048);
    for (tokens, fits) in [(2048, true), (2049, false)] {
        let json = format!(r#"{{"max_tokens": {tokens}, "temperature": 0}}"#);
        let started = parrot().start_inference_with("a", &parsed(&json));
        assert_eq!(started.is_ok(), fits, "{tokens}");
    }
}

/// Goes on with all until they have ended: their texts.
fn together(inferences: &mut [&mut Inference]) -> Vec<String> {
    let mut texts = vec![String::new(); inferences.len()];
    while inferences.iter().any(|inference| inference.end_reason() == EndReason::None) {
        for (text, made) in texts.iter_mut().zip(next_tokens(inferences)) {
            text.push_str(&made.unwrap().map_or(String::new(), |(text, _)| text));
        }
    }
    texts
}

#[test]
fn several_together_say_what_each_says_alone() {
    let other = parrot();
    // A device that cannot do it lets them follow each other.
    for context in [Context::new(-1).unwrap(), Context::exact(), Context::with_fault("beyond", 0)] {
        let model = context.load_model(PARROT).unwrap();
        let start = |number: usize| {
            let prompt =
                ["At the end of a long stone pier,", "a", "The lamp", "Quarterly figures"][number % 4];
            let json = format!(
                r#"{{"max_tokens": {}, "temperature": {}, "seed": {number}, "repeat_penalty": 1.1, "log_probabilities": {}}}"#,
                3 + 4 * number,
                number % 3,
                number % 2 == 1
            );
            let model = if number == 4 { &other } else { &model };
            model.start_inference_with(prompt, &parsed(&json)).unwrap()
        };
        let (mut alone, mut joint): (Vec<_>, Vec<_>) =
            (0..6).map(|number| (start(number), start(number))).unzip();
        let expected: Vec<String> = alone.iter_mut().map(rest).collect();
        // One was begun before, and one joins later.
        let begun = joint[1].next_token().unwrap().unwrap().0;
        let (late, early) = joint.split_last_mut().unwrap();
        let mut some: Vec<&mut Inference> = early.iter_mut().collect();
        let first: Vec<String> = next_tokens(&mut some)
            .into_iter()
            .map(|made| made.unwrap().map_or(String::new(), |(text, _)| text))
            .collect();
        some.push(late);
        let mut texts = together(&mut some);
        for (text, first) in texts.iter_mut().zip(first) {
            text.insert_str(0, &first);
        }
        texts[1].insert_str(0, &begun);
        assert_eq!(texts, expected);
        for (alone, joint) in alone.iter().zip(&joint) {
            assert_eq!((alone.generated(), alone.last_token()), (joint.generated(), joint.last_token()));
            assert_eq!((alone.end_reason(), alone.tokens()), (joint.end_reason(), joint.tokens()));
        }
        // They go on by themselves afterwards.
        for (alone, joint) in alone.iter_mut().zip(joint.iter_mut()) {
            alone.proceed(&[], 3).unwrap();
            joint.proceed(&[], 3).unwrap();
            assert_eq!(rest(alone), rest(joint));
        }
    }
}

#[test]
fn one_that_fails_or_is_cancelled_does_not_stop_the_others() {
    let model = parrot();
    let greedy = parsed(r#"{"max_tokens": 8, "temperature": 0}"#);
    let start = |prompt: &str| model.start_inference_with(prompt, &greedy).unwrap();
    let whole = rest(&mut start("The lamp turned"));
    let (mut first, mut cancelled, mut third) =
        (start("The lamp turned"), start("a"), start("The lamp turned"));
    next_tokens(&mut [&mut cancelled]);
    cancelled.progress().cancel();
    assert_eq!(
        together(&mut [&mut first, &mut cancelled, &mut third]),
        [whole.clone(), String::new(), whole]
    );
    assert_eq!(cancelled.end_reason(), EndReason::Cancelled);
    let broken = Context::with_fault("launch", 60).load_model(PARROT).unwrap();
    let mut breaks = broken.start_inference_with("The lamp", &greedy).unwrap();
    let mut holds = start("The lamp");
    for _ in 0..8 {
        next_tokens(&mut [&mut breaks, &mut holds]);
    }
    assert_eq!((breaks.end_reason(), holds.end_reason()), (EndReason::Failed, EndReason::MaxTokens));
}

#[test]
fn a_prompt_is_cancelled_in_its_midst_and_goes_on_as_if_nothing_had_been() {
    // The slowest kernels, and a prompt that takes several batches.
    let model = Context::with_fault("nowhere", 0).load_model(PARROT).unwrap();
    let greedy = parsed(r#"{"max_tokens": 4, "temperature": 0}"#);
    let tokens: Vec<u32> =
        model.tokenizer().unwrap().encode("The lamp turned. ", true).into_iter().cycle().take(250).collect();
    let whole = rest(&mut model.start_inference_from(tokens.clone(), &greedy).unwrap());
    // Whoever cancels may come too late on a busy machine: then again.
    let cancelled = (0..100).find_map(|_| {
        let mut inference = model.start_inference_from(tokens.clone(), &greedy).unwrap();
        let progress = Arc::clone(inference.progress());
        thread::scope(|scope| {
            scope.spawn(|| {
                while progress.get().0 == 0 {
                    thread::yield_now();
                }
                progress.cancel();
            });
            inference.next_token().unwrap();
        });
        (inference.generated().is_empty()).then_some(inference)
    });
    let mut inference = cancelled.expect("one was cancelled in time");
    assert_eq!(inference.end_reason(), EndReason::Cancelled);
    let (taken_in, total) = inference.progress().get();
    assert!(taken_in > 0 && taken_in < total && total == 250, "{taken_in} of {total}");
    assert_eq!(inference.next_token().unwrap(), None);
    inference.proceed(&[], 4).unwrap();
    assert_eq!(rest(&mut inference), whole);
}
