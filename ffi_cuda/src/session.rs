//! A model's weights with what belongs to them, and the state of one inference on its device.

use crate::{
    bridge::{call, ffi, forward_together},
    error::{CudaError, Result},
    grammar::Grammars,
    model_file::ModelFile,
    pooling::Pooling,
    tokenizer::Tokenizer,
    watch::{Progress, Watch},
};
use cxx::{SharedPtr, UniquePtr};
use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

/// A loaded model, which inferences keep alive.
pub(crate) struct LoadedModel {
    pub(crate) device: SharedPtr<ffi::Device>,
    pub(crate) weights: SharedPtr<ffi::Model>,
    /// The files, where weights are read from them as they are needed.
    pub(crate) mapped: Vec<ModelFile>,
    pub(crate) tokenizer: Option<Tokenizer>,
    pub(crate) config: ffi::ModelConfig,
    pub(crate) facts: ffi::Facts,
    pub(crate) name: String,
    pub(crate) chat_template: String,
    /// Others of the file, by name.
    pub(crate) named_templates: Vec<(String, String)>,
    /// How the file says that embeddings are made.
    pub(crate) pooling: Pooling,
    /// Of the file: states that were saved are its own alone.
    pub(crate) fingerprint: u64,
    /// The tokens as grammars see them.
    pub(crate) grammars: Grammars,
    /// Bytes that inferences hold on the device.
    pub(crate) session_bytes: AtomicU64,
}

/// One inference's state on the device, counted while it lives.
pub(crate) struct Session {
    session: UniquePtr<ffi::Session>,
    counted: u64,
    capacity: u32,
    model: Arc<LoadedModel>,
}

impl LoadedModel {
    pub(crate) fn tokenizer(&self) -> Result<&Tokenizer> {
        self.tokenizer.as_ref().ok_or_else(|| CudaError::parameter("the model's file has no tokenizer"))
    }

    pub(crate) fn check_length(&self, tokens: usize) -> Result<()> {
        if tokens > self.config.context as usize {
            return Err(CudaError::parameter(format!(
                "the text has {tokens} tokens, and the model's context {}",
                self.config.context
            )));
        }
        Ok(())
    }

    /// An error where the model makes embeddings alone.
    pub(crate) fn check_writes(&self) -> Result<()> {
        if self.config.encoder {
            return Err(CudaError::parameter(format!(
                "the model ({}) makes no text: it is one for embeddings",
                self.config.architecture
            )));
        }
        Ok(())
    }

    /// An error where the weights are not what was loaded any more. One who shortens the file in the midst of a call is
    /// not seen in time.
    fn check_weights(&self) -> Result<()> {
        self.mapped.iter().try_for_each(ModelFile::check_unchanged)
    }

    pub(crate) fn session(self: &Arc<Self>, positions: u32) -> Result<Session> {
        let session = call(|status| ffi::session_open(&self.weights, positions, status))?;
        let mut session = Session { session, counted: 0, capacity: positions, model: self.clone() };
        session.count();
        Ok(session)
    }
}

impl Session {
    pub(crate) fn feed(&mut self, tokens: &[u32], all_logits: bool) -> Result<Vec<f32>> {
        self.model.check_weights()?;
        let logits = call(|status| ffi::session_forward(self.session.pin_mut(), tokens, all_logits, status));
        self.count();
        logits
    }

    /// A token to follow, chosen on the device: nothing but its number leaves it. No token is `recent` twice.
    pub(crate) fn forward_and_sample(
        &mut self,
        tokens: &[u32],
        how: &ffi::SamplingOptions,
        recent: &[u32],
    ) -> Result<u32> {
        self.model.check_weights()?;
        let session = self.session.pin_mut();
        let chosen = call(|status| ffi::session_forward_and_sample(session, tokens, how, recent, status));
        self.count();
        chosen
    }

    /// Takes a token into each of several sessions of one model, in one pass: the logits after each.
    pub(crate) fn feed_together(sessions: &mut [(&mut Self, u32)]) -> Result<Vec<f32>> {
        if let Some((first, _)) = sessions.first() {
            first.model.check_weights()?;
        }
        let logits =
            forward_together(sessions.iter_mut().map(|(session, token)| (&mut session.session, *token)));
        sessions.iter_mut().for_each(|(session, _)| session.count());
        logits
    }

    /// A token by logits.
    pub(crate) fn choose(&self, logits: &[f32], how: &ffi::SamplingOptions, recent: &[u32]) -> Result<u32> {
        call(|status| ffi::sample(&self.model.device, logits, how, recent, status))
    }

    /// Takes tokens in without an answer.
    pub(crate) fn take_in(&mut self, tokens: &[u32]) -> Result<()> {
        self.model.check_weights()?;
        let taken = call(|status| ffi::session_take_in(self.session.pin_mut(), tokens, status));
        self.count();
        taken
    }

    /// What the last layer makes of each token.
    pub(crate) fn embed(&mut self, tokens: &[u32]) -> Result<Vec<f32>> {
        self.model.check_weights()?;
        call(|status| ffi::session_embed(self.session.pin_mut(), tokens, status))
    }

    /// Calls ask it whether to go on.
    pub(crate) fn watch(&mut self, progress: &Arc<Progress>) {
        ffi::session_watch(self.session.pin_mut(), Box::new(Watch(progress.clone())));
    }

    /// Takes over what another session of the model has taken in; false where it cannot.
    pub(crate) fn copy_from(&mut self, other: &mut Self) -> Result<bool> {
        call(|status| ffi::session_copy(self.session.pin_mut(), other.session.pin_mut(), status))
    }

    /// Bytes of one layer's keys or values.
    pub(crate) fn cached_bytes(&self, values: bool) -> u64 {
        ffi::session_cached_bytes(&self.session, values)
    }

    pub(crate) fn read_cache(&mut self, layer: u32, values: bool, to: &mut [u8]) -> Result<()> {
        call(|status| ffi::session_read_cache(self.session.pin_mut(), layer, values, to, status))
    }

    /// Fills a layer's keys or values for the first `positions`.
    pub(crate) fn write_cache(
        &mut self,
        layer: u32,
        values: bool,
        from: &[u8],
        positions: u32,
    ) -> Result<()> {
        call(|status| {
            ffi::session_write_cache(self.session.pin_mut(), layer, values, from, positions, status)
        })
    }

    /// Makes so many tokens those that were taken in.
    pub(crate) fn set_position(&mut self, position: u32) -> Result<()> {
        call(|status| ffi::session_set_position(self.session.pin_mut(), position, status))
    }

    /// Number of tokens that fit in altogether.
    pub(crate) fn capacity(&self) -> u32 {
        self.capacity
    }

    pub(crate) fn position(&self) -> u32 {
        ffi::session_position(&self.session)
    }

    fn count(&mut self) {
        let bytes = ffi::session_bytes(&self.session);
        self.model.session_bytes.fetch_add(bytes.wrapping_sub(self.counted), Ordering::Relaxed);
        self.counted = bytes;
    }
}

/// Minus the logarithm of a token's probability.
pub(crate) fn surprise(logits: &[f32], token: u32) -> f64 {
    let largest = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let sum: f64 = logits.iter().map(|&logit| f64::from(logit - largest).exp()).sum();
    sum.ln() - f64::from(logits[token as usize] - largest)
}

impl Drop for Session {
    fn drop(&mut self) {
        self.model.session_bytes.fetch_sub(self.counted, Ordering::Relaxed);
    }
}
