//! `lua-native`: Lua 5.4 and the archive in one interpreter, of `examples/runtime/` and the glue that is generated for it.

use crate::{
    abi::files::Generated,
    bindings::{manifest, runtime},
    cc::Program,
    workspace::{root, stdout},
};
use anyhow::{Context, Result};
use std::{
    path::{Path, PathBuf},
    process::Command,
};

/// Builds it in `folder` from the committed manifest; `link` says with what archive. Returns the program.
pub fn lua_native(folder: &Path, link: impl FnOnce(Program) -> Result<PathBuf>) -> Result<PathBuf> {
    let glue = Generated { path: folder.join("glue.c"), text: runtime::glue(&manifest()?) };
    glue.write_where_changed()?;
    let lua = |question: &str| {
        let said = stdout(Command::new("pkg-config").args([question, "lua5.4"]));
        Ok::<_, anyhow::Error>(said.context("Lua 5.4 is missing (`cargo xtask setup`)")?.trim().to_owned())
    };
    let library = Path::new(&lua("--variable=libdir")?).join("liblua5.4.a");
    let by_hand = sources();
    let include = format!("-I{}", by_hand.display());
    let sources = [by_hand.join("main.c"), by_hand.join("native.c"), glue.path, library];
    let lua_include = lua("--cflags")?;
    link(Program::new(&sources, folder.join("lua-native")).with(&["-O2", &include, &lua_include]))
}

/// The folder of the part that is written by hand, and of the script.
pub fn sources() -> PathBuf {
    root().join("examples/runtime")
}
