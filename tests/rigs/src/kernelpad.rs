//! Game pads of the kernel's own, through uinput, where there is a kernel that has it: in the machine that
//! `cargo xtask test --full` starts.

use crate::{
    fakepad::Rumble,
    tools::{eventually, output},
};
use evdev::{
    AbsInfo, AbsoluteAxisCode as Axis, AttributeSet, BusType, EventSummary, EventType,
    FFEffectCode as Effect, FFEffectKind, InputEvent, InputId, KeyCode as Key, UInputCode, UinputAbsSetup,
    uinput::VirtualDevice,
};
use rustix::fs::{OFlags, fcntl_getfl, fcntl_setfl};
use std::{
    io,
    process::Command,
    sync::{
        Arc, Mutex,
        mpsc::{self, RecvTimeoutError},
    },
    thread::{self, JoinHandle},
    time::Duration,
};

/// A pad that is plugged in until the value goes.
pub struct Pad {
    reports: Option<mpsc::Sender<InputEvent>>,
    rumbles: Arc<Mutex<Vec<Rumble>>>,
    driver: Option<JoinHandle<()>>,
}

impl Pad {
    /// Plugs one in, which can rumble or not, and is in lists of mappings or not. What looks for pads finds it when
    /// this returns.
    pub fn plug(rumbles: bool, is_known: bool) -> Self {
        let mut device = device(rumbles, is_known).expect("uinput");
        let flags = fcntl_getfl(&device).expect("its flags");
        fcntl_setfl(&device, flags | OFlags::NONBLOCK).expect("its flags");
        eventually("the pad's file", || device.enumerate_dev_nodes_blocking().ok()?.next()?.ok());
        let (reports, wanted) = mpsc::channel();
        let rumbles = Arc::default();
        let done = Arc::clone(&rumbles);
        let driver = thread::spawn(move || drive(&mut device, &wanted, &done));
        output(Command::new("udevadm").args(["settle", "--timeout=20"]));
        Self { reports: Some(reports), rumbles, driver: Some(driver) }
    }

    /// A button, down or up.
    pub fn key(&self, code: u16, down: bool) {
        self.report(EventType::KEY, code, i32::from(down));
    }

    /// An axis's position.
    pub fn axis(&self, code: u16, value: i32) {
        self.report(EventType::ABSOLUTE, code, value);
    }

    fn report(&self, kind: EventType, code: u16, value: i32) {
        let reports = self.reports.as_ref().expect("until it goes");
        reports.send(InputEvent::new(kind.0, code, value)).expect("its driver");
    }

    /// Rumbles that the pad was asked for so far, one entry for each change.
    pub fn rumbles(&self) -> Vec<Rumble> {
        self.rumbles.lock().expect("no panic").clone()
    }
}

impl Drop for Pad {
    fn drop(&mut self) {
        drop(self.reports.take());
        self.driver.take().into_iter().for_each(|driver| drop(driver.join()));
    }
}

/// The pad that `fakepad.c` plays too.
fn device(rumbles: bool, is_known: bool) -> io::Result<VirtualDevice> {
    let keys = [
        Key::BTN_SOUTH,
        Key::BTN_EAST,
        Key::BTN_NORTH,
        Key::BTN_WEST,
        Key::BTN_TL,
        Key::BTN_TR,
        Key::BTN_SELECT,
        Key::BTN_START,
        Key::BTN_MODE,
        Key::BTN_THUMBL,
        Key::BTN_THUMBR,
    ];
    // What drivers of real pads declare, and gilrs asks for.
    let effects = [
        Effect::FF_RUMBLE,
        Effect::FF_PERIODIC,
        Effect::FF_SQUARE,
        Effect::FF_TRIANGLE,
        Effect::FF_SINE,
        Effect::FF_GAIN,
    ];
    let mut builder = VirtualDevice::builder()?
        .name("Microsoft X-Box 360 pad")
        .input_id(InputId::new(BusType::BUS_USB, if is_known { 0x045e } else { 0x1234 }, 0x028e, 0x0114))
        .with_keys(&AttributeSet::from_iter(keys))?;
    let sticks =
        [Axis::ABS_X, Axis::ABS_Y, Axis::ABS_RX, Axis::ABS_RY].map(|axis| (axis, -32768, 32767, 16, 128));
    let triggers = [Axis::ABS_Z, Axis::ABS_RZ].map(|axis| (axis, 0, 255, 0, 0));
    let hat = [Axis::ABS_HAT0X, Axis::ABS_HAT0Y].map(|axis| (axis, -1, 1, 0, 0));
    for (axis, low, high, fuzz, flat) in sticks.into_iter().chain(triggers).chain(hat) {
        let (low, high) = if axis == Axis::ABS_RX && !is_known { (0, 0) } else { (low, high) };
        let info = AbsInfo::new(0, low, high, fuzz, flat, 0);
        builder = builder.with_absolute_axis(&UinputAbsSetup::new(axis, info))?;
    }
    if rumbles {
        builder = builder.with_ff(&AttributeSet::from_iter(effects))?.with_ff_effects_max(16);
    }
    builder.build()
}

/// Sends reports and takes effects in, until nobody reports any more.
fn drive(device: &mut VirtualDevice, wanted: &mpsc::Receiver<InputEvent>, rumbles: &Mutex<Vec<Rumble>>) {
    loop {
        match wanted.recv_timeout(Duration::from_millis(1)) {
            Ok(report) => device.emit(&[report]).expect("the kernel takes it"),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return,
        }
        let asked: Vec<InputEvent> = device.fetch_events().into_iter().flatten().collect();
        asked.into_iter().for_each(|event| answer(device, event, rumbles));
    }
}

fn answer(device: &mut VirtualDevice, event: InputEvent, rumbles: &Mutex<Vec<Rumble>>) {
    match event.destructure() {
        EventSummary::UInput(event, UInputCode::UI_FF_UPLOAD, _) => {
            let mut upload = device.process_ff_upload(event).expect("the effect");
            upload.set_retval(0);
            if let FFEffectKind::Rumble { strong_magnitude, weak_magnitude } = upload.effect().kind {
                let rumble = Rumble { strong: strong_magnitude, weak: weak_magnitude };
                rumbles.lock().expect("no panic").push(rumble);
            }
        }
        EventSummary::UInput(event, UInputCode::UI_FF_ERASE, _) => {
            device.process_ff_erase(event).expect("the effect").set_retval(0);
        }
        _ => {}
    }
}
