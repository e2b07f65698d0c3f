//! Game pads for tests: the kernel's where `RIGS_KERNEL_PADS` is set, else such as a preloaded library plays.

use crate::{
    fakepad::{self, Rumble},
    isolated::Rig,
    kernelpad,
};
use std::{env, process::Command};

const KERNEL: &str = "RIGS_KERNEL_PADS";
/// Set for pads that cannot rumble.
const STILL: &str = "FAKEPAD_STILL";

/// Tells whether pads are the kernel's.
pub fn are_the_kernels() -> bool {
    env::var_os(KERNEL).is_some()
}

/// Set for pads that no list of mappings has, and whose right stick has a driver that knows no range across.
const UNKNOWN: &str = "FAKEPAD_UNKNOWN";

/// Gives a process pads.
pub fn prepare(command: &mut Command) -> Rig {
    if are_the_kernels() { Box::new(()) } else { Box::new(fakepad::prepare(command)) }
}

/// Gives a process pads that cannot rumble.
pub fn prepare_still(command: &mut Command) -> Rig {
    prepare(command.env(STILL, "1"))
}

/// Gives a process pads that no list has.
pub fn prepare_unknown(command: &mut Command) -> Rig {
    prepare(command.env(UNKNOWN, "1"))
}

/// A process in which there is nothing to read pads from. In the machine it runs before the kernel's part
/// for input devices is there.
pub fn prepare_none(command: &mut Command) -> Rig {
    if are_the_kernels() {
        return Box::new(());
    }
    let pads = fakepad::prepare(command);
    command.env("FAKEPAD_DIR", pads.path().join("nowhere"));
    Box::new(pads)
}

/// A pad that is plugged in.
pub enum Pad {
    /// By a preloaded library.
    Played(fakepad::Pad),
    /// By the kernel.
    Kernel(kernelpad::Pad),
}

impl Pad {
    /// Plugs a pad in; a played one as `/dev/input/event<number>`.
    pub fn plug(number: u32) -> Self {
        if are_the_kernels() {
            Self::Kernel(kernelpad::Pad::plug(env::var_os(STILL).is_none(), env::var_os(UNKNOWN).is_none()))
        } else {
            Self::Played(fakepad::Pad::plug(number))
        }
    }

    /// A button, down or up.
    pub fn key(&self, code: u16, down: bool) {
        match self {
            Self::Played(pad) => pad.key(code, down),
            Self::Kernel(pad) => pad.key(code, down),
        }
    }

    /// An axis's position.
    pub fn axis(&self, code: u16, value: i32) {
        match self {
            Self::Played(pad) => pad.axis(code, value),
            Self::Kernel(pad) => pad.axis(code, value),
        }
    }

    /// Rumbles that the pad was asked for so far, one entry for each change.
    pub fn rumbles(&self) -> Vec<Rumble> {
        match self {
            Self::Played(pad) => pad.rumbles(),
            Self::Kernel(pad) => pad.rumbles(),
        }
    }

    /// Pulls it out.
    pub fn unplug(self) {
        match self {
            Self::Played(pad) => pad.unplug(),
            Self::Kernel(pad) => drop(pad),
        }
    }
}
