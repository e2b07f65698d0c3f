//! WebAssembly modules from C, against the archive that is shipped, and the templates of modules.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};
use tests::{
    modules,
    program::{CTest, Checker},
    shipped,
};
use xtask::{
    new_module::{Language, commands, new_module},
    workspace::run,
};

/// A program linked with what is shipped, all of it optimised.
fn with_wasm(test: CTest) -> CTest {
    // Without exact registers at each access a trap of a module's is not found to be one.
    let options = format!(
        "--suppressions={} --vex-iropt-register-updates=allregs-at-mem-access",
        tests::source("wasm.valgrind.supp").display()
    );
    test.with_archive(shipped().clone()).with_variable("VALGRIND_OPTS", options)
}

fn hostile(loads: u32) -> CTest {
    let test = with_wasm(CTest::new("module_wasm"));
    let folder = test.folder().join("modules");
    fs::create_dir(&folder).unwrap();
    for (name, define) in [
        ("hostile", "-DPLAIN"),
        ("loops", "-DLOOPS"),
        ("bomb", "-DBOMB"),
        ("granted", "-DGRANTED"),
        ("calls", "-DCALLS"),
    ] {
        modules::wasm("hostile_wasm.c", &folder.join(name).with_extension("wasm"), &[define]);
    }
    modules::asks_wasm(&folder.join("asks.wasm"));
    fs::write(folder.join("garbage.wasm"), "no module").unwrap();
    fs::write(folder.join("text.wasm"), "(module\n  (memory (export \"memory\") 1))\n").unwrap();
    // One function of 1001 locals, and nothing else.
    let locals = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x03\x02\x01\0\x0a\x07\x01\x05\x01\xe9\x07\x7f\x0b";
    fs::write(folder.join("locals.wasm"), locals).unwrap();
    fs::write(folder.join("empty.wasm"), "\0asm\x01\0\0\0").unwrap();
    // What wasmtime keeps for the process is held by its middle.
    test.with_argument(folder.to_string_lossy()).with_argument(loads.to_string()).with_definite_leaks_only()
}

#[test]
fn webassembly_from_c() {
    hostile(1000).run(Checker::Plain);
}

#[test]
fn webassembly_under_the_sanitizers() {
    hostile(20).run(Checker::Sanitizers);
}

#[test]
fn webassembly_under_valgrind() {
    hostile(5).run(Checker::Valgrind);
}

/// A program that has more rights than whoever starts it keeps no code and takes none, also what its own user keeps. Only
/// root can make one that belongs to somebody else; others see that their own code is kept.
#[cfg(unix)]
#[test]
fn a_program_of_another_user_keeps_and_takes_no_code() {
    use std::os::unix::{
        fs::{MetadataExt, PermissionsExt, chown},
        process::CommandExt,
    };
    const OWNER: u32 = 65_534;
    const STARTER: u32 = 65_533;
    let test = with_wasm(CTest::new("set_user_id"));
    let program = test.build(Checker::Plain);
    let folder = tempfile::tempdir().unwrap();
    let set_mode =
        |path: &Path, mode: u32| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    let [own, module, of_owner, of_starter] =
        ["program", "module.wasm", "owner", "starter"].map(|name| folder.path().join(name));
    fs::copy(program, &own).unwrap();
    modules::wasm("hostile_wasm.c", &module, &["-DPLAIN"]);
    [&of_owner, &of_starter].iter().for_each(|folder| fs::create_dir(folder).unwrap());
    set_mode(folder.path(), 0o755);
    set_mode(&module, 0o644);
    let kept = of_owner.join("kept");
    let start = |user: Option<u32>, cache: &str| {
        let mut command = Command::new(&own);
        command.arg(&module).arg(cache).env("HOME", &of_starter).env("XDG_CACHE_HOME", &of_starter);
        if let Some(user) = user {
            command.uid(user).gid(user).current_dir("/");
        }
        let output = command.output().unwrap();
        assert!(output.status.success(), "{output:?}");
        String::from_utf8(output.stdout).unwrap().trim_end().to_owned()
    };
    let is_root = fs::metadata(folder.path()).unwrap().uid() == 0;
    let user = |id: u32| is_root.then_some(id);
    if is_root {
        [&own, &of_owner].iter().for_each(|path| chown(path, Some(OWNER), None).unwrap());
        chown(&of_starter, Some(STARTER), None).unwrap();
    }
    set_mode(&own, 0o755);
    let kept = kept.to_str().unwrap();
    assert_eq!(start(user(OWNER), kept), "own rights, compiled");
    assert_eq!(start(user(OWNER), kept), "own rights, cache");
    if is_root {
        let files = || fs::read_dir(kept).unwrap().count();
        set_mode(&own, 0o4755);
        for cache in [kept, "user", of_starter.to_str().unwrap(), of_owner.join("new").to_str().unwrap()] {
            assert_eq!(start(Some(STARTER), cache), "more rights, compiled", "{cache}");
        }
        assert_eq!(
            (files(), fs::read_dir(&of_starter).unwrap().count(), of_owner.join("new").exists()),
            (1, 0, false)
        );
        set_mode(&own, 0o755);
        let refused = start(Some(STARTER), kept);
        let reason =
            format!("belongs to user {OWNER}, and the program runs with the rights of user {STARTER}");
        assert!(refused.contains(&reason), "{refused}");
        assert_eq!(start(Some(OWNER), kept), "own rights, cache");
    }
}

/// Each template builds, passes its own test, and answers the host.
#[test]
fn the_templates_build_pass_and_load() {
    let folder = tempfile::tempdir().unwrap();
    let made: Vec<PathBuf> =
        [("in_rust", Language::Rust), ("in_c", Language::C), ("in_wasm", Language::WasmC)]
            .into_iter()
            .map(|(name, language)| template(folder.path(), name, language))
            .collect();
    assert!(new_module(folder.path(), "in_c", Language::C).is_err(), "it is there already");
    assert!(new_module(folder.path(), "../up", Language::C).is_err(), "no name");
    for no_crate in ["fn", "test"] {
        assert!(new_module(folder.path(), no_crate, Language::Rust).is_err(), "no crate");
    }

    let mut talk = with_wasm(CTest::new("module_talk"));
    for path in &made {
        talk = talk.with_argument(path.to_string_lossy());
    }
    for checker in [Checker::Plain, Checker::Sanitizers, Checker::Valgrind] {
        let printed = talk.run(checker);
        let lines: Vec<&str> = printed.lines().filter(|line| line.starts_with('{')).collect();
        let [one, two, three] = [0, 1, 2].map(|i| &lines[5 * i..5 * i + 4]);
        assert_eq!(one[2], r#"{"status":"success","data":42}"#);
        assert_eq!(one[3], r#"{"status":"success","data":"hello, Ada"}"#);
        assert_eq!((one, one), (two, three), "{printed}");
    }
}

fn template(folder: &Path, name: &str, language: Language) -> PathBuf {
    let made = new_module(folder, name, language).unwrap();
    let (build, test, file) = commands(name, language);
    for line in [test, build] {
        let mut words = line.split(' ');
        let mut command = Command::new(words.next().unwrap());
        // A workspace of its own has a lock file and a target folder of its own; its crates are here already.
        command
            .args(words)
            .current_dir(&made)
            .env_remove("CARGO_TARGET_DIR")
            .env("CARGO_NET_OFFLINE", "true");
        run(&mut command).unwrap();
    }
    made.join(file)
}
