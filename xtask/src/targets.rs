//! The machines that packages are made for: what builds for each on Debian, how its files are called, and what runs
//! its programs here. Everything that depends on a target asks this table.

use crate::workspace::stdout;
use anyhow::{Context, Result, bail};
use std::{
    env::consts::ARCH,
    ffi::OsStr,
    path::{Path, PathBuf},
    process::Command,
};

/// A machine that packages are made for.
#[derive(Debug, PartialEq, Eq)]
pub struct Target {
    /// The name that rustc has for it.
    pub triple: &'static str,
    /// The name of the static archive.
    pub archive: &'static str,
    /// The name of the shared object, where a package has one. On Linux it is a link to the one of its SONAME.
    pub shared: Option<&'static str>,
    /// Libraries that a package can have.
    pub libraries: Libraries,
    /// What a program needs of the system, where that is not glibc of some version.
    pub asks_for: &'static str,
    /// Flags by which a program keeps only what it uses, before the system's libraries.
    pub link_flags: &'static [&'static str],
    /// Libraries besides those that rustc names: of the compiler's own, for files in C.
    pub compilers_libraries: &'static [&'static str],
    /// What builds for it elsewhere; none where a machine of its own is needed.
    pub cross: Option<Cross>,
}

/// Libraries that a package can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Libraries {
    /// Every one.
    All,
    /// Those of the variant `core`: the others need what the target has not got.
    Core(&'static str),
}

/// What builds for a target on another machine, and runs what was built.
#[derive(Debug, PartialEq, Eq)]
pub struct Cross {
    /// Its architecture, where only a Linux of the same one builds for it.
    pub only_on: Option<&'static str>,
    /// The C compiler, which links too.
    pub cc: &'static str,
    /// The C++ compiler, where there is one.
    pub cxx: Option<&'static str>,
    /// The archiver.
    pub ar: &'static str,
    /// Debian's packages of all that.
    pub packages: &'static [&'static str],
    /// Flags for rustc.
    pub rust_flags: &'static [&'static str],
    /// Runs its programs.
    pub runner: Runner,
    /// The end of a program's name.
    pub program: &'static str,
}

/// Runs a target's programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Runner {
    /// The machine itself.
    Itself,
    /// qemu's emulation of one program, and the folder in which that finds the target's libraries.
    Qemu(&'static str, &'static str),
    /// Wine.
    Wine,
}

/// Leaves out what a program does not call.
pub const GC_SECTIONS: &str = "-Wl,--gc-sections";
/// Flags by which a program keeps only what it uses of the archive.
pub const GNU: &[&str] = &[GC_SECTIONS, "-Wl,--as-needed"];
const UNIX: (&str, &str) = ("libsimple_native.a", "libsimple_native.so");
const APPLE: Target = Target {
    triple: "aarch64-apple-darwin",
    archive: UNIX.0,
    shared: Some("libsimple_native.dylib"),
    libraries: Libraries::All,
    asks_for: "macOS 11",
    link_flags: &["-Wl,-dead_strip"],
    compilers_libraries: &[],
    cross: None,
};

const MUSL: Target = Target {
    triple: "x86_64-unknown-linux-musl",
    archive: UNIX.0,
    shared: None,
    libraries: Libraries::Core("models need a C++ library for musl"),
    asks_for: "Linux alone",
    // Without the second, a gcc that was made for glibc leaves the tables out by which panics are caught.
    link_flags: &[GC_SECTIONS, "-Wl,--eh-frame-hdr"],
    compilers_libraries: &[],
    cross: Some(MUSL_TOOLS),
};
const MUSL_TOOLS: Cross = Cross {
    only_on: Some("x86_64"),
    cc: "musl-gcc",
    cxx: None,
    ar: "ar",
    packages: &["musl-tools", "binutils"],
    rust_flags: &[],
    runner: Runner::Itself,
    program: "",
};

/// All of them. What is missing here is nobody's yet.
pub const TARGETS: &[Target] = &[
    Target {
        triple: "x86_64-unknown-linux-gnu",
        archive: UNIX.0,
        shared: Some(UNIX.1),
        libraries: Libraries::All,
        asks_for: "glibc",
        link_flags: GNU,
        compilers_libraries: &[],
        cross: Some(Cross {
            only_on: None,
            cc: "x86_64-linux-gnu-gcc",
            cxx: Some("x86_64-linux-gnu-g++"),
            ar: "x86_64-linux-gnu-ar",
            packages: &["g++-x86-64-linux-gnu", "qemu-user-static", "cmake", "pkg-config"],
            rust_flags: &[],
            runner: Runner::Qemu("qemu-x86_64-static", "/usr/x86_64-linux-gnu"),
            program: "",
        }),
    },
    Target {
        triple: "aarch64-unknown-linux-gnu",
        archive: UNIX.0,
        shared: Some(UNIX.1),
        libraries: Libraries::All,
        asks_for: "glibc",
        link_flags: GNU,
        compilers_libraries: &[],
        cross: Some(Cross {
            only_on: None,
            cc: "aarch64-linux-gnu-gcc",
            cxx: Some("aarch64-linux-gnu-g++"),
            ar: "aarch64-linux-gnu-ar",
            packages: &["g++-aarch64-linux-gnu", "qemu-user-static", "cmake", "pkg-config"],
            rust_flags: &[],
            runner: Runner::Qemu("qemu-aarch64-static", "/usr/aarch64-linux-gnu"),
            program: "",
        }),
    },
    MUSL,
    Target {
        triple: "x86_64-pc-windows-gnu",
        archive: UNIX.0,
        shared: Some("simple_native.dll"),
        libraries: Libraries::All,
        asks_for: "Windows 10",
        link_flags: &[GC_SECTIONS],
        // Opus is compiled with guards of the stack.
        compilers_libraries: &["-lssp"],
        cross: Some(Cross {
            only_on: None,
            // The ones with threads of POSIX: std::mutex of C++ is there.
            cc: "x86_64-w64-mingw32-gcc-posix",
            cxx: Some("x86_64-w64-mingw32-g++-posix"),
            ar: "x86_64-w64-mingw32-ar",
            packages: &[
                "gcc-mingw-w64-x86-64-posix",
                "g++-mingw-w64-x86-64-posix",
                "clang",
                "lld",
                "llvm",
                "wine64",
                "xvfb",
                "imagemagick",
                "cmake",
                "pkg-config",
            ],
            // Imports by name, with no import libraries of other crates on the link line.
            rust_flags: &["--cfg=windows_raw_dylib"],
            runner: Runner::Wine,
            program: ".exe",
        }),
    },
    Target {
        triple: "x86_64-pc-windows-msvc",
        archive: "simple_native.lib",
        shared: Some("simple_native.dll"),
        libraries: Libraries::All,
        asks_for: "Windows 10",
        link_flags: &[],
        compilers_libraries: &[],
        cross: None,
    },
    APPLE,
    Target { triple: "x86_64-apple-darwin", ..APPLE },
    Target {
        triple: "aarch64-unknown-linux-musl",
        cross: Some(Cross { only_on: Some("aarch64"), ..MUSL_TOOLS }),
        ..MUSL
    },
];

/// The target of this name.
pub fn find(triple: &str) -> Result<&'static Target> {
    TARGETS.iter().find(|target| target.triple == triple).with_context(|| {
        let known: Vec<&str> = TARGETS.iter().map(|target| target.triple).collect();
        format!("no packages are made for {triple}; they are for {}", known.join(", "))
    })
}

/// The machine that this runs on.
pub fn host() -> Result<&'static Target> {
    find(stdout(Command::new("rustc").args(["--print", "host-tuple"]))?.trim())
}

impl Target {
    /// True on Windows.
    pub fn is_windows(&self) -> bool {
        self.triple.contains("windows")
    }

    /// True on Linux.
    pub fn is_linux(&self) -> bool {
        self.triple.contains("linux")
    }

    /// True on Linux with glibc.
    pub fn has_glibc(&self) -> bool {
        self.triple.ends_with("linux-gnu")
    }

    /// True where the linker takes a file by its name (`-l:`), and symbols can be hidden in an archive.
    pub fn is_elf(&self) -> bool {
        self.is_linux()
    }

    /// True where it is the machine that this runs on.
    pub fn is_host(&self) -> Result<bool> {
        Ok(host()? == self)
    }

    /// What builds for it here; nothing on such a machine itself.
    pub fn tools(&self) -> Result<Option<&'static Cross>> {
        if self.is_host()? {
            return Ok(None);
        }
        match TARGETS.iter().find(|target| *target == self).and_then(|target| target.cross.as_ref()) {
            Some(cross) if cfg!(target_os = "linux") && cross.only_on.is_none_or(|one| one == ARCH) => {
                Ok(Some(cross))
            }
            _ => bail!("packages for {} are built on such a machine, not on {}", self.triple, host()?.triple),
        }
    }

    /// Fails with a sentence where a package of these features cannot be had for it.
    pub fn allows(&self, features: &[String], core: &[String]) -> Result<()> {
        let Libraries::Core(reason) = self.libraries else { return Ok(()) };
        match features.iter().find(|feature| !core.contains(feature)) {
            Some(feature) => {
                bail!("{feature} is not for {}: {reason}; `--variant core` is", self.triple)
            }
            None => Ok(()),
        }
    }

    /// Cargo and what build scripts start, told what builds for it.
    pub fn prepare(&self, cargo: &mut Command) -> Result<()> {
        let Some(cross) = self.tools()? else { return Ok(()) };
        let name = self.triple.replace('-', "_");
        cargo.env(format!("CC_{name}"), cross.cc).env(format!("AR_{name}"), cross.ar);
        if let Some(cxx) = cross.cxx {
            cargo.env(format!("CXX_{name}"), cxx);
        }
        // Rust brings musl's own start files, which musl's wrapper of gcc brings once more.
        if !self.triple.ends_with("musl") {
            cargo.env(format!("CARGO_TARGET_{}_LINKER", name.to_uppercase()), cross.cc);
        }
        // A toolkit that is here compiles for this machine.
        cargo.env("FFI_CUDA", "0");
        Ok(())
    }

    /// A program of this target, to be started here.
    pub fn command(&self, program: impl AsRef<OsStr>) -> Result<Command> {
        let runner = self.tools()?.map_or(Runner::Itself, |cross| cross.runner);
        Ok(match runner {
            Runner::Itself => Command::new(program),
            Runner::Qemu(qemu, libraries) => {
                let mut command = Command::new(qemu);
                command.arg("-L").arg(libraries).arg(program);
                command
            }
            Runner::Wine => {
                let mut command = Command::new(wine()?);
                command.env("WINEDEBUG", "-all").env("WINEPREFIX", wine_folder()?).arg(program);
                command
            }
        })
    }

    /// What runs its programs, in words.
    pub fn run_by(&self) -> Result<&'static str> {
        Ok(match self.tools()?.map_or(Runner::Itself, |cross| cross.runner) {
            Runner::Itself => "the machine",
            Runner::Qemu(..) => "qemu-user",
            Runner::Wine => "Wine",
        })
    }
}

/// Debian has it off the path, Ubuntu and others on it.
fn wine() -> Result<PathBuf> {
    let off = Path::new("/usr/lib/wine/wine64");
    if off.is_file() {
        return Ok(off.to_path_buf());
    }
    let named = ["wine64", "wine"].into_iter().find(|name| crate::workspace::has_program(name));
    Ok(named.context("Wine is missing (`cargo xtask setup --target x86_64-pc-windows-gnu`)")?.into())
}

/// Wine's drives and registry: making them takes half a minute, so they are kept.
fn wine_folder() -> Result<PathBuf> {
    let folder = cache()?.join("wine");
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// The folder in which this user keeps what was made once.
pub fn cache() -> Result<PathBuf> {
    let cache = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    let cache = cache.or_else(|| Some(std::env::home_dir()?.join(".cache"))).context("a home folder")?;
    Ok(cache.join("simple_native"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_target_is_in_the_table_once_and_an_unknown_one_is_told_of_them() {
        for (index, target) in TARGETS.iter().enumerate() {
            assert!(TARGETS[..index].iter().all(|other| other.triple != target.triple), "{}", target.triple);
            assert_eq!(find(target.triple).unwrap(), target);
            let end = if target.is_windows() && target.triple.ends_with("msvc") { ".lib" } else { ".a" };
            assert!(target.archive.ends_with(end), "{}", target.triple);
        }
        let said = find("riscv64-unknown-none").unwrap_err().to_string();
        assert!(said.contains("riscv64-unknown-none") && said.contains("x86_64-pc-windows-gnu"), "{said}");
    }

    #[test]
    fn cargo_is_told_of_the_compilers_of_another_machine_alone() {
        let mut cargo = Command::new("cargo");
        host().unwrap().prepare(&mut cargo).unwrap();
        assert_eq!(cargo.get_envs().count(), 0);
        if !cfg!(target_os = "linux") {
            return;
        }
        find("x86_64-pc-windows-gnu").unwrap().prepare(&mut cargo).unwrap();
        let told = |name: &str| {
            cargo.get_envs().find(|(known, _)| *known == name).unwrap().1.unwrap().to_string_lossy()
        };
        assert_eq!(told("CC_x86_64_pc_windows_gnu"), "x86_64-w64-mingw32-gcc-posix");
        assert_eq!(told("CARGO_TARGET_X86_64_PC_WINDOWS_GNU_LINKER"), "x86_64-w64-mingw32-gcc-posix");
    }

    #[test]
    fn a_library_that_a_target_has_not_got_is_refused_with_the_reason() {
        let core = ["regex".to_owned()];
        let musl = find("x86_64-unknown-linux-musl").unwrap();
        assert!(musl.allows(&core, &core).is_ok());
        let said = musl.allows(&["full".into()], &core).unwrap_err().to_string();
        assert_eq!(
            said,
            "full is not for x86_64-unknown-linux-musl: models need a C++ library for musl; `--variant core` is"
        );
        assert!(find("x86_64-pc-windows-gnu").unwrap().allows(&["full".into()], &core).is_ok());
    }

    #[test]
    fn a_machine_of_its_own_is_asked_for_where_nothing_builds_here() {
        let is_foreign = |one: &&Target| {
            !one.is_host().unwrap()
                && one.cross.as_ref().is_none_or(|cross| cross.only_on.is_some_and(|arch| arch != ARCH))
        };
        let foreign: Vec<&Target> = TARGETS.iter().filter(is_foreign).collect();
        assert!(foreign.len() > 2);
        for target in foreign {
            let said = target.tools().unwrap_err().to_string();
            assert!(said.contains(target.triple) && said.contains("on such a machine"), "{said}");
        }
    }
}
