//! The outputs and inputs that the system has.

use crate::{alsa_log, error::Error};
use ffi_core::{error::chain, thread::Builder};
use rodio::cpal::{
    self, Device,
    traits::{DeviceTrait, HostTrait},
};
use serde::Serialize;
use std::{
    any::Any,
    panic::{AssertUnwindSafe, catch_unwind},
};

/// A device may break down in any way that its driver's authors thought of; the thread goes on.
pub fn guarded<T>(body: impl FnOnce() -> Result<T, String>) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(body)).unwrap_or_else(|payload: Box<dyn Any + Send>| {
        Err(format!("the device layer broke down: {}", ffi_core::guard::describe(&*payload)))
    })
}

/// Which way the sound goes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// To loudspeakers.
    Out,
    /// From microphones.
    In,
}

/// An output or an input, as a person chooses it.
#[derive(Debug, Serialize)]
pub struct Output {
    /// The id by which it is opened.
    pub id: String,
    /// The name that people know.
    pub name: String,
    /// True for the one that is taken where none is chosen.
    pub is_default: bool,
}

/// All of them, looked for on a thread of our own: drivers say much about it.
pub fn all(direction: Direction) -> Result<Vec<Output>, Error> {
    let look = move || {
        alsa_log::silence_this_thread();
        guarded(|| list(direction))
    };
    let thread = Builder::new("simple_native audio").spawn(look).map_err(Error::Thread)?;
    let of = if direction == Direction::Out { Error::Device } else { Error::Input };
    let broken = |_| of("the thread that looks for them broke down".into());
    thread.join().map_err(broken)?.map_err(of)
}

fn list(direction: Direction) -> Result<Vec<Output>, String> {
    let (default, others) = devices(direction)?;
    let output = |device: &Device, is_default| {
        let id = device.id().ok()?.id().to_owned();
        let name = device.description().map_or_else(|_| id.clone(), |one| one.name().to_owned());
        Some(Output { id, name, is_default })
    };
    let default = default.iter().filter_map(|device| output(device, true));
    Ok(default.chain(others.iter().filter_map(|device| output(device, false))).collect())
}

/// The one with this id; the system's default for None.
pub fn find(direction: Direction, id: Option<&str>) -> Result<Device, String> {
    let Some(id) = id else {
        find_library()?;
        return default_of(direction).ok_or_else(|| "there is none".to_owned());
    };
    let (default, others) = devices(direction)?;
    let mut devices = default.into_iter().chain(others);
    devices
        .find(|device| device.id().is_ok_and(|one| one.id() == id))
        .ok_or_else(|| format!("there is none with the id {id:?} now"))
}

/// The default, which a system's list may leave out, and the others.
fn devices(direction: Direction) -> Result<(Option<Device>, Vec<Device>), String> {
    find_library()?;
    let host = cpal::default_host();
    let default = default_of(direction);
    let default_id = default.as_ref().and_then(|device| device.id().ok());
    let is_other = |device: &Device| device.id().ok() != default_id;
    let others = match direction {
        Direction::Out => host.output_devices().map_err(|error| chain(&error))?.filter(is_other).collect(),
        Direction::In => host.input_devices().map_err(|error| chain(&error))?.filter(is_other).collect(),
    };
    Ok((default, others))
}

fn default_of(direction: Direction) -> Option<Device> {
    let host = cpal::default_host();
    match direction {
        Direction::Out => host.default_output_device(),
        Direction::In => host.default_input_device(),
    }
}

/// cpal breaks down where the library is not.
#[cfg(target_os = "linux")]
fn find_library() -> Result<(), String> {
    if alsa_sys::is_there() {
        Ok(())
    } else {
        Err("libasound.so.2 is not on this machine (package libasound2 or alsa-lib)".into())
    }
}

#[cfg(not(target_os = "linux"))]
fn find_library() -> Result<(), String> {
    Ok(())
}
