//! Tessellating an icon set through the boundary, beside lyon called directly, and drawing beside Skia.
#![allow(unsafe_code)]

use anyhow::{Result, ensure};
use bench::{compare, nanoseconds, row, table};
use lyon::{
    lyon_tessellation::{
        BuffersBuilder, FillOptions, FillTessellator, FillVertex, StrokeOptions, StrokeTessellator,
        StrokeVertex, VertexBuffers,
    },
    math::{Point, point},
    path::{FillRule, Path},
};
use std::{ffi::CString, fs};
use xtask::{
    build::{Options, build},
    python,
    workspace::{root, stdout},
};

// Links the exported functions into this program.
use simple_native as _;
use simple_native_sys as c;

/// Icons are 16 units across; drawn 32 times as large.
const SCALE: f64 = 32.0;
const TOLERANCE: f64 = 0.1;
const WIDTH: f64 = 3.0;

fn main() -> Result<()> {
    table();
    let icons = icons()?;
    fill(&icons);
    stroke(&icons);
    bulk(&icons);
    transforms();
    drawing()
}

/// Drawing from Python, beside Skia.
fn drawing() -> Result<()> {
    let python = python::environment("skia", &["skia-python==144.1"])?;
    let archives = build(&Options { release: true, ..Default::default() })?;
    let mut script = python::script(&python, &root().join("bench/python/drawing.py"));
    script.arg(&archives.shared).arg(root().join("bench/data/icons.txt"));
    print!("{}", stdout(script.arg(root().join("ffi_graphics2d/src/sans.ttf")))?);
    Ok(())
}

/// A path for us, by handle, and the same one for lyon.
struct Icon {
    ours: i64,
    theirs: Path,
}

fn icons() -> Result<Vec<Icon>> {
    let text = fs::read_to_string(root().join("bench/data/icons.txt"))?;
    text.lines().filter(|line| !line.starts_with('#')).map(icon).collect()
}

fn icon(d: &str) -> Result<Icon> {
    // SAFETY: borrowed for the call.
    let raw = unsafe { c::rt_lyon_path_from_svg(CString::new(d)?.as_ptr()) };
    ensure!(raw != 0, "{d}");
    let ours = c::rt_lyon_path_transform(raw, SCALE, 0.0, 0.0, SCALE, 0.0, 0.0);
    let text = c::rt_lyon_path_to_svg(ours);
    // SAFETY: a text of the archive ends with a NUL.
    #[allow(unsafe_code)]
    let written = unsafe { std::ffi::CStr::from_ptr(text) }.to_str()?.to_owned();
    // SAFETY: the archive's, freed once.
    unsafe { c::rt_text_free(text) };
    Ok(Icon { ours, theirs: parse(&written) })
}

/// The path that our own SVG text describes: M, L, Q, C and Z, all absolute.
fn parse(d: &str) -> Path {
    let mut builder = Path::builder();
    let mut open = false;
    for piece in
        d.split_inclusive(|c: char| c.is_ascii_alphabetic() && c != 'e').collect::<Vec<_>>().windows(2)
    {
        let letter = piece[0].chars().last().unwrap_or(' ');
        let numbers = piece[1].trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let n: Vec<f32> = numbers.split(' ').filter_map(|number| number.parse().ok()).collect();
        match letter {
            'M' => {
                if open {
                    builder.end(false);
                }
                builder.begin(point(n[0], n[1]));
                open = true;
            }
            'L' => drop(builder.line_to(point(n[0], n[1]))),
            'Q' => drop(builder.quadratic_bezier_to(point(n[0], n[1]), point(n[2], n[3]))),
            'C' => drop(builder.cubic_bezier_to(point(n[0], n[1]), point(n[2], n[3]), point(n[4], n[5]))),
            _ => {}
        }
        if piece[1].ends_with('Z') {
            builder.end(true);
            open = false;
        }
    }
    if open {
        builder.end(false);
    }
    builder.build()
}

fn show(what: &str, result: bench::Comparison, calls: usize, aim: &str) {
    let (ours, theirs) = (nanoseconds(result.ours, calls), nanoseconds(result.theirs, calls));
    row(what, &ours, &theirs, result.ratio, aim);
}

fn fill(icons: &[Icon]) {
    let options = FillOptions::tolerance(TOLERANCE as f32).with_fill_rule(FillRule::NonZero);
    let mut tessellator = FillTessellator::new();
    let (mut ours, mut theirs) = (0, 0);
    let result = compare(
        || {
            let count = |icon: &Icon| {
                let tess = c::rt_lyon_fill_tessellate_with_rule(icon.ours, TOLERANCE, 1);
                let count = c::rt_lyon_fill_tessellation_vertex_count(tess);
                c::rt_lyon_fill_tessellation_free(tess);
                count
            };
            ours = icons.iter().map(count).sum::<i64>();
        },
        || {
            let count = |icon: &Icon| {
                let mut buffers: VertexBuffers<Point, u32> = VertexBuffers::new();
                let mut out = BuffersBuilder::new(&mut buffers, |vertex: FillVertex| vertex.position());
                tessellator.tessellate_path(&icon.theirs, &options, &mut out).expect("an icon");
                buffers.vertices.len() as i64
            };
            theirs = icons.iter().map(count).sum::<i64>();
        },
    );
    // With its tolerance for curves, lyon also joins corners that are near.
    assert!(ours.abs_diff(theirs) <= 5, "both sides do the same work: {ours} and {theirs} vertices");
    let what = format!("filling an icon (of {}) as triangles / lyon directly", icons.len());
    show(&what, result, icons.len(), "at most 1.05");
}

fn stroke(icons: &[Icon]) {
    // The same limit: lyon's is half of SVG's, which is 4.
    let options =
        StrokeOptions::tolerance(TOLERANCE as f32).with_line_width(WIDTH as f32).with_miter_limit(2.0);
    let mut tessellator = StrokeTessellator::new();
    let (mut ours, mut theirs) = (0, 0);
    let result = compare(
        || {
            let count = |icon: &Icon| {
                let tess = c::rt_lyon_stroke_tessellate(icon.ours, WIDTH, TOLERANCE);
                let count = c::rt_lyon_stroke_tessellation_vertex_count(tess);
                c::rt_lyon_stroke_tessellation_free(tess);
                count
            };
            ours = icons.iter().map(count).sum::<i64>();
        },
        || {
            let count = |icon: &Icon| {
                let mut buffers: VertexBuffers<(Point, lyon::math::Vector), u32> = VertexBuffers::new();
                let vertex = |vertex: StrokeVertex| (vertex.position(), vertex.normal());
                let mut out = BuffersBuilder::new(&mut buffers, vertex);
                tessellator.tessellate_path(&icon.theirs, &options, &mut out).expect("an icon");
                buffers.vertices.len() as i64
            };
            theirs = icons.iter().map(count).sum::<i64>();
        },
    );
    // Ours lays joins over lines that are too short for a turn, where lyon's leaves something out or pokes through.
    assert!(
        20 * ours.abs_diff(theirs) <= theirs.unsigned_abs(),
        "about the same work: {ours} and {theirs} vertices"
    );
    show("stroking an icon as triangles / lyon directly", result, icons.len(), "at most 1.05");
}

/// The vertices as bytes for a GPU: a copy of memory that is there already.
fn bulk(icons: &[Icon]) {
    let buffers: Vec<i64> = icons
        .iter()
        .map(|icon| {
            let tess = c::rt_lyon_fill_tessellate_with_rule(icon.ours, TOLERANCE, 1);
            let buffer = c::rt_lyon_fill_tessellation_get_vertices(tess);
            c::rt_lyon_fill_tessellation_free(tess);
            buffer
        })
        .collect();
    let bytes = |buffer: &i64| {
        let bytes = c::rt_lyon_vertex_buffer_bytes(*buffer);
        // SAFETY: the archive's, freed once.
        unsafe { c::rt_bytes_free(bytes.data, bytes.len) };
        bytes.len as usize
    };
    let sizes: Vec<usize> = buffers.iter().map(bytes).collect();
    let result = compare(
        || buffers.iter().map(bytes).sum::<usize>(),
        || sizes.iter().map(|&size| std::hint::black_box(vec![1u8; size]).len()).sum::<usize>(),
    );
    show("an icon's vertices packed for a GPU / filling as much memory", result, buffers.len(), "");
    assert!(buffers.iter().all(|&buffer| c::rt_lyon_vertex_buffer_free(buffer)));
}

fn transforms() {
    const CALLS: usize = 100_000;
    let result = compare(
        || (0..CALLS).filter(|_| c::rt_lyon_transform_free(c::rt_lyon_transform_rotate(0.5))).count(),
        || (0..CALLS).filter(|_| std::hint::black_box(Box::new([0.5f64.sin(); 6]))[0] > 0.0).count(),
    );
    show("a transform made and freed / a box of six numbers", result, CALLS, "");
}
