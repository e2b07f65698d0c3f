//! A touch screen and a touchpad on X: Xorg without a screen or hardware, with its own driver for testing.

use crate::tools::{Scratch, eventually};
use std::{
    fs,
    io::{Read, Write},
    os::unix::net::UnixStream,
    path::Path,
    process::{Child, Command, Stdio},
};

const FOLDER: &str = "RIGS_DEVICES";
const CONFIGURATION: &str = include_str!("devices.conf");
/// The greatest coordinate of the driver's absolute devices.
const FAR_END: f64 = 65_535.0;
/// The numbers of `xf86-input-inputtest-protocol.h`.
const CLIENT_VERSION: u32 = 0;
const WAIT_FOR_SYNC: u32 = 1;
const MOTION: u32 = 2;
const TOUCH: u32 = 6;
const MOST_VALUATORS: usize = 64;

/// A display that goes when the value does.
pub struct Display {
    folder: Scratch,
    server: Child,
    name: String,
}

impl Display {
    /// Starts one, of 1024 by 768 pixels.
    pub fn start() -> Self {
        let folder = Scratch::new("xorg");
        let configuration = folder.path().join("xorg.conf");
        let sockets = folder.path().display().to_string();
        fs::write(&configuration, CONFIGURATION.replace("@folder@", &sockets)).expect("a configuration");
        let mut command = Command::new("Xorg");
        command
            .args(["-displayfd", "1", "-noreset", "-nolisten", "tcp", "-config"])
            .arg(&configuration)
            .arg("-logfile")
            .arg(folder.path().join("log"))
            .stderr(Stdio::null());
        let (server, name) = super::serve(&mut command);
        Self { folder, server, name }
    }

    /// Makes it a command's display.
    pub fn prepare(&self, command: &mut Command) {
        super::choose(command, &self.name);
        command.env(FOLDER, self.folder.path());
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// A device of this process's display.
pub struct Device(UnixStream);

/// Phase of a touch, by X's numbers.
#[derive(Clone, Copy)]
pub enum Phase {
    /// The finger comes down.
    Begin = 18,
    /// The finger moves.
    Update = 19,
    /// The finger goes up.
    End = 20,
}

impl Device {
    /// The touch screen.
    pub fn touch_screen() -> Self {
        Self::connect("touch")
    }

    /// The touchpad.
    pub fn touchpad() -> Self {
        Self::connect("pad")
    }

    fn connect(name: &str) -> Self {
        let folder = std::env::var_os(FOLDER).expect("a process that was prepared");
        let path = Path::new(&folder).join(name);
        let mut device = Self(eventually("the device", || UnixStream::connect(&path).ok()));
        let version = [1_u16.to_ne_bytes(), 1_u16.to_ne_bytes()].concat();
        device.send(CLIENT_VERSION, &version);
        device.answer::<12>();
        device
    }

    /// A finger does something, at a place of the screen in parts of its width and height.
    pub fn touch(&mut self, finger: u32, phase: Phase, (x, y): (f64, f64)) {
        let head = [finger.to_ne_bytes(), (phase as u32).to_ne_bytes()].concat();
        let body = [head, valuators(&[(0, x * FAR_END), (1, y * FAR_END)])].concat();
        self.send(TOUCH, &body);
        self.settle();
    }

    /// The pointer goes to a place.
    pub fn point(&mut self, (x, y): (f64, f64)) {
        self.motion(true, &[(0, x * FAR_END), (1, y * FAR_END)]);
    }

    /// Two fingers draw the contents along, by the driver's own units, of which a wheel's click has 120.
    pub fn scroll(&mut self, across: f64, down: f64) {
        self.motion(false, &[(2, across), (3, down)]);
    }

    fn motion(&mut self, is_absolute: bool, axes: &[(usize, f64)]) {
        // Padded to where numbers of eight bytes may lie.
        let head = [u32::from(is_absolute).to_ne_bytes(), [0; 4]].concat();
        self.send(MOTION, &[head, valuators(axes)].concat());
        self.settle();
    }

    /// Waits until the server has taken everything in.
    fn settle(&mut self) {
        self.send(WAIT_FOR_SYNC, &[]);
        self.answer::<8>();
    }

    fn send(&mut self, kind: u32, body: &[u8]) {
        let length = u32::try_from(8 + body.len()).expect("a short message");
        let bytes = [&length.to_ne_bytes()[..], &kind.to_ne_bytes(), body].concat();
        self.0.write_all(&bytes).expect("the server listens");
    }

    fn answer<const LENGTH: usize>(&mut self) {
        self.0.read_exact(&mut [0; LENGTH]).expect("the server answers");
    }
}

/// The values of axes, and which they are.
fn valuators(axes: &[(usize, f64)]) -> Vec<u8> {
    let mut mask = [0_u8; MOST_VALUATORS / 8];
    let mut values = [0.0_f64; 2 * MOST_VALUATORS];
    for &(axis, value) in axes {
        mask[axis / 8] |= 1 << (axis % 8);
        values[axis] = value;
    }
    let mut bytes = vec![0; 4];
    bytes.extend(mask);
    bytes.extend([0; 4]);
    values.iter().for_each(|value| bytes.extend(value.to_ne_bytes()));
    bytes
}
