//! Position of sounds: attenuation by distance, panning by direction, and the pitch of what moves.

use crate::{constants::DistanceModel, distance::Distance};
use std::f64::consts::FRAC_PI_4;

/// Coordinates or a direction.
pub type Vector = [f64; 3];

/// The listener: who hears, and what the room does to sounds that say nothing of it themselves.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Listener {
    /// Position of the listener.
    pub position: Vector,
    /// Metres that it moves in a second.
    pub velocity: Vector,
    /// How sounds fall off that have no way of their own.
    pub distance: Distance,
    /// How strong the Doppler effect is: 0 is none, 1 as in nature.
    pub doppler: f64,
    /// Metres that sound takes in a second.
    pub speed_of_sound: f64,
    /// The direction to the right, of length 1.
    right: Vector,
}

impl Default for Listener {
    /// At the origin, looking along −z with y up.
    fn default() -> Self {
        Self {
            position: [0.0; 3],
            velocity: [0.0; 3],
            distance: Distance::default(),
            doppler: 1.0,
            speed_of_sound: 343.3,
            right: [1.0, 0.0, 0.0],
        }
    }
}

impl Listener {
    /// Looks along `forward` with its head towards `up`; false where they are zero or parallel.
    pub fn turn(&mut self, forward: Vector, up: Vector) -> bool {
        let right = cross(normalised(forward), normalised(up));
        if length(right) < 1e-9 {
            return false;
        }
        self.right = normalised(right);
        true
    }

    /// The gain of a sound at `position`, which falls off in a way of its own or in the listener's, and its share left and
    /// right (constant power: the squares' sum is 1).
    pub fn spatialize(&self, position: Vector, falloff: Option<Distance>) -> SpatialGains {
        let offset: Vector = std::array::from_fn(|i| position[i] - self.position[i]);
        let side = dot(normalised(offset), self.right).clamp(-1.0, 1.0);
        let angle = (side + 1.0) * FRAC_PI_4;
        let gain = falloff.unwrap_or(self.distance).gain(length(offset));
        SpatialGains { gain, left: angle.cos(), right: angle.sin() }
    }

    /// By how much higher a sound is heard that moves at `velocity`: section 3.5.2 of the OpenAL 1.1 specification.
    /// Infinite where the sound would arrive all at once.
    pub fn shift(&self, position: Vector, velocity: Vector) -> f64 {
        if self.doppler == 0.0 || velocity == self.velocity {
            return 1.0;
        }
        // From the source to the listener, of length 1; where they are one nothing comes nearer.
        let towards = normalised(std::array::from_fn(|i| self.position[i] - position[i]));
        let fastest = self.speed_of_sound / self.doppler;
        let [listener, source] =
            [self.velocity, velocity].map(|velocity| dot(towards, velocity).min(fastest) * self.doppler);
        let shift = (self.speed_of_sound - listener) / (self.speed_of_sound - source);
        if shift.is_nan() { 1.0 } else { shift }
    }
}

impl Distance {
    /// The gain of a sound that is so far away.
    pub fn gain(&self, distance: f64) -> f64 {
        let Self { model, reference, max, rolloff } = *self;
        let distance = distance.clamp(reference, max);
        match model {
            DistanceModel::Constant => 1.0,
            DistanceModel::Inverse => reference / (reference + rolloff * (distance - reference)),
            DistanceModel::Linear if max > reference => {
                (1.0 - rolloff * (distance - reference) / (max - reference)).max(0.0)
            }
            DistanceModel::Linear => 1.0,
            DistanceModel::Exponential => (distance / reference).powf(-rolloff),
        }
    }
}

/// Gains of a positioned sound.
#[derive(Clone, Copy, Debug)]
pub struct SpatialGains {
    /// Gain by distance.
    pub gain: f64,
    /// The left ear's share.
    pub left: f64,
    /// The right ear's share.
    pub right: f64,
}

fn dot(a: Vector, b: Vector) -> f64 {
    a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
}

fn cross(a: Vector, b: Vector) -> Vector {
    [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
}

/// Length of a vector, without overflow, whatever the coordinates.
fn length(v: Vector) -> f64 {
    v[0].hypot(v[1]).hypot(v[2])
}

/// The vector's direction, of length 1; zero where it has none.
fn normalised(v: Vector) -> Vector {
    let largest = v.iter().fold(0.0_f64, |largest, x| largest.max(x.abs()));
    if largest == 0.0 || !largest.is_finite() {
        return [0.0; 3];
    }
    let scaled = v.map(|x| x / largest);
    let length = length(scaled);
    scaled.map(|x| x / length)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assert_close(a: f64, b: f64) {
        assert!((a - b).abs() < 1e-12, "{a} is not {b}");
    }

    #[test]
    fn directions_in_the_listeners_frame() {
        let mut listener = Listener::default();
        let half = 0.5_f64.sqrt();
        for (position, left, right) in [
            ([1.0, 0.0, 0.0], 0.0, 1.0),
            ([-1.0, 0.0, 0.0], 1.0, 0.0),
            ([0.0, 0.0, -1.0], half, half),
            ([0.0, 0.0, 1.0], half, half),
            ([0.0, 1.0, 0.0], half, half),
            ([0.0, 0.0, 0.0], half, half),
        ] {
            let gains = listener.spatialize(position, None);
            assert_close(gains.left, left);
            assert_close(gains.right, right);
        }
        assert!(listener.turn([0.0, 0.0, 5.0], [0.0, 0.1, 0.0]));
        assert_close(listener.spatialize([3.0, 0.0, 0.0], None).left, 1.0);
        assert!(listener.turn([1.0, 0.0, 0.0], [0.0, 1.0, 0.0]));
        assert_close(listener.spatialize([0.0, 0.0, 2.0], None).right, 1.0);
        assert!(listener.turn([0.0, 0.0, -1.0], [0.0, -1.0, 0.0]));
        assert_close(listener.spatialize([2.0, 0.0, 0.0], None).left, 1.0);
    }

    #[test]
    fn inverse_distance_and_constant_power() {
        let listener = Listener { position: [10.0, 0.0, 0.0], ..Listener::default() };
        for (position, gain) in [
            ([10.0, 0.0, 0.0], 1.0),
            ([10.5, 0.0, 0.0], 1.0),
            ([12.0, 0.0, 0.0], 0.5),
            ([10.0, 3.0, -4.0], 0.2),
            ([10.0, 1e200, 0.0], 1e-200),
            ([-1.7e308, 1.7e308, 1.7e308], 0.0),
        ] {
            let gains = listener.spatialize(position, None);
            assert_close(gains.gain, gain);
            assert_close(gains.left.powi(2) + gains.right.powi(2), 1.0);
        }
    }

    #[test]
    fn gains_by_the_formulas_of_openal() {
        let of = |model, reference, max, rolloff| Distance { model, reference, max, rolloff };
        for (distance, at, gain) in [
            (of(DistanceModel::Constant, 1.0, 10.0, 1.0), 50.0, 1.0),
            (of(DistanceModel::Inverse, 2.0, 50.0, 0.5), 6.0, 2.0 / (2.0 + 0.5 * 4.0)),
            (of(DistanceModel::Inverse, 2.0, 50.0, 0.5), 1.0, 1.0),
            (of(DistanceModel::Inverse, 2.0, 50.0, 0.5), 1e9, 2.0 / (2.0 + 0.5 * 48.0)),
            (of(DistanceModel::Linear, 2.0, 10.0, 1.0), 4.0, 0.75),
            (of(DistanceModel::Linear, 2.0, 10.0, 0.5), 10.0, 0.5),
            (of(DistanceModel::Linear, 2.0, 10.0, 3.0), 9.0, 0.0),
            (of(DistanceModel::Linear, 2.0, 2.0, 1.0), 9.0, 1.0),
            (of(DistanceModel::Exponential, 2.0, 32.0, 2.0), 8.0, 1.0 / 16.0),
            (of(DistanceModel::Exponential, 2.0, 32.0, 2.0), 1e6, 1.0 / 256.0),
        ] {
            assert_close(distance.gain(at), gain);
        }
    }

    #[test]
    fn what_comes_nearer_is_higher() {
        let mut listener = Listener { speed_of_sound: 340.0, ..Listener::default() };
        for (position, velocity, shift) in [
            ([0.0, 0.0, -10.0], [0.0, 0.0, 34.0], 1.0 / 0.9),
            ([0.0, 0.0, -10.0], [0.0, 0.0, -34.0], 1.0 / 1.1),
            ([0.0, 0.0, -10.0], [34.0, 0.0, 0.0], 1.0),
            ([0.0, 0.0, 0.0], [34.0, 0.0, 0.0], 1.0),
            ([0.0, 0.0, -10.0], [0.0, 0.0, 400.0], f64::INFINITY),
        ] {
            let found = listener.shift(position, velocity);
            assert!((found - shift).abs() < 1e-12 || found == shift, "{found} is not {shift}");
        }
        listener.velocity = [0.0, 0.0, -34.0];
        assert_close(listener.shift([0.0, 0.0, -10.0], [0.0; 3]), 1.1);
        assert_close(listener.shift([0.0, 0.0, -10.0], [0.0, 0.0, 34.0]), 1.1 / 0.9);
        listener.doppler = 2.0;
        assert_close(listener.shift([0.0, 0.0, -10.0], [0.0; 3]), 1.2);
        listener.doppler = 0.0;
        assert_close(listener.shift([0.0, 0.0, -10.0], [0.0, 0.0, 34.0]), 1.0);
    }

    #[test]
    fn no_orientation() {
        let mut listener = Listener::default();
        for (forward, up) in [
            ([0.0; 3], [0.0, 1.0, 0.0]),
            ([0.0, 0.0, -1.0], [0.0; 3]),
            ([1.0, 2.0, 3.0], [2.0, 4.0, 6.0]),
            ([1.0, 0.0, 0.0], [-1.0, 0.0, 0.0]),
        ] {
            assert!(!listener.turn(forward, up));
        }
        assert_eq!(listener, Listener::default());
    }
}
