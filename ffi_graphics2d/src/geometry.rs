//! A tessellation: vertices, and triangles as indices.

use crate::{Error, Result, area_moment::AreaMoment, frame::Frame};
use lyon::{
    geom::{Point, Vector},
    lyon_tessellation::{FillGeometryBuilder, FillVertex, GeometryBuilder, GeometryBuilderError, VertexId},
};
use std::sync::OnceLock;

/// Most vertices of a tessellation, and most for each point of its path where that is more: a short path that crosses
/// itself over and over would fill all memory.
pub const MOST_VERTICES: usize = 1 << 22;
const MOST_VERTICES_PER_POINT: usize = 16;
/// Most vertices that lyon may make of an outline, and how many more for each of its points: where points nearly
/// coincide it comes to no end, and what crosses itself so often is cut faster by `i_overlay`.
const SWEEP_VERTICES: usize = 1024;
const SWEEP_VERTICES_PER_POINT: usize = 8;
/// Room that is worth keeping from one tessellation to the next, in vertices.
pub const WORTH_KEEPING: usize = 1 << 16;

pub struct Geometry {
    frame: Frame,
    vertices: Vertices,
    pub indices: Box<[u32]>,
    outer_edges: OnceLock<Box<[[u32; 2]]>>,
}

enum Vertices {
    /// Positions; the normals are zero.
    Fill(Box<[[f32; 2]]>),
    /// Positions and normals.
    Stroke(Box<[[f32; 4]]>),
}

impl Geometry {
    pub fn empty() -> Self {
        Self::of_triangles(Frame::IDENTITY, vec![], vec![])
    }

    pub fn of_triangles(frame: Frame, vertices: Vec<[f32; 2]>, indices: Vec<u32>) -> Self {
        Self::new(frame, Vertices::Fill(vertices.into()), indices.into())
    }

    fn new(frame: Frame, vertices: Vertices, indices: Box<[u32]>) -> Self {
        Self { frame, vertices, indices, outer_edges: OnceLock::new() }
    }

    /// True where no two triangles cover the same.
    pub fn is_fill(&self) -> bool {
        matches!(self.vertices, Vertices::Fill(_))
    }

    /// The triangles' edges, all triangles turned the same way, less those that two of them share.
    pub fn outer_edges(&self) -> &[[u32; 2]] {
        self.outer_edges.get_or_init(|| {
            let mut edges = Vec::with_capacity(self.indices.len());
            for corners in self.indices.chunks_exact(3) {
                let [a, b, c] = [0, 1, 2].map(|i| self.position(corners[i] as usize));
                let area = (b - a).cross(c - a);
                let &[a, b, c] = corners else { continue };
                let (b, c) = if area > 0.0 { (b, c) } else { (c, b) };
                if area != 0.0 {
                    edges.extend(
                        [[a, b], [b, c], [c, a]]
                            .map(|[from, to]| if from < to { (from, to, 1) } else { (to, from, -1_i32) }),
                    );
                }
            }
            edges.sort_unstable();
            let same = edges.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1));
            let outer = same.flat_map(|same| {
                let sum: i32 = same.iter().map(|edge| edge.2).sum();
                let (low, high, _) = same[0];
                let edge = if sum > 0 { [low, high] } else { [high, low] };
                std::iter::repeat_n(edge, sum.unsigned_abs() as usize)
            });
            outer.collect()
        })
    }

    pub fn len(&self) -> usize {
        match &self.vertices {
            Vertices::Fill(vertices) => vertices.len(),
            Vertices::Stroke(vertices) => vertices.len(),
        }
    }

    #[inline]
    pub fn position(&self, index: usize) -> Point<f64> {
        let (x, y) = match &self.vertices {
            Vertices::Fill(vertices) => vertices[index].into(),
            Vertices::Stroke(vertices) => {
                let [x, y, ..] = vertices[index];
                (x, y)
            }
        };
        self.frame.leave(x, y)
    }

    #[inline]
    pub fn normal(&self, index: usize) -> [f32; 2] {
        match &self.vertices {
            Vertices::Fill(_) => [0.0; 2],
            Vertices::Stroke(vertices) => {
                let [_, _, x, y] = vertices[index];
                [x, y]
            }
        }
    }

    /// The vertices as a GPU takes them: x, y, normal_x, normal_y.
    pub fn packed(&self) -> impl Iterator<Item = [f32; 4]> {
        (0..self.len()).map(|i| {
            let (at, [normal_x, normal_y]) = (self.position(i), self.normal(i));
            [at.x as f32, at.y as f32, normal_x, normal_y]
        })
    }

    /// The corners of each triangle.
    pub fn triangles(&self) -> impl Iterator<Item = [Point<f64>; 3]> {
        self.indices.chunks_exact(3).map(|corners| [0, 1, 2].map(|i| self.position(corners[i] as usize)))
    }

    /// Tells whether a point lies in one of the triangles.
    pub fn contains(&self, point: Point<f64>) -> bool {
        self.triangles().any(|[a, b, c]| {
            let sides = [(a, b), (b, c), (c, a)].map(|(from, to)| (to - from).cross(point - from));
            let flat = (b - a).cross(c - a) == 0.0;
            !flat && (sides.iter().all(|side| *side >= 0.0) || sides.iter().all(|side| *side <= 0.0))
        })
    }
}

/// Most vertices that a path of so many points may give.
fn most_vertices(points: usize) -> usize {
    points.saturating_mul(MOST_VERTICES_PER_POINT).clamp(MOST_VERTICES, u32::MAX as usize - 1)
}

/// The vertices and triangles of a stroke in the making. Used again, it has room.
#[derive(Default)]
pub struct StrokeMesh {
    vertices: Vec<[f32; 4]>,
    indices: Vec<u32>,
    most: usize,
}

impl StrokeMesh {
    /// Ready for a path of so many points.
    pub fn clear(&mut self, points: usize) {
        self.vertices.clear();
        self.indices.clear();
        self.most = most_vertices(points);
    }

    pub fn is_worth_keeping(&self) -> bool {
        self.vertices.len() < WORTH_KEEPING
    }

    #[inline]
    pub fn vertex(&mut self, at: Point<f64>, normal: Vector<f64>) -> Result<u32> {
        let index = self.vertices.len();
        if index >= self.most {
            return Err(Error::TooManyVertices { most: self.most });
        }
        self.vertices.push([at.x as f32, at.y as f32, normal.x as f32, normal.y as f32]);
        Ok(index as u32)
    }

    #[inline]
    pub fn triangle(&mut self, corners: [u32; 3]) {
        self.indices.extend_from_slice(&corners);
    }

    pub fn finish(&self, frame: Frame) -> Geometry {
        let vertices = Vertices::Stroke(self.vertices.as_slice().into());
        Geometry::new(frame, vertices, self.indices.as_slice().into())
    }
}

/// Takes a fill's vertices and triangles from lyon. Used again, it has room.
#[derive(Default)]
pub struct FillSink {
    vertices: Vec<[f32; 2]>,
    indices: Vec<u32>,
    most: usize,
}

impl FillSink {
    /// Ready for an outline of so many points.
    pub fn clear(&mut self, points: usize) {
        self.abort_geometry();
        self.most = SWEEP_VERTICES + points.saturating_mul(SWEEP_VERTICES_PER_POINT);
    }

    pub fn is_worth_keeping(&self) -> bool {
        self.vertices.len() < WORTH_KEEPING
    }

    /// The geometry of the triangles taken in.
    pub fn finish(&self, frame: Frame) -> Geometry {
        let vertices = Vertices::Fill(self.vertices.as_slice().into());
        Geometry::new(frame, vertices, self.indices.as_slice().into())
    }

    /// Area and moment that the triangles cover.
    pub fn area_moment(&self) -> AreaMoment {
        AreaMoment::by_triangles(&self.vertices, &self.indices)
    }
}

impl GeometryBuilder for FillSink {
    #[inline]
    fn add_triangle(&mut self, a: VertexId, b: VertexId, c: VertexId) {
        self.indices.extend_from_slice(&[a.0, b.0, c.0]);
    }

    fn abort_geometry(&mut self) {
        self.vertices.clear();
        self.indices.clear();
    }
}

impl FillGeometryBuilder for FillSink {
    #[inline]
    fn add_fill_vertex(&mut self, vertex: FillVertex) -> std::result::Result<VertexId, GeometryBuilderError> {
        let index = self.vertices.len();
        if index >= self.most {
            return Err(GeometryBuilderError::TooManyVertices);
        }
        self.vertices.push(vertex.position().to_array());
        Ok(VertexId(index as u32))
    }
}
