//! A window: what its handle stands for.

#[cfg(target_os = "linux")]
use crate::x11_state::{self, xid};
use crate::{
    Error, Result,
    awake::Awake,
    config::Config,
    display::{self, Display},
    event_loop::EventLoop,
    frame::Frames,
    input_state::InputState,
    picture::Canvas,
    platform::System,
    pointer::Pointer,
    size_limits::{SizeLimits, SizeWish},
    ui_thread,
    window_state::{CONFIRMATION_MS, Told, WindowState},
};
use ffi_core::{Kind, Locked, signals::without_write_signals};
use std::{
    sync::Arc,
    time::{Duration, Instant},
};
#[cfg(target_os = "linux")]
use winit::platform::x11::WindowAttributesExtX11;
use winit::{
    dpi::{PhysicalPosition, PhysicalSize},
    event_loop::ActiveEventLoop,
    window::{Fullscreen, Window as Native},
};

/// A window, which a handle stands for.
pub struct Window {
    pub shared: Arc<WindowState>,
    pub limits: Locked<SizeLimits>,
    pub canvas: Locked<Option<Canvas>>,
    awake: Locked<Option<Awake>>,
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
        return x11_state::is_fullscreen(&*connection, xid(native)).map_err(unasked);
    }
    let _ = display;
    Ok(native.fullscreen().is_some())
}

/// Why an X server gave no answer.
#[cfg(target_os = "linux")]
pub fn unasked(error: Box<dyn std::error::Error>) -> Error {
    Error::Impossible("asking the X server", error.to_string())
}

/// Time between two looks whether the window system has done something.
const STEP: Duration = Duration::from_millis(2);

/// Waits until something is so, or for as long as a setter may. Whether it is.
fn until(is_so: impl Fn() -> Result<bool>) -> Result<bool> {
    let deadline = Instant::now() + Duration::from_millis(CONFIRMATION_MS as u64);
    loop {
        if is_so()? {
            return Ok(true);
        }
        if Instant::now() >= deadline {
            return Ok(false);
        }
        std::thread::sleep(STEP);
    }
}

/// Frees windows by their handles.
pub fn free_all(handles: Vec<i64>) {
    ffi_core::handle::free_all::<Window>(handles);
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
        // The display may be lost at any point of it.
        without_write_signals(|| Self::make_here(event_loop, config))
    }

    fn make_here(event_loop: &Arc<EventLoop>, config: Config) -> Result<i64> {
        let limits = config.limits();
        let display = ui_thread::display()?;
        let mut attributes = config.attributes(display.system)?;
        let (is_maximized, is_fullscreen) = (attributes.maximized, attributes.fullscreen.is_some());
        #[cfg(target_os = "linux")]
        if let (System::X11, Some(visual)) = (display.system, display.picture_visual()?) {
            attributes = WindowAttributesExtX11::with_x11_visual(attributes, visual);
        }
        let wish = SizeWish::new(display.system, &attributes, limits);
        let (visible, is_clear) = (attributes.visible, attributes.transparent);
        let owner = Arc::clone(event_loop);
        let (shared, native) = ui_thread::run(move |app, active| {
            wish.guess(&mut attributes, active);
            let native =
                active.create_window(attributes).map_err(|error| Error::NotMade(error.to_string()))?;
            let native = Arc::new(native);
            Ok((app.adopt(&native, owner, wish), native))
        })??;
        let canvas = Locked::new(Some(Canvas::new(Arc::clone(&native), Arc::clone(&display), is_clear)));
        let (limits, awake) = (Locked::new(limits), Locked::new(None));
        let window = Arc::new(Self { shared, limits, canvas, awake });
        drop(native);
        if visible && display.system == System::Wayland {
            // Wayland shows a window from its first picture on.
            window.show(1, 1, &[0, 0, 0, 255])?;
        }
        if visible {
            window.await_display(&display, is_maximized, is_fullscreen)?;
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

    /// Waits until it is on the screen and as it is to be, so that what is asked of it next is heard.
    fn await_display(&self, display: &Display, is_maximized: bool, is_fullscreen: bool) -> Result<()> {
        #[cfg(target_os = "linux")]
        if let Some(connection) = display.x11()? {
            let is_managed = display.has_manager()?;
            let id = u32::try_from(self.shared.id).expect("X numbers windows in 32 bits");
            // One that another program destroys meanwhile is gone.
            let is_ready = || Ok(x11_state::is_ready(&*connection, id, is_managed).unwrap_or(true));
            until(is_ready)?;
            if is_managed {
                let is_so = || {
                    Ok((!is_maximized || self.is_maximized()?) && (!is_fullscreen || self.is_fullscreen()?))
                };
                until(is_so)?;
            }
        }
        if display.system == System::Wayland {
            until(|| self.run(|native| native.current_monitor().is_some()))?;
            // What a task asks for is done before what the compositor said in the same moment.
            (0..2).try_for_each(|_| self.run(|_| ()))?;
            let shared = Arc::clone(&self.shared);
            ui_thread::run(move |app, _| app.keep_size(&shared))?;
        }
        let _ = (is_maximized, is_fullscreen);
        Ok(())
    }

    /// Takes it off the display.
    pub fn destroy(&self) -> Result<()> {
        // The picture's surface keeps the window alive as well.
        without_write_signals(|| drop((self.canvas.lock().take(), self.awake.lock().take())));
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

    /// Like [`run`](Self::run), with the loop.
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

    /// Tells whether it fills its monitor, as the window system says.
    pub fn is_fullscreen(&self) -> Result<bool> {
        let display = ui_thread::display()?;
        self.run(move |native| is_fullscreen(&display, native))?
    }

    /// Makes it fill its monitor, or brings it back, and waits a little for it.
    pub fn set_fullscreen(&self, wanted: bool) -> Result<()> {
        let display = ui_thread::display()?;
        let is_answered = display.has_manager()?;
        self.run(move |native| {
            let set = |wanted: bool| native.set_fullscreen(wanted.then_some(Fullscreen::Borderless(None)));
            if native.fullscreen().is_some() == wanted && is_fullscreen(&display, native)? != wanted {
                // The user did it, and winit takes what it asked for last as done.
                set(!wanted);
            }
            set(wanted);
            Ok(())
        })??;
        if is_answered {
            until(|| Ok(self.is_fullscreen()? == wanted))?;
        }
        Ok(())
    }

    /// Tells whether it is maximised, as the window system says.
    pub fn is_maximized(&self) -> Result<bool> {
        self.run(|native| native.is_maximized())
    }

    /// Maximises it, or brings it back, and waits a little for it.
    pub fn set_maximized(&self, wanted: bool) -> Result<()> {
        let is_answered = ui_thread::display()?.has_manager()?;
        self.run(move |native| native.set_maximized(wanted))?;
        if is_answered {
            until(|| Ok(self.is_maximized()? == wanted))?;
        }
        Ok(())
    }

    /// Keeps the pointer inside, or no longer; tries for a little where another program holds it.
    pub fn grab(&self, wanted: bool) -> Result<()> {
        let try_once = || self.point(move |pointer, native| pointer.keep(native, wanted))?;
        let deadline = Instant::now() + Duration::from_millis(CONFIRMATION_MS as u64);
        loop {
            match try_once() {
                Err(Error::Impossible(..)) if Instant::now() < deadline => std::thread::sleep(5 * STEP),
                outcome => return outcome,
            }
        }
    }

    /// Asks for the keyboard, or takes it where nobody manages that, and waits a little for it.
    pub fn focus(&self) -> Result<()> {
        let display = ui_thread::display()?;
        #[cfg(target_os = "linux")]
        if let Some(connection) = display.x11()?
            && !display.has_manager()?
        {
            let taken =
                self.run(move |native| x11_state::take_focus(&*connection, xid(native)).map_err(unasked))?;
            taken?;
            until(|| self.run(|native| native.has_focus()))?;
            return Ok(());
        }
        let _ = display;
        self.run(|native| native.focus_window())?;
        until(|| self.run(|native| native.has_focus())).map(|_| ())
    }

    /// Keeps the display awake while it is there, or no longer.
    pub fn keep_awake(&self, wanted: bool) -> Result<()> {
        let display = ui_thread::display()?;
        let mut awake = self.awake.lock();
        if !wanted {
            self.state()?;
            without_write_signals(|| drop(awake.take()));
        } else if awake.is_none() {
            *awake = Some(self.run(move |native| Awake::new(&display, native))??);
        }
        Ok(())
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

    /// The state that the window system last told, where it still can.
    pub fn state(&self) -> Result<Told> {
        if display::is_lost() {
            return Err(Error::Lost);
        }
        if self.shared.is_gone() {
            return Err(Error::WindowGone);
        }
        Ok(self.shared.state())
    }

    /// Looks at what is held in it, where the window system still tells.
    pub fn look_at_input<R>(&self, look: impl FnOnce(&InputState) -> R) -> Result<R> {
        self.state()?;
        Ok(self.shared.look_at_input(look))
    }

    /// Looks at its frame.
    pub fn look_at_frames<R>(&self, look: impl FnOnce(&Frames) -> R) -> Result<R> {
        self.state()?;
        Ok(self.shared.with_frames(|frames| look(frames)))
    }

    /// Begins the next of `rate` frames a second, where that is not 0; the seconds since the one before.
    pub fn begin_frame(&self, rate: f64) -> Result<f64> {
        let step = if rate > 0.0 { Duration::from_secs_f64(1.0 / rate) } else { Duration::ZERO };
        let due = self.shared.with_frames(|frames| frames.due(step, Instant::now()));
        self.shared.wait_until(due);
        self.state()?;
        let passed = self.shared.with_frames(|frames| frames.begin(due, Instant::now()));
        Ok(passed.unwrap_or(step).as_secs_f64())
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
        let canvas = canvas.as_mut().ok_or(Error::WindowGone)?;
        // The display may have gone.
        without_write_signals(|| canvas.show(size, width, height, pixels))
    }
}
