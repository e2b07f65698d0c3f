//! The kernels against the CPU reference, and their times, for `cargo xtask gpu-check`: no archive that is shipped has this.

#![allow(unsafe_code, missing_docs)]

use crate::{
    bridge::call,
    device::open_device,
    error::{CudaError, Result},
    model::Model,
};
use ffi_core::export;

#[cxx::bridge(namespace = "sncuda")]
mod ffi {
    unsafe extern "C++" {
        include!("checks_bridge.h");
        type Device = crate::bridge::ffi::Device;
        type Model = crate::bridge::ffi::Model;
        type Status = crate::bridge::ffi::Status;

        fn kernel_findings(device: &SharedPtr<Device>, seed: u64, status: &mut Status) -> String;
        fn launch_policy_findings(model: &SharedPtr<Model>, tokens: u32, status: &mut Status) -> String;
        fn operation_timings(device: &SharedPtr<Device>, status: &mut Status) -> String;
    }
}

/// Every kernel of a device against the CPU reference, on random inputs: a JSON array of objects with
/// `operation`, `shape`, `error`, `limit`, `passed` and `wrong`.
#[export(blocks)]
fn rt_cuda_check_kernels(device: i64, seed: i64) -> Result<String> {
    let device = open_device(device)?;
    call(|status| ffi::kernel_findings(&device, seed as u64, status))
}

/// Tells whether a model gives the same bits for so many tokens whether they are recorded or not, and whether kernels
/// start early or not: as `rt_cuda_check_kernels`, empty where the device has one way alone.
#[export(blocks)]
fn rt_cuda_check_ways(device: i64, path: &str, tokens: i64) -> Result<String> {
    let tokens = u32::try_from(tokens).map_err(|_| CudaError::parameter(format!("`tokens` is {tokens}")))?;
    let model = Model::load(&open_device(device)?, path)?;
    call(|status| ffi::launch_policy_findings(model.weights(), tokens, status))
}

/// Times each operation of a device by itself: a JSON array of objects with `operation`, `shape`, `seconds`, `bytes`,
/// `operations` and `left_out`.
#[export(blocks)]
fn rt_cuda_time_operations(device: i64) -> Result<String> {
    let device = open_device(device)?;
    call(|status| ffi::operation_timings(&device, status))
}
