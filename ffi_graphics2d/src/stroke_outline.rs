//! Outline of a stroke: the area that it covers, as a path.

use crate::{geometry::Geometry, path::PathData};
use ffi_core::memory;

/// More than an edge takes until it is a line.
const OF_AN_EDGE: usize = 64;

/// Closed subpaths round what the triangles cover: filled by the non-zero rule, they cover the same.
pub fn of(geometry: &Geometry) -> PathData {
    memory::require(geometry.indices.len() * OF_AN_EDGE);
    // Each vertex has as many edges that come as edges that go: whoever follows them comes back.
    let mut edges = geometry.outer_edges().to_vec();
    edges.sort_unstable();
    let mut first = vec![0; geometry.len() + 1];
    edges.iter().for_each(|edge| first[edge[0] as usize + 1] += 1);
    for i in 1..first.len() {
        first[i] += first[i - 1];
    }
    let ends: Vec<usize> = first[1..].to_vec();
    let mut data = PathData::default();
    for start in 0..geometry.len() {
        while first[start] < ends[start] {
            data.begin(geometry.position(start));
            let mut at = start;
            loop {
                let to = edges[first[at]][1] as usize;
                first[at] += 1;
                if to == start {
                    break;
                }
                data.line_to(geometry.position(to));
                at = to;
            }
            data.close();
        }
    }
    data
}
