//! Windows: from a key press to its event and queued events beside SDL2, pictures beside softbuffer, all on an
//! X server without a screen.
#![allow(unsafe_code)]

use anyhow::{Context, Result, ensure};
use bench::{compare, median, nanoseconds, row, table};
use raw_window_handle::{
    DisplayHandle, HandleError, HasDisplayHandle, HasWindowHandle, RawDisplayHandle, RawWindowHandle,
    WindowHandle, XlibDisplayHandle, XlibWindowHandle,
};
use rigs::x11::Display;
use softbuffer::{Context as Softbuffer, Surface};
use std::{
    env,
    ffi::{c_ulong, c_void},
    io::{BufRead, BufReader, Write},
    num::NonZeroU32,
    path::Path,
    process::{Child, ChildStdout, Command, Stdio},
    ptr::NonNull,
    thread,
    time::Duration,
};
use x11rb::{
    CURRENT_TIME,
    connection::Connection,
    protocol::{
        xproto::{
            ConnectionExt as _, ImageFormat, InputFocus, KEY_PRESS_EVENT, KEY_RELEASE_EVENT,
            MOTION_NOTIFY_EVENT, MapState,
        },
        xtest::ConnectionExt as _,
    },
    rust_connection::RustConnection,
    wrapper::ConnectionExt as _,
};
use xtask::{
    build::{Options, build, include_folder},
    cc::LINK_FLAGS,
    workspace::{root, run, stdout},
};

// Links the exported functions into this program.
use simple_native as _;
use simple_native_sys as c;

const PRESSES: usize = 400;
const TURNS: usize = 21;
const MOTIONS: i16 = 2_000;
/// X's number of the key A.
const KEY_A: u8 = 38;
const WIDTH: usize = 1920;
const HEIGHT: usize = 1080;
/// In each turn of each side.
const PICTURES_IN_A_ROW: usize = 20;
const PICTURES: &str = "pictures";

fn main() -> Result<()> {
    if env::args().nth(1).as_deref() == Some(PICTURES) {
        return pictures();
    }
    table();
    events()?;
    // A process of its own, which is born on a display that has room for two pictures.
    let display = Display::sized(2 * WIDTH as u32, HEIGHT as u32);
    let mut command = Command::new(env::current_exe()?);
    display.prepare(command.arg(PICTURES));
    print!("{}", stdout(&mut command)?);
    Ok(())
}

/// A window program of `bench/c` at work.
struct Host {
    child: Child,
    said: BufReader<ChildStdout>,
    window: u32,
}

impl Host {
    fn start(program: &Path, display: &Display) -> Result<Self> {
        let mut command = Command::new(program);
        display.prepare(&mut command);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        let said = BufReader::new(child.stdout.take().context("its output")?);
        let mut host = Self { child, said, window: 0 };
        host.window = host.line()?.parse()?;
        Ok(host)
    }

    fn ask(&mut self, what: &str) -> Result<()> {
        let input = self.child.stdin.as_mut().context("its input")?;
        Ok(writeln!(input, "{what}").and_then(|()| input.flush())?)
    }

    fn line(&mut self) -> Result<String> {
        let mut line = String::new();
        ensure!(self.said.read_line(&mut line)? > 0, "the host ended");
        Ok(line.trim().to_owned())
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A user who presses keys and moves the pointer, for both hosts alike.
struct User {
    connection: RustConnection,
    root: u32,
}

impl User {
    fn on(display: &Display) -> Result<Self> {
        let (connection, screen) = x11rb::connect(Some(display.name()))?;
        let root = connection.setup().roots[screen].root;
        Ok(Self { connection, root })
    }

    fn give_keyboard(&self, window: u32) -> Result<()> {
        while self.connection.get_window_attributes(window)?.reply()?.map_state != MapState::VIEWABLE {
            thread::sleep(Duration::from_millis(10));
        }
        self.connection.set_input_focus(InputFocus::PARENT, window, CURRENT_TIME)?;
        self.connection.sync()?;
        thread::sleep(Duration::from_millis(50));
        Ok(())
    }

    fn key(&self, kind: u8) -> Result<()> {
        self.connection.xtest_fake_input(kind, KEY_A, CURRENT_TIME, self.root, 0, 0, 0)?;
        Ok(self.connection.flush()?)
    }

    /// Moves over a window whose left edge is at `left`.
    fn wander(&self, left: i16) -> Result<()> {
        for step in 0..MOTIONS {
            let (x, y) = (left + 10 + step % 300, 10 + step / 300 % 300);
            self.connection.xtest_fake_input(MOTION_NOTIFY_EVENT, 0, CURRENT_TIME, x11rb::NONE, x, y, 0)?;
            // Motion that the server finds waiting becomes one.
            self.connection.sync()?;
        }
        thread::sleep(Duration::from_millis(300));
        Ok(())
    }
}

fn events() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let (ours, sdl) = programs(folder.path())?;
    let display = Display::bare();
    let user = User::on(&display)?;
    let (mut ours, mut sdl) = (Host::start(&ours, &display)?, Host::start(&sdl, &display)?);
    presses(&user, &mut ours, &mut sdl)?;
    for (how, what) in [("drain", "one by one"), ("drain all", "many at a time")] {
        drained(&user, &mut ours, &mut sdl, how, what)?;
    }
    Ok(())
}

fn programs(folder: &Path) -> Result<(std::path::PathBuf, std::path::PathBuf)> {
    let built = build(&Options { release: true, ..Default::default() })?;
    let compile = |name: &str| {
        let mut cc = Command::new("cc");
        cc.arg("-O2").arg(root().join(format!("bench/c/{name}.c"))).arg("-o").arg(folder.join(name));
        cc
    };
    let mut cc = compile("window_ours");
    cc.arg("-I").arg(include_folder()).arg(&built.archive).args(LINK_FLAGS).args(&built.system_libraries);
    run(&mut cc)?;
    let flags = stdout(Command::new("pkg-config").args(["--cflags", "--libs", "sdl2"]))?;
    run(compile("window_sdl").args(flags.split_whitespace()))?;
    Ok((folder.join("window_ours"), folder.join("window_sdl")))
}

/// From the injector's request to the host's having the event, in turns.
fn presses(user: &User, ours: &mut Host, sdl: &mut Host) -> Result<()> {
    let mut turns = Vec::with_capacity(PRESSES);
    for _ in 0..PRESSES / 20 {
        let mut of = [Vec::new(), Vec::new()];
        for (host, times) in [&mut *ours, &mut *sdl].into_iter().zip(&mut of) {
            user.give_keyboard(host.window)?;
            for _ in 0..20 {
                times.push(press(user, host)?);
            }
        }
        let [ours, theirs] = of;
        turns.extend(ours.into_iter().zip(theirs));
    }
    let of = |pick: fn(&(f64, f64)) -> f64| median(&mut turns.iter().map(pick).collect::<Vec<_>>());
    let (ours, theirs) = (of(|turn| turn.0), of(|turn| turn.1));
    let micros = |seconds: f64| format!("{:.0} µs", seconds * 1e6);
    let what = "from a key press to its event in a waiting C host / SDL2's SDL_WaitEvent";
    row(what, &micros(ours), &micros(theirs), ours / theirs, "");
    Ok(())
}

fn press(user: &User, host: &mut Host) -> Result<f64> {
    host.ask("key")?;
    ensure!(host.line()? == "ready", "the host waits");
    // Until it really sleeps.
    thread::sleep(Duration::from_millis(2));
    let start = now();
    user.key(KEY_PRESS_EVENT)?;
    let end: i64 = host.line()?.parse()?;
    user.key(KEY_RELEASE_EVENT)?;
    Ok((end - start) as f64 * 1e-9)
}

/// Nanoseconds of the clock that the hosts read too.
fn now() -> i64 {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::Monotonic);
    time.tv_sec * 1_000_000_000 + time.tv_nsec
}

/// Events that wait in the library's queue, taken from C.
fn drained(user: &User, ours: &mut Host, sdl: &mut Host, how: &str, what: &str) -> Result<()> {
    let mut turns = Vec::with_capacity(TURNS);
    for _ in 0..TURNS {
        let mut of = [0.0; 2];
        for ((host, left), time) in [(&mut *ours, 0), (&mut *sdl, 500)].into_iter().zip(&mut of) {
            user.wander(left)?;
            host.ask(how)?;
            let line = host.line()?;
            let (count, took) = line.split_once(' ').context("two numbers")?;
            let (count, took): (f64, f64) = (count.parse()?, took.parse()?);
            ensure!(count > f64::from(MOTIONS) / 2.0, "only {count} events came");
            *time = took * 1e-9 / count;
        }
        turns.push((of[0], of[1]));
    }
    let of = |pick: fn(&(f64, f64)) -> f64| median(&mut turns.iter().map(pick).collect::<Vec<_>>());
    let rate = |seconds: f64| format!("{:.1} million/s ({})", 1e-6 / seconds, nanoseconds(seconds, 1));
    let (ours, theirs) = (of(|turn| turn.0), of(|turn| turn.1));
    let what = format!("queued events taken from C, {what} / SDL2's queue, {what}");
    row(&what, &rate(ours), &rate(theirs), of(|turn| turn.0 / turn.1), "");
    Ok(())
}

/// Pictures in ours, and softbuffer's in another window of ours, as another client of the display sees them.
fn pictures() -> Result<()> {
    let event_loop = c::rt_winit_event_loop_new();
    let open = |x: i64| {
        // SAFETY: borrowed for the call.
        let window =
            unsafe { c::rt_winit_window_new(event_loop, WIDTH as i64, HEIGHT as i64, c"pictures".as_ptr()) };
        c::rt_winit_window_set_position(window, x, 0);
        window
    };
    let (ours, theirs) = (open(0), open(WIDTH as i64));
    thread::sleep(Duration::from_millis(500));
    let rgba: Vec<u8> =
        (0..WIDTH * HEIGHT).flat_map(|i| [i as u8, (i / WIDTH) as u8, (i >> 8) as u8, 255]).collect();
    let words: Vec<u32> = rgba.chunks_exact(4).map(word).collect();

    let (see_ours, see_theirs) = (Onlooker::at(ours)?, Onlooker::at(theirs)?);
    let mut picture = rgba.clone();
    let mut many_of_ours = || {
        for _ in 0..PICTURES_IN_A_ROW {
            picture[0] = picture[0].wrapping_add(1);
            let (width, height, len) = (WIDTH as i64, HEIGHT as i64, picture.len() as i64);
            // SAFETY: borrowed for the call.
            assert!(unsafe { c::rt_winit_window_present_rgba(ours, width, height, picture.as_ptr(), len) });
        }
        see_ours.wait_for(picture[0]);
    };

    let raw = Raw(c::rt_winit_window_raw_handle(theirs));
    let failed = |error: softbuffer::SoftBufferError| anyhow::anyhow!("{error}");
    let mut surface = Surface::new(&Softbuffer::new(raw).map_err(failed)?, raw).map_err(failed)?;
    let side = |side: usize| NonZeroU32::new(side as u32).context("a side");
    surface.resize(side(WIDTH)?, side(HEIGHT)?).map_err(failed)?;
    let mut stamp = 0_u8;
    let mut many_directly = |fill: &dyn Fn(&mut [u32])| {
        for _ in 0..PICTURES_IN_A_ROW {
            stamp = stamp.wrapping_add(1);
            let mut buffer = surface.buffer_mut().expect("a buffer");
            fill(&mut buffer);
            buffer[0] = word(&[stamp, 0, 0]);
            buffer.present().expect("it is shown");
        }
        // The last one is not sent before.
        surface.buffer_mut().expect("a buffer");
        see_theirs.wait_for(stamp);
    };
    let converted = compare(&mut many_of_ours, || {
        many_directly(&|buffer| {
            buffer.iter_mut().zip(rgba.chunks_exact(4)).for_each(|(out, rgba)| *out = word(rgba))
        });
    });
    let ready = compare(&mut many_of_ours, || many_directly(&|buffer| buffer.copy_from_slice(&words)));
    let rate = |seconds: f64| format!("{:.0} pictures/s", PICTURES_IN_A_ROW as f64 / seconds);
    for (how, result) in [("each pixel converted", converted), ("pixels of its own format copied", ready)] {
        let what = format!(
            "full-HD RGBA pictures into the window, until another client sees the last of \
             {PICTURES_IN_A_ROW} / softbuffer directly, {how}"
        );
        row(&what, &rate(result.ours), &rate(result.theirs), result.ratio, "");
    }
    c::rt_winit_event_loop_free(event_loop);
    Ok(())
}

/// Another client, which looks at the first pixel of a window.
struct Onlooker {
    connection: RustConnection,
    window: u32,
}

impl Onlooker {
    fn at(window: i64) -> Result<Self> {
        let window = c::rt_winit_window_raw_handle(window).window as u32;
        Ok(Self { connection: x11rb::connect(None)?.0, window })
    }

    /// Waits until its red is `red`.
    fn wait_for(&self, red: u8) {
        let look = || self.connection.get_image(ImageFormat::Z_PIXMAP, self.window, 0, 0, 1, 1, !0);
        while look().expect("a connection").reply().expect("a pixel").data[2] != red {}
    }
}

fn word(rgba: &[u8]) -> u32 {
    u32::from_be_bytes([0, rgba[0], rgba[1], rgba[2]])
}

/// A window of ours, for softbuffer.
#[derive(Clone, Copy)]
struct Raw(c::RtWindowRawHandle);

impl HasWindowHandle for Raw {
    #[allow(unsafe_code)]
    fn window_handle(&self) -> Result<WindowHandle<'_>, HandleError> {
        let mut handle = XlibWindowHandle::new(self.0.window as c_ulong);
        handle.visual_id = self.0.visual as c_ulong;
        // SAFETY: the window lives until `pictures` ends.
        Ok(unsafe { WindowHandle::borrow_raw(RawWindowHandle::Xlib(handle)) })
    }
}

impl HasDisplayHandle for Raw {
    #[allow(unsafe_code)]
    fn display_handle(&self) -> Result<DisplayHandle<'_>, HandleError> {
        let display = NonNull::new(self.0.display as *mut c_void);
        let handle = XlibDisplayHandle::new(display, self.0.screen as i32);
        // SAFETY: the display lives as long as the process.
        Ok(unsafe { DisplayHandle::borrow_raw(RawDisplayHandle::Xlib(handle)) })
    }
}
