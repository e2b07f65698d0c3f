//! `cargo xtask bench`: measures side by side and keeps the figures in `bench/RESULTS.md`.

use crate::{
    build::release,
    workspace::{cargo, root, run},
};
use anyhow::{Context, Result, bail};
use std::{
    collections::BTreeMap,
    fs,
    path::PathBuf,
    process::{Command, Stdio},
};

const HEAD: &str = "# Measurements\n\nWritten by `cargo xtask bench`, which runs each pair of programs side by side: \
    read the ratios, not the times. Lower ratios are better unless the row says otherwise.\n";

/// The programs of the bench package, one for each library.
pub fn programs() -> Result<Vec<String>> {
    let mut names: Vec<String> = fs::read_dir(root().join("bench/src/bin"))?
        .filter_map(|entry| Some(entry.ok()?.path().file_stem()?.to_string_lossy().into_owned()))
        .collect();
    names.sort();
    Ok(names)
}

/// Runs the programs called `wanted`, all if none, and writes their tables into `RESULTS.md`.
pub fn bench(wanted: &[String]) -> Result<()> {
    let path = root().join("bench/RESULTS.md");
    let programs = programs()?;
    if let Some(unknown) = wanted.iter().find(|name| !programs.contains(name)) {
        bail!("there is no bench `{unknown}`; there are {}", programs.join(", "));
    }
    let mut sections = sections(&fs::read_to_string(&path).unwrap_or_default());
    for name in programs.iter().filter(|name| wanted.is_empty() || wanted.contains(name)) {
        eprintln!("measuring {name} ...");
        let mut command = cargo();
        command.args(["run", "--quiet", "--package", "bench", "--bin", name]);
        release(&mut command, root(), false);
        let output = run(command.stderr(Stdio::inherit()))?;
        let table = String::from_utf8(output.stdout)?;
        println!("\n## {name}\n\n{table}");
        sections.insert(name.clone(), format!("{}\n\n{}", machine()?, table.trim()));
    }
    let mut text = HEAD.to_owned();
    for (name, body) in sections {
        text.push_str(&format!("\n## {name}\n\n{body}\n"));
    }
    fs::write(&path, text).with_context(|| path.display().to_string())
}

/// The sections that are there, by name.
fn sections(text: &str) -> BTreeMap<String, String> {
    text.split("\n## ")
        .skip(1)
        .filter_map(|section| {
            let (name, body) = section.split_once('\n')?;
            Some((name.to_owned(), body.trim().to_owned()))
        })
        .collect()
}

/// Date and processor of the measurement.
fn machine() -> Result<String> {
    let date = run(Command::new("date").args(["-u", "+%Y-%m-%d"]))?;
    let info = fs::read_to_string(PathBuf::from("/proc/cpuinfo")).unwrap_or_default();
    let processor =
        info.lines().find_map(|line| line.strip_prefix("model name")).unwrap_or("an unknown processor");
    let cores = std::thread::available_parallelism()?;
    Ok(format!(
        "Measured on {}, {}, {cores} cores.",
        String::from_utf8_lossy(&date.stdout).trim(),
        processor.trim_start_matches(['\t', ':', ' '])
    ))
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_is_no_bench_is_refused() {
        let said = super::bench(&["nosuch".into()]).unwrap_err().to_string();
        assert!(said.contains("there is no bench `nosuch`; there are audio"), "{said}");
    }
}
