//! How loud the mix is.

/// Of each channel the greatest sample and the sum of squares, since somebody asked.
pub struct Levels {
    peaks: Vec<f32>,
    squares: Vec<f64>,
    frames: u64,
}

impl Levels {
    /// Nothing heard yet.
    pub fn new(channels: usize) -> Self {
        Self { peaks: vec![0.0; channels], squares: vec![0.0; channels], frames: 0 }
    }

    /// Takes in what is heard.
    pub fn take(&mut self, samples: &[f32]) {
        let channels = self.peaks.len();
        for frame in samples.chunks_exact(channels) {
            for ((sample, peak), squares) in frame.iter().zip(&mut self.peaks).zip(&mut self.squares) {
                *peak = peak.max(sample.abs());
                *squares += f64::from(*sample) * f64::from(*sample);
            }
        }
        self.frames += (samples.len() / channels) as u64;
    }

    /// So many frames of silence.
    pub fn pass(&mut self, frames: usize) {
        self.frames += frames as u64;
    }

    /// The peaks, then the root mean squares; from now on anew.
    pub fn reset(&mut self) -> Vec<f64> {
        let frames = self.frames.max(1) as f64;
        let peaks = self.peaks.iter().map(|&peak| f64::from(peak));
        let levels = peaks.chain(self.squares.iter().map(|squares| (squares / frames).sqrt())).collect();
        self.peaks.fill(0.0);
        self.squares.fill(0.0);
        self.frames = 0;
        levels
    }
}
