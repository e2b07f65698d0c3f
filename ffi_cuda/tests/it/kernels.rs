//! The CPU's kernels for what this processor has, against the plain ones and sums in float64.

use crate::common;

use ffi_cuda::testing::{decode_blocks, matmul};

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

/// xorshift64*: the same numbers every time.
struct Random(u64);

impl Random {
    fn bits(&mut self) -> u32 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 32) as u32
    }

    /// From -1 to 1.
    fn number(&mut self) -> f32 {
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
                let dot = |w: &[f32], x: &[f32]| -> f64 {
                    w.iter().zip(x).map(|(&w, &x)| f64::from(w) * f64::from(x)).sum()
                };
                let exact: Vec<f64> =
                    x.chunks(columns).flat_map(|x| decoded.chunks(columns).map(move |w| dot(w, x))).collect();
                let fast = matmul(kind, &raw, ROWS as u64, &x, false).unwrap();
                let plain = matmul(kind, &raw, ROWS as u64, &x, true).unwrap();
                for (name, some) in [("plain", &plain), ("fast", &fast)] {
                    let error = common::normalised_error(some, &exact);
                    assert!(
                        error < 1e-9,
                        "type {kind}, {columns} columns, batch of {batch}, {name}: {error:.2e}"
                    );
                }
                let alone = matmul(kind, &raw, ROWS as u64, &x[(batch - 1) * columns..], false).unwrap();
                assert!(fast[(batch - 1) * ROWS..] == alone, "type {kind}: the batch of {batch} matters");
            }
            // One weight at a time: what is decoded on the way is what the decoder gives.
            let row = &raw[..columns / values * size];
            let mut x = vec![0.0; columns];
            for (column, &weight) in decoded[..columns].iter().enumerate() {
                x[column] = 1.0;
                assert_eq!(matmul(kind, row, 1, &x, false).unwrap(), [weight], "type {kind}, value {column}");
                x[column] = 0.0;
            }
        }
    }
}
