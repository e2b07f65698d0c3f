//! The vertices and indices of a tessellation, one at a time or all in one call.

use crate::{Error, Result, geometry::Geometry, picture::zeros};
use ffi_core::Kind;
use std::sync::Arc;

/// Bytes of a vertex: four 32-bit floats.
const VERTEX_BYTES: usize = 16;
/// Bytes of an index: an unsigned 32-bit integer.
const INDEX_BYTES: usize = 4;

/// The vertices of a tessellation.
pub struct VertexBuffer(Arc<Geometry>);
ffi_core::object!(VertexBuffer, Kind::VertexBuffer);

/// The indices of a tessellation.
pub struct IndexBuffer(Arc<Geometry>);
ffi_core::object!(IndexBuffer, Kind::IndexBuffer);

impl VertexBuffer {
    pub(crate) fn new(geometry: &Arc<Geometry>) -> Self {
        Self(Arc::clone(geometry))
    }

    pub(crate) fn geometry(&self) -> &Geometry {
        &self.0
    }

    /// All vertices as a GPU takes them.
    pub(crate) fn bytes(&self) -> Result<Vec<u8>> {
        let mut bytes = zeros(self.0.len() * VERTEX_BYTES)?;
        write_vertices(&self.0, &mut bytes);
        Ok(bytes)
    }

    /// Writes all vertices to the beginning of `out` and says how many bytes they take.
    pub(crate) fn write(&self, out: &mut [u8]) -> Result<usize> {
        let needed = self.0.len() * VERTEX_BYTES;
        write_vertices(&self.0, room(out, needed, "vertex")?);
        Ok(needed)
    }
}

impl IndexBuffer {
    pub(crate) fn new(geometry: &Arc<Geometry>) -> Self {
        Self(Arc::clone(geometry))
    }

    pub(crate) fn indices(&self) -> &[u32] {
        &self.0.indices
    }

    /// All indices as a GPU takes them.
    pub(crate) fn bytes(&self) -> Result<Vec<u8>> {
        let mut bytes = zeros(self.0.indices.len() * INDEX_BYTES)?;
        write_indices(&self.0, &mut bytes);
        Ok(bytes)
    }

    /// Writes all indices to the beginning of `out` and says how many bytes they take.
    pub(crate) fn write(&self, out: &mut [u8]) -> Result<usize> {
        let needed = self.0.indices.len() * INDEX_BYTES;
        write_indices(&self.0, room(out, needed, "index")?);
        Ok(needed)
    }
}

fn room<'a>(out: &'a mut [u8], needed: usize, what: &str) -> Result<&'a mut [u8]> {
    let len = out.len();
    out.get_mut(..needed).ok_or_else(|| Error::BufferSize {
        name: "out",
        len,
        needed,
        what: format!("the {what} buffer"),
    })
}

fn write_vertices(geometry: &Geometry, out: &mut [u8]) {
    for (bytes, vertex) in out.chunks_exact_mut(VERTEX_BYTES).zip(geometry.packed()) {
        for (bytes, value) in bytes.chunks_exact_mut(4).zip(vertex) {
            bytes.copy_from_slice(&value.to_ne_bytes());
        }
    }
}

fn write_indices(geometry: &Geometry, out: &mut [u8]) {
    for (bytes, index) in out.chunks_exact_mut(INDEX_BYTES).zip(&geometry.indices) {
        bytes.copy_from_slice(&index.to_ne_bytes());
    }
}
