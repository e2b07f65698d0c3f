//! `cargo xtask platforms`: packages for every machine that can be built for and run here, proven, with a table of what
//! ran in the README.

use crate::{
    dist::{Plan, Variant, floor, package},
    index, setup,
    targets::{self, Libraries, TARGETS, Target},
    verify::{Report, Unpacked, verify},
    workspace::{root, target},
};
use anyhow::{Context, Result, bail};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// The lines of the README between which the table is.
const BEGIN: &str = "<!-- What `cargo xtask platforms` saw. -->";
const END: &str = "<!-- Until here. -->";
const HEAD: &str = "| target | libraries | asks for | package | run by | examples that print what they should | C tests that pass |\n\
                    |---|---|---|---|---|---|---|\n";

/// Makes and proves the packages of `only`, or of all targets that can be built for here, of these libraries or of all that
/// a target can have; gives the folder with them. Rows of other targets stay in the table as they are.
pub fn platforms(only: &[String], features: Option<&[String]>) -> Result<PathBuf> {
    let wanted: Vec<&Target> = if only.is_empty() {
        TARGETS.iter().filter(|target| target.tools().is_ok()).collect()
    } else {
        only.iter().map(|triple| targets::find(triple)).collect::<Result<_>>()?
    };
    let folder = target().join("platforms");
    fs::create_dir_all(&folder)?;
    let (mut rows, mut failures) = (Vec::new(), Vec::new());
    for target in wanted {
        println!("== {}", target.triple);
        match prove(target, features, &folder) {
            Ok(row) => rows.push(row),
            Err(error) => {
                eprintln!("{error:#}");
                failures.push(target.triple);
            }
        }
    }
    if !rows.is_empty() {
        index::write(&folder)?;
        let readme = root().join("README.md");
        let text = fs::read_to_string(&readme)?;
        fs::write(&readme, with_rows(&text, &rows)?)?;
    }
    if !failures.is_empty() {
        bail!("not proven: {}", failures.join(", "));
    }
    Ok(folder)
}

/// Builds a target's package, copies it into the folder and runs what there is to run; gives its row of the table.
fn prove(target: &'static Target, features: Option<&[String]>, folder: &Path) -> Result<String> {
    setup::target(target)?;
    let core = matches!(target.libraries, Libraries::Core(_));
    let (plan, libraries) = match features {
        Some(features) => (Plan::full()?.features(features.to_vec()), features.join(", ")),
        None if core => (Plan::full()?.variant(Variant::Core), "core".into()),
        None => (Plan::full()?, "all".into()),
    };
    let plan = if target.is_host()? { plan } else { plan.machine(target) };
    let built = package(&plan)?;
    let file = folder.join(built.file.file_name().context("a package's name")?);
    fs::copy(&built.file, &file)?;
    let report = verify(&file)?;
    row(target, &libraries, &file, &report)
}

fn row(target: &Target, libraries: &str, file: &Path, report: &Report) -> Result<String> {
    let asks = if target.has_glibc() {
        let package = Unpacked::new(file)?;
        let (major, minor) = floor::newest_glibc(&package.shared().context("a shared object")?)?;
        format!("glibc {major}.{minor}")
    } else {
        target.asks_for.to_owned()
    };
    let megabytes = fs::metadata(file)?.len() as f64 / f64::from(1 << 20);
    Ok(format!(
        "| {} | {libraries} | {asks} | {megabytes:.1} MiB | {} | {} | {} |\n",
        target.triple,
        report.run_by,
        report.examples.join(", "),
        tests(report),
    ))
}

/// What ran of the tests, in words.
fn tests(report: &Report) -> String {
    if report.tests.is_empty() {
        return "all, by `cargo xtask test`".into();
    }
    let hostile = report.hostile_calls.map(|calls| format!("{calls} hostile calls"));
    report.tests.iter().cloned().chain(hostile).collect::<Vec<_>>().join(", ")
}

/// The text with these rows in its table; each takes the place of the one that begins alike.
fn with_rows(text: &str, rows: &[String]) -> Result<String> {
    let (before, rest) = text.split_once(BEGIN).context("README.md has no place for the table")?;
    let (old, after) = rest.split_once(END).context("README.md has no end of the table")?;
    let key = |row: &str| row.split('|').nth(1).unwrap_or_default().trim().to_owned();
    let old = old.lines().filter(|line| line.starts_with('|')).skip(2);
    let mut all: Vec<String> = old.map(|line| format!("{line}\n")).collect();
    for row in rows {
        match all.iter_mut().find(|known| key(known) == key(row)) {
            Some(known) => known.clone_from(row),
            None => all.push(row.clone()),
        }
    }
    let place = |row: &String| TARGETS.iter().position(|target| target.triple == key(row));
    all.sort_by_key(place);
    Ok(format!("{before}{BEGIN}\n\n{HEAD}{}\n{END}{after}", all.concat()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_takes_the_place_of_its_targets_and_the_others_stay() {
        let text = format!("a\n{BEGIN}\n{END}\nb\n");
        let [musl, gnu] = ["x86_64-unknown-linux-musl", "x86_64-unknown-linux-gnu"];
        let one = with_rows(&text, &[format!("| {musl} | core |\n"), format!("| {gnu} | core |\n")]).unwrap();
        let two = with_rows(&one, &[format!("| {gnu} | all |\n")]).unwrap();
        assert_eq!(two, format!("a\n{BEGIN}\n\n{HEAD}| {gnu} | all |\n| {musl} | core |\n\n{END}\nb\n"));
        assert!(with_rows("none", &[]).is_err());
    }

    #[test]
    fn the_readme_has_a_place_for_the_table() {
        let text = fs::read_to_string(root().join("README.md")).unwrap();
        assert!(with_rows(&text, &[]).is_ok());
    }
}
