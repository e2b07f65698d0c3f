//! The CPU's kernels for each of what this processor has, against the plain ones and sums in float64.

use crate::common;

use ffi_cuda::testing::{cpu_kernels, decode_blocks, matmul};

/// A type's number, the values and bytes of a block, and where 16-bit scales stand in it.
const TYPES: &[(u32, usize, usize, &[usize])] = &[
    (0, 1, 4, &[]),
    (1, 1, 2, &[0]),
    (30, 1, 2, &[]),
    (8, 32, 34, &[0]),
    (2, 32, 18, &[0]),
    (3, 32, 20, &[0, 2]),
    (6, 32, 22, &[0]),
    (7, 32, 24, &[0, 2]),
    (12, 256, 144, &[0, 2]),
    (13, 256, 176, &[0, 2]),
    (14, 256, 210, &[208]),
];
const ROWS: usize = 37;
const PLAIN: &str = "plain";

/// xorshift64*: the same numbers every time.
pub struct Random(pub u64);

impl Random {
    pub fn bits(&mut self) -> u32 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 32) as u32
    }

    /// From -1 to 1.
    pub fn number(&mut self) -> f32 {
        self.bits() as f32 / (1u64 << 31) as f32 - 1.0
    }
}

/// Any bytes are blocks, but for their scales and for floats, which are ordinary numbers.
fn blocks(random: &mut Random, kind: u32, count: usize, size: usize, scales: &[usize]) -> Vec<u8> {
    let mut blocks: Vec<u8> = (0..count * size).map(|_| random.bits() as u8).collect();
    for block in blocks.chunks_mut(size) {
        for &at in scales {
            block[at + 1] = block[at + 1] & 0x83 | 0x24;
        }
        match kind {
            0 => block.copy_from_slice(&random.number().to_le_bytes()),
            30 => block.copy_from_slice(&random.number().to_le_bytes()[2..]),
            _ => {}
        }
    }
    blocks
}

/// In float64.
fn products(weights: &[f32], x: &[f32], columns: usize) -> Vec<f64> {
    let dot =
        |w: &[f32], x: &[f32]| -> f64 { w.iter().zip(x).map(|(&w, &x)| f64::from(w) * f64::from(x)).sum() };
    x.chunks(columns).flat_map(|x| weights.chunks(columns).map(move |w| dot(w, x))).collect()
}

#[test]
fn every_type_multiplies_as_the_plain_kernels_do() {
    let mut random = Random(7);
    for &(kind, values, size, scales) in TYPES {
        // Rows of one piece and of several; of floats also such as end anywhere.
        for columns in if values == 1 { [37, 1059] } else { [768, 2304] } {
            let raw = blocks(&mut random, kind, ROWS * columns / values, size, scales);
            let decoded = decode_blocks(kind, &raw).unwrap();
            for batch in [1, 2, 3, 33, 130] {
                let x: Vec<f32> = (0..batch * columns).map(|_| random.number()).collect();
                let exact = products(&decoded, &x, columns);
                for name in cpu_kernels() {
                    let product = |x: &[f32]| matmul(kind, &raw, ROWS as u64, x, false, &name).unwrap();
                    let products = product(&x);
                    let error = common::normalised_error(&products, &exact);
                    assert!(
                        error < 1e-9,
                        "type {kind}, {columns} columns, batch of {batch}, {name}: {error:.2e}"
                    );
                    let alone = product(&x[(batch - 1) * columns..]);
                    assert!(
                        products[(batch - 1) * ROWS..] == alone,
                        "type {kind}, {name}: the batch of {batch} matters"
                    );
                }
            }
            // One weight at a time: what is decoded on the way is what the decoder gives.
            let row = &raw[..columns / values * size];
            let mut x = vec![0.0; columns];
            for (column, &weight) in decoded[..columns].iter().enumerate() {
                x[column] = 1.0;
                for name in cpu_kernels() {
                    let decoded = matmul(kind, row, 1, &x, false, &name).unwrap();
                    assert_eq!(decoded, [weight], "type {kind}, value {column}, {name}");
                }
                x[column] = 0.0;
            }
        }
    }
}

/// Half a step of each activation, and what floats lose in sums.
fn most_error(weights: &[f32], x: &[f32]) -> f64 {
    let chunk = |(w, x): (&[f32], &[f32])| {
        let largest = x.iter().fold(0.0f64, |most, x| most.max(f64::from(x.abs())));
        let weights: f64 = w.iter().map(|w| f64::from(w.abs())).sum();
        weights * largest * (0.501 / 16383.0 + 1e-6)
    };
    weights.chunks(256).zip(x.chunks(256)).map(chunk).sum()
}

#[test]
fn rounded_activations_give_the_same_bits_everywhere() {
    let mut random = Random(11);
    for &(kind, values, size, scales) in TYPES.iter().filter(|kind| kind.1 > 1) {
        // Of small blocks, also rows that end within a chunk.
        for columns in if values == 32 { [96, 1120] } else { [256, 1280] } {
            let raw = blocks(&mut random, kind, ROWS * columns / values, size, scales);
            let decoded = decode_blocks(kind, &raw).unwrap();
            for batch in [1, 2, 3, 33, 130] {
                let mut x: Vec<f32> = (0..batch * columns).map(|_| random.number()).collect();
                // The other values of its chunk have few bits left.
                x[7] *= 500.0;
                let product = |x: &[f32], name: &str| matmul(kind, &raw, ROWS as u64, x, true, name).unwrap();
                let plain = product(&x, PLAIN);
                let exact = products(&decoded, &x, columns);
                let most =
                    x.chunks(columns).flat_map(|x| decoded.chunks(columns).map(move |w| most_error(w, x)));
                for ((got, exact), most) in plain.iter().zip(exact).zip(most) {
                    let error = (f64::from(*got) - exact).abs();
                    assert!(
                        error <= most,
                        "type {kind}, {columns} columns, batch of {batch}: {error} above {most}"
                    );
                }
                for name in cpu_kernels() {
                    let at = format!("type {kind}, {columns} columns, batch of {batch}, {name}");
                    assert!(product(&x, &name) == plain, "{at}");
                    let alone = product(&x[(batch - 1) * columns..], &name);
                    assert!(plain[(batch - 1) * ROWS..] == alone, "{at}: the batch matters");
                }
            }
        }
    }
}

#[test]
fn extremes_of_rounded_activations_neither_overflow_nor_get_lost() {
    for &(kind, values, size, scales) in TYPES.iter().filter(|kind| kind.1 > 1) {
        let columns = 512.max(values);
        // All bits of weights and of their integer scales, the largest sums that there are, and the smallest.
        for fill in [0xff, 0x00, 0x7f, 0x80, 0x0f] {
            let mut raw = vec![fill; columns / values * size];
            for block in raw.chunks_mut(size) {
                for &at in scales {
                    block[at..at + 2].copy_from_slice(&0x3c00u16.to_le_bytes());
                }
            }
            let decoded = decode_blocks(kind, &raw).unwrap();
            for sign in [1.0f32, -1.0] {
                let x = vec![sign * 3.0; columns];
                let exact = products(&decoded, &x, columns);
                for name in cpu_kernels() {
                    let sum = f64::from(matmul(kind, &raw, 1, &x, true, &name).unwrap()[0]);
                    assert!(
                        (sum - exact[0]).abs() <= 1e-6 * exact[0].abs(),
                        "type {kind}, {fill:#x}: {sum} for {exact:?}"
                    );
                }
            }
            for (x, expected) in [(f32::NAN, false), (f32::INFINITY, false), (0.0, true), (1e-38, true)] {
                let mut row = vec![0.0; columns];
                row[columns - 1] = x;
                for name in cpu_kernels() {
                    let sum = matmul(kind, &raw, 1, &row, true, &name).unwrap()[0];
                    assert_eq!(sum.is_finite(), expected, "type {kind}, {fill:#x}, activation {x}");
                }
            }
        }
    }
}
