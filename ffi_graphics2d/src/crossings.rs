//! How often lines cross each other.

use lyon::geom::Point;

/// Number of pairs of lines by which the crossings of all of them are estimated.
const SAMPLED_PAIRS: u32 = 1 << 16;

/// The two ends of a line.
pub type Side = [Point<f64>; 2];

/// About how often lines cross, by a sample of their pairs. Neighbours, which share an end, do not.
pub fn estimate(sides: &[Side]) -> f64 {
    let count = sides.len() as u64;
    let mut state = 1u64;
    let mut next = || {
        // Knuth's linear congruential generator ("The Art of Computer Programming", volume 2).
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        sides.get(((state >> 33) % count.max(1)) as usize)
    };
    let crosses = |(one, other): (Option<&Side>, Option<&Side>)| one.zip(other).is_some_and(cross);
    let crossing = (0..SAMPLED_PAIRS).filter(|_| crosses((next(), next()))).count();
    crossing as f64 / f64::from(SAMPLED_PAIRS) * 0.5 * (count as f64).powi(2)
}

fn cross((one, other): (&Side, &Side)) -> bool {
    let side = |line: &Side, at: Point<f64>| (line[1] - line[0]).cross(at - line[0]);
    side(one, other[0]) * side(one, other[1]) < 0.0 && side(other, one[0]) * side(other, one[1]) < 0.0
}
