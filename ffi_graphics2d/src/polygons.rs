//! What paths fill, as polygons, and what is made of two of them.

use crate::{
    Error, Path, Result, check, crossings,
    frame::{Flattening, Frame},
    geometry::MOST_VERTICES,
    path::PathData,
    polyline::{self, Line},
};
use ffi_core::memory;
use i_overlay::{
    core::{
        fill_rule::FillRule,
        overlay::{Overlay, ShapeType},
        overlay_rule::OverlayRule,
        solver::{Solver, Strategy},
    },
    i_float::{adapter::FloatPointAdapter, int::point::IntPoint},
};
use lyon::geom::Point;

/// With more points, polygons that are cut may cross themselves all over: then their pieces are sorted into strips.
const FEW: usize = 1024;
/// With more points, how often they cross is estimated first.
const UNCOUNTED: usize = 4096;
/// More than a point takes while polygons are cut, and a crossing.
const OF_A_POINT: usize = 512;
const OF_A_CROSSING: usize = 256;
/// Cosine of the least turn that is a corner, a thousandth of a radian, where two pieces of a path meet.
const SMOOTH: f64 = 1.0 - 5e-7;

/// A corner of a polygon.
#[derive(Clone, Copy)]
pub struct Corner {
    pub at: Point<f64>,
    /// True inside a curve, and where two curves meet in one direction.
    pub is_smooth: bool,
}

/// Closed polygons in a frame's numbers.
#[derive(Default)]
pub struct Polygons {
    corners: Vec<Corner>,
    /// The number of corners up to the end of each polygon.
    ends: Vec<usize>,
}

impl Polygons {
    /// The polygons of a path, each subpath closed.
    pub fn trace(path: &Path, frame: &Frame, tolerance: f64) -> Result<Self> {
        let tolerance = Flattening::new(path, tolerance)?.tolerance_in(frame);
        let (mut polygons, mut lines) = (Self::default(), vec![]);
        for mut subpath in path.data().subpaths() {
            lines.clear();
            subpath.closed = true;
            polyline::trace(&subpath, frame, tolerance, &mut lines);
            let before = lines.iter().cycle().skip(lines.len().saturating_sub(1));
            polygons
                .push(lines.len(), lines.iter().zip(before).map(|(line, before)| corner(before, line)))?;
        }
        Ok(polygons)
    }

    /// Adds a polygon of so many corners; none where there are none.
    pub fn push(&mut self, len: usize, corners: impl Iterator<Item = Corner>) -> Result<()> {
        if len > 0 {
            memory::reserve(&mut self.corners, len)?;
            self.corners.extend(corners);
            memory::reserve(&mut self.ends, 1)?;
            self.ends.push(self.corners.len());
        }
        Ok(())
    }

    /// The corners of each polygon.
    pub fn iter(&self) -> impl Iterator<Item = &[Corner]> {
        let starts = [0].into_iter().chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, &end)| &self.corners[start..end])
    }

    pub fn len(&self) -> usize {
        self.corners.len()
    }

    /// The polygons as closed subpaths; the argument called `name` is at fault where one is too far away.
    pub fn to_path(&self, frame: &Frame, name: &'static str) -> Result<PathData> {
        let mut data = PathData::default();
        for polygon in self.iter() {
            for (i, corner) in polygon.iter().enumerate() {
                data.reserve()?;
                let at = check::reached(name, frame.leave_exact(corner.at))?;
                if i == 0 { data.begin(at) } else { data.line_to(at) }
            }
            data.close();
        }
        Ok(data)
    }
}

fn corner(before: &Line, line: &Line) -> Corner {
    Corner { at: line.from, is_smooth: !line.begins_piece || before.arrive.dot(line.leave) >= SMOOTH }
}

/// What is made of what two lots of polygons fill by a rule: polygons that do not cross, outer ones one way round and
/// holes the other.
pub fn overlay(
    subject: &Polygons,
    clip: &Polygons,
    operation: OverlayRule,
    rule: FillRule,
) -> Result<Polygons> {
    let len = subject.len() + clip.len();
    memory::room_for_input(len, OF_A_POINT)?;
    check_crossings(&[subject, clip], len)?;
    let points: Vec<[f64; 2]> =
        subject.corners.iter().chain(&clip.corners).map(|corner| corner.at.to_array()).collect();
    let grid = FloatPointAdapter::with_iter_conservative(points.iter());
    let enter = |corner: &Corner| grid.float_to_int(&corner.at.to_array());
    let strategy = if len > FEW { Strategy::Frag } else { Strategy::Auto };
    let mut overlay = Overlay::new_custom(len, Default::default(), Solver { strategy, ..Solver::AUTO });
    let mut known = vec![];
    memory::reserve(&mut known, len)?;
    for (polygons, of) in [(subject, ShapeType::Subject), (clip, ShapeType::Clip)] {
        for polygon in polygons.iter() {
            overlay.add_path_iter(polygon.iter().map(enter), of);
        }
        known.extend(polygons.corners.iter().map(|corner| (enter(corner), *corner)));
    }
    known.sort_by_key(|(at, _)| (at.x, at.y));
    let corner = |at: IntPoint<i32>| {
        let first = known.partition_point(|(other, _)| (other.x, other.y) < (at.x, at.y));
        let same = known[first..].iter().take_while(|(other, _)| *other == at).count();
        match known.get(first) {
            // Where several meet, it is a corner, and where none was, a crossing.
            Some((_, corner)) if same > 0 => Corner { is_smooth: corner.is_smooth && same == 1, ..*corner },
            _ => Corner { at: grid.int_to_float(&at).into(), is_smooth: false },
        }
    };
    let mut made = Polygons::default();
    for contour in overlay.overlay(operation, rule).into_iter().flatten() {
        made.push(contour.len(), contour.into_iter().map(corner))?;
    }
    Ok(made)
}

/// Refuses polygons that cross so often that the pieces would fill all memory.
fn check_crossings(lots: &[&Polygons], len: usize) -> Result<()> {
    if len <= UNCOUNTED {
        return Ok(());
    }
    let mut sides = vec![];
    memory::reserve(&mut sides, len)?;
    for polygon in lots.iter().flat_map(|polygons| polygons.iter()) {
        sides.extend(polygon.windows(2).map(|ends| [ends[0].at, ends[1].at]));
    }
    let crossings = crossings::estimate(&sides);
    if crossings > MOST_VERTICES as f64 {
        return Err(Error::TooManyCrossings { count: crossings, most: MOST_VERTICES });
    }
    Ok(memory::room_for_input(crossings as usize, OF_A_CROSSING)?)
}
