//! State of a window that the host's object and the UI thread share.

use crate::{
    event::EventKind,
    event_loop::{EventLoop, deadline},
    frame::Frames,
    input_state::InputState,
    platform::System,
};
use ffi_core::sync::{Condvar, Mutex};
use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicI64, Ordering},
    },
    time::Instant,
};
use winit::window::{Window as Native, WindowId};

/// Time that a setter which waits gives the window system to agree.
pub const CONFIRMATION_MS: i64 = 200;

/// Standing of a window on the desktop.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    /// In its own size.
    #[default]
    Restored,
    Minimized,
    Maximized,
}

/// State of a window that the window system last told.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Told {
    pub size: (u32, u32),
    pub position: Option<(i32, i32)>,
    pub scale_factor: f64,
    /// Number of times that the position was reported.
    pub moves: u64,
    pub standing: Standing,
    /// Others cover all of it.
    pub is_occluded: bool,
}

/// State of a window that the host's object and the loop's thread share.
pub struct WindowState {
    /// The window system's number for it, where that has one.
    pub id: i64,
    pub native: WindowId,
    /// True once the window is not there any more.
    is_gone: AtomicBool,
    pub event_loop: Arc<EventLoop>,
    state: Mutex<Told>,
    frames: Mutex<Frames>,
    /// The user wants it closed.
    is_to_close: AtomicBool,
    changed: Condvar,
}

/// The number by which C knows a window: on X11 its XID. Wayland has addresses, which are used again.
fn number(native: WindowId, system: System) -> i64 {
    static LAST: AtomicI64 = AtomicI64::new(0);
    match system {
        System::X11 => u64::from(native) as i64,
        _ => LAST.fetch_add(1, Ordering::Relaxed) + 1,
    }
}

impl WindowState {
    /// Of a window that was just made.
    pub fn new(native: &Native, event_loop: Arc<EventLoop>, system: System) -> Self {
        let state = Mutex::new(Told { scale_factor: native.scale_factor(), ..Told::default() });
        let shared = Self {
            id: number(native.id(), system),
            native: native.id(),
            is_gone: AtomicBool::new(false),
            event_loop,
            state,
            frames: Mutex::default(),
            is_to_close: AtomicBool::new(false),
            changed: Condvar::new(),
        };
        shared.learn(native);
        shared
    }

    /// Asks the window system where it is now, and how large.
    pub fn learn(&self, native: &Native) {
        let size = native.inner_size();
        let position = native.outer_position().ok().map(|position| (position.x, position.y));
        self.change(|state| *state = Told { size: (size.width, size.height), position, ..*state });
    }

    /// Takes a new size from its event: asked after it, the window system may for a while tell the old one.
    pub fn resized(&self, width: u32, height: u32) {
        self.change(|state| state.size = (width, height));
    }

    /// Takes a new position from its event.
    pub fn moved(&self, x: i32, y: i32) {
        self.change(|state| *state = Told { position: Some((x, y)), moves: state.moves + 1, ..*state });
    }

    /// Takes a new scale factor from its event; sizes have events of their own.
    pub fn rescaled(&self, scale_factor: f64) {
        self.change(|state| state.scale_factor = scale_factor);
    }

    /// Takes in how it stands; true where that is new.
    pub fn stands(&self, standing: Standing) -> bool {
        self.change(|state| std::mem::replace(&mut state.standing, standing)) != standing
    }

    /// Takes in whether others cover all of it; true where that is new.
    pub fn occluded(&self, is_occluded: bool) -> bool {
        self.change(|state| std::mem::replace(&mut state.is_occluded, is_occluded)) != is_occluded
    }

    fn change<R>(&self, change: impl FnOnce(&mut Told) -> R) -> R {
        let before = change(&mut self.state.lock());
        self.changed.notify_all();
        before
    }

    /// Notes that the window is no longer there, and tells its loop.
    pub fn leave(&self) {
        self.is_gone.store(true, Ordering::Release);
        drop(self.state.lock());
        self.changed.notify_all();
        self.event_loop.remove(self.id);
    }

    /// Takes in what of events is input, before anybody hears of them. Those of one moment (a key, and what it types) are
    /// given together: they belong to one frame.
    pub fn take_input(&self, kinds: &[EventKind], system: System) {
        let mut frames = self.frames.lock();
        for kind in kinds {
            frames.take_in(kind);
            match kind {
                EventKind::CloseRequested => self.ask_to_close(true),
                // There the pointer leaves with a button down only to drag, and nobody tells how that ends.
                EventKind::CursorLeft if system == System::Wayland => frames.release_buttons(),
                _ => {}
            }
        }
    }

    /// Looks at what is held in it.
    pub fn look_at_input<R>(&self, look: impl FnOnce(&InputState) -> R) -> R {
        look(self.frames.lock().now())
    }

    /// Looks at its frames, or begins one.
    pub fn with_frames<R>(&self, work: impl FnOnce(&mut Frames) -> R) -> R {
        work(&mut self.frames.lock())
    }

    /// Whether the user wants it closed.
    pub fn is_to_close(&self) -> bool {
        self.is_to_close.load(Ordering::Acquire)
    }

    /// Takes in that the user does, or that the host goes on all the same.
    pub fn ask_to_close(&self, is_to_close: bool) {
        self.is_to_close.store(is_to_close, Ordering::Release);
    }

    /// Waits until then, or until it is gone.
    pub fn wait_until(&self, moment: Instant) {
        let mut state = self.state.lock();
        while !self.is_gone() && !self.changed.wait_until(&mut state, moment).timed_out() {}
    }

    /// True once it is no longer there.
    pub fn is_gone(&self) -> bool {
        self.is_gone.load(Ordering::Acquire)
    }

    /// The state that the window system last told.
    pub fn state(&self) -> Told {
        *self.state.lock()
    }

    /// Waits until the window system agrees with what was asked of it, or for as long as a setter may.
    pub fn confirm(&self, agrees: impl Fn(&Told) -> bool) {
        let Some(deadline) = deadline(CONFIRMATION_MS) else { return };
        let mut state = self.state.lock();
        while !agrees(&state) {
            if self.changed.wait_until(&mut state, deadline).timed_out() {
                break;
            }
        }
    }
}
