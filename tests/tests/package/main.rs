//! The package as a user meets it. `cargo xtask verify` proves it; here it is run, and shown to refuse what is
//! unsound. The package of every library is proven once, the others are of few, so that they build in seconds.

mod languages;
mod readme;

use serde_json::Value;
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::OnceLock,
};
use tempfile::TempDir;
use xtask::{
    dist::{Names, Package, Plan, package, sbom},
    index,
    verify::{Unpacked, verify},
    workspace::{root, run, sources, target},
};

/// Made once for all tests: packing takes its time.
fn full() -> &'static Package {
    static FULL: OnceLock<Package> = OnceLock::new();
    FULL.get_or_init(|| package(&Plan::full().unwrap()).expect("the package is made"))
}

/// A package of regular expressions alone, from these sources into this target folder.
fn small(source: &Path, target: &Path) -> Package {
    let plan = Plan::full().unwrap().features(vec!["regex".into()]);
    let plan = Plan { source: source.to_path_buf(), target: target.to_path_buf(), ..plan };
    package(&plan).expect("the package is made")
}

#[test]
fn the_package_of_all_libraries_is_sound() {
    verify(&full().file).unwrap();
    let megabytes = fs::metadata(&full().file).unwrap().len() as f64 / f64::from(1 << 20);
    assert!(megabytes < 25.0, "the package takes {megabytes:.1} MiB");
}

#[test]
fn the_bill_of_materials_is_what_the_lock_file_says() {
    let bill = full().folder.join("share/doc/simple_native/sbom.cdx.json");
    assert_eq!(sbom::against_lock_file(&bill).unwrap(), Vec::<String>::new());
    let components = sbom::components(&bill).unwrap();
    let names: Vec<&str> = components.keys().map(|key| key.0.as_str()).collect();
    for inside in ["regex-automata", "rapier2d-f64", "rustls", "symphonia", "winit", "lyon_path"] {
        assert!(names.contains(&inside), "{inside} is inside and not in the bill");
    }
    for outside in ["proptest", "clap", "syn", "cc", "cxx-build"] {
        assert!(!names.contains(&outside), "{outside} is not inside");
    }
}

/// A runtime may have functions that are called as ours.
#[test]
fn a_package_with_other_names_works_beside_a_neighbour_that_has_ours() {
    let named = |prefix: Option<&str>, without: &[&str]| {
        let without = without.iter().map(|&name| name.to_owned()).collect();
        let plan = Plan::full().unwrap().features(vec!["regex".into()]);
        let plan = Plan { target: target().join("small"), ..plan };
        let plan = plan.names(Names { prefix: prefix.map(str::to_owned), without });
        let package = package(&plan).expect("the package is made");
        verify(&package.file).unwrap();
        package
    };
    let renamed = named(Some("sn_"), &[]).folder;
    let header = fs::read_to_string(renamed.join("include/simple_native/regex.h")).unwrap();
    assert!(header.contains("sn_regex_new(") && !header.contains("rt_"));
    named(None, &["rt_regex_find_quick", "rt_regex_find_at"]);
}

/// A copy of the sources in another folder gives the same bytes as they do here.
#[test]
fn two_builds_in_two_folders_are_the_same_bytes() {
    let elsewhere = tempfile::tempdir().unwrap();
    let copy = elsewhere.path().join("a/longer/way/to/it");
    copy_sources(&copy);
    let here = small(root(), &target().join("small")).file;
    let there = small(&copy, &elsewhere.path().join("target")).file;
    assert_eq!(here.file_name(), there.file_name());
    assert!(fs::read(&here).unwrap() == fs::read(&there).unwrap(), "two builds, two packages");
}

fn copy_sources(to: &Path) {
    for file in sources(".").unwrap() {
        let copy = to.join(&file);
        fs::create_dir_all(copy.parent().unwrap()).unwrap();
        fs::copy(root().join(&file), copy).unwrap();
    }
}

/// A package with one file changed after it was summed.
fn tampered(change: impl FnOnce(&Unpacked)) -> (TempDir, PathBuf) {
    let package = small(root(), &target().join("small"));
    let unpacked = Unpacked::new(&package.file).unwrap();
    change(&unpacked);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(package.file.file_name().unwrap());
    let mut tar = Command::new("tar");
    run(tar
        .arg("-cJf")
        .arg(&file)
        .arg("-C")
        .arg(unpacked.folder.path())
        .arg(unpacked.root.file_name().unwrap()))
    .unwrap();
    (folder, file)
}

fn refusal(change: impl FnOnce(&Unpacked)) -> String {
    let (_folder, file) = tampered(change);
    format!("{:#}", verify(&file).expect_err("an unsound package"))
}

#[test]
fn an_unsound_package_is_refused() {
    let licences = |package: &Unpacked| package.root.join("share/doc/simple_native/THIRD-PARTY.txt");
    let said = refusal(|package| fs::write(licences(package), "none").unwrap());
    assert!(said.contains("THIRD-PARTY.txt: FAILED"), "{said}");
    let said = refusal(|package| fs::write(package.root.join("lib/more.a"), "").unwrap());
    assert!(said.contains("lib/more.a is not in SHA256SUMS"), "{said}");
    let said = refusal(|package| {
        // The raw archive in place of the finished one, with its own sum.
        fs::copy(target().join("small/release/libsimple_native.a"), package.archive()).unwrap();
        let sums = "sha256sum $(cut -c67- SHA256SUMS) > sums && mv sums SHA256SUMS";
        run(Command::new("sh").args(["-c", sums]).current_dir(&package.root)).unwrap();
    });
    assert!(said.contains("the archive shows"), "{said}");
}

/// A Rust runtime that links by the helper crate; what it printed, or why it was not built.
fn rust_runtime(packages: Option<&str>) -> Result<String, String> {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("src")).unwrap();
    fs::copy(tests::folder().join("rust/runtime.rs"), folder.path().join("src/main.rs")).unwrap();
    let helper = root().join("simple_native_sys");
    let manifest = format!(
        "[package]\nname = \"runtime\"\nedition = \"2024\"\n\n[dependencies]\nsimple-native-sys = {{ path = {helper:?} \
         }}\n\n[workspace]\n"
    );
    fs::write(folder.path().join("Cargo.toml"), manifest).unwrap();
    let mut cargo = xtask::workspace::cargo();
    cargo.current_dir(folder.path()).args(["run", "--quiet", "--offline"]);
    cargo.env("CARGO_TARGET_DIR", target().join("runtime")).env("SIMPLE_NATIVE_FEATURES", "regex");
    cargo.env_remove("SIMPLE_NATIVE_DIR").env_remove("SIMPLE_NATIVE_PACKAGES");
    cargo.envs(packages.map(|packages| ("SIMPLE_NATIVE_PACKAGES", packages)));
    let said = run(&mut cargo).map_err(|error| error.to_string())?.stdout;
    Ok(String::from_utf8_lossy(&said).into_owned())
}

/// The crate for Rust runtimes, without a package: it builds the archive.
#[test]
fn a_rust_runtime_links_the_archive_that_its_helper_builds() {
    assert_eq!(rust_runtime(None).unwrap(), "2026-11\n");
}

/// The helper takes its target's package out of a folder, or from a URL, and none that is not what the index says.
#[test]
fn a_rust_runtime_chooses_a_package_by_its_target() {
    let package = small(root(), &target().join("small")).file;
    let folder = tempfile::tempdir().unwrap();
    let packages = folder.path().join("packages");
    fs::create_dir(&packages).unwrap();
    let copy = packages.join(package.file_name().unwrap());
    fs::copy(&package, &copy).unwrap();
    let [index, _] = index::write(&packages).unwrap();
    let index: Value = serde_json::from_str(&fs::read_to_string(index).unwrap()).unwrap();
    let entry = &index["packages"][0];
    assert_eq!(entry["target"], Plan::full().unwrap().machine.triple);
    assert_eq!(entry["libraries"], serde_json::json!(["native", "regex"]));
    assert_eq!(entry["size"], fs::metadata(&package).unwrap().len());
    let packages = packages.to_str().unwrap();
    assert_eq!(rust_runtime(Some(packages)).unwrap(), "2026-11\n");
    assert_eq!(rust_runtime(Some(&format!("file://{packages}"))).unwrap(), "2026-11\n");
    fs::write(&copy, [fs::read(&copy).unwrap(), b"more".to_vec()].concat()).unwrap();
    let refused = rust_runtime(Some(packages)).unwrap_err();
    assert!(refused.contains("sha256sum"), "{refused}");
}
