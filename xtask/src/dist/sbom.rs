//! The package's bill of materials, as CycloneDX.

use super::linked::{Key, Linked, key};
use crate::{
    abi::files::version,
    workspace::{root, stdout},
};
use anyhow::{Context, Result, bail};
use cargo_lock::Lockfile;
use cyclonedx_bom::{
    external_models::uri::Purl,
    models::{
        component::{Classification, Component, Components},
        dependency::{Dependencies, Dependency},
        hash::{Hash, HashAlgorithm, HashValue, Hashes},
        license::{LicenseChoice, Licenses},
        metadata::Metadata,
    },
    prelude::{Bom, SpecVersion, Validate},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
    process::Command,
};

const SPEC: SpecVersion = SpecVersion::V1_5;

/// Writes the bill for `linked`. It bears no date and no serial number: the same build has the same bill.
pub fn write(to: &Path, linked: &Linked) -> Result<()> {
    let checksums = checksums()?;
    let mut components = vec![standard_library()?];
    for package in &linked.packages {
        let (name, version) = key(package);
        let purl = Purl::new("cargo", &name, &version).map_err(|error| anyhow::anyhow!("{error}"))?;
        let mut component = Component::new(Classification::Library, &name, &version, Some(purl.to_string()));
        component.purl = Some(purl);
        component.licenses = package.license.as_deref().map(licences);
        // What is mended here is not what the registry's checksum is of.
        if package.source.is_some() {
            let sum = checksums.get(&(name.clone(), version.clone())).filter(|sum| !sum.is_empty());
            let sum = sum.with_context(|| format!("Cargo.lock has no checksum of {name} {version}"))?;
            component.hashes =
                Some(Hashes(vec![Hash { alg: HashAlgorithm::SHA_256, content: HashValue(sum.clone()) }]));
        }
        components.push(component);
    }
    let mut whole =
        Component::new(Classification::Library, "simple_native", version(), Some(reference(&own())));
    whole.licenses = Some(licences("MIT OR Apache-2.0"));
    let bom = Bom {
        version: 1,
        serial_number: None,
        metadata: Some(Metadata { component: Some(whole), ..Default::default() }),
        components: Some(Components(components)),
        dependencies: Some(dependencies(linked)),
        spec_version: SPEC,
        ..Default::default()
    };
    let findings = bom.validate_version(SPEC);
    if !findings.passed() {
        bail!("the bill of materials is no valid CycloneDX: {findings:?}");
    }
    let mut bytes = Vec::new();
    bom.output_as_json(&mut bytes, SPEC)?;
    fs::write(to, bytes).with_context(|| to.display().to_string())
}

fn own() -> Key {
    ("simple_native".into(), version().into())
}

fn reference((name, version): &Key) -> String {
    format!("pkg:cargo/{name}@{version}")
}

/// An expression; older crates write `MIT/Apache-2.0` for `MIT OR Apache-2.0`.
fn licences(expression: &str) -> Licenses {
    Licenses(vec![LicenseChoice::expression(&expression.replace('/', " OR "))])
}

fn standard_library() -> Result<Component> {
    let rustc = stdout(Command::new("rustc").arg("--version"))?;
    let version = rustc.split(' ').nth(1).context("rustc names no version")?;
    let mut component =
        Component::new(Classification::Library, "std", version, Some(format!("rust-std@{version}")));
    component.licenses = Some(licences("MIT OR Apache-2.0"));
    Ok(component)
}

/// Who uses what. Our own crates are one component: what they use, the whole uses.
fn dependencies(linked: &Linked) -> Dependencies {
    let foreign: BTreeSet<Key> = linked.packages.iter().map(key).collect();
    let mut uses: BTreeMap<Key, BTreeSet<Key>> = BTreeMap::new();
    for (user, used) in &linked.graph {
        let user = if foreign.contains(user) { user.clone() } else { own() };
        uses.entry(user).or_default().extend(used.iter().filter(|key| foreign.contains(*key)).cloned());
    }
    let entry = |(user, used): (&Key, &BTreeSet<Key>)| Dependency {
        dependency_ref: reference(user),
        dependencies: used.iter().map(reference).collect(),
    };
    Dependencies(uses.iter().map(entry).collect())
}

/// The sums of what comes from the registry; empty for what lies here.
fn checksums() -> Result<BTreeMap<Key, String>> {
    let lock = Lockfile::load(root().join("Cargo.lock"))?;
    let sums = lock.packages.iter().map(|package| {
        let sum = package.checksum.as_ref().map(ToString::to_string).unwrap_or_default();
        ((package.name.to_string(), package.version.to_string()), sum)
    });
    Ok(sums.collect())
}

/// The crates that a bill lists, with their checksums.
pub fn components(path: &Path) -> Result<BTreeMap<Key, String>> {
    let bytes = fs::read(path).with_context(|| path.display().to_string())?;
    let bom = Bom::parse_from_json(&*bytes)?;
    if !bom.validate_version(SPEC).passed() {
        bail!("{} is no valid CycloneDX", path.display());
    }
    let components = bom.components.context("a bill without components")?;
    let crates = components.0.iter().filter(|component| component.purl.is_some()).map(|component| {
        let version = component.version.as_ref().map(ToString::to_string).unwrap_or_default();
        let sum =
            component.hashes.iter().flat_map(|hashes| &hashes.0).next().map(|hash| hash.content.0.clone());
        ((component.name.to_string(), version), sum.unwrap_or_default())
    });
    Ok(crates.collect())
}

/// Differences of a bill from the lock file.
pub fn against_lock_file(path: &Path) -> Result<Vec<String>> {
    let known = checksums()?;
    let differs = components(path)?.into_iter().filter(|(key, sum)| known.get(key) != Some(sum));
    Ok(differs.map(|((name, version), _)| format!("{name} {version} is not what Cargo.lock has")).collect())
}
