//! Jars, and the pom with which a repository takes them.

use super::{
    native::{Native, compile},
    zipped::Zip,
};
use crate::{
    files::files_of,
    workspace::{run, stdout},
};
use anyhow::{Context, Result};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

pub fn make(package: &Native, to: &Path) -> Result<Vec<PathBuf>> {
    let work = tempfile::tempdir()?;
    let sources = package.binding("java/src");
    let java: Vec<PathBuf> = files_of(&sources)?.into_iter().map(|file| sources.join(file)).collect();
    let classes = work.path().join("classes");
    run(Command::new("javac").args(["--release", "17", "-d"]).arg(&classes).args(&java))?;
    let documentation = work.path().join("documentation");
    let mut javadoc = Command::new("javadoc");
    javadoc.args(["-quiet", "-notimestamp", "-Xdoclint:none", "--release", "17", "-d"]);
    run(javadoc.arg(&documentation).args(&java))?;

    let name = format!("simple_native-{}", package.version());
    let jar = |suffix: &str| to.join(format!("{name}{suffix}.jar"));
    let native = [
        ("libsimple_native.so", package.shared()?),
        ("libsimple_native_jni.so", native_part(package, work.path())?),
    ];
    let place = format!("simplenative/linux-{}", package.architecture);
    let mut zip = begin(package, &jar(""))?;
    add_folder(&mut zip, &classes)?;
    for (name, path) in native {
        zip.add(&format!("{place}/{name}"), &fs::read(path)?)?;
    }
    zip.finish()?;
    for (suffix, folder) in [("-sources", &sources), ("-javadoc", &documentation)] {
        let mut zip = begin(package, &jar(suffix))?;
        add_folder(&mut zip, folder)?;
        zip.finish()?;
    }
    let pom = to.join(format!("{name}.pom"));
    fs::write(&pom, POM.replace("VERSION", package.version()))?;
    Ok(vec![jar(""), jar("-sources"), jar("-javadoc"), pom])
}

const POM: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>
<project xmlns=\"http://maven.apache.org/POM/4.0.0\">
  <modelVersion>4.0.0</modelVersion>
  <groupId>simplenative</groupId>
  <artifactId>simple_native</artifactId>
  <version>VERSION</version>
  <name>simple_native</name>
  <description>The native layer under a programming language: regular expressions, HTTP, physics, graphics, sound</description>
  <licenses>
    <license><name>MIT</name><url>https://opensource.org/license/mit</url></license>
    <license><name>Apache-2.0</name><url>https://www.apache.org/licenses/LICENSE-2.0</url></license>
  </licenses>
</project>
";

/// A jar with what every one has. A manifest comes first.
fn begin(package: &Native, path: &Path) -> Result<Zip<fs::File>> {
    let mut zip = Zip::create(path)?;
    let manifest = "Manifest-Version: 1.0\r\nAutomatic-Module-Name: simplenative\r\n\r\n";
    zip.add("META-INF/MANIFEST.MF", manifest.as_bytes())?;
    for licence in package.licences() {
        let name = licence.file_name().context("a licence's name")?.to_string_lossy().into_owned();
        zip.add(&format!("META-INF/{name}"), &fs::read(&licence)?)?;
    }
    Ok(zip)
}

fn add_folder(zip: &mut Zip<fs::File>, folder: &Path) -> Result<()> {
    for file in files_of(folder)? {
        zip.add(&file.to_string_lossy(), &fs::read(folder.join(&file))?)?;
    }
    Ok(())
}

/// The part in C. The shared object is loaded before it.
fn native_part(package: &Native, work: &Path) -> Result<PathBuf> {
    let javac = stdout(Command::new("sh").args(["-c", "readlink -f \"$(command -v javac)\""]))?;
    let jni = Path::new(javac.trim()).ancestors().nth(2).context("the JDK's folder")?.join("include");
    let folder = package.binding("java/native");
    let part = work.join("libsimple_native_jni.so");
    let sources = ["functions.c", "convert.c"].map(|name| folder.join(name));
    let headers = [package.unpacked.root.join("include"), jni.join("linux"), jni];
    compile(&sources, &headers, &[package.shared()?], &part)?;
    Ok(part)
}
