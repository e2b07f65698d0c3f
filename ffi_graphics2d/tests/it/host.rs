//! Wrappers that a host would write around the functions: paths and triangles as values that free themselves.

use crate::c::*;
use std::{ffi::CString, path::PathBuf};

pub type Point = (f64, f64);

pub struct Path(pub i64);

impl Drop for Path {
    fn drop(&mut self) {
        assert!(rt_lyon_path_free(self.0));
    }
}

/// The path, which must have been made.
pub fn path(handle: i64) -> Path {
    assert!(handle > 0, "{}", last_error());
    Path(handle)
}

pub fn last_error() -> String {
    text(rt_lyon_get_last_error())
}

pub fn c(text: &str) -> CString {
    CString::new(text).expect("no NUL inside")
}

pub fn svg(d: &str) -> Path {
    path(rt_lyon_path_from_svg(c(d).as_ptr()))
}

pub fn d(path: &Path) -> String {
    text(rt_lyon_path_to_svg(path.0))
}

pub fn polygon(points: &[f64]) -> Path {
    path(rt_lyon_path_polygon(points.as_ptr(), points.len() as i64, points.len() as i64 / 2))
}

pub fn build(draw: impl FnOnce(i64)) -> Path {
    let builder = rt_lyon_path_builder_new();
    draw(builder);
    path(rt_lyon_path_builder_build(builder))
}

/// The corners of a path of straight lines, subpath by subpath.
pub fn polygons(path: &Path) -> Vec<Vec<Point>> {
    let (text, mut polygons) = (d(path), vec![]);
    for subpath in text.split('M').skip(1) {
        let numbers = subpath.trim_end_matches('Z').split(['L', ' ']).map(|word| word.parse().unwrap());
        let numbers: Vec<f64> = numbers.collect();
        polygons.push(numbers.chunks_exact(2).map(|at| (at[0], at[1])).collect());
    }
    polygons
}

/// The area that a path of straight lines goes round: that of holes, which go the other way, counts below 0.
pub fn enclosed(path: &Path) -> f64 {
    let cross = |(a, b): (&Point, &Point)| 0.5 * (a.0 * b.1 - a.1 * b.0);
    let area =
        |polygon: &Vec<Point>| polygon.iter().zip(polygon.iter().cycle().skip(1)).map(cross).sum::<f64>();
    polygons(path).iter().map(area).sum()
}

pub fn bounds(path: &Path) -> [f64; 4] {
    let Bounds { min_x, min_y, max_x, max_y } = rt_lyon_path_get_bounds(path.0);
    [min_x, min_y, max_x, max_y]
}

/// Triangles with the numbers of their vertices.
pub struct Triangles {
    pub vertices: Vec<[f64; 4]>,
    pub indices: Vec<usize>,
}

impl Triangles {
    fn new(vertices: i64, indices: i64) -> Self {
        let numbers = items(rt_lyon_vertex_buffer_to_array(vertices), rt_f64_array_free);
        let corners = items(rt_lyon_index_buffer_to_array(indices), rt_i64_array_free);
        assert!(rt_lyon_vertex_buffer_free(vertices) && rt_lyon_index_buffer_free(indices));
        let vertices = numbers.chunks_exact(4).map(|v| [v[0], v[1], v[2], v[3]]).collect();
        Self { vertices, indices: corners.iter().map(|&i| i as usize).collect() }
    }

    pub fn each(&self) -> impl Iterator<Item = [Point; 3]> {
        self.indices
            .chunks_exact(3)
            .map(|corners| [0, 1, 2].map(|i| (self.vertices[corners[i]][0], self.vertices[corners[i]][1])))
    }

    /// The sum of the triangles' areas.
    pub fn area(&self) -> f64 {
        self.each().map(|[a, b, c]| 0.5 * ((b.0 - a.0) * (c.1 - a.1) - (b.1 - a.1) * (c.0 - a.0)).abs()).sum()
    }
}

pub fn fill(path: &Path, tolerance: f64, rule: i64) -> Triangles {
    let tess = rt_lyon_fill_tessellate_with_rule(path.0, tolerance, rule);
    assert!(tess > 0, "{}", last_error());
    let triangles = Triangles::new(
        rt_lyon_fill_tessellation_get_vertices(tess),
        rt_lyon_fill_tessellation_get_indices(tess),
    );
    assert_eq!(rt_lyon_fill_tessellation_vertex_count(tess), triangles.vertices.len() as i64);
    assert_eq!(rt_lyon_fill_tessellation_index_count(tess), triangles.indices.len() as i64);
    assert!(rt_lyon_fill_tessellation_free(tess));
    triangles
}

pub fn stroke(path: &Path, width: f64, tolerance: f64, options: &str) -> Triangles {
    let tess = rt_lyon_stroke_tessellate_with_options(path.0, width, tolerance, c(options).as_ptr());
    assert!(tess > 0, "{}", last_error());
    let triangles = Triangles::new(
        rt_lyon_stroke_tessellation_get_vertices(tess),
        rt_lyon_stroke_tessellation_get_indices(tess),
    );
    assert!(rt_lyon_stroke_tessellation_free(tess));
    triangles
}

#[track_caller]
pub fn near(actual: f64, expected: f64, tolerance: f64) {
    assert!((actual - expected).abs() <= tolerance, "{actual} is not within {tolerance} of {expected}");
}

/// Numbers that look random and are the same in every run.
pub struct Random(pub u64);

impl Random {
    pub fn unit(&mut self) -> f64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as f64 / (1u64 << 53) as f64
    }

    pub fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.unit()
    }
}

/// A file of this test's own, which goes when the test ends.
pub struct File(pub PathBuf);

impl File {
    pub fn new(name: &str) -> Self {
        Self(std::env::temp_dir().join(format!("graphics2d-{}-{name}", std::process::id())))
    }

    pub fn c(&self) -> std::ffi::CString {
        c(self.0.to_str().expect("UTF-8"))
    }
}

impl Drop for File {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

/// A canvas that frees itself.
pub struct Canvas(pub i64);

impl Drop for Canvas {
    fn drop(&mut self) {
        assert!(rt_lyon_canvas_free(self.0));
    }
}

/// The canvas, which must have been made.
pub fn canvas(handle: i64) -> Canvas {
    assert!(handle > 0, "{}", last_error());
    Canvas(handle)
}

impl Canvas {
    pub fn new(width: i64, height: i64) -> Self {
        canvas(rt_lyon_canvas_new(width, height))
    }

    pub fn of(pixels: &[[u8; 4]], width: i64) -> Self {
        let (bytes, height) = (pixels.as_flattened(), pixels.len() as i64 / width);
        canvas(rt_lyon_canvas_from_pixels(bytes.as_ptr(), bytes.len() as i64, width, height))
    }

    pub fn size(&self) -> (i64, i64) {
        let Sides { width, height } = rt_lyon_canvas_get_size(self.0);
        (width, height)
    }

    pub fn pixels(&self) -> Vec<[u8; 4]> {
        items(rt_lyon_canvas_get_pixels(self.0), rt_bytes_free).as_chunks().0.to_vec()
    }

    pub fn pixel(&self, x: i64, y: i64) -> [u8; 4] {
        self.pixels()[(y * self.size().0 + x) as usize]
    }
}
