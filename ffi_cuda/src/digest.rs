//! A number by which bytes are told from others: against mix-ups and damage, not against those who mean harm.

const BYTES: usize = size_of::<u64>();

/// A sum of bytes so far. The order and the lengths of what is added count.
#[derive(Clone, Copy)]
pub(crate) struct Digest(u64);

impl Digest {
    pub(crate) fn new() -> Self {
        Self(0xCBF2_9CE4_8422_2325)
    }

    pub(crate) fn add(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks::<BYTES>();
        for word in words {
            self.mix(u64::from_le_bytes(*word));
        }
        let mut last = [0; BYTES];
        last[..rest.len()].copy_from_slice(rest);
        self.mix(u64::from_le_bytes(last));
        self.mix(bytes.len() as u64);
    }

    fn mix(&mut self, word: u64) {
        self.0 = (self.0 ^ word).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        self.0 ^= self.0 >> 32;
    }

    pub(crate) fn value(self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_bit_and_length_counts() {
        let of = |bytes: &[u8]| {
            let mut digest = Digest::new();
            digest.add(bytes);
            digest.value()
        };
        let bytes: Vec<u8> = (0..100).collect();
        for at in 0..bytes.len() * 8 {
            let mut other = bytes.clone();
            other[at / 8] ^= 1 << (at % 8);
            assert_ne!(of(&other), of(&bytes));
        }
        assert_ne!(of(&[0; 8]), of(&[0; 9]));
        assert_ne!(of(b""), Digest::new().value());
    }
}
