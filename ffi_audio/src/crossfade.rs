//! Jumps without a click: for some milliseconds what was heard before gives way to what is heard now.

/// Jumps take so long, in parts of a second: 5 ms.
const PER_SECOND: u32 = 200;

/// Frames of a jump at most, for who has to have so many ready.
pub fn frames_of(rate: u32) -> usize {
    (rate / PER_SECOND).max(1) as usize
}

/// A straight line from one sound to another, which leaves sounds alone that are the same.
#[derive(Default)]
pub struct Crossfade {
    /// The sound before the jump, as it would have gone on.
    before: Vec<f32>,
    /// Room for what is heard now.
    now: Vec<f32>,
    channels: usize,
    /// Number of its frames that are over; all of them at rest.
    done: usize,
    length: usize,
}

impl Crossfade {
    /// A crossfade at rest.
    pub fn new(rate: u32, channels: usize) -> Self {
        let length = frames_of(rate);
        let room = || vec![0.0; length * channels];
        Self { before: room(), now: room(), channels, done: length, length }
    }

    /// True where nothing gives way to anything.
    pub fn is_over(&self) -> bool {
        self.done == self.length
    }

    /// Ends it: what is heard now is heard from its first sample on.
    pub fn end(&mut self) {
        self.done = self.length;
    }

    /// Begins. `go_on` adds to a silent buffer what would have been heard without the jump.
    pub fn begin(&mut self, go_on: impl FnOnce(&mut [f32])) {
        self.now.fill(0.0);
        go_on(&mut self.now);
        let under_way = (self.length - self.done) * self.channels;
        for i in 0..self.now.len() {
            // A jump during a jump: the sample before is one of further on.
            let before = if i < under_way { self.before[self.done * self.channels + i] } else { 0.0 };
            let part = self.part(self.done + i / self.channels);
            self.before[i] = before + part * (self.now[i] - before);
        }
        self.done = 0;
    }

    /// Adds the next frames to `out`, as far as the jump goes; says how many. `render` adds to a silent buffer what is
    /// heard now.
    pub fn add(&mut self, out: &mut [f32], render: impl FnOnce(&mut [f32])) -> usize {
        let frames = (self.length - self.done).min(out.len() / self.channels);
        let now = &mut self.now[..frames * self.channels];
        now.fill(0.0);
        render(now);
        for (i, out) in out[..frames * self.channels].iter_mut().enumerate() {
            let before = self.before[self.done * self.channels + i];
            *out += before + self.part(self.done + i / self.channels) * (self.now[i] - before);
        }
        self.done += frames;
        frames
    }

    /// The part of the way that it has come at this frame.
    fn part(&self, frame: usize) -> f32 {
        frame.min(self.length) as f32 / self.length as f32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_jump_is_a_straight_line_and_one_during_it_goes_on_from_there() {
        let mut jump = Crossfade::new(2000, 1);
        jump.begin(|out| out.fill(1.0));
        let mut out = [0.0; 4];
        assert_eq!(jump.add(&mut out, |out| out.fill(0.0)), 4);
        assert_eq!(out, [1.0, 0.9, 0.8, 0.7]);
        jump.begin(|out| out.fill(0.0));
        let mut out = [0.0; 20];
        assert_eq!(jump.add(&mut out, |out| out.fill(0.6)), 10);
        assert!(jump.is_over());
        assert!((out[0] - 0.6).abs() < 1e-6 && (out[9] - 0.54).abs() < 1e-6, "{out:?}");
        assert!(out[..10].windows(2).all(|pair| (pair[1] - pair[0]).abs() <= 0.1), "{out:?}");
    }
}
