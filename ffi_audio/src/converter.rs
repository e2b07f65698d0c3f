//! Conversion of a sound that changes its rate or its channels on the way: it goes on in those that it began with.

use crate::{block_decoder::Result, error::DecodeError, layout::Layout, resample};

/// From one rate and number of channels to another, block after block.
pub struct Converter {
    from: (u32, usize),
    to: (u32, usize),
    layout: Layout,
    /// Input frames around the position, in the new channels.
    window: Vec<f32>,
    /// The number of the window's first frame.
    first: u64,
    /// Number of frames that came out. The next lies at that many times the one rate by the other, which no fraction
    /// that is added up would hit.
    made: u64,
    out: Vec<f32>,
}

impl Converter {
    /// A converter from `from` to `to`, each a rate and a number of channels.
    pub fn new(from: (u32, usize), to: (u32, usize)) -> Self {
        Self { from, to, layout: Layout::new(from.1, to.1), window: vec![], first: 0, made: 0, out: vec![] }
    }

    /// Rate and number of channels that it converts from.
    pub fn from(&self) -> (u32, usize) {
        self.from
    }

    /// The block converted, as far as what follows is not needed for it.
    pub fn convert(&mut self, block: &[f32]) -> Result<&[f32]> {
        let ((rate, channels), (to_rate, to_channels)) = (self.from, self.to);
        let before = self.window.len();
        let frames = block.len() / channels;
        self.window.try_reserve(frames * to_channels).map_err(|_| DecodeError::OutOfMemory)?;
        self.window.resize(before + frames * to_channels, 0.0);
        self.layout.add(block, channels, &mut self.window[before..], to_channels);
        self.out.clear();
        if rate == to_rate {
            std::mem::swap(&mut self.out, &mut self.window);
            self.window.clear();
            return Ok(&self.out);
        }
        let step = f64::from(rate) / f64::from(to_rate);
        let limit = (self.window.len() / to_channels).saturating_sub(resample::reach(step) + 1);
        self.interpolate(limit, step);
        Ok(&self.out)
    }

    /// Returns what is left, once nothing follows.
    pub fn finish(&mut self) -> Result<&[f32]> {
        self.out.clear();
        let step = f64::from(self.from.0) / f64::from(self.to.0);
        self.interpolate(self.window.len() / self.to.1, step);
        self.window.clear();
        (self.first, self.made) = (0, 0);
        Ok(&self.out)
    }

    fn interpolate(&mut self, limit: usize, step: f64) {
        let channels = self.to.1;
        let (from, to) = (u64::from(self.from.0), u64::from(self.to.0));
        let mut frame = vec![0.0; channels];
        let at = loop {
            let at = (self.made * from / to - self.first) as usize;
            if at >= limit {
                break at;
            }
            let fraction = (self.made * from % to) as f64 / to as f64;
            resample::interpolate(&self.window, channels, at, fraction, step, &mut frame);
            self.out.extend_from_slice(&frame);
            self.made += 1;
        };
        let gone = at.saturating_sub(resample::reach(step)).min(self.window.len() / channels);
        self.window.drain(..gone * channels);
        self.first += gone as u64;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_many_frames_come_out_as_the_rates_say() {
        for (from, to, frames) in [
            (22_050, 44_100, 5760_u64),
            (48_000, 44_100, 57_600),
            (44_100, 48_000, 5760),
            (32_000, 44_100, 7),
        ] {
            let mut converter = Converter::new((from, 1), (to, 1));
            let block = vec![0.5; 576];
            let (mut left, mut found) = (frames as usize, 0);
            while left > 0 {
                let count = left.min(576);
                found += converter.convert(&block[..count]).unwrap().len();
                left -= count;
            }
            found += converter.finish().unwrap().len();
            let expected = (frames * u64::from(to)).div_ceil(u64::from(from));
            assert_eq!(found as u64, expected, "{frames} from {from} to {to}");
        }
    }
}
