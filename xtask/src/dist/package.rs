//! The package: archive, shared object, header, manifest, link flags, licences, checksums.

use super::{finish, licences};
use crate::{
    abi::files::version,
    build::{Built, Options, build, include_folder},
    cc::LINK_FLAGS,
    workspace::{root, run, stdout, target},
};
use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// A finished package.
pub struct Package {
    /// The folder it was put together in.
    pub folder: PathBuf,
    /// The file to ship.
    pub file: PathBuf,
}

/// Builds the archive as it is shipped and packs it.
pub fn package(features: Option<Vec<String>>) -> Result<Package> {
    let built = build(&Options { release: true, features: features.clone(), ..Default::default() })?;
    let host = stdout(Command::new("rustc").args(["--print", "host-tuple"]))?;
    let name = format!("simple_native-{}-{}", version(), host.trim());
    let dist = target().join("dist");
    let folder = dist.join(&name);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    for part in ["include", "lib/pkgconfig", "share/simple_native", "share/doc/simple_native"] {
        fs::create_dir_all(folder.join(part))?;
    }

    finish::finish(&built.archive, &folder.join("lib/libsimple_native.a"), version())?;
    shared_object(&built, &folder.join("lib"))?;
    copy(&include_folder().join("simple_native.h"), &folder.join("include/simple_native.h"))?;
    let share = folder.join("share/simple_native");
    copy(&root().join("simple_native/simple_native.json"), &share.join("simple_native.json"))?;
    fs::write(share.join("link-flags.txt"), link_flags(&built).join(" ") + "\n")?;
    pkg_config(&built, &folder.join("lib/pkgconfig"))?;
    let doc = folder.join("share/doc/simple_native");
    for name in ["README.md", "CHANGELOG.md", "LICENSE-MIT", "LICENSE-APACHE"] {
        copy(&root().join(name), &doc.join(name))?;
    }
    licences::write(&doc.join("THIRD-PARTY.txt"), features.as_deref())?;
    fs::write(folder.join("SHA256SUMS"), checksums(&folder)?)?;

    let file = dist.join(format!("{name}.tar.xz"));
    run(Command::new("tar")
        .args([
            "--sort=name",
            "--owner=0",
            "--group=0",
            "--numeric-owner",
            "--mtime=@0",
            "--mode=u+rwX,go+rX",
        ])
        .args(["--format=posix", "--pax-option=delete=atime,delete=ctime", "-cJf"])
        .args([&file, Path::new("-C"), &dist])
        .arg(&name))?;
    Ok(Package { folder, file })
}

/// The shared object under its SONAME, with the name that a linker looks for beside it.
fn shared_object(built: &Built, lib: &Path) -> Result<()> {
    let major = version().split('.').next().unwrap_or("0");
    let soname = format!("libsimple_native.so.{major}");
    copy(&built.shared, &lib.join(&soname))?;
    run(Command::new("strip").arg("--strip-unneeded").arg(lib.join(&soname)))?;
    #[cfg(unix)]
    std::os::unix::fs::symlink(&soname, lib.join("libsimple_native.so"))?;
    Ok(())
}

/// What comes after the archive on a linker's command line.
fn link_flags(built: &Built) -> Vec<String> {
    LINK_FLAGS.iter().map(|&flag| flag.to_owned()).chain(built.system_libraries.iter().cloned()).collect()
}

/// `simple_native` links the archive, `simple_native-shared` the shared object; both move with the folder.
fn pkg_config(built: &Built, folder: &Path) -> Result<()> {
    let head = "prefix=${pcfiledir}/../..\nlibdir=${prefix}/lib\nincludedir=${prefix}/include\n\n";
    let about = format!(
        "Description: The native layer under a programming language\nVersion: {}\nCflags: -I${{includedir}}\n",
        version()
    );
    let archive = format!("Libs: ${{libdir}}/libsimple_native.a {}\n", link_flags(built).join(" "));
    let shared = "Libs: -L${libdir} -lsimple_native\n";
    fs::write(folder.join("simple_native.pc"), format!("{head}Name: simple_native\n{about}{archive}"))?;
    fs::write(
        folder.join("simple_native-shared.pc"),
        format!("{head}Name: simple_native-shared\n{about}{shared}"),
    )?;
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::copy(from, to).with_context(|| format!("{} to {}", from.display(), to.display()))?;
    Ok(())
}

/// One line for each file, as `sha256sum -c` reads them.
fn checksums(folder: &Path) -> Result<String> {
    let mut files = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            if path.is_dir() { open.push(path) } else { files.push(path) }
        }
    }
    files.sort();
    let mut out = String::new();
    for path in files {
        let digest = Sha256::digest(fs::read(&path)?);
        let hex: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        out.push_str(&format!("{hex}  {}\n", path.strip_prefix(folder)?.display()));
    }
    Ok(out)
}
