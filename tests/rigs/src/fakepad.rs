//! Game pads without hardware: a preloaded library answers as the kernel would, and the test is the pad.

use crate::tools::{self, Scratch, eventually};
use std::{
    io::{Read, Write},
    net::Shutdown,
    os::unix::net::{UnixListener, UnixStream},
    path::{Path, PathBuf},
    process::Command,
    sync::{Arc, Mutex, OnceLock},
    thread,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

const FOLDER: &str = "FAKEPAD_DIR";
const RECORD: usize = 24;
const EFFECT: u16 = 0xf0;

/// The kernel's numbers, from `linux/input-event-codes.h`.
#[allow(missing_docs)]
pub mod code {
    pub const EV_SYN: u16 = 0;
    pub const EV_KEY: u16 = 1;
    pub const EV_ABS: u16 = 3;
    pub const SYN_REPORT: u16 = 0;

    pub const BTN_SOUTH: u16 = 0x130;
    pub const BTN_EAST: u16 = 0x131;
    pub const BTN_NORTH: u16 = 0x133;
    pub const BTN_WEST: u16 = 0x134;
    pub const BTN_TL: u16 = 0x136;
    pub const BTN_TR: u16 = 0x137;
    pub const BTN_SELECT: u16 = 0x13a;
    pub const BTN_START: u16 = 0x13b;
    pub const BTN_MODE: u16 = 0x13c;
    pub const BTN_THUMBL: u16 = 0x13d;
    pub const BTN_THUMBR: u16 = 0x13e;

    pub const ABS_X: u16 = 0;
    pub const ABS_Y: u16 = 1;
    pub const ABS_Z: u16 = 2;
    pub const ABS_RX: u16 = 3;
    pub const ABS_RY: u16 = 4;
    pub const ABS_RZ: u16 = 5;
    pub const ABS_HAT0X: u16 = 16;
    pub const ABS_HAT0Y: u16 = 17;
}

/// The source of the library, for a program that is to have it inside.
pub fn source() -> PathBuf {
    tools::sources().join("gamepad/fakepad.c")
}

/// The variables that make the pads of `folder` a program's pads.
pub fn variables(folder: &Path) -> [(&'static str, String); 2] {
    [("GILRS_DISABLE_UDEV", "1".into()), (FOLDER, folder.display().to_string())]
}

/// The library to preload, built once.
pub fn shim() -> &'static Path {
    static SHIM: OnceLock<(Scratch, PathBuf)> = OnceLock::new();
    let (_, shim) = SHIM.get_or_init(|| {
        let scratch = Scratch::new("shim");
        let shim = scratch.path().join("libfakepad.so");
        let mut compiler = Command::new("cc");
        compiler
            .args(["-shared", "-fPIC", "-O2", "-Wall", "-Werror", "-o"])
            .arg(&shim)
            .arg(source())
            .arg("-ldl");
        tools::output(&mut compiler);
        (scratch, shim)
    });
    shim
}

/// Gives a process a folder of pads of its own.
pub fn prepare(command: &mut Command) -> Scratch {
    let folder = Scratch::new("pads");
    command.envs(variables(folder.path())).env("LD_PRELOAD", shim());
    folder
}

/// This process's folder of pads.
pub fn folder() -> PathBuf {
    std::env::var_os(FOLDER).expect("a process that was prepared").into()
}

/// A rumble that a pad was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rumble {
    /// 0 to 65535.
    pub strong: u16,
    /// 0 to 65535.
    pub weak: u16,
}

#[derive(Default)]
struct Wires {
    connections: Vec<UnixStream>,
    rumbles: Vec<Rumble>,
}

/// A pad that is plugged in.
pub struct Pad {
    path: PathBuf,
    wires: Arc<Mutex<Wires>>,
}

impl Pad {
    /// Plugs a pad in as `/dev/input/event<number>`.
    pub fn plug(number: u32) -> Self {
        Self::plug_into(&folder(), number)
    }

    /// Plugs in a pad that `fakepad.c` reads this description of.
    pub fn plug_described(number: u32, description: &str) -> Self {
        std::fs::write(folder().join(format!("event{number}.conf")), description).expect("a file");
        Self::plug(number)
    }

    /// Like [`plug`](Self::plug), in the folder of another process.
    pub fn plug_into(folder: &Path, number: u32) -> Self {
        let path = folder.join(format!("event{number}"));
        // The program sees the name only once somebody listens.
        let before = folder.join(format!("plugging{number}"));
        let listener = UnixListener::bind(&before).expect("a socket");
        std::fs::rename(&before, &path).expect("its name");
        let wires = Arc::new(Mutex::new(Wires::default()));
        let pad = Self { path, wires: Arc::clone(&wires) };
        thread::spawn(move || {
            for connection in listener.incoming() {
                let connection = connection.expect("a program that opens the pad");
                let ours = connection.try_clone().expect("a descriptor");
                wires.lock().expect("no panic").connections.push(ours);
                let wires = Arc::clone(&wires);
                thread::spawn(move || listen(connection, &wires));
            }
        });
        pad
    }

    /// With a battery that says these words, as the kernel would. To be called before the pad is plugged in.
    pub fn battery(number: u32, capacity: &str, status: &str) {
        let supply = folder().join(format!("sys/event{number}/device/device/power_supply/battery"));
        std::fs::create_dir_all(&supply).expect("a folder");
        std::fs::write(supply.join("capacity"), format!("{capacity}\n")).expect("a file");
        std::fs::write(supply.join("status"), format!("{status}\n")).expect("a file");
    }

    /// Makes another device one of the same piece of hardware as pad `number`: its number, and two bit maps of its in
    /// sysfs. To be called before it is plugged in.
    pub fn beside(number: u32, other: u32, properties: &str, axes: &str) {
        let input = folder().join(format!("sys/event{number}/device/device/input/input{other}"));
        std::fs::create_dir_all(input.join(format!("event{other}"))).expect("a folder");
        std::fs::create_dir_all(input.join("capabilities")).expect("a folder");
        std::fs::write(input.join("properties"), properties).expect("a file");
        std::fs::write(input.join("capabilities/abs"), axes).expect("a file");
    }

    /// Gives pad `number` a light, whose folder this is; files are what it is told.
    pub fn light(number: u32, name: &str, files: &[(&str, &str)]) -> PathBuf {
        let light = folder().join(format!("sys/event{number}/device/device/leds/{name}"));
        std::fs::create_dir_all(&light).expect("a folder");
        for (file, content) in files {
            std::fs::write(light.join(file), content).expect("a file");
        }
        light
    }

    /// What a device of this number is asked for from now on.
    pub fn describe(number: u32, description: &str) {
        let path = folder().join(format!("event{number}.conf"));
        let new = folder().join(format!("describing{number}"));
        std::fs::write(&new, description).and_then(|()| std::fs::rename(&new, path)).expect("a file");
    }

    /// A button, down or up.
    pub fn key(&self, code: u16, down: bool) {
        self.send(code::EV_KEY, code, i32::from(down));
    }

    /// A button that went down or up so long ago, as its driver tells.
    pub fn key_before(&self, code: u16, down: bool, age: Duration) {
        self.send_at(SystemTime::now() - age, code::EV_KEY, code, i32::from(down));
    }

    /// An axis's position.
    pub fn axis(&self, code: u16, value: i32) {
        self.send(code::EV_ABS, code, value);
    }

    fn send(&self, kind: u16, code: u16, value: i32) {
        self.send_at(SystemTime::now(), kind, code, value);
    }

    fn send_at(&self, time: SystemTime, kind: u16, code: u16, value: i32) {
        let report =
            [record(time, kind, code, value), record(time, code::EV_SYN, code::SYN_REPORT, 0)].concat();
        self.wait_until_open();
        for connection in &mut self.wires.lock().expect("no panic").connections {
            // One that was opened for its motors only does not listen.
            let _ = connection.write_all(&report);
        }
    }

    /// Waits until the program has opened the pad.
    pub fn wait_until_open(&self) {
        eventually("the program opens the pad", || self.is_open().then_some(()));
    }

    /// Tells whether a program has opened the pad.
    pub fn is_open(&self) -> bool {
        !self.wires.lock().expect("no panic").connections.is_empty()
    }

    /// Rumbles that the pad was asked for so far, one entry for each change.
    pub fn rumbles(&self) -> Vec<Rumble> {
        self.wires.lock().expect("no panic").rumbles.clone()
    }

    /// Pulls it out.
    pub fn unplug(self) {
        std::fs::remove_file(&self.path).expect("the pad's name");
        for connection in &self.wires.lock().expect("no panic").connections {
            let _ = connection.shutdown(Shutdown::Both);
        }
    }
}

fn record(time: SystemTime, kind: u16, code: u16, value: i32) -> Vec<u8> {
    let now = time.duration_since(UNIX_EPOCH).expect("a clock");
    let mut bytes = Vec::with_capacity(RECORD);
    bytes.extend(i64::try_from(now.as_secs()).expect("this millennium").to_ne_bytes());
    bytes.extend(i64::from(now.subsec_micros()).to_ne_bytes());
    bytes.extend(kind.to_ne_bytes());
    bytes.extend(code.to_ne_bytes());
    bytes.extend(value.to_ne_bytes());
    bytes
}

fn listen(mut connection: UnixStream, wires: &Mutex<Wires>) {
    let mut bytes = [0; RECORD];
    while connection.read_exact(&mut bytes).is_ok() {
        let kind = u16::from_ne_bytes([bytes[16], bytes[17]]);
        if kind == EFFECT {
            let value = u32::from_ne_bytes([bytes[20], bytes[21], bytes[22], bytes[23]]);
            let rumble = Rumble { strong: (value >> 16) as u16, weak: value as u16 };
            wires.lock().expect("no panic").rumbles.push(rumble);
        }
    }
}
