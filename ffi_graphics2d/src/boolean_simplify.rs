//! What an outline encloses, cut where it crosses itself.

use crate::{area_moment::AreaMoment, outline::Outline};
use i_overlay::{core::fill_rule, float::simplify::SimplifyShape};
use i_triangle::float::triangulatable::Triangulatable;
use lyon::{geom::Point, path::FillRule};

/// Polygons that do not cross, outer ones one way round and holes the other.
pub struct SimplifiedShape(Vec<Vec<[f64; 2]>>);

impl SimplifiedShape {
    /// What `outline` encloses by a fill rule.
    pub fn new(outline: &Outline, rule: FillRule) -> Self {
        let rule = match rule {
            FillRule::EvenOdd => fill_rule::FillRule::EvenOdd,
            FillRule::NonZero => fill_rule::FillRule::NonZero,
        };
        let point = |at: &Point<f32>| at.to_f64().to_array();
        let contour = |points: &[Point<f32>]| points.iter().map(point).collect();
        let contours: Vec<Vec<[f64; 2]>> = outline.polygons().map(contour).collect();
        Self(contours.simplify_shape(rule).into_iter().flatten().collect())
    }

    /// How much that is.
    pub fn covered(&self) -> AreaMoment {
        let enclosed = |contour: &Vec<[f64; 2]>| AreaMoment::by_polygon(contour.iter().map(|&at| at.into()));
        self.0.iter().map(enclosed).sum::<AreaMoment>().absolute()
    }

    /// Triangles that cover it: vertices, and three indices each.
    pub fn triangles(&self) -> (Vec<[f32; 2]>, Vec<u32>) {
        let triangulation = self.0.as_slice().triangulate().to_triangulation();
        let vertices = triangulation.points.iter().map(|&at| Point::<f64>::from(at).to_f32().to_array());
        (vertices.collect(), triangulation.indices)
    }
}
