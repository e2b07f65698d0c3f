//! How a pattern is to be compiled.

use crate::{Error, Result, compile::DEEPEST};
use regex::{RegexBuilder, RegexSetBuilder};
use serde::Deserialize;

/// The keys of `options_json`; an unknown key is an error that names it.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Options {
    case_insensitive: Option<bool>,
    multi_line: Option<bool>,
    dot_matches_new_line: Option<bool>,
    crlf: Option<bool>,
    swap_greed: Option<bool>,
    ignore_whitespace: Option<bool>,
    unicode: Option<bool>,
    octal: Option<bool>,
    size_limit: Option<usize>,
    dfa_size_limit: Option<usize>,
    nest_limit: Option<u32>,
}

impl Options {
    pub fn parse(json: &str) -> Result<Self> {
        let options: Self = serde_json::from_str(json)?;
        match options.nest_limit {
            Some(levels) if levels > DEEPEST => Err(Error::NestLimit(levels)),
            _ => Ok(options),
        }
    }

    pub fn nest_limit(&self) -> Option<u32> {
        self.nest_limit
    }
}

macro_rules! apply {
    ($($function:ident on $builder:ty;)*) => {
        impl Options {$(
            pub fn $function(&self, builder: &mut $builder) {
                self.case_insensitive.map(|on| builder.case_insensitive(on));
                self.multi_line.map(|on| builder.multi_line(on));
                self.dot_matches_new_line.map(|on| builder.dot_matches_new_line(on));
                self.crlf.map(|on| builder.crlf(on));
                self.swap_greed.map(|on| builder.swap_greed(on));
                self.ignore_whitespace.map(|on| builder.ignore_whitespace(on));
                self.unicode.map(|on| builder.unicode(on));
                self.octal.map(|on| builder.octal(on));
                self.size_limit.map(|bytes| builder.size_limit(bytes));
                self.dfa_size_limit.map(|bytes| builder.dfa_size_limit(bytes));
                self.nest_limit.map(|depth| builder.nest_limit(depth));
            }
        )*}
    };
}

// The crate has two builders with the same methods and no trait over them.
apply! {
    to_pattern on RegexBuilder;
    to_set on RegexSetBuilder;
}
