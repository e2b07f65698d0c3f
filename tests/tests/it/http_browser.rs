//! The demo's site in a real browser: the page loads, its chart moves over WebSocket, a picture is taken.

use std::{
    fs,
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
    sync::mpsc,
    time::Duration,
};
use tests::archive;
use xtask::{cc::Program, demo::sources};

/// A process that is ended when dropped.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn browser(folder: &Path) -> Command {
    let mut command = Command::new("chromium");
    command
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--window-size=800,520",
        ])
        .arg(format!("--user-data-dir={}", folder.join("profile").display()))
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command
}

#[test]
fn the_chart_moves_in_a_browser() {
    let folder = tempfile::tempdir().expect("a folder");
    let host = Program::new(&sources().expect("the examples"), folder.path().join("host"))
        .link_static(archive())
        .expect("the host builds");
    let text = folder.path().join("text");
    fs::write(&text, "").expect("a text");
    let mut child = Command::new(host)
        .arg(folder.path())
        .args([text.as_os_str()])
        .args(["http", "serve"])
        .stdout(Stdio::piped())
        .spawn()
        .expect("the host runs");
    let lines = BufReader::new(child.stdout.take().expect("a pipe")).lines();
    let mut host = Running(child);
    let (sender, receiver) = mpsc::channel();
    std::thread::spawn(move || lines.map_while(Result::ok).all(|line| sender.send(line).is_ok()));
    let wait_for = |part: &str| loop {
        let line =
            receiver.recv_timeout(Duration::from_secs(60)).unwrap_or_else(|_| panic!("no {part:?} came"));
        if line.contains(part) {
            return line;
        }
    };
    let line = wait_for("http://");
    let url =
        line.split_whitespace().find(|word| word.starts_with("http://")).expect("an address").to_owned();

    // The page's script says over its WebSocket how often it has drawn.
    let visit = browser(folder.path()).args(["--remote-debugging-port=0", &url]).spawn().expect("chromium");
    let visit = Running(visit);
    wait_for("browsers have drawn 20 updates");
    drop(visit);

    let picture = folder.path().join("picture.png");
    let shot = browser(folder.path())
        .arg(format!("--screenshot={}", picture.display()))
        .args(["--timeout=5000", &url])
        .status()
        .expect("chromium");
    assert!(shot.success());
    let bytes = fs::read(&picture).expect("a picture");
    assert!(bytes.starts_with(b"\x89PNG") && bytes.len() > 5000, "{} bytes", bytes.len());
    // Kept for whoever wants to look.
    fs::copy(&picture, xtask::workspace::target().join("http_browser.png")).expect("a copy");

    // Ctrl-C closes the site and leaves no object behind.
    let interrupted = Command::new("kill").args(["-INT", &host.0.id().to_string()]).status();
    assert!(interrupted.expect("kill").success());
    wait_for("the site is closed");
    assert!(host.0.wait().expect("the host's end").success());
}
