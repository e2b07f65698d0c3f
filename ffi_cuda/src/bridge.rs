//! The C++ side, as Rust sees it. All `unsafe` of this crate is here.

#![allow(unsafe_code, missing_docs, clippy::too_many_arguments)]

use crate::{
    error::{CudaError, Result},
    model_file::ModelFiles,
    watch::Watch,
};

#[cxx::bridge(namespace = "sncuda")]
pub mod ffi {
    /// Result of a call: cxx carries no number in its own errors.
    #[derive(Default)]
    struct Status {
        code: i32,
        message: String,
    }

    /// A model's architecture and sizes: `Config` in `config.h`.
    #[derive(Clone, Default)]
    struct ModelConfig {
        architecture: String,
        layers: u32,
        n_embd: u32,
        heads: u32,
        n_kv_heads: u32,
        head_size: u32,
        value_size: u32,
        n_ff: u32,
        context: u32,
        window: u32,
        epsilon: f32,
        norms_before: bool,
        norms_after: bool,
        query_key_norm: u32,
        qkv_biases: bool,
        activation: u32,
        post_attention_names: bool,
        window_period: u32,
        window_chunks: bool,
        sinks: bool,
        temperature_scale: f32,
        temperature_length: u32,
        temperature_offset: u32,
        temperature_unrotated: bool,
        latent: u32,
        query_latent: u32,
        plain_key: u32,
        plain_value: u32,
        encoder: bool,
        learned_positions: bool,
        ungated: bool,
        rope_period: u32,
        local_rope_base: f64,
        experts: u32,
        experts_used: u32,
        expert_n_ff: u32,
        shared_n_ff: u32,
        dense_layers: u32,
        expert_period: u32,
        expert_biases: bool,
        experts_sigmoid: bool,
        experts_normalised: bool,
        experts_before: bool,
        expert_groups: u32,
        expert_groups_used: u32,
        experts_scale: f32,
        residual_scale: f32,
        logit_scale: f32,
        embedding_scale: f32,
        attention_scale: f32,
        attention_softcap: f32,
        final_softcap: f32,
        rope_rotated: u32,
        rope_interleaved: bool,
        rope_base: f64,
        rope_scaling: String,
        rope_factor: f64,
        rope_original_context: f64,
        rope_beta_fast: f64,
        rope_beta_slow: f64,
        rope_extrapolation: f64,
        rope_attention_factor: f64,
    }

    /// A tensor's place in its file: `Tensor` in `model_table.h`.
    struct TensorInfo {
        name: String,
        kind: u32,
        /// The fastest first.
        dimensions: Vec<u64>,
        offset: u64,
        bytes: u64,
        /// Of those that the model was split into.
        file: u32,
    }

    /// A type of weights: its name, and the values and bytes of a block, 0 where the type is not supported.
    struct WeightFormat {
        name: String,
        values: u32,
        bytes: u32,
    }

    /// Facts about a model that are known only once it is loaded.
    #[derive(Default)]
    struct Facts {
        vocabulary: u32,
        parameters: u64,
        bytes: u64,
    }

    /// Parameters of the choice of a token: `SamplingParams` in `device.h`.
    struct SamplingOptions {
        temperature: f64,
        top_k: u32,
        top_p: f64,
        min_p: f64,
        repeat_penalty: f32,
        draw: f64,
    }

    /// Sizes of an attention, for tests: those of `Attention` in `device.h`.
    struct AttentionShape {
        batch: u32,
        position: u32,
        heads: u32,
        n_kv_heads: u32,
        head_size: u32,
        value_size: u32,
        window: u32,
        scale: f32,
        softcap: f32,
    }

    extern "Rust" {
        type ModelFiles;
        fn files(self: &ModelFiles) -> u32;
        fn read_at(self: &ModelFiles, file: u32, offset: u64, into: &mut [u8]) -> Result<()>;
        fn raw(self: &ModelFiles, file: u32) -> isize;

        type Watch;
        fn goes_on(self: &Watch, position: u32) -> bool;
    }

    unsafe extern "C++" {
        include!("bridge.h");

        type Device;
        type Module;
        type Stream;
        type Model;
        type Session;
        type Batch;

        fn device_total() -> i32;
        fn version_text() -> String;
        fn device_open(id: i32, status: &mut Status) -> SharedPtr<Device>;
        fn device_exact() -> SharedPtr<Device>;
        fn device_with_fault(place: &str, after: u64) -> SharedPtr<Device>;
        fn device_name(device: &Device, status: &mut Status) -> String;
        fn device_capability(device: &Device, status: &mut Status) -> i32;
        fn device_total_memory(device: &Device, status: &mut Status) -> u64;
        fn device_free_memory(device: &Device, status: &mut Status) -> u64;
        fn device_used(device: &Device) -> u64;
        fn cpu_set_threads(threads: u32);
        fn cpu_set_mapping(maps: bool);
        fn cpu_set_exact_activations(exact: bool);

        fn memory_allocate(device: &SharedPtr<Device>, bytes: u64, status: &mut Status) -> u64;
        fn memory_release(device: &SharedPtr<Device>, address: u64);
        fn memory_upload(device: &SharedPtr<Device>, to: u64, from: &[u8], status: &mut Status);
        fn memory_download(device: &SharedPtr<Device>, to: &mut [u8], from: u64, status: &mut Status);
        fn memory_copy(device: &SharedPtr<Device>, to: u64, from: u64, bytes: u64, status: &mut Status);
        fn memory_fill(device: &SharedPtr<Device>, to: u64, value: u8, bytes: u64, status: &mut Status);
        fn device_synchronize(device: &SharedPtr<Device>, status: &mut Status);
        fn device_check_health(device: &SharedPtr<Device>, status: &mut Status);

        fn module_compile(device: &SharedPtr<Device>, ptx: &str, status: &mut Status) -> SharedPtr<Module>;
        fn module_function(module: &SharedPtr<Module>, name: &str, status: &mut Status) -> u64;
        fn module_launch(
            module: &SharedPtr<Module>,
            function: u64,
            grid: &[u32; 3],
            block: &[u32; 3],
            shared: u32,
            arguments: &[i64],
            status: &mut Status,
        );
        fn stream_open(device: &SharedPtr<Device>, status: &mut Status) -> SharedPtr<Stream>;
        fn stream_wait(stream: &SharedPtr<Stream>, status: &mut Status);

        fn weight_format(kind: u32) -> WeightFormat;
        fn weight_types() -> String;

        fn model_load(
            device: &SharedPtr<Device>,
            path: &str,
            config: &ModelConfig,
            tensors: &[TensorInfo],
            file: &ModelFiles,
            status: &mut Status,
        ) -> SharedPtr<Model>;
        fn model_facts(model: &Model) -> Facts;
        fn model_maps_files(model: &Model) -> bool;
        fn model_check_residency(model: &Model, status: &mut Status);

        fn session_open(model: &SharedPtr<Model>, positions: u32, status: &mut Status) -> UniquePtr<Session>;
        fn session_forward(
            session: Pin<&mut Session>,
            tokens: &[u32],
            all_logits: bool,
            status: &mut Status,
        ) -> Vec<f32>;
        fn session_forward_and_sample(
            session: Pin<&mut Session>,
            tokens: &[u32],
            how: &SamplingOptions,
            recent: &[u32],
            status: &mut Status,
        ) -> u32;
        fn session_embed(session: Pin<&mut Session>, tokens: &[u32], status: &mut Status) -> Vec<f32>;
        fn batch_open() -> UniquePtr<Batch>;
        /// # Safety
        ///
        /// The session is there until the batch is gone.
        unsafe fn batch_add(batch: Pin<&mut Batch>, session: Pin<&mut Session>, token: u32);
        fn batch_forward(batch: Pin<&mut Batch>, status: &mut Status) -> Vec<f32>;
        fn device_computes_all(device: &Device) -> bool;
        fn session_watch(session: Pin<&mut Session>, watch: Box<Watch>);
        fn session_take_in(session: Pin<&mut Session>, tokens: &[u32], status: &mut Status);
        fn session_copy(session: Pin<&mut Session>, from: Pin<&mut Session>, status: &mut Status) -> bool;
        fn session_cached_bytes(session: &Session, values: bool) -> u64;
        fn session_read_cache(
            session: Pin<&mut Session>,
            layer: u32,
            values: bool,
            to: &mut [u8],
            status: &mut Status,
        );
        fn session_write_cache(
            session: Pin<&mut Session>,
            layer: u32,
            values: bool,
            from: &[u8],
            positions: u32,
            status: &mut Status,
        );
        fn session_set_position(session: Pin<&mut Session>, position: u32, status: &mut Status);
        fn session_bytes(session: &Session) -> u64;
        fn session_position(session: &Session) -> u32;

        fn sample(
            device: &SharedPtr<Device>,
            logits: &[f32],
            how: &SamplingOptions,
            recent: &[u32],
            status: &mut Status,
        ) -> u32;
        fn cpu_kernels() -> Vec<String>;
        fn cpu_matmul(
            kind: u32,
            blocks: &[u8],
            rows: u64,
            x: &[f32],
            rounded: bool,
            kernels: &str,
            status: &mut Status,
        ) -> Vec<f32>;
        fn cpu_attention(
            shape: &AttentionShape,
            queries: &[f32],
            keys: &[u16],
            values: &[u16],
            kernels: &str,
            status: &mut Status,
        ) -> Vec<f32>;
        fn cpu_glu(gelu: bool, gate: &[f32], up: &[f32], kernels: &str, status: &mut Status) -> Vec<f32>;
        fn cpu_soft_cap(x: &[f32], cap: f32, kernels: &str, status: &mut Status) -> Vec<f32>;
        fn decode_blocks(kind: u32, blocks: &[u8], status: &mut Status) -> Vec<f32>;
    }

    impl SharedPtr<Device> {}
    impl SharedPtr<Model> {}
    impl SharedPtr<Module> {}
    impl SharedPtr<Stream> {}
}

// SAFETY: a device guards its own bookkeeping with locks, and its operations touch only the memory they are
// given; sessions give each its own.
unsafe impl Send for ffi::Device {}
// SAFETY: as above.
unsafe impl Sync for ffi::Device {}
// SAFETY: a model is never changed after it is loaded.
unsafe impl Send for ffi::Model {}
// SAFETY: as above.
unsafe impl Sync for ffi::Model {}
// SAFETY: modules and streams are numbers that the driver, which is thread-safe, looks up.
unsafe impl Send for ffi::Module {}
// SAFETY: as above.
unsafe impl Sync for ffi::Module {}
// SAFETY: as above.
unsafe impl Send for ffi::Stream {}
// SAFETY: as above.
unsafe impl Sync for ffi::Stream {}
// SAFETY: a session belongs to no thread; it is not Sync.
unsafe impl Send for ffi::Session {}

/// Takes a token into each of several sessions of one model, in one pass: the logits after each.
pub fn forward_together<'a>(
    sessions: impl Iterator<Item = (&'a mut cxx::UniquePtr<ffi::Session>, u32)>,
) -> Result<Vec<f32>> {
    let mut batch = ffi::batch_open();
    // Borrowed for as long as the batch, which is dropped first.
    let sessions: Vec<_> = sessions
        .map(|(session, token)| {
            // SAFETY: the borrow lasts until the end of this function.
            unsafe { ffi::batch_add(batch.pin_mut(), session.pin_mut(), token) };
            session
        })
        .collect();
    let logits = call(|status| ffi::batch_forward(batch.pin_mut(), status));
    drop(batch);
    drop(sessions);
    logits
}

/// Calls into C++ and makes an error of what it reports.
pub fn call<T>(body: impl FnOnce(&mut ffi::Status) -> T) -> Result<T> {
    let mut status = ffi::Status::default();
    let value = body(&mut status);
    match status.code {
        0 => Ok(value),
        code => Err(CudaError::new(code, status.message)),
    }
}
