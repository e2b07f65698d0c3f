//! Vertices and indices, one by one and in bulk.

use crate::{c::*, host::*};

struct Buffers {
    vertices: i64,
    indices: i64,
}

impl Drop for Buffers {
    fn drop(&mut self) {
        assert!(rt_lyon_vertex_buffer_free(self.vertices) && rt_lyon_index_buffer_free(self.indices));
    }
}

/// The buffers of a tessellation that is gone already.
fn of_stroke(path: &Path) -> Buffers {
    let tess = rt_lyon_stroke_tessellate(path.0, 3.0, 0.05);
    let buffers = Buffers {
        vertices: rt_lyon_stroke_tessellation_get_vertices(tess),
        indices: rt_lyon_stroke_tessellation_get_indices(tess),
    };
    assert!(rt_lyon_stroke_tessellation_free(tess));
    assert_eq!(rt_lyon_stroke_tessellation_get_vertices(tess), 0);
    buffers
}

#[test]
fn all_ways_of_reading_agree() {
    let buffers = of_stroke(&path(rt_lyon_path_circle(1e6, -40.0, 20.0)));
    let all = items(rt_lyon_vertex_buffer_to_array(buffers.vertices), rt_f64_array_free);
    let bytes = items(rt_lyon_vertex_buffer_bytes(buffers.vertices), rt_bytes_free);
    let count = rt_lyon_vertex_buffer_size(buffers.vertices) as usize;
    assert!(count > 20 && all.len() == 4 * count && bytes.len() == 16 * count);
    for i in 0..count {
        let at = rt_lyon_vertex_buffer_get_position(buffers.vertices, i as i64);
        let normal = rt_lyon_vertex_buffer_get_normal(buffers.vertices, i as i64);
        assert_eq!(all[4 * i..4 * i + 4], [at.x, at.y, normal.x, normal.y]);
    }
    let floats: Vec<f32> =
        bytes.chunks_exact(4).map(|b| f32::from_ne_bytes(b.try_into().expect("four"))).collect();
    assert_eq!(floats, all.iter().map(|&v| v as f32).collect::<Vec<_>>());

    let all = items(rt_lyon_index_buffer_to_array(buffers.indices), rt_i64_array_free);
    let bytes = items(rt_lyon_index_buffer_bytes(buffers.indices), rt_bytes_free);
    assert_eq!(all.len(), rt_lyon_index_buffer_size(buffers.indices) as usize);
    let integers: Vec<i64> =
        bytes.chunks_exact(4).map(|b| u32::from_ne_bytes(b.try_into().expect("four")).into()).collect();
    assert_eq!(integers, all);
    for (i, &index) in all.iter().enumerate() {
        assert_eq!(rt_lyon_index_buffer_get(buffers.indices, i as i64), index);
        assert!((0..count as i64).contains(&index));
    }
}

#[test]
fn into_memory_of_the_caller() {
    let buffers = of_stroke(&svg("M0 0H50V30"));
    let vertices = items(rt_lyon_vertex_buffer_bytes(buffers.vertices), rt_bytes_free);
    let indices = items(rt_lyon_index_buffer_bytes(buffers.indices), rt_bytes_free);
    let mut out = vec![7; vertices.len() + 3];
    let room = |out: &mut Vec<u8>, len: usize| (out.as_mut_ptr(), len as i64);
    let (data, len) = room(&mut out, vertices.len() + 3);
    assert_eq!(rt_lyon_vertex_buffer_write(buffers.vertices, data, len), vertices.len() as i64);
    assert_eq!(out[..vertices.len()], vertices);
    assert_eq!(out[vertices.len()..], [7; 3]);
    let (data, len) = room(&mut out, indices.len());
    assert_eq!(rt_lyon_index_buffer_write(buffers.indices, data, len), indices.len() as i64);
    assert_eq!(out[..indices.len()], indices);

    let before = out.clone();
    let (data, len) = room(&mut out, indices.len() - 1);
    assert_eq!(rt_lyon_index_buffer_write(buffers.indices, data, len), -1);
    let (needed, len) = (indices.len(), indices.len() - 1);
    assert_eq!(
        last_error(),
        format!("the buffer `out` has {len} bytes, and the index buffer takes {needed}")
    );
    assert_eq!(out, before);
}

#[test]
fn beyond_the_ends() {
    let buffers = of_stroke(&svg("M0 0H50"));
    let count = rt_lyon_vertex_buffer_size(buffers.vertices);
    let mut at = Pair { x: 1.0, y: 1.0 };
    for index in [-1, count, i64::MAX, i64::MIN] {
        assert!(!rt_lyon_vertex_buffer_get_position_into(buffers.vertices, index, &mut at));
        assert_eq!(at, Pair { x: 0.0, y: 0.0 });
        assert_eq!(last_error(), format!("`index` is {index}, and the buffer holds {count}"));
        assert_eq!(rt_lyon_vertex_buffer_get_normal(buffers.vertices, index), Pair { x: 0.0, y: 0.0 });
        assert_eq!(rt_lyon_index_buffer_get(buffers.indices, index.saturating_mul(2)), -1);
    }
}

#[test]
fn fills_have_no_normals() {
    let square = fill(&svg("M0 0H9V9H0Z"), 0.1, 0);
    assert!(square.vertices.iter().all(|v| v[2..] == [0.0, 0.0]));
}
