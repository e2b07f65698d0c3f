//! The coverage of one row of pixels, summed up from edges.

use std::ops::Range;

/// The least coverage of a pixel that is no rounding error.
const LEAST: f32 = 1.0 / 4096.0;

/// A row in the making.
pub struct CoverageRow {
    width: usize,
    /// Each pixel's coverage less that of the pixel left of it.
    steps: Vec<f32>,
    /// A bit for each of them that was written.
    touched: Vec<u64>,
}

impl CoverageRow {
    /// A row of so many pixels.
    pub fn new(width: usize) -> Self {
        Self { width, steps: vec![0.0; width + 1], touched: vec![0; width / 64 + 1] }
    }

    /// Width in pixels.
    pub fn width(&self) -> usize {
        self.width
    }

    /// Covers what lies right of a line that goes from `top` to `bottom` by `height` more, in parts of the row's
    /// height.
    pub fn add_edge(&mut self, top: f64, bottom: f64, height: f64) {
        let (mut left, mut right, mut height) = (top.min(bottom), top.max(bottom), height);
        let end = self.width as f64;
        if left >= end {
            return;
        }
        if left < 0.0 {
            let part = if right <= 0.0 { 1.0 } else { -left / (right - left) };
            self.add(0, (height * part) as f32);
            if right <= 0.0 {
                return;
            }
            (left, height) = (0.0, height * (1.0 - part));
        }
        if right > end {
            (right, height) = (end, height * ((end - left) / (right - left)));
        }
        self.add_within((left, right), height as f32);
    }

    /// Adds a line within the row.
    fn add_within(&mut self, (left, right): (f64, f64), height: f32) {
        let first = left as usize;
        let (from, to) = ((left - first as f64) as f32, (right - first as f64) as f32);
        if to <= 1.0 {
            let covered = 1.0 - 0.5 * (from + to);
            self.add(first, height * covered);
            self.add(first + 1, height * (1.0 - covered));
            return;
        }
        // What lies between the line and a column's right end, in all columns up to it: a triangle, until the line is
        // passed.
        let scale = 0.5 / (to - from);
        let (mut before, mut covered_before) = (0.0, 0.0);
        // Rounded up, without a call.
        let whole = to as usize;
        let pixels = whole + usize::from(to > whole as f32);
        for pixel in 0..pixels {
            let end = (pixel + 1) as f32;
            let all = if end < to { scale * (end - from) * (end - from) } else { end - 0.5 * (from + to) };
            let covered = all - before;
            self.add(first + pixel, height * (covered - covered_before));
            (before, covered_before) = (all, covered);
        }
        self.add(first + pixels, height * (1.0 - covered_before));
    }

    /// Adds coverage to each pixel, from the left.
    pub fn add_pixels(&mut self, coverage: impl Iterator<Item = f32>) {
        let mut before = 0.0;
        for (pixel, covered) in coverage.enumerate() {
            if covered != before {
                self.add(pixel, covered - before);
            }
            before = covered;
        }
    }

    #[inline]
    fn add(&mut self, pixel: usize, step: f32) {
        if let Some(known) = self.steps.get_mut(pixel) {
            *known += step;
            self.touched[pixel / 64] |= 1 << (pixel % 64);
        }
    }

    /// Calls `paint` with columns and the coverage that all of them have, and empties the row.
    pub fn flush(&mut self, mut paint: impl FnMut(Range<usize>, f32)) {
        let (mut sum, mut from) = (0.0_f32, 0);
        let mut tell = |columns: Range<usize>, sum: f32| {
            let coverage = sum.abs();
            if coverage > LEAST && !columns.is_empty() {
                paint(columns, if coverage > 1.0 - LEAST { 1.0 } else { coverage });
            }
        };
        for (word, bits) in self.touched.iter_mut().enumerate().filter(|(_, bits)| **bits != 0) {
            let mut left = std::mem::take(bits);
            while left != 0 {
                let pixel = word * 64 + left.trailing_zeros() as usize;
                left &= left - 1;
                tell(from..pixel, sum);
                sum += std::mem::take(&mut self.steps[pixel]);
                from = pixel;
            }
        }
        tell(from..self.width, sum);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The coverage of each pixel.
    fn row(width: usize, edges: &[(f64, f64, f64)]) -> Vec<f32> {
        let mut row = CoverageRow::new(width);
        edges.iter().for_each(|&(top, bottom, height)| row.add_edge(top, bottom, height));
        let mut coverage = vec![0.0; width];
        row.flush(|columns, value| coverage[columns].fill(value));
        coverage
    }

    #[test]
    fn the_area_right_of_a_line() {
        for (top, bottom) in
            [(1.25, 1.5), (1.0, 2.0), (0.5, 4.75), (6.0, 2.5), (-3.0, 2.0), (5.0, 11.0), (-5.0, 13.0)]
        {
            let found = row(8, &[(top, bottom, 1.0)]);
            for (pixel, found) in found.into_iter().enumerate() {
                // By many lines.
                let lines = 10_000;
                let covered = |line: i32| {
                    let x = top + (bottom - top) * (f64::from(line) + 0.5) / f64::from(lines);
                    ((pixel + 1) as f64 - x).clamp(0.0, 1.0)
                };
                let expected = (0..lines).map(covered).sum::<f64>() / f64::from(lines);
                assert!(
                    (f64::from(found) - expected).abs() < 3e-4,
                    "{top} to {bottom}: {found}, not {expected}"
                );
            }
        }
    }

    #[test]
    fn between_two_lines_and_nowhere_else() {
        assert_eq!(row(200, &[(3.0, 3.0, 1.0), (180.0, 180.0, -1.0)])[2..4], [0.0, 1.0]);
        let found = row(200, &[(3.0, 3.0, 1.0), (180.0, 180.0, -1.0)]);
        assert_eq!(found.iter().sum::<f32>(), 177.0);
        assert_eq!(row(4, &[(9.0, 9.0, 1.0)]), [0.0; 4]);
        assert_eq!(row(4, &[(-9.0, -9.0, -1.0)]), [1.0; 4]);
    }
}
