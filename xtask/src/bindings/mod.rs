//! Bindings for other languages, from the manifest alone.

mod classes;
mod conditions;
pub mod cpp;
mod docs;
mod facade;
mod java;
mod lua;
mod model;
mod node;
mod python;
mod ruby;
pub mod runtime;
mod shapes;
mod simple;
mod typescript;
pub mod words;

use crate::{
    abi::{Manifest, files::Generated},
    workspace::{root, sources, target},
};
use anyhow::{Context, Result};
use classes::with_classes_alone;
use model::Model;
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// The committed manifest.
pub fn manifest() -> Result<Manifest> {
    let path = root().join("simple_native/simple_native.json");
    let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    Ok(serde_json::from_str(&text)?)
}

/// Every generated file of every language, as it lies in `folder`. The list of what is generated from the manifest and
/// not kept in git: with the C++ header this is all of it.
pub fn generate(manifest: &Manifest, folder: &Path) -> Vec<Generated> {
    let manifest = &with_classes_alone(manifest);
    let model = Model::new(manifest);
    let languages = [
        ("simple", simple::files(&model)),
        ("simple", words::files(manifest)),
        ("simple", facade::files(&model)),
        ("python/simple_native", python::files(&model)),
        ("python/native", shapes::files(&model)),
        ("luajit", lua::files(&model)),
        ("ruby/lib/simple_native", ruby::files(&model)),
        ("node", node::files(&model)),
        ("node/native", shapes::files(&model)),
        ("node", typescript::files(&model)),
        ("java", java::files(&model)),
    ];
    languages
        .into_iter()
        .flat_map(|(language, files)| files.into_iter().map(move |(name, text)| (language, name, text)))
        .map(|(language, name, text)| Generated { path: folder.join(language).join(name), text })
        .collect()
}

/// The folder in which the bindings are put together: beside what cargo builds.
pub fn folder() -> PathBuf {
    target().join("bindings")
}

/// The folder of `simple_native.hpp`, within [`folder`].
pub fn cpp_folder() -> PathBuf {
    folder().join("cpp")
}

/// Puts the bindings together in [`folder`], from the committed manifest: the hand-written files and the generated ones.
/// What has not changed is left alone, so that several processes may do this at once. Returns what was written.
pub fn stage() -> Result<Vec<PathBuf>> {
    let manifest = manifest()?;
    let header = Generated { path: cpp_folder().join("simple_native.hpp"), text: cpp::text(&manifest) };
    stage_into(&manifest, &folder(), vec![header])
}

/// Puts the bindings of a manifest together in `folder`, with `more` generated files; what else lay there is removed.
pub fn stage_into(manifest: &Manifest, folder: &Path, more: Vec<Generated>) -> Result<Vec<PathBuf>> {
    let mut files = generate(manifest, folder);
    files.extend(more);
    let generated: BTreeSet<PathBuf> = files.iter().map(|file| file.path.clone()).collect();
    for file in sources("bindings")? {
        let path = folder.join(file.strip_prefix("bindings")?);
        if !generated.contains(&path) {
            let text = fs::read_to_string(root().join(&file)).with_context(|| file.display().to_string())?;
            files.push(Generated { path, text });
        }
    }
    let mut changed = Vec::new();
    for file in &files {
        if file.write_where_changed()? {
            changed.push(file.path.clone());
        }
    }
    let kept = files.into_iter().map(|file| file.path).collect();
    remove_others(folder, &kept)?;
    Ok(changed)
}

/// Names of folders that package managers and interpreters leave.
const LEFT_BY_OTHERS: &[&str] = &["node_modules", "__pycache__", "build"];

fn remove_others(folder: &Path, kept: &BTreeSet<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if LEFT_BY_OTHERS.contains(&&*name) || name.ends_with(".egg-info") || name.ends_with(".new") {
            continue;
        }
        if path.is_dir() {
            remove_others(&path, kept)?;
        } else if !kept.contains(&path) {
            fs::remove_file(&path)?;
        }
    }
    Ok(())
}
