//! The tokenizers against PyPI's `tokenizers` and `sentencepiece`.

mod common;

use ffi_cuda::Context;
use std::fs;

#[test]
fn ids_and_texts_are_those_of_the_original_libraries() {
    let (folder, names) = common::script("tokens.py", &[]);
    let context = Context::new(-1).unwrap();
    let mut strings = 0;
    for name in names.lines() {
        let path = folder.path().join(name);
        let model = context.load_model(&format!("{}.gguf", path.display())).unwrap();
        let tokenizer = model.tokenizer().unwrap();
        let json = fs::read_to_string(format!("{}.json", path.display())).unwrap();
        let cases: Vec<(String, Vec<u32>)> = serde_json::from_str(&json).unwrap();
        let mut wrong = Vec::new();
        for (text, expected) in &cases {
            let actual = tokenizer.encode(text, true);
            if actual != *expected {
                wrong.push(format!("{text:?}\n  {actual:?}\n  {expected:?}"));
            } else if !text.contains("<|") && tokenizer.decode(&actual) != text.as_bytes() {
                wrong.push(format!(
                    "{text:?} comes back as {:?}",
                    String::from_utf8_lossy(&tokenizer.decode(&actual))
                ));
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
