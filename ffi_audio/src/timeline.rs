//! Place of a playback at each frame that a device plays: mixed some time before it is heard.

use std::collections::VecDeque;

/// So many changes are remembered, the last ones.
const KEPT: usize = 64;
/// Largest distance of two places, in seconds, that are the same.
const SAME: f64 = 5e-5;

/// From this frame on the sound goes on in a straight line.
#[derive(Clone, Copy)]
struct Mark {
    frame: f64,
    seconds: f64,
    /// Seconds of the sound in a frame.
    slope: f64,
    /// From where to where it is repeated, if it is.
    span: Option<(f64, f64)>,
}

impl Mark {
    fn at(&self, frame: f64) -> f64 {
        let seconds = self.seconds + self.slope * (frame - self.frame).max(0.0);
        match self.span {
            Some((from, to)) if seconds >= to => from + (seconds - from).rem_euclid(to - from),
            _ => seconds,
        }
    }

    fn goes_on_as(&self, other: &Self) -> bool {
        let off = (self.at(other.frame) - other.at(other.frame)).abs();
        let is_same = off < SAME || self.span.is_some_and(|(from, to)| to - from - off < SAME);
        is_same && self.slope == other.slope && self.span == other.span
    }
}

/// A playback's last changes.
pub struct Timeline(VecDeque<Mark>);

impl Default for Timeline {
    fn default() -> Self {
        Self(VecDeque::with_capacity(KEPT))
    }
}

impl Timeline {
    /// From `frame` on it is at `seconds` and goes on by `slope` seconds a frame; a loop within `span`. Gets no memory.
    pub fn set(&mut self, frame: f64, seconds: f64, slope: f64, span: Option<(f64, f64)>) {
        let mark = Mark { frame, seconds, slope, span };
        if self.0.back().is_some_and(|last| last.goes_on_as(&mark)) {
            return;
        }
        if self.0.len() == KEPT {
            self.0.pop_front();
        }
        self.0.push_back(mark);
    }

    /// Place at this frame; before its first one, the place where it begins.
    pub fn at(&self, frame: f64) -> Option<f64> {
        let mark = self.0.iter().rev().find(|mark| mark.frame <= frame).or(self.0.front());
        mark.map(|mark| mark.at(frame))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_that_of_its_frame() {
        let mut line = Timeline::default();
        assert_eq!(line.at(5.0), None);
        line.set(100.0, 2.0, 0.001, None);
        // The same line, seen again.
        line.set(200.0, 2.1, 0.001, None);
        assert_eq!(line.0.len(), 1);
        assert_eq!(line.at(0.0), Some(2.0));
        assert!((line.at(250.0).unwrap() - 2.15).abs() < 1e-9);
        // A jump, then a halt.
        line.set(300.0, 9.0, 0.002, None);
        line.set(400.0, 9.2, 0.0, None);
        assert!((line.at(299.0).unwrap() - 2.199).abs() < 1e-9);
        assert!((line.at(350.0).unwrap() - 9.1).abs() < 1e-9);
        assert_eq!(line.at(1e6), Some(9.2));
        // A short loop is one line, too.
        line.set(500.0, 0.0, 0.001, Some((0.0, 0.03)));
        (1..50).for_each(|i| {
            line.set(500.0 + 7.0 * f64::from(i), 0.007 * f64::from(i) % 0.03, 0.001, Some((0.0, 0.03)))
        });
        assert_eq!(line.0.len(), 4);
        assert!((line.at(565.0).unwrap() - 0.005).abs() < 1e-9);
        for i in 0..1000 {
            line.set(1000.0 + f64::from(i), f64::from(i), 0.0, None);
        }
        assert_eq!((line.0.len(), line.0.capacity()), (KEPT, KEPT));
        assert_eq!(line.at(1990.5), Some(990.0));
    }
}
