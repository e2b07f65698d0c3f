//! `cargo xtask demo`: the archive at work, from a C program.

use crate::{
    build::{Built, Options, build},
    cc::Program,
    new_module::{Language, commands, new_module},
    runtime,
    setup::{self, Purpose},
    workspace::{has_program, root, run, show, target},
};
use anyhow::{Context, Result, ensure};
use cargo_metadata::MetadataCommand;
use std::{
    fs::{self, File},
    io::{BufRead, BufReader, IsTerminal, Write, stderr},
    os::unix::process::CommandExt,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread::{self, JoinHandle},
};

/// Length of the text that the regex act searches.
const TEXT_BYTES: u64 = 16 << 20;

/// Every act, as the host plays them.
const ACTS: [&str; 9] =
    ["regex", "graphics", "physics", "audio", "http", "gamepad", "window", "cuda", "module"];
/// The libraries that are built in little time, their acts, and the files of those in C.
const FIRST: [&str; 3] = ["regex", "rapier2d", "graphics2d"];
const FIRST_ACTS: [&str; 3] = ["regex", "graphics", "physics"];
const FIRST_FILES: [&str; 7] = [
    "host.c",
    "act_regex.c",
    "act_graphics.c",
    "act_physics.c",
    "draw.c",
    "physics_scene.c",
    "physics_view.c",
];

/// Builds archive and host, and runs all acts or the one called `act`; with `serve` the site of the act `http`
/// stays up. `runtime` is no act of the host's: it is a script in an interpreter that has the archive inside. The host is
/// linked with the unpacked package `packaged`, where one is given, and nothing is built of ours. Where nothing was built
/// yet, what is quick to build is shown while the rest is built.
pub fn demo(act: Option<&str>, serve: bool, packaged: Option<&Path>) -> Result<()> {
    let folder = target().join("demo");
    fs::create_dir_all(&folder)?;
    let is_first =
        act.is_none() && packaged.is_none() && !target().join("release/libsimple_native.a").exists();
    let first = if is_first { Some(First::begin(&folder)?) } else { None };
    setup::ensure(Purpose::Demo).with_context(|| match &first {
        Some(_) => format!("{} are shown; the other acts need more", FIRST_ACTS.join(", ")),
        None => "what the demo needs".to_owned(),
    })?;
    let link = |program: Program| match packaged {
        Some(package) => program.link_packaged(package),
        None => {
            eprintln!("building the archive (the first time takes a few minutes) ...");
            program.link_static(&archive(&["full"])?)
        }
    };
    let model = folder.join("parrot.gguf");
    fs::copy(root().join("cuda/model/parrot.gguf"), &model)?;
    if act == Some("runtime") {
        let mut command = Command::new(runtime::lua_native(&folder, link)?);
        command.arg(runtime::sources().join("demo.lua")).arg(&folder).arg(model);
        command.arg(modules(&folder)?.join("demo_wasm.wasm"));
        let _screen = Screen::where_none_is(&folder, &mut command)?;
        return show(&mut command);
    }
    let sources = sources()?;
    let host = link(Program::new(&sources, folder.join("host")).with(&["-O2"]))?;
    let text = text(&folder)?;
    let shown = first.map_or(Ok(&[][..]), First::end)?;
    let mut command = Command::new(host);
    if act.is_none_or(|act| act == "module") {
        command.env("SIMPLE_MODULE_PATH", modules(&folder)?);
    }
    command.arg(&folder).arg(text);
    if serve {
        // In our place, so that whoever ends this program ends the site.
        return Err(command.args(["http", "serve"]).exec().into());
    }
    command.args(act);
    if act.is_none() && !shown.is_empty() {
        command.args(ACTS.iter().filter(|act| !shown.contains(act)));
    }
    let _screen = Screen::where_none_is(&folder, &mut command)?;
    show(&mut command)
}

/// Builds the archive as it is shipped.
fn archive(features: &[&str]) -> Result<Built> {
    let features = Some(features.iter().map(|&feature| feature.to_owned()).collect());
    build(&Options { release: true, features, watched: true, ..Default::default() })
}

/// The acts that need little, at play.
struct First {
    host: Child,
    lines: JoinHandle<()>,
}

impl First {
    /// Builds what they need, and lets them begin. What is built is part of the whole, so that nothing is built twice.
    fn begin(folder: &Path) -> Result<Self> {
        setup::ensure(Purpose::First)?;
        eprintln!("building {} first; the rest is built while they play ...", FIRST.join(", "));
        let built = archive(&FIRST)?;
        let sources = FIRST_FILES.map(|file| root().join("examples").join(file));
        let program = Program::new(&sources, folder.join("first")).with(&["-O2", "-DFIRST_ACTS"]);
        let mut command = Command::new(program.link_static(&built)?);
        command.arg(folder).arg(text(folder)?).stdout(Stdio::piped());
        let mut host = command.spawn().context("the host")?;
        let said = BufReader::new(host.stdout.take().context("the host's output")?);
        // Where a bar shows how far the build is, each line takes its place.
        let start = if stderr().is_terminal() { "\r\x1b[2K" } else { "" };
        let lines = thread::spawn(move || {
            for line in said.lines().map_while(std::io::Result::ok) {
                println!("{start}{line}");
            }
        });
        Ok(Self { host, lines })
    }

    /// Waits for their end; gives their names.
    fn end(mut self) -> Result<&'static [&'static str]> {
        let status = self.host.wait()?;
        let _ = self.lines.join();
        ensure!(status.success(), "the first acts ended with {status}");
        Ok(&FIRST_ACTS)
    }
}

/// One module of each template, built; the folder that they lie in.
fn modules(folder: &Path) -> Result<PathBuf> {
    let folder = folder.join("modules");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    for (name, language) in
        [("demo_rust", Language::Rust), ("demo_c", Language::C), ("demo_wasm", Language::WasmC)]
    {
        let made = new_module(&folder, name, language)?;
        let (build, test, file) = commands(name, language);
        for line in [test, build] {
            let mut words = line.split(' ');
            let mut command = Command::new(words.next().unwrap_or_default());
            run(command.args(words).current_dir(&made).env_remove("CARGO_TARGET_DIR"))?;
        }
        let file = made.join(file);
        fs::copy(&file, folder.join(file.file_name().context("a module's file")?))?;
    }
    Ok(folder)
}

/// A display for a machine that has none.
struct Screen(Child);

impl Screen {
    /// Started where there is no display and Xvfb is installed; a screenshot is kept in `folder`.
    fn where_none_is(folder: &Path, command: &mut Command) -> Result<Option<Self>> {
        let has_display = ["DISPLAY", "WAYLAND_DISPLAY"]
            .iter()
            .any(|name| std::env::var_os(name).is_some_and(|v| !v.is_empty()));
        if has_display || !has_program("Xvfb") {
            return Ok(None);
        }
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        // To the end of the line: the server dies where the pipe closes within it.
        let mut number = String::new();
        let said = server.stdout.as_mut().context("Xvfb's output")?;
        BufReader::new(said).read_line(&mut number)?;
        command.env("DISPLAY", format!(":{}", number.trim()));
        if has_program("import") {
            let shot = folder.join("window.png");
            command.env("DEMO_SCREENSHOT", format!("import -window root '{}'", shot.display()));
        }
        Ok(Some(Self(server)))
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Every C file of the examples.
pub fn sources() -> Result<Vec<PathBuf>> {
    let mut sources: Vec<PathBuf> = fs::read_dir(root().join("examples"))?
        .map(|entry| Ok(entry?.path()))
        .collect::<std::io::Result<Vec<_>>>()?
        .into_iter()
        .filter(|path| path.extension().is_some_and(|extension| extension == "c"))
        .collect();
    sources.sort();
    Ok(sources)
}

/// A real text that is on every machine which can build us: the sources of the crates we depend on.
fn text(folder: &Path) -> Result<PathBuf> {
    let path = folder.join("sources.txt");
    let mut out = File::create(&path)?;
    let metadata = MetadataCommand::new().current_dir(root()).exec()?;
    let mut folders: Vec<PathBuf> = metadata
        .packages
        .iter()
        .filter(|package| package.source.is_some())
        .filter_map(|package| Some(package.manifest_path.parent()?.join("src").into_std_path_buf()))
        .collect();
    folders.sort();
    for folder in folders {
        append_sources(&folder, &mut out)?;
        if out.metadata()?.len() > TEXT_BYTES {
            break;
        }
    }
    Ok(path)
}

fn append_sources(folder: &Path, out: &mut File) -> Result<()> {
    let Ok(entries) = fs::read_dir(folder) else { return Ok(()) };
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            append_sources(&path, out)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            // What is no UTF-8, or holds a NUL, would end the text early.
            let text = fs::read_to_string(&path).unwrap_or_default().replace('\0', "");
            out.write_all(text.as_bytes()).with_context(|| path.display().to_string())?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_acts_are_the_hosts() {
        let host = fs::read_to_string(root().join("examples/host.c")).unwrap();
        let named: Vec<&str> = host
            .lines()
            .filter_map(|line| line.strip_prefix("    {\"")?.split_once('"'))
            .map(|(name, _)| name)
            .collect();
        assert_eq!(named, ACTS);
        assert_eq!(ACTS[..FIRST_ACTS.len()], FIRST_ACTS);
    }
}
