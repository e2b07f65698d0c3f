//! C programs, compiled against the archive and run under each of the checkers.

use crate::{archive, manifest, source};
use std::{
    collections::BTreeSet,
    fmt::Write,
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};
use tempfile::TempDir;
use xtask::{
    build::Built,
    cc::{Program, SANITIZERS},
};

/// GNU ld takes six times as long for an archive with debug information. That a package can be linked with every
/// linker, `cargo xtask verify` proves.
pub const QUICK_LINKER: &str = "-fuse-ld=lld";

/// Seconds after which a program is ended as one that hangs.
const LIMIT: &str = "900";

/// Way of building and running a program.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Checker {
    /// As it is, every call counted.
    Plain,
    /// With AddressSanitizer and UndefinedBehaviorSanitizer, leaks included.
    Sanitizers,
    /// Under valgrind, leaks included.
    Valgrind,
}

/// A C test program: `tests/c/<name>.c` with `check.c`, in a folder of its own.
pub struct CTest {
    folder: TempDir,
    sources: Vec<PathBuf>,
    environment: Vec<(String, String)>,
    arguments: Vec<String>,
    leaks: &'static str,
    /// The archive that it is linked with, where that is not the one of all tests.
    archive: Option<Built>,
}

impl CTest {
    /// The program whose main file is `tests/c/<name>.c`.
    pub fn new(name: &str) -> Self {
        Self::from_source(source(&format!("{name}.c"))).with_source(source("check.c"))
    }

    /// The program of one source anywhere.
    pub fn from_source(path: impl Into<PathBuf>) -> Self {
        Self {
            folder: tempfile::tempdir().expect("a temporary folder"),
            sources: vec![path.into()],
            environment: Vec::new(),
            arguments: Vec::new(),
            leaks: "definite,possible",
            archive: None,
        }
    }

    /// This program with a further source.
    pub fn with_source(mut self, path: impl Into<PathBuf>) -> Self {
        self.sources.push(path.into());
        self
    }

    /// This program with an argument on its command line.
    pub fn with_argument(mut self, argument: impl Into<String>) -> Self {
        self.arguments.push(argument.into());
        self
    }

    /// This program with a variable in its environment.
    pub fn with_variable(mut self, name: &str, value: impl Into<String>) -> Self {
        self.environment.push((name.into(), value.into()));
        self
    }

    /// This program where memory that lives as long as the process is held by its middle (hash tables) or by a tagged
    /// pointer, which valgrind takes for a possible leak. The sanitizer does not, and still looks.
    pub fn with_definite_leaks_only(mut self) -> Self {
        self.leaks = "definite";
        self
    }

    /// This program, linked with another archive.
    pub fn with_archive(mut self, archive: Built) -> Self {
        self.archive = Some(archive);
        self
    }

    /// The folder that the program runs in; gone with `self`.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Builds and runs the program; panics with all it printed where either fails.
    pub fn run(&self, checker: Checker) -> String {
        let output = self.output(checker);
        let text = both(&output);
        assert!(output.status.success(), "{checker:?}: {}\n{text}", output.status);
        text
    }

    /// Builds and runs the program, whatever comes of it.
    pub fn output(&self, checker: Checker) -> Output {
        let program = self.build(checker);
        let mut command = Command::new("timeout");
        command.args(["--signal=ABRT", LIMIT]);
        if checker == Checker::Valgrind {
            command.args(valgrind(self.leaks));
        }
        command
            .arg(&program)
            .args(&self.arguments)
            .envs(self.environment.iter().map(|(name, value)| (name, value)))
            .env("CALLS_FILE", self.calls_file())
            .env("ASAN_OPTIONS", "detect_leaks=1:abort_on_error=0:detect_stack_use_after_return=1")
            .env("UBSAN_OPTIONS", "print_stacktrace=1")
            .current_dir(self.folder());
        command.output().unwrap_or_else(|error| panic!("{command:?}: {error} (`cargo xtask setup`?)"))
    }

    /// Builds the program, to be run by the caller.
    pub fn build(&self, checker: Checker) -> PathBuf {
        let output = self.folder().join(format!("{checker:?}"));
        fs::write(self.folder().join("counted.h"), counting_header()).expect("counted.h");
        let include = format!("-I{}", self.folder().display());
        let here = format!("-I{}", crate::folder().join("c").display());
        let program = Program::new(&self.sources, output).with(&[&include, &here]);
        let program = match checker {
            Checker::Plain => program.with(&["-DCOUNT_CALLS"]),
            Checker::Sanitizers => program.with(SANITIZERS),
            Checker::Valgrind => program,
        };
        let program = program.with(&[QUICK_LINKER]);
        program.link_static(self.archive.as_ref().unwrap_or_else(|| archive())).expect("the C program builds")
    }

    fn calls_file(&self) -> PathBuf {
        self.folder().join("calls.txt")
    }

    /// The functions that the plain run called.
    pub fn called(&self) -> BTreeSet<String> {
        let text = fs::read_to_string(self.calls_file()).expect("the plain run wrote its calls");
        text.lines().map(str::to_owned).collect()
    }
}

fn both(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

fn valgrind(leaks: &str) -> Vec<String> {
    // Without fair scheduling a thread that asks again and again keeps the others from ever answering.
    let fixed =
        ["--fair-sched=yes", "--quiet", "--error-exitcode=99", "--leak-check=full", "--num-callers=30"];
    let mut words = vec!["valgrind".to_owned()];
    words.extend(fixed.map(str::to_owned));
    words.extend([
        format!("--show-leak-kinds={leaks}"),
        format!("--errors-for-leak-kinds={leaks}"),
        format!("--suppressions={}", crate::folder().join("c/valgrind.supp").display()),
    ]);
    words
}

/// A header after which each call of an exported function notes the function's name.
fn counting_header() -> String {
    let mut header = String::from("#include \"simple_native.h\"\nvoid count_call(const char *name);\n");
    let functions = manifest().functions();
    for name in functions.flat_map(|function| [Some(&function.name), function.into.as_ref()]).flatten() {
        let _ = writeln!(header, "#define {name}(...) (count_call(\"{name}\"), {name}(__VA_ARGS__))");
    }
    header
}

/// The whole suite of a library: its program plain, under the sanitizers and under valgrind, and the proof
/// that it calls every function of the library.
pub fn suite(library: &str, test: &CTest) {
    test.run(Checker::Plain);
    assert_calls_everything(library, &test.called());
    test.run(Checker::Sanitizers);
    test.run(Checker::Valgrind);
}

/// Panics with the names of the library's functions that are not among `called`.
pub fn assert_calls_everything(library: &str, called: &BTreeSet<String>) {
    let library = manifest()
        .libraries
        .iter()
        .find(|one| one.name == library)
        .unwrap_or_else(|| panic!("no library {library}"));
    let names = library
        .functions
        .iter()
        .flat_map(|function| [Some(&function.name), function.into.as_ref()])
        .flatten();
    let missing: Vec<&String> = names.filter(|name| !called.contains(*name)).collect();
    assert!(missing.is_empty(), "no C test calls {missing:?}");
}
