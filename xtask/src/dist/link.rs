//! Flags by which a program is linked with the package, told in each build system's words.

use crate::{abi::files::version, build::Built, cc, targets::Target};
use anyhow::Result;
use std::{fs, path::Path};

const CMAKE: &str = include_str!("config.cmake.in");
const CMAKE_VERSION: &str = include_str!("config-version.cmake.in");
const CONAN: &str = include_str!("conanfile.py.in");

/// Flags after the archive on a linker's command line.
pub fn flags(built: &Built, machine: &Target) -> Vec<String> {
    let own = machine.link_flags.iter().map(|&flag| flag.to_owned());
    own.chain(built.system_libraries.iter().cloned()).collect()
}

/// Plain text, pkg-config, CMake and Conan; all move with the folder.
pub fn write(folder: &Path, built: &Built, machine: &Target) -> Result<()> {
    let flags = flags(built, machine);
    let archive = file(&built.archive);
    let shared = machine.shared.filter(|name| folder.join("lib").join(name).exists()).unwrap_or_default();
    fs::write(folder.join("share/simple_native/link-flags.txt"), flags.join(" ") + "\n")?;
    // A path as it is comes out of pkg-config without a backslash before its spaces; behind -L it has them. Only
    // ELF's linkers know how to take a file by its name.
    let by_name = if machine.is_elf() {
        format!("-L${{libdir}} -l:{archive}")
    } else {
        format!("${{libdir}}/{archive}")
    };
    pkg_config(&folder.join("lib/pkgconfig"), &flags, &by_name, !shared.is_empty())?;
    cmake(&folder.join("lib/cmake/simple_native"), &flags, &archive, shared)?;
    let recipe = CONAN.replace("@VERSION@", version()).replace("@ARCHIVE@", &archive);
    Ok(fs::write(folder.join("conanfile.py"), recipe.replace("@FLAGS@", &flags.join(" ")))?)
}

fn file(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// `simple_native` links the archive, `simple_native-shared` the shared object.
fn pkg_config(folder: &Path, flags: &[String], archive: &str, has_shared: bool) -> Result<()> {
    fs::create_dir_all(folder)?;
    let head = "prefix=${pcfiledir}/../..\nlibdir=${prefix}/lib\nincludedir=${prefix}/include\n\n";
    let about = format!(
        "Description: The native layer under a programming language\nVersion: {}\nCflags: -I${{includedir}}\n",
        version()
    );
    // Go's tool refuses a package that asks for it; programs add it themselves.
    let flags: Vec<&str> = flags.iter().map(String::as_str).filter(|flag| *flag != cc::GC_SECTIONS).collect();
    let archive = format!("Libs: {archive} {}\n", flags.join(" "));
    fs::write(folder.join("simple_native.pc"), format!("{head}Name: simple_native\n{about}{archive}"))?;
    if has_shared {
        let shared = "Libs: -L${libdir} -lsimple_native\n";
        let text = format!("{head}Name: simple_native-shared\n{about}{shared}");
        fs::write(folder.join("simple_native-shared.pc"), text)?;
    }
    Ok(())
}

/// The targets `simple_native::static` and, where there is a shared object, `simple_native::shared`.
fn cmake(folder: &Path, flags: &[String], archive: &str, shared: &str) -> Result<()> {
    fs::create_dir_all(folder)?;
    let text =
        CMAKE.replace("@ARCHIVE@", archive).replace("@SHARED@", shared).replace("@FLAGS@", &flags.join(";"));
    fs::write(folder.join("simple_nativeConfig.cmake"), text)?;
    fs::write(
        folder.join("simple_nativeConfigVersion.cmake"),
        CMAKE_VERSION.replace("@VERSION@", version()),
    )?;
    Ok(())
}
