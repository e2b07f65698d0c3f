//! Pre-tokenisers: where byte-level BPE may not merge across.

use regex::Regex;

/// A model's way of splitting texts before merging, and what else its name stands for.
pub(super) struct Splitter {
    /// Each splits what those before it left.
    patterns: Vec<Regex>,
    /// The patterns have an alternative that takes white space up to a line break.
    takes_line_breaks: bool,
    /// A part that is a token as a whole is not taken apart; and a text begins with the begin token where the
    /// file does not say.
    pub(super) whole_words: bool,
    /// A text is brought into NFC first.
    pub(super) composes: bool,
}

const GPT2: &str = r"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+";
const LLAMA3: &str = r"(?:'[sS]|'[tT]|'[rR][eE]|'[vV][eE]|'[mM]|'[lL][lL]|'[dD])|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+";
const QWEN2: &str = r"(?:'[sS]|'[tT]|'[rR][eE]|'[vV][eE]|'[mM]|'[lL][lL]|'[dD])|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+";
const GPT4O: &str = r"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+(?:'[sS]|'[tT]|'[rR][eE]|'[vV][eE]|'[mM]|'[lL][lL]|'[dD])?|[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*(?:'[sS]|'[tT]|'[rR][eE]|'[vV][eE]|'[mM]|'[lL][lL]|'[dD])?|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+";
const TEKKEN: &str = r"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+|[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+";

const DIGIT: &[&str] = &[r"\p{N}", GPT2];
/// The patterns of llama.cpp where a file names none.
const UNNAMED: &[&str] = &[r"[\p{P}$+<=>^~|]+", GPT2, r"\p{N}+", "[0-9][0-9][0-9]"];

impl Splitter {
    /// The splitter with the name that `tokenizer.ggml.pre` gives, empty or "default" where it gives none; `None` where
    /// it is not known.
    pub(super) fn named(name: &str) -> Option<Self> {
        let (patterns, whole_words): (&[&str], bool) = match name {
            "" | "default" => (UNNAMED, false),
            "gpt-2" | "phi-2" | "olmo" | "mpt" => (&[GPT2], false),
            "smollm" | "starcoder" | "refact" | "command-r" | "codeshell" | "exaone" | "minerva-7b" => {
                (DIGIT, false)
            }
            "llama-bpe" | "llama3" | "llama-v3" | "falcon3" | "pixtral" => (&[LLAMA3], true),
            "dbrx" | "smaug-bpe" => (&[LLAMA3], false),
            "qwen2" | "stablelm2" | "deepseek-r1-qwen" | "hunyuan" | "megrez" => (&[QWEN2], false),
            "gpt-4o" | "llama4" => (&[GPT4O], false),
            "tekken" => (&[TEKKEN], true),
            _ => return None,
        };
        Some(Self {
            takes_line_breaks: !patterns.contains(&GPT2),
            patterns: patterns
                .iter()
                .map(|pattern| Regex::new(pattern).expect("a pattern of ours"))
                .collect(),
            whole_words,
            composes: name == "qwen2",
        })
    }

    /// The parts of `text`, in order, without a gap.
    pub(super) fn split<'a>(&self, text: &'a str, mut each: impl FnMut(&'a str)) {
        self.split_with(&self.patterns, text, &mut each);
    }

    fn split_with<'a>(&self, patterns: &[Regex], text: &'a str, each: &mut dyn FnMut(&'a str)) {
        let Some((pattern, others)) = patterns.split_first() else { return each(text) };
        let mut start = 0;
        while let Some(found) = pattern.find_at(text, start) {
            if found.start() > start {
                self.split_with(others, &text[start..found.start()], each);
            }
            start = self.end(text, found.as_str(), found.end());
            self.split_with(others, &text[found.start()..start], each);
        }
        if start < text.len() {
            self.split_with(others, &text[start..], each);
        }
    }

    /// The original patterns have `\s+(?!\S)` before `\s+`: of several white-space characters before a word,
    /// the last belongs to the word.
    fn end(&self, text: &str, part: &str, end: usize) -> usize {
        let mut backwards = part.chars().rev();
        let Some(last) = backwards.next() else { return end };
        let leave = end < text.len()
            && backwards.next().is_some()
            && part.chars().all(char::is_whitespace)
            && !(self.takes_line_breaks && matches!(last, '\r' | '\n'));
        if leave { end - last.len_utf8() } else { end }
    }
}
