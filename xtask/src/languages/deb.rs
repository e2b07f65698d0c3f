//! A Debian package of the development files: headers, archive, shared object, and what build systems ask.

use super::native::Native;
use crate::{
    dist::floor::newest_glibc,
    files::{copy, copy_folder, files_of},
    workspace::run,
};
use anyhow::{Result, bail};
use std::{
    fs,
    os::unix::fs::symlink,
    path::{Path, PathBuf},
    process::Command,
};

const NAME: &str = "libsimple-native-dev";

pub fn make(package: &Native, to: &Path) -> Result<PathBuf> {
    let work = tempfile::tempdir()?;
    let (from, usr) = (&package.unpacked.root, work.path().join("usr"));
    for folder in ["include", "lib/pkgconfig", "lib/cmake", "share/simple_native"] {
        copy_folder(&from.join(folder), &usr.join(folder))?;
    }
    let archive = package.unpacked.archive();
    copy(&archive, &usr.join("lib/libsimple_native.a"))?;
    let shared = package.shared()?;
    copy(&shared, &usr.join("lib/libsimple_native.so.0"))?;
    symlink("libsimple_native.so.0", usr.join("lib/libsimple_native.so"))?;
    let doc = usr.join("share/doc").join(NAME);
    copy_folder(&from.join("share/doc/simple_native"), &doc)?;
    fs::write(doc.join("copyright"), COPYRIGHT)?;

    let architecture = match package.architecture.as_str() {
        "x86_64" => "amd64",
        "aarch64" => "arm64",
        other => bail!("what Debian calls {other} is not known here"),
    };
    let mut bytes = 0;
    for file in files_of(&usr)? {
        bytes += fs::symlink_metadata(usr.join(file))?.len();
    }
    let (major, minor) = newest_glibc(&shared)?;
    let control = format!(
        "Package: {NAME}\nVersion: {}\nArchitecture: {architecture}\nMaintainer: the authors of simple_native <authors@simple-native.invalid>\n\
         Installed-Size: {}\nDepends: libc6 (>= {major}.{minor}), libstdc++6\nRecommends: pkg-config\nSection: libdevel\n\
         Priority: optional\n{DESCRIPTION}",
        package.version(),
        bytes.div_ceil(1024),
    );
    fs::create_dir(work.path().join("DEBIAN"))?;
    fs::write(work.path().join("DEBIAN/control"), control)?;
    let file = to.join(format!("{NAME}_{}_{architecture}.deb", package.version()));
    let mut dpkg = Command::new("dpkg-deb");
    dpkg.args(["--root-owner-group", "-Zxz", "-z2", "--build"]).arg(work.path()).arg(&file);
    // The times of all files in it.
    run(dpkg.env("SOURCE_DATE_EPOCH", "315619200"))?;
    Ok(file)
}

const DESCRIPTION: &str = "Description: native layer that a programming language stands on
 Regular expressions, HTTP, game pads, 2D physics, vector graphics, audio,
 windows, model inference and modules behind one C interface: headers for C
 and C++, a static archive, a shared object, and files for pkg-config and
 CMake.
";

const COPYRIGHT: &str = "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/

Files: *
Copyright: the authors of simple_native
License: MIT or Apache-2.0
 At your choice: LICENSE-MIT and LICENSE-APACHE beside this file. What is inside
 the archive keeps its own licences, which THIRD-PARTY.txt lists.
";
