//! What is written follows a JSON schema, a regular expression, a grammar: whatever a random model wants.

use crate::common;

use ffi_cuda::{Context, EndReason, Inference, Model, Options, next_tokens};
use serde_json::{Value, json};

const PARROT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../cuda/model/parrot.gguf");

/// Models of random weights, which write nothing but noise: of bytes, and of BPE's pieces.
fn models() -> (tempfile::TempDir, Vec<Model>) {
    let (folder, names) = common::script("noise.py", &[]);
    let context = Context::new(-1).unwrap();
    let load =
        |name: &str| context.load_model(&format!("{}.gguf", folder.path().join(name).display())).unwrap();
    let models = names.lines().map(load).collect();
    (folder, models)
}

fn options(seed: u64, more: Value) -> Options {
    let mut options = json!({"max_tokens": 400, "temperature": 1.0, "seed": seed, "special": false});
    options.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    Options::parse(&options.to_string()).unwrap()
}

fn rest(inference: &mut Inference) -> String {
    std::iter::from_fn(|| inference.next_token().unwrap()).map(|(text, _)| text).collect()
}

/// A schema, and what tells whether a value is as it says.
type Case = (Value, fn(&Value) -> bool);

fn cases() -> Vec<Case> {
    let person = json!({
        "type": "object",
        "properties": {
            "name": {"type": "string", "maxLength": 12},
            "age": {"type": "integer", "minimum": 0, "maximum": 150},
            "tags": {"type": "array", "items": {"enum": ["a", "b", "\u{e4}\u{1f99c}"]}, "minItems": 1, "maxItems": 3},
            "at": {"$ref": "#/$defs/place"}
        },
        "required": ["name", "age", "tags"],
        "additionalProperties": false,
        "$defs": {"place": {"type": "array", "items": {"type": "boolean"}, "maxItems": 2}}
    });
    vec![
        (person, |value| {
            let object = value.as_object().unwrap();
            object.keys().all(|key| ["name", "age", "tags", "at"].contains(&key.as_str()))
                && object["name"].as_str().unwrap().chars().count() <= 12
                && (0..=150).contains(&object["age"].as_i64().unwrap())
                && (1..=3).contains(&object["tags"].as_array().unwrap().len())
                && object["tags"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .all(|tag| ["a", "b", "\u{e4}\u{1f99c}"].contains(&tag.as_str().unwrap()))
                && object.get("at").is_none_or(|at| at.as_array().unwrap().iter().all(Value::is_boolean))
        }),
        (json!({"enum": [1, "two", null]}), |value| [json!(1), json!("two"), Value::Null].contains(value)),
        (
            json!({"type": "array", "items": {"type": "string", "pattern": "^[xyz]{2}$"}, "maxItems": 4}),
            |value| {
                value.as_array().unwrap().iter().all(|text| {
                    text.as_str().unwrap().len() == 2
                        && text.as_str().unwrap().chars().all(|c| "xyz".contains(c))
                })
            },
        ),
        (json!({"anyOf": [{"type": "boolean"}, {"type": "string", "maxLength": 3}]}), |value| {
            value.is_boolean() || value.as_str().unwrap().chars().count() <= 3
        }),
    ]
}

#[test]
fn a_random_model_writes_only_json_that_its_schema_describes() {
    let (_folder, models) = models();
    let (mut whole, mut cut) = (0, 0);
    for model in &models {
        // Without a schema it is no JSON at all.
        let noise =
            rest(&mut model.start_inference_with("a", &options(1, json!({"max_tokens": 40}))).unwrap());
        assert!(serde_json::from_str::<Value>(&noise).is_err(), "{noise:?}");
        for (schema, holds) in cases() {
            for seed in 0..12 {
                let options =
                    options(seed, json!({"json_schema": schema, "top_p": 0.95, "repeat_penalty": 1.3}));
                let mut inference = model.start_inference_with("a", &options).unwrap();
                let text = rest(&mut inference);
                match inference.end_reason() {
                    EndReason::Complete | EndReason::EndToken => {
                        let value: Value =
                            serde_json::from_str(&text).unwrap_or_else(|error| panic!("{text:?}: {error}"));
                        assert!(holds(&value), "{text}");
                        whole += 1;
                    }
                    reason => {
                        assert_eq!(reason, EndReason::MaxTokens, "{text}");
                        cut += 1;
                    }
                }
            }
        }
    }
    assert!(whole > 4 * cut, "{whole} ended, and {cut} were cut off");
}

#[test]
fn forks_saved_states_and_joint_passes_stay_in_the_grammar() {
    let (folder, models) = models();
    let path = folder.path().join("state");
    let path = path.to_str().unwrap();
    let schema = json!({"type": "array", "items": {"type": "integer"}, "minItems": 6, "maxItems": 20});
    for model in &models {
        for seed in 0..4 {
            let options = options(seed, json!({"json_schema": schema, "log_probabilities": seed % 2 == 0}));
            let start = || model.start_inference_with("a", &options).unwrap();
            let whole = rest(&mut start());
            let mut first = start();
            let begun: String = (0..3).map(|_| first.next_token().unwrap().unwrap().0).collect();
            first.save(path).unwrap();
            let mut others = [first.fork().unwrap(), model.load_inference(path).unwrap(), first];
            assert_eq!(begun.clone() + &rest(&mut others[0]), whole);
            assert_eq!(begun.clone() + &rest(&mut others[1]), whole);
            let [_, _, mut first] = others;
            let (mut beside, mut text) = (start(), begun);
            while first.end_reason() == EndReason::None {
                for made in next_tokens(&mut [&mut first, &mut beside]).into_iter().take(1) {
                    text.push_str(&made.unwrap().map_or(String::new(), |(text, _)| text));
                }
            }
            assert_eq!(text, whole);
            // What follows a feed begins anew, and so does what was forgotten.
            first.proceed(&[], 400).unwrap();
            let again = rest(&mut first);
            assert!(
                matches!(first.end_reason(), EndReason::MaxTokens | EndReason::ContextFull)
                    || serde_json::from_str::<Value>(&again).is_ok(),
                "{again}"
            );
            let prompt = beside.tokens().len() - beside.generated().len();
            beside.rewind(prompt + 2).unwrap();
            assert!(beside.next_token().is_ok());
        }
    }
}

#[test]
fn regular_expressions_and_grammars_are_followed() {
    let (_folder, models) = models();
    let plain = regex::Regex::new("^(?:[A-C]{2}-[0-9]{1,4}|no)$").unwrap();
    let sums = regex::Regex::new("^[0-9]+(?:[+*][0-9]+)* = (?:yes|no)!?$").unwrap();
    let lark = r#"
        start: sum " = " ("yes" | "no") "!"?
        sum: NUMBER (("+" | "*") NUMBER)*
        NUMBER: /[0-9]{1,3}/
    "#;
    for model in &models {
        for seed in 0..20 {
            for (what, expression) in
                [(json!({"regex": "[A-C]{2}-[0-9]{1,4}|no"}), &plain), (json!({"grammar": lark}), &sums)]
            {
                let mut inference = model.start_inference_with("a", &options(seed, what)).unwrap();
                let text = rest(&mut inference);
                assert!(
                    inference.end_reason() == EndReason::MaxTokens || expression.is_match(&text),
                    "{text:?}"
                );
            }
        }
    }
}

#[test]
fn what_is_no_grammar_is_refused_by_name() {
    let parrot = Context::new(-1).unwrap().load_model(PARROT).unwrap();
    let refused = |what: Value| {
        let error = parrot
            .start_inference_with("a", &options(1, what.clone()))
            .err()
            .unwrap_or_else(|| panic!("{what}"));
        assert_eq!(error.code(), 5, "{error}");
        error.to_string()
    };
    let deep = |open: &str, shut: &str, count: usize| open.repeat(count) + &shut.repeat(count);
    let rules: String = (0..12_000).map(|i| format!("r{i}: r{}\n", i + 1)).collect();
    for (what, said) in [
        (json!({"json_schema": {"type": "no such type"}}), "`json_schema` is not usable"),
        (json!({"json_schema": {"$ref": "http://127.0.0.1:1/x"}}), "`json_schema` is not usable"),
        (
            json!({"json_schema": {"type": "string", "minLength": 5, "maxLength": 2}}),
            "`json_schema` is not usable",
        ),
        (json!({"grammar": "start: nobody"}), "`grammar` is not usable"),
        (json!({"grammar": "start: ("}), "`grammar` is not usable"),
        (
            json!({"grammar": format!("start: r0\n{rules}r12000: r0\n")}),
            "rules or references, and may have 2000",
        ),
        (json!({"grammar": format!("start: {}", deep("(", ")", 5000))}), "levels, and may have 128"),
        (json!({"regex": deep("(", ")", 120)}), ""),
        (json!({"regex": "("}), "`regex` is not usable"),
        (json!({"regex": "a".repeat(300_000)}), "`regex` has 300000 bytes"),
        (json!({"regex": "a", "json_schema": true}), "are both there"),
    ] {
        if said.is_empty() {
            let _ = parrot.start_inference_with("a", &options(1, what));
            continue;
        }
        let words = refused(what);
        assert!(words.contains(said), "{words}");
    }
    // As deep as JSON may be, and as long a chain as fits, on little stack.
    let mut nested = json!({"type": "null"});
    for _ in 0..60 {
        nested = json!({"type": "array", "items": nested});
    }
    let chain = format!(
        "start: r0\n{}r1900: \"x\"\n",
        (0..1900).map(|i| format!("r{i}: r{}\n", i + 1)).collect::<String>()
    );
    let little = std::thread::Builder::new().stack_size(256 << 10);
    std::thread::scope(|scope| {
        let run = || {
            for what in
                [json!({"json_schema": nested}), json!({"grammar": chain}), json!({"json_schema": true})]
            {
                let mut inference = parrot.start_inference_with("a", &options(1, what)).unwrap();
                for _ in 0..20 {
                    inference.next_token().unwrap();
                }
            }
        };
        little.spawn_scoped(scope, run).unwrap().join().unwrap();
    });
}
