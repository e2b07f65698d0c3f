//! Crates that are linked into the archive, by cargo's word.

use super::Plan;
use crate::workspace::{cargo, root, stdout};
use anyhow::{Context, Result, ensure};
use cargo_metadata::{CargoOpt, Metadata, MetadataCommand, Package};
use std::collections::{BTreeMap, BTreeSet};

/// A crate as `cargo tree` and `Cargo.lock` name it.
pub type Key = (String, String);

/// The crates in the archive and what each uses.
pub struct Linked {
    /// Each crate with those that it uses, our own included.
    pub graph: BTreeMap<Key, BTreeSet<Key>>,
    /// The crates of others, by name and version.
    pub packages: Vec<Package>,
}

impl Linked {
    /// For this build: with its features, on its target, without what runs in the compiler alone.
    pub fn of(plan: &Plan) -> Result<Self> {
        let graph = graph(plan)?;
        let mut packages = metadata()?.packages;
        packages.retain(|package| graph.contains_key(&key(package)));
        let known: BTreeSet<Key> = packages.iter().map(key).collect();
        let unknown: Vec<&Key> = graph.keys().filter(|key| !known.contains(key)).collect();
        ensure!(unknown.is_empty(), "cargo metadata does not tell of {unknown:?}");
        packages.retain(is_of_others);
        packages.sort_by_key(key);
        Ok(Self { graph, packages })
    }
}

/// True for what comes from a registry, and for what `patches/` holds mended.
fn is_of_others(package: &Package) -> bool {
    package.source.is_some() || package.manifest_path.starts_with(root().join("patches"))
}

/// Name and version.
pub fn key(package: &Package) -> Key {
    (package.name.to_string(), package.version.to_string())
}

/// With all features: a crate that is in no default one would be missing.
fn metadata() -> Result<Metadata> {
    let mut command = MetadataCommand::new();
    command.features(CargoOpt::AllFeatures).other_options(vec!["--locked".into()]);
    Ok(command.current_dir(root()).exec()?)
}

/// `cargo tree` by depth: each line is a crate under the last line of a smaller depth.
fn graph(plan: &Plan) -> Result<BTreeMap<Key, BTreeSet<Key>>> {
    let mut tree = cargo();
    tree.args(["tree", "--locked", "--package", "simple_native", "--edges", "normal,no-proc-macro"]);
    tree.args(["--prefix", "depth", "--format", " {p}", "--target", plan.machine.triple]);
    tree.args(["--no-default-features", "--features", &plan.features.join(",")]);
    let mut graph: BTreeMap<Key, BTreeSet<Key>> = BTreeMap::new();
    let mut above: Vec<Key> = Vec::new();
    for line in stdout(&mut tree)?.lines() {
        let (depth, key) = parse(line).with_context(|| format!("cargo tree said: {line}"))?;
        above.truncate(depth);
        if let Some(user) = above.last() {
            graph.entry(user.clone()).or_default().insert(key.clone());
        }
        graph.entry(key.clone()).or_default();
        above.push(key);
    }
    Ok(graph)
}

/// `2 memchr v2.8.0 (*)`.
fn parse(line: &str) -> Option<(usize, Key)> {
    let mut words = line.split(' ');
    let depth = words.next()?.parse().ok()?;
    let name = words.next()?;
    let version = words.next()?.strip_prefix('v')?;
    Some((depth, (name.to_owned(), version.to_owned())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{dist::licences, targets};

    #[test]
    fn what_no_default_feature_brings_is_told_of_too() {
        let linked = Linked::of(&Plan::full().unwrap()).unwrap();
        for name in ["wasmtime", "cranelift-codegen", "regex"] {
            assert!(linked.packages.iter().any(|package| package.name == name), "{name}");
        }
        let to = tempfile::NamedTempFile::new().unwrap();
        licences::write(to.path(), &linked.packages, targets::host().unwrap()).unwrap();
        assert!(std::fs::read_to_string(to.path()).unwrap().contains("\nwasmtime "));
        let core = Linked::of(&Plan::full().unwrap().features(vec!["regex".into()])).unwrap();
        assert!(core.packages.iter().all(|package| package.name != "wasmtime"));
    }
}
