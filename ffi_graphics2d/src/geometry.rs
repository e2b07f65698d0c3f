//! What a tessellation is: vertices, and triangles as indices.

use crate::{Error, frame::Frame};
use lyon::{
    geom::Point,
    lyon_tessellation::{
        FillGeometryBuilder, FillVertex, GeometryBuilder, GeometryBuilderError, StrokeGeometryBuilder,
        StrokeVertex, TessellationError, VertexId,
    },
};

/// How many vertices a tessellation may have, and how many for each point of its path where that is more: a
/// short path that crosses itself over and over would fill all memory.
const MOST_VERTICES: usize = 1 << 22;
const MOST_VERTICES_PER_POINT: usize = 16;

pub struct Geometry {
    frame: Frame,
    positions: Vec<[f32; 2]>,
    /// As many as positions, or none: then all are zero.
    normals: Vec<[f32; 2]>,
    pub indices: Vec<u32>,
    most: usize,
}

impl Geometry {
    /// No vertices yet, for a path of so many points.
    pub fn new(frame: Frame, points: usize) -> Self {
        let most = points.saturating_mul(MOST_VERTICES_PER_POINT).clamp(MOST_VERTICES, u32::MAX as usize - 1);
        Self { frame, positions: vec![], normals: vec![], indices: vec![], most }
    }

    /// What lyon said of the tessellation.
    pub fn failure(&self, error: TessellationError) -> Error {
        match error {
            TessellationError::GeometryBuilder(GeometryBuilderError::TooManyVertices) => {
                Error::TooManyVertices { most: self.most }
            }
            other => Error::Tessellation(other.to_string()),
        }
    }

    pub fn len(&self) -> usize {
        self.positions.len()
    }

    #[inline]
    pub fn position(&self, index: usize) -> Point<f64> {
        let [x, y] = self.positions[index];
        self.frame.out(x, y)
    }

    pub fn normal(&self, index: usize) -> [f32; 2] {
        self.normals.get(index).copied().unwrap_or([0.0; 2])
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

    /// Whether a point lies in one of the triangles.
    pub fn contains(&self, point: Point<f64>) -> bool {
        self.triangles().any(|[a, b, c]| {
            let sides = [(a, b), (b, c), (c, a)].map(|(from, to)| (to - from).cross(point - from));
            let flat = (b - a).cross(c - a) == 0.0;
            !flat && (sides.iter().all(|side| *side >= 0.0) || sides.iter().all(|side| *side <= 0.0))
        })
    }

    fn id(&self) -> Result<VertexId, GeometryBuilderError> {
        match self.positions.len() {
            len if len < self.most => Ok(VertexId(len as u32)),
            _ => Err(GeometryBuilderError::TooManyVertices),
        }
    }
}

impl GeometryBuilder for Geometry {
    #[inline]
    fn add_triangle(&mut self, a: VertexId, b: VertexId, c: VertexId) {
        self.indices.extend_from_slice(&[a.0, b.0, c.0]);
    }

    fn abort_geometry(&mut self) {
        self.positions.clear();
        self.normals.clear();
        self.indices.clear();
    }
}

impl FillGeometryBuilder for Geometry {
    #[inline]
    fn add_fill_vertex(&mut self, vertex: FillVertex) -> Result<VertexId, GeometryBuilderError> {
        let id = self.id()?;
        self.positions.push(vertex.position().to_array());
        Ok(id)
    }
}

impl StrokeGeometryBuilder for Geometry {
    #[inline]
    fn add_stroke_vertex(&mut self, vertex: StrokeVertex) -> Result<VertexId, GeometryBuilderError> {
        let id = self.id()?;
        self.positions.push(vertex.position().to_array());
        self.normals.push(vertex.normal().to_array());
        Ok(id)
    }
}
