//! A session bus of one's own, on which the portal of desktops is started when somebody asks for it: the real one, with
//! GTK's dialogs.

use crate::tools::Scratch;
use std::{
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
};

/// A bus that goes when the value does.
pub struct Bus {
    daemon: Child,
    folder: Scratch,
    address: String,
}

/// Where the user's settings lie, from the variable below on.
const SETTINGS: &str = "glib-2.0/settings";
const FOLDER: &str = "XDG_CONFIG_HOME";

impl Bus {
    /// One whose services show their dialogs on a display.
    pub fn start(display: &[(&str, String)]) -> Self {
        let folder = Scratch::new("bus");
        std::fs::create_dir_all(folder.path().join(SETTINGS)).expect("a folder");
        let mut command = Command::new("dbus-daemon");
        command.args(["--session", "--nofork", "--print-address"]);
        command.envs(display.iter().map(|(name, value)| (name, value)));
        for name in ["HOME", "XDG_RUNTIME_DIR", FOLDER] {
            command.env(name, folder.path());
        }
        command
            .env("XDG_CURRENT_DESKTOP", "GNOME")
            .env("GSETTINGS_BACKEND", "keyfile")
            .env("NO_AT_BRIDGE", "1");
        let mut daemon = command
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("dbus-daemon (`cargo xtask setup`?)");
        let mut address = String::new();
        let output = daemon.stdout.take().expect("its output");
        BufReader::new(output).read_line(&mut address).expect("its address");
        Self { daemon, folder, address: address.trim().to_owned() }
    }

    /// Gives it to a process, which may then change the user's settings.
    pub fn prepare(&self, command: &mut Command) {
        command.env("DBUS_SESSION_BUS_ADDRESS", &self.address).env(FOLDER, self.folder.path());
    }
}

/// Changes the user's colour scheme on this process's bus: `prefer-dark`, `prefer-light` or `default`.
pub fn set_color_scheme(scheme: &str) {
    let folder = std::env::var_os(FOLDER).expect("a process that was prepared");
    let file = std::path::Path::new(&folder).join(SETTINGS).join("keyfile");
    let settings = format!("[org/gnome/desktop/interface]\ncolor-scheme='{scheme}'\n");
    std::fs::write(file, settings).expect("the settings");
}

impl Drop for Bus {
    fn drop(&mut self) {
        let _ = self.daemon.kill();
        let _ = self.daemon.wait();
    }
}
