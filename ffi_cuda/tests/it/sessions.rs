//! Inferences that begin with tokens, go on with more, and say what they made and why they ended.

use ffi_cuda::{Context, EndReason, Inference, Model, Options, TokenizeOptions};

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
