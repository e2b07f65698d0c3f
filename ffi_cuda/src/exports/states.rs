//! Inferences as states: forward and back, copied, kept in files, and what other threads see of them.

use crate::{
    error::{CudaError, Result},
    exports::inference::{InferenceObject, adopt, adopt_child, inside},
    inference::Inference,
    model::Model,
    together,
};
use ffi_core::{Borrowed, Handle, Text, export, ffi_struct, memory};

/// The most inferences that one call goes on with.
const MOST_TOGETHER: usize = 4096;

/// How much of its text an inference has taken in.
#[ffi_struct]
pub struct InferenceProgress {
    /// Tokens that were taken in, of those given and made.
    pub taken_in: i64,
    /// Tokens given and made.
    pub total: i64,
}

/// Takes in up to `most` (at least 1) of the tokens that an inference was given, without making one, and returns how many
/// are left: 0 where the next token follows at once. The last token is not taken in before, for the next one is made with
/// it. A prompt in steps shows how far it is, and ends where the host stops calling; and what several inferences have in
/// common is taken in once, by one that `rt_cuda_inference_fork` then copies. -1 on failure.
#[export(blocks, heavy, fail = -1)]
fn rt_cuda_inference_prefill(inference: &InferenceObject, most: i64) -> Result<i64> {
    let most = usize::try_from(most)
        .ok()
        .filter(|&most| most > 0)
        .ok_or_else(|| CudaError::parameter(format!("`most` is {most}, and must be at least 1")))?;
    inside(inference)?.prefill(most).map(|left| left as i64)
}

/// Computes the next token of each of several inferences (1 to 4096, none twice), as `rt_cuda_inference_next_token` does for
/// one, and returns what each adds to its text, in their order. Those of one model go through it together: on the CPU (-1)
/// its weights are read once for all of them, so that each costs a part of what it costs alone; on a GPU they follow each
/// other. Each says what it would say alone, to the bit. Inferences may be at different places, join from call to call,
/// and leave; one that has tokens to take in takes them in first, by itself (`rt_cuda_inference_prefill` does it in steps).
/// What one adds is `""` where it has ended before, where it completes no character, and where it fails, of which the others
/// know nothing: `rt_cuda_inference_end_reason` tells each's end, and `rt_cuda_inference_last_token` each's token. The call
/// fails, and none goes on, where one of the handles is no inference's, is there twice, or is used by another thread.
#[export(blocks, heavy, handles(inferences = "cuda inference"))]
fn rt_cuda_inference_next_tokens(inferences: &[i64]) -> Result<Vec<Text>> {
    if !(1..=MOST_TOGETHER).contains(&inferences.len()) {
        return Err(CudaError::parameter(format!(
            "`inferences` has {} handles, and must have 1 to {MOST_TOGETHER}",
            inferences.len()
        )));
    }
    let mut sorted = inferences.to_vec();
    sorted.sort_unstable();
    if let Some(twice) = sorted.windows(2).find(|pair| pair[0] == pair[1]) {
        return Err(CudaError::parameter(format!("`inferences` has {} twice", twice[0])));
    }
    let objects = inferences
        .iter()
        .map(|&handle| Ok(Handle::<InferenceObject>::new(handle, "inferences").get()?))
        .collect::<Result<Vec<_>>>()?;
    let mut locked = objects.iter().map(|object| inside(object)).collect::<Result<Vec<_>>>()?;
    memory::require(size_of::<Text>() * inferences.len());
    let mut members: Vec<&mut Inference> = locked.iter_mut().map(|inference| &mut **inference).collect();
    let made = together::next_tokens(&mut members);
    Ok(made
        .into_iter()
        .map(|one| one.ok().flatten().map_or_else(|| Text::new(""), |(text, _)| Text::new(&text)))
        .collect())
}

/// Returns how far an inference is; also while another thread is inside, where a prompt's tokens count as they are taken
/// in, up to 128 at a time.
#[export]
fn rt_cuda_inference_progress(inference: &InferenceObject) -> Result<InferenceProgress> {
    let (taken_in, total) = inference.progress.get();
    Ok(InferenceProgress { taken_in: taken_in.into(), total: total.into() })
}

/// Ends an inference from any thread: a call that is inside ends without a token, after the layer that it is at, or with
/// its token where that is at hand; later calls make none. What was taken in stays so: `rt_cuda_inference_feed`, without
/// tokens too, goes on from there, with the same tokens as if nothing had been.
#[export]
fn rt_cuda_inference_cancel(inference: &InferenceObject) -> Result<()> {
    inference.progress.cancel();
    Ok(())
}

/// Makes a second inference at the same place of the same text, with the same options and random numbers: without another
/// seed (`rt_cuda_inference_set_options`) it says the same. Each then goes on by itself. It takes as much of the device's
/// memory as the first.
#[export(blocks, heavy)]
fn rt_cuda_inference_fork(inference: &InferenceObject) -> Result<Borrowed<InferenceObject>> {
    let fork = inside(inference)?.fork()?;
    adopt_child(&inference.family, inference.vocabulary, fork)
}

/// Forgets all tokens of an inference but the first `tokens` (1 to all) of those given and made. It goes on from there;
/// one that has ended does with `rt_cuda_inference_feed`. A chat whose next prompt begins as the last one did
/// (`rt_cuda_inference_tokens`) takes in what is new alone. What was counted stays counted, and text that was held back
/// is lost.
#[export(blocks)]
fn rt_cuda_inference_rewind(inference: &InferenceObject, tokens: i64) -> Result<()> {
    inside(inference)?.rewind(usize::try_from(tokens).unwrap_or(0))
}

/// Writes an inference to a file, which is replaced when all of it is there: its tokens, options and random numbers, and
/// the keys and values of what was taken in, which are as large as on the device. It holds what was said, for whoever may
/// read it. Code 5 where it cannot be written.
#[export(blocks, heavy)]
fn rt_cuda_inference_save(inference: &InferenceObject, path: &str) -> Result<()> {
    inside(inference)?.save(path)
}

/// Goes on with an inference that `rt_cuda_inference_save` wrote: with the same tokens as the one that was saved. The
/// model has to be of the same file, on any device. A file that is no such, is damaged, or is of another model is refused
/// with code 5.
#[export(blocks, heavy)]
fn rt_cuda_inference_load(model: &Model, path: &str) -> Result<Borrowed<InferenceObject>> {
    adopt(model, model.load_inference(path)?)
}
