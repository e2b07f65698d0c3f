//! `cargo xtask setup`: what a fresh Debian or Ubuntu machine lacks to build and test us.

use crate::workspace::{cargo, has_program, run, show};
use anyhow::{Result, bail};
use std::process::Command;

/// Debian packages and what needs them, library by library.
const PACKAGES: &[(&str, &[&str])] = &[
    ("building", &["gcc", "g++", "libc6-dev", "pkg-config"]),
    ("every C test", &["clang", "lld", "binutils", "valgrind", "python3"]),
    ("packages", &["xz-utils", "cmake", "make", "mold"]),
    ("audio", &["libasound2-dev", "sox", "lame", "vorbis-tools", "flac"]),
    ("audio, measured", &["libsdl2-mixer-dev"]),
    ("the physics bench", &["libbox2d-dev"]),
    // http: other servers and clients, encodings, certificates, load, and a browser.
    ("http", &["nginx", "curl", "openssl", "brotli", "zstd", "python3-venv", "mount", "chromium", "wrk"]),
    ("http, measured", &["libcurl4-openssl-dev"]),
    ("game pads", &["libudev-dev"]),
    ("game pads, on a kernel of their own", &["qemu-system-x86", "busybox-static", "cpio"]),
    ("windows on X11", &["xvfb", "openbox", "xdotool", "x11-utils", "x11-xkb-utils", "x11-xserver-utils"]),
    ("windows on X11", &["xkb-data", "imagemagick", "wmctrl", "xclip", "libx11-6", "libxcursor1", "libxi6"]),
    ("windows on X11, touch and scale", &["xserver-xorg-core", "xserver-xorg-video-dummy", "xsettingsd"]),
    ("windows on Wayland", &["sway", "wtype", "grim", "wl-clipboard", "libwayland-client0", "libxkbcommon0"]),
    ("window measurements", &["libsdl2-dev"]),
    ("modules", &["make", "clang", "lld"]),
    ("cuda", &["python3-venv", "python3-pip"]),
    // Node comes with npm where it was installed from its own makers; Debian's is two packages.
    (
        "bindings",
        &["luajit", "lua-cjson", "ruby", "default-jdk-headless", "libgoogle-gson-java", "python3-venv"],
    ),
];

/// Installs what is missing: Debian's packages and mdBook, which Debian does not have.
pub fn setup() -> Result<()> {
    packages()?;
    if !has_program("mdbook") {
        // Unoptimised: it builds in half the time, and a site of ten pages takes a second either way.
        let plain = ["install", "mdbook@0.5.4", "--locked", "--debug", "--no-default-features"];
        show(cargo().args(plain).args(["--features", "search"]))?;
    }
    Ok(())
}

/// As root through apt; otherwise prints the one line to run.
fn packages() -> Result<()> {
    if !has_program("dpkg-query") {
        bail!("this is no Debian or Ubuntu machine: install by hand what `xtask/src/setup.rs` lists");
    }
    let missing: Vec<&str> = PACKAGES
        .iter()
        .flat_map(|(_, packages)| packages.iter().copied())
        .chain(["nodejs", "npm"].into_iter().filter(|_| !has_program("npm")))
        .filter(|package| !is_installed(package))
        .collect();
    if missing.is_empty() {
        println!("nothing is missing");
        return Ok(());
    }
    let line = format!("apt-get install --yes --no-install-recommends {}", missing.join(" "));
    if !is_root()? {
        bail!("run this as root, then start again:\n    apt-get update && {line}");
    }
    println!("installing {}", missing.join(" "));
    show(Command::new("apt-get").args(["update", "--quiet"]))?;
    let mut words = line.split(' ');
    let mut command = Command::new(words.next().unwrap_or_default());
    show(command.args(words).env("DEBIAN_FRONTEND", "noninteractive"))
}

fn is_installed(package: &str) -> bool {
    let mut query = Command::new("dpkg-query");
    query.args(["--show", "--showformat=${db:Status-Status}", package]);
    query.output().is_ok_and(|output| output.stdout == b"installed")
}

fn is_root() -> Result<bool> {
    Ok(run(Command::new("id").arg("-u"))?.stdout.trim_ascii() == b"0")
}
