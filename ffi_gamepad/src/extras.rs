//! What a pad has beside buttons and axes: motion sensors, a touchpad, a light. On Linux its driver makes devices of their own of
//! them, which belong to the same piece of hardware.

use crate::evdev_state::{AxisState, Device};
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// Of `INPUT_PROP_ACCELEROMETER`.
const IS_ACCELEROMETER: u64 = 1 << 6;
const ABS_MT_SLOT: u32 = 0x2f;
const ABS_MT_POSITION_X: u32 = 0x35;
const ABS_MT_POSITION_Y: u32 = 0x36;
const ABS_MT_TRACKING_ID: u32 = 0x39;
const BTN_LEFT: u32 = 0x110;
/// How many fingers a touchpad may tell.
const MOST_FINGERS: usize = 32;
/// Metres a second, each second, at rest on Earth.
const STANDARD_GRAVITY: f64 = 9.80665;

/// What was found of a pad.
#[derive(Debug, Default)]
pub struct Extras {
    pub motion: Option<Device>,
    pub touchpad: Option<Touchpad>,
    pub light: Option<Light>,
}

/// A touchpad.
#[derive(Debug)]
pub struct Touchpad {
    device: Device,
    pub fingers: usize,
}

/// A finger on it: from the upper left corner, 0 to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Finger {
    pub touches: bool,
    pub x: f64,
    pub y: f64,
}

/// A light of three colours: files, and what is to be written there.
#[derive(Debug)]
pub enum Light {
    /// One that takes all colours at once, in its own order.
    Together { folder: PathBuf, order: Vec<usize> },
    /// One for each.
    Apart([PathBuf; 3]),
}

const COLORS: [&str; 3] = ["red", "green", "blue"];

impl Extras {
    /// Of the pad with this device file, `/dev/input/eventN`.
    pub fn find(device: &Path) -> Self {
        let Some(name) = device.file_name() else { return Self::default() };
        let hardware = Path::new("/sys/class/input").join(name).join("device/device");
        let mut found = Self { light: Light::find(&hardware.join("leds")), ..Self::default() };
        for input in children(&hardware.join("input")) {
            let events = children(&input);
            let name = events.iter().filter_map(|path| path.file_name()?.to_str());
            let Some(name) = name.filter(|name| name.starts_with("event")).min() else { continue };
            let open = || Device::open(&Path::new("/dev/input").join(name)).ok();
            let axes = bits(&input.join("capabilities/abs"));
            if bits(&input.join("properties")) & IS_ACCELEROMETER != 0 {
                found.motion = open();
            } else if axes & 1 << ABS_MT_SLOT != 0 && axes & 1 << ABS_MT_POSITION_X != 0 {
                found.touchpad = open().and_then(|device| Touchpad::new(device).ok());
            }
        }
        found
    }
}

fn children(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    paths
}

/// The lowest 64 of a bit map of sysfs's: hexadecimal words, the highest first.
fn bits(file: &Path) -> u64 {
    let text = fs::read_to_string(file).unwrap_or_default();
    let mut words = text.split_whitespace().rev().map(|word| u64::from_str_radix(word, 16).unwrap_or(0));
    let low = words.next().unwrap_or(0);
    // A word is as long as the kernel's.
    if cfg!(target_pointer_width = "32") { low | words.next().unwrap_or(0) << 32 } else { low }
}

/// Metres a second each second, and radians a second, to the right, up and towards the player, as drivers have them.
pub fn motion(device: &Device) -> io::Result<[f64; 6]> {
    let scaled = |axis: u32, unit: f64| {
        let AxisState { value, resolution, .. } = device.axis(axis)?;
        Ok::<_, io::Error>(f64::from(value) / f64::from(resolution.max(1)) * unit)
    };
    let turn = 1.0_f64.to_radians();
    let units = [STANDARD_GRAVITY, STANDARD_GRAVITY, STANDARD_GRAVITY, turn, turn, turn];
    let mut found = [0.0; 6];
    for ((axis, unit), place) in (0..).zip(units).zip(&mut found) {
        *place = scaled(axis, unit)?;
    }
    Ok(found)
}

impl Touchpad {
    fn new(device: Device) -> io::Result<Self> {
        let last = device.axis(ABS_MT_SLOT)?.maximum;
        let fingers = usize::try_from(last).map_or(1, |last| last.saturating_add(1)).min(MOST_FINGERS);
        Ok(Self { device, fingers })
    }

    /// What a finger does.
    pub fn finger(&self, finger: usize) -> io::Result<Finger> {
        let of = |axis| Ok::<_, io::Error>(self.device.slots(axis, self.fingers)?[finger]);
        if of(ABS_MT_TRACKING_ID)? < 0 {
            return Ok(Finger::default());
        }
        let place = |axis| {
            let AxisState { minimum, maximum, .. } = self.device.axis(axis)?;
            let range = (f64::from(maximum) - f64::from(minimum)).max(1.0);
            Ok::<_, io::Error>(((f64::from(of(axis)?) - f64::from(minimum)) / range).clamp(0.0, 1.0))
        };
        Ok(Finger { touches: true, x: place(ABS_MT_POSITION_X)?, y: place(ABS_MT_POSITION_Y)? })
    }

    /// Whether it is pressed down.
    pub fn is_pressed(&self) -> io::Result<bool> {
        self.device.key(BTN_LEFT)
    }
}

impl Light {
    fn find(folder: &Path) -> Option<Self> {
        let lights = children(folder);
        for light in &lights {
            let index = fs::read_to_string(light.join("multi_index")).unwrap_or_default();
            let order = index.split_whitespace().map(|name| COLORS.iter().position(|color| *color == name));
            if let Some(order) = order.collect::<Option<Vec<usize>>>()
                && COLORS.iter().enumerate().all(|(color, _)| order.contains(&color))
            {
                return Some(Self::Together { folder: light.clone(), order });
            }
        }
        let of = |color: &str| {
            let ends =
                |path: &&PathBuf| path.to_str().is_some_and(|path| path.ends_with(&format!(":{color}")));
            lights.iter().find(ends).cloned()
        };
        let [red, green, blue] = COLORS.map(of);
        Some(Self::Apart([red?, green?, blue?]))
    }

    /// Gives it a colour: parts from 0 to 255.
    pub fn set(&self, color: [u8; 3]) -> io::Result<()> {
        let most = |folder: &Path| -> u32 {
            let most = fs::read_to_string(folder.join("max_brightness")).unwrap_or_default();
            most.trim().parse().unwrap_or(255)
        };
        match self {
            Self::Together { folder, order } => {
                let parts: Vec<String> = order.iter().map(|&place| color[place].to_string()).collect();
                fs::write(folder.join("multi_intensity"), parts.join(" "))?;
                fs::write(folder.join("brightness"), most(folder).to_string())
            }
            Self::Apart(lights) => lights.iter().zip(color).try_for_each(|(light, part)| {
                let scaled = u32::from(part) * most(light) / 255;
                fs::write(light.join("brightness"), scaled.to_string())
            }),
        }
    }
}
