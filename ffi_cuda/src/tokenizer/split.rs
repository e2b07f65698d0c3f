//! Pre-tokenisers: where byte-level BPE may not merge across.

use regex::Regex;

/// A model's way of splitting texts before merging, and what else its name stands for.
pub(super) struct Splitter {
    /// Each splits what those before it left.
    patterns: Vec<Regex>,
    /// The patterns have an alternative that takes white space up to a line break.
    takes_line_breaks: bool,
    /// A part that is a token as a whole is not taken apart.
    pub(super) whole_words: bool,
    /// A text begins with the begin token where the file does not say.
    pub(super) begins: bool,
    /// A text is brought into NFC first.
    pub(super) composes: bool,
}

const GPT2: &str = r"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+";
const LLAMA3: &str = r"(?:'[sS]|'[tT]|'[rR][eE]|'[vV][eE]|'[mM]|'[lL][lL]|'[dD])|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+";
const QWEN2: &str = r"(?:'[sS]|'[tT]|'[rR][eE]|'[vV][eE]|'[mM]|'[lL][lL]|'[dD])|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+";
const GPT4O: &str = r"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+(?:'[sS]|'[tT]|'[rR][eE]|'[vV][eE]|'[mM]|'[lL][lL]|'[dD])?|[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*(?:'[sS]|'[tT]|'[rR][eE]|'[vV][eE]|'[mM]|'[lL][lL]|'[dD])?|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+";
const TEKKEN: &str = r"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+|[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+";

const QWEN35: &str = r"(?:'[sS]|'[tT]|'[rR][eE]|'[vV][eE]|'[mM]|'[lL][lL]|'[dD])|[^\r\n\p{L}\p{N}]?[\p{L}\p{M}]+|\p{N}| ?[^\s\p{L}\p{M}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+";
const SEED_CODER: &str = r"(?:'[sS]|'[tT]|'[rR][eE]|'[vV][eE]|'[mM]|'[lL][lL]|'[dD])|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}\r\n]+|\s*[\r\n]+|\s+";
const BAILING: &str = r"'(?:[sSdDmMtT]|[lL][lL]|[vV][eE]|[rR][eE])|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]|\s+";
const DEEPSEEK3: &str = r##"[!"#$%&'()*+,\-./:;<=>?@\[\\\]^_`{|}~][A-Za-z]+|[^\r\n\p{L}\p{P}\p{S}]?[\p{L}\p{M}]+| ?[\p{P}\p{S}]+[\r\n]*|\s*[\r\n]+|\s+"##;
const SENTENCES: &str = " ?[^(\\s|.,!?\u{2026}\u{3002}\u{ff0c}\u{3001}\u{964}\u{6d4}\u{60c})]+";

const DEEPSEEK_V3: &[&str] =
    &[r"\p{N}{1,3}", "[\u{4e00}-\u{9fa5}\u{3040}-\u{309f}\u{30a0}-\u{30ff}]+", DEEPSEEK3];
const DEEPSEEK_CODER: &[&str] = &[
    r"[\r\n]",
    r"\s?\p{L}+",
    r"\s?\p{P}+",
    "[\u{4e00}-\u{9fa5}\u{800}-\u{4e00}\u{ac00}-\u{d7ff}]+",
    r"\p{N}",
];
const FALCON: &[&str] = &[r"[\p{P}$+<=>^~|`]+", GPT2, "[0-9][0-9][0-9]"];

const DIGIT: &[&str] = &[r"\p{N}", GPT2];
/// The patterns of llama.cpp where a file names none.
const UNNAMED: &[&str] = &[r"[\p{P}$+<=>^~|]+", GPT2, r"\p{N}+", "[0-9][0-9][0-9]"];

impl Splitter {
    /// The splitter with the name that `tokenizer.ggml.pre` gives, empty or "default" where it gives none; `None` where
    /// it is not known.
    pub(super) fn named(name: &str) -> Option<Self> {
        let (patterns, whole_words): (&[&str], bool) = match name {
            "" | "default" => (UNNAMED, false),
            "gpt-2" | "phi-2" | "olmo" | "mpt" | "jais" | "trillion" | "granite-docling" | "exaone4"
            | "gigachat" | "a.x-4.0" | "mellum" | "modern-bert" => (&[GPT2], false),
            "smollm" | "starcoder" | "refact" | "command-r" | "codeshell" | "exaone" | "minerva-7b" => {
                (DIGIT, false)
            }
            "llama-bpe" | "llama3" | "llama-v3" | "falcon3" | "falcon-h1" | "pixtral" | "midm-2.0"
            | "lfm2" => (&[LLAMA3], true),
            "glm4" => (&[LLAMA3], true),
            "dbrx" | "smaug-bpe" | "chatglm-bpe" => (&[LLAMA3], false),
            "qwen2" | "stablelm2" | "deepseek-r1-qwen" | "hunyuan" | "megrez" | "kormo" | "grok-2"
            | "solar-open" => (&[QWEN2], false),
            "qwen35" => (&[QWEN35], false),
            "gpt-4o" | "llama4" | "minimax-m2" => (&[GPT4O], false),
            "seed-coder" => (&[SEED_CODER], false),
            "bailingmoe" | "llada" => (&[BAILING], false),
            "deepseek-v3" | "hunyuan-dense" => (DEEPSEEK_V3, false),
            "deepseek-coder" => (DEEPSEEK_CODER, false),
            "falcon" => (FALCON, false),
            "poro-chat" | "bloom" | "gpt3-finnish" => (&[SENTENCES], false),
            "viking" => (&[SENTENCES, r"\p{N}"], false),
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
            begins: whole_words && name != "glm4",
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Each held against llama.cpp's tokens of the same text, with a vocabulary that shows where parts end.
    #[test]
    fn texts_are_split_as_llama_cpp_splits_them() {
        let text = "I'LL 12345  \n\n \u{4e2d}a1 foo-bar!!\r\n x\u{301}";
        for (name, expected) in [
            ("lfm2", "I~'LL~ ~123~45~  \n\n~ \u{4e2d}a~1~ foo~-bar~!!\r\n~ x~\u{301}"),
            ("exaone4", "I~'~LL~ 12345~  \n\n~ \u{4e2d}a~1~ foo~-~bar~!!~\r\n~ x~\u{301}"),
            ("solar-open", "I~'LL~ ~1~2~3~4~5~  \n\n~ \u{4e2d}a~1~ foo~-bar~!!\r\n~ x~\u{301}"),
            ("qwen35", "I~'LL~ ~1~2~3~4~5~  \n\n~ \u{4e2d}a~1~ foo~-bar~!!\r\n~ x\u{301}"),
            ("seed-coder", "I~'LL~ ~1~2~3~4~5~  \n\n~ \u{4e2d}a~1~ foo~-bar~!!~\r\n~ x~\u{301}"),
            ("bailingmoe", "I~'LL~ ~1~2~3~4~5~  \n\n~ \u{4e2d}a~1~ foo~-bar~!!\r\n~ x~\u{301}"),
            ("deepseek-v3", "I~'LL~ ~123~45~  \n\n~ ~\u{4e2d}~a~1~ foo~-bar~!!\r\n~ x\u{301}"),
            ("deepseek-coder", "I~'~LL~ ~1~2~3~4~5~  ~\n~\n~ ~\u{4e2d}~a~1~ foo~-~bar~!!~\r~\n~ x~\u{301}"),
            ("falcon", "I~'~LL~ ~123~45~  \n\n~ \u{4e2d}a~1~ foo~-~bar~!!~\r\n~ x~\u{301}"),
            ("bloom", "I'LL~ 12345~  \n\n~ \u{4e2d}a1~ foo-bar~!!\r\n~ x\u{301}"),
            ("viking", "I'LL~ ~1~2~3~4~5~  \n\n~ \u{4e2d}a~1~ foo-bar~!!\r\n~ x\u{301}"),
        ] {
            let mut parts = Vec::new();
            Splitter::named(name).unwrap().split(text, |part| parts.push(part));
            assert_eq!(parts.concat(), text);
            assert_eq!(parts.join("~"), expected, "{name}");
        }
    }
}
