//! X displays without a screen: Xvfb, with openbox as the window manager.

use crate::tools::{self, eventually};
use std::{
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
    thread,
    time::Duration,
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
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb (`cargo xtask setup`?)");
        // To the end of the line: the server dies where the pipe closes within it.
        let mut number = String::new();
        let said = server.stdout.as_mut().expect("a pipe");
        BufReader::new(said).read_line(&mut number).expect("Xvfb's number");
        Self { name: format!(":{}", number.trim()), server, manager: None }
    }

    /// Its name, for DISPLAY.
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
        command.env("DISPLAY", &self.name).env("RIGS_X_SERVER", self.server().to_string());
        for other in ["WAYLAND_DISPLAY", "WAYLAND_SOCKET", "XAUTHORITY"] {
            command.env_remove(other);
        }
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

/// Runs a line of shell on this process's display.
pub fn sh(line: &str) -> String {
    tools::output(Command::new("sh").args(["-c", line]))
}

/// All windows of this process's display. A window that goes while they are listed makes the list fail: then
/// it is made anew.
pub fn tree() -> String {
    eventually("a list of windows", || {
        let output = Command::new("xwininfo").args(["-root", "-tree"]).output().expect("xwininfo");
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
    })
}
