//! A rock for LuaRocks: <https://github.com/luarocks/luarocks/blob/main/docs/file_locations.md>

use super::{native::Native, zipped::Zip};
use crate::{files::files_of, workspace::stdout};
use anyhow::{Context, Result};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

pub fn make(package: &Native, to: &Path) -> Result<PathBuf> {
    let name = format!("simple_native-{}-1", package.version());
    let file = to.join(format!("{name}.linux-{}.rock", package.architecture));
    let mut rock = Rock { zip: Zip::create(&file)?, modules: String::new() };
    let modules = package.binding("luajit");
    for path in files_of(&modules.join("simple_native"))? {
        rock.add(&path.to_string_lossy(), &modules.join("simple_native").join(&path))?;
    }
    // Beside the modules, where they look for it.
    rock.add("libsimple_native.so", &package.shared()?)?;
    let specification = SPECIFICATION.replace("VERSION", package.version());
    let rockspec = format!("{name}.rockspec");
    rock.zip.add(&rockspec, specification.as_bytes())?;
    for path in package.licences() {
        let licence = path.file_name().context("a licence's name")?.to_string_lossy().into_owned();
        rock.zip.add(&format!("doc/{licence}"), &fs::read(&path)?)?;
    }
    let manifest = format!(
        "rock_manifest = {{\n   lua = {{\n      simple_native = {{\n{}      }}\n   }},\n}}\n",
        rock.modules
    );
    rock.zip.add("rock_manifest", manifest.as_bytes())?;
    rock.zip.finish()?;
    Ok(file)
}

const SPECIFICATION: &str = "rockspec_format = \"3.0\"
package = \"simple_native\"
version = \"VERSION-1\"
source = { url = \"https://example.invalid/simple_native-VERSION.tar.xz\" }
description = {
   summary = \"The native layer under a programming language: regular expressions, HTTP, physics, graphics, sound\",
   license = \"MIT OR Apache-2.0\",
}
supported_platforms = { \"linux\" }
dependencies = { \"lua == 5.1\" }
build = { type = \"none\" }
";

struct Rock {
    zip: Zip<fs::File>,
    /// A line for each module's file: name and sum.
    modules: String,
}

impl Rock {
    fn add(&mut self, name: &str, path: &Path) -> Result<()> {
        let sum = stdout(Command::new("md5sum").arg(path))?;
        let sum = sum.split(' ').next().context("a sum")?.trim_start_matches('\\');
        self.modules.push_str(&format!("         [\"{name}\"] = \"{sum}\",\n"));
        self.zip.add(&format!("lua/simple_native/{name}"), &fs::read(path)?)
    }
}
