//! Which token comes next.

use crate::error::{CudaError, Result};

/// How a token is chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Sampling {
    /// 0 takes the likeliest; the higher, the more the unlikely gets its chance.
    pub temperature: f64,
    /// Only the likeliest so many; 0 for all.
    pub top_k: usize,
    /// Only the likeliest that together have this probability; 1 for all.
    pub top_p: f64,
    /// Only those with at least this part of the likeliest one's probability; 0 for all.
    pub min_p: f64,
    /// What the logits of recent tokens are divided by (positive) or multiplied with (negative); 1 for nothing.
    pub repeat_penalty: f64,
    /// How many tokens are recent.
    pub repeat_last: usize,
}

/// A choice that a device can make: among all tokens with at least `least` times the largest one's probability.
pub(crate) struct Choice {
    pub(crate) temperature: f64,
    pub(crate) least: f64,
    /// In [0, 1).
    pub(crate) draw: f64,
}

/// Chooses tokens, with one draw each from a generator of its own.
pub(crate) struct Sampler {
    sampling: Sampling,
    state: u64,
}

impl Sampler {
    pub(crate) fn new(sampling: Sampling, seed: u64) -> Self {
        Self { sampling, state: seed }
    }

    /// SplitMix64 (Steele, Lea and Flood 2014), the upper 53 bits as a number in [0, 1).
    fn draw(&mut self) -> f64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) >> 11) as f64 / (1u64 << 53) as f64
    }

    /// How the next token is chosen, where no order of all logits and none of the recent tokens is needed for it.
    pub(crate) fn plain_choice(&mut self) -> Option<Choice> {
        let Sampling { temperature, top_k, top_p, min_p, repeat_penalty, .. } = self.sampling;
        let plain = repeat_penalty == 1.0 && (temperature == 0.0 || top_k == 0 && top_p == 1.0);
        plain.then(|| Choice {
            temperature,
            least: min_p,
            draw: if temperature == 0.0 { 0.0 } else { self.draw() },
        })
    }

    /// The next token after `recent` ones.
    pub(crate) fn choose(&mut self, mut logits: Vec<f32>, recent: &[u32]) -> Result<u32> {
        if let Some(id) = logits.iter().position(|logit| !logit.is_finite()) {
            return Err(CudaError::InferenceFailed(format!("the logit of token {id} is {}", logits[id])));
        }
        self.penalise(&mut logits, recent);
        if self.sampling.temperature == 0.0 {
            return Ok(likeliest(&logits));
        }
        let candidates = self.candidates(&logits);
        let mut left = self.draw() * candidates.iter().map(|&(_, weight)| weight).sum::<f64>();
        for &(id, weight) in &candidates {
            left -= weight;
            if left < 0.0 {
                return Ok(id);
            }
        }
        Ok(candidates.last().map_or(0, |&(id, _)| id))
    }

    fn penalise(&self, logits: &mut [f32], recent: &[u32]) {
        let penalty = self.sampling.repeat_penalty as f32;
        if penalty == 1.0 {
            return;
        }
        let mut tokens = recent[recent.len().saturating_sub(self.sampling.repeat_last)..].to_vec();
        tokens.sort_unstable();
        tokens.dedup();
        for token in tokens {
            if let Some(logit) = logits.get_mut(token as usize) {
                *logit = if *logit > 0.0 { *logit / penalty } else { *logit * penalty };
            }
        }
    }

    /// The tokens that are left, with weights in proportion to their probabilities at the temperature.
    fn candidates(&self, logits: &[f32]) -> Vec<(u32, f64)> {
        let largest = f64::from(logits[likeliest(logits) as usize]);
        let Sampling { temperature, top_k, top_p, min_p, .. } = self.sampling;
        let mut all: Vec<(u32, f64)> =
            (0..).zip(logits).map(|(id, &logit)| (id, (f64::from(logit) - largest).exp())).collect();
        if top_k > 0 || top_p < 1.0 {
            // Stable: of equals, the lower number first.
            all.sort_by(|a, b| b.1.total_cmp(&a.1));
        }
        if top_k > 0 {
            all.truncate(top_k);
        }
        if top_p < 1.0 {
            let sum: f64 = all.iter().map(|one| one.1).sum();
            let mut before = 0.0;
            let count = all.iter().take_while(|one| {
                let keep = before < top_p * sum;
                before += one.1;
                keep
            });
            let count = count.count().max(1);
            all.truncate(count);
        }
        all.retain(|one| one.1 >= min_p);
        all.iter().map(|&(id, weight)| (id, (weight.ln() / temperature).exp())).collect()
    }
}

fn likeliest(logits: &[f32]) -> u32 {
    let mut best = 0;
    for (id, logit) in logits.iter().enumerate() {
        if *logit > logits[best] {
            best = id;
        }
    }
    best as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sampling(temperature: f64) -> Sampling {
        Sampling { temperature, top_k: 0, top_p: 1.0, min_p: 0.0, repeat_penalty: 1.0, repeat_last: 64 }
    }

    /// How often each of the tokens comes in 40,000 draws.
    fn shares(sampling: Sampling, logits: &[f32]) -> Vec<f64> {
        let mut sampler = Sampler::new(sampling, 7);
        let mut counts = vec![0.0; logits.len()];
        for _ in 0..40_000 {
            counts[sampler.choose(logits.to_vec(), &[]).unwrap() as usize] += 1.0 / 40_000.0;
        }
        counts
    }

    fn near(actual: &[f64], expected: &[f64]) {
        // 40,000 draws of probability p stray by sqrt(p(1-p)/40000), at most 0.0025.
        for (a, e) in actual.iter().zip(expected) {
            assert!((a - e).abs() < 0.0125, "{actual:?} and not {expected:?}");
        }
    }

    #[test]
    fn the_generator_is_splitmix64() {
        // The first outputs for seed 1234567, as published with the algorithm.
        let mut sampler = Sampler::new(sampling(1.0), 1_234_567);
        for expected in [6_457_827_717_110_365_317u64, 3_203_168_211_198_807_973] {
            assert_eq!(sampler.draw(), (expected >> 11) as f64 / (1u64 << 53) as f64);
        }
    }

    #[test]
    fn tokens_come_as_often_as_softmax_says() {
        let logits: Vec<f32> = [0.5f32, 0.3, 0.2].iter().map(|p| p.ln()).collect();
        near(&shares(sampling(1.0), &logits), &[0.5, 0.3, 0.2]);
        // At temperature 1/2 probabilities are squared and made to add up again.
        near(&shares(sampling(0.5), &logits), &[0.25 / 0.38, 0.09 / 0.38, 0.04 / 0.38]);
    }

    #[test]
    fn the_filters_leave_out_the_unlikely() {
        let logits: Vec<f32> = [0.1f32, 0.4, 0.3, 0.2].iter().map(|p| p.ln()).collect();
        near(&shares(Sampling { top_k: 2, ..sampling(1.0) }, &logits), &[0.0, 4.0 / 7.0, 3.0 / 7.0, 0.0]);
        near(&shares(Sampling { top_p: 0.65, ..sampling(1.0) }, &logits), &[0.0, 4.0 / 7.0, 3.0 / 7.0, 0.0]);
        near(
            &shares(Sampling { min_p: 0.45, ..sampling(1.0) }, &logits),
            &[0.0, 4.0 / 9.0, 3.0 / 9.0, 2.0 / 9.0],
        );
    }

    #[test]
    fn greedy_takes_the_first_of_the_largest_and_penalties_move_it() {
        let mut sampler = Sampler::new(Sampling { repeat_penalty: 2.0, ..sampling(0.0) }, 1);
        let logits = vec![1.0, 3.0, 3.0, -1.0];
        assert_eq!(sampler.choose(logits.clone(), &[]).unwrap(), 1);
        assert_eq!(sampler.choose(logits.clone(), &[1]).unwrap(), 2);
        assert_eq!(sampler.choose(vec![-1.0, -1.5], &[0]).unwrap(), 1);
        let error = sampler.choose(vec![0.0, f32::NAN], &[]).unwrap_err();
        assert_eq!(error.code(), 4);
    }

    #[test]
    fn very_different_logits_and_tiny_temperatures_are_no_trouble() {
        let mut sampler = Sampler::new(sampling(1e-300), 1);
        assert_eq!(sampler.choose(vec![-3e38, 3e38, 0.0], &[]).unwrap(), 1);
        let mut sampler = Sampler::new(sampling(2.0), 1);
        assert_eq!(sampler.choose(vec![-3e38, 3e38], &[]).unwrap(), 1);
    }
}
