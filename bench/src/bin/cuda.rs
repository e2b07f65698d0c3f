//! Models on the CPU reference: loading beside reading the file, speed and logits beside llama.cpp.

use anyhow::{Context, Result, ensure};
use bench::{compare, median, row, table};
use ffi_cuda::Model;
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};
use xtask::{
    python::{environment, script},
    workspace::{root, stdout},
};

/// llama.cpp is built from source here: minutes, at the first use.
const PACKAGES: &[&str] = &["numpy==2.4.6", "gguf==0.19.0", "llama-cpp-python==0.3.36"];
/// The prompt, the same words as in `llama_cpp_models.py`.
const PROMPT: &str = "At the end of a long stone pier, where the river";
const ABOUT_LOGITS: &str = "The logits of every position of a prompt, and 32 tokens continued greedily. Both sides
hold keys and values in 16 bits; llama.cpp rounds activations to 8 or 16 bits as well, which is its distance to
float64, and it ignores the sliding window of phi3 models. The reference rounds nothing and looks through the window.";
/// Tokens continued greedily by both sides.
const TOKENS: u32 = 32;
/// Turns of each side where a token takes a while.
const TURNS: usize = 3;

fn main() -> Result<()> {
    let bench = Bench { python: environment("llama-cpp-python", PACKAGES)?, folder: tempfile::tempdir()? };
    let lines = stdout(bench.script("llama_cpp_models.py").arg(bench.folder.path()))?;
    let names = |what: &str| {
        let lines = lines.lines().filter_map(|line| line.split_once(' '));
        lines.filter(|line| line.0 == what).map(|line| PathBuf::from(line.1)).collect::<Vec<_>>()
    };
    table();
    let speed = names("speed");
    loading(&file(speed.first().context("a large model")?))?;
    speed.iter().try_for_each(|model| bench.speed(model))?;

    println!("\n{ABOUT_LOGITS}\n");
    println!("| model | NMSE to llama.cpp | NMSE to float64 | llama.cpp's to float64 | tokens equal |");
    println!("|---|---|---|---|---|");
    let parrot = bench.folder.path().join("parrot");
    fs::copy(root().join("cuda/model/parrot.gguf"), file(&parrot))?;
    names("agreement").iter().chain([&parrot]).try_for_each(|model| bench.agreement(model))
}

struct Bench {
    python: PathBuf,
    folder: tempfile::TempDir,
}

/// Results of llama.cpp.
#[derive(serde::Deserialize)]
struct Theirs {
    tokens: Vec<u32>,
    seconds: Vec<f64>,
}

impl Bench {
    fn script(&self, name: &str) -> Command {
        script(&self.python, &root().join("bench/python").join(name))
    }

    fn llama_cpp(&self, model: &Path, tokens: &[u32], count: u32) -> Result<Theirs> {
        let mut command = self.script("llama_cpp_run.py");
        command.arg(file(model)).arg(count.to_string()).args(tokens.iter().map(u32::to_string));
        Ok(serde_json::from_str(&stdout(&mut command)?)?)
    }

    fn speed(&self, name: &Path) -> Result<()> {
        let model = load(name)?;
        let tokens = model.tokenizer()?.encode(PROMPT, true);
        let (mut ours, mut theirs) = (Vec::new(), Vec::new());
        for _ in 0..TURNS {
            let mut inference = model.start_inference(PROMPT, 16, 0.0, 0)?;
            while inference.next_token()?.is_some() {}
            let statistics = inference.statistics();
            ensure!(statistics.generated_tokens > 1, "{} ends at once", name.display());
            ours.push(statistics.generation_seconds / f64::from(statistics.generated_tokens - 1));
            theirs.push(median(&mut self.llama_cpp(name, &tokens, 16)?.seconds));
        }
        let (ours, theirs) = (median(&mut ours), median(&mut theirs));
        let what = format!(
            "a token of the CPU reference, llama shape {}, {:.2} GB / llama.cpp, two threads each",
            stem(name),
            fs::metadata(file(name))?.len() as f64 / 1e9
        );
        let show = |seconds: f64| format!("{:.1} tokens/s", 1.0 / seconds);
        row(&what, &show(ours), &show(theirs), ours / theirs, "");
        Ok(())
    }

    fn agreement(&self, name: &Path) -> Result<()> {
        let model = load(name)?;
        let tokens = model.tokenizer()?.encode(PROMPT, true);
        let mut inference = model.start_inference(PROMPT, TOKENS, 0.0, 0)?;
        while inference.next_token()?.is_some() {}
        let ours = model.logits(&tokens, false)?;
        let ours: Vec<f64> = ours.into_iter().map(f64::from).collect();
        let Ok(said) = self.llama_cpp(name, &tokens, TOKENS) else {
            println!("| {} | llama.cpp does not load it | | | |", stem(name));
            return Ok(());
        };
        let theirs = numbers(&file(name).with_added_extension("theirs"), |b| f32::from_le_bytes(b).into())?;
        let exact = numbers(&name.with_added_extension("logits"), f64::from_le_bytes).ok();
        let to_exact = |logits: &[f64]| match &exact {
            Some(exact) => format!("{:.1e}", nmse(logits, exact)),
            None => String::new(),
        };
        let made = inference.generated();
        println!(
            "| {} | {:.1e} | {} | {} | {} of {} |",
            stem(name),
            nmse(&ours, &theirs),
            to_exact(&ours),
            to_exact(&theirs),
            made.iter().zip(&said.tokens).take_while(|(a, b)| a == b).count(),
            made.len()
        );
        Ok(())
    }
}

fn file(name: &Path) -> PathBuf {
    name.with_added_extension("gguf")
}

fn stem(name: &Path) -> String {
    name.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn load(name: &Path) -> Result<Model> {
    Ok(ffi_cuda::Context::new(-1)?.load_model(&file(name).to_string_lossy())?)
}

/// A model against its file as bytes, both from the page cache.
fn loading(path: &Path) -> Result<()> {
    let context = ffi_cuda::Context::new(-1)?;
    let name = path.to_string_lossy();
    context.load_model(&name)?;
    let result = compare(|| context.load_model(&name).map(|model| model.vram_bytes()), || fs::read(path));
    let show = |time: f64| format!("{:.0} ms", time * 1e3);
    let what =
        format!("loading a model of {:.2} GB / reading the file", fs::metadata(path)?.len() as f64 / 1e9);
    row(&what, &show(result.ours), &show(result.theirs), result.ratio, "at most 1.5");
    Ok(())
}

fn numbers<const N: usize>(path: &Path, from: impl Fn([u8; N]) -> f64) -> Result<Vec<f64>> {
    let bytes = fs::read(path)?;
    bytes.chunks_exact(N).map(|chunk| Ok(from(chunk.try_into()?))).collect()
}

/// The mean of the squared differences, divided by the mean of the squared expectations.
fn nmse(actual: &[f64], expected: &[f64]) -> f64 {
    let difference: f64 = actual.iter().zip(expected).map(|(a, e)| (a - e).powi(2)).sum();
    difference / expected.iter().map(|e| e * e).sum::<f64>()
}
