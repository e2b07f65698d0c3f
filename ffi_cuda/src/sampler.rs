//! Sampling of the next token.

use crate::{bridge::ffi, options::Options};

/// Draws a number for each token, from a generator of its own.
#[derive(Clone, Copy)]
pub(crate) struct Sampler {
    state: u64,
}

impl Sampler {
    /// Begins with a seed, or goes on from a state.
    pub(crate) fn new(state: u64) -> Self {
        Self { state }
    }

    pub(crate) fn state(self) -> u64 {
        self.state
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
    pub(crate) fn next(&mut self, options: &Options) -> ffi::SamplingOptions {
        let draw = if options.temperature == 0.0 { 0.0 } else { self.draw() };
        sampling_options(options, draw)
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

/// Of a text's tokens those that the penalty is for, each once.
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
        let mut sampler = Sampler::new(1_234_567);
        for expected in [6_457_827_717_110_365_317u64, 3_203_168_211_198_807_973] {
            assert_eq!(sampler.draw(), (expected >> 11) as f64 / (1u64 << 53) as f64);
        }
    }
}
