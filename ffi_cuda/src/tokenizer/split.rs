//! Pre-tokenisers: where byte-level BPE may not merge across.

use regex::Regex;

/// How a model's texts are split before merging, and what else its name stands for.
pub(super) struct Splitter {
    pattern: Regex,
    /// Digits are split off one by one first.
    single_digits: bool,
    /// The pattern has an alternative that takes white space up to a line break.
    takes_line_breaks: bool,
    /// A part that is a token as a whole is not taken apart; and a text begins with the begin token where the
    /// file does not say.
    pub(super) whole_words: bool,
}

const GPT2: &str = r"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+";
const LLAMA3: &str = r"(?:'[sS]|'[tT]|'[rR][eE]|'[vV][eE]|'[mM]|'[lL][lL]|'[dD])|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+";
const QWEN2: &str = r"(?:'[sS]|'[tT]|'[rR][eE]|'[vV][eE]|'[mM]|'[lL][lL]|'[dD])|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+";
const GPT4O: &str = r"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+(?:'[sS]|'[tT]|'[rR][eE]|'[vV][eE]|'[mM]|'[lL][lL]|'[dD])?|[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*(?:'[sS]|'[tT]|'[rR][eE]|'[vV][eE]|'[mM]|'[lL][lL]|'[dD])?|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+";
const TEKKEN: &str = r"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+|[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+";

impl Splitter {
    /// The splitter with the name that `tokenizer.ggml.pre` gives; `None` where it is not known.
    pub(super) fn named(name: &str) -> Option<Self> {
        let (pattern, single_digits, whole_words) = match name {
            "gpt-2" | "phi-2" | "olmo" | "mpt" => (GPT2, false, false),
            "smollm" | "starcoder" | "refact" | "command-r" | "codeshell" | "exaone" | "minerva-7b" => {
                (GPT2, true, false)
            }
            "llama-bpe" | "llama3" | "llama-v3" | "falcon3" | "pixtral" => (LLAMA3, false, true),
            "dbrx" | "smaug-bpe" => (LLAMA3, false, false),
            "qwen2" | "stablelm2" | "deepseek-r1-qwen" | "hunyuan" | "megrez" => (QWEN2, false, false),
            "gpt-4o" | "llama4" => (GPT4O, false, false),
            "tekken" => (TEKKEN, false, true),
            _ => return None,
        };
        Some(Self {
            pattern: Regex::new(pattern).expect("a pattern of ours"),
            single_digits,
            takes_line_breaks: pattern != GPT2,
            whole_words,
        })
    }

    /// The parts of `text`, in order, without a gap.
    pub(super) fn split<'a>(&self, text: &'a str, mut each: impl FnMut(&'a str)) {
        if !self.single_digits {
            return self.split_run(text, &mut each);
        }
        let mut start = 0;
        for (at, digit) in text.char_indices().filter(|(_, character)| character.is_numeric()) {
            self.split_run(&text[start..at], &mut each);
            start = at + digit.len_utf8();
            each(&text[at..start]);
        }
        self.split_run(&text[start..], &mut each);
    }

    fn split_run<'a>(&self, text: &'a str, each: &mut impl FnMut(&'a str)) {
        let mut start = 0;
        while let Some(found) = self.pattern.find_at(text, start) {
            if found.start() > start {
                each(&text[start..found.start()]);
            }
            start = self.end(text, found.as_str(), found.end());
            each(&text[found.start()..start]);
        }
        if start < text.len() {
            each(&text[start..]);
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
