//! Pictures in a window, and surfaces for GPU libraries.

#[cfg(target_os = "linux")]
use crate::ui_thread;
use crate::{Error, Result, window::Window};
use ffi_core::{canvas::Canvas, export, ffi_struct};
use raw_window_handle::{HasDisplayHandle, HasWindowHandle, RawDisplayHandle, RawWindowHandle};

/// The number of Xlib's handles.
const XLIB: i64 = 1;

/// What a GPU library makes a surface of.
#[ffi_struct]
pub struct WindowRawHandle {
    /// Xlib 1, Wayland 2, Win32 3, AppKit 4.
    #[number = "WindowPlatform"]
    pub platform: i64,
    /// The window: an XID, or the address of a `wl_surface`, `HWND` or `NSView`.
    pub window: i64,
    /// The display: the address of a `Display` or `wl_display`, or the `HINSTANCE`.
    pub display: i64,
    /// On X11, the number of the screen.
    pub screen: i64,
    /// On X11, the number of the visual.
    pub visual: i64,
}

/// Shows a picture in the window, without a GPU: `width` times `height` pixels (each 1 to 32,767) of four bytes
/// red, green, blue, alpha, line by line from the top. It lies in the window's upper left corner, pixel for
/// pixel, with black around it and cut off at the window's edges; translucent pixels lie over black. In a window
/// that was made `transparent`, on X11 with a compositor, what is behind it takes black's place. A
/// redraw-requested event says that it must be shown anew. Fails on X screens that have no visual of 8 bits a colour,
/// and on Wayland in windows of more than 268 million pixels.
///
/// The call returns once the picture is on its way to the screen; nothing more is needed for it to arrive. While
/// two before it still are on theirs, it waits.
#[export(blocks)]
fn rt_winit_window_present_rgba(window: &Window, width: i64, height: i64, pixels: &[u8]) -> Result<()> {
    window.show(width, height, pixels)
}

/// Shows a canvas in the window, as `rt_winit_window_present_rgba` does a picture: as it is now, and without copying its
/// pixels first. A canvas is what `rt_lyon_canvas_new` makes; one side of 32,768 pixels is too long.
#[export(blocks)]
fn rt_winit_window_present_canvas(window: &Window, canvas: &Canvas) -> Result<()> {
    window.show(canvas.width() as i64, canvas.height() as i64, &canvas.pixels())
}

/// Returns what a GPU library makes a surface of. Valid until the window is freed. On X11 the display is a connection
/// of its own, the same for all windows and open while the process lives: a host may draw and wait on it from any
/// thread.
#[export]
fn rt_winit_window_raw_handle(window: &Window) -> Result<WindowRawHandle> {
    let raw = window.run(|native| {
        let unknown = |_| Error::Impossible("a raw handle", "the window system has none".into());
        let display = native.display_handle().map_err(unknown)?.as_raw();
        let window = native.window_handle().map_err(unknown)?.as_raw();
        raw(window, display)
    })??;
    #[cfg(target_os = "linux")]
    if raw.platform == XLIB {
        let lent = ui_thread::lend()?;
        return Ok(WindowRawHandle { display: lent.address as i64, screen: i64::from(lent.screen), ..raw });
    }
    Ok(raw)
}

fn raw(window: RawWindowHandle, display: RawDisplayHandle) -> Result<WindowRawHandle> {
    Ok(match (window, display) {
        (RawWindowHandle::Xlib(window), RawDisplayHandle::Xlib(display)) => WindowRawHandle {
            platform: XLIB,
            window: window.window as i64,
            display: display.display.map_or(0, |display| display.as_ptr() as i64),
            screen: i64::from(display.screen),
            visual: window.visual_id as i64,
        },
        (RawWindowHandle::Wayland(window), RawDisplayHandle::Wayland(display)) => WindowRawHandle {
            platform: 2,
            window: window.surface.as_ptr() as i64,
            display: display.display.as_ptr() as i64,
            ..WindowRawHandle::default()
        },
        (RawWindowHandle::Win32(window), _) => WindowRawHandle {
            platform: 3,
            window: window.hwnd.get() as i64,
            display: window.hinstance.map_or(0, |instance| instance.get() as i64),
            ..WindowRawHandle::default()
        },
        (RawWindowHandle::AppKit(window), _) => WindowRawHandle {
            platform: 4,
            window: window.ns_view.as_ptr() as i64,
            ..WindowRawHandle::default()
        },
        _ => return Err(Error::Impossible("a raw handle", "the window system is an unknown one".into())),
    })
}
