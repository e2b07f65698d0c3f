//! The coverage of one row of pixels by the even-odd rule, seen along lines: no matter in which order they cross it,
//! each edge turns all that is right of it inside out.

/// So many places a pixel are looked at along a line: the bits of a word.
const PLACES: f64 = u64::BITS as f64;

/// A row in the making.
pub struct ParityRow {
    /// A word for each pixel: a bit for each place at which inside and outside change.
    changes: Vec<u64>,
    /// Number of places inside, for each pixel, of all lines together.
    inside: Vec<u32>,
}

impl ParityRow {
    /// A row of so many pixels.
    pub fn new(width: usize) -> Self {
        Self { changes: vec![0; width], inside: vec![0; width] }
    }

    /// The line crosses an edge there.
    #[inline]
    pub fn cross(&mut self, x: f64) {
        let place = (x * PLACES + 0.5) as usize;
        if let Some(word) = self.changes.get_mut(place / u64::BITS as usize) {
            *word ^= 1 << (place % u64::BITS as usize);
        }
    }

    /// Ends a line.
    pub fn end_line(&mut self) {
        let mut before = 0_u64;
        for (changes, inside) in self.changes.iter_mut().zip(&mut self.inside) {
            // Each bit becomes the parity of those up to it.
            let mut bits = std::mem::take(changes);
            for shift in [1, 2, 4, 8, 16, 32] {
                bits ^= bits << shift;
            }
            bits ^= before;
            *inside += bits.count_ones();
            before = 0_u64.wrapping_sub(bits >> 63);
        }
    }

    /// Each pixel's coverage in lines that are `height` high, in parts of the row's height. Empties the row.
    pub fn take(&mut self, height: f64) -> impl Iterator<Item = f32> {
        self.inside
            .iter_mut()
            .map(move |inside| (f64::from(std::mem::take(inside)) * (height / PLACES)) as f32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_between_crossings_in_any_order() {
        let mut row = ParityRow::new(4);
        for x in [2.25, -3.0, 3.5, 0.5, 9.0] {
            row.cross(x);
        }
        row.end_line();
        row.end_line();
        // From the left end to 0.5, and from 2.25 to 3.5, in one of two lines.
        assert_eq!(row.take(0.5).collect::<Vec<_>>(), [0.25, 0.0, 0.375, 0.25]);
        assert_eq!(row.take(0.5).collect::<Vec<_>>(), [0.0; 4]);
    }
}
