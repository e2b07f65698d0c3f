//! The bindings: as the manifest has them, with the same vectors in every language, and refused where they do not
//! fit.

use std::{
    collections::{BTreeMap, BTreeSet},
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
    sync::OnceLock,
};
use tests::{
    archive,
    conformance::{files, folder, program},
    manifest,
    program::{CTest, Checker},
};
use xtask::{
    abi::{check, files as abi_files},
    bindings,
    build::include_folder,
    docs, words,
    workspace::{root, run},
};

/// Those with programs that run the vectors; C's is written here, and C++'s tests are those of its header.
const LANGUAGES: [&str; 5] = ["python", "luajit", "ruby", "node", "java"];

/// The bindings, put together from the manifest.
pub fn staged() -> &'static Path {
    static STAGED: OnceLock<PathBuf> = OnceLock::new();
    STAGED.get_or_init(|| {
        bindings::stage().unwrap();
        bindings::folder()
    })
}

/// Files of another manifest, or of an earlier state of the tree, are not left for programs to find.
#[test]
fn staging_leaves_what_the_manifest_gives_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let manifest = bindings::manifest().unwrap();
    let written = bindings::stage_into(&manifest, folder.path(), Vec::new()).unwrap();
    fs::write(folder.path().join("python/simple_native/gone.py"), "").unwrap();
    assert!(bindings::stage_into(&manifest, folder.path(), Vec::new()).unwrap().is_empty());
    let mut left = Vec::new();
    let mut open = vec![folder.path().to_path_buf()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { open.push(path) } else { left.push(path) }
        }
    }
    assert_eq!(BTreeSet::from_iter(left), BTreeSet::from_iter(written));
}

#[test]
fn simple_declares_what_its_contract_has() {
    let generated = bindings::generate(&bindings::manifest().unwrap(), Path::new(""));
    let simple = generated.iter().filter(|file| file.path.extension().is_some_and(|end| end == "spl"));
    let declared: Vec<String> = simple
        .flat_map(|file| file.text.lines())
        .filter_map(|line| line.strip_prefix("extern fn "))
        .map(str::to_owned)
        .collect();
    for contract in abi_files::contracts().unwrap() {
        for line in check::contract_lines(&contract) {
            assert!(declared.iter().any(|one| one == line), "not declared: {line}");
        }
    }
}

#[test]
fn the_vectors_are_what_their_maker_writes() {
    let made = tempfile::tempdir().unwrap();
    run(Command::new("python3").arg(folder().join("make.py")).arg(made.path())).unwrap();
    let names = |folder: &Path| -> BTreeSet<OsString> {
        let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
        entries.filter(|name| name.to_string_lossy().ends_with(".json")).collect()
    };
    assert_eq!(names(made.path()), names(&folder()));
    for name in names(made.path()) {
        let same = fs::read(made.path().join(&name)).unwrap() == fs::read(folder().join(&name)).unwrap();
        assert!(same, "{name:?} is not what make.py writes");
    }
}

/// Calls made, library by library, of the lines `calls LIBRARY COUNT`.
fn counts(output: &str) -> BTreeMap<String, usize> {
    let words =
        output.lines().filter_map(|line| line.strip_prefix("calls ")).filter_map(|line| line.split_once(' '));
    words.map(|(library, count)| (library.to_owned(), count.parse().unwrap())).collect()
}

/// Command line and environment of a language's programs, with its binding where they look for it. Preparing takes a
/// while: the same serves for all programs.
struct Host {
    arguments: Vec<OsString>,
    environment: Vec<(&'static str, OsString)>,
    /// The runner of its vectors, and its other tests.
    programs: Vec<OsString>,
}

impl Host {
    fn new(language: &str, work: &Path) -> Self {
        let bindings = staged();
        let programs = |end: &str| {
            let runner = folder().join("runners").join(format!("run.{end}"));
            // A program that ends while the archive calls it is for languages that can be called.
            let others = ["classes", "arguments", "ending"]
                .map(|name| tests::folder().join("bindings").join(name).with_extension(end));
            let callable = ["py", "js"].contains(&end);
            let others = others.into_iter().take(if callable { 3 } else { 2 });
            std::iter::once(runner).chain(others).map(OsString::from).collect::<Vec<_>>()
        };
        let mut host =
            Self { arguments: vec![language.into()], environment: Vec::new(), programs: Vec::new() };
        match language {
            "python" => {
                host.arguments = vec![pip_installed(work).into()];
                host.programs = programs("py");
            }
            "luajit" => {
                let path = format!("{0}/?.lua;{0}/?/init.lua;;", bindings.join("luajit").display());
                host.environment.push(("LUA_PATH", path.into()));
                host.programs = programs("lua");
            }
            "ruby" => {
                host.environment.push(("RUBYLIB", bindings.join("ruby/lib").into()));
                host.programs = programs("rb");
            }
            "node" => {
                host.environment.push(("NODE_PATH", node_modules(work).into()));
                host.programs = programs("js");
            }
            "java" => {
                host.arguments.extend(java(bindings, &java_native_part(work), work));
                host.programs = ["Run", "Classes", "Arguments"].map(OsString::from).to_vec();
            }
            "messages" => {
                host.arguments = vec!["python3".into()];
                host.environment.push(("PYTHONPATH", folder().join("messages").into()));
                host.programs = programs("py").into_iter().take(1).collect();
            }
            other => panic!("no host for {other}"),
        }
        host
    }

    /// One of its programs, run without a display, so that windows are none.
    fn run(&self, program: &OsString, arguments: &[&Path]) -> Output {
        let mut command = Command::new(&self.arguments[0]);
        command.args(&self.arguments[1..]).arg(program).args(arguments);
        command.envs(self.environment.iter().map(|(name, value)| (name, value)));
        command.env("SIMPLE_NATIVE_LIBRARY", &archive().shared);
        command.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY");
        command.output().unwrap_or_else(|error| panic!("{command:?}: {error} (`cargo xtask setup`?)"))
    }
}

/// The program on the page of a language's binding, as its host takes it, and what the page says that it prints.
fn first_program(language: &str) -> Option<(OsString, String)> {
    let folder = root().join("docs/examples/bindings");
    let name = match language {
        "python" => "first.py",
        "luajit" => "first.lua",
        "ruby" => "first.rb",
        "node" => "first.js",
        "java" => "First.java",
        _ => return None,
    };
    let program = if language == "java" { "First".into() } else { folder.join(name).into() };
    Some((program, docs::printed(&fs::read_to_string(folder.join(name)).unwrap()).unwrap()))
}

/// `pip install` of the tree into an environment of its own; its Python.
fn pip_installed(work: &Path) -> PathBuf {
    let environment = work.join("venv");
    run(Command::new("python3").args(["-m", "venv"]).arg(&environment)).unwrap();
    let python = environment.join("bin/python");
    // A copy, because building a package writes beside its sources.
    let source = work.join("python");
    run(Command::new("cp").arg("-r").arg(staged().join("python")).arg(&source)).unwrap();
    run(Command::new(&python).args(["-m", "pip", "install", "--quiet"]).arg(&source)).unwrap();
    python
}

/// A folder of modules with the binding and koffi in it, as a user gets it: packed, and installed from that.
pub fn node_modules(work: &Path) -> PathBuf {
    let mut pack = Command::new("npm");
    pack.args(["pack", "--silent"]).arg(staged().join("node")).current_dir(work);
    let packed = xtask::workspace::stdout(&mut pack).unwrap();
    let install = ["install", "--no-audit", "--no-fund", "--silent", "--prefix"];
    let mut npm = Command::new("npm");
    run(npm.args(install).arg(work).arg(work.join(packed.trim())).current_dir(work)).unwrap();
    work.join("node_modules")
}

/// Modules of JavaScript's newer kind import what they name.
#[test]
fn names_can_be_imported() {
    let work = tempfile::tempdir().unwrap();
    node_modules(work.path());
    let program = "import native, { regex, NativeError } from 'simple_native';\n\
                   if (regex.Regex.new('a').find('xax') !== 'a' || native.regex !== regex || !NativeError) throw 1;\n";
    fs::write(work.path().join("names.mjs"), program).unwrap();
    let mut node = Command::new("node");
    node.arg("names.mjs").current_dir(work.path()).env("SIMPLE_NATIVE_LIBRARY", &archive().shared);
    run(&mut node).unwrap();
}

/// A gem that is built from elsewhere has its files, or is none.
#[test]
fn a_gem_is_never_empty() {
    let work = tempfile::tempdir().unwrap();
    let gem = |folder: &Path| {
        let mut gem = Command::new("gem");
        gem.args(["build", "--output"])
            .arg(work.path().join("out.gem"))
            .arg(staged().join("ruby/simple_native.gemspec"));
        gem.current_dir(folder).output().unwrap().status.success()
    };
    assert!(gem(&staged().join("ruby")));
    fs::remove_file(work.path().join("out.gem")).unwrap();
    if gem(work.path()) {
        let size = fs::metadata(work.path().join("out.gem")).unwrap().len();
        assert!(size > 50_000, "{size} bytes");
    }
}

/// Java's arguments, but for the program: the binding in the folder `bindings`, compiled.
fn java(bindings: &Path, native_part: &Path, work: &Path) -> Vec<OsString> {
    let classes = work.join("classes");
    let gson = "/usr/share/java/gson.jar";
    let sources = fs::read_dir(bindings.join("java/src/simplenative")).unwrap();
    let mut javac = Command::new("javac");
    javac.args(["-Xlint:all", "-Werror", "-cp", gson, "-d"]).arg(&classes);
    run(javac.args(sources.map(|entry| entry.unwrap().path()))).unwrap();
    let mut runner = Command::new("javac");
    runner.arg("-cp").arg(format!("{}:{gson}", classes.display())).arg("-d").arg(&classes);
    runner.arg(folder().join("runners/Run.java"));
    runner.args(["Classes", "Arguments"].map(|name| tests::folder().join(format!("bindings/{name}.java"))));
    runner.arg(root().join("docs/examples/bindings/First.java"));
    run(&mut runner).unwrap();
    let native = format!("-Dsimplenative.library={}", native_part.display());
    vec![native.into(), "-cp".into(), format!("{}:{gson}", classes.display()).into()]
}

/// The part of Java's binding that is C, compiled.
fn java_native_part(work: &Path) -> PathBuf {
    let native = staged().join("java/native");
    let library = work.join("libsimple_native_jni.so");
    let home = fs::canonicalize(
        xtask::workspace::stdout(Command::new("sh").args(["-c", "command -v javac"])).unwrap().trim(),
    )
    .unwrap();
    let jni = home.parent().unwrap().parent().unwrap().join("include");
    let mut cc = Command::new("cc");
    cc.args(["-Wall", "-Wextra", "-Werror", "-shared", "-fPIC", "-O1", "-o"]).arg(&library);
    cc.args(["functions.c", "convert.c"].map(|name| native.join(name)));
    cc.arg("-I").arg(include_folder()).arg("-I").arg(&jni).arg("-I").arg(jni.join("linux"));
    run(with_shared(&mut cc, work)).unwrap();
    library
}

/// Links with the shared object, which is found under its SONAME in `work`.
pub fn with_shared<'a>(cc: &'a mut Command, work: &Path) -> &'a mut Command {
    let soname = work.join(format!("libsimple_native.so.{}", env!("CARGO_PKG_VERSION_MAJOR")));
    if !soname.exists() {
        std::os::unix::fs::symlink(&archive().shared, &soname).unwrap();
    }
    cc.arg(&soname).arg(format!("-Wl,-rpath,{}", work.display()))
}

/// The calls that a C program makes of each file's vectors, under the sanitizers too.
fn c_host() -> BTreeMap<String, usize> {
    let mut all = BTreeMap::new();
    for file in files() {
        let work = tempfile::tempdir().unwrap();
        let source = work.path().join("vectors.c");
        fs::write(&source, program(manifest(), &file)).unwrap();
        for checker in [Checker::Plain, Checker::Sanitizers] {
            let pictures = work.path().join(format!("{checker:?}"));
            fs::create_dir(&pictures).unwrap();
            let test = CTest::from_source(&source)
                .with_source(tests::source("check.c"))
                .with_argument(pictures.to_string_lossy())
                .with_argument(root().to_string_lossy())
                .with_variable("DISPLAY", "")
                .with_variable("WAYLAND_DISPLAY", "");
            all.extend(counts(&test.run(checker)));
        }
    }
    all
}

/// Number of calls that the vectors of each library have.
fn wanted() -> BTreeMap<String, usize> {
    let of = |file: &serde_json::Value| {
        let sequences = file["sequences"].as_array().unwrap().iter();
        let calls = sequences.map(|one| one["calls"].as_array().unwrap().len()).sum();
        (file["library"].as_str().unwrap().to_owned(), calls)
    };
    files().iter().map(of).collect()
}

#[test]
fn every_language_passes_the_vectors() {
    let wanted = wanted();
    assert!(wanted.values().sum::<usize>() >= 600);
    let mut table = vec![("c", c_host())];
    let mut failures = String::new();
    // The last is no language: the built-in module calls functions by name.
    for language in LANGUAGES.into_iter().chain(["messages"]) {
        let work = tempfile::tempdir().unwrap();
        let host = Host::new(language, work.path());
        let output = host.run(&host.programs[0], &[&folder(), root()]);
        let others: Vec<Output> = host.programs[1..].iter().map(|program| host.run(program, &[])).collect();
        for output in std::iter::once(&output).chain(&others) {
            if !output.status.success() {
                failures +=
                    &format!("{language}: {}\n{}", output.status, String::from_utf8_lossy(&output.stderr));
            }
        }
        if let Some((program, page)) = first_program(language) {
            let output = host.run(&program, &[]);
            let said = String::from_utf8_lossy(&output.stdout);
            if said != page {
                let why = String::from_utf8_lossy(&output.stderr);
                failures += &format!("{language}: the page's program prints {said:?}, not {page:?}: {why}\n");
            }
        }
        table.push((language, counts(&String::from_utf8_lossy(&output.stdout))));
    }
    print_table(&wanted, &table);
    assert!(failures.is_empty(), "{failures}");
    for (language, seen) in &table {
        assert!(*seen == wanted, "{language} made {seen:?} of the calls {wanted:?}");
    }
}

/// The C++ header refuses what C would cut, with exceptions and without.
#[test]
fn the_header_refuses_strings_that_hold_a_nul() {
    for flags in [&[][..], &["-DSIMPLE_NATIVE_EXPECTED", "-fno-exceptions"]] {
        let work = tempfile::tempdir().unwrap();
        let built = work.path().join("arguments");
        let mut cc = Command::new("c++");
        cc.args(["-std=c++17", "-Wall", "-Wextra", "-Werror"]).args(flags).arg("-I").arg(include_folder());
        cc.arg("-I").arg(staged().join("cpp"));
        cc.arg(tests::folder().join("bindings/arguments.cpp")).arg("-o").arg(&built);
        run(with_shared(&mut cc, work.path())).unwrap();
        let said = xtask::workspace::stdout(&mut Command::new(&built)).unwrap();
        assert_eq!(said, "arguments: fine\n", "{flags:?}");
    }
}

/// A program in C++ keeps what a parent owns, as programs in the other languages do.
#[test]
fn what_a_parent_owns_outlives_its_name() {
    let work = tempfile::tempdir().unwrap();
    let built = work.path().join("owned");
    let mut cc = Command::new("c++");
    cc.args(["-std=c++17", "-Wall", "-Wextra", "-Werror", "-I"]).arg(include_folder());
    cc.arg("-I").arg(staged().join("cpp"));
    cc.arg(tests::folder().join("bindings/owned.cpp")).arg("-o").arg(&built);
    run(with_shared(&mut cc, work.path())).unwrap();
    assert_eq!(xtask::workspace::stdout(&mut Command::new(&built)).unwrap(), "owned: fine\n");
}

/// What nobody takes is gone at once, and the compiler says so.
#[test]
fn an_owner_that_is_ignored_is_warned_of() {
    let work = tempfile::tempdir().unwrap();
    let source = work.path().join("ignored.cpp");
    let text = "#include <simple_native.hpp>\nint main() { simple_native::regex::Regex::create(\"a\"); }\n";
    std::fs::write(&source, text).unwrap();
    for flags in [&[][..], &["-DSIMPLE_NATIVE_EXPECTED"]] {
        let mut cc = Command::new("c++");
        cc.args(["-std=c++17", "-fsyntax-only", "-I"]).arg(include_folder());
        let output = cc.arg("-I").arg(staged().join("cpp")).args(flags).arg(&source).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success() && said.contains("nodiscard"), "{flags:?}: {said}");
    }
}

/// Simple's files, carried out by a player of Simple that treats words as its runtime does.
#[test]
fn simples_functions_pass_the_vectors() {
    let work = tempfile::tempdir().unwrap();
    let names = manifest().libraries.iter().map(|library| library.name.as_str());
    words::build(&staged().join("simple/words"), names, work.path()).unwrap();
    let runners = folder().join("runners");
    let mut python = Command::new("python3");
    python.arg(runners.join("run.py")).arg(folder()).arg(root()).env("PYTHONPATH", runners.join("simple"));
    python.env("SIMPLE_FILES", staged().join("simple/simple_native"));
    python.env("SIMPLE_MANIFEST", root().join("simple_native/simple_native.json"));
    python.env("SIMPLE_SFFI_PATH", work.path()).env("SIMPLE_NATIVE_LIBRARY", &archive().shared);
    python.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY");
    assert_eq!(counts(&xtask::workspace::stdout(&mut python).unwrap()), wanted());
}

/// Called as a host that has integers alone calls it, and every word that comes back looked at whole.
#[test]
fn the_vectors_pass_through_the_word_interface() {
    let work = tempfile::tempdir().unwrap();
    let names = manifest().libraries.iter().map(|library| library.name.as_str());
    words::build(&staged().join("simple/words"), names, work.path()).unwrap();
    fs::write(work.path().join("host.c"), bindings::words::host(manifest())).unwrap();
    for file in files() {
        let source = work.path().join("vectors.c");
        fs::write(&source, program(manifest(), &file)).unwrap();
        let built = work.path().join("vectors");
        let mut cc = Command::new("cc");
        cc.args(["-std=gnu11", "-Wall", "-Wextra", "-Werror", "-pthread", "-I"]).arg(include_folder());
        cc.arg("-I").arg(tests::folder().join("c")).arg("-o").arg(&built).arg(&source);
        cc.arg(work.path().join("host.c")).arg(tests::source("check.c")).args(["-ldl", "-lm"]);
        run(&mut cc).unwrap();
        let pictures = tempfile::tempdir().unwrap();
        let mut command = Command::new(&built);
        command.arg(pictures.path()).arg(root()).env("SIMPLE_SFFI_PATH", work.path());
        command.env("SIMPLE_NATIVE_LIBRARY", &archive().shared);
        command.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY");
        let said = xtask::workspace::stdout(&mut command).unwrap();
        assert!(!counts(&said).is_empty(), "{}: {said}", file["library"]);
    }
}

fn print_table(wanted: &BTreeMap<String, usize>, table: &[(&str, BTreeMap<String, usize>)]) {
    let libraries: Vec<&String> = wanted.keys().collect();
    print!("{:10}", "calls");
    libraries.iter().for_each(|name| print!("{name:>10}"));
    println!("{:>10}", "all");
    for (language, seen) in table {
        print!("{language:10}");
        libraries.iter().for_each(|name| print!("{:>10}", seen.get(*name).copied().unwrap_or(0)));
        println!("{:>10}", seen.values().sum::<usize>());
    }
}

/// A binding generated from another manifest does not load, and says which is older.
#[test]
fn a_mismatch_is_refused_with_who_is_older() {
    let kept = tempfile::tempdir().unwrap();
    let (modules, native_part) = (node_modules(kept.path()), java_native_part(kept.path()));
    for (change, older) in [(-1, "the caller is older"), (1, "the archive is older"), (0, "neither is older")]
    {
        let work = tempfile::tempdir().unwrap();
        let mut other = bindings::manifest().unwrap();
        other.abi_revision += change;
        other.abi_hash ^= 1;
        let copy = work.path().join("bindings");
        bindings::stage_into(&other, &copy, Vec::new()).unwrap();
        let lua = format!("{0}/?.lua;{0}/?/init.lua;;", copy.join("luajit").display());
        let python =
            ("python3", ["-c", "from simple_native import regex"], "PYTHONPATH", copy.join("python"));
        let ruby = ("ruby", ["-e", "require 'simple_native'"], "RUBYLIB", copy.join("ruby/lib"));
        let luajit = ("luajit", ["-e", "local _ = require('simple_native').regex"], "LUA_PATH", lua.into());
        let node = ("node", ["-e", "require('./node').regex"], "NODE_PATH", modules.clone());
        for (program, arguments, variable, path) in [python, ruby, luajit, node] {
            let mut command = Command::new(program);
            command.args(arguments).env(variable, path).current_dir(&copy);
            refused(&mut command, older);
        }
        let mut command = Command::new("java");
        refused(command.args(java(&copy, &native_part, work.path())).arg("Classes"), older);
        header_is_refused(work.path(), &other, older);
    }
}

fn refused(command: &mut Command, older: &str) {
    let output = command.env("SIMPLE_NATIVE_LIBRARY", &archive().shared).output();
    let output = output.unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success() && said.contains(older), "{command:?}: {said}");
}

/// A C program built with that manifest's header says so too.
fn header_is_refused(work: &Path, other: &xtask::abi::Manifest, older: &str) {
    for header in xtask::abi::files::headers(other, work) {
        header.write_where_changed().unwrap();
    }
    let source = work.join("fits.c");
    let program = "#include \"simple_native.h\"\n#include <stdio.h>\n\nint main(void) {\n    \
                   if (SIMPLE_NATIVE_FITS()) return 0;\n    puts(rt_native_get_last_error());\n    return 1;\n}\n";
    fs::write(&source, program).unwrap();
    let built = work.join("fits");
    let mut cc = Command::new("cc");
    cc.arg("-I").arg(work).arg(&source).arg("-o").arg(&built);
    run(with_shared(&mut cc, work)).unwrap();
    let output = Command::new(&built).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(!output.status.success() && said.contains(older), "{said}");
}
