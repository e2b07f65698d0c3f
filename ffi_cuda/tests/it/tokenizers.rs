//! The tokenizers against PyPI's `tokenizers` and `sentencepiece`.

use crate::common;

use ffi_cuda::Context;
use std::fs;

#[derive(serde::Deserialize)]
struct Cases {
    encode: Vec<(String, Vec<u32>, Option<String>)>,
    decode: Vec<(Vec<u32>, String)>,
}

#[test]
fn ids_and_texts_are_those_of_the_original_libraries() {
    let (folder, names) = common::script("tokens.py", &[]);
    let context = Context::new(-1).unwrap();
    let mut strings = 0;
    for name in names.lines() {
        let path = folder.path().join(name);
        let model = context.load_model(&format!("{}.gguf", path.display())).unwrap();
        let tokenizer = model.tokenizer().unwrap();
        let template = if name.starts_with("sentence") {
            format!("{{{{ messages[0].content }}}} – {name}")
        } else {
            String::new()
        };
        assert_eq!(model.chat_template(), template);
        let json = fs::read_to_string(format!("{}.json", path.display())).unwrap();
        let Cases { encode: cases, decode } = serde_json::from_str(&json).unwrap();
        let mut wrong = Vec::new();
        for (text, expected, back) in &cases {
            let actual = tokenizer.encode(text, true);
            if actual != *expected {
                wrong.push(format!("{text:?}\n  {actual:?}\n  {expected:?}"));
            } else if back.as_ref().is_some_and(|back| tokenizer.decode(&actual) != back.as_bytes()) {
                wrong.push(format!(
                    "{text:?} comes back as {:?}",
                    String::from_utf8_lossy(&tokenizer.decode(&actual))
                ));
            }
        }
        for (ids, expected) in &decode {
            let bytes = tokenizer.decode(ids);
            let actual = String::from_utf8_lossy(&bytes);
            if actual != *expected {
                wrong.push(format!("{ids:?}\n  {actual:?}\n  {expected:?}"));
            }
        }
        assert!(
            wrong.is_empty(),
            "{name}: {} of {} strings differ, such as\n{}",
            wrong.len(),
            cases.len(),
            wrong[..wrong.len().min(5)].join("\n")
        );
        strings += cases.len();
    }
    assert!(strings > 10_000, "only {strings} strings");
}

#[test]
fn what_is_not_known_is_refused_with_its_name_and_what_is_assumed_is_said() {
    let (folder, names) = common::script("tokens.py", &["unknown"]);
    let context = Context::new(-1).unwrap();
    let names: Vec<&str> = names.lines().collect();
    let load = |name: &str| context.load_model(&format!("{}.gguf", folder.path().join(name).display()));
    for (name, said) in names[..2].iter().zip(["is \\\"default\\\"", "is missing"]) {
        let about = load(name).unwrap().describe();
        assert!(about.contains(&format!("\"warnings\":[\"tokenizer.ggml.pre {said}")), "{about}");
    }
    for (name, said) in names[2..].iter().zip(["\"nobody-s\"", "\"t5\""]) {
        let error = load(name).err().unwrap();
        assert!(error.code() == 3 && error.to_string().contains(said), "{error}");
    }
    assert_eq!(names.len(), 4);
}
