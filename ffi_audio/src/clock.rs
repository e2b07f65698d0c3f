//! The time that is heard. A device's callbacks say now and then where it is, each a little late: between them it goes
//! on by the system's clock.

use ffi_core::Locked;
use std::time::{Duration, Instant};

/// Number of the last callbacks that are looked at.
const KEPT: usize = 64;
/// Number of the last ones that are looked at alone for a gap that the device did not tell of.
const RECENT: usize = 8;
/// So many callbacks at the beginning come while the device is filled, and believe to be heard at once.
const SETTLING: usize = 8;
/// Most that the time goes faster or slower while it is put right.
const SLEW: f64 = 0.02;
/// Largest error in seconds that is not put right at once.
const JUMP: f64 = 0.03;

/// The clock's arithmetic: times in seconds, places in frames.
struct Line {
    rate: f64,
    /// Frames heard less the time in frames, for the last callbacks.
    offsets: [f64; KEPT],
    count: usize,
    /// The offset that is told, and when it was last put right.
    offset: f64,
    corrected: f64,
    /// The latest frame that was told of: the time does not go back.
    told: f64,
}

impl Line {
    fn new(rate: f64) -> Self {
        Self { rate, offsets: [0.0; KEPT], count: 0, offset: 0.0, corrected: 0.0, told: 0.0 }
    }

    /// At this time this frame was heard, or a later one: a callback that comes late, and a device that tells its place
    /// once in a while, see it too early.
    fn observe(&mut self, time: f64, frame: f64) {
        self.offsets[self.count % KEPT] = frame - self.rate * time;
        self.count += 1;
        let mut found = self.latest(KEPT);
        if self.count > SETTLING + RECENT && self.latest(RECENT) < found - JUMP * self.rate {
            found = self.latest(RECENT);
            self.offsets.fill(found);
        }
        let off = found - self.offset;
        self.offset = if self.count <= KEPT || off.abs() > JUMP * self.rate {
            found
        } else {
            let most = SLEW * self.rate * (time - self.corrected).max(0.0);
            self.offset + off.clamp(-most, most)
        };
        self.corrected = time;
    }

    /// The greatest of the last `most` offsets: the one whose callback came soonest.
    fn latest(&self, most: usize) -> f64 {
        let kept = most.min(self.count.saturating_sub(SETTLING)).max(1);
        (self.count - kept..self.count).map(|i| self.offsets[i % KEPT]).fold(f64::MIN, f64::max)
    }

    /// The frame that is heard at this time, of those up to `mixed`.
    fn heard(&mut self, time: f64, mixed: f64) -> f64 {
        if self.count > 0 {
            self.told = (self.offset + self.rate * time).min(mixed).max(self.told);
        }
        self.told
    }
}

/// A clock for a device that may be exchanged for another.
pub struct HeardClock {
    began: Instant,
    line: Locked<Line>,
}

impl HeardClock {
    /// A clock by which nothing was heard yet.
    pub fn new(rate: u32) -> Self {
        Self { began: Instant::now(), line: Locked::new(Line::new(f64::from(rate))) }
    }

    /// What is to come is another device's, or comes after a gap.
    pub fn restart(&self) {
        self.line.lock().count = 0;
    }

    /// This frame is the next that the device gets, and will be heard so much later. Waits for nobody.
    pub fn observe(&self, frame: f64, latency: Duration) {
        if let Some(mut line) = self.line.try_lock() {
            let heard = frame - latency.as_secs_f64() * line.rate;
            line.observe(self.began.elapsed().as_secs_f64(), heard);
        }
    }

    /// The frame that is heard now, of those up to `mixed`.
    pub fn heard(&self, mixed: u64) -> f64 {
        let mut line = self.line.lock();
        line.heard(self.began.elapsed().as_secs_f64(), mixed as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RATE: f64 = 48_000.0;

    /// Callbacks of a device whose crystal is 100 ppm off, which is asked for `block` frames at a time while so many lie in
    /// its buffer: it knows its place to `grain` frames, and is heard of `late` seconds too late at most.
    fn worst(block: f64, buffered: f64, grain: f64, late: f64) -> f64 {
        let truth = |time: f64| RATE * 1.0001 * time;
        let (mut line, mut random) = (Line::new(RATE), 1_u32);
        let (mut asked, mut worst, mut before) = (0.0, 0.0_f64, 0.0);
        for count in 1..2000 {
            // Asked as soon as there is room for a block again.
            let due = (f64::from(count) * block - buffered).max(0.0) / (RATE * 1.0001);
            random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            // Mostly in time.
            let time = due + late * (f64::from(random >> 8) / f64::from(1 << 24)).powi(3);
            let time = time.max(asked);
            for part in 1..20 {
                let now = asked + f64::from(part) / 20.0 * (time - asked);
                let heard = line.heard(now, f64::MAX);
                assert!(heard >= before, "{heard} after {before}");
                before = heard;
                if now > 1.0 {
                    worst = worst.max((heard - truth(now)).abs() / RATE);
                }
            }
            line.observe(time, (truth(due) / grain).floor() * grain);
            asked = time;
        }
        worst
    }

    #[test]
    fn the_time_is_less_than_2_ms_off() {
        for (block, buffered, grain, late) in [
            (480.0, 960.0, 1.0, 0.0),
            (1024.0, 2048.0, 1.0, 0.005),
            (1024.0, 2048.0, 48.0, 0.02),
            (256.0, 512.0, 16.0, 0.01),
            (2400.0, 4800.0, 48.0, 0.03),
        ] {
            let off = worst(block, buffered, grain, late);
            assert!(off < 0.002, "{off} s off in blocks of {block}, {late} s late");
        }
    }

    #[test]
    fn the_time_ends_with_what_was_mixed_and_never_goes_back() {
        let mut line = Line::new(RATE);
        assert_eq!(line.heard(1.0, 100.0), 0.0);
        line.observe(1.0, 0.0);
        assert!((line.heard(1.001, 100.0) - 48.0).abs() < 1e-6);
        assert_eq!(line.heard(5.0, 100.0), 100.0);
        // A device that stood still: what is heard waits until that is the place again.
        line.count = 0;
        line.observe(6.0, 52.0);
        assert_eq!(line.heard(6.0, 1000.0), 100.0);
        assert!((line.heard(6.002, 1000.0) - 148.0).abs() < 1e-6);
    }
}
