//! Python programs, with packages in an environment of their own.

use super::nginx::run;
use std::{
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::OnceLock,
};

/// Python 3 with the package `websockets`.
pub fn python3() -> &'static Path {
    static PYTHON: OnceLock<PathBuf> = OnceLock::new();
    PYTHON.get_or_init(|| {
        let folder = target().join("python3");
        let python = folder.join("bin/python");
        if !python.exists() {
            run("python3", &["-m", "venv", &folder.display().to_string()]);
        }
        let python_name = python.display().to_string();
        if !succeeds(&python_name, &["-c", "import websockets"]) {
            run(&python_name, &["-m", "pip", "install", "--quiet", "websockets==16.0"]);
        }
        python
    })
}

/// The Autobahn test suite's `wstest`, which needs Python 2.7.
pub fn wstest() -> &'static Path {
    static WSTEST: OnceLock<PathBuf> = OnceLock::new();
    WSTEST.get_or_init(|| {
        let folder = target().join("python2");
        let wstest = folder.join("bin/wstest");
        if !succeeds(&wstest.display().to_string(), &["--version"]) {
            let python = python2();
            if !succeeds(&python, &["-m", "virtualenv", "--version"]) {
                run(&python, &["-m", "pip", "install", "--quiet", "virtualenv==20.15.1"]);
            }
            run(&python, &["-m", "virtualenv", "--quiet", &folder.display().to_string()]);
            let pip = folder.join("bin/pip").display().to_string();
            run(&pip, &["install", "--quiet", "autobahntestsuite==25.10.1"]);
        }
        wstest
    })
}

fn python2() -> String {
    let home = std::env::var("HOME").unwrap_or_default();
    let known = [
        "python2.7".to_owned(),
        "/usr/bin/python2.7".to_owned(),
        format!("{home}/.pyenv/versions/2.7.18/bin/python2.7"),
    ];
    let found = known.into_iter().find(|python| succeeds(python, &["--version"]));
    found.expect("Python 2.7, which the Autobahn test suite is written in (pyenv install 2.7.18)")
}

fn succeeds(program: &str, arguments: &[&str]) -> bool {
    let run = Command::new(program).args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).status();
    run.is_ok_and(|status| status.success())
}

fn target() -> PathBuf {
    // The test programs lie in target/<profile>/deps.
    let program = std::env::current_exe().expect("this program's path");
    program.ancestors().nth(3).expect("the target folder").join("http-tests")
}

/// A Python program that serves, ended when dropped.
pub struct Serving {
    child: Child,
    /// The port that it printed first.
    pub port: u16,
}

impl Serving {
    /// Runs `program`, which prints its port.
    pub fn start(program: &str) -> Self {
        let mut child = Command::new(python3())
            .args(["-u", "-c", program])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Python");
        let mut line = String::new();
        let stdout = child.stdout.take().expect("a pipe");
        BufReader::new(stdout).read_line(&mut line).expect("a line");
        let port = line.trim().parse().unwrap_or_else(|_| panic!("no port: {line:?}"));
        Self { child, port }
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
