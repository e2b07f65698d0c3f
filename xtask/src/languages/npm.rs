//! A tarball as `npm pack` makes it: everything lies in the folder `package`.

use super::native::{Native, compile};
use crate::{
    files::{copy, copy_folder},
    workspace::{run, stdout, tar},
};
use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

pub fn make(package: &Native, to: &Path) -> Result<PathBuf> {
    let work = tempfile::tempdir()?;
    let folder = work.path().join("package");
    copy_folder(&package.binding("node"), &folder)?;
    let _ = fs::remove_file(folder.join("package-lock.json"));
    copy(&package.shared()?, &folder.join("lib/libsimple_native.so"))?;
    make_addon(&folder, &folder.join("lib/calls.node"))?;
    fs::remove_dir_all(folder.join("native"))?;
    for licence in package.licences() {
        copy(&licence, &folder.join(licence.file_name().context("a licence's name")?))?;
    }
    copy(&package.unpacked.root.join("share/doc/simple_native/README.md"), &folder.join("README.md"))?;
    let path = folder.join("package.json");
    let mut about: Value = serde_json::from_str(&fs::read_to_string(&path)?)?;
    about["os"] = json!(["linux"]);
    about["cpu"] = json!([processor(&package.architecture)?]);
    about["libc"] = json!(["glibc"]);
    fs::write(&path, format!("{about:#}\n"))?;
    let file = to.join(format!("simple_native-{}.tgz", package.version()));
    let mut tar = tar();
    tar.args(["--sort=name", "--owner=0", "--group=0", "--numeric-owner", "--mtime=1985-10-26 08:15:00Z"]);
    tar.args(["--mode=u+rwX,go+rX", "--format=ustar", "-czf"]).arg(&file);
    run(tar.arg("-C").arg(work.path()).arg("package"))?;
    Ok(file)
}

/// Compiles the addon of Node's binding, whose files lie in `binding`.
pub fn make_addon(binding: &Path, addon: &Path) -> Result<()> {
    let headers = headers()
        .context("no node_api.h: install Node with its headers (Debian's nodejs and libnode-dev)")?;
    compile(&[binding.join("native/calls.c")], &[headers], &[], addon)
}

/// The folder of Node's headers, where they are: beside the program, or where Debian has them.
pub fn headers() -> Option<PathBuf> {
    let program = stdout(Command::new("node").args(["-p", "process.execPath"])).ok()?;
    let beside = Path::new(program.trim()).ancestors().nth(2)?.join("include/node");
    [beside, "/usr/include/node".into()].into_iter().find(|folder| folder.join("node_api.h").exists())
}

/// The processor's name as Node has it.
fn processor(architecture: &str) -> Result<&'static str> {
    Ok(match architecture {
        "x86_64" => "x64",
        "aarch64" => "arm64",
        other => bail!("what Node calls {other} is not known here"),
    })
}
