//! The environment of the process, which whoever started it has chosen: a program that runs with more rights than they
//! have is not told where to look by them.

use std::ffi::OsString;

/// The variable of this name; none where the program runs with rights that whoever started it does not have (set-user-ID,
/// set-group-ID, file capabilities), as with `secure_getenv`.
pub fn variable(name: &str) -> Option<OsString> {
    if is_trusted() { std::env::var_os(name) } else { None }
}

/// Like `variable`, for values that are UTF-8; none for others.
pub fn text(name: &str) -> Option<String> {
    variable(name)?.into_string().ok()
}

/// Tells whether the process has only the rights of whoever started it.
#[cfg(any(target_os = "linux", target_os = "android"))]
pub fn is_trusted() -> bool {
    // SAFETY: it reads what the kernel gave the process.
    unsafe { libc::getauxval(libc::AT_SECURE) == 0 }
}

/// Tells whether the process has only the rights of whoever started it.
#[cfg(all(unix, not(any(target_os = "linux", target_os = "android"))))]
pub fn is_trusted() -> bool {
    // SAFETY: they ask who the process is.
    unsafe { libc::getuid() == libc::geteuid() && libc::getgid() == libc::getegid() }
}

/// Tells whether the process has only the rights of whoever started it.
#[cfg(not(unix))]
pub fn is_trusted() -> bool {
    true
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;
    use crate::file::Folder;
    use std::{
        fs,
        os::unix::fs::{PermissionsExt, chown},
        process::Command,
    };

    const NAME: &str = "ENVIRONMENT_OF_A_STRANGER";

    #[test]
    fn a_set_user_id_program_reads_none() {
        let test = "environment::tests::a_set_user_id_program_reads_none";
        if let Some(expected) = std::env::var_os(NAME) {
            println!("trusted: {}, {:?}", is_trusted(), variable(NAME));
            assert_eq!(variable(NAME), is_trusted().then_some(expected));
            assert_eq!(text(NAME).is_some(), is_trusted());
            return;
        }
        assert!(is_trusted() && variable("PATH") == std::env::var_os("PATH"));
        let folder = Folder::new("set_user_id");
        fs::set_permissions(&folder.0, fs::Permissions::from_mode(0o755)).unwrap();
        let program = folder.0.join("program");
        fs::copy(std::env::current_exe().unwrap(), &program).unwrap();
        for (mode, says) in [(0o755, "trusted: true"), (0o4755, "trusted: false")] {
            if chown(&program, Some(65534), None).is_err() {
                return;
            }
            fs::set_permissions(&program, fs::Permissions::from_mode(mode)).unwrap();
            let mut run = Command::new(&program);
            run.args(["--exact", "--nocapture", test]).env(NAME, "here").current_dir("/");
            let run = run.output().unwrap();
            let said = String::from_utf8_lossy(&run.stdout);
            assert!(run.status.success(), "{said}{}", String::from_utf8_lossy(&run.stderr));
            // A disk may have it that such bits mean nothing.
            assert!(said.contains(says) || mode == 0o4755, "{said}");
        }
    }
}
