//! Chains of edges.

use crate::{Error, Result, polygon::points};
use rapier2d_f64::parry::shape::{Polyline, PolylineFlags, SharedShape};

/// Edges from each point to the next, solid to their left; `closed` leads from the last to the first.
pub fn shape(vertices: &[f64], closed: bool) -> Result<SharedShape> {
    let mut points = points(vertices)?;
    while closed && points.len() > 1 && points.first() == points.last() {
        points.pop();
    }
    let least = if closed { 3 } else { 2 };
    if points.len() < least {
        return Err(Error::ShortChain { count: points.len(), least });
    }
    let count = points.len() as u32;
    let edges = if closed { count } else { count - 1 };
    let indices = (0..edges).map(|at| [at, (at + 1) % count]).collect();
    Ok(SharedShape::new(Polyline::with_flags(points, Some(indices), PolylineFlags::ORIENTED)))
}
