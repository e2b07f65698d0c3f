//! Wayland displays without a screen: sway on its headless backend.

mod client;
pub mod drag;
pub mod input_method;
pub mod pointer;

use crate::tools::{self, Scratch, eventually};
use std::{
    fs,
    os::unix::fs::{MetadataExt, chown},
    path::Path,
    process::{Child, Command, Stdio},
};

/// The screen's width and height.
pub const SCREEN: (u32, u32) = (1280, 800);

const OUTPUT: &str = "output HEADLESS-1 resolution 1280x800\nxwayland disable\nfor_window [app_id=\".*\"] floating enable\n\
                      for_window [title=\".*\"] floating enable\n\
                      seat * pointer_constraint enable\n";

/// A display that goes when the value does.
pub struct Display {
    folder: Scratch,
    compositor: Child,
    name: String,
    control: String,
}

impl Display {
    /// Starts one.
    pub fn start() -> Self {
        let folder = Scratch::new("sway");
        let configuration = folder.path().join("config");
        fs::write(&configuration, OUTPUT).expect("a configuration");
        let mut command = ordinary_user("sway", folder.path());
        command
            .arg("--config")
            .arg(&configuration)
            .env("XDG_RUNTIME_DIR", folder.path())
            .env("WLR_BACKENDS", "headless")
            .env("WLR_RENDERER", "pixman")
            .env("WLR_LIBINPUT_NO_DEVICES", "1")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        for other in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"] {
            command.env_remove(other);
        }
        let compositor = command.spawn().expect("sway (`cargo xtask setup`?)");
        let found = |start: &str, end: &str| {
            let names = fs::read_dir(folder.path()).ok()?.flatten();
            let names = names.map(|entry| entry.file_name().to_string_lossy().into_owned());
            names.filter(|name| name.starts_with(start) && name.ends_with(end)).min()
        };
        let control = eventually("sway's control socket", || found("sway-ipc", ".sock"));
        let name =
            eventually("sway's display", || found("wayland-", "").filter(|name| !name.ends_with(".lock")));
        let control = folder.path().join(control).display().to_string();
        Self { folder, compositor, name, control }
    }

    /// Makes it a command's display.
    pub fn prepare(&self, command: &mut Command) {
        command
            .env_remove("DISPLAY")
            .env_remove("WAYLAND_SOCKET")
            .env("XDG_RUNTIME_DIR", self.folder.path())
            .env("WAYLAND_DISPLAY", &self.name)
            .env("SWAYSOCK", &self.control)
            .env("RIGS_COMPOSITOR", self.compositor.id().to_string());
    }
}

/// A program that refuses to run as root, by a user who owns `folder`.
fn ordinary_user(program: &str, folder: &Path) -> Command {
    let is_root = fs::metadata("/proc/self").expect("/proc").uid() == 0;
    if !is_root {
        return Command::new(program);
    }
    let (nobody, nogroup) = (65_534, 65_534);
    chown(folder, Some(nobody), Some(nogroup)).expect("a folder of its own");
    let mut command = Command::new("setpriv");
    command.args(["--reuid=65534", "--regid=65534", "--clear-groups", program]);
    command
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.compositor.kill();
        let _ = self.compositor.wait();
    }
}

/// Sway's description of its windows, outputs and seats.
pub fn tree() -> String {
    tools::output(Command::new("swaymsg").args(["-t", "get_tree"]))
}

/// Has sway do something.
pub fn tell(what: &str) {
    tools::output(Command::new("swaymsg").arg(what));
}
