//! Coverage of pixels by triangles: where any triangle is counts once, however many overlap.
//!
//! Each row of pixels is cut into lines; along a line the covered part of a pixel is exact.

use lyon::geom::Point;

/// Lines to a row of pixels.
const LINES: usize = 16;
/// What is less of a pixel than this is rounding.
const LEAST: f32 = 1.0 / 4096.0;

struct Edge {
    from: Point<f64>,
    to: Point<f64>,
    /// 1 where the edge goes down, −1 where it goes up; `from` is above `to` either way.
    winding: i32,
}

/// Calls `paint` with row, column and coverage (0 to 1) of each pixel of a picture that the triangles touch.
pub fn cover(
    triangles: impl Iterator<Item = [Point<f64>; 3]>,
    width: usize,
    height: usize,
    mut paint: impl FnMut(usize, usize, f32),
) {
    let edges = edges(triangles, height);
    let mut row = Row { active: vec![], crossings: vec![], steps: vec![0.0; width + 2], touched: width..0 };
    let mut next = 0;
    let mut y = edges.first().map_or(0, |edge| edge.from.y.max(0.0) as usize);
    while y < height && (next < edges.len() || !row.active.is_empty()) {
        while next < edges.len() && edges[next].from.y < (y + 1) as f64 {
            row.active.push(next);
            next += 1;
        }
        row.scan(&edges, y, width);
        row.flush(width, |x, coverage| paint(y, x, coverage));
        row.active.retain(|&edge| edges[edge].to.y > (y + 1) as f64);
        y += 1;
    }
}

/// The triangles' edges, all wound the same way, from top to bottom.
fn edges(triangles: impl Iterator<Item = [Point<f64>; 3]>, height: usize) -> Vec<Edge> {
    let mut edges = vec![];
    for [a, b, c] in triangles {
        let area = (b - a).cross(c - a);
        let corners = if area > 0.0 { [a, b, c] } else { [a, c, b] };
        for i in 0..3 {
            let (from, to) = (corners[i], corners[(i + 1) % 3]);
            let (top, bottom) = (from.y.min(to.y), from.y.max(to.y));
            if area == 0.0 || bottom <= 0.0 || top >= height as f64 || line_below(top) == line_below(bottom) {
                continue;
            }
            edges.push(if from.y < to.y {
                Edge { from, to, winding: 1 }
            } else {
                Edge { from: to, to: from, winding: -1 }
            });
        }
    }
    edges.sort_by(|a, b| a.from.y.total_cmp(&b.from.y));
    edges
}

/// The number of the first line at or below `y`, among all lines of the picture.
fn line_below(y: f64) -> f64 {
    (y * LINES as f64 - 0.5).ceil()
}

struct Row {
    active: Vec<usize>,
    crossings: Vec<(f32, i32)>,
    /// What each pixel's coverage adds to that of the pixel left of it.
    steps: Vec<f32>,
    touched: std::ops::Range<usize>,
}

impl Row {
    fn scan(&mut self, edges: &[Edge], y: usize, width: usize) {
        for line in 0..LINES {
            let at = y as f64 + (line as f64 + 0.5) / LINES as f64;
            self.crossings.clear();
            for edge in self.active.iter().map(|&edge| &edges[edge]) {
                if edge.from.y <= at && at < edge.to.y {
                    let t = (at - edge.from.y) / (edge.to.y - edge.from.y);
                    let x = edge.from.x + t * (edge.to.x - edge.from.x);
                    self.crossings.push((x.clamp(0.0, width as f64) as f32, edge.winding));
                }
            }
            self.crossings.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
            self.spans();
        }
    }

    /// Counts what lies between the crossings of one line.
    fn spans(&mut self) {
        let (mut winding, mut start) = (0, 0.0);
        for i in 0..self.crossings.len() {
            let (x, change) = self.crossings[i];
            if winding == 0 {
                start = x;
            }
            winding += change;
            if winding == 0 && x > start {
                self.step(start, 1.0 / LINES as f32);
                self.step(x, -1.0 / LINES as f32);
            }
        }
    }

    /// From x on, coverage is more by `by`.
    fn step(&mut self, x: f32, by: f32) {
        let pixel = x as usize;
        let part = x - pixel as f32;
        self.steps[pixel] += by * (1.0 - part);
        self.steps[pixel + 1] += by * part;
        self.touched = self.touched.start.min(pixel)..self.touched.end.max(pixel + 2);
    }

    fn flush(&mut self, width: usize, mut paint: impl FnMut(usize, f32)) {
        let mut coverage = 0.0;
        for x in self.touched.clone() {
            coverage += std::mem::take(&mut self.steps[x]);
            if coverage > LEAST && x < width {
                paint(x, if coverage > 1.0 - LEAST { 1.0 } else { coverage });
            }
        }
        self.touched = width..0;
    }
}
