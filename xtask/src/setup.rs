//! `cargo xtask setup`: what a fresh Debian or Ubuntu machine lacks to build and test us.

use crate::{
    languages::node_headers,
    targets::Target,
    workspace::{cargo, has_program, run, show, stdout},
};
use anyhow::{Context, Result, bail};
use std::{path::Path, process::Command};

/// Purpose of packages. Whoever runs the demo needs no browser and no JDK.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Debug)]
pub enum Purpose {
    /// Building the libraries whose acts the demo shows first.
    First,
    /// Building the archive and watching it at work.
    Demo,
    /// Everything that has to pass.
    Test,
}

use Purpose::{Demo, First, Test};

/// Debian packages, the first purpose that needs them, and what in it.
const PACKAGES: &[(Purpose, &str, &[&str])] = &[
    (First, "building", &["gcc", "libc6-dev", "ca-certificates"]),
    (Demo, "building", &["g++", "pkg-config", "git", "cmake", "make"]),
    (Test, "every C test", &["clang", "lld", "binutils", "valgrind", "python3"]),
    (Test, "packages", &["xz-utils", "mold"]),
    // Where ld.gold does not come with binutils.
    (Test, "packages", &["binutils-gold"]),
    // The library itself, which is called otherwise in each release.
    (Demo, "audio", &["libasound2-dev"]),
    (Test, "audio", &["sox", "lame", "vorbis-tools", "flac"]),
    (Test, "audio, measured", &["libsdl2-mixer-dev", "libopenal-dev", "libsndfile1-dev"]),
    (Test, "the physics bench", &["libbox2d-dev"]),
    // http: other servers and clients, encodings, certificates, load, and a browser.
    (
        Test,
        "http",
        &["nginx", "curl", "openssl", "brotli", "zstd", "python3-venv", "mount", "chromium", "wrk"],
    ),
    (Test, "http, measured", &["libcurl4-openssl-dev", "nghttp2"]),
    (Demo, "game pads", &["libudev1"]),
    (Test, "game pads, on a kernel of their own", &["qemu-system-x86", "busybox-static", "cpio"]),
    (Demo, "windows", &["xvfb", "imagemagick"]),
    (Test, "windows on X11", &["openbox", "xdotool", "x11-utils", "x11-xkb-utils", "x11-xserver-utils"]),
    (Test, "windows on X11", &["xkb-data", "wmctrl", "xclip", "libx11-6", "libxcursor1", "libxi6"]),
    (
        Test,
        "windows on X11, touch and scale",
        &["xserver-xorg-core", "xserver-xorg-video-dummy", "xsettingsd"],
    ),
    (
        Test,
        "windows on Wayland",
        &["sway", "wtype", "grim", "wl-clipboard", "libwayland-client0", "libxkbcommon0"],
    ),
    (
        Test,
        "dialogs of a desktop",
        &["dbus-daemon", "xdg-desktop-portal-gtk", "gsettings-desktop-schemas", "libglib2.0-bin"],
    ),
    (Test, "window measurements", &["libsdl2-dev"]),
    (Demo, "modules", &["make", "clang", "lld"]),
    (Test, "modules with a C library", &["wasi-libc", "libclang-rt-dev-wasm32", "python3-venv"]),
    (Demo, "the runtime with Lua inside", &["liblua5.4-dev"]),
    (Test, "cuda", &["python3-venv", "python3-pip"]),
    // Node comes with npm where it was installed from its own makers; Debian's is two packages.
    (
        Test,
        "bindings",
        &[
            "luajit",
            "lua-cjson",
            "luarocks",
            "ruby",
            "default-jdk-headless",
            "libgoogle-gson-java",
            "python3-venv",
            "python3-dev",
        ],
    ),
];

/// Sees to it that this machine has what `purpose` needs: tells in one line what is missing, and installs it as root;
/// otherwise an error is the one line to run. Says nothing where nothing is missing.
pub fn ensure(purpose: Purpose) -> Result<()> {
    if !has_program("dpkg-query") {
        eprintln!(
            "not Debian or Ubuntu: what is missing is to be installed by hand, by the list in xtask/src/setup.rs"
        );
    } else {
        packages(purpose)?;
    }
    if purpose == Test && !has_program("mdbook") {
        // Unoptimised: it builds in half the time, and a site of ten pages takes a second either way.
        let plain = ["install", "mdbook@0.5.4", "--locked", "--debug", "--no-default-features"];
        show(cargo().args(plain).args(["--features", "search"]))?;
    }
    Ok(())
}

/// Sees to it that packages for `target` can be built and run here: its compilers, what runs its programs, and its
/// standard library, which rustup has.
pub fn target(target: &Target) -> Result<()> {
    let Some(tools) = target.tools()? else { return ensure(Purpose::Test) };
    if has_program("dpkg-query") {
        let wanted = tools.packages.iter().map(|package| (target.triple, *package));
        bring(wanted.filter(|(_, package)| !is_installed(package)).collect())?;
    }
    standard_library(target)
}

/// Sees to it that there is a standard library for `target`.
pub fn standard_library(target: &Target) -> Result<()> {
    let folder = stdout(Command::new("rustc").args(["--print", "target-libdir", "--target", target.triple]))?;
    if Path::new(folder.trim()).is_dir() {
        return Ok(());
    }
    if !has_program("rustup") {
        bail!(
            "this Rust has no standard library for {} and did not come by rustup, which would bring one: bring it into {}",
            target.triple,
            folder.trim()
        );
    }
    run(Command::new("rustup").args(["target", "add", target.triple]))
        .context("rustup brought no standard library")
        .map(drop)
}

fn packages(purpose: Purpose) -> Result<()> {
    let nodejs: &[&str] = match (has_program("npm"), node_headers()) {
        (false, _) => &["nodejs", "npm", "libnode-dev"],
        (true, None) => &["libnode-dev"],
        _ => &[],
    };
    let missing: Vec<(&str, &str)> = PACKAGES
        .iter()
        .chain([&(Test, "bindings", nodejs)])
        .filter(|(needs, ..)| *needs <= purpose)
        .flat_map(|(_, user, packages)| packages.iter().map(move |package| (*user, *package)))
        .filter(|(_, package)| !(*package == "binutils-gold" && has_program("ld.gold")))
        .filter(|(_, package)| !is_installed(package))
        .collect();
    bring(missing)
}

/// Installs packages, each with who needs it, or tells the line that does.
fn bring(missing: Vec<(&str, &str)>) -> Result<()> {
    if missing.is_empty() {
        return Ok(());
    }
    let mut names: Vec<&str> = missing.iter().map(|(_, package)| *package).collect();
    names.sort_unstable();
    names.dedup();
    let mut users: Vec<&str> = missing.iter().map(|(user, _)| *user).collect();
    users.dedup();
    if !is_root()? {
        bail!(
            "missing for {}; run this as root, then start again:\n    apt-get update && {}",
            users.join(", "),
            install(&names).join(" ")
        );
    }
    eprintln!("installing {} (for {})", names.join(" "), users.join(", "));
    run(Command::new("apt-get").args(["update", "--quiet"]))?;
    // apt installs nothing where it does not know one of the names.
    let (known, unknown): (Vec<_>, Vec<_>) = names.into_iter().partition(|package| has_candidate(package));
    if !known.is_empty() {
        let words = install(&known);
        run(Command::new(words[0]).args(&words[1..]).env("DEBIAN_FRONTEND", "noninteractive"))?;
    }
    for package in unknown {
        eprintln!("this system has no package {package}: what needs it fails until you bring it");
    }
    Ok(())
}

fn install<'a>(names: &[&'a str]) -> Vec<&'a str> {
    [&["apt-get", "install", "--yes", "--no-install-recommends"], names].concat()
}

/// Tells whether apt has something to install. Ubuntu has names, chromium among them, with nothing behind them but a
/// snap or nothing at all.
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
