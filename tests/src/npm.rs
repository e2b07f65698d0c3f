//! Programs that come from npm at their first use.

use std::{fs, path::PathBuf, process::Command};
use xtask::workspace::{run, target};

/// The program `name` of `package` (`name@version`), installed in the target folder.
pub fn program(package: &str, name: &str) -> PathBuf {
    let (folder, _) = package.rsplit_once('@').expect("a name and a version");
    let folder = target().join(folder.trim_start_matches('@').replace('/', "-"));
    fs::create_dir_all(&folder).expect("a folder");
    let lock = fs::File::create(folder.join("lock")).expect("a file");
    // Other tests may be installing it.
    lock.lock().expect("a lock");
    let done = folder.join("done.txt");
    if fs::read_to_string(&done).ok().as_deref() != Some(package) {
        let install = ["install", "--silent", "--no-audit", "--no-fund", "--prefix"];
        run(Command::new("npm").args(install).arg(&folder).arg(package)).expect("the package (npm)");
        fs::write(&done, package).expect("a file");
    }
    folder.join("node_modules/.bin").join(name)
}
