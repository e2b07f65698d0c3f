//! Machine code that nvcc makes of the kernels for Hopper: what no emulator sees.

use crate::common;
use std::{
    path::{Path, PathBuf},
    process::Command,
};
use xtask::python;

const DISASSEMBLER: &[&str] = &["nvidia-cuda-cuobjdump==13.5.37", "nvidia-cuda-nvdisasm==13.5.37"];

/// Instructions that read or write memory which other kernels see.
const GLOBAL: &[&str] = &["LD", "LDG", "LDGSTS", "ST", "STG", "ATOM", "ATOMG", "RED", "REDG"];
/// Kernels with loads that need not see what is written meanwhile: of weights, and of CUDA's tables for cosines.
const CONSTANT_LOADS: &[&str] = &[
    "embed_kernel",
    "matmul_kernel",
    "13prompt_kernel",
    "wgmma_kernel",
    "rope_kernel",
    "rope_and_store_kv_kernel",
];

struct Kernel {
    name: String,
    /// Without their operands.
    instructions: Vec<String>,
}

/// The folder of the disassembler, fetched at the first use.
fn disassembler() -> PathBuf {
    let python = python::environment("disassembler", DISASSEMBLER).unwrap();
    let words = "import sysconfig; print(sysconfig.get_path('purelib'))";
    let packages = common::run(Command::new(python).args(["-c", words]));
    Path::new(packages.trim()).join("nvidia/cu13/bin")
}

/// A line such as `/*0090*/  @P0 LDG.E R4, desc[UR4][R2.64] ;  /* 0x... */`.
fn instruction(line: &str) -> Option<String> {
    let (code, _) = line.trim_start().strip_prefix("/*")?.split_once("*/")?.1.split_once(';')?;
    let words = code.split_whitespace();
    words.skip_while(|word| word.starts_with('@')).map(str::to_owned).next()
}

fn kernels(library: &Path) -> Vec<Kernel> {
    let tools = disassembler();
    let path = format!("{}:{}", tools.display(), std::env::var("PATH").unwrap());
    let mut disassemble = Command::new(tools.join("cuobjdump"));
    disassemble.args(["-sass", "-arch", "sm_90a"]).arg(library).env("PATH", path);
    let text = common::run(&mut disassemble);
    let mut kernels = Vec::<Kernel>::new();
    for line in text.lines() {
        if let Some(name) = line.trim_start().strip_prefix("Function : ") {
            kernels.push(Kernel { name: name.to_owned(), instructions: Vec::new() });
        } else if let (Some(kernel), Some(instruction)) = (kernels.last_mut(), instruction(line)) {
            kernel.instructions.push(instruction);
        }
    }
    kernels
}

/// Every kernel lets later ones start and waits for earlier ones (PREEXIT, ACQBULK) before it looks at memory; those of
/// wgmma have its instruction, and no other does; sums of tiles are in registers.
pub fn check(library: &Path) {
    let kernels = kernels(library);
    for part in
        ["wgmma_kernel", "matmul_kernel", "attention_kernel", "draw_kernel", "rope_and_store_kv_kernel"]
    {
        assert!(kernels.iter().any(|kernel| kernel.name.contains(part)), "{part}");
    }
    for Kernel { name, instructions } in &kernels {
        let base = |instruction: &str| instruction.split('.').next().unwrap().to_owned();
        let bases: Vec<String> = instructions.iter().map(|instruction| base(instruction)).collect();
        let waits = bases.iter().position(|base| base == "ACQBULK");
        let before = &bases[..waits.unwrap_or_else(|| panic!("{name} does not wait"))];
        assert!(before.contains(&"PREEXIT".to_owned()), "{name} lets no other start");
        let early: Vec<&String> = before.iter().filter(|base| GLOBAL.contains(&base.as_str())).collect();
        assert!(early.is_empty(), "{name} has {early:?} before it waits");
        let constant = instructions.iter().any(|instruction| instruction.contains(".CONSTANT"));
        let may = CONSTANT_LOADS.iter().any(|part| name.contains(part));
        assert!(!constant || may, "{name} may read what was there before an earlier kernel wrote");
        let tiles = name.contains("prompt_kernel") || name.contains("wgmma_kernel");
        let spills = bases.iter().any(|base| base == "LDL" || base == "STL");
        assert!(!tiles || !spills, "{name} keeps its sums in memory");
        let multiplies = bases.iter().any(|base| base == "HGMMA");
        assert_eq!(multiplies, name.contains("wgmma_kernel"), "{name}");
    }
}
