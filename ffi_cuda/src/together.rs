//! Several inferences of one model in one pass: the weights are read once for all.

use crate::{bridge::ffi, error::Result, inference::Inference, sampler::recent, session::Session};
use std::{sync::Arc, time::Instant};

/// What an inference made: its next token's text and index, none at its end.
type Made = Result<Option<(String, u32)>>;

/// Computes the next token of each of several inferences, none of them twice: the same tokens as alone. Those that have a
/// prompt to take in do so first, each by itself; the rest is one pass where the device can do that, and as alone where it
/// cannot. One that fails is no reason for another to fail.
pub fn next_tokens(inferences: &mut [&mut Inference]) -> Vec<Made> {
    let mut made: Vec<Option<Made>> = inferences.iter_mut().map(|inference| begin(inference)).collect();
    while let Some(first) = made.iter().position(Option::is_none) {
        let model = inferences[first].model.clone();
        let of_model = |inference: &Inference| Arc::ptr_eq(&inference.model, &model);
        let mut places = Vec::new();
        let mut members = Vec::new();
        for (place, inference) in inferences.iter_mut().enumerate() {
            if made[place].is_none() && of_model(inference) {
                places.push(place);
                members.push(&mut **inference);
            }
        }
        let of_members = match members.as_mut_slice() {
            [alone] => vec![alone.next_token()],
            members if ffi::device_computes_all(&model.device) => in_one_pass(members),
            members => members.iter_mut().map(|inference| inference.next_token()).collect(),
        };
        places.into_iter().zip(of_members).for_each(|(place, one)| made[place] = Some(one));
    }
    made.into_iter().flatten().collect()
}

/// Takes in all tokens but the last; what is made already where it has ended, or fails.
fn begin(inference: &mut Inference) -> Option<Made> {
    if inference.is_over() {
        return Some(Ok(None));
    }
    match inference.prefill(usize::MAX) {
        Err(error) => Some(Err(error)),
        Ok(_) if inference.is_over() => Some(Ok(None)),
        Ok(_) => None,
    }
}

fn in_one_pass(inferences: &mut [&mut Inference]) -> Vec<Made> {
    let started = Instant::now();
    let mut sessions: Vec<(&mut Session, u32)> = inferences
        .iter_mut()
        .map(|inference| {
            let token = inference.tokens[inference.fed];
            (&mut inference.session, token)
        })
        .collect();
    let mut logits = match Session::feed_together(&mut sessions) {
        Ok(logits) => logits,
        Err(error) => {
            let fail = |inference: &mut &mut Inference| inference.settle(Err(error.clone())).map(|()| None);
            return inferences.iter_mut().map(fail).collect();
        }
    };
    let seconds = started.elapsed().as_secs_f64();
    let size = logits.len() / inferences.len();
    let rows = logits.chunks_exact_mut(size);
    inferences.iter_mut().zip(rows).map(|(inference, row)| choose(inference, row, seconds)).collect()
}

fn choose(inference: &mut Inference, logits: &mut [f32], seconds: f64) -> Made {
    inference.statistics.generation_seconds += seconds;
    let recent = recent(&inference.options, &inference.tokens);
    let sampler = inference.sampler;
    let how = inference.sampler.next(&inference.options);
    match inference.choose_of(logits, &how, &recent) {
        Ok(made) => {
            inference.settle(Ok(()))?;
            inference.add(made)
        }
        Err(error) => {
            inference.sampler = sampler;
            inference.settle(Err(error)).map(|()| None)
        }
    }
}
