//! The shared object, linked of the finished archive: cargo's own exports what C++ bridges define for Rust, too.

use super::{finish::visible_symbols, floor};
use crate::{abi::files::version, targets::Target, workspace::run};
use anyhow::{Context, Result};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// Links the shared object of `archive` into the folder `lib`, under the name that a linker looks for.
pub fn link(archive: &Path, system_libraries: &[String], machine: &Target, lib: &Path) -> Result<()> {
    let name = machine.shared.with_context(|| format!("{} has no shared objects", machine.triple))?;
    let work = tempfile::tempdir()?;
    let ours: Vec<String> = visible_symbols(archive)?.into_iter().collect();
    let wanted = work.path().join("wanted");
    fs::write(&wanted, ours.iter().map(|name| format!("-Wl,-u,{name}\n")).collect::<String>())?;
    let keep = format!("@{}", wanted.display());
    let tools = machine.tools()?;
    let cc = tools.map_or("cc", |tools| tools.cc);
    if machine.is_windows() {
        let exports = work.path().join("exports.def");
        fs::write(&exports, definition(name, &ours))?;
        let mut cc = Command::new(cc);
        cc.args(["-shared", "-s", "-Wl,--gc-sections", &keep]);
        // With MinGW's own libraries inside: nothing but Windows has to be there.
        cc.arg("-static").arg(&exports).arg(archive).args(system_libraries).arg("-o").arg(lib.join(name));
        cc.arg(format!("-Wl,--out-implib,{}", lib.join("libsimple_native.dll.a").display()));
        run(&mut cc)?;
        return import_library(&exports, &lib.join(format!("{name}.lib")));
    }
    let major = version().split('.').next().unwrap_or("0");
    let soname = format!("{name}.{major}");
    let to = lib.join(&soname);
    let link = |files: &[PathBuf], libraries: &[String]| {
        let mut cc = Command::new(cc);
        cc.args(["-shared", "-s", "-fPIC", "-O2", "-Wl,--gc-sections", &keep]);
        cc.args(["-Wl,--as-needed", "-Wl,-z,relro,-z,now", "-Wl,-z,defs", "-Wl,--exclude-libs,libstdc++.a"]);
        // Its own calls stay its own, whatever a host loads under the same names.
        cc.arg("-Wl,-Bsymbolic-functions").arg(format!("-Wl,-soname,{soname}"));
        run(cc.args(files).args(libraries).arg("-o").arg(&to)).map(drop)
    };
    let cxx = system_libraries.iter().any(|library| library == "-lstdc++");
    // Systems that old have a C++ library that is too old as well: its own goes in, unseen.
    let mut inside = vec![archive.to_path_buf()];
    if cxx && machine.has_glibc() {
        inside.push(floor::file(cc, "libstdc++.a")?);
    }
    let libraries: Vec<String> =
        system_libraries.iter().filter(|&library| library != "-lstdc++").cloned().collect();
    link(&inside, if inside.len() > 1 { &libraries } else { system_libraries })?;
    if machine.has_glibc() {
        let archives: Vec<&Path> = inside.iter().map(PathBuf::as_path).collect();
        if let Some(files) = floor::copies(&to, cc, &archives, work.path())? {
            link(&files, &libraries)?;
        }
        floor::loosen(&to)?;
    }
    #[cfg(unix)]
    std::os::unix::fs::symlink(&soname, lib.join(name))?;
    Ok(())
}

/// What a DLL exports, as linkers of Windows read it.
fn definition(name: &str, functions: &[String]) -> String {
    let mut text = format!("LIBRARY {name}\nEXPORTS\n");
    text.extend(functions.iter().map(|function| format!("    {function}\n")));
    text
}

/// By which Microsoft's linker finds the DLL.
pub fn import_library(exports: &Path, to: &Path) -> Result<()> {
    let mut tool = Command::new("llvm-dlltool");
    tool.args(["-m", "i386:x86-64", "-d"]).arg(exports).arg("-l").arg(to);
    run(&mut tool).map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_definition_names_the_dll_and_each_function_on_a_line() {
        let text = definition("x.dll", &["rt_a".into(), "rt_b".into()]);
        assert_eq!(text, "LIBRARY x.dll\nEXPORTS\n    rt_a\n    rt_b\n");
    }
}
