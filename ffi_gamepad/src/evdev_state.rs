//! What the kernel says of an input device at this moment, without its events.

#![allow(unsafe_code)] // evdev's questions have no safe form.

use std::{
    fs::{File, OpenOptions},
    io,
    os::{fd::AsRawFd, unix::fs::OpenOptionsExt},
    path::Path,
};

/// An axis, as the kernel has it.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AxisState {
    pub value: i32,
    pub minimum: i32,
    pub maximum: i32,
    fuzz: i32,
    flat: i32,
    /// Steps to a unit.
    pub resolution: i32,
}

/// An input device that is open.
#[derive(Debug)]
pub struct Device(File);

/// `_IOC(_IOC_READ, 'E', number, size)`.
fn question(number: u32, size: usize) -> libc::Ioctl {
    (2 << 30 | (size as u32) << 16 | u32::from(b'E') << 8 | number) as libc::Ioctl
}

impl Device {
    /// Opens one; its events are never read.
    pub fn open(path: &Path) -> io::Result<Self> {
        OpenOptions::new().read(true).custom_flags(libc::O_NONBLOCK).open(path).map(Self)
    }

    fn ask<T: Copy>(&self, number: u32, answer: &mut [T]) -> io::Result<()> {
        let size = std::mem::size_of_val(answer);
        // SAFETY: the kernel writes at most `size` bytes, and every pattern of them is a value of these types, which are
        // numbers alone.
        let said = unsafe { libc::ioctl(self.0.as_raw_fd(), question(number, size), answer.as_mut_ptr()) };
        if said < 0 { Err(io::Error::last_os_error()) } else { Ok(()) }
    }

    /// `EVIOCGABS`.
    pub fn axis(&self, axis: u32) -> io::Result<AxisState> {
        let mut state = [AxisState::default()];
        self.ask(0x40 + axis, &mut state)?;
        Ok(state[0])
    }

    /// `EVIOCGMTSLOTS`: the values of an axis of so many fingers.
    pub fn slots(&self, axis: u32, count: usize) -> io::Result<Vec<i32>> {
        let mut values = vec![0; count + 1];
        values[0] = axis as i32;
        self.ask(0x0a, &mut values)?;
        Ok(values.split_off(1))
    }

    /// `EVIOCGKEY`: whether a key or a button is down.
    pub fn key(&self, key: u32) -> io::Result<bool> {
        let mut bits = [0_u8; 0x300 / 8];
        self.ask(0x18, &mut bits)?;
        Ok(bits[key as usize / 8] >> (key % 8) & 1 == 1)
    }
}
