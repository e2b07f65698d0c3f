//! 100,000 files that are no good: cut off, with bits flipped, with numbers replaced.

use ffi_cuda::Context;
use std::fs;

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

fn text(out: &mut Vec<u8>, text: &str) {
    out.extend((text.len() as u64).to_le_bytes());
    out.extend(text.as_bytes());
}

/// The smallest model that loads: one layer, a vocabulary of eight.
fn smallest() -> Vec<u8> {
    let mut out = b"GGUF".to_vec();
    let mut values: Vec<(&str, u32, Vec<u8>)> = Vec::new();
    let string = |value: &str| {
        let mut bytes = Vec::new();
        text(&mut bytes, value);
        bytes
    };
    values.push(("general.architecture", 8, string("llama")));
    for (key, value) in [
        ("llama.block_count", 1u32),
        ("llama.embedding_length", 4),
        ("llama.feed_forward_length", 4),
        ("llama.context_length", 16),
        ("llama.attention.head_count", 2),
        ("llama.attention.head_count_kv", 1),
        ("llama.rope.dimension_count", 2),
        ("general.alignment", 32),
        ("tokenizer.ggml.eos_token_id", 2),
    ] {
        values.push((key, 4, value.to_le_bytes().to_vec()));
    }
    values.push(("llama.attention.layer_norm_rms_epsilon", 6, 1e-5f32.to_le_bytes().to_vec()));
    values.push(("tokenizer.ggml.model", 8, string("llama")));
    let array = |kind: u32, items: Vec<Vec<u8>>| {
        let mut bytes = kind.to_le_bytes().to_vec();
        bytes.extend((items.len() as u64).to_le_bytes());
        bytes.extend(items.concat());
        bytes
    };
    let tokens = ["<unk>", "<s>", "</s>", "a", "b", "ab", "\u{2581}", "<0x0A>"];
    values.push(("tokenizer.ggml.tokens", 9, array(8, tokens.iter().map(|one| string(one)).collect())));
    values.push(("tokenizer.ggml.scores", 9, array(6, vec![0f32.to_le_bytes().to_vec(); 8])));
    let kinds = [2u32, 3, 3, 1, 1, 1, 1, 6];
    values.push((
        "tokenizer.ggml.token_type",
        9,
        array(5, kinds.iter().map(|kind| kind.to_le_bytes().to_vec()).collect()),
    ));
    let tensors: &[(&str, &[u64])] = &[
        ("token_embd.weight", &[4, 8]),
        ("output_norm.weight", &[4]),
        ("blk.0.attn_norm.weight", &[4]),
        ("blk.0.ffn_norm.weight", &[4]),
        ("blk.0.attn_q.weight", &[4, 4]),
        ("blk.0.attn_k.weight", &[4, 2]),
        ("blk.0.attn_v.weight", &[4, 2]),
        ("blk.0.attn_output.weight", &[4, 4]),
        ("blk.0.ffn_gate.weight", &[4, 4]),
        ("blk.0.ffn_up.weight", &[4, 4]),
        ("blk.0.ffn_down.weight", &[4, 4]),
    ];
    out.extend(3u32.to_le_bytes());
    out.extend((tensors.len() as u64).to_le_bytes());
    out.extend((values.len() as u64).to_le_bytes());
    for (key, kind, value) in values {
        text(&mut out, key);
        out.extend(kind.to_le_bytes());
        out.extend(value);
    }
    let mut offset = 0u64;
    for (name, dimensions) in tensors {
        text(&mut out, name);
        out.extend((dimensions.len() as u32).to_le_bytes());
        dimensions.iter().for_each(|dimension| out.extend(dimension.to_le_bytes()));
        out.extend(0u32.to_le_bytes());
        out.extend(offset.to_le_bytes());
        offset += (dimensions.iter().product::<u64>() * 4).next_multiple_of(32);
    }
    out.resize(out.len().next_multiple_of(32), 0);
    for i in 0..offset / 4 {
        out.extend((((i * 7 % 11) as f32 - 5.0) / 8.0).to_le_bytes());
    }
    out
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

/// The most bytes that this process has held in memory.
fn most_memory() -> u64 {
    let Ok(status) = fs::read_to_string("/proc/self/status") else { return 0 };
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    line.trim().trim_end_matches(" kB").parse::<u64>().unwrap() * 1024
}

#[test]
fn no_file_does_any_harm() {
    let good = smallest();
    let folder = tempfile::tempdir_in(if fs::metadata("/dev/shm").is_ok() {
        "/dev/shm".into()
    } else {
        std::env::temp_dir()
    });
    let folder = folder.unwrap();
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
    let before = most_memory();

    let mut random = Random(1);
    let (mut refused, mut loaded) = (0, 0);
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
    let grown = most_memory() - before;
    assert!(grown < 32 << 20, "{grown} bytes more than for a sound file");
    // Damage to a weight or to a text that nothing needs does not show.
    assert!(refused > 50_000 && loaded > 1_000, "{refused} refused, {loaded} loaded");
}
