//! Models on the CPU device: loading beside reading the file, speed and logits beside llama.cpp.

use anyhow::{Context, Result, ensure};
use bench::{compare, row, table};
use ffi_cuda::{Model, Options};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    thread,
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
hold keys and values in 16 bits. llama.cpp rounds activations to 8 or 16 bits, which is its distance to float64, and
ignores the sliding window of phi3 models. Ours rounds what quantised weights are multiplied with to 15 bits, and looks
through the window.";
const ABOUT_SPEED: &str = "
Below, seconds are the processor's, of all threads; llama.cpp repacks weights and rounds activations to 8 bits, as it
does by default. Ratios are of time: at most 1.11 is 0.9 of its tokens per second of the processor.
";
/// Tokens continued greedily by both sides.
const TOKENS: u32 = 32;
/// Turns of each side where a token takes a while.
const TURNS: usize = 3;
/// Tokens of a prompt, and those made behind it, whose speed is measured.
const SPEED_PROMPT: u32 = 512;
const SPEED_TOKENS: u32 = 16;

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
    println!("{ABOUT_SPEED}");
    table();
    let all = thread::available_parallelism()?.get();
    let mut threads = vec![1, 2, all];
    threads.sort_unstable();
    threads.dedup();
    for &threads in threads.iter().filter(|&&threads| threads <= all) {
        ffi_cuda::set_threads(threads as i64)?;
        speed.iter().try_for_each(|model| bench.speed(model, threads))?;
    }
    ffi_cuda::set_threads(0)?;

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
}

/// Seconds of the processor for a token of a prompt, and for one that is made.
#[derive(Clone, Copy, serde::Deserialize)]
struct Speed {
    prompt: f64,
    token: f64,
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

    fn speed(&self, name: &Path, threads: usize) -> Result<()> {
        let model = load(name)?;
        let tokens: Vec<u32> = (0..SPEED_PROMPT).map(|i| 3 + i * 7 % 250).collect();
        let (mut rounded, mut exact, mut theirs) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..TURNS {
            rounded.push(ours(&model, &tokens)?);
            ffi_cuda::set_exact(true);
            exact.push(ours(&model, &tokens)?);
            ffi_cuda::set_exact(false);
            let mut command = self.script("llama_cpp_speed.py");
            command.arg(file(name)).arg(threads.to_string()).arg(SPEED_TOKENS.to_string());
            command.args(tokens.iter().map(u32::to_string));
            theirs.push(serde_json::from_str(&stdout(&mut command)?)?);
        }
        let (rounded, exact, theirs) = (best(&rounded), best(&exact), best(&theirs));
        let show = |seconds: f64| format!("{:.1} tokens/s", 1.0 / seconds);
        let line = |what: &str, ours: f64, theirs: f64, aim: &str| {
            let what = format!("{what}, {}, threads: {threads} / llama.cpp", stem(name));
            row(&what, &show(ours), &show(theirs), ours / theirs, aim);
        };
        line(&format!("a prompt of {SPEED_PROMPT}"), rounded.prompt, theirs.prompt, "at most 1.11");
        line("a token", rounded.token, theirs.token, "at most 1.00");
        line("a token with exact activations", exact.token, theirs.token, "at most 1.67");
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

/// The processor's seconds of this process so far.
fn spent() -> f64 {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
    time.tv_sec as f64 + time.tv_nsec as f64 * 1e-9
}

fn ours(model: &Model, tokens: &[u32]) -> Result<Speed> {
    let options = Options { max_tokens: SPEED_TOKENS + 1, temperature: 0.0, ..Options::default() };
    let mut inference = model.start_inference_from(tokens.to_vec(), &options)?;
    let begin = spent();
    ensure!(inference.next_token()?.is_some(), "it ends at once");
    let prompt = spent();
    let mut made = 0.0;
    while inference.next_token()?.is_some() {
        made += 1.0;
    }
    Ok(Speed { prompt: (prompt - begin) / tokens.len() as f64, token: (spent() - prompt) / made })
}

/// What nothing else held up.
fn best(turns: &[Speed]) -> Speed {
    let least = |of: fn(&Speed) -> f64| turns.iter().map(of).fold(f64::INFINITY, f64::min);
    Speed { prompt: least(|turn| turn.prompt), token: least(|turn| turn.token) }
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
