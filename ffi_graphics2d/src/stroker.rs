//! Lines widened into a stroke: the union of a bar along each line, of the joins and of the caps, which is what SVG
//! 2 calls the stroke's shape ("Computing the shape of the stroke").
//!
//! Where two lines meet at a turn that both are long enough for, their bars end on the bisector and nothing overlaps.
//! Elsewhere each bar ends square and the join is laid over them. Joins that the stroke's style decides are where
//! pieces of the path meet, by the directions of the pieces; between the lines of one curve the outer side is round.

use crate::{Result, geometry::StrokeMesh, options::StrokeStyle, polyline::Line};
use lyon::{
    geom::{Point, Vector},
    lyon_tessellation::{LineCap, LineJoin},
};
use std::f64::consts::FRAC_PI_3;

/// Bars of a sharper turn than this (its cosine) always end square.
const SHARPEST_SHARED: f64 = -0.9;
/// The least error of a round join beside the half width that 32-bit vertices show.
const FINEST_ROUND: f64 = 6e-8;
/// The largest error beside the half width with which an edge still counts as smooth.
const COARSEST_SMOOTH: f64 = 0.02;

/// The ends of a bar: the vertices left and right of the line.
#[derive(Clone, Copy)]
struct Ends {
    left: u32,
    right: u32,
}

/// A change of direction.
#[derive(Clone, Copy)]
struct Turn {
    from: Vector<f64>,
    to: Vector<f64>,
    cos: f64,
    sin: f64,
}

impl Turn {
    fn new(from: Vector<f64>, to: Vector<f64>) -> Self {
        Self { from, to, cos: from.dot(to), sin: from.cross(to) }
    }

    fn is_straight(&self) -> bool {
        self.sin == 0.0 && self.cos > 0.0
    }

    /// 1 where the outer side is on the right: the path turns left. −1 where it is on the left.
    fn side(&self) -> f64 {
        if self.sin < 0.0 { -1.0 } else { 1.0 }
    }

    /// The normals of the outer side before and after.
    fn outer(&self) -> (Vector<f64>, Vector<f64>) {
        (left_of(self.from) * -self.side(), left_of(self.to) * -self.side())
    }

    /// From the turning point to where the outer edges meet, in half widths. Long where the turn is sharp.
    fn tip(&self) -> Vector<f64> {
        let (before, after) = self.outer();
        (before + after) / (1.0 + self.cos)
    }

    /// The square of the length of `tip`.
    fn tip_square(&self) -> f64 {
        2.0 / (1.0 + self.cos)
    }

    fn half_tangent(&self) -> f64 {
        self.sin.abs() / (1.0 + self.cos)
    }
}

fn left_of(direction: Vector<f64>) -> Vector<f64> {
    Vector::new(-direction.y, direction.x)
}

/// The length of the bars before and after it that a joint takes for itself; infinite where both end square.
type Reach = f64;

/// Widens lines, all with one width and style.
pub struct Stroker<'a> {
    mesh: &'a mut StrokeMesh,
    style: StrokeStyle,
    half_width: f64,
    /// The angle between neighbours on an arc.
    arc_step: f64,
    /// Turns with this cosine or more bend the stroke's edge by less than the tolerance.
    smooth_cos: f64,
}

impl<'a> Stroker<'a> {
    pub fn new(mesh: &'a mut StrokeMesh, style: StrokeStyle, half_width: f64, tolerance: f64) -> Self {
        let error = (tolerance / half_width).max(FINEST_ROUND);
        let arc_step = (2.0 * (1.0 - error.min(1.0)).acos()).min(FRAC_PI_3);
        // Half the angle has a cosine of 1 / (1 + error).
        let half = 1.0 / (1.0 + error.min(COARSEST_SMOOTH));
        Self { mesh, style, half_width, arc_step, smooth_cos: 2.0 * half * half - 1.0 }
    }

    /// The stroke of one subpath. `reaches` is room that is used again.
    pub fn stroke(&mut self, lines: &[Line], closed: bool, reaches: &mut Vec<Reach>) -> Result<()> {
        let [first, .., last] = lines else {
            return match lines {
                [only] if !closed => {
                    let (start, end) = (self.start_cap(only)?, self.end_cap(only)?);
                    self.bar(start, end);
                    Ok(())
                }
                _ => Ok(()),
            };
        };
        self.plan(lines, closed, reaches);
        let (mut start, seam) = if closed {
            let (end, start) = self.joint(last, first, reaches[lines.len() - 1])?;
            (start, Some(end))
        } else {
            (self.start_cap(first)?, None)
        };
        for (pair, &reach) in lines.windows(2).zip(&*reaches) {
            let (end, next) = self.joint(&pair[0], &pair[1], reach)?;
            self.bar(start, end);
            start = next;
        }
        let end = match seam {
            Some(end) => end,
            None => self.end_cap(last)?,
        };
        self.bar(start, end);
        Ok(())
    }

    /// The caps of a subpath without length: SVG has them look along x.
    pub fn dot(&mut self, at: Point<f64>) -> Result<()> {
        if self.style.cap == LineCap::Butt {
            return Ok(());
        }
        let along = Vector::new(1.0, 0.0);
        let ends = self.square_ends(at, along)?;
        self.cap(at, along, ends)?;
        self.cap(at, -along, Ends { left: ends.right, right: ends.left })
    }

    /// Which joints the lines on both sides are long enough for.
    fn plan(&self, lines: &[Line], closed: bool, reaches: &mut Vec<Reach>) {
        reaches.clear();
        let ends = lines.iter().zip(lines[1..].iter().chain(closed.then_some(&lines[0])));
        reaches.extend(ends.map(|(line, next)| {
            let reach = self.reach(line, next);
            if reach <= line.length && reach <= next.length { reach } else { Reach::INFINITY }
        }));
        let taken = |reach: Option<&Reach>| reach.copied().filter(|reach| reach.is_finite()).unwrap_or(0.0);
        let mut before = if closed { taken(reaches.last()) } else { 0.0 };
        for at in 0..reaches.len() {
            let after = match reaches.get(at + 1) {
                None if closed => taken(reaches.first()),
                next => taken(next),
            };
            let (line, next) = (&lines[at], &lines[(at + 1) % lines.len()]);
            if before + reaches[at] > line.length || reaches[at] + after > next.length {
                reaches[at] = Reach::INFINITY;
            }
            before = taken(Some(&reaches[at]));
        }
    }

    fn reach(&self, line: &Line, next: &Line) -> Reach {
        let turn = Turn::new(line.arrive, next.leave);
        let as_drawn = line.direction.dot(line.arrive).min(next.direction.dot(next.leave)) >= self.smooth_cos;
        if turn.cos < SHARPEST_SHARED || !as_drawn {
            return Reach::INFINITY;
        }
        let half_tangent = turn.half_tangent();
        // At a corner, the bars' square ends have to lie in each other too.
        self.half_width * if next.begins_piece { half_tangent.max(turn.sin.abs()) } else { half_tangent }
    }

    /// The joint between two lines: where the bar of the one ends, and where that of the other begins.
    fn joint(&mut self, line: &Line, next: &Line, reach: Reach) -> Result<(Ends, Ends)> {
        let turn = Turn::new(line.arrive, next.leave);
        let join = if next.begins_piece { self.style.join } else { LineJoin::Round };
        if reach.is_finite() {
            return self.shared_joint(line.to, &turn, join);
        }
        let (end, start) =
            (self.square_ends(line.to, line.direction)?, self.square_ends(line.to, next.direction)?);
        if !next.begins_piece {
            self.wedge(line.to, &turn, LineJoin::Round)?;
            return Ok((end, start));
        }
        // A curve whose end is drawn by a line turns on to its tangent there.
        self.wedge(line.to, &Turn::new(line.direction, line.arrive), LineJoin::Round)?;
        self.wedge(line.to, &turn, join)?;
        self.wedge(line.to, &Turn::new(next.leave, next.direction), LineJoin::Round)?;
        Ok((end, start))
    }

    /// Both bars end on the bisector on the inner side.
    fn shared_joint(&mut self, at: Point<f64>, turn: &Turn, join: LineJoin) -> Result<(Ends, Ends)> {
        let (side, tip) = (turn.side(), turn.tip());
        let ends = |outer: u32, inner: u32| {
            if side > 0.0 { Ends { left: inner, right: outer } } else { Ends { left: outer, right: inner } }
        };
        let inner = self.vertex(at, -tip)?;
        if self.is_pointed(turn, join) {
            let both = ends(self.vertex(at, tip)?, inner);
            return Ok((both, both));
        }
        let (before, after) = turn.outer();
        let (first, last) = (self.vertex(at, before)?, self.vertex(at, after)?);
        self.fan(at, turn, join, [inner, first, last])?;
        Ok((ends(first, inner), ends(last, inner)))
    }

    /// Tells whether the outer edges run on until they meet.
    fn is_pointed(&self, turn: &Turn, join: LineJoin) -> bool {
        match join {
            LineJoin::Miter | LineJoin::MiterClip => self.is_mitered(turn),
            LineJoin::Bevel => turn.sin == 0.0,
            LineJoin::Round => turn.cos >= self.smooth_cos,
        }
    }

    fn is_mitered(&self, turn: &Turn) -> bool {
        turn.tip_square() <= self.style.miter_limit * self.style.miter_limit
    }

    /// Adds the join on the outer side of bars that end square.
    fn wedge(&mut self, at: Point<f64>, turn: &Turn, join: LineJoin) -> Result<()> {
        if turn.is_straight() {
            return Ok(());
        }
        let (before, after) = turn.outer();
        let middle = self.vertex(at, Vector::zero())?;
        let (first, last) = (self.vertex(at, before)?, self.vertex(at, after)?);
        if matches!(join, LineJoin::Miter | LineJoin::MiterClip) && self.is_mitered(turn) {
            let tip = self.vertex(at, turn.tip())?;
            self.triangle(turn, [middle, first, tip]);
            self.triangle(turn, [middle, tip, last]);
            return Ok(());
        }
        self.fan(at, turn, join, [middle, first, last])
    }

    /// Triangles from an apex to the outer edge: an arc for a round join, else a line.
    fn fan(&mut self, at: Point<f64>, turn: &Turn, join: LineJoin, corners: [u32; 3]) -> Result<()> {
        let [apex, mut first, last] = corners;
        if join == LineJoin::Round {
            let angle = turn.sin.abs().atan2(turn.cos);
            let count = (angle / self.arc_step).ceil();
            let (sin, cos) = (turn.side() * angle / count).sin_cos();
            let mut normal = turn.outer().0;
            for _ in 1..count as usize {
                normal = Vector::new(normal.x * cos - normal.y * sin, normal.x * sin + normal.y * cos);
                let next = self.vertex(at, normal)?;
                self.triangle(turn, [apex, first, next]);
                first = next;
            }
        }
        self.triangle(turn, [apex, first, last]);
        Ok(())
    }

    fn start_cap(&mut self, line: &Line) -> Result<Ends> {
        let ends = self.capped_ends(line.from, -line.leave, -line.direction)?;
        Ok(Ends { left: ends.right, right: ends.left })
    }

    fn end_cap(&mut self, line: &Line) -> Result<Ends> {
        self.capped_ends(line.to, line.arrive, line.direction)
    }

    /// The end of a bar that has a direction of its own, and a cap that looks `outwards`.
    fn capped_ends(&mut self, at: Point<f64>, outwards: Vector<f64>, bar: Vector<f64>) -> Result<Ends> {
        let ends = self.square_ends(at, outwards)?;
        self.cap(at, outwards, ends)?;
        if bar.dot(outwards) >= self.smooth_cos {
            return Ok(ends);
        }
        self.wedge(at, &Turn::new(bar, outwards), LineJoin::Round)?;
        self.square_ends(at, bar)
    }

    /// A cap beyond an end, `ends` being left and right as seen along `outwards`.
    fn cap(&mut self, at: Point<f64>, outwards: Vector<f64>, ends: Ends) -> Result<()> {
        match self.style.cap {
            LineCap::Butt => Ok(()),
            LineCap::Square => {
                let left = left_of(outwards);
                let far = Ends {
                    left: self.vertex(at, outwards + left)?,
                    right: self.vertex(at, outwards - left)?,
                };
                self.bar(ends, far);
                Ok(())
            }
            LineCap::Round => {
                let middle = self.vertex(at, Vector::zero())?;
                let half_turn = Turn { from: outwards, to: -outwards, cos: -1.0, sin: 0.0 };
                self.fan(at, &half_turn, LineJoin::Round, [middle, ends.right, ends.left])
            }
        }
    }

    /// Vertices left and right of a point.
    fn square_ends(&mut self, at: Point<f64>, direction: Vector<f64>) -> Result<Ends> {
        let normal = left_of(direction);
        Ok(Ends { left: self.vertex(at, normal)?, right: self.vertex(at, -normal)? })
    }

    /// A vertex so many half widths from a point.
    fn vertex(&mut self, at: Point<f64>, normal: Vector<f64>) -> Result<u32> {
        self.mesh.vertex(at + normal * self.half_width, normal)
    }

    fn bar(&mut self, start: Ends, end: Ends) {
        self.mesh.triangle([start.left, start.right, end.left]);
        self.mesh.triangle([end.left, start.right, end.right]);
    }

    /// A triangle given from an apex along the outer side, wound as the bars are.
    fn triangle(&mut self, turn: &Turn, [apex, first, last]: [u32; 3]) {
        self.mesh.triangle(if turn.side() > 0.0 { [apex, first, last] } else { [apex, last, first] });
    }
}
