//! A path as polygons, the way lyon fills them, and what they enclose.

use crate::{
    area_moment::{AreaMoment, Tolerance},
    crossings,
    fill_rule::is_filled,
    frame::{Flattening, Frame},
    geometry::WORTH_KEEPING,
    path::{Curve, PathData},
};
use lyon::{
    geom::{Box2D, Point},
    path::{FillRule, PathEvent},
};
use std::{iter, ops::Range};

/// With more polygons, which lies in which is not looked for: that takes their number times all points.
const MOST_NESTED: usize = 64;

/// Closed polygons in a frame's 32-bit numbers. Used again, it has room.
#[derive(Default)]
pub struct Outline {
    points: Vec<Point<f32>>,
    polygons: Vec<Polygon>,
}

struct Polygon {
    points: Range<usize>,
    /// The area that it encloses; negative where it goes round the other way.
    enclosed: AreaMoment,
}

impl Outline {
    /// The polygons of a path in a frame.
    pub fn trace(&mut self, data: &PathData, frame: &Frame, flattening: Flattening) {
        self.points.clear();
        self.polygons.clear();
        let tolerance = flattening.tolerance_in(frame);
        for subpath in data.subpaths() {
            let start = self.points.len();
            self.points.push(frame.enter(subpath.start()).to_f32());
            for curve in subpath.curves() {
                let mut push = |to: Point<f64>| self.points.push(to.to_f32());
                match curve.map(|point| frame.enter(point)) {
                    Curve::Line(line) => push(line.to),
                    Curve::Quadratic(curve) => curve.for_each_flattened(tolerance, &mut |line| push(line.to)),
                    Curve::Cubic(curve) => curve.for_each_flattened(tolerance, &mut |line| push(line.to)),
                }
            }
            self.close(start);
        }
    }

    /// Makes a polygon of the last points.
    fn close(&mut self, start: usize) {
        let points = start..self.points.len();
        let enclosed = AreaMoment::by_polygon(self.points[start..].iter().map(|point| point.to_f64()));
        self.polygons.push(Polygon { points, enclosed });
    }

    /// The points of each polygon.
    pub fn polygons(&self) -> impl Iterator<Item = &[Point<f32>]> {
        self.polygons.iter().map(|polygon| self.points(polygon))
    }

    fn points(&self, polygon: &Polygon) -> &[Point<f32>] {
        &self.points[polygon.points.clone()]
    }

    pub fn len(&self) -> usize {
        self.points.len()
    }

    pub fn is_worth_keeping(&self) -> bool {
        self.len() < WORTH_KEEPING
    }

    /// The polygons as lyon takes them.
    pub fn events(&self) -> impl Iterator<Item = PathEvent> {
        self.polygons().flat_map(|points| {
            let (first, last) = (points[0], points[points.len() - 1]);
            let line = |ends: &[Point<f32>]| PathEvent::Line { from: ends[0], to: ends[1] };
            iter::once(PathEvent::Begin { at: first })
                .chain(points.windows(2).map(line))
                .chain([PathEvent::End { last, first, close: true }])
        })
    }

    /// Tells whether `covered` is what the polygons enclose by a fill rule, as far as this can be said without
    /// looking for where they cross.
    pub fn encloses(&self, covered: &AreaMoment, rule: FillRule, tolerance: &Tolerance) -> bool {
        covered.is(&self.once(), tolerance)
            || (2..=MOST_NESTED).contains(&self.polygons.len()) && covered.is(&self.nested(rule), tolerance)
    }

    /// About how often sides cross.
    pub fn estimated_crossings(&self) -> f64 {
        let side = |ends: &[Point<f32>]| [ends[0].to_f64(), ends[1].to_f64()];
        let sides: Vec<_> = self.polygons().flat_map(|points| points.windows(2)).map(side).collect();
        crossings::estimate(&sides)
    }

    /// Length of all sides but those that close the polygons.
    pub fn length(&self) -> f64 {
        let length = |ends: &[Point<f32>]| f64::from((ends[1] - ends[0]).length());
        self.polygons().flat_map(|points| points.windows(2)).map(length).sum()
    }

    /// The area that polygons enclose that go round no point more than once, and all in the same direction.
    fn once(&self) -> AreaMoment {
        self.polygons.iter().map(|polygon| polygon.enclosed).sum::<AreaMoment>().absolute()
    }

    /// The area that polygons enclose that do not cross themselves or others, each where it lies in others.
    fn nested(&self, rule: FillRule) -> AreaMoment {
        let boxes: Vec<_> = self.polygons().map(Box2D::from_points).collect();
        let share = |(index, polygon): (usize, &Polygon)| {
            let at = self.points[polygon.points.start];
            let around = |(other, polygon): (usize, &Polygon)| {
                let may_hold = other != index && boxes[other].contains_box(&boxes[index]);
                if may_hold { winding(self.points(polygon), at) } else { 0 }
            };
            let outside = self.polygons.iter().enumerate().map(around).sum();
            let inside = outside + if polygon.enclosed.area < 0.0 { -1 } else { 1 };
            let more = i8::from(is_filled(rule, inside)) - i8::from(is_filled(rule, outside));
            polygon.enclosed.absolute() * f64::from(more)
        };
        self.polygons.iter().enumerate().map(share).sum()
    }
}

/// Winding number of a polygon about a point.
fn winding(polygon: &[Point<f32>], at: Point<f32>) -> i64 {
    let mut from = polygon[polygon.len() - 1];
    let mut was_below = from.y <= at.y;
    let mut winding = 0;
    for &to in polygon {
        let is_below = to.y <= at.y;
        if was_below != is_below {
            let side = (to - from).to_f64().cross((at - from).to_f64());
            winding += i64::from(was_below && side > 0.0) - i64::from(is_below && side < 0.0);
        }
        (from, was_below) = (to, is_below);
    }
    winding
}
