//! An echo: out(t) = in(t) + decay · out(t − delay), a feedback comb filter.

/// The delay line of each channel, interleaved as the sound is.
pub struct Echo {
    line: Vec<f32>,
    at: usize,
    channels: usize,
    decay: f32,
}

impl Echo {
    /// An echo after `frames` frames, at least 1.
    pub fn new(frames: usize, channels: usize, decay: f32) -> Self {
        Self { line: vec![0.0; frames.max(1) * channels], at: 0, channels, decay }
    }

    /// The same delay with another decay keeps what is under way; false where the delay is another.
    pub fn adopt(&mut self, other: &Self) -> bool {
        let same = self.line.len() == other.line.len();
        if same {
            self.decay = other.decay;
        }
        same
    }

    /// In place.
    pub fn process(&mut self, samples: &mut [f32]) {
        for sample in samples {
            let out = *sample + self.decay * self.line[self.at];
            *sample = out;
            self.line[self.at] = if out.abs() < 1e-20 { 0.0 } else { out };
            self.at += 1;
            if self.at == self.line.len() {
                self.at = 0;
            }
        }
    }

    /// How long it can be silent and still sound again, in frames.
    pub fn memory(&self) -> usize {
        self.line.len() / self.channels
    }
}
