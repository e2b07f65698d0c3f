//! Tests that need a process and an environment of their own: a test program without the usual harness.

use std::{
    any::Any,
    env,
    process::{Command, ExitCode, Stdio},
    sync::Mutex,
    thread,
    time::{Duration, Instant},
};

/// Time limit of a test.
const LIMIT: Duration = Duration::from_secs(180);
const CHOSEN: &str = "RIGS_CHOSEN_TEST";

/// Surroundings of a test's process; kept until the process ends.
pub type Rig = Box<dyn Any>;

/// A test.
pub struct Test {
    /// The test's name.
    pub name: &'static str,
    /// Prepares its process's environment.
    pub prepare: fn(&mut Command) -> Rig,
    /// The test itself, which fails by panicking.
    pub body: fn(),
}

/// The `main` of a test program: runs the tests whose names contain one of the arguments, or all.
pub fn main(tests: &[Test]) -> ExitCode {
    if let Ok(chosen) = env::var(CHOSEN) {
        let test = tests.iter().find(|test| test.name == chosen).expect("a test of this program");
        (test.body)();
        return ExitCode::SUCCESS;
    }
    let arguments: Vec<String> = env::args().skip(1).collect();
    if arguments.iter().any(|argument| argument == "--list") {
        tests.iter().for_each(|test| println!("{}: test", test.name));
        return ExitCode::SUCCESS;
    }
    let wanted: Vec<&String> = arguments.iter().filter(|argument| !argument.starts_with('-')).collect();
    let chosen = |test: &&Test| wanted.is_empty() || wanted.iter().any(|part| test.name.contains(&**part));
    let waiting = Mutex::new(tests.iter().filter(chosen));
    let failed = Mutex::new(Vec::new());
    let lanes = thread::available_parallelism().map_or(1, |lanes| lanes.get().min(4));
    thread::scope(|scope| {
        for _ in 0..lanes {
            scope.spawn(|| {
                loop {
                    let Some(test) = waiting.lock().expect("no panic").next() else { break };
                    if !run(test) {
                        failed.lock().expect("no panic").push(test.name);
                    }
                }
            });
        }
    });
    let failed = failed.into_inner().expect("no panic");
    if failed.is_empty() {
        return ExitCode::SUCCESS;
    }
    println!("failed: {}", failed.join(", "));
    ExitCode::FAILURE
}

fn run(test: &Test) -> bool {
    let started = Instant::now();
    let mut command = Command::new(env::current_exe().expect("this program's path"));
    let rig = (test.prepare)(&mut command);
    command.env(CHOSEN, test.name).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let child = command.spawn().expect("this program once more");
    let id = child.id();
    let (done, watched) = std::sync::mpsc::channel::<()>();
    let watch = thread::spawn(move || {
        if watched.recv_timeout(LIMIT) == Err(std::sync::mpsc::RecvTimeoutError::Timeout) {
            let _ = Command::new("kill").args(["-9", &id.to_string()]).status();
        }
    });
    let output = child.wait_with_output().expect("the test's end");
    drop(done);
    let _ = watch.join();
    drop(rig);
    let verdict = if output.status.success() { "ok" } else { "FAILED" };
    let said = [&output.stdout[..], &output.stderr[..]].concat();
    let said =
        if output.status.success() { String::new() } else { String::from_utf8_lossy(&said).into_owned() };
    let seconds = started.elapsed().as_secs_f64();
    println!(
        "test {} ... {verdict} ({seconds:.1} s){}{said}",
        test.name,
        if said.is_empty() { "" } else { "\n" }
    );
    output.status.success()
}
