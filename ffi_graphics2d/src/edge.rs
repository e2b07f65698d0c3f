//! Lines that bound what is covered.

use crate::picture::Size;
use lyon::geom::Point;

/// Least height of an edge, in pixels: lower ones cover nothing.
pub const FLAT: f64 = 1e-9;

/// A line that bounds what is covered, from top to bottom.
pub struct Edge {
    pub top: Point<f64>,
    pub bottom: Point<f64>,
    /// Growth of x in a pixel downwards.
    slope: f64,
    /// Growth of the winding number from left to right of the edge.
    pub winding: i64,
}

impl Edge {
    /// The edge between two points; none where it is level, or cannot be seen in a picture of that size.
    pub fn new(from: Point<f64>, to: Point<f64>, size: Size) -> Option<Self> {
        let (top, bottom, winding) = if from.y < to.y { (from, to, 1) } else { (to, from, -1) };
        let is_visible = bottom.y > 0.0
            && top.y < size.height as f64
            && top.x.min(bottom.x) < size.width as f64
            && bottom.y - top.y > FLAT;
        let slope = (bottom.x - top.x) / (bottom.y - top.y);
        is_visible.then_some(Self { top, bottom, slope, winding })
    }

    /// Tells whether it goes on from where another ends.
    pub fn continues(&self, other: &Self) -> bool {
        self.top == other.bottom && self.winding == other.winding
    }

    /// Growth of the winding number across the edge at height `y`: nothing where it does not go through it. Of two
    /// edges that meet there, the lower one does.
    pub fn winding_at(&self, y: f64) -> i64 {
        if self.top.y <= y && self.bottom.y > y { self.winding } else { 0 }
    }

    #[inline]
    pub fn x_at(&self, y: f64) -> f64 {
        let (left, right) = if self.top.x < self.bottom.x {
            (self.top.x, self.bottom.x)
        } else {
            (self.bottom.x, self.top.x)
        };
        (self.top.x + (y - self.top.y) * self.slope).clamp(left, right)
    }
}
