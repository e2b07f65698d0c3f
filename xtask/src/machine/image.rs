//! Image that the machine boots: a kernel and udev, downloaded from Debian and unpacked, and a test program.

use crate::workspace::{run, stdout, target};
use anyhow::{Context, Result, ensure};
use std::{
    collections::BTreeSet,
    fs,
    os::unix::fs::symlink,
    path::{Path, PathBuf},
    process::Command,
};

/// The kernel's full package: the one for clouds has no uinput.
const KERNEL: &str = "linux-image-amd64";
const INIT: &str = include_str!("init.sh");
const RULES: &[&str] = &["50-udev-default", "60-evdev", "60-input-id", "70-joystick", "80-drivers"];
/// udev's rules name these.
const GROUPS: &[&str] = &[
    "root", "input", "tty", "dialout", "kmem", "video", "lp", "disk", "audio", "render", "sgx", "kvm",
    "cdrom", "tape",
];

/// Files that qemu is given.
pub struct Image {
    pub kernel: PathBuf,
    pub files: PathBuf,
}

/// Makes the machine's files around `program`, which it has as `/pads`.
pub fn make(program: &Path) -> Result<Image> {
    let folder = target().join("machine");
    fs::create_dir_all(&folder)?;
    let (kernel, udev) = (unpacked(&folder, &kernel_package()?)?, unpacked(&folder, "udev")?);
    let root = folder.join("root");
    let _ = fs::remove_dir_all(&root);
    for name in ["bin", "dev", "proc", "sys", "run", "tmp", "modules", "etc/udev", "lib/udev/rules.d"] {
        fs::create_dir_all(root.join(name))?;
    }
    copy(program, &root.join("pads"))?;
    copy(&udev.join("bin/udevadm"), &root.join("bin/udevadm"))?;
    symlink("/bin/udevadm", root.join("lib/udev/systemd-udevd"))?;
    for rules in RULES {
        let name = format!("lib/udev/rules.d/{rules}.rules");
        copy(&udev.join(&name), &root.join(&name))?;
    }
    // The program opens it at run time.
    let libudev = only_folder(&unpacked(&folder, "libudev1")?.join("usr/lib"))?.join("libudev.so.1");
    copy(&libudev, &root.join("lib").join("libudev.so.1"))?;
    for program in [program, &udev.join("bin/udevadm"), &libudev] {
        libraries(program, &root)?;
    }
    busybox(&root)?;
    let modules = only_folder(&kernel.join("lib/modules"))?.join("kernel/drivers/input");
    copy(&modules.join("evdev.ko"), &root.join("modules/evdev.ko"))?;
    copy(&modules.join("misc/uinput.ko"), &root.join("modules/uinput.ko"))?;
    accounts(&root)?;
    fs::write(root.join("init"), INIT)?;
    run(Command::new("chmod").arg("+x").arg(root.join("init")))?;
    let files = folder.join("files.img");
    let pack = "find . | cpio --create --format newc --quiet --owner 0:0 | gzip -1 >\"$0\"";
    run(Command::new("sh").args(["-ec", pack]).arg(&files).current_dir(&root))?;
    Ok(Image { kernel: boot_file(&kernel)?, files })
}

/// The package that Debian's newest kernel is in.
fn kernel_package() -> Result<String> {
    let said = stdout(Command::new("apt-cache").args(["depends", KERNEL]))?;
    let name = said.lines().find_map(|line| line.trim().strip_prefix("Depends: "));
    Ok(name.with_context(|| format!("apt knows no {KERNEL}: is this Debian?"))?.to_owned())
}

/// A package of Debian's, downloaded at the first use, in a folder.
fn unpacked(folder: &Path, package: &str) -> Result<PathBuf> {
    let into = folder.join(package);
    if into.exists() {
        return Ok(into);
    }
    let download = folder.join(format!("{package}.download"));
    fs::create_dir_all(&download)?;
    run(Command::new("apt-get").args(["download", package]).current_dir(&download))?;
    let file = only_folder(&download)?;
    let unpacking = folder.join(format!("{package}.unpacking"));
    run(Command::new("dpkg-deb").arg("--extract").args([&file, &unpacking]))?;
    fs::remove_dir_all(&download)?;
    fs::rename(&unpacking, &into)?;
    Ok(into)
}

/// The one thing that lies in a folder.
fn only_folder(folder: &Path) -> Result<PathBuf> {
    let entry = fs::read_dir(folder)?.next().with_context(|| format!("{} is empty", folder.display()))?;
    Ok(entry?.path())
}

fn boot_file(kernel: &Path) -> Result<PathBuf> {
    let files = fs::read_dir(kernel.join("boot"))?;
    let mut paths = files.filter_map(|entry| Some(entry.ok()?.path()));
    let is_kernel =
        |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("vmlinuz"));
    paths.find(is_kernel).context("the package has no kernel")
}

/// The shared libraries that a program needs, where it looks for them.
fn libraries(program: &Path, root: &Path) -> Result<()> {
    let said = stdout(Command::new("ldd").arg(program))?;
    ensure!(!said.contains("not found"), "{} lacks libraries here: {said}", program.display());
    let paths: BTreeSet<&str> = said.split_whitespace().filter(|word| word.starts_with('/')).collect();
    for path in paths {
        copy(Path::new(path), &root.join(path.trim_start_matches('/')))?;
    }
    Ok(())
}

fn busybox(root: &Path) -> Result<()> {
    let path = stdout(Command::new("sh").args(["-c", "command -v busybox"]))?;
    copy(Path::new(path.trim()), &root.join("bin/busybox"))?;
    for name in ["sh", "mount", "insmod", "uname", "poweroff", "sleep", "kill"] {
        symlink("busybox", root.join("bin").join(name))?;
    }
    Ok(())
}

fn accounts(root: &Path) -> Result<()> {
    fs::write(root.join("etc/passwd"), "root:x:0:0:root:/tmp:/bin/sh\n")?;
    let groups = GROUPS.iter().enumerate().map(|(number, name)| format!("{name}:x:{number}:\n"));
    Ok(fs::write(root.join("etc/group"), groups.collect::<String>())?)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    let folder = to.parent().context("a folder")?;
    fs::create_dir_all(folder)?;
    fs::copy(from, to).with_context(|| format!("{} to {}", from.display(), to.display()))?;
    Ok(())
}
