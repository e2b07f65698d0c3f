//! The C++ side, as Rust sees it. All `unsafe` of this crate is here.

#![allow(unsafe_code, missing_docs, clippy::too_many_arguments)]

use crate::error::{CudaError, Result};

#[cxx::bridge(namespace = "sncuda")]
pub mod ffi {
    /// What became of a call: cxx carries no number in its own errors.
    #[derive(Default)]
    struct Status {
        code: i32,
        message: String,
    }

    /// What a model is.
    #[derive(Default)]
    struct Facts {
        architecture: String,
        vocabulary: u32,
        context: u32,
        layers: u32,
        n_embd: u32,
        heads: u32,
        n_kv_heads: u32,
        parameters: u64,
        bytes: u64,
    }

    /// Strings of bytes one after the other, and where each ends.
    #[derive(Default)]
    struct Strings {
        bytes: Vec<u8>,
        ends: Vec<u64>,
    }

    /// How a token is chosen: `SamplingParams` in `device.h`.
    struct SamplingOptions {
        temperature: f64,
        top_k: u32,
        top_p: f64,
        min_p: f64,
        repeat_penalty: f32,
        draw: f64,
    }

    unsafe extern "C++" {
        include!("bridge.h");

        type Device;
        type Module;
        type Stream;
        type Gguf;
        type Model;
        type Session;

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

        fn gguf_open(path: &str, status: &mut Status) -> UniquePtr<Gguf>;
        fn gguf_has(file: &Gguf, key: &str) -> bool;
        fn gguf_integer(file: &Gguf, key: &str, otherwise: i64, status: &mut Status) -> i64;
        fn gguf_boolean(file: &Gguf, key: &str, otherwise: bool, status: &mut Status) -> bool;
        fn gguf_string(file: &Gguf, key: &str, status: &mut Status) -> Vec<u8>;
        fn gguf_count(file: &Gguf, key: &str) -> u64;
        fn gguf_strings(file: &Gguf, key: &str, status: &mut Status) -> Strings;
        fn gguf_numbers(file: &Gguf, key: &str, status: &mut Status) -> Vec<f64>;

        fn model_load(device: &SharedPtr<Device>, file: &Gguf, status: &mut Status) -> SharedPtr<Model>;
        fn model_facts(model: &Model) -> Facts;
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
        fn session_bytes(session: &Session) -> u64;
        fn session_position(session: &Session) -> u32;

        fn sample(
            device: &SharedPtr<Device>,
            logits: &[f32],
            how: &SamplingOptions,
            recent: &[u32],
            status: &mut Status,
        ) -> u32;
        fn cpu_matmul(
            kind: u32,
            blocks: &[u8],
            rows: u64,
            x: &[f32],
            rounded: bool,
            plain: bool,
            status: &mut Status,
        ) -> Vec<f32>;
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

/// Calls into C++ and makes an error of what it reports.
pub fn call<T>(body: impl FnOnce(&mut ffi::Status) -> T) -> Result<T> {
    let mut status = ffi::Status::default();
    let value = body(&mut status);
    match status.code {
        0 => Ok(value),
        code => Err(CudaError::new(code, status.message)),
    }
}
