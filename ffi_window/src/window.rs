//! A window: what its handle stands for, and what the loop's thread keeps of it.

use crate::{
    Error, Result,
    config::Config,
    display::{self, System},
    event_loop::{EventLoop, deadline},
    picture::Canvas,
    pointer::Pointer,
};
use ffi_core::{Kind, Locked};
use parking_lot::{Condvar, Mutex};
use std::sync::{
    Arc,
    atomic::{AtomicBool, AtomicI64, Ordering},
};
use winit::{
    dpi::{PhysicalPosition, PhysicalSize},
    event_loop::ActiveEventLoop,
    window::{Fullscreen, Window as Native, WindowId},
};

/// How long a setter that waits waits for the window system to agree.
const CONFIRMATION_MS: i64 = 200;

/// What the window system last said.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct State {
    pub size: (u32, u32),
    pub position: Option<(i32, i32)>,
    pub scale_factor: f64,
    /// How often the position was reported.
    moves: u64,
}

/// The limits of its size that the host asked for, 0 for none.
#[derive(Clone, Copy, Debug, Default)]
pub struct Limits {
    pub least: (u32, u32),
    pub greatest: (u32, u32),
}

/// What the host's object and the loop's thread both know of it.
pub struct Shared {
    /// The window system's number for it, where that has one.
    pub id: i64,
    pub native: WindowId,
    /// It is not there any more.
    is_gone: AtomicBool,
    pub event_loop: Arc<EventLoop>,
    state: Mutex<State>,
    changed: Condvar,
}

/// What a window's handle stands for.
pub struct Window {
    pub shared: Arc<Shared>,
    pub limits: Locked<Limits>,
    pub canvas: Locked<Option<Canvas>>,
}

ffi_core::object!(Window, Kind::Window);

impl Drop for Window {
    fn drop(&mut self) {
        let shared = Arc::clone(&self.shared);
        display::post(move |app, _| app.destroy(&shared));
    }
}

/// The number by which C knows a window: on X11 its XID. Wayland has addresses, which are used again.
fn number(native: WindowId, system: System) -> i64 {
    static LAST: AtomicI64 = AtomicI64::new(0);
    match system {
        System::X11 => u64::from(native) as i64,
        _ => LAST.fetch_add(1, Ordering::Relaxed) + 1,
    }
}

impl Shared {
    /// Of a window that was just made.
    pub fn new(native: &Native, event_loop: Arc<EventLoop>, system: System) -> Self {
        let state = Mutex::new(State { scale_factor: native.scale_factor(), ..State::default() });
        let shared = Self {
            id: number(native.id(), system),
            native: native.id(),
            is_gone: AtomicBool::new(false),
            event_loop,
            state,
            changed: Condvar::new(),
        };
        shared.learn(native);
        shared
    }

    /// Asks the window system where it is now, and how large.
    pub fn learn(&self, native: &Native) {
        let size = native.inner_size();
        let position = native.outer_position().ok().map(|position| (position.x, position.y));
        let mut state = self.state.lock();
        let moves = state.moves + 1;
        *state = State { size: (size.width, size.height), position, moves, ..*state };
        drop(state);
        self.changed.notify_all();
    }

    /// It is no longer there; its loop is told.
    pub fn leave(&self) {
        self.is_gone.store(true, Ordering::Release);
        self.event_loop.remove(self.id);
    }

    /// Takes a new scale factor from its event: asked after it, winit may for a while tell the old one.
    pub fn rescale(&self, native: &Native, scale_factor: f64) {
        self.state.lock().scale_factor = scale_factor;
        self.learn(native);
    }

    /// What the window system last said.
    pub fn state(&self) -> State {
        *self.state.lock()
    }

    /// Waits until the window system agrees, or for as long as a setter may.
    fn confirm(&self, agrees: impl Fn(&State) -> bool) {
        let Some(deadline) = deadline(CONFIRMATION_MS) else { return };
        let mut state = self.state.lock();
        while !agrees(&state) {
            if self.changed.wait_until(&mut state, deadline).timed_out() {
                break;
            }
        }
    }
}

fn is_fullscreen(native: &Native) -> Result<bool> {
    #[cfg(target_os = "linux")]
    if let Some(connection) = display::open()?.x11()? {
        let found = crate::x11_state::is_fullscreen(&*connection, x11_window(native));
        return found.map_err(|error| Error::Impossible("asking the X server", error.to_string()));
    }
    Ok(native.fullscreen().is_some())
}

/// X11's number of a window there.
#[cfg(target_os = "linux")]
pub fn x11_window(native: &Native) -> u32 {
    u32::try_from(u64::from(native.id())).expect("X numbers windows in 32 bits")
}

impl Window {
    /// Makes one; gives its handle.
    pub fn make(event_loop: &Arc<EventLoop>, config: Config) -> Result<i64> {
        let limits = config.limits();
        let attributes = config.attributes(display::open()?.system)?;
        let (visible, is_clear) = (attributes.visible, attributes.transparent);
        let owner = Arc::clone(event_loop);
        let (shared, native) = display::run(move |app, active| {
            let native =
                active.create_window(attributes).map_err(|error| Error::NotMade(error.to_string()))?;
            let native = Arc::new(native);
            Ok((app.adopt(&native, owner), native))
        })??;
        let canvas = Locked::new(Some(Canvas::new(Arc::clone(&native), is_clear)));
        let window = Arc::new(Self { shared, limits: Locked::new(limits), canvas });
        drop(native);
        if visible && display::open()?.system == System::Wayland {
            // Wayland shows a window from its first picture on.
            window.show(1, 1, &[0, 0, 0, 255])?;
        }
        let id = window.shared.id;
        let handle = ffi_core::handle::insert(window);
        match event_loop.add(handle, id) {
            Ok(()) => Ok(handle),
            Err(error) => {
                drop(ffi_core::handle::take::<Self>(handle));
                Err(error)
            }
        }
    }

    /// Takes it off the display.
    pub fn destroy(&self) -> Result<()> {
        // The picture's surface keeps the window alive as well.
        drop(self.canvas.lock().take());
        let shared = Arc::clone(&self.shared);
        let gone = display::run(move |app, _| app.destroy(&shared));
        self.shared.leave();
        match gone {
            // It went with the display.
            Err(Error::Lost) | Ok(()) => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// Runs `work` on it, on the loop's thread.
    pub fn run<R: Send + 'static>(&self, work: impl FnOnce(&Native) -> R + Send + 'static) -> Result<R> {
        self.run_with(|native, _| work(native))
    }

    /// The same, with the loop.
    pub fn run_with<R: Send + 'static>(
        &self,
        work: impl FnOnce(&Native, &ActiveEventLoop) -> R + Send + 'static,
    ) -> Result<R> {
        let shared = Arc::clone(&self.shared);
        display::run(move |app, active| {
            let native = app.native(&shared).ok_or(Error::WindowGone)?;
            Ok(work(&native, active))
        })?
    }

    /// Whether it fills its monitor, as the window system says.
    pub fn is_fullscreen(&self) -> Result<bool> {
        self.run(is_fullscreen)?
    }

    /// Makes it fill its monitor, or brings it back.
    pub fn set_fullscreen(&self, wanted: bool) -> Result<()> {
        self.run(move |native| {
            let set = |wanted: bool| native.set_fullscreen(wanted.then_some(Fullscreen::Borderless(None)));
            if native.fullscreen().is_some() == wanted && is_fullscreen(native)? != wanted {
                // The user did it, and winit takes what it asked for last as done.
                set(!wanted);
            }
            set(wanted);
            Ok(())
        })?
    }

    /// Runs `work` on its pointer, on the loop's thread.
    pub fn point<R: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Pointer, &Native) -> R + Send + 'static,
    ) -> Result<R> {
        let shared = Arc::clone(&self.shared);
        display::run(move |app, _| {
            let (pointer, native) = app.pointer(&shared).ok_or(Error::WindowGone)?;
            Ok(work(pointer, native))
        })?
    }

    /// What the window system last said, where it still can.
    pub fn state(&self) -> Result<State> {
        if display::is_lost() {
            return Err(Error::Lost);
        }
        if self.shared.is_gone.load(Ordering::Acquire) {
            return Err(Error::WindowGone);
        }
        Ok(self.shared.state())
    }

    /// Changes the limits of its size, and tells the window system.
    pub fn limit(
        &self,
        change: impl FnOnce(Limits) -> Limits,
        tell: impl FnOnce(&Native, Limits) + Send + 'static,
    ) -> Result<()> {
        let mut limits = self.limits.lock();
        let changed = change(*limits);
        changed.check()?;
        *limits = changed;
        self.run(move |native| {
            let is_fixed = !native.is_resizable();
            tell(native, changed);
            if is_fixed {
                // On X11 it is the limits that keep a window's size, and they have just been replaced.
                native.set_resizable(false);
            }
        })
    }

    /// Asks for a size and waits a little for it.
    pub fn set_size(&self, width: u32, height: u32) -> Result<()> {
        let shared = Arc::clone(&self.shared);
        self.run(move |native| {
            // Some window systems agree at once and report nothing.
            if native.request_inner_size(PhysicalSize::new(width, height)).is_some() {
                shared.learn(native);
            }
        })?;
        self.shared.confirm(|state| state.size == (width, height));
        Ok(())
    }

    /// Asks for a position and waits a little for it.
    pub fn set_position(&self, x: i32, y: i32) -> Result<()> {
        let before = self.shared.state();
        self.run(move |native| native.set_outer_position(PhysicalPosition::new(x, y)))?;
        // The window system may put it elsewhere.
        let moved = |state: &State| state.position == Some((x, y)) || state.moves > before.moves;
        self.shared.confirm(moved);
        Ok(())
    }

    /// Shows a picture.
    pub fn show(&self, width: i64, height: i64, pixels: &[u8]) -> Result<()> {
        let size = self.state()?.size;
        let mut canvas = self.canvas.lock();
        canvas.as_mut().ok_or(Error::WindowGone)?.show(size, width, height, pixels)
    }
}
