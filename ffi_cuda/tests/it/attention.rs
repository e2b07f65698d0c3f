//! The CPU's attention and activation functions, of all kernels that this processor has, against float64.

use crate::{common, kernels::Random};

use ffi_cuda::testing::{AttentionShape, attention, cpu_kernels, glu, soft_cap};

/// A 16-bit float of magnitude 1/8 to 1, or now and then a denormal one or 0.
fn half(random: &mut Random) -> u16 {
    let bits = random.bits();
    let magnitude = if bits.is_multiple_of(16) { bits >> 8 & 0x3ff } else { 0x3000 + (bits >> 8) % 0xc00 };
    (magnitude | bits >> 31 << 15) as u16
}

fn float_of_half(half: u16) -> f64 {
    let (exponent, fraction) = (i32::from(half >> 10 & 31), f64::from(half & 0x3ff));
    let magnitude = match exponent {
        0 => fraction * 2f64.powi(-24),
        _ => (1024.0 + fraction) * 2f64.powi(exponent - 25),
    };
    if half >> 15 == 1 { -magnitude } else { magnitude }
}

struct Inputs {
    shape: AttentionShape,
    queries: Vec<f32>,
    keys: Vec<u16>,
    values: Vec<u16>,
}

impl Inputs {
    fn new(random: &mut Random, shape: AttentionShape) -> Self {
        let positions = (shape.position + shape.batch) * shape.n_kv_heads;
        let mut halves = |count| (0..count).map(|_| half(random)).collect();
        let (keys, values) = (halves(positions * shape.head_size), halves(positions * shape.value_size));
        let queries =
            (0..shape.batch * shape.heads * shape.head_size).map(|_| 3.0 * random.number()).collect();
        Self { shape, queries, keys, values }
    }

    /// As the definition reads.
    fn expected(&self) -> Vec<f64> {
        let s = &self.shape;
        let (size, value_size) = (s.head_size as usize, s.value_size as usize);
        let at = |cache: &[u16], position: usize, head: usize, size: usize| -> Vec<f64> {
            let first = (position * s.n_kv_heads as usize + head) * size;
            cache[first..first + size].iter().map(|&half| float_of_half(half)).collect()
        };
        let mut out = Vec::new();
        for row in 0..s.batch as usize {
            let end = s.position as usize + row + 1;
            let begin = if s.window == 0 { 0 } else { end.saturating_sub(s.window as usize) };
            for head in 0..s.heads as usize {
                let key_head = head / (s.heads / s.n_kv_heads) as usize;
                let first = (row * s.heads as usize + head) * size;
                let query = &self.queries[first..first + size];
                let scores = (begin..end).map(|position| {
                    let key = at(&self.keys, position, key_head, size);
                    let dot: f64 = query.iter().zip(key).map(|(&q, k)| f64::from(q) * k).sum();
                    let (score, cap) = (dot * f64::from(s.scale), f64::from(s.softcap));
                    if cap == 0.0 { score } else { cap * (score / cap).tanh() }
                });
                let scores: Vec<f64> = scores.collect();
                let largest = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
                let weights: Vec<f64> = scores.iter().map(|score| (score - largest).exp()).collect();
                let sum: f64 = weights.iter().sum();
                let mut mixed = vec![0.0; value_size];
                for (weight, position) in weights.iter().zip(begin..) {
                    for (to, value) in mixed.iter_mut().zip(at(&self.values, position, key_head, value_size))
                    {
                        *to += weight / sum * value;
                    }
                }
                out.extend(mixed);
            }
        }
        out
    }

    fn run(&self, kernels: &str) -> Vec<f32> {
        attention(&self.shape, &self.queries, &self.keys, &self.values, kernels).unwrap()
    }

    /// Of one query alone, which sees as much.
    fn alone(&self, row: u32) -> Self {
        let s = &self.shape;
        let (position, seen) = (s.position + row, ((s.position + row + 1) * s.n_kv_heads) as usize);
        let query = (s.heads * s.head_size) as usize;
        Self {
            shape: AttentionShape { batch: 1, position, ..*s },
            queries: self.queries[row as usize * query..][..query].to_vec(),
            keys: self.keys[..seen * s.head_size as usize].to_vec(),
            values: self.values[..seen * s.value_size as usize].to_vec(),
        }
    }
}

#[test]
fn attention_is_what_its_definition_says_whatever_else_is_computed() {
    let mut random = Random(5);
    // Batch, position, heads, heads of keys, their sizes, window, softcap: around tiles of 64 positions and values, with
    // heads that are multiples of nothing, and rows enough that some wait for others.
    for (batch, position, heads, n_kv_heads, head_size, value_size, window, softcap) in [
        (1, 0, 1, 1, 32, 32, 0, 0.0),
        (1, 63, 4, 2, 64, 64, 0, 0.0),
        (1, 64, 6, 2, 48, 40, 0, 30.0),
        (1, 777, 4, 1, 96, 96, 100, 0.0),
        (2, 70, 2, 1, 7, 13, 0, 0.0),
        (5, 127, 3, 3, 80, 80, 64, 50.0),
        (19, 45, 14, 2, 64, 64, 20, 0.0),
        (70, 3, 5, 1, 128, 24, 0, 0.0),
        (3, 40, 2, 1, 264, 300, 10, 0.0),
        (130, 600, 8, 2, 16, 16, 0, 0.0),
    ] {
        let scale = 1.0 / (head_size as f32).sqrt();
        let shape = AttentionShape {
            batch,
            position,
            heads,
            n_kv_heads,
            head_size,
            value_size,
            window,
            scale,
            softcap,
        };
        let inputs = Inputs::new(&mut random, shape);
        let expected = inputs.expected();
        for name in cpu_kernels() {
            let at = format!("{name}, {batch} queries at {position}, heads of {head_size}");
            let out = inputs.run(&name);
            let error = common::normalised_error(&out, &expected);
            assert!(error < 1e-11, "{at}: {error:.2e}");
            let each = (heads * value_size) as usize;
            for row in [0, batch / 2, batch - 1] {
                let alone = inputs.alone(row).run(&name);
                assert!(out[row as usize * each..][..each] == alone, "{at}: query {row} is another alone");
            }
        }
    }
}

/// In units of the last place of a float.
fn ulps(actual: f32, expected: f64) -> f64 {
    let unit =
        f64::from(f32::from_bits((expected.abs() as f32).to_bits() + 1)) - f64::from(expected.abs() as f32);
    (f64::from(actual) - expected).abs() / unit
}

#[test]
fn activation_functions_are_exact_to_a_few_units_of_the_last_place() {
    let mut random = Random(9);
    let mut x: Vec<f32> =
        (0..4000).map(|_| random.number() * 10f32.powi((random.bits() % 9) as i32 - 6)).collect();
    x.extend([
        0.0, -0.0, 1e-38, -1e-38, 1e-45, 0.6249, 0.625, -0.6251, 20.0, -20.0, 87.9, -87.9, -103.0, 1e30,
    ]);
    let ones = vec![1.0; x.len()];
    for name in cpu_kernels() {
        let silu = glu(false, &x, &ones, &name).unwrap();
        let gelu = glu(true, &x, &ones, &name).unwrap();
        let capped = soft_cap(&x, 2.5, &name).unwrap();
        for (((&x, silu), gelu), capped) in x.iter().zip(silu).zip(gelu).zip(capped) {
            let wide = f64::from(x);
            let expected = wide / (1.0 + (-wide).exp());
            assert!(ulps(silu, expected) < 4.0 || expected.abs() < 1e-36, "{name}: silu({x}) is {silu}");
            // Where the tangent is almost -1 its distance from it has lost digits; half of the smallest float is 0.
            let inner = 0.7978845608 * (wide + 0.044715 * wide * wide * wide);
            let (expected, lost) = (0.5 * wide * (1.0 + inner.tanh()), 2e-7 * wide.abs());
            assert!(
                (f64::from(gelu) - expected).abs() <= lost + 4e-7 * expected.abs() + 1e-45,
                "{name}: gelu({x}) is {gelu}"
            );
            let expected = 2.5 * (wide / 2.5).tanh();
            assert!(ulps(capped, expected) < 4.0 || expected.abs() < 1e-36, "{name}: capped {x} is {capped}");
        }
        let odd = [f32::NAN, f32::INFINITY];
        let of_odd = glu(false, &odd, &[1.0; 2], &name).unwrap();
        assert!(of_odd[0].is_nan() && of_odd[1] == f32::INFINITY, "{name}: {of_odd:?}");
        assert_eq!(soft_cap(&[f32::INFINITY, f32::NEG_INFINITY], 3.0, &name).unwrap(), [3.0, -3.0], "{name}");
    }
}
