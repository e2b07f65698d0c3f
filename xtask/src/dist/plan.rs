//! Plans of packages.

use super::Names;
use crate::{
    abi::files::version,
    build::Options,
    targets::{self, Target},
    workspace::{root, target},
};
use anyhow::Result;
use std::path::PathBuf;

/// The libraries that need no device.
pub const CORE: [&str; 4] = ["regex", "http", "rapier2d", "graphics2d"];

/// The libraries of a package that has a name of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Variant {
    /// Every library
    Full,
    /// The libraries that need no device: regex, http, rapier2d, graphics2d
    Core,
}

/// Which libraries, for which machine, from which sources.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The cargo features.
    pub features: Vec<String>,
    /// The part of the file's name besides version and target: nothing for all libraries.
    pub suffix: String,
    /// The names of its functions.
    pub names: Names,
    /// The machine that it is for.
    pub machine: &'static Target,
    /// True where the triple was asked for: cargo then builds into a folder of that name.
    pub cross: bool,
    /// The workspace to build.
    pub source: PathBuf,
    /// Cargo's target folder.
    pub target: PathBuf,
}

impl Plan {
    /// Every library, for this machine.
    pub fn full() -> Result<Self> {
        Ok(Self {
            features: vec!["full".into()],
            suffix: String::new(),
            names: Names::default(),
            machine: targets::host()?,
            cross: false,
            source: root().to_path_buf(),
            target: target(),
        })
    }

    /// This plan as the variant has it.
    pub fn variant(self, variant: Variant) -> Self {
        match variant {
            Variant::Full => self,
            Variant::Core => {
                Self { features: CORE.map(str::to_owned).to_vec(), suffix: "-core".into(), ..self }
            }
        }
    }

    /// This plan with these libraries alone.
    pub fn features(self, features: Vec<String>) -> Self {
        let suffix = features.iter().map(|feature| format!("-{feature}")).collect();
        Self { features, suffix, ..self }
    }

    /// This plan with its functions named so.
    pub fn names(self, names: Names) -> Self {
        Self { names, ..self }
    }

    /// This plan for another machine.
    pub fn machine(self, machine: &'static Target) -> Self {
        Self { machine, cross: true, ..self }
    }

    /// Fails with a sentence where there is no such package.
    pub fn check(&self) -> Result<()> {
        self.machine.allows(&self.features, &CORE.map(str::to_owned))
    }

    /// `simple_native-core-0.1.0-x86_64-unknown-linux-gnu`.
    pub fn name(&self) -> String {
        format!("simple_native{}{}-{}-{}", self.suffix, self.names.suffix(), version(), self.machine.triple)
    }

    /// The options for building the archive.
    pub fn options(&self) -> Options {
        Options {
            release: true,
            features: Some(self.features.clone()),
            target: Some(self.target.clone()),
            triple: self.cross.then(|| self.machine.triple.to_owned()),
            source: Some(self.source.clone()),
            watched: true,
            ..Default::default()
        }
    }
}
