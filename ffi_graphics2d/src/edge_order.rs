//! Edges that do not cross: at which of them what is filled begins and ends.

use crate::{edge::Edge, fill_rule::is_filled};
use ffi_core::memory;
use lyon::path::FillRule;

/// Edges may overlap by so much of a pixel: it cannot be seen.
const OVERLAP: f64 = 1e-5;
/// Levels nearer to each other than this, in pixels, are one.
const SAME_LEVEL: f64 = 1e-6;
/// The greatest height of an edge, in pixels, that nobody misses.
const UNSEEN: f64 = 1e-4;
/// Most edges at a level that are looked at: with more, looking takes as long as it saves.
const MOST_BESIDE: usize = 64;
/// Stands for the step of an edge that was not looked at yet.
const UNKNOWN: i8 = i8::MIN;

/// For each of the edges, which are in the order of their tops, 1 where what a rule fills begins at it from left to
/// right, -1 where that ends, and 0 where neither: what each of them covers by itself adds up to what is filled. None
/// where edges cross, or where finding out takes too long.
///
/// A sweep from top to bottom keeps the edges that meet a level in their order from left to right. Two of them that
/// become neighbours have to be in order where they do and where the first of them ends; lines that are in order at
/// both ends are so between them, and so all are at each level.
pub fn fill_steps(edges: &[Edge], rule: FillRule) -> Option<Vec<i8>> {
    let mut steps = memory::collect(std::iter::repeat_n(UNKNOWN, edges.len())).ok()?;
    let mut beside: Vec<usize> = Vec::with_capacity(MOST_BESIDE);
    let (mut next, mut y, mut is_new) = (0, edges.first()?.top.y, true);
    loop {
        // Those that end here are taken away, then those that begin here are put in.
        let mut at = 0;
        while at < beside.len() {
            let ended = beside[at];
            if edges[ended].bottom.y > y {
                at += 1;
                continue;
            }
            // Mostly, another goes on from where it ends.
            let further = edges.get(next).filter(|edge| edge.continues(&edges[ended]));
            if let Some(edge) = further {
                if !fits(edge, edges, (&beside[..at], &beside[at + 1..]), y) {
                    return None;
                }
                steps[next] = steps[ended];
                is_new |= steps[ended] == UNKNOWN;
                beside[at] = next;
                (at, next) = (at + 1, next + 1);
                continue;
            }
            is_new = true;
            beside.remove(at);
            if at > 0 && at < beside.len() && !are_in_order(&edges[beside[at - 1]], &edges[beside[at]], y) {
                return None;
            }
        }
        while let Some(edge) = edges.get(next).filter(|edge| edge.top.y <= y) {
            if beside.len() == MOST_BESIDE {
                return None;
            }
            let at = beside.iter().position(|&other| is_left(edge, &edges[other])).unwrap_or(beside.len());
            if !fits(edge, edges, beside.split_at(at), y) {
                return None;
            }
            is_new = true;
            beside.insert(at, next);
            next += 1;
        }
        let begins = edges.get(next).map_or(f64::INFINITY, |edge| edge.top.y);
        let level = beside.iter().map(|&edge| edges[edge].bottom.y).fold(begins, f64::min);
        if level == f64::INFINITY {
            break;
        }
        if is_new && level - y > SAME_LEVEL {
            is_new = false;
            let (mut winding, mut was_filled) = (0, false);
            for &edge in &beside {
                winding += edges[edge].winding;
                let is_filled = is_filled(rule, winding);
                let step = i8::from(is_filled) - i8::from(was_filled);
                // An edge's sides are the same all the way down, but where others begin or end on it.
                match steps[edge] {
                    UNKNOWN => steps[edge] = step,
                    known if known != step => return None,
                    _ => {}
                }
                was_filled = is_filled;
            }
        }
        y = level;
    }
    for (step, edge) in steps.iter_mut().zip(edges).filter(|(step, _)| **step == UNKNOWN) {
        if edge.bottom.y - edge.top.y > UNSEEN {
            return None;
        }
        *step = 0;
    }
    Some(steps)
}

/// Tells whether an edge that begins lies left of one that is there already.
fn is_left(edge: &Edge, other: &Edge) -> bool {
    let apart = other.x_at(edge.top.y) - edge.top.x;
    if apart.abs() > OVERLAP {
        return apart > 0.0;
    }
    let end = edge.bottom.y.min(other.bottom.y);
    edge.x_at(end) < other.x_at(end)
}

/// Tells whether an edge lies between those left and right of it from a level on.
fn fits(edge: &Edge, edges: &[Edge], (left, right): (&[usize], &[usize]), y: f64) -> bool {
    left.last().is_none_or(|&left| are_in_order(&edges[left], edge, y))
        && right.first().is_none_or(|&right| are_in_order(edge, &edges[right], y))
}

/// Tells whether one edge lies left of another from a level on.
fn are_in_order(left: &Edge, right: &Edge, y: f64) -> bool {
    let end = left.bottom.y.min(right.bottom.y);
    left.x_at(y) <= right.x_at(y) + OVERLAP && left.x_at(end) <= right.x_at(end) + OVERLAP
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::Size;
    use lyon::geom::Point;

    type Contour = Vec<(f64, f64)>;

    /// The steps at the edges of closed contours on 100 by 100 pixels, from the topmost edge on.
    fn steps(contours: &[Contour], rule: FillRule) -> Option<Vec<i8>> {
        let size = Size { width: 100, height: 100 };
        let point = |&(x, y): &(f64, f64)| Point::new(x, y);
        let ends = |points: &'_ Contour| -> Vec<Edge> {
            let ends = points.iter().zip(points.iter().cycle().skip(1));
            ends.filter_map(|(from, to)| Edge::new(point(from), point(to), size)).collect()
        };
        let mut edges: Vec<Edge> = contours.iter().flat_map(ends).collect();
        edges.sort_by(|a, b| a.top.y.total_cmp(&b.top.y).then(a.top.x.total_cmp(&b.top.x)));
        fill_steps(&edges, rule)
    }

    fn square(from: f64, to: f64) -> Contour {
        vec![(from, from), (to, from), (to, to), (from, to)]
    }

    fn reversed(mut points: Contour) -> Contour {
        points.reverse();
        points
    }

    #[test]
    fn what_does_not_cross() {
        let both = |contours: &[Contour], even_odd: &[i8], non_zero: &[i8]| {
            assert_eq!(steps(contours, FillRule::EvenOdd).as_deref(), Some(even_odd), "{contours:?}");
            assert_eq!(steps(contours, FillRule::NonZero).as_deref(), Some(non_zero), "{contours:?}");
        };
        both(&[square(10.0, 50.0)], &[1, -1], &[1, -1]);
        // Side by side, in one direction and in two.
        both(&[square(10.0, 50.0), square(55.0, 60.0)], &[1, -1, 1, -1], &[1, -1, 1, -1]);
        both(&[square(10.0, 50.0), reversed(square(55.0, 60.0))], &[1, -1, 1, -1], &[1, -1, 1, -1]);
        // One within the other.
        both(&[square(10.0, 50.0), reversed(square(20.0, 30.0))], &[1, -1, -1, 1], &[1, -1, -1, 1]);
        both(&[square(10.0, 50.0), square(20.0, 30.0)], &[1, -1, -1, 1], &[1, -1, 0, 0]);
        // A diamond, whose sides' corners lie on one level, and a comb, whose corners lie on others' levels.
        both(&[vec![(5.0, 0.0), (9.0, 5.0), (5.0, 9.0), (0.0, 5.0)]], &[-1, 1, 1, -1], &[-1, 1, 1, -1]);
        let comb =
            vec![(0.0, 0.0), (3.0, 9.0), (6.0, 0.0), (9.0, 9.0), (12.0, 0.0), (12.0, 20.0), (0.0, 20.0)];
        both(&[comb], &[-1, 1, 1, -1, 1, -1], &[-1, 1, 1, -1, 1, -1]);
    }

    #[test]
    fn what_crosses() {
        let bow_tie = vec![(0.0, 0.0), (9.0, 9.0), (9.0, 0.0), (0.0, 9.0)];
        let late = vec![(0.0, 0.0), (10.0, 20.0), (30.0, 20.0), (30.0, 0.0), (1.0, 21.0), (4.0, 5.0)];
        for contours in [vec![bow_tie], vec![square(10.0, 50.0), square(20.0, 60.0)], vec![late]] {
            for rule in [FillRule::EvenOdd, FillRule::NonZero] {
                assert_eq!(steps(&contours, rule), None, "{contours:?}");
            }
        }
    }
}
