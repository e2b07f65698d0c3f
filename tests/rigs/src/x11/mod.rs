//! X displays without a screen: Xvfb, with openbox as the window manager.

pub mod cursor;
pub mod devices;
pub mod drag;
pub mod keyboard;
pub mod layouts;
pub mod selection;

use crate::tools::{self, eventually};
use std::{
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
    thread,
    time::Duration,
};
use x11rb::{
    protocol::xproto::{ConnectionExt as _, ImageFormat},
    rust_connection::RustConnection,
};

/// A display that goes when the value does.
pub struct Display {
    name: String,
    server: Child,
    manager: Option<Child>,
}

impl Display {
    /// One with a window manager.
    pub fn start() -> Self {
        let mut display = Self::bare();
        let manager = display.command("openbox").stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        display.manager = Some(manager.expect("openbox (`cargo xtask setup`?)"));
        eventually("openbox manages", || {
            let mut ask = display.command("xprop");
            let answer = tools::output(ask.args(["-root", "_NET_SUPPORTING_WM_CHECK", "_NET_CLIENT_LIST"]));
            (answer.matches("window id").count() == 2).then_some(())
        });
        // A window that is made while it looks around for those that are there already may be overlooked.
        thread::sleep(Duration::from_millis(200));
        display
    }

    /// One without.
    pub fn bare() -> Self {
        Self::sized(1280, 800)
    }

    /// One without, of another size.
    pub fn sized(width: u32, height: u32) -> Self {
        Self::with(width, height, 24, &[])
    }

    /// One without, of so many bits a pixel.
    pub fn deep(bits: u32) -> Self {
        Self::with(1280, 800, bits, &[])
    }

    /// One whose server lacks an extension.
    pub fn without(extension: &str) -> Self {
        Self::with(1280, 800, 24, &["-extension", extension])
    }

    fn with(width: u32, height: u32, bits: u32, options: &[&str]) -> Self {
        let mut command = Command::new("Xvfb");
        command
            .args(["-displayfd", "1", "-nolisten", "tcp", "-noreset", "-screen", "0"])
            .arg(format!("{width}x{height}x{bits}"))
            .args(options)
            .stderr(Stdio::null());
        let (server, name) = serve(&mut command);
        Self { name, server, manager: None }
    }

    /// The display's name, for DISPLAY.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The variables that make it a program's display.
    pub fn variables(&self) -> [(&'static str, String); 4] {
        let none = String::new;
        let unset = [("WAYLAND_DISPLAY", none()), ("WAYLAND_SOCKET", none()), ("XAUTHORITY", none())];
        let [wayland, socket, authority] = unset;
        [("DISPLAY", self.name.clone()), wayland, socket, authority]
    }

    /// The server's process.
    pub fn server(&self) -> u32 {
        self.server.id()
    }

    /// Makes it a command's display.
    pub fn prepare(&self, command: &mut Command) {
        choose(command, &self.name);
        command.env("RIGS_X_SERVER", self.server().to_string());
    }

    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        self.prepare(&mut command);
        command
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        for child in self.manager.iter_mut().chain([&mut self.server]) {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

/// Starts an X server that says its number on standard output; gives its name, for DISPLAY.
fn serve(command: &mut Command) -> (Child, String) {
    let mut server = command
        .stdout(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("{command:?}: {error} (`cargo xtask setup`?)"));
    // To the end of the line: the server dies where the pipe closes within it.
    let mut number = String::new();
    let said = server.stdout.as_mut().expect("a pipe");
    BufReader::new(said).read_line(&mut number).expect("the server's number");
    assert!(!number.is_empty(), "{command:?} did not start");
    (server, format!(":{}", number.trim()))
}

/// Makes the X display `name` a command's display.
fn choose(command: &mut Command, name: &str) {
    command.env("DISPLAY", name);
    for other in ["WAYLAND_DISPLAY", "WAYLAND_SOCKET", "XAUTHORITY"] {
        command.env_remove(other);
    }
}

/// A connection of one's own to this process's display, and the number of its screen.
pub fn connect() -> (RustConnection, usize) {
    x11rb::connect(None).expect("this process's display")
}

/// Runs a line of shell on this process's display.
pub fn sh(line: &str) -> String {
    tools::output(Command::new("sh").args(["-c", line]))
}

/// The pixels of a window's upper left corner, line by line, as they are stored: a word of alpha, red, green and
/// blue.
pub fn contents(window: u32, width: u16, height: u16) -> Vec<u32> {
    let (connection, _) = connect();
    let image = connection.get_image(ImageFormat::Z_PIXMAP, window, 0, 0, width, height, u32::MAX);
    let data = image.expect("a request").reply().expect("an image").data;
    data.chunks_exact(4).map(|word| u32::from_ne_bytes(word.try_into().expect("four bytes"))).collect()
}

/// All windows of this process's display. A window that goes while they are listed makes the list fail: then
/// it is made anew.
pub fn tree() -> String {
    eventually("a list of windows", || {
        let output = Command::new("xwininfo").args(["-root", "-tree"]).output().expect("xwininfo");
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
    })
}
