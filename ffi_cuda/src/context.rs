//! A device in use.

use crate::{
    bridge::{call, ffi},
    children::Children,
    device::{device_count, open_device},
    error::Result,
    model::Model,
};
use cxx::SharedPtr;
use ffi_core::{Kind, object};
use std::sync::Arc;

/// A device in use by this process: a GPU, or the CPU reference.
pub struct Context {
    device: SharedPtr<ffi::Device>,
    pub(crate) models: Arc<Children>,
}

object!(Context, Kind::CudaContext);

impl Context {
    /// The GPU with this number, or -1 for the CPU reference device.
    pub fn new(device: i32) -> Result<Self> {
        Ok(Self::on(open_device(device.into())?))
    }

    pub(crate) fn on(device: SharedPtr<ffi::Device>) -> Self {
        Self { device, models: Arc::default() }
    }

    /// Number of GPUs that this machine offers.
    pub fn device_count() -> i32 {
        device_count()
    }

    /// Loads a GGUF file.
    pub fn load_model(&self, path: &str) -> Result<Model> {
        Model::load(&self.device, path)
    }

    /// The bytes that this process has allocated on the device.
    pub fn process_vram_usage(&self) -> u64 {
        ffi::device_used(&self.device)
    }

    /// An error that says what is wrong with the device.
    pub fn check_device_health(&self) -> Result<()> {
        call(|status| ffi::device_check_health(&self.device, status))
    }
}
