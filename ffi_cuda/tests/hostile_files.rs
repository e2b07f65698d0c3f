//! Refuses malformed files: 100,000 cut off, with bits flipped, with numbers replaced, and some that were thought out.
//! A process of its own, because its memory is measured.

#[path = "it/common/mod.rs"]
mod common;

use common::gguf;
use ffi_cuda::Context;
use std::{
    fs::{self, File},
    path::Path,
    sync::Mutex,
};
use tempfile::TempDir;

/// SplitMix64: the same files every time.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % limit as u64) as usize
    }
}

const NUMBERS: [u64; 12] =
    [0, 1, 2, 7, 255, 1 << 16, 1 << 31, u32::MAX as u64, 1 << 32, i64::MAX as u64, 1 << 63, u64::MAX];

/// The smallest model that loads: one layer, a vocabulary of eight.
fn smallest() -> (Vec<gguf::Value>, Vec<gguf::Tensor>, Vec<u8>) {
    let mut values = gguf::one_layer(4, 4);
    values.push(gguf::integer("general.alignment", 32));
    values.push(gguf::integer("tokenizer.ggml.eos_token_id", 2));
    values.push(gguf::string("tokenizer.ggml.model", "llama"));
    let tokens = ["<unk>", "<s>", "</s>", "a", "b", "ab", "\u{2581}", "<0x0A>"];
    values.push(gguf::strings("tokenizer.ggml.tokens", &tokens));
    values.push(gguf::floats("tokenizer.ggml.scores", &[0.0; 8]));
    values.push(gguf::integers("tokenizer.ggml.token_type", &[2, 3, 3, 1, 1, 1, 1, 6]));
    let (tensors, bytes) = gguf::smallest_tensors(8);
    let data = (0..bytes / 4).flat_map(|i| (((i * 7 % 11) as f32 - 5.0) / 8.0).to_le_bytes()).collect();
    (values, tensors, data)
}

fn damage(good: &[u8], random: &mut Random) -> Vec<u8> {
    let mut file = good.to_vec();
    match random.below(4) {
        0 => file.truncate(random.below(good.len())),
        1 => {
            for _ in 0..=random.below(8) {
                let at = random.below(file.len());
                file[at] ^= 1 << random.below(8);
            }
        }
        2 => {
            let at = random.below(file.len() - 8);
            file[at..at + 8].copy_from_slice(&NUMBERS[random.below(NUMBERS.len())].to_le_bytes());
        }
        _ => {
            let at = random.below(file.len() - 8);
            file[at..at + 4].copy_from_slice(&(NUMBERS[random.below(NUMBERS.len())] as u32).to_le_bytes());
            let from = random.below(file.len() - 16);
            let to = random.below(file.len() - 16);
            file.copy_within(from..from + 16, to);
        }
    }
    file
}

/// The tests measure the memory of the process: one after the other.
static ALONE: Mutex<()> = Mutex::new(());

/// Reads a size from `/proc/self/status`, in bytes, such as the most that this process has held in memory.
fn memory(what: &str) -> u64 {
    let Ok(status) = fs::read_to_string("/proc/self/status") else { return 0 };
    let line = status.lines().find_map(|line| line.strip_prefix(what)).unwrap();
    line.trim_start_matches(':').trim_end_matches(" kB").trim().parse::<u64>().unwrap() * 1024
}

/// Growth of the process's memory during `body`, at its most.
fn growth(body: impl FnOnce()) -> u64 {
    let _ = fs::write("/proc/self/clear_refs", "5"); // forgets the most so far
    let before = memory("VmRSS");
    body();
    // The kernel counts some pages late, on a busy machine.
    memory("VmHWM").saturating_sub(before)
}

/// In memory where the machine has such a place: there files may have any size.
fn folder() -> TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() }.unwrap()
}

#[test]
fn no_file_does_any_harm() {
    let _alone = ALONE.lock();
    let (values, tensors, data) = smallest();
    let good = [gguf::header(&values, &tensors), data].concat();
    let folder = folder();
    let path = folder.path().join("model.gguf");
    let name = path.to_str().unwrap();
    let context = Context::new(-1).unwrap();
    fs::write(&path, &good).unwrap();
    let said = || {
        let model = context.load_model(name).map_err(|error| ("load", error))?;
        let most = 4 * fs::metadata(&path).unwrap().len() + 64 * 256;
        assert!(model.vram_bytes() <= most, "{} bytes from a file of {most}", model.vram_bytes());
        let started = model.start_inference("ab a\nb", 4, 1.0, 1);
        let mut inference = started.map_err(|error| ("start", error))?;
        while inference.next_token().map_err(|error| ("say", error))?.is_some() {}
        Ok::<(), (&str, ffi_cuda::CudaError)>(())
    };
    said().unwrap();

    let mut random = Random(1);
    let (mut refused, mut loaded) = (0, 0);
    let mut all = || {
        for i in 0..100_000 {
            fs::write(&path, damage(&good, &mut random)).unwrap();
            match said() {
                Ok(()) => loaded += 1,
                Err((step, error)) => {
                    let text = error.to_string();
                    let fits = match error.code() {
                        3 => step == "load" && text.contains(name),
                        5 => step == "start" && !text.is_empty(),
                        // The file is sound, and its numbers are such that the arithmetic ends in no number.
                        4 => step == "say" && text.contains("the logit of token"),
                        _ => false,
                    };
                    assert!(fits, "file {i}, {step}: {} {text}", error.code());
                    refused += 1;
                }
            }
            assert_eq!(context.process_vram_usage(), 0, "file {i}");
        }
    };
    let grown = growth(&mut all);
    assert!(grown < 32 << 20, "{grown} bytes more than for a sound file");
    // Damage to a weight or to a text that nothing needs does not show.
    assert!(refused > 50_000 && loaded > 1_000, "{refused} refused, {loaded} loaded");
}

/// A file with as many zeros behind its header.
fn with_zeros(header: &[u8], zeros: u64) -> (TempDir, String) {
    let folder = folder();
    let path = folder.path().join("model.gguf");
    fs::write(&path, header).unwrap();
    File::options().write(true).open(&path).unwrap().set_len(header.len() as u64 + zeros).unwrap();
    let path = path.to_str().unwrap().to_owned();
    (folder, path)
}

/// Why such a file is no model.
fn refusal(header: &[u8], zeros: u64) -> String {
    let (_folder, path) = with_zeros(header, zeros);
    let context = Context::new(-1).unwrap();
    let error = context.load_model(&path).err().expect("it is no model");
    assert_eq!((error.code(), context.process_vram_usage()), (3, 0), "{error}");
    error.to_string()
}

#[test]
fn tensors_that_overlap_are_refused() {
    let _alone = ALONE.lock();
    let (values, mut tensors, data) = smallest();
    tensors[8].offset -= 32;
    let said = refusal(&gguf::header(&values, &tensors), data.len() as u64);
    assert!(
        said.contains("tensor blk.0.ffn_gate.weight begins inside tensor blk.0.attn_output.weight"),
        "{said}"
    );
    tensors[8].offset = tensors[3].offset;
    let said = refusal(&gguf::header(&values, &tensors), data.len() as u64);
    assert!(said.contains("ffn_norm.weight") && said.contains("ffn_gate.weight"), "{said}");
}

/// Each of its matrices is as large as the file, and together they have 2^64 bytes and a few more.
#[cfg(target_os = "linux")]
#[test]
fn tensors_that_are_larger_together_than_numbers_go_are_refused() {
    let _alone = ALONE.lock();
    let wide = 1u64 << 20;
    let values: Vec<gguf::Value> = [
        ("block_count", 1024),
        ("embedding_length", wide as u32),
        ("feed_forward_length", 1),
        ("context_length", 16),
        ("attention.head_count", 1024),
        ("attention.head_count_kv", 1024),
        ("attention.key_length", wide as u32),
        ("attention.value_length", wide as u32),
    ]
    .map(|(key, value)| gguf::integer(&format!("llama.{key}"), value))
    .into_iter()
    .chain([gguf::string("general.architecture", "llama")])
    .collect();
    let tensor = |name: String, kind, dimensions: &[u64]| {
        // The floats of one vector are written far behind the others'.
        let offset = if name == "blk.512.attn_norm.weight" { 0 } else { 32 };
        gguf::Tensor { name, kind, dimensions: dimensions.into(), offset }
    };
    let mut tensors = vec![
        tensor("token_embd.weight".into(), 2, &[wide, 1]),
        tensor("output_norm.weight".into(), 0, &[wide]),
    ];
    for layer in 0..1024 {
        let parts: [(&str, u32, &[u64]); 9] = [
            ("attn_q", 0, &[wide, 1 << 30]),
            ("attn_k", 0, &[wide, 1 << 30]),
            ("attn_v", 0, &[wide, 1 << 30]),
            ("attn_output", 0, &[1 << 30, wide]),
            ("attn_norm", 0, &[wide]),
            ("ffn_norm", 0, &[wide]),
            ("ffn_gate", 2, &[wide, 1]),
            ("ffn_up", 2, &[wide, 1]),
            ("ffn_down", 1, &[1, wide]),
        ];
        tensors.extend(
            parts.map(|(part, kind, shape)| tensor(format!("blk.{layer}.{part}.weight"), kind, shape)),
        );
    }
    let said = refusal(&gguf::header(&values, &tensors), 64 + (wide << 32));
    assert!(said.contains("begins inside tensor"), "{said}");
}

/// A header of a model of one layer with this vocabulary, and how many bytes of data it needs.
fn with_vocabulary(tokens: &[String], kinds: &[i32], more: Vec<gguf::Value>) -> (Vec<u8>, u64) {
    let mut values = gguf::one_layer(4, 4);
    values.push(gguf::string("tokenizer.ggml.model", "gpt2"));
    values.push(gguf::string("tokenizer.ggml.pre", "gpt-2"));
    values.push(gguf::strings("tokenizer.ggml.tokens", tokens));
    values.push(gguf::integers("tokenizer.ggml.token_type", kinds));
    values.extend(more);
    let (tensors, bytes) = gguf::smallest_tensors(tokens.len() as u64);
    (gguf::header(&values, &tensors), bytes)
}

/// Texts of `length` letters.
fn random_texts(count: usize, length: usize) -> Vec<String> {
    let mut random = Random(2);
    let mut text = || (0..length).map(|_| char::from(b'!' + random.below(94) as u8)).collect();
    (0..count).map(|_| text()).collect()
}

#[test]
fn special_tokens_take_little_memory_or_are_refused() {
    let _alone = ALONE.lock();
    let special = |count: usize, length: usize| {
        with_vocabulary(&random_texts(count, length), &vec![4; count], Vec::new())
    };
    for (count, length, said) in [
        (1, 1 << 20, "special token 0 has 1048576 bytes, and may have 1024"),
        (2, 1025, "special token 0 has 1025 bytes, and may have 1024"),
        (4100, 1024, "the special tokens have 4198400 bytes together, and may have 4194304"),
    ] {
        let (header, bytes) = special(count, length);
        let mut why = String::new();
        let grown = growth(|| why = refusal(&header, bytes));
        assert!(why.contains(said), "{why}");
        assert!(grown < 32 << 20, "{count} of {length}: {grown} bytes");
    }
    for (count, length) in [(4096, 1024), (50_000, 8)] {
        let (header, bytes) = special(count, length);
        let (_folder, path) = with_zeros(&header, bytes);
        let context = Context::new(-1).unwrap();
        let texts = random_texts(count, length);
        let grown = growth(|| {
            let model = context.load_model(&path).unwrap();
            let tokens = model.tokenizer().unwrap().encode(&texts[count - 1], true);
            assert_eq!(tokens, [count as u32 - 1]);
        });
        assert!(grown < 80 * (count * (length + 12)) as u64, "{count} of {length}: {grown} bytes");
    }
}

/// Zeros that a sparse file has for nothing: arrays of numbers, of empty texts, of texts without end.
#[cfg(target_os = "linux")]
#[test]
fn arrays_of_zeros_take_little_memory() {
    let _alone = ALONE.lock();
    let values = |key: &str, kind: u32, count: u64| {
        let mut values = gguf::one_layer(4, 4);
        values.push(gguf::string("tokenizer.ggml.model", "gpt2"));
        values.push((key.into(), 9, gguf::array(kind, count)));
        let mut header = gguf::header(&values, &[]);
        while header.last() == Some(&0) {
            header.pop();
        }
        header
    };
    for (key, kind, count, said) in [
        ("tokenizer.ggml.scores", 0, 4 << 30, "more than 134217728 bytes of metadata"),
        ("tokenizer.ggml.scores", 12, 1 << 30, "more than 134217728 bytes of metadata"),
        ("tokenizer.ggml.tokens", 8, 1 << 30, "more than 134217728 bytes of metadata"),
        ("tokenizer.ggml.merges", 8, 1 << 30, "more than 134217728 bytes of metadata"),
        ("tokenizer.ggml.scores", 0, 100 << 20, "has no tensor token_embd.weight"),
    ] {
        let mut why = String::new();
        let grown = growth(|| why = refusal(&values(key, kind, count), 9 << 30));
        assert!(why.contains(said), "{key}: {why}");
        assert!(grown < 400 << 20, "{key}, {count} of type {kind}: {grown} bytes");
    }
}

/// Millions of empty texts, for which no byte has to be written.
#[test]
fn empty_texts_take_little_memory() {
    let _alone = ALONE.lock();
    let many = 15 << 20;
    let zeros = [gguf::array(8, many as u64), vec![0; 8 * many]].concat();
    let merges = ("tokenizer.ggml.merges".into(), 9, zeros);
    let (header, bytes) = with_vocabulary(&["a".into()], &[1], vec![merges]);
    let (_folder, path) = with_zeros(&header, bytes);
    drop(header);
    let context = Context::new(-1).unwrap();
    let grown = growth(|| assert_eq!(context.load_model(&path).unwrap().vocabulary(), 1));
    assert!(grown < 512 << 20, "{many} merges: {grown} bytes");

    let many = 4 << 20;
    let (header, bytes) = with_vocabulary(&vec![String::new(); many], &vec![1; many], Vec::new());
    let (_folder, path) = with_zeros(&header, bytes);
    drop(header);
    let grown = growth(|| assert_eq!(context.load_model(&path).unwrap().vocabulary(), many as u32));
    assert!(grown < 512 << 20, "{many} tokens: {grown} bytes");
}
