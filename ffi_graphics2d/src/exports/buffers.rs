//! The vertices and indices of a tessellation, one at a time or all in one call.

use crate::{
    Result,
    buffers::{IndexBuffer, VertexBuffer},
    check,
};
use ffi_core::{Consumed, export, ffi_struct, memory};

/// Position of a vertex.
#[ffi_struct]
pub struct VertexPosition {
    /// Its x coordinate.
    pub x: f64,
    /// Its y coordinate.
    pub y: f64,
}

/// The normal of a vertex.
#[ffi_struct]
pub struct VertexNormal {
    /// How far the stroke's edge is from its middle in x, in half widths.
    pub x: f64,
    /// How far the stroke's edge is from its middle in y, in half widths.
    pub y: f64,
}

/// Frees a vertex buffer. The tessellation it came from stays valid.
#[export]
fn rt_lyon_vertex_buffer_free(buffer: Consumed<VertexBuffer>) -> bool {
    drop(buffer);
    true
}

/// Returns where a vertex is. Fails where there is no vertex of that index, which counts from 0.
#[export(light)]
fn rt_lyon_vertex_buffer_get_position(buffer: &VertexBuffer, index: i64) -> Result<VertexPosition> {
    let at = buffer.geometry().position(check::index("index", index, buffer.geometry().len())?);
    Ok(VertexPosition { x: at.x, y: at.y })
}

/// Returns the normal of a vertex of a stroke: how far it lies from the middle of the stroke, in half line widths (1 on
/// a straight edge, more on a miter). Zeros for a fill. Fails where there is no vertex of that index.
#[export(computes)]
fn rt_lyon_vertex_buffer_get_normal(buffer: &VertexBuffer, index: i64) -> Result<VertexNormal> {
    let [x, y] =
        buffer.geometry().normal(check::index("index", index, buffer.geometry().len())?).map(f64::from);
    Ok(VertexNormal { x, y })
}

/// Returns how many vertices there are.
#[export(light)]
fn rt_lyon_vertex_buffer_size(buffer: &VertexBuffer) -> i64 {
    buffer.geometry().len() as i64
}

/// Returns all vertices: x, y, normal_x, normal_y for each.
#[export]
fn rt_lyon_vertex_buffer_to_array(buffer: &VertexBuffer) -> Result<Vec<f64>> {
    let geometry = buffer.geometry();
    let numbers = (0..geometry.len()).flat_map(|i| {
        let (at, [normal_x, normal_y]) = (geometry.position(i), geometry.normal(i));
        [at.x, at.y, f64::from(normal_x), f64::from(normal_y)]
    });
    Ok(memory::collect(numbers)?)
}

/// Frees an index buffer. The tessellation it came from stays valid.
#[export]
fn rt_lyon_index_buffer_free(buffer: Consumed<IndexBuffer>) -> bool {
    drop(buffer);
    true
}

/// Returns the index of a triangle's corner among the vertices: items 3·n to 3·n + 2 are triangle n. Fails where there
/// is no item of that index.
#[export(light)]
fn rt_lyon_index_buffer_get(buffer: &IndexBuffer, index: i64) -> Result<i64> {
    let indices = buffer.indices();
    Ok(i64::from(indices[check::index("index", index, indices.len())?]))
}

/// Returns how many indices there are: 3 for each triangle.
#[export(light)]
fn rt_lyon_index_buffer_size(buffer: &IndexBuffer) -> i64 {
    buffer.indices().len() as i64
}

/// Returns all indices, 3 for each triangle.
#[export]
fn rt_lyon_index_buffer_to_array(buffer: &IndexBuffer) -> Result<Vec<i64>> {
    Ok(memory::collect(buffer.indices().iter().map(|&index| i64::from(index)))?)
}

/// Returns all vertices as a GPU takes them: 16 bytes each, four 32-bit floats in the machine's byte order: x, y,
/// normal_x, normal_y.
#[export]
fn rt_lyon_vertex_buffer_bytes(buffer: &VertexBuffer) -> Result<Vec<u8>> {
    buffer.bytes()
}

/// Returns all indices as a GPU takes them: 4 bytes each, unsigned 32-bit integers in the machine's byte order.
#[export]
fn rt_lyon_index_buffer_bytes(buffer: &IndexBuffer) -> Result<Vec<u8>> {
    buffer.bytes()
}

/// Writes the bytes of `rt_lyon_vertex_buffer_bytes` into memory of the caller's, a mapped GPU buffer say, and
/// returns how many. Fails, and writes nothing, where it is smaller than 16 bytes for each vertex.
#[export(fills = "result")]
fn rt_lyon_vertex_buffer_write(buffer: &VertexBuffer, out: &mut [u8]) -> Result<i64> {
    Ok(buffer.write(out)? as i64)
}

/// Writes the bytes of `rt_lyon_index_buffer_bytes` into memory of the caller's and returns how many. Fails, and
/// writes nothing, where it is smaller than 4 bytes for each index.
#[export(fills = "result")]
fn rt_lyon_index_buffer_write(buffer: &IndexBuffer, out: &mut [u8]) -> Result<i64> {
    Ok(buffer.write(out)? as i64)
}
