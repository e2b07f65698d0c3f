//! Tokens that end a generation: those that a file names, and those that are known by their texts.

use super::vocabulary::{Kind, Vocabulary};

/// Tokens that model families write at the end of a turn or a text; the same as llama.cpp knows, and CodeLlama's.
const ENDS: &[&str] = &[
    "<|eot_id|>",
    "<|im_end|>",
    "<|end|>",
    "<|return|>",
    "<|call|>",
    "<|flush|>",
    "<|calls|>",
    "<end_of_turn>",
    "<|endoftext|>",
    "</s>",
    "<|eom_id|>",
    "<EOT>",
    "_<EOT>",
    "\u{2581}<EOT>",
    "[EOT]",
    "[EOS]",
    "<|end_of_text|>",
    "<end_of_utterance>",
    "<eos>",
    "<turn|>",
    "<|tool_response>",
    "<\u{ff5c}end\u{2581}of\u{2581}sentence\u{ff5c}>",
    "[e~[",
];

/// Tokens that models of code write around files: after these comes another one.
const FILE_BOUNDARIES: &[&str] = &[
    "<|fim_pad|>",
    "<fim-pad>",
    "<fim_pad>",
    "<PAD>",
    "[PAD]",
    "<|fim_repo|>",
    "<|repo_name|>",
    "<fim-repo>",
    "<REPO>",
    "<reponame>",
    "<|file_sep|>",
];

/// The tokens that end a generation, beside those that the file `named`. Files list some of them as plain text: they
/// become control tokens, and a warning says so.
pub(super) fn find(vocabulary: &mut Vocabulary, named: Vec<u32>, warnings: &mut Vec<String>) -> Vec<u32> {
    let mut ends = named;
    for text in ENDS.iter().chain(FILE_BOUNDARIES) {
        let Some(id) = vocabulary.id_of_listed(text) else { continue };
        ends.push(id);
        if vocabulary.kind(id) != Kind::Control {
            warnings
                .push(format!("token {id} ({text}) is not listed as a control token, and is taken for one"));
            vocabulary.set_kind(id, Kind::Control);
        }
    }
    take_out_middles(vocabulary, &mut ends);
    ends
}

/// Two families write `<|end|>` and `</s>` in the middle of their turns; other tokens tell them.
fn take_out_middles(vocabulary: &mut Vocabulary, ends: &mut Vec<u32>) {
    let has = |vocabulary: &Vocabulary, text: &str| vocabulary.id_of_listed(text).is_some();
    let calls = has(vocabulary, "<|call|>") || has(vocabulary, "<|calls|>");
    let harmony = calls && (has(vocabulary, "<|return|>") || has(vocabulary, "<|flush|>"));
    let responds = has(vocabulary, "<|tool_response>");
    for (applies, text, kind) in [(harmony, "<|end|>", Kind::UserDefined), (responds, "</s>", Kind::Normal)] {
        if let Some(id) = vocabulary.id_of_listed(text).filter(|_| applies) {
            ends.retain(|&end| end != id);
            vocabulary.set_kind(id, kind);
        }
    }
}
