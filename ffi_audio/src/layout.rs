//! From a sound's channels to the engine's.

/// Mapping of the frames of a sound to frames of the engine.
pub enum Layout {
    /// The channels are the same.
    Same,
    /// One channel, heard left and right.
    Mono,
    /// The first two of many.
    Front,
    /// Everything folded to left and right, with these gains; to their mean where the engine has one channel.
    Fold(Vec<[f32; 2]>),
}

impl Layout {
    /// The mapping from `from` channels to `to`.
    pub fn new(from: usize, to: usize) -> Self {
        match (from, to) {
            _ if from == to => Self::Same,
            (1, _) => Self::Mono,
            (2, 3..) => Self::Front,
            _ => Self::Fold(fold(from)),
        }
    }

    /// Over how many of the engine's channels a sound of this layout is heard.
    pub fn output_channels(&self, to: usize) -> usize {
        match self {
            Self::Same => to,
            _ => to.min(2),
        }
    }

    /// Adds frames of `from` channels to frames of `to`.
    pub fn add(&self, input: &[f32], from: usize, out: &mut [f32], to: usize) {
        match self {
            Self::Same => out.iter_mut().zip(input).for_each(|(out, sample)| *out += sample),
            Self::Mono if to == 2 => add_twice(input, out),
            Self::Mono => pairs(input, 1, out, to, |frame| [frame[0]; 2]),
            Self::Front => pairs(input, 2, out, to, |frame| [frame[0], frame[1]]),
            Self::Fold(gains) if to == 1 => {
                for (frame, out) in input.chunks_exact(from).zip(out) {
                    let [left, right] = folded(frame, gains);
                    *out += 0.5 * (left + right);
                }
            }
            Self::Fold(gains) => pairs(input, from, out, to, |frame| folded(frame, gains)),
        }
    }
}

fn add_twice(input: &[f32], out: &mut [f32]) {
    for (sample, out) in input.iter().zip(out.chunks_exact_mut(2)) {
        out[0] += sample;
        out[1] += sample;
    }
}

fn pairs(input: &[f32], from: usize, out: &mut [f32], to: usize, pair: impl Fn(&[f32]) -> [f32; 2]) {
    for (frame, out) in input.chunks_exact(from).zip(out.chunks_exact_mut(to)) {
        let [left, right] = pair(frame);
        out[0] += left;
        out[1] += right;
    }
}

fn folded(frame: &[f32], gains: &[[f32; 2]]) -> [f32; 2] {
    frame
        .iter()
        .zip(gains)
        .fold([0.0; 2], |[left, right], (sample, gain)| [left + sample * gain[0], right + sample * gain[1]])
}

/// The stereo downmix of ITU-R BS.775 for the usual speaker layouts in WAVE order: centre and surrounds at
/// −3 dB, no low-frequency channel; scaled so that it cannot be louder than full scale.
fn fold(channels: usize) -> Vec<[f32; 2]> {
    const S: f32 = std::f32::consts::FRAC_1_SQRT_2;
    let (l, r, c, lfe, ls, rs) = ([1.0, 0.0], [0.0, 1.0], [S, S], [0.0, 0.0], [S, 0.0], [0.0, S]);
    let back = [0.5, 0.5];
    let mut gains = match channels {
        2 => vec![l, r],
        3 => vec![l, r, c],
        4 => vec![l, r, ls, rs],
        5 => vec![l, r, c, ls, rs],
        6 => vec![l, r, c, lfe, ls, rs],
        7 => vec![l, r, c, lfe, back, ls, rs],
        8 => vec![l, r, c, lfe, ls, rs, ls, rs],
        _ => (0..channels).map(|channel| if channel % 2 == 0 { l } else { r }).collect(),
    };
    for side in 0..2 {
        let sum: f32 = gains.iter().map(|gain| gain[side]).sum();
        gains.iter_mut().for_each(|gain| gain[side] /= sum);
    }
    gains
}

#[cfg(test)]
mod tests {
    use super::*;

    fn through(from: usize, to: usize, input: &[f32]) -> Vec<f32> {
        let mut out = vec![0.0; input.len() / from * to];
        Layout::new(from, to).add(input, from, &mut out, to);
        out
    }

    #[test]
    fn every_pair_of_layouts() {
        assert_eq!(through(1, 1, &[0.5, 0.25]), [0.5, 0.25]);
        assert_eq!(through(1, 2, &[0.5, 0.25]), [0.5, 0.5, 0.25, 0.25]);
        assert_eq!(through(1, 4, &[0.5]), [0.5, 0.5, 0.0, 0.0]);
        assert_eq!(through(2, 1, &[0.5, 0.25]), [0.375]);
        assert_eq!(through(2, 4, &[0.5, 0.25]), [0.5, 0.25, 0.0, 0.0]);
        assert_eq!(through(6, 6, &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]), [1.0, 2.0, 3.0, 4.0, 5.0, 6.0]);
    }

    #[test]
    fn surround_folds_by_the_recommendation() {
        let sum = 1.0 + 2.0 * 0.5f32.sqrt();
        let left = through(6, 2, &[1.0, 0.0, 0.0, 0.0, 0.0, 0.0]);
        assert!((left[0] - 1.0 / sum).abs() < 1e-6 && left[1] == 0.0);
        let centre = through(6, 2, &[0.0, 0.0, 1.0, 0.0, 0.0, 0.0]);
        assert!((centre[0] - 0.5f32.sqrt() / sum).abs() < 1e-6 && centre[0] == centre[1]);
        assert_eq!(through(6, 2, &[0.0, 0.0, 0.0, 1.0, 0.0, 0.0]), [0.0, 0.0]);
        for channels in 2..=32 {
            let full = through(channels, 2, &vec![1.0; channels]);
            assert!(full.iter().all(|sample| (sample - 1.0).abs() < 1e-5), "{channels} channels: {full:?}");
        }
    }
}
