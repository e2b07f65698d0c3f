//! `cargo xtask`.

use anyhow::Result;
use clap::{Parser, Subcommand};
use std::path::{Path, PathBuf};
use xtask::{
    abi, bench, bindings, build, demo, dist, docs, elsewhere, gpu_check, index, languages, machine,
    new_module::{self, Language},
    platforms, setup, targets, test, verify,
};

#[derive(Parser)]
#[command(name = "cargo xtask", about = "The project's own commands")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Install what this machine lacks to build and test (Debian, Ubuntu)
    Setup {
        /// What it lacks to build and run packages for another machine, as rustc calls that
        #[arg(long)]
        target: Option<String>,
    },
    /// Run everything that has to pass: formatting, lints, tests, the model checker
    Test {
        /// Also what needs a machine of its own, in qemu: real input devices
        #[arg(long)]
        full: bool,
    },
    /// Compile the code for other machines as far as rustc looks through it, without their compilers
    Check {
        /// The machines, as rustc calls them; Windows and macOS if absent
        #[arg(long, value_delimiter = ',')]
        target: Vec<String>,
    },
    /// Test the game pads on a kernel of their own, in qemu: the part of `test --full` beyond `test`
    Machine,
    /// Build the archive, optimised
    Build {
        /// With GPU code: brings a toolkit to compile with where there is none
        #[arg(long)]
        cuda: bool,
    },
    /// Regenerate the header, the manifest and the signatures from the source
    Abi,
    /// Make the bindings of all languages in target/bindings, from the manifest
    Bindings,
    /// Build the archive and a C host, and watch it at work; pictures go to target/demo
    Demo {
        /// One act alone; `runtime` is a script in an interpreter that has the archive inside
        act: Option<String>,
        /// Leave the site of the act `http` up, and print the address to open
        #[arg(long)]
        serve: bool,
        /// The folder of an unpacked package to link with, in place of an archive built here
        #[arg(long)]
        package: Option<PathBuf>,
    },
    /// Measure against the wrapped libraries and their like, side by side; figures go to bench/RESULTS.md
    Bench {
        /// The libraries to measure, all if absent
        libraries: Vec<String>,
    },
    /// Make a folder that checks and measures the CUDA code on any machine with an NVIDIA driver and Python, without
    /// Rust or a toolkit there; prints where it is
    GpuCheck,
    /// Write a module to begin with, for `rt_module_load`, into a folder here
    NewModule {
        /// The module's name, and its folder's
        name: String,
        /// The language that it is written in
        #[arg(long, value_enum, default_value = "rust")]
        lang: Language,
    },
    /// Package the archive: finished so that only rt_* is visible, with header, link flags, licences, checksums
    Dist {
        /// The libraries to put in, all of them if absent
        #[arg(long, value_delimiter = ',', conflicts_with = "variant")]
        features: Option<Vec<String>>,
        /// The libraries to put in, by a name for them
        #[arg(long, default_value = "full")]
        variant: dist::Variant,
        /// The machine to build for, as rustc calls it (`setup --target` brings what that takes)
        #[arg(long)]
        target: Option<String>,
        /// The prefix of the functions' names instead of rt_, beside a runtime that has names of its own
        #[arg(long)]
        prefix: Option<String>,
        /// The functions to leave out
        #[arg(long, value_delimiter = ',')]
        without: Vec<String>,
    },
    /// Make what each language's own installer takes of a package: a wheel, an npm tarball, a gem, jars
    Languages {
        /// The .tar.xz that dist made; the files go beside it
        package: PathBuf,
        /// The languages, all of them if absent
        #[arg(long, value_delimiter = ',')]
        only: Vec<languages::Language>,
    },
    /// Write what a folder of packages holds, for build scripts: packages.json and SHA256SUMS
    Index {
        /// The folder
        folder: PathBuf,
    },
    /// Make and prove the packages of every machine that can be built for and run here, and tell what ran in the README
    Platforms {
        /// The machines, as rustc calls them, all if absent
        #[arg(long, value_delimiter = ',')]
        only: Vec<String>,
        /// The libraries to put in, all that a machine can have if absent
        #[arg(long, value_delimiter = ',')]
        features: Option<Vec<String>>,
    },
    /// Build the documentation's site, guides and one page for each library
    Docs,
    /// Prove a package: unpack it in an empty folder, look through it, link programs with it in every way, run them
    Verify {
        /// The .tar.xz that dist made
        package: PathBuf,
    },
}

fn main() -> Result<()> {
    match Arguments::parse().command {
        Command::Setup { target: Some(target) } => setup::target(targets::find(&target)?)?,
        Command::Setup { target: None } => {
            setup::ensure(setup::Purpose::Test)?;
            println!("CUDA toolkit in {}", build::cuda_toolkit()?.display());
        }
        Command::Check { target } if target.is_empty() => elsewhere::check(&elsewhere::FARTHEST)?,
        Command::Check { target } => {
            elsewhere::check(&target.iter().map(String::as_str).collect::<Vec<_>>())?;
        }
        Command::Machine => machine::test_pads()?,
        Command::Test { full } => test::test(full)?,
        Command::Build { cuda } => {
            let cuda_home = if cuda { Some(build::cuda_toolkit()?) } else { None };
            let built = build::build(&build::Options {
                release: true,
                cuda_home,
                watched: true,
                ..Default::default()
            })?;
            println!("{}\n{}", built.archive.display(), built.shared.display());
            println!("link with: {}", built.system_libraries.join(" "));
        }
        Command::Abi => {
            let changed = abi::files::regenerate()?;
            if changed.is_empty() {
                println!("header, manifest and signatures are as the source has them");
            }
            changed.iter().for_each(|path| println!("wrote {}", path.display()));
        }
        Command::Bindings => {
            let changed = bindings::stage()?;
            println!("{}: {} files written", bindings::folder().display(), changed.len());
        }
        Command::Demo { act, serve, package } => demo::demo(act.as_deref(), serve, package.as_deref())?,
        Command::Bench { libraries } => bench::bench(&libraries)?,
        Command::Dist { features, variant, target, prefix, without } => {
            let names = dist::Names { prefix, without };
            let mut plan = dist::Plan::full()?.variant(variant).names(names);
            if let Some(features) = features {
                plan = plan.features(features);
            }
            if let Some(target) = target {
                plan = plan.machine(targets::find(&target)?);
            }
            println!("{}", dist::package(&plan)?.file.display());
        }
        Command::Languages { package, only } => {
            let only = if only.is_empty() { languages::Language::ALL.to_vec() } else { only };
            let beside = package.parent().unwrap_or(Path::new("."));
            for file in languages::packages(&package, &only, beside)? {
                println!("{}", file.display());
            }
        }
        Command::Index { folder } => {
            for file in index::write(&folder)? {
                println!("{}", file.display());
            }
        }
        Command::Platforms { only, features } => {
            println!("{}", platforms::platforms(&only, features.as_deref())?.display());
        }
        Command::GpuCheck => println!("{}", gpu_check::folder()?.display()),
        Command::Docs => println!("{}", docs::site()?.join("index.html").display()),
        Command::Verify { package } => drop(verify::verify(&package)?),
        Command::NewModule { name, lang } => {
            let folder = new_module::new_module(&std::env::current_dir()?, &name, lang)?;
            let (build, test, file) = new_module::commands(&name, lang);
            println!("cd {}\n{test}\n{build}\n# rt_module_load: {file}", folder.display());
        }
    }
    Ok(())
}
