//! The area that an outline encloses, cut where the outline crosses itself.

use crate::{area_moment::AreaMoment, outline::Outline};
use i_overlay::{
    core::{
        fill_rule,
        overlay::Overlay,
        overlay_rule::OverlayRule,
        solver::{Solver, Strategy},
    },
    i_float::{adapter::FloatPointAdapter, int::point::IntPoint},
    i_shape::int::shape::IntShapes,
};
use i_triangle::int::unchecked::IntUncheckedTriangulatable;
use lyon::{geom::Point, path::FillRule};

/// With more points, an outline that is cut is one that crosses itself all over: then its pieces are sorted into strips.
const FEW: usize = 1024;

/// Polygons that do not cross, outer ones one way round and holes the other, on a grid of whole numbers.
pub struct SimplifiedShape {
    shapes: IntShapes<i32>,
    grid: FloatPointAdapter<[f64; 2], i32>,
}

impl SimplifiedShape {
    /// The shape that `outline` encloses by a fill rule.
    pub fn new(outline: &Outline, rule: FillRule) -> Self {
        let rule = match rule {
            FillRule::EvenOdd => fill_rule::FillRule::EvenOdd,
            FillRule::NonZero => fill_rule::FillRule::NonZero,
        };
        let points: Vec<[f64; 2]> = outline.polygons().flatten().map(|at| at.to_f64().to_array()).collect();
        let grid = FloatPointAdapter::with_iter_conservative(points.iter());
        let enter = |at: &Point<f32>| grid.float_to_int(&at.to_f64().to_array());
        let contours: Vec<Vec<IntPoint<i32>>> =
            outline.polygons().map(|points| points.iter().map(enter).collect()).collect();
        let strategy = if points.len() > FEW { Strategy::Frag } else { Strategy::Auto };
        let solver = Solver { strategy, ..Solver::AUTO };
        let shapes = Overlay::from_subj_custom(&contours, Default::default(), solver)
            .overlay(OverlayRule::Subject, rule);
        Self { shapes, grid }
    }

    /// Area and moment of the shape.
    pub fn area_moment(&self) -> AreaMoment {
        let leave = |at: &IntPoint<i32>| self.leave(at).into();
        let enclosed = |contour: &Vec<IntPoint<i32>>| AreaMoment::by_polygon(contour.iter().map(leave));
        self.shapes.iter().flatten().map(enclosed).sum::<AreaMoment>().absolute()
    }

    /// Triangles that cover it: vertices, and three indices each.
    pub fn triangles(&self) -> (Vec<[f32; 2]>, Vec<u32>) {
        let triangulation = self.shapes.uncheck_triangulate().into_triangulation();
        let vertices = triangulation.points.iter().map(|at| self.leave(at).map(|number| number as f32));
        (vertices.collect(), triangulation.indices)
    }

    fn leave(&self, at: &IntPoint<i32>) -> [f64; 2] {
        self.grid.int_to_float(at)
    }
}
