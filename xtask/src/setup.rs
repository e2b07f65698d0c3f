//! `cargo xtask setup`: what a fresh Debian or Ubuntu machine lacks to build and test us.

use crate::workspace::{cargo, has_program, run, show};
use anyhow::{Result, bail};
use std::process::Command;

/// Debian packages and what needs them, library by library.
const PACKAGES: &[(&str, &[&str])] = &[
    ("building", &["gcc", "g++", "libc6-dev", "pkg-config", "ca-certificates", "git"]),
    ("every C test", &["clang", "lld", "binutils", "valgrind", "python3"]),
    ("packages", &["xz-utils", "cmake", "make", "mold"]),
    // Where ld.gold does not come with binutils.
    ("packages", &["binutils-gold"]),
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
    let nodejs: &[&str] = if has_program("npm") { &[] } else { &["nodejs", "npm"] };
    let missing: Vec<(&str, &str)> = PACKAGES
        .iter()
        .chain([&("bindings", nodejs)])
        .flat_map(|(user, packages)| packages.iter().map(move |package| (*user, *package)))
        .filter(|(_, package)| !(*package == "binutils-gold" && has_program("ld.gold")))
        .filter(|(_, package)| !is_installed(package))
        .collect();
    if missing.is_empty() {
        println!("nothing is missing");
        return Ok(());
    }
    if !is_root()? {
        let names: Vec<&str> = missing.iter().map(|(_, package)| *package).collect();
        bail!("run this as root, then start again:\n    apt-get update && {}", install(&names).join(" "));
    }
    show(Command::new("apt-get").args(["update", "--quiet"]))?;
    // apt installs nothing where it does not know one of the names.
    let (known, unknown): (Vec<_>, Vec<_>) =
        missing.into_iter().partition(|(_, package)| has_candidate(package));
    if !known.is_empty() {
        let names: Vec<&str> = known.iter().map(|(_, package)| *package).collect();
        println!("installing {}", names.join(" "));
        let words = install(&names);
        show(Command::new(words[0]).args(&words[1..]).env("DEBIAN_FRONTEND", "noninteractive"))?;
    }
    for (user, package) in unknown {
        println!("this system has no package {package}: bring it yourself, for {user} needs it");
    }
    Ok(())
}

fn install<'a>(names: &[&'a str]) -> Vec<&'a str> {
    [&["apt-get", "install", "--yes", "--no-install-recommends"], names].concat()
}

/// Whether apt has something to install. Ubuntu has names, chromium among them, with nothing behind them but
/// a snap or nothing at all.
fn has_candidate(package: &str) -> bool {
    let mut policy = Command::new("apt-cache");
    let said = policy.args(["policy", package]).env("LC_ALL", "C").output();
    said.is_ok_and(|said| candidate(&String::from_utf8_lossy(&said.stdout)))
}

fn candidate(policy: &str) -> bool {
    let line = policy.lines().find_map(|line| line.trim().strip_prefix("Candidate: "));
    line.is_some_and(|version| version != "(none)")
}

fn is_installed(package: &str) -> bool {
    let mut query = Command::new("dpkg-query");
    query.args(["--show", "--showformat=${db:Status-Status}", package]);
    query.output().is_ok_and(|output| output.stdout == b"installed")
}

fn is_root() -> Result<bool> {
    Ok(run(Command::new("id").arg("-u"))?.stdout.trim_ascii() == b"0")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_without_a_candidate_is_known_as_such() {
        assert!(candidate("git:\n  Installed: (none)\n  Candidate: 1:2.39.5\n"));
        assert!(!candidate("chromium:\n  Installed: (none)\n  Candidate: (none)\n"));
        assert!(!candidate(""));
    }
}
