//! The choice of tokens by logits, on the CPU reference, against closed forms. What a GPU's kernels choose is held
//! against this one, and this one against a plain computation, in `cuda/check/sampling_checks.cpp`.

use ffi_cuda::{Options, Result};

fn choose(logits: &[f32], options: &Options, tokens: &[u32], draw: f64) -> Result<u32> {
    ffi_cuda::testing::sample(-1, logits, options, tokens, draw)
}

fn at(temperature: f64) -> Options {
    Options { temperature, ..Options::default() }
}

fn logarithms(probabilities: &[f32]) -> Vec<f32> {
    probabilities.iter().map(|p| p.ln()).collect()
}

const DRAWS: usize = 4000;

/// Part of the draws, which are spread evenly, in which each of the tokens comes.
fn shares(logits: &[f32], options: &Options, tokens: &[u32]) -> Vec<f64> {
    let mut counts = vec![0.0; logits.len()];
    for i in 0..DRAWS {
        let draw = (i as f64 + 0.5) / DRAWS as f64;
        counts[choose(logits, options, tokens, draw).unwrap() as usize] += 1.0 / DRAWS as f64;
    }
    counts
}

fn near(actual: &[f64], expected: &[f64]) {
    for (a, e) in actual.iter().zip(expected) {
        assert!((a - e).abs() < 2.0 / DRAWS as f64, "{actual:?} and not {expected:?}");
    }
}

#[test]
fn tokens_come_as_often_as_softmax_says() {
    let logits = logarithms(&[0.5, 0.3, 0.2]);
    near(&shares(&logits, &at(1.0), &[]), &[0.5, 0.3, 0.2]);
    // At temperature 1/2 probabilities are squared and made to add up again.
    near(&shares(&logits, &at(0.5), &[]), &[0.25 / 0.38, 0.09 / 0.38, 0.04 / 0.38]);
    // At 2 they are their roots.
    let roots = [0.5f64.sqrt(), 0.3f64.sqrt(), 0.2f64.sqrt()];
    near(&shares(&logits, &at(2.0), &[]), &roots.map(|root| root / roots.iter().sum::<f64>()));
}

#[test]
fn the_filters_leave_out_the_unlikely() {
    let logits = logarithms(&[0.1, 0.4, 0.3, 0.2]);
    let two = [0.0, 4.0 / 7.0, 3.0 / 7.0, 0.0];
    let three = [0.0, 4.0 / 9.0, 3.0 / 9.0, 2.0 / 9.0];
    near(&shares(&logits, &Options { top_k: 2, ..at(1.0) }, &[]), &two);
    near(&shares(&logits, &Options { top_p: 0.65, ..at(1.0) }, &[]), &two);
    near(&shares(&logits, &Options { min_p: 0.45, ..at(1.0) }, &[]), &three);
    // top_p is of what top_k leaves: 0.4 of 0.9 is not yet half of it, 0.7 is more than three quarters.
    near(&shares(&logits, &Options { top_k: 3, top_p: 0.75, ..at(1.0) }, &[]), &two);
    near(&shares(&logits, &Options { top_k: 3, top_p: 0.8, ..at(1.0) }, &[]), &three);
    // Before the temperature: probabilities are squared only of those that are left.
    let squared = [0.0, 0.16 / 0.29, 0.09 / 0.29, 0.04 / 0.29];
    near(&shares(&logits, &Options { top_p: 0.85, ..at(0.5) }, &[]), &squared);
    near(&shares(&logits, &Options { top_k: 4, min_p: 0.45, ..at(0.5) }, &[]), &squared);
}

#[test]
fn of_equals_the_first_are_left() {
    let equal = vec![0.25f32; 1000];
    for (options, left) in [
        (Options { top_k: 3, ..at(1.0) }, 3),
        (Options { top_p: 0.5, ..at(1.0) }, 500),
        (Options { top_p: 0.5005, ..at(0.7) }, 501),
        (Options { top_p: 1e-9, ..at(2.0) }, 1),
        (Options { top_k: 100, top_p: 0.0999, ..at(1.0) }, 10),
        (Options { top_k: u32::MAX, top_p: 0.999_999_9, ..at(1.0) }, 1000),
    ] {
        assert_eq!(choose(&equal, &options, &[], 0.0).unwrap(), 0);
        assert_eq!(choose(&equal, &options, &[], 1.0 - f64::EPSILON).unwrap(), left - 1, "{options:?}");
        assert_eq!(choose(&equal, &options, &[], 0.5).unwrap(), left / 2);
    }
    // Both zeros are equal.
    let zeros = [-1.0, -0.0, 0.0, -0.0];
    assert_eq!(choose(&zeros, &Options { top_k: 2, ..at(1.0) }, &[], 0.75).unwrap(), 2);
    assert_eq!(choose(&zeros, &at(0.0), &[], 0.0).unwrap(), 1);
}

#[test]
fn greedy_takes_the_first_of_the_largest_and_penalties_move_it() {
    let twice = Options { repeat_penalty: 2.0, ..at(0.0) };
    let logits = [1.0, 3.0, 3.0, -1.0];
    assert_eq!(choose(&logits, &twice, &[], 0.0).unwrap(), 1);
    assert_eq!(choose(&logits, &twice, &[1], 0.0).unwrap(), 2);
    assert_eq!(choose(&[-1.0, -1.5], &twice, &[0], 0.0).unwrap(), 1);
    let error = choose(&[0.0, f32::NAN], &twice, &[], 0.0).unwrap_err();
    assert!(error.code() == 4 && error.to_string().contains("token 1"), "{error}");
}

#[test]
fn a_penalty_is_for_each_recent_token_once() {
    let options = Options { repeat_penalty: 2.0, repeat_last: 3, ..at(1.0) };
    let logits = [2.0f32, 2.0, -2.0, 2.0];
    // The first token is too long ago; the next ones come twice and count once.
    let shifted = [2.0f64, 1.0, -4.0, 2.0].map(f64::exp);
    let expected = shifted.map(|weight| weight / shifted.iter().sum::<f64>());
    near(&shares(&logits, &options, &[0, 1, 1, 2]), &expected);
    // Below 1 it is the other way round.
    let options = Options { repeat_penalty: 0.5, top_k: 1, ..options };
    assert_eq!(choose(&logits, &options, &[3, 1], 0.5).unwrap(), 1);
}

#[test]
fn penalties_make_nothing_infinite_and_hide_nothing() {
    let options = Options { repeat_penalty: 1e-3, ..at(1.0) };
    let logits = [3e38f32, 0.0, -3e38];
    assert_eq!(choose(&logits, &options, &[0], 0.9).unwrap(), 0);
    assert_eq!(
        choose(&[-3e38f32, -1.0], &Options { repeat_penalty: 100.0, ..at(1.0) }, &[0], 0.9).unwrap(),
        1
    );
    for odd in [f32::NAN, f32::INFINITY, f32::NEG_INFINITY] {
        for options in [
            options.clone(),
            Options { top_k: 1, ..options.clone() },
            Options { top_p: 0.5, ..options.clone() },
        ] {
            let error = choose(&[1.0, 2.0, odd, odd], &options, &[2, 3], 0.5).unwrap_err();
            assert!(error.code() == 4 && error.to_string().contains("token 2"), "{error}");
        }
    }
}

#[test]
fn very_different_logits_and_tiny_temperatures_are_no_trouble() {
    for draw in [0.0, 0.5, 1.0 - f64::EPSILON] {
        assert_eq!(choose(&[-3e38, 3e38, 0.0], &at(1e-300), &[], draw).unwrap(), 1);
        assert_eq!(choose(&[-3e38, 3e38], &at(2.0), &[], draw).unwrap(), 1);
        let all = Options { top_k: 2, top_p: 0.999, min_p: 1e-300, ..at(2.0) };
        assert_eq!(choose(&[-3e38, 3e38], &all, &[], draw).unwrap(), 1);
    }
}
