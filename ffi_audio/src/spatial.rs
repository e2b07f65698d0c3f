//! Position of sounds: attenuation by distance and panning by direction.

use std::f64::consts::FRAC_PI_4;

/// Coordinates or a direction.
pub type Vector = [f64; 3];

/// The listener: who hears.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Listener {
    /// Position of the listener.
    pub position: Vector,
    /// The direction to the right, of length 1.
    right: Vector,
}

impl Default for Listener {
    /// At the origin, looking along −z with y up.
    fn default() -> Self {
        Self { position: [0.0; 3], right: [1.0, 0.0, 0.0] }
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

    /// The gain of a sound at `position` (inverse distance, 1 up to 1 m), and its share left and right
    /// (constant power: the squares' sum is 1).
    pub fn spatialize(&self, position: Vector) -> SpatialGains {
        let offset: Vector = std::array::from_fn(|i| position[i] - self.position[i]);
        let distance = length(offset);
        let side = dot(normalised(offset), self.right).clamp(-1.0, 1.0);
        let angle = (side + 1.0) * FRAC_PI_4;
        SpatialGains { gain: 1.0 / distance.max(1.0), left: angle.cos(), right: angle.sin() }
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
            let gains = listener.spatialize(position);
            assert_close(gains.left, left);
            assert_close(gains.right, right);
        }
        assert!(listener.turn([0.0, 0.0, 5.0], [0.0, 0.1, 0.0]));
        assert_close(listener.spatialize([3.0, 0.0, 0.0]).left, 1.0);
        assert!(listener.turn([1.0, 0.0, 0.0], [0.0, 1.0, 0.0]));
        assert_close(listener.spatialize([0.0, 0.0, 2.0]).right, 1.0);
        assert!(listener.turn([0.0, 0.0, -1.0], [0.0, -1.0, 0.0]));
        assert_close(listener.spatialize([2.0, 0.0, 0.0]).left, 1.0);
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
            let gains = listener.spatialize(position);
            assert_close(gains.gain, gain);
            assert_close(gains.left.powi(2) + gains.right.powi(2), 1.0);
        }
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
