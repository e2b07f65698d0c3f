//! `lua-native`: Lua 5.4 and the archive in one interpreter, the glue between them from the manifest alone.

use rigs::x11::Display;
use std::{
    path::{Path, PathBuf},
    process::Command,
    sync::OnceLock,
};
use tempfile::TempDir;
use tests::{archive, conformance, manifest, program::QUICK_LINKER, schemas};
use xtask::{
    new_module::{Language, commands, new_module},
    runtime,
    workspace::{root, run, stdout},
};

/// The interpreter, built once.
fn lua_native() -> &'static Path {
    static BUILT: OnceLock<(TempDir, PathBuf)> = OnceLock::new();
    let (_, program) = BUILT.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let link = |program: xtask::cc::Program| program.with(&[QUICK_LINKER]).link_static(archive());
        let program = runtime::lua_native(folder.path(), link).unwrap();
        (folder, program)
    });
    program
}

#[test]
fn an_interpreter_has_the_archive_inside() {
    let needed = stdout(Command::new("ldd").arg(lua_native())).unwrap();
    assert!(!needed.contains("simple_native") && !needed.contains("liblua"), "{needed}");
}

#[test]
fn the_vectors_pass_in_an_interpreter() {
    let mut command = Command::new(lua_native());
    command.arg(conformance::folder().join("runners/run_native.lua")).arg(conformance::folder()).arg(root());
    command.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY");
    let said = stdout(&mut command).unwrap();
    for file in conformance::files() {
        let sequences = file["sequences"].as_array().unwrap().iter();
        let calls: usize = sequences.map(|one| one["calls"].as_array().unwrap().len()).sum();
        let line = format!("calls {} {calls}", file["library"].as_str().unwrap().trim());
        assert!(said.lines().any(|one| one.replace('\t', " ") == line), "{line} is not in:\n{said}");
    }
}

/// Objects, errors, nil and tables, as a script has them; and nothing is left at the end.
#[test]
fn values_cross_as_a_script_expects_them() {
    let said = stdout(Command::new(lua_native()).arg(tests::folder().join("bindings/native.lua"))).unwrap();
    assert_eq!(said, "native: fine\n");
}

/// The script that `cargo xtask demo runtime` runs.
#[test]
fn all_libraries_work_together_in_one_script() {
    let folder = tempfile::tempdir().unwrap();
    let module = new_module(folder.path(), "demo_c", Language::C).unwrap();
    let (build, _, file) = commands("demo_c", Language::C);
    let mut words = build.split(' ');
    run(Command::new(words.next().unwrap()).args(words).current_dir(&module)).unwrap();
    let display = Display::start();
    let mut command = Command::new(lua_native());
    command.arg(runtime::sources().join("demo.lua")).arg(folder.path());
    command.arg(root().join("cuda/model/parrot.gguf")).arg(module.join(file)).envs(display.variables());
    let said = stdout(&mut command).unwrap();
    for library in
        ["http, regex", "gamepad", "rapier2d, lyon", "winit", "audio", "module", "cuda", "an error", "events"]
    {
        assert!(said.lines().any(|line| line.starts_with(&format!("{library}: "))), "{library}: {said}");
    }
    for made in ["runtime.png", "runtime.wav"] {
        assert!(folder.path().join(made).metadata().unwrap().len() > 1000, "{made}");
    }
}

/// Schemas of JSON texts say what the functions do: every key and no other, defaults, ranges.
#[test]
fn schemas_say_what_functions_take() {
    let cases = schemas::cases(manifest());
    assert!(cases.len() > 200, "{}", cases.len());
    let folder = tempfile::tempdir().unwrap();
    let lines: String = cases.iter().map(|case| format!("{}\t{}\n", case.function, case.json)).collect();
    std::fs::write(folder.path().join("cases"), lines).unwrap();
    let display = Display::start();
    let sound = folder.path().join("alsa.conf");
    std::fs::write(&sound, "pcm.!default { type null }").unwrap();
    let mut command = Command::new(lua_native());
    command.env("ALSA_CONFIG_PATH", sound);
    command.arg(tests::folder().join("bindings/schemas.lua")).arg(folder.path().join("cases"));
    command.arg(folder.path()).arg(root().join("cuda/model/parrot.gguf")).envs(display.variables());
    let said = stdout(&mut command).unwrap();
    assert_eq!(said.lines().count(), cases.len());
    let mut wrong = String::new();
    for (case, said) in cases.iter().zip(said.lines()) {
        if (said == "fine") != case.is_taken {
            wrong += &format!("{} {}: {said}\n", case.function, case.json);
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    for function in manifest().functions() {
        for param in function.params.iter().filter(|param| !param.schema.is_null()) {
            names_its_keys(&function.name, &schemas::keys(&param.schema), &cases, &said);
        }
    }
}

/// Checks that the keys which the refusal of an unknown key lists are the schema's.
fn names_its_keys(function: &str, keys: &[String], cases: &[schemas::Case], said: &str) {
    let unknown = cases.iter().position(|case| case.function == function && case.json.contains("nosuch"));
    let said = said.lines().nth(unknown.unwrap()).unwrap();
    if let Some((_, listed)) = said.split_once("expected one of ") {
        let mut listed: Vec<&str> = listed.split('`').skip(1).step_by(2).collect();
        listed.sort_unstable();
        assert_eq!(listed, keys, "{function}: {said}");
    }
}
