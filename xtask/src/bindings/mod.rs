//! Bindings for other languages, from the manifest alone.

mod docs;
mod java;
mod lua;
mod model;
mod node;
mod python;
mod ruby;
mod simple;

use crate::{
    abi::{Manifest, files::Generated},
    workspace::root,
};
use anyhow::{Context, Result};
use model::Model;
use std::{fs, path::PathBuf};

/// What stands at the head of every generated file.
const NOTICE: &str = "Generated from simple_native.json by `cargo xtask bindings`; not edited by hand.";

/// The committed manifest.
pub fn manifest() -> Result<Manifest> {
    let path = root().join("simple_native/simple_native.json");
    let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    Ok(serde_json::from_str(&text)?)
}

/// Every generated file of every language.
pub fn generate(manifest: &Manifest) -> Vec<Generated> {
    let model = Model::new(manifest);
    let languages = [
        ("simple", simple::files(&model)),
        ("python/simple_native", python::files(&model)),
        ("luajit", lua::files(&model)),
        ("ruby/lib/simple_native", ruby::files(&model)),
        ("node", node::files(&model)),
        ("java", java::files(&model)),
    ];
    let folder = root().join("bindings");
    languages
        .into_iter()
        .flat_map(|(language, files)| files.into_iter().map(move |(name, text)| (language, name, text)))
        .map(|(language, name, text)| Generated { path: folder.join(language).join(name), text })
        .collect()
}

/// `cargo xtask bindings`: writes what changed.
pub fn regenerate() -> Result<Vec<PathBuf>> {
    let mut changed = Vec::new();
    for file in generate(&manifest()?) {
        if file.write_where_changed()? {
            changed.push(file.path);
        }
    }
    Ok(changed)
}
