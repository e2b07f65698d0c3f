//! A package for another machine than this one: programs built with it by the target's own tools, and run by what runs
//! such programs here.

use super::{
    modules,
    report::Report,
    screen::Screen,
    toolchains,
    unpacked::{Example, Unpacked, source},
};
use crate::{
    dist::shared::import_library,
    targets::{Cross, Target},
    workspace::{root, run},
};
use anyhow::{Context, Result, ensure};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// A program of `tests/c`.
struct Test {
    name: &'static str,
    /// The libraries that it calls.
    libraries: &'static [&'static str],
    /// True for what needs a desktop's libraries, which the systems of other Linuxes here have not got and Wine has.
    on_windows_alone: bool,
}

const fn of_its_library(name: &'static str, libraries: &'static [&'static str]) -> Test {
    Test { name, libraries, on_windows_alone: false }
}

const TESTS: &[Test] = &[
    of_its_library("native", &["native"]),
    of_its_library("regex", &["regex"]),
    of_its_library("rapier2d", &["rapier2d"]),
    of_its_library("lyon", &["lyon"]),
    of_its_library("http", &["http"]),
    Test { name: "audio", libraries: &["audio"], on_windows_alone: true },
    of_its_library("cuda", &["cuda"]),
    of_its_library("module_shared", &["module", "regex"]),
    of_its_library("paths", &["lyon", "audio"]),
    Test { name: "gamepad", libraries: &["gamepad"], on_windows_alone: true },
    Test { name: "desktop", libraries: &["winit"], on_windows_alone: true },
];

/// What Wine 8 lacks, beside programs.
const SHIM: &str = "bcryptprimitives.dll";

/// A package and the tools of its target.
struct Elsewhere<'a> {
    package: &'a Unpacked,
    target: &'static Target,
    tools: &'static Cross,
    /// One for all programs of Windows: Wine's desktop is on the display of whoever came first.
    screen: Option<Screen>,
}

/// Builds and runs everything that there is for the package's target.
pub fn check(package: &Unpacked, target: &'static Target, tools: &'static Cross) -> Result<Report> {
    let screen = if target.is_windows() { Some(Screen::start()?) } else { None };
    let here = Elsewhere { package, target, tools, screen };
    here.prepare()?;
    here.beside_rust()?;
    here.shared_object()?;
    here.inside_rust()?;
    here.cmake()?;
    here.window()?;
    let (examples, tests) = (here.examples()?, here.tests()?);
    Ok(Report { examples, tests, hostile_calls: here.hostile_calls()?, run_by: target.run_by()? })
}

impl Elsewhere<'_> {
    /// What this machine's copies of the target's system lack, for the programs that are run here alone.
    fn prepare(&self) -> Result<()> {
        if self.target.is_windows() {
            // Wine 8 lacks this one, which every Windows has from 10 on.
            let dll = self.package.program(SHIM);
            let mut cc = Command::new(self.tools.cc);
            cc.args(["-shared", "-o"]).arg(dll).arg(root().join("tests/c/bcryptprimitives.c"));
            run(cc.arg("-ladvapi32"))?;
            // A display without a manager of windows answers nothing, and Wine would wait two seconds for each window.
            let mut wine = self.target.command("reg")?;
            let display = &self.screen.as_ref().context("a display")?.display;
            let key = ["add", r"HKCU\Software\Wine\X11 Driver", "/v", "Managed", "/d", "N", "/f"];
            run(wine.env("DISPLAY", display).args(key))?;
        }
        Ok(fs::write(self.silence(), "pcm.!default { type null }\nctl.!default { type null }\n")?)
    }

    /// A device for sound that takes everything and plays nothing, where this machine plays for the target.
    fn silence(&self) -> PathBuf {
        self.package.program("silence.conf")
    }

    /// Links a program of these sources with the archive, by the flags of the text file.
    fn link(
        &self,
        name: &str,
        sources: &[PathBuf],
        between: &[&Path],
        archive_first: bool,
    ) -> Result<PathBuf> {
        let cxx = sources.iter().any(|file| file.extension().is_some_and(|end| end == "cpp"));
        let compiler = if cxx { self.tools.cxx.context("a C++ compiler")? } else { self.tools.cc };
        let program = self.package.program(&format!("{name}{}", self.tools.program));
        let mut build = self.package.command(compiler);
        build.arg("-I").arg(self.package.root.join("include")).args(sources).arg("-o").arg(&program);
        if archive_first {
            build.arg(self.package.archive()).args(between);
        } else {
            build.args(between).arg(self.package.archive());
        }
        build.args(self.package.link_flags()?).args(self.run_here_flags()).arg("-pthread").arg("-lm");
        run(&mut build)?;
        Ok(program)
    }

    /// What this machine's compilers lack of a target's own.
    fn run_here_flags(&self) -> Vec<PathBuf> {
        if self.target.triple.ends_with("musl") {
            // The unwinder here is of a gcc for glibc, and asks that for what musl has not got.
            vec!["-static".into(), root().join("tests/c/gcc_beside_musl.c")]
        } else if self.target.is_windows() {
            vec!["-static".into()]
        } else {
            Vec::new()
        }
    }

    fn run(&self, program: &Path, arguments: &[PathBuf]) -> Result<String> {
        let mut command = self.target.command(program)?;
        let display = self.screen.as_ref().map_or("", |screen| &screen.display);
        // Wine writes no names beyond ASCII without a set of characters that has them.
        command.args(arguments).current_dir(self.package.folder.path()).env("LC_ALL", "C.UTF-8");
        command.env("DISPLAY", display).env("WAYLAND_DISPLAY", "").env("ALSA_CONFIG_PATH", self.silence());
        // What a program of Windows prints has its ends of lines.
        Ok(String::from_utf8(run(&mut command)?.stdout)?.replace("\r\n", "\n"))
    }

    /// C and C++ beside a second Rust archive, in both orders.
    fn beside_rust(&self) -> Result<()> {
        let second = self.package.program("libsecond.a");
        let mut rustc = Command::new("rustc");
        rustc.args(["--edition", "2024", "-O", "--crate-type", "staticlib", "--target", self.target.triple]);
        rustc.args(self.tools.rust_flags).arg("-o").arg(&second).arg(root().join("tests/rust/second.rs"));
        run(&mut rustc)?;
        let languages = if self.tools.cxx.is_some() { &["c", "cpp"][..] } else { &["c"] };
        for language in languages {
            let (beside, packaged) = (format!("beside.{language}"), format!("packaged.{language}"));
            for first in [true, false] {
                let program = self.link("beside", &[source(&beside)], &[&second], first)?;
                let said = self.run(&program, &[])?;
                ensure!(said == "both work\n", "{beside}, the archive first: {first}, said {said:?}");
            }
            let said = self.run(&self.link("packaged", &[source(&packaged)], &[], true)?, &[])?;
            ensure!(said == super::shared::PACKAGED, "{packaged} said {said:?}");
        }
        println!("beside a second Rust archive, in both orders: {} work", languages.join(" and "));
        Ok(())
    }

    /// A program that finds the shared object where it is run.
    fn shared_object(&self) -> Result<()> {
        let Some(name) = self.target.shared else { return Ok(()) };
        let program = self.package.program(&format!("shared{}", self.tools.program));
        let mut build = self.package.command(self.tools.cc);
        build.args(toolchains::pkg_config(self.package, &["--cflags", "simple_native-shared"])?);
        build.arg(source("packaged.c")).arg("-o").arg(&program).arg("-Wl,-rpath,$ORIGIN");
        run(build.args(toolchains::pkg_config(self.package, &["--libs", "simple_native-shared"])?))?;
        let lib = self.package.root.join("lib");
        for file in fs::read_dir(&lib)?.collect::<std::io::Result<Vec<_>>>()? {
            if file.file_name().to_string_lossy().starts_with(name) && file.path().is_file() {
                fs::copy(file.path(), self.package.program(&file.file_name().to_string_lossy()))?;
            }
        }
        let said = self.run(&program, &[])?;
        ensure!(said == super::shared::PACKAGED, "the program with {name} said {said:?}");
        println!("shared object: a program finds it");
        if self.target.is_windows() { self.import_library() } else { Ok(()) }
    }

    /// A program that is compiled and linked as Microsoft's tools do it, by the other import library.
    fn import_library(&self) -> Result<()> {
        let path = |name: &str| self.package.program(name);
        let mut clang = self.package.command("clang");
        clang.args(["--target=x86_64-pc-windows-msvc", "-ffreestanding", "-c", "-I"]);
        clang.arg(self.package.root.join("include")).arg(source("import_library.c"));
        run(clang.arg("-o").arg(path("import.obj")))?;
        fs::write(path("kernel32.def"), "LIBRARY kernel32.dll\nEXPORTS\n    ExitProcess\n")?;
        import_library(&path("kernel32.def"), &path("kernel32.lib"))?;
        let mut link = self.package.command("lld-link");
        link.args(["/entry:start", "/subsystem:console", "/nodefaultlib", "/out:import.exe", "import.obj"]);
        run(link.arg("kernel32.lib").arg(self.package.root.join("lib/simple_native.dll.lib")))?;
        self.run(&path("import.exe"), &[])?;
        println!("import library: a program by lld-link, as by Microsoft's linker, finds the DLL");
        Ok(())
    }

    /// A Rust program with panics and a hook of its own, by the crate in the package.
    fn inside_rust(&self) -> Result<()> {
        let folder = super::hosts::rust_host(self.package)?;
        let mut cargo = crate::workspace::cargo();
        cargo.current_dir(&folder).args(["build", "--quiet", "--offline", "--target", self.target.triple]);
        cargo.env_remove("SIMPLE_NATIVE_DIR").env_remove("SIMPLE_NATIVE_PACKAGES");
        self.target.prepare(&mut cargo)?;
        run(cargo.env("CARGO_TARGET_DIR", folder.join("target")))?;
        let built = folder.join("target").join(self.target.triple).join("debug");
        let name = format!("rust-host{}", self.tools.program);
        // Beside what Wine lacks.
        let program = self.package.program(&name);
        fs::copy(built.join(&name), &program)?;
        super::hosts::is_rust_host_well(&self.run(&program, &[])?)
    }

    /// A project with a C and a C++ program and every target of the CMake package.
    fn cmake(&self) -> Result<()> {
        let Some(cxx) = self.tools.cxx else { return Ok(()) };
        let build = self.package.program("cmake");
        let emulator = self.target.command("")?;
        let words = std::iter::once(emulator.get_program()).chain(emulator.get_args());
        let words: Vec<String> = words.map(|word| word.to_string_lossy().into_owned()).collect();
        let mut configure = self.package.command("cmake");
        configure.arg("-S").arg(root().join("tests/cmake")).arg("-B").arg(&build);
        configure.arg(format!("-DCMAKE_PREFIX_PATH={}", self.package.root.display()));
        configure.arg(format!("-DPROGRAMS={}", source("").display()));
        configure
            .arg(format!("-DCMAKE_C_COMPILER={}", self.tools.cc))
            .arg(format!("-DCMAKE_CXX_COMPILER={cxx}"));
        configure.arg(format!("-DCMAKE_CROSSCOMPILING_EMULATOR={}", words[..words.len() - 1].join(";")));
        if self.target.is_windows() {
            configure.args(["-DCMAKE_SYSTEM_NAME=Windows", "-DCMAKE_EXE_LINKER_FLAGS=-static"]);
        } else {
            configure.arg("-DCMAKE_SYSTEM_NAME=Linux");
        }
        run(&mut configure)?;
        run(self.package.command("cmake").arg("--build").arg(&build))?;
        if self.target.is_windows() {
            fs::copy(self.package.program(SHIM), build.join(SHIM))?;
        }
        let mut test = self.package.command("ctest");
        test.envs(emulator.get_envs().filter_map(|(name, value)| Some((name, value?))));
        test.envs(self.screen.as_ref().map(|screen| ("DISPLAY", &screen.display)));
        run(test.arg("--test-dir").arg(&build).arg("--output-on-failure"))?;
        println!("cmake: C and C++, the archive and the shared object");
        Ok(())
    }

    /// A window of Windows shows the picture that it is given.
    fn window(&self) -> Result<()> {
        let Some(screen) = self.screen.as_ref().filter(|_| self.package.holds("winit")) else {
            return Ok(());
        };
        let program = self.link("window", &[source("window_shown.c")], &[], true)?;
        let mut command = self.target.command(program)?;
        let seen = screen.pixels(command.current_dir(self.package.folder.path()), [30, 160, 90])?;
        ensure!(seen == 320 * 200, "{seen} pixels of a picture of 320 by 200 are on the screen");
        println!("window: shows its picture");
        Ok(())
    }

    /// The example of each library inside does what its page says.
    fn examples(&self) -> Result<Vec<String>> {
        let mut worked = Vec::new();
        for Example { library, file, expected } in self.package.examples()? {
            let program = self.link(&library, &[file], &[], true)?;
            let said = self.run(&program, &[root().join("cuda/model/parrot.gguf")])?;
            ensure!(said == expected, "the example of {library} printed {said:?}");
            worked.push(library);
        }
        println!("examples by {}: {} work", self.target.run_by()?, worked.join(", "));
        Ok(worked)
    }

    /// The C tests of the libraries inside.
    fn tests(&self) -> Result<Vec<String>> {
        let mut passed = Vec::new();
        let is_here = |test: &&Test| {
            let has_all = test.libraries.iter().all(|library| self.package.holds(library));
            has_all && (self.target.is_windows() || !test.on_windows_alone)
        };
        for Test { name, .. } in TESTS.iter().filter(is_here) {
            let sources = [source(&format!("{name}.c")), source("check.c")];
            let program = self.link(&format!("test-{name}"), &sources, &[], true)?;
            let argument = match *name {
                "module_shared" => {
                    let folder = self.package.program("test-modules");
                    modules::build(self.target, self.tools, &folder)?;
                    folder
                }
                _ => root().join("cuda/model/parrot.gguf"),
            };
            self.run(&program, &[argument]).with_context(|| format!("tests/c/{name}.c"))?;
            passed.push((*name).to_owned());
        }
        println!("C tests by {}: {} pass", self.target.run_by()?, passed.join(", "));
        Ok(passed)
    }

    /// Every function of a package of all libraries, every argument, wrong in every way; their number.
    fn hostile_calls(&self) -> Result<Option<u64>> {
        if !self.target.is_windows() || !self.package.holds("winit") {
            return Ok(None);
        }
        let mut writer = crate::workspace::cargo();
        writer.args(["run", "--quiet", "--package", "tests", "--example", "hostile"]);
        let file = self.package.program("hostile.c");
        let manifest = self.package.root.join("share/simple_native/simple_native.json");
        fs::write(&file, run(writer.arg(manifest))?.stdout)?;
        let program = self.link("hostile", &[file], &[], true)?;
        let said = self.run(&program, &[])?;
        let calls = said.trim().strip_suffix(" hostile calls").and_then(|calls| calls.parse().ok());
        let calls = calls.with_context(|| format!("the hostile calls ended with {said:?}"))?;
        println!("hostile calls by {}: {calls} fail cleanly", self.target.run_by()?);
        Ok(Some(calls))
    }
}
