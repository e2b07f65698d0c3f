//! Compiled modules that are kept in a folder, and memories that end in guard pages.

use super::*;
use sha2::{Digest, Sha256};
use std::{
    env,
    os::unix::fs::{MetadataExt, PermissionsExt, chown, symlink},
    process::{Command, Stdio},
};

/// A module of a test's own, so that no other test has it loaded, and a folder for what is compiled.
struct Kept {
    _folder: TempDir,
    path: PathBuf,
    cache: PathBuf,
}

impl Kept {
    fn new(own: &str) -> Self {
        let text = format!("(module {REST} {CREATES} {ANSWERS} (func (result i64) (i64.const {own})))");
        let (folder, path) = file(&wat::parse_str(text).unwrap());
        let cache = folder.path().join("cache/modules");
        Self { _folder: folder, path, cache }
    }

    /// Loads the module and sends it a message; returns the origin of its code.
    fn load(&self, rest: &str) -> Result<String, String> {
        let options = format!(r#"{{"cache": {:?}{rest}}}"#, self.cache.to_str().unwrap());
        let options = Options::parse(&options).unwrap();
        let module =
            Module::load(self.path.to_str().unwrap(), &options).map_err(|error| error.to_string())?;
        module.send(&message()).unwrap();
        let code = module.info()["code"].as_str().unwrap().to_owned();
        module.unload().unwrap();
        Ok(code)
    }

    /// Loads the module without time for compiling it.
    fn load_compiled(&self) -> Result<String, String> {
        self.load(r#", "compile_ms": 0"#)
    }

    fn refused(&self, reason: &str) {
        let error = self.load("").unwrap_err();
        assert!(error.contains(reason), "{error}, not {reason}");
    }

    fn files(&self) -> Vec<PathBuf> {
        fs::read_dir(&self.cache).unwrap().map(|entry| entry.unwrap().path()).collect()
    }
}

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().mode() & 0o7777
}

#[test]
fn what_was_compiled_is_kept_for_its_owner_alone() {
    let kept = Kept::new("1");
    assert_eq!(kept.load("").as_deref(), Ok("compiled"));
    assert_eq!(kept.load_compiled().as_deref(), Ok("cache"));
    let files = kept.files();
    assert_eq!((files.len(), mode(&kept.cache), mode(&files[0])), (1, 0o700, 0o600));
    // Others made it in another way, or of another file.
    assert!(kept.load(r#", "compile_ms": 0, "guard_pages": false"#).unwrap_err().contains("compile_ms"));
    assert!(Kept { cache: kept.cache.clone(), ..Kept::new("2") }.load_compiled().is_err());
    // While one is loaded, the folder is not asked.
    let first = Module::load(kept.path.to_str().unwrap(), &Options::default()).unwrap();
    fs::remove_file(&files[0]).unwrap();
    assert_eq!(kept.load_compiled().as_deref(), Ok("shared"));
    first.unload().unwrap();
}

#[test]
fn what_is_not_whole_is_compiled_again() {
    let kept = Kept::new("3");
    kept.load("").unwrap();
    let file = kept.files().remove(0);
    let good = fs::read(&file).unwrap();
    let middle = good.len() / 2;
    let mut bad: Vec<Vec<u8>> = [0, 20, 48, middle, good.len() - 1]
        .into_iter()
        .map(|at| {
            let mut bytes = good.clone();
            bytes[at] ^= 1;
            bytes
        })
        .collect();
    bad.extend([vec![], good[..47].to_vec(), good[..good.len() - 1].to_vec(), [&good[..], b"\0"].concat()]);
    // The digest is right, and what it is of no module.
    let name = file.file_name().unwrap().to_str().unwrap();
    let seal = Sha256::new().chain_update(name).chain_update(b"nothing").finalize();
    bad.push([&good[..16], &seal[..], b"nothing"].concat());
    // It is another module's.
    let other = Kept { cache: kept.path.with_file_name("other"), ..Kept::new("6") };
    other.load("").unwrap();
    bad.push(fs::read(other.files().remove(0)).unwrap());
    for bytes in bad {
        fs::write(&file, &bytes).unwrap();
        assert!(kept.load_compiled().unwrap_err().contains("compile_ms"), "{} bytes", bytes.len());
        assert_eq!(kept.load("").as_deref(), Ok("compiled"));
        assert_eq!(fs::read(&file).unwrap(), good);
    }
    fs::remove_file(&file).unwrap();
    fs::create_dir(&file).unwrap();
    assert_eq!(kept.load("").as_deref(), Ok("compiled"), "it is kept nowhere");
}

#[test]
fn what_others_may_have_written_is_refused() {
    let kept = Kept::new("4");
    kept.load("").unwrap();
    let file = kept.files().remove(0);
    for (path, good, bad) in [
        (&file, 0o600, 0o620),
        (&file, 0o644, 0o602),
        (&kept.cache, 0o700, 0o770),
        (&kept.cache, 0o755, 0o702),
    ] {
        set_mode(path, bad);
        kept.refused(&format!("{} (mode {bad:03o})", path.display()));
        set_mode(path, good);
        assert_eq!(kept.load_compiled().as_deref(), Ok("cache"));
        // Root alone gives files away.
        if chown(path, Some(65_534), None).is_ok() && fs::metadata(path).unwrap().uid() == 65_534 {
            kept.refused(&format!("{} belongs to user 65534", path.display()));
            chown(path, Some(0), None).unwrap();
        }
    }
    // A link that leads out of the folder is not followed.
    let elsewhere = kept.cache.with_file_name("elsewhere");
    fs::rename(&file, &elsewhere).unwrap();
    symlink(&elsewhere, &file).unwrap();
    assert!(kept.load_compiled().unwrap_err().contains("compile_ms"));
}

#[test]
fn a_folder_is_named_from_the_root_and_need_not_be_there() {
    let kept = Kept { cache: "modules".into(), ..Kept::new("5") };
    kept.refused("`cache` is \"modules\", which is neither \"user\" nor a path from the root");
    let kept = Kept { cache: kept.path.join("below"), ..kept };
    assert_eq!(kept.load("").as_deref(), Ok("compiled"), "a file is no folder");
}

#[test]
fn what_is_kept_is_loaded_on_a_small_stack() {
    let kept = Kept::new("7");
    kept.load("").unwrap();
    let load = || assert_eq!(kept.load_compiled().as_deref(), Ok("cache"));
    for size in [256 << 10, crate::wasm::ROOM + (64 << 10)] {
        thread::scope(|scope| {
            thread::Builder::new().stack_size(size).spawn_scoped(scope, load).unwrap();
        });
    }
}

/// Processes that load the same modules at the same time, each of them until the others' are kept.
#[test]
fn processes_share_a_folder() {
    const FOLDER: &str = "MODULES_THAT_ARE_KEPT";
    if let Ok(cache) = env::var(FOLDER) {
        for own in 10..16 {
            Kept { cache: cache.clone().into(), ..Kept::new(&own.to_string()) }.load("").unwrap();
        }
        return;
    }
    let kept = Kept::new("10");
    let processes: Vec<_> = (0..3)
        .map(|_| {
            Command::new(env::current_exe().unwrap())
                .args(["--exact", "wasm::tests::kept::processes_share_a_folder", "--nocapture"])
                .env(FOLDER, &kept.cache)
                .stdout(Stdio::piped())
                .stderr(Stdio::piped())
                .spawn()
                .unwrap()
        })
        .collect();
    for process in processes {
        let output = process.wait_with_output().unwrap();
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success() && said.contains("1 passed"), "{output:?}");
    }
    assert_eq!(kept.files().len(), 6, "no part is left: {:?}", kept.files());
    for own in 10..16 {
        let kept = Kept { cache: kept.cache.clone(), ..Kept::new(&own.to_string()) };
        assert_eq!(kept.load_compiled().as_deref(), Ok("cache"));
    }
}

#[test]
fn memory_that_ends_in_guard_pages_is_left_by_no_module() {
    let beyond = r#"(func (export "handle_message") (param i32 i32 i32) (result i32)
        (i32.load offset=4000000000 (i32.const 100000000)))"#;
    let guarded = r#"{"guard_pages": true, "restart": true}"#;
    let module = load(&[REST, CREATES, beyond], guarded).unwrap();
    for _ in 0..3 {
        let error = module.send(&message()).map(|_| ()).unwrap_err().to_string();
        assert!(error.contains("out of bounds memory access; the next message begins anew"), "{error}");
    }
    let module = load(&[REST, CREATES, LOOPS], guarded).unwrap();
    let error = module.send_timeout(message(), 20).map(|_| ()).unwrap_err().to_string();
    assert!(error.contains("it took longer than"), "{error}");
    let divides = r#"(func (export "handle_message") (param i32 i32 i32) (result i32)
        (i32.div_s (i32.const 1) (i32.sub (local.get 0) (i32.const 8))))"#;
    let error = load(&[REST, CREATES, divides], guarded).unwrap().send(&message()).map(|_| ()).unwrap_err();
    assert!(error.to_string().contains("divide by zero"), "{error}");
    load(&[REST, CREATES, ANSWERS], guarded).unwrap().send(&message()).unwrap();
}
