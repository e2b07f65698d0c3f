//! Regular expressions and handles: from C beside rure, and in Rust beside the crate regex.
#![allow(unsafe_code)]

use anyhow::{Context, Result};
use bench::{compare, median, nanoseconds, row, table};
use std::{
    collections::BTreeMap,
    ffi::CString,
    fs,
    path::{Path, PathBuf},
    process::Command,
};
use xtask::{
    build::{Options, build, include_folder, release},
    cc::LINK_FLAGS,
    dist::{Names, finish::finish},
    workspace::{cargo, root, run, stdout, target},
};

// Links the exported functions into this program.
use simple_native as _;
use simple_native_sys as c;

fn main() -> Result<()> {
    table();
    let folder = tempfile::tempdir()?;
    let archives = Archives::build(folder.path())?;
    from_c(&archives)?;
    large_text()?;
    sets()?;
    memory()?;
    sizes(&archives)
}

struct Archives {
    folder: PathBuf,
    ours: PathBuf,
    rure: PathBuf,
    system: Vec<String>,
}

impl Archives {
    fn build(folder: &Path) -> Result<Self> {
        let built = build(&Options { release: true, ..Default::default() })?;
        let ours = folder.join("libsimple_native.a");
        finish(&built.archive, &ours, "bench", &Names::default())?;
        let mut build = cargo();
        build.args(["build", "--package", "rure_archive"]);
        release(&mut build, root(), false);
        run(&mut build)?;
        let rure = target().join("release/librure_archive.a");
        Ok(Self { folder: folder.into(), ours, rure, system: built.system_libraries })
    }

    fn compile(&self, source: &str, archives: &[&Path]) -> Result<PathBuf> {
        let program = self.folder.join(source).with_extension("");
        let mut cc = Command::new("cc");
        cc.args(["-O2", "-ffunction-sections", "-I"]).arg(include_folder());
        cc.arg(root().join("bench/c").join(source)).arg("-o").arg(&program);
        run(cc.args(archives).args(LINK_FLAGS).args(&self.system))?;
        Ok(program)
    }
}

/// One name's turns: seconds of ours, seconds of theirs, calls.
type Turns = BTreeMap<String, Vec<(f64, f64, usize)>>;

fn from_c(archives: &Archives) -> Result<()> {
    let program = archives.compile("regex.c", &[&archives.ours, &archives.rure])?;
    let text = stdout(&mut Command::new(program))?;
    let mut turns = Turns::new();
    for line in text.lines() {
        let [name, ours, theirs, calls] = line.split(' ').collect::<Vec<_>>()[..] else { continue };
        turns.entry(name.into()).or_default().push((ours.parse()?, theirs.parse()?, calls.parse()?));
    }
    let show = |what: &str, name: &str, aim: &str| -> Result<()> {
        let turns = turns.get(name).with_context(|| format!("no figures for {name}"))?;
        let of =
            |pick: fn(&(f64, f64, usize)) -> f64| median(&mut turns.iter().map(pick).collect::<Vec<_>>());
        let (ours, theirs) = (of(|turn| turn.0), of(|turn| turn.1));
        let (ours, theirs) = (nanoseconds(ours, turns[0].2), nanoseconds(theirs, turns[0].2));
        row(what, &ours, &theirs, of(|turn| turn.0 / turn.1), aim);
        Ok(())
    };
    show("a checked-handle call / an empty C call through a pointer", "checked_call", "at most 8")?;
    for (i, what) in ["`[0-9]+`", "`^[a-z]+$`", "`foo\\|bar`", "`\\bword\\b`"].iter().enumerate() {
        let what = format!("is_match of {what} on a short text / rure");
        show(&what, &format!("rure_{i}"), "at most 1.15")?;
    }
    show("is_match_quick / is_match with a handle", "quick", "at most 1.5")?;
    for (what, name) in [
        ("two threads on two handles: times the work of one thread (higher is better)", "threads"),
        ("two threads on one handle: times the work of one thread (higher is better)", "threads_same"),
    ] {
        let mut work: Vec<f64> = turns[name].iter().map(|turn| 2.0 * turn.1 / turn.0).collect();
        row(what, "2 threads", "1 thread", median(&mut work), "at least 1.8");
    }
    Ok(())
}

/// All matches of a large text: one crossing against the crate's own iterator.
fn large_text() -> Result<()> {
    let text = fs::read_to_string(root().join("Cargo.lock"))?.repeat(200);
    let c_text = CString::new(text.clone())?;
    for pattern in ["[0-9]+", "name = \"(\\w+)\"", "serde"] {
        let regex = regex::Regex::new(pattern)?;
        // SAFETY: borrowed for the call.
        let handle = unsafe { c::rt_regex_new(CString::new(pattern)?.as_ptr()) };
        let result = compare(
            || {
                // SAFETY: borrowed for the call.
                let array = unsafe { c::rt_regex_find_all_offsets(handle, c_text.as_ptr()) };
                // SAFETY: the archive's, freed once.
                unsafe { c::rt_i64_array_free(array.data, array.len) };
                array.len / 2
            },
            || {
                let mut offsets = Vec::new();
                for found in regex.find_iter(&text) {
                    offsets.push((found.start(), found.end()));
                }
                offsets.len()
            },
        );
        let rate = |seconds: f64| format!("{:.0} MB/s", text.len() as f64 / seconds / 1e6);
        let what = format!("find_all_offsets of `{pattern}` on a large text / the crate's iterator");
        row(&what, &rate(result.ours), &rate(result.theirs), result.ratio, "at most 1.05");
    }
    Ok(())
}

/// The routes of a text among many, beside the crate's set as it comes and with as large a cache.
fn sets() -> Result<()> {
    const LARGE: usize = 256 << 20;
    for many in [100, 1_000, 3_000, 10_000] {
        let patterns: Vec<String> =
            (0..many).map(|i| format!("^/api/v3/users/\\d+/item{i}(?:/|$)")).collect();
        let texts: Vec<String> =
            (0..20).map(|i| format!("/api/v3/users/{i}/item{}", i * 7919 % many)).collect();
        let c_patterns =
            patterns.iter().map(|one| CString::new(one.as_str())).collect::<Result<Vec<_>, _>>()?;
        let pointers: Vec<_> = c_patterns.iter().map(|one| one.as_ptr()).collect();
        let c_texts = texts.iter().map(|one| CString::new(one.as_str())).collect::<Result<Vec<_>, _>>()?;
        // SAFETY: borrowed for the call.
        let set = unsafe { c::rt_regex_set_new(pointers.as_ptr(), pointers.len() as i64) };
        let mut ours = || {
            let matches = |text: &CString| {
                // SAFETY: borrowed for the call.
                let array = unsafe { c::rt_regex_set_matches(set, text.as_ptr()) };
                // SAFETY: the archive's, freed once.
                unsafe { c::rt_i64_array_free(array.data, array.len) };
                array.len
            };
            c_texts.iter().map(matches).sum::<i64>()
        };
        let build = |cache| {
            let mut builder = regex::RegexSetBuilder::new(&patterns);
            builder.size_limit(LARGE).dfa_size_limit(cache).build()
        };
        for (which, cache, aim) in
            [("as it comes", 2 << 20, "at most 1.05"), ("with a cache of 256 MiB", LARGE, "")]
        {
            let theirs = build(cache)?;
            let found = |text: &String| theirs.matches(text).iter().count() as i64;
            assert_eq!(ours(), texts.iter().map(found).sum::<i64>());
            let result = compare(&mut ours, || texts.iter().map(found).sum::<i64>());
            let each = |seconds: f64| format!("{:.1} µs", seconds * 1e6 / texts.len() as f64);
            let what = format!("set_matches among {many} routes / the crate's RegexSet {which}");
            row(&what, &each(result.ours), &each(result.theirs), result.ratio, aim);
        }
        c::rt_regex_set_destroy(set);
    }
    Ok(())
}

/// Resident bytes that a million handles take beside their objects.
fn memory() -> Result<()> {
    const MANY: usize = 1_000_000;
    let resident = || -> Result<f64> {
        let text = fs::read_to_string("/proc/self/statm")?;
        let pages: f64 = text.split(' ').nth(1).context("resident pages")?.parse()?;
        Ok(pages * 4096.0)
    };
    let pattern = regex::Regex::new("a")?;
    let mut boxes: Vec<Box<probe::Object>> = Vec::with_capacity(MANY);
    boxes.resize_with(1, || probe::boxed(&pattern));
    let before = resident()?;
    boxes.resize_with(MANY, || probe::boxed(&pattern));
    let plain = (resident()? - before) / MANY as f64;
    let mut handles = vec![0i64; MANY];
    let before = resident()?;
    handles.iter_mut().for_each(|handle| *handle = probe::handle(&pattern));
    let ours = (resident()? - before) / MANY as f64;
    row(
        "bytes of a live handle and its object / of the boxed object; the difference counts",
        &format!("{ours:.0} B"),
        &format!("{plain:.0} B"),
        ours / plain,
        &format!("at most 48 B more (is {:.0})", ours - plain),
    );
    look_ups(&boxes[..10], &handles[..10], "ten");
    look_ups(&boxes, &handles, "a million");
    Ok(())
}

/// A look-up and a read of the object, against the read through a plain pointer: what the table adds, among few
/// and among many, in the same order.
fn look_ups(boxes: &[Box<probe::Object>], handles: &[i64], many: &str) {
    const CALLS: usize = 200_000;
    let order = |index: usize| index.wrapping_mul(0x9e37_79b9_7f4a_7c15) % handles.len();
    let result = compare(
        || (0..CALLS).map(|i| probe::read(handles[order(i)])).sum::<usize>(),
        || (0..CALLS).map(|i| probe::read_plain(&boxes[order(i)])).sum::<usize>(),
    );
    let what = format!("a look-up among {many} handles at random / through plain pointers");
    let (ours, theirs) = (nanoseconds(result.ours, CALLS), nanoseconds(result.theirs, CALLS));
    row(&what, &ours, &theirs, result.ratio, "the difference grows by cache misses only");
}

/// An object boxed, and the same behind a handle.
mod probe {
    use ffi_core::{Kind, handle};
    use std::sync::Arc;

    pub struct Object {
        number: usize,
        _pattern: regex::Regex,
    }
    ffi_core::object!(Object, Kind::Test);

    pub fn boxed(pattern: &regex::Regex) -> Box<Object> {
        Box::new(Object { number: 1, _pattern: pattern.clone() })
    }

    pub fn read(handle: i64) -> usize {
        handle::get::<Object>(handle, "handle").map_or(0, |object| object.number)
    }

    pub fn read_plain(object: &Object) -> usize {
        object.number
    }

    pub fn handle(pattern: &regex::Regex) -> i64 {
        handle::insert(Arc::new(Object { number: 1, _pattern: pattern.clone() }))
    }
}

/// A stripped program that uses regex alone.
fn sizes(archives: &Archives) -> Result<()> {
    let size = |source: &str, archive: &Path| -> Result<f64> {
        let program = archives.compile(source, &[archive])?;
        run(Command::new("strip").arg(&program))?;
        Ok(fs::metadata(&program)?.len() as f64)
    };
    let ours = size("size_ours.c", &archives.ours)?;
    let theirs = size("size_rure.c", &archives.rure)?;
    let text = |bytes: f64| format!("{:.2} MB", bytes / 1e6);
    row(
        "a stripped program that uses regex alone / rure",
        &text(ours),
        &text(theirs),
        ours / theirs,
        "at most 1.1",
    );
    Ok(())
}
