//! The thread that runs winit's one event loop, and what other threads have done on it.

use crate::{
    Error, Result,
    app::App,
    display::{self, Display},
    event_loop, platform,
};
use ffi_core::{Locked, fork::ForkSafeMutex, signals::without_write_signals, thread::Builder};
use std::{
    any::Any,
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    sync::{
        Arc,
        mpsc::{self, RecvTimeoutError},
    },
    time::Duration,
};
use winit::{
    application::ApplicationHandler,
    event::{DeviceEvent, DeviceId, WindowEvent},
    event_loop::{ActiveEventLoop, EventLoopProxy},
    platform::run_on_demand::EventLoopExtRunOnDemand,
    window::WindowId,
};

/// Something to be done on the thread.
type UiTask = Box<dyn FnOnce(&mut App, &ActiveEventLoop) + Send>;

/// The thread, as others see it.
struct UiThread {
    proxy: Locked<EventLoopProxy<UiTask>>,
    display: Arc<Display>,
}

enum Slot {
    Unopened,
    Open(Arc<UiThread>),
}

/// A child of `fork` has no such thread, and winit starts none there where its parent had one.
static THREAD: ForkSafeMutex<Slot> = ForkSafeMutex::by_each_process(|| Slot::Unopened);

/// The display, opened at first use.
pub fn display() -> Result<Arc<Display>> {
    Ok(Arc::clone(&open()?.display))
}

fn open() -> Result<Arc<UiThread>> {
    let mut slot = THREAD.lock();
    if display::is_lost() {
        return Err(Error::Lost);
    }
    if let Slot::Open(thread) = &*slot {
        return Ok(Arc::clone(thread));
    }
    // The server may go while it is spoken to.
    let system = without_write_signals(platform::reachable).map_err(Error::NoDisplay)?;
    // What fails now, for want of descriptors say, may succeed the next time.
    let thread = Arc::new(start(system).map_err(Error::Unusable)?);
    *slot = Slot::Open(Arc::clone(&thread));
    Ok(thread)
}

/// Runs `work` on the thread and waits for what it returns.
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
            Ok(Err(panic)) if !display::is_lost() => resume_unwind(panic),
            Err(RecvTimeoutError::Timeout) if !display::is_lost() => {}
            _ => return Err(Error::Lost),
        }
    }
}

/// Has `work` done on the thread, where there is one, some time soon.
pub fn post(work: impl FnOnce(&mut App, &ActiveEventLoop) + Send + 'static) {
    if let Slot::Open(thread) = &*THREAD.lock()
        && !display::is_lost()
    {
        let _ = thread.send(Box::new(move |app, active| {
            let _ = catch_unwind(AssertUnwindSafe(|| work(app, active)));
        }));
    }
}

impl UiThread {
    fn send(&self, task: UiTask) -> Result<()> {
        self.proxy.lock().send_event(task).map_err(|_| Error::Lost)
    }
}

type Opened = Result<UiThread, String>;

fn start(system: platform::System) -> Opened {
    let (tell, told) = mpsc::sync_channel(1);
    Builder::new("simple_native windows")
        .spawn(move || serve(system, &tell))
        .map_err(|error| format!("its thread did not start: {error}"))?;
    told.recv().map_err(|_| "its thread ended".to_owned())?
}

fn serve(system: platform::System, tell: &mpsc::SyncSender<Opened>) {
    let built = catch_unwind(AssertUnwindSafe(|| platform::build::<UiTask>(system)));
    let mut event_loop = match built {
        Ok(Ok(event_loop)) => event_loop,
        Ok(Err(error)) => return drop(tell.send(Err(error.to_string()))),
        Err(panic) => return drop(tell.send(Err(describe(&*panic)))),
    };
    platform::survive(&event_loop, lost);
    let display = Arc::new(Display::new(system, event_loop.owned_display_handle()));
    let proxy = Locked::new(event_loop.create_proxy());
    let mut app = App::new(Arc::clone(&display));
    if tell.send(Ok(UiThread { proxy, display })).is_err() {
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

/// A connection of Xlib's for a host to draw through, where the display is an X server.
#[cfg(target_os = "linux")]
pub fn lend() -> Result<crate::xlib::XlibDisplay> {
    display()?.lend(lost)
}

/// Wakes all that wait for the display.
fn lost() {
    display::set_lost();
    event_loop::display_lost();
}

impl ApplicationHandler<UiTask> for App {
    fn resumed(&mut self, _active: &ActiveEventLoop) {}

    fn user_event(&mut self, active: &ActiveEventLoop, task: UiTask) {
        task(self, active);
    }

    fn window_event(&mut self, _active: &ActiveEventLoop, id: WindowId, event: WindowEvent) {
        self.take_window_event(id, event);
    }

    fn about_to_wait(&mut self, active: &ActiveEventLoop) {
        self.prepare_wait(active);
    }

    fn device_event(&mut self, _active: &ActiveEventLoop, _device: DeviceId, event: DeviceEvent) {
        self.take_device_event(event);
    }
}
