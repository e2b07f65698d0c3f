//! The functions as the header declares them.
#![allow(unsafe_code, missing_docs)]

use std::ffi::c_char;

// Links the exported functions into this program.
use ffi_graphics2d as _;

#[repr(C)]
pub struct Array<T> {
    pub data: *mut T,
    pub len: i64,
}

#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    pub min_x: f64,
    pub min_y: f64,
    pub max_x: f64,
    pub max_y: f64,
}

#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Along {
    pub x: f64,
    pub y: f64,
    pub tangent_x: f64,
    pub tangent_y: f64,
}

#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    pub x: f64,
    pub y: f64,
}

#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sides {
    pub width: i64,
    pub height: i64,
}

#[repr(C)]
pub struct SvgError {
    pub offset: i64,
    pub reason: *mut c_char,
}

pub type Matrix = [f64; 6];

macro_rules! functions {
    ($($name:ident($($arg:ident: $ty:ty),*) $(-> $ret:ty)?;)*) => {
        unsafe extern "C" {
            $(pub safe fn $name($($arg: $ty),*) $(-> $ret)?;)*
        }
    };
}

functions! {
    rt_lyon_path_builder_new() -> i64;
    rt_lyon_path_builder_free(builder: i64) -> bool;
    rt_lyon_path_builder_begin(builder: i64, x: f64, y: f64) -> bool;
    rt_lyon_path_builder_line_to(builder: i64, x: f64, y: f64) -> bool;
    rt_lyon_path_builder_quadratic_bezier_to(builder: i64, cx: f64, cy: f64, x: f64, y: f64) -> bool;
    rt_lyon_path_builder_cubic_bezier_to(builder: i64, ax: f64, ay: f64, bx: f64, by: f64, x: f64, y: f64) -> bool;
    rt_lyon_path_builder_arc_to(builder: i64, x: f64, y: f64, radius: f64, start: f64, sweep: f64) -> bool;
    rt_lyon_path_builder_close(builder: i64) -> bool;
    rt_lyon_path_builder_build(builder: i64) -> i64;
    rt_lyon_path_builder_add_path(builder: i64, path: i64);
    rt_lyon_path_free(path: i64) -> bool;
    rt_lyon_path_get_bounds(path: i64) -> Bounds;
    rt_lyon_path_get_bounds_into(path: i64, out: &mut Bounds) -> bool;
    rt_lyon_path_contains_point(path: i64, x: f64, y: f64) -> bool;
    rt_lyon_path_contains_point_with_rule(path: i64, x: f64, y: f64, rule: i64) -> bool;
    rt_lyon_path_transform(path: i64, m11: f64, m12: f64, m21: f64, m22: f64, tx: f64, ty: f64) -> i64;
    rt_lyon_path_apply_transform(path: i64, transform: i64) -> i64;
    rt_lyon_path_length(path: i64) -> f64;
    rt_lyon_path_point_at(path: i64, distance: f64) -> Along;
    rt_lyon_path_point_at_into(path: i64, distance: f64, out: &mut Along) -> bool;
    rt_lyon_path_dash(path: i64, pattern: *const f64, len: i64, offset: f64) -> i64;
    rt_lyon_path_from_svg(d: *const c_char) -> i64;
    rt_lyon_path_from_svg_lenient(d: *const c_char) -> i64;
    rt_lyon_svg_find_error(d: *const c_char) -> SvgError;
    rt_lyon_path_combine(path: i64, other: i64, operation: i64, rule: i64, tolerance: f64) -> i64;
    rt_lyon_path_simplify(path: i64, rule: i64, tolerance: f64) -> i64;
    rt_lyon_path_offset(path: i64, distance: f64, rule: i64, tolerance: f64, options: *const c_char) -> i64;
    rt_lyon_path_to_svg(path: i64) -> *mut c_char;
    rt_lyon_path_rectangle(x: f64, y: f64, width: f64, height: f64) -> i64;
    rt_lyon_path_rounded_rectangle(x: f64, y: f64, width: f64, height: f64, radius: f64) -> i64;
    rt_lyon_path_circle(x: f64, y: f64, radius: f64) -> i64;
    rt_lyon_path_ellipse(x: f64, y: f64, radius_x: f64, radius_y: f64) -> i64;
    rt_lyon_path_polygon(points: *const f64, len: i64, num_points: i64) -> i64;
    rt_lyon_path_star(x: f64, y: f64, inner: f64, outer: f64, num_points: i64) -> i64;
    rt_lyon_fill_tessellate(path: i64, tolerance: f64) -> i64;
    rt_lyon_fill_tessellate_with_rule(path: i64, tolerance: f64, rule: i64) -> i64;
    rt_lyon_fill_tessellation_free(tess: i64) -> bool;
    rt_lyon_fill_tessellation_get_vertices(tess: i64) -> i64;
    rt_lyon_fill_tessellation_get_indices(tess: i64) -> i64;
    rt_lyon_fill_tessellation_vertex_count(tess: i64) -> i64;
    rt_lyon_fill_tessellation_index_count(tess: i64) -> i64;
    rt_lyon_fill_tessellation_contains_point(tess: i64, x: f64, y: f64) -> bool;
    rt_lyon_fill_tessellation_draw(
        tess: i64, transform: i64, color: i64, pixels: *mut u8, len: i64, width: i64, height: i64) -> bool;
    rt_lyon_stroke_tessellate(path: i64, width: f64, tolerance: f64) -> i64;
    rt_lyon_stroke_tessellate_with_options(path: i64, width: f64, tolerance: f64, options: *const c_char) -> i64;
    rt_lyon_stroke_tessellation_free(tess: i64) -> bool;
    rt_lyon_stroke_tessellation_get_vertices(tess: i64) -> i64;
    rt_lyon_stroke_tessellation_get_indices(tess: i64) -> i64;
    rt_lyon_stroke_tessellation_contains_point(tess: i64, x: f64, y: f64) -> bool;
    rt_lyon_stroke_tessellation_draw(
        tess: i64, transform: i64, color: i64, pixels: *mut u8, len: i64, width: i64, height: i64) -> bool;
    rt_lyon_path_stroke_contains_point(path: i64, width: f64, options: *const c_char, x: f64, y: f64) -> bool;
    rt_lyon_vertex_buffer_free(buffer: i64) -> bool;
    rt_lyon_vertex_buffer_get_position(buffer: i64, index: i64) -> Pair;
    rt_lyon_vertex_buffer_get_position_into(buffer: i64, index: i64, out: &mut Pair) -> bool;
    rt_lyon_vertex_buffer_get_normal(buffer: i64, index: i64) -> Pair;
    rt_lyon_vertex_buffer_size(buffer: i64) -> i64;
    rt_lyon_vertex_buffer_to_array(buffer: i64) -> Array<f64>;
    rt_lyon_vertex_buffer_bytes(buffer: i64) -> Array<u8>;
    rt_lyon_vertex_buffer_write(buffer: i64, out: *mut u8, len: i64) -> i64;
    rt_lyon_index_buffer_free(buffer: i64) -> bool;
    rt_lyon_index_buffer_get(buffer: i64, index: i64) -> i64;
    rt_lyon_index_buffer_size(buffer: i64) -> i64;
    rt_lyon_index_buffer_to_array(buffer: i64) -> Array<i64>;
    rt_lyon_index_buffer_bytes(buffer: i64) -> Array<u8>;
    rt_lyon_index_buffer_write(buffer: i64, out: *mut u8, len: i64) -> i64;
    rt_lyon_transform_identity() -> i64;
    rt_lyon_transform_translate(tx: f64, ty: f64) -> i64;
    rt_lyon_transform_rotate(angle: f64) -> i64;
    rt_lyon_transform_scale(sx: f64, sy: f64) -> i64;
    rt_lyon_transform_multiply(t1: i64, t2: i64) -> i64;
    rt_lyon_transform_new(m11: f64, m12: f64, m21: f64, m22: f64, tx: f64, ty: f64) -> i64;
    rt_lyon_transform_get_into(transform: i64, out: &mut Matrix) -> bool;
    rt_lyon_transform_inverse(transform: i64) -> i64;
    rt_lyon_transform_apply(transform: i64, x: f64, y: f64) -> Pair;
    rt_lyon_transform_free(transform: i64) -> bool;
    rt_lyon_path_rasterize(path: i64, rule: i64, color: i64, width: i64, height: i64) -> Array<u8>;
    rt_lyon_png_encode(pixels: *const u8, len: i64, width: i64, height: i64) -> Array<u8>;
    rt_lyon_png_save(file: *const c_char, pixels: *const u8, len: i64, width: i64, height: i64) -> bool;
    rt_lyon_animation_new(file: *const c_char, width: i64, height: i64, frames: i64, frame_ms: i64) -> i64;
    rt_lyon_animation_add_frame(animation: i64, pixels: *const u8, len: i64) -> bool;
    rt_lyon_animation_finish(animation: i64) -> bool;
    rt_lyon_animation_free(animation: i64) -> bool;
    rt_lyon_path_stroke(path: i64, width: f64, tolerance: f64, options: *const c_char) -> i64;
    rt_lyon_canvas_new(width: i64, height: i64) -> i64;
    rt_lyon_canvas_from_pixels(pixels: *const u8, len: i64, width: i64, height: i64) -> i64;
    rt_lyon_canvas_load(file: *const c_char) -> i64;
    rt_lyon_canvas_decode(bytes: *const u8, len: i64) -> i64;
    rt_lyon_canvas_free(canvas: i64) -> bool;
    rt_lyon_canvas_get_size(canvas: i64) -> Sides;
    rt_lyon_canvas_clear(canvas: i64, color: i64) -> bool;
    rt_lyon_canvas_draw(canvas: i64, path: i64, x: f64, y: f64, angle: f64, scale: f64, color: i64) -> bool;
    rt_lyon_canvas_draw_many(
        canvas: i64, paths: *const i64, paths_len: i64, placements: *const f64, placements_len: i64,
        colors: *const i64, colors_len: i64) -> bool;
    rt_lyon_canvas_draw_picture(canvas: i64, picture: i64, transform: i64, opacity: f64) -> bool;
    rt_lyon_canvas_draw_pictures(
        canvas: i64, pictures: *const i64, pictures_len: i64, placements: *const f64, placements_len: i64,
        opacities: *const f64, opacities_len: i64) -> bool;
    rt_lyon_canvas_get_pixels(canvas: i64) -> Array<u8>;
    rt_lyon_canvas_write_pixels(canvas: i64, out: *mut u8, len: i64) -> i64;
    rt_lyon_canvas_save(canvas: i64, file: *const c_char) -> bool;
    rt_lyon_font_built_in() -> i64;
    rt_lyon_font_load(file: *const c_char, index: i64) -> i64;
    rt_lyon_font_decode(bytes: *const u8, len: i64, index: i64) -> i64;
    rt_lyon_font_free(font: i64) -> bool;
    rt_lyon_font_get_metrics_into(font: i64, size: f64, out: &mut [f64; 3]) -> bool;
    rt_lyon_font_measure(font: i64, text: *const c_char, size: f64) -> Pair;
    rt_lyon_font_covers(font: i64, text: *const c_char) -> bool;
    rt_lyon_font_text(font: i64, text: *const c_char, size: f64) -> i64;
    rt_lyon_canvas_draw_text(
        canvas: i64, font: i64, text: *const c_char, x: f64, y: f64, size: f64, color: i64) -> bool;
    rt_lyon_paint_color(color: i64) -> i64;
    rt_lyon_paint_linear_gradient(
        x1: f64, y1: f64, x2: f64, y2: f64, offsets: *const f64, offsets_len: i64, colors: *const i64,
        colors_len: i64, spread: i64) -> i64;
    rt_lyon_paint_radial_gradient(
        x: f64, y: f64, radius: f64, focus_x: f64, focus_y: f64, offsets: *const f64, offsets_len: i64,
        colors: *const i64, colors_len: i64, spread: i64) -> i64;
    rt_lyon_paint_conic_gradient(
        x: f64, y: f64, start: f64, offsets: *const f64, offsets_len: i64, colors: *const i64,
        colors_len: i64) -> i64;
    rt_lyon_paint_picture(picture: i64) -> i64;
    rt_lyon_paint_free(paint: i64) -> bool;
    rt_lyon_canvas_fill(
        canvas: i64, path: i64, transform: i64, paint: i64, clip: i64, options: *const c_char) -> bool;
    rt_lyon_get_last_error() -> *mut c_char;
    rt_lyon_clear_error();
    rt_text_free(text: *mut c_char);
    rt_f64_array_free(data: *mut f64, len: i64);
    rt_i64_array_free(data: *mut i64, len: i64);
    rt_bytes_free(data: *mut u8, len: i64);
}

/// A returned text, freed.
pub fn text(raw: *mut c_char) -> String {
    // SAFETY: texts of the archive are never NULL and end with a NUL.
    let text = unsafe { std::ffi::CStr::from_ptr(raw) }.to_str().expect("UTF-8").to_owned();
    rt_text_free(raw);
    text
}

/// A returned array, freed.
pub fn items<T: Copy>(array: Array<T>, free: extern "C" fn(*mut T, i64)) -> Vec<T> {
    if array.len == 0 {
        return vec![];
    }
    // SAFETY: an array of the archive has `len` items.
    let items = unsafe { std::slice::from_raw_parts(array.data, array.len as usize) }.to_vec();
    free(array.data, array.len);
    items
}
