//! The process's one connection to its display, and the thread that runs winit's one event loop over it.

use crate::{Error, Result, app::App, route::Route};
use ffi_core::{Locked, thread::Builder};
use std::{
    any::Any,
    ffi::{CStr, CString},
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc::{self, RecvTimeoutError},
    },
    time::Duration,
};
use winit::{
    event_loop::{ActiveEventLoop, EventLoopProxy, OwnedDisplayHandle},
    platform::run_on_demand::EventLoopExtRunOnDemand,
};
#[cfg(target_os = "linux")]
use x11rb::xcb_ffi::XCBConnection;

/// Something to be done on the loop's thread.
pub type Job = Box<dyn FnOnce(&mut App, &ActiveEventLoop) + Send>;

/// The connection.
pub struct Display {
    proxy: Locked<EventLoopProxy<Job>>,
    handle: OwnedDisplayHandle,
    name: Option<CString>,
    /// What pictures are shown through, from the first on.
    route: Locked<Option<Route>>,
    /// Which window system it is.
    pub system: System,
}

/// What a display runs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum System {
    X11,
    Wayland,
    #[cfg(not(target_os = "linux"))]
    Other,
}

enum Slot {
    Unopened,
    Open(Arc<Display>),
    /// winit refuses a second try.
    Unusable(String),
}

static DISPLAY: Locked<Slot> = Locked::new(Slot::Unopened);
static LOST: AtomicBool = AtomicBool::new(false);

/// True once the connection broke.
pub fn is_lost() -> bool {
    LOST.load(Ordering::Acquire)
}

/// The connection, opened at first use.
pub fn open() -> Result<Arc<Display>> {
    let mut slot = DISPLAY.lock();
    if is_lost() {
        return Err(Error::Lost);
    }
    match &*slot {
        Slot::Open(display) => return Ok(Arc::clone(display)),
        Slot::Unusable(reason) => return Err(Error::Unusable(reason.clone())),
        Slot::Unopened => {}
    }
    // winit can be asked once only, so it is not asked where it would fail.
    let system = platform::reachable().map_err(Error::NoDisplay)?;
    match start(system) {
        Ok(display) => {
            let display = Arc::new(display);
            *slot = Slot::Open(Arc::clone(&display));
            Ok(display)
        }
        Err(reason) => {
            *slot = Slot::Unusable(reason.clone());
            Err(Error::Unusable(reason))
        }
    }
}

/// Runs `work` on the loop's thread and waits for what it returns.
pub fn run<R: Send + 'static>(
    work: impl FnOnce(&mut App, &ActiveEventLoop) -> R + Send + 'static,
) -> Result<R> {
    let (tell, told) = mpsc::sync_channel(1);
    open()?.send(Box::new(move |app, active| {
        let outcome = catch_unwind(AssertUnwindSafe(|| work(app, active)));
        let _ = tell.send(outcome);
    }))?;
    loop {
        match told.recv_timeout(Duration::from_millis(100)) {
            Ok(Ok(value)) => return Ok(value),
            // winit panics where the display is gone.
            Ok(Err(panic)) if !is_lost() => resume_unwind(panic),
            Err(RecvTimeoutError::Timeout) if !is_lost() => {}
            _ => return Err(Error::Lost),
        }
    }
}

/// Has `work` done on the loop's thread, where there is one, some time soon.
pub fn post(work: impl FnOnce(&mut App, &ActiveEventLoop) + Send + 'static) {
    if let Slot::Open(display) = &*DISPLAY.lock()
        && !is_lost()
    {
        let _ = display.send(Box::new(move |app, active| {
            let _ = catch_unwind(AssertUnwindSafe(|| work(app, active)));
        }));
    }
}

impl Display {
    fn send(&self, job: Job) -> Result<()> {
        self.proxy.lock().send_event(job).map_err(|_| Error::Lost)
    }

    /// What the environment called it when it was opened.
    pub fn name(&self) -> Option<&CStr> {
        self.name.as_deref()
    }

    /// A connection to its X server beside the event loop's, where it is one.
    #[cfg(target_os = "linux")]
    pub fn x11(&self) -> Result<Option<Arc<XCBConnection>>> {
        if self.system != System::X11 {
            return Ok(None);
        }
        match self.route()? {
            Route::Own { connection, .. } => Ok(Some(connection)),
            Route::Shared(_) => Ok(None),
        }
    }

    /// What pictures are shown through.
    pub fn route(&self) -> Result<Route> {
        let mut route = self.route.lock();
        if let Some(route) = &*route {
            return Ok(route.clone());
        }
        let new = match self.system {
            System::X11 => Route::to_x11(self.name())?,
            _ => Route::Shared(self.handle.clone()),
        };
        Ok(route.insert(new).clone())
    }
}

type Opened = Result<(EventLoopProxy<Job>, OwnedDisplayHandle), String>;

fn start(system: System) -> Result<Display, String> {
    let name = std::env::var("DISPLAY").ok().and_then(|name| CString::new(name).ok());
    let (tell, told) = mpsc::sync_channel(1);
    Builder::new("simple_native windows")
        .spawn(move || serve(system, &tell))
        .map_err(|error| format!("its thread did not start: {error}"))?;
    let (proxy, handle) = told.recv().map_err(|_| "its thread ended".to_owned())??;
    Ok(Display { proxy: Locked::new(proxy), handle, name, route: Locked::new(None), system })
}

fn serve(system: System, tell: &mpsc::SyncSender<Opened>) {
    let built = catch_unwind(AssertUnwindSafe(|| platform::build(system)));
    let mut event_loop = match built {
        Ok(Ok(event_loop)) => event_loop,
        Ok(Err(error)) => return drop(tell.send(Err(error.to_string()))),
        Err(panic) => return drop(tell.send(Err(describe(&*panic)))),
    };
    platform::survive(&event_loop);
    let opened = (event_loop.create_proxy(), event_loop.owned_display_handle());
    let mut app = App::new(system);
    if tell.send(Ok(opened)).is_err() {
        return;
    }
    // It ends only where the connection broke.
    let _ = catch_unwind(AssertUnwindSafe(|| event_loop.run_app_on_demand(&mut app)));
    lost();
    // What they would say to the display on their way out can no longer be said.
    std::mem::forget(app);
    std::mem::forget(event_loop);
}

fn describe(panic: &(dyn Any + Send)) -> String {
    ffi_core::guard::describe(panic).to_owned()
}

/// Wakes all that wait for the display.
fn lost() {
    LOST.store(true, Ordering::Release);
    crate::event_loop::display_lost();
}

#[cfg(target_os = "linux")]
mod platform {
    use super::{Job, System};
    use std::{env, os::unix::net::UnixStream, path::PathBuf};
    use winit::{
        error::EventLoopError,
        event_loop::{DeviceEvents, EventLoop},
        platform::{wayland::EventLoopBuilderExtWayland, x11::EventLoopBuilderExtX11},
        raw_window_handle::HasDisplayHandle,
    };
    use x11rb::connection::RequestConnection;

    fn variable(name: &str) -> Option<String> {
        env::var(name).ok().filter(|value| !value.is_empty())
    }

    /// The system that answers, Wayland before X11.
    pub fn reachable() -> Result<System, String> {
        let wayland = wayland();
        if wayland == Some(Ok(())) {
            return Ok(System::Wayland);
        }
        match (wayland, x11()) {
            (_, Some(Ok(()))) => Ok(System::X11),
            (Some(Err(wayland)), Some(Err(x11))) => Err(format!("{wayland}; {x11}")),
            (Some(Err(reason)), None) | (None, Some(Err(reason))) => Err(reason),
            _ => Err("neither WAYLAND_DISPLAY nor WAYLAND_SOCKET nor DISPLAY is set".into()),
        }
    }

    fn wayland() -> Option<Result<(), String>> {
        if variable("WAYLAND_SOCKET").is_some() {
            return Some(Ok(()));
        }
        let name = variable("WAYLAND_DISPLAY")?;
        let folder = variable("XDG_RUNTIME_DIR").unwrap_or_default();
        let socket = PathBuf::from(folder).join(&name);
        let refused = |error| format!("the Wayland display {name} does not answer: {error}");
        Some(UnixStream::connect(socket).map(drop).map_err(refused))
    }

    fn x11() -> Option<Result<(), String>> {
        let name = variable("DISPLAY")?;
        let refused = |error| format!("the X display {name} does not answer: {error}");
        Some(x11rb::connect(None).map_err(refused).and_then(|(connection, _)| has_extensions(&connection)))
    }

    /// winit panics without these, in a function that Xlib calls as well.
    fn has_extensions(connection: &impl RequestConnection) -> Result<(), String> {
        for name in ["RANDR", "XInputExtension", "XKEYBOARD"] {
            let found = connection.extension_information(name).map_err(|error| error.to_string())?;
            found.ok_or_else(|| format!("the X display has no extension {name}"))?;
        }
        Ok(())
    }

    pub fn build(system: System) -> Result<EventLoop<Job>, EventLoopError> {
        let mut builder = EventLoop::with_user_event();
        EventLoopBuilderExtX11::with_any_thread(&mut builder, true);
        match system {
            System::Wayland => builder.with_wayland(),
            _ => builder.with_x11(),
        };
        let event_loop = builder.build()?;
        if system == System::X11 {
            // They tell which of a wheel's reports are one too many; see `App::is_echo`.
            event_loop.listen_device_events(DeviceEvents::Always);
        }
        Ok(event_loop)
    }

    pub fn survive(event_loop: &EventLoop<Job>) {
        if let Ok(display) = event_loop.display_handle() {
            ffi_core::x11::survive_lost_server(display, super::lost);
        }
    }
}

#[cfg(windows)]
mod platform {
    use super::{Job, System};
    use winit::{
        error::EventLoopError, event_loop::EventLoop, platform::windows::EventLoopBuilderExtWindows,
    };

    pub fn reachable() -> Result<System, String> {
        Ok(System::Other)
    }

    pub fn build(_system: System) -> Result<EventLoop<Job>, EventLoopError> {
        EventLoop::with_user_event().with_any_thread(true).build()
    }

    pub fn survive(_event_loop: &EventLoop<Job>) {}
}

#[cfg(not(any(target_os = "linux", windows)))]
mod platform {
    use super::{Job, System};
    use winit::{error::EventLoopError, event_loop::EventLoop};

    pub fn reachable() -> Result<System, String> {
        Err("this system allows windows on a program's main thread only".into())
    }

    pub fn build(_system: System) -> Result<EventLoop<Job>, EventLoopError> {
        EventLoop::with_user_event().build()
    }

    pub fn survive(_event_loop: &EventLoop<Job>) {}
}
