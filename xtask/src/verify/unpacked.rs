//! A package as it lies unpacked, and programs that have nothing but it.

use crate::{
    abi::Manifest,
    docs,
    targets::{self, Target},
    workspace::{root, run, tar},
};
use anyhow::{Context, Result};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};
use tempfile::TempDir;

/// An unpacked package.
pub struct Unpacked {
    /// The folder in which it was unpacked, and in which programs are built; gone with this value.
    pub folder: TempDir,
    /// The package's own folder in it.
    pub root: PathBuf,
    /// The manifest in the package.
    pub manifest: Manifest,
}

impl Unpacked {
    /// Unpacks a package into an empty folder.
    pub fn new(package: &Path) -> Result<Self> {
        let folder = tempfile::tempdir()?;
        run(tar().arg("-xJf").arg(package).arg("-C").arg(folder.path()))?;
        let name = package.file_name().context("a package's name")?.to_string_lossy().into_owned();
        let root = folder.path().join(name.trim_end_matches(".tar.xz"));
        let path = root.join("share/simple_native/simple_native.json");
        let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        Ok(Self { root, manifest: serde_json::from_str(&text)?, folder })
    }

    /// A program with nothing in its environment but where programs lie.
    pub fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(self.folder.path()).env_clear().env("LC_ALL", "C");
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default()).env("HOME", self.folder.path());
        command
    }

    /// The path for a program that is built.
    pub fn program(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The archive.
    pub fn archive(&self) -> PathBuf {
        let windows = self.root.join("lib/simple_native.lib");
        if windows.is_file() { windows } else { self.root.join("lib/libsimple_native.a") }
    }

    /// The shared object, where the package has one.
    pub fn shared(&self) -> Option<PathBuf> {
        let names = ["libsimple_native.so", "simple_native.dll", "libsimple_native.dylib"];
        names.map(|name| self.root.join("lib").join(name)).into_iter().find(|path| path.is_file())
    }

    /// The flags in `link-flags.txt`.
    pub fn link_flags(&self) -> Result<Vec<String>> {
        let text = fs::read_to_string(self.root.join("share/simple_native/link-flags.txt"))?;
        Ok(text.split_whitespace().map(str::to_owned).collect())
    }

    /// The machine that it is for, as rustc calls it.
    pub fn triple(&self) -> Result<String> {
        let name = self.root.file_name().context("the package's name")?.to_string_lossy();
        let triple = name.split(&format!("-{}-", self.manifest.version)).nth(1);
        Ok(triple.with_context(|| format!("{name} is no package's name"))?.to_owned())
    }

    /// The machine that it is for.
    pub fn target(&self) -> Result<&'static Target> {
        targets::find(&self.triple()?)
    }

    /// The prefix of its functions' names.
    pub fn prefix(&self) -> &str {
        self.manifest.prefix.as_deref().unwrap_or("rt_")
    }

    /// True where a library is inside, by the prefix of its functions.
    pub fn holds(&self, library: &str) -> bool {
        self.manifest.libraries.iter().any(|one| one.name == library)
    }
}

/// An example of a library.
pub struct Example {
    /// The library.
    pub library: String,
    /// The program in C.
    pub file: PathBuf,
    /// The output that its page says it has.
    pub expected: String,
}

impl Unpacked {
    /// The examples of the libraries inside, but for what has none and for a window, which needs a display.
    pub fn examples(&self) -> Result<Vec<Example>> {
        let libraries = self.manifest.libraries.iter().map(|library| &library.name);
        let libraries = libraries.filter(|name| !["native", "winit"].contains(&name.as_str()));
        let example = |library: &String| {
            let file = root().join("docs/examples").join(format!("{library}.c"));
            let text = fs::read_to_string(&file).with_context(|| file.display().to_string())?;
            let expected = docs::printed(&text);
            let expected =
                expected.with_context(|| format!("{} does not say what it prints", file.display()))?;
            Ok(Example { library: library.clone(), file, expected })
        };
        libraries.map(example).collect()
    }
}

/// The small programs that prove a package.
pub fn source(name: &str) -> PathBuf {
    root().join("tests/c").join(name)
}
