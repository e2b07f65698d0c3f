//! Sampling of the next token.

use crate::{bridge::ffi, options::Options};

/// Draws a number for each token, from a generator of its own.
pub(crate) struct Sampler {
    options: Options,
    state: u64,
}

impl Sampler {
    pub(crate) fn new(options: &Options) -> Self {
        Self { options: options.clone(), state: options.seed }
    }

    /// SplitMix64 (Steele, Lea and Flood 2014), the upper 53 bits as a number in [0, 1).
    fn draw(&mut self) -> f64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) >> 11) as f64 / (1u64 << 53) as f64
    }

    /// Parameters of the choice of the next token.
    pub(crate) fn next(&mut self) -> ffi::SamplingOptions {
        let draw = if self.options.temperature == 0.0 { 0.0 } else { self.draw() };
        sampling_options(&self.options, draw)
    }

    /// Of a text's tokens those that the penalty is for, each once.
    pub(crate) fn recent(&self, tokens: &[u32]) -> Vec<u32> {
        recent(&self.options, tokens)
    }
}

pub(crate) fn sampling_options(options: &Options, draw: f64) -> ffi::SamplingOptions {
    ffi::SamplingOptions {
        temperature: options.temperature,
        top_k: options.top_k,
        top_p: options.top_p,
        min_p: options.min_p,
        repeat_penalty: options.repeat_penalty as f32,
        draw,
    }
}

pub(crate) fn recent(options: &Options, tokens: &[u32]) -> Vec<u32> {
    if options.repeat_penalty == 1.0 {
        return Vec::new();
    }
    let mut tokens = tokens[tokens.len().saturating_sub(options.repeat_last as usize)..].to_vec();
    tokens.sort_unstable();
    tokens.dedup();
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_generator_is_splitmix64() {
        // The first outputs for seed 1234567, as published with the algorithm.
        let mut sampler = Sampler::new(&Options { seed: 1_234_567, ..Options::default() });
        for expected in [6_457_827_717_110_365_317u64, 3_203_168_211_198_807_973] {
            assert_eq!(sampler.draw(), (expected >> 11) as f64 / (1u64 << 53) as f64);
        }
    }
}
