//! WebAssembly modules as toolchains make them, from C, against the archive that is shipped: the guide's examples, and
//! some that do what a host has to withstand.

use std::{
    fs,
    os::unix::fs::symlink,
    path::{Path, PathBuf},
    process::Command,
};
use tests::{
    modules,
    program::{CTest, Checker},
    shipped,
};
use xtask::workspace::{root, run};

/// An example that the guide shows.
fn example(name: &str) -> PathBuf {
    root().join("docs/examples/modules").join(name)
}

fn own(name: &str) -> PathBuf {
    tests::folder().join("modules").join(name)
}

/// Runs a program of `module_ask.c`, told what to load and to send, and returns the lines that it prints.
fn ask(words: &[[&str; 3]]) -> Vec<String> {
    let mut program = CTest::new("module_ask").with_archive(shipped().clone());
    for word in words.as_flattened() {
        program = program.with_argument(*word);
    }
    program.run(Checker::Plain).lines().map(str::to_owned).collect()
}

const COUNTS: [[&str; 3]; 3] =
    [["send", "command", "{\"add\":40}"], ["send", "command", "{\"add\":2}"], ["send", "query", "{}"]];
const COUNTED: [&str; 3] = [
    r#"{"status":"success","data":40}"#,
    r#"{"status":"success","data":42}"#,
    r#"{"status":"error","error":"this module takes commands only"}"#,
];

#[test]
fn modules_in_cplusplus_and_assemblyscript_count() {
    let folder = tempfile::tempdir().unwrap();
    let [cpp, script, aborts] =
        ["cpp.wasm", "script.wasm", "aborts.wasm"].map(|name| folder.path().join(name));
    modules::cplusplus(&example("counter.cpp"), &cpp);
    modules::assembly_script(&example("counter.ts"), &script);
    modules::assembly_script(&own("aborts.ts"), &aborts);
    let [cpp, script, aborts] = [&cpp, &script, &aborts].map(|path| path.to_str().unwrap());
    let load = |path| [["load", path, "{}"]];
    let words =
        [&load(cpp)[..], &COUNTS, &load(script), &COUNTS, &load(aborts), &COUNTS[..1], &COUNTS[..1]].concat();
    let said = ask(&words);
    assert_eq!(said[..6], [COUNTED, COUNTED].concat());
    assert!(
        said[6].contains("it aborted: no luck (aborts.ts:") && said[6].contains("it is dead now"),
        "{said:?}"
    );
    assert!(said[7].contains("the module is dead"), "{said:?}");
}

/// A module in Go holds a whole runtime: it compiles for seconds.
#[test]
fn a_module_in_go_counts() {
    let folder = tempfile::tempdir().unwrap();
    let module = folder.path().join("go.wasm");
    modules::go(&example("counter.go"), &module);
    let granted = r#"{"compile_ms":600000,"grants":{"clock":true,"random":true}}"#;
    let said = ask(&[&[["load", module.to_str().unwrap(), granted]][..], &COUNTS].concat());
    let [one, first, two, second, refused] = &said[..] else { panic!("{said:?}") };
    assert_eq!([one, two, refused], COUNTED);
    assert!(first.starts_with(r#""stream":"stderr","text":"counted to 40""#), "{first}");
    assert!(second.starts_with(r#""stream":"stderr","text":"counted to 42""#), "{second}");
}

/// Options that grant a module `folder` as /data.
fn folder_grant(folder: &Path, writable: bool) -> String {
    serde_json::json!({
        "grants": { "folders": [{ "path": folder, "name": "/data", "writable": writable }] },
    })
    .to_string()
}

#[test]
fn a_module_with_a_c_library_keeps_notes_in_a_folder() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    fs::create_dir(&data).unwrap();
    fs::write(data.join("other.txt"), "").unwrap();
    let module = folder.path().join("notes.wasm");
    modules::wasi(&example("notes.c"), &module);
    let module = module.to_str().unwrap();
    let nowhere = folder_grant(&folder.path().join("nowhere"), false);
    let said = ask(&[
        &[["load", module, &folder_grant(&data, true)]][..],
        &COUNTS,
        &[["load", module, &folder_grant(&data, false)]],
        &COUNTS[1..],
        &[["load", module, "{}"]],
        &COUNTS[1..],
        &[["load", module, &nowhere]],
    ]
    .concat());
    let noted = |number: &str| format!(r#""stream":"stdout","text":"noted {number}""#);
    assert_eq!(said[0], r#"{"status":"success","data":null}"#);
    assert!(said[1].starts_with(&noted("40")) && said[3].starts_with(&noted("2")), "{said:?}");
    assert_eq!(said[4], r#"{"status":"success","data":{"sum":42,"files":2}}"#);
    assert_eq!(said[5], r#"{"status":"error","error":"Read-only file system"}"#);
    assert_eq!(said[6], said[4]);
    assert!(said[7].starts_with(r#"{"status":"error""#), "{said:?}");
    assert_eq!(said[8], r#"{"status":"success","data":{"sum":0,"files":0}}"#);
    assert!(said[9].contains("`folders` names") && said[9].contains("which cannot be opened"), "{said:?}");
    assert_eq!(fs::read_to_string(data.join("notes.txt")).unwrap(), "40\n2\n");
}

#[test]
fn a_module_does_not_leave_its_folder() {
    let folder = tempfile::tempdir().unwrap();
    let module = folder.path().join("escapes.wasm");
    modules::wasi(&own("escapes_wasi.c"), &module);
    let module = module.to_str().unwrap();
    for writable in [true, false] {
        let around = folder.path().join(writable.to_string());
        let data = around.join("data");
        fs::create_dir_all(data.join("folder")).unwrap();
        fs::write(around.join("secret"), "secret").unwrap();
        fs::write(data.join("file"), "content").unwrap();
        for (from, to) in [
            ("absolute", around.join("secret").to_str().unwrap()),
            ("relative", "../secret"),
            ("up", ".."),
            ("dangling", "../new"),
            ("inside", "file"),
        ] {
            symlink(to, data.join(from)).unwrap();
        }
        run(Command::new("mkfifo").arg(data.join("pipe"))).unwrap();
        let said = ask(&[["load", module, &folder_grant(&data, writable)], ["send", "command", "{}"]]);
        assert_eq!(said, [r#"{"status":"success","data":""}"#]);
        assert_eq!(fs::read_to_string(around.join("secret")).unwrap(), "secret");
        assert_eq!(fs::read_to_string(data.join("file")).unwrap(), "content");
        assert_eq!(fs::read_dir(&around).unwrap().count(), 2);
        assert_eq!(fs::read_dir(&data).unwrap().count(), 8);
    }
}

/// A module has its own library's heap and its own global objects: once each.
#[test]
fn what_a_module_is_linked_with_is_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let [heap, objects, component] =
        ["heap.wasm", "objects.wasm", "component.wasm"].map(|name| folder.path().join(name));
    modules::wasm("heap_wasm.c", &heap, &[]);
    modules::cplusplus(&own("objects_wasm.cpp"), &objects);
    fs::write(&component, b"\0asm\x0d\0\x01\0").unwrap();
    let [heap, objects, component] = [&heap, &objects, &component].map(|path| path.to_str().unwrap());
    let load = |path| [["load", path, "{}"]];
    let said = ask(&[&load(heap)[..], &COUNTS, &load(objects), &COUNTS, &load(component)].concat());
    assert_eq!(said[..3], [r#"{"status":"success","data":3}"#; 3]);
    assert_eq!(said[3..6], [r#"{"status":"success","data":null}"#; 3]);
    assert!(said[6].contains("it is a component"), "{said:?}");
}
