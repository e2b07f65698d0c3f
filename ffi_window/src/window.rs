//! A window: what its handle stands for.

use crate::{
    Error, Result,
    config::Config,
    display::{self, Display},
    event_loop::EventLoop,
    picture::Canvas,
    platform::System,
    pointer::Pointer,
    size_limits::SizeLimits,
    ui_thread,
    window_state::{Told, WindowState},
};
use ffi_core::{Kind, Locked};
use std::sync::Arc;
use winit::{
    dpi::{PhysicalPosition, PhysicalSize},
    event_loop::ActiveEventLoop,
    window::{Fullscreen, Window as Native},
};

/// What a window's handle stands for.
pub struct Window {
    pub shared: Arc<WindowState>,
    pub limits: Locked<SizeLimits>,
    pub canvas: Locked<Option<Canvas>>,
}

ffi_core::object!(Window, Kind::Window);

impl Drop for Window {
    fn drop(&mut self) {
        let shared = Arc::clone(&self.shared);
        ui_thread::post(move |app, _| app.destroy(&shared));
    }
}

fn is_fullscreen(display: &Display, native: &Native) -> Result<bool> {
    #[cfg(target_os = "linux")]
    if let Some(connection) = display.x11()? {
        let found = crate::x11_state::is_fullscreen(&*connection, crate::x11_state::xid(native));
        return found.map_err(|error| Error::Impossible("asking the X server", error.to_string()));
    }
    let _ = display;
    Ok(native.fullscreen().is_some())
}

/// Frees windows by their handles.
pub fn free_all(handles: Vec<i64>) {
    ffi_core::handle::free_all::<Window>(handles.into_iter());
}

/// Ends a loop, and waits until its windows are off the display.
pub fn free_loop(event_loop: &EventLoop) {
    if event_loop.free() {
        // Once the thread has come to this, it has destroyed them.
        let _ = ui_thread::run(|_, _| ());
    }
}

impl Window {
    /// Makes one; gives its handle.
    pub fn make(event_loop: &Arc<EventLoop>, config: Config) -> Result<i64> {
        let limits = config.limits();
        let display = ui_thread::display()?;
        let attributes = config.attributes(display.system)?;
        let (visible, is_clear) = (attributes.visible, attributes.transparent);
        let owner = Arc::clone(event_loop);
        let (shared, native) = ui_thread::run(move |app, active| {
            let native =
                active.create_window(attributes).map_err(|error| Error::NotMade(error.to_string()))?;
            let native = Arc::new(native);
            Ok((app.adopt(&native, owner), native))
        })??;
        let canvas = Locked::new(Some(Canvas::new(Arc::clone(&native), Arc::clone(&display), is_clear)));
        let window = Arc::new(Self { shared, limits: Locked::new(limits), canvas });
        drop(native);
        if visible && display.system == System::Wayland {
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
        let gone = ui_thread::run(move |app, _| app.destroy(&shared));
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
        ui_thread::run(move |app, active| {
            let native = app.native(&shared).ok_or(Error::WindowGone)?;
            Ok(work(&native, active))
        })?
    }

    /// Whether it fills its monitor, as the window system says.
    pub fn is_fullscreen(&self) -> Result<bool> {
        let display = ui_thread::display()?;
        self.run(move |native| is_fullscreen(&display, native))?
    }

    /// Makes it fill its monitor, or brings it back.
    pub fn set_fullscreen(&self, wanted: bool) -> Result<()> {
        let display = ui_thread::display()?;
        self.run(move |native| {
            let set = |wanted: bool| native.set_fullscreen(wanted.then_some(Fullscreen::Borderless(None)));
            if native.fullscreen().is_some() == wanted && is_fullscreen(&display, native)? != wanted {
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
        ui_thread::run(move |app, _| {
            let (pointer, native) = app.pointer(&shared).ok_or(Error::WindowGone)?;
            Ok(work(pointer, native))
        })?
    }

    /// What the window system last said, where it still can.
    pub fn state(&self) -> Result<Told> {
        if display::is_lost() {
            return Err(Error::Lost);
        }
        if self.shared.is_gone() {
            return Err(Error::WindowGone);
        }
        Ok(self.shared.state())
    }

    /// Changes the limits of its size, and tells the window system.
    pub fn limit(
        &self,
        change: impl FnOnce(SizeLimits) -> SizeLimits,
        tell: impl FnOnce(&Native, SizeLimits) + Send + 'static,
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
        let moved = |state: &Told| state.position == Some((x, y)) || state.moves > before.moves;
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
