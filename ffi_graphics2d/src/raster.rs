//! Coverage of pixels by what edges enclose, exact but for where edges cross thick and fast.

use crate::{
    coverage_row::CoverageRow,
    edge::{Edge, FLAT},
    edge_order,
    fill_rule::is_filled,
    parity_row::ParityRow,
    picture::Size,
};
use lyon::path::FillRule;
use std::ops::Range;

/// The least height of a part of a row that is cut off at a crossing, in pixels.
const SLIVER: f64 = 1.0 / 1024.0;
/// A row is cut so often, in parts of its edges; what crosses more often is seen along lines.
const MOST_CUT_EDGES: usize = 4096;
/// Number of those lines.
const LINES: usize = 16;
/// With more edges for each pixel of a row, the even-odd rule looks at all places along the lines.
const MOST_SORTED: f64 = 1.0 / 8.0;
/// With more edges in a row, and more for each of its pixels than `MOST_SORTED`, they are looked at all together.
const MOST_APART: usize = 256;
/// Parts of a row that are lower count for nothing: edges that are too low are left out.
const ROUNDING: f64 = 1e-6;
/// Moves an edge, on average, that sorting by insertion may take.
const MOST_MOVES: usize = 8;

/// Rule for what counts as covered.
#[derive(Clone, Copy)]
pub enum Covered {
    /// All that the edges go round: no point more than once, and all in the same direction.
    Once,
    /// All that a fill rule fills.
    By(FillRule),
}

/// Calls `paint` with a row, columns and the coverage (above 0, up to 1) that all of these have, for what the edges
/// enclose in a picture of that size.
pub fn cover(
    mut edges: Vec<Edge>,
    covered: Covered,
    size: Size,
    mut paint: impl FnMut(usize, Range<usize>, f32),
) {
    edges.sort_unstable_by(|a, b| a.top.y.total_cmp(&b.top.y));
    // Of most shapes, no edges cross.
    let steps = match covered {
        Covered::Once => None,
        Covered::By(rule) => edge_order::fill_steps(&edges, rule),
    };
    let mut row = CoverageRow::new(size.width);
    let mut sides = Sides { edges: &edges, active: vec![], levels: vec![], parity: None, ends: vec![] };
    let mut next = 0;
    let first = edges.first().map_or(0.0, |edge| edge.top.y.max(0.0)) as usize;
    for y in first..size.height {
        let (top, bottom) = (y as f64, (y + 1) as f64);
        while next < edges.len() && edges[next].top.y < bottom {
            sides.active.push(Side { edge: next, winding: 0, top: 0.0, bottom: 0.0, height: 0.0 });
            next += 1;
        }
        if sides.active.is_empty() && next == edges.len() {
            break;
        }
        match covered {
            Covered::By(rule) if steps.is_none() => sides.add_row(top, rule, &mut row),
            _ => sides.add_all(top, steps.as_deref(), &mut row),
        }
        row.flush(|columns, coverage| paint(y, columns, coverage));
        sides.active.retain(|side| edges[side.edge].bottom.y > bottom);
    }
}

/// The edges that a row of pixels meets, as they are between two levels of it.
struct Sides<'a> {
    edges: &'a [Edge],
    /// In about the order in which they were last, from left to right.
    active: Vec<Side>,
    levels: Vec<f64>,
    parity: Option<ParityRow>,
    /// Where edges of a group begin and end.
    ends: Vec<(f64, i64)>,
}

struct Side {
    edge: usize,
    /// 0 where the edge does not go from level to level.
    winding: i64,
    /// x at the upper and at the lower level.
    top: f64,
    bottom: f64,
    /// How much of the row's height the edge goes through.
    height: f64,
}

impl Side {
    fn left(&self) -> f64 {
        self.top.min(self.bottom)
    }

    fn middle(&self) -> f64 {
        (self.top + self.bottom) / 2.0
    }
}

impl Sides<'_> {
    /// Adds each edge's part of a row: their sum is the coverage, where no point is gone round twice.
    fn add_all(&mut self, y: f64, steps: Option<&[i8]>, row: &mut CoverageRow) {
        for side in &mut self.active {
            let edge = &self.edges[side.edge];
            let step = steps.map_or(edge.winding as f64, |steps| f64::from(steps[side.edge]));
            // Where an edge comes from the row above, it is where it left that one.
            let (from, top) = if side.height > 0.0 {
                (y, side.bottom)
            } else {
                (edge.top.y.max(y), edge.x_at(edge.top.y.max(y)))
            };
            let to = edge.bottom.y.min(y + 1.0);
            (side.bottom, side.height) = (edge.x_at(to), to - from);
            row.add_edge(top, side.bottom, side.height * step);
        }
    }

    /// Adds what a rule fills in a row: group by group of edges whose columns meet, for between two groups the winding
    /// number is the same all the way down.
    fn add_row(&mut self, y: f64, rule: FillRule, row: &mut CoverageRow) {
        let count = self.active.len();
        if count > MOST_APART && count as f64 > MOST_SORTED * row.width() as f64 {
            return self.add_group(0..count, 0, y, rule, row);
        }
        for side in &mut self.active {
            let edge = &self.edges[side.edge];
            let (from, to) = (edge.top.y.max(y), edge.bottom.y.min(y + 1.0));
            (side.top, side.bottom) = (edge.x_at(from), edge.x_at(to));
            (side.winding, side.height) = (edge.winding, to - from);
        }
        self.sort(0..count, |a, b| a.left() > b.left());
        let (mut start, mut winding) = (0, 0);
        while start < count {
            let (mut end, mut right) = (start, f64::NEG_INFINITY);
            let sum = loop {
                while let Some(side) =
                    self.active.get(end).filter(|side| end == start || side.left() <= right)
                {
                    right = right.max(side.top.max(side.bottom));
                    end += 1;
                }
                match self.winding_across(start..end, y) {
                    // A level line goes on to the next ones.
                    None if end < count => right = self.active[end].left(),
                    sum => break sum,
                }
            };
            let beyond = winding + sum.unwrap_or_default();
            let first = self.active[start].winding;
            // One way down, however many edges it has, is crossed once at each height.
            if sum == Some(first) && self.active[start..end].iter().all(|side| side.winding == first) {
                let (is_filled, was_filled) = (is_filled(rule, beyond), is_filled(rule, winding));
                if is_filled != was_filled {
                    let sign = if is_filled { 1.0 } else { -1.0 };
                    for side in &self.active[start..end] {
                        row.add_edge(side.top, side.bottom, sign * side.height);
                    }
                }
            } else {
                self.add_group(start..end, winding, y, rule, row);
            }
            (start, winding) = (end, beyond);
        }
    }

    /// Growth of the winding number from left to right of a group, where it is the same all the way down the row.
    fn winding_across(&mut self, group: Range<usize>, y: f64) -> Option<i64> {
        if let [only] = &self.active[group.clone()] {
            return (only.height > 1.0 - ROUNDING).then_some(only.winding);
        }
        self.ends.clear();
        for side in &self.active[group] {
            let edge = &self.edges[side.edge];
            self.ends.push((edge.top.y.max(y), side.winding));
            self.ends.push((edge.bottom.y.min(y + 1.0), -side.winding));
        }
        self.ends.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
        let (mut from, mut sum, mut all) = (y, 0, None);
        for &(at, step) in self.ends.iter().chain([&(y + 1.0, 0)]) {
            if at - from > ROUNDING {
                if all.is_some_and(|all| all != sum) {
                    return None;
                }
                all = Some(sum);
            }
            (from, sum) = (at, sum + step);
        }
        all
    }

    /// Adds what a rule fills in a row where these edges are, in parts in which none begins, ends or crosses another.
    /// `winding` is the winding number left of them.
    fn add_group(
        &mut self,
        group: Range<usize>,
        winding: i64,
        y: f64,
        rule: FillRule,
        row: &mut CoverageRow,
    ) {
        let mut levels = std::mem::take(&mut self.levels);
        levels.clear();
        levels.extend([y, y + 1.0]);
        for edge in self.active[group.clone()].iter().map(|side| &self.edges[side.edge]) {
            let is_within = |level: &f64| *level > y && *level < y + 1.0;
            levels.extend([edge.top.y, edge.bottom.y].into_iter().filter(is_within));
        }
        levels.sort_unstable_by(f64::total_cmp);
        self.add_parts(group, winding, &levels, rule, row);
        self.levels = levels;
    }

    fn add_parts(
        &mut self,
        group: Range<usize>,
        winding: i64,
        levels: &[f64],
        rule: FillRule,
        row: &mut CoverageRow,
    ) {
        let most = MOST_CUT_EDGES / group.len().max(1);
        let (mut from, end) = (levels[0], levels[levels.len() - 1]);
        let mut cuts = levels.len() - 2;
        for &to in &levels[1..] {
            while to - from > FLAT {
                if cuts > most {
                    return self.add_lines(group, winding, from..end, rule, row);
                }
                self.place(&group, from, to);
                let cut = self.first_crossing(&group, from, to);
                if cut < to {
                    self.place(&group, from, cut);
                    self.sort(group.clone(), |a, b| a.middle() > b.middle());
                    cuts += 1;
                }
                self.add_part(&group, winding, cut - from, rule, row);
                from = cut;
            }
        }
    }

    /// Adds what is left of a row as it is along lines.
    fn add_lines(
        &mut self,
        group: Range<usize>,
        winding: i64,
        rest: Range<f64>,
        rule: FillRule,
        row: &mut CoverageRow,
    ) {
        let height = (rest.end - rest.start) / LINES as f64;
        let is_all = group == (0..self.active.len()) && winding == 0;
        if rule == FillRule::EvenOdd && is_all && group.len() as f64 > MOST_SORTED * row.width() as f64 {
            let lines = (0..LINES).map(|line| rest.start + (line as f64 + 0.5) * height);
            return self.add_parity(lines, height, row);
        }
        for line in 0..LINES {
            let from = rest.start + line as f64 * height;
            self.place(&group, from, from + height);
            self.sort(group.clone(), |a, b| a.middle() > b.middle());
            self.add_part(&group, winding, height, rule, row);
        }
    }

    /// Adds what the even-odd rule fills along lines, each as high as that.
    fn add_parity(&mut self, lines: impl Iterator<Item = f64>, height: f64, row: &mut CoverageRow) {
        let parity = self.parity.get_or_insert_with(|| ParityRow::new(row.width()));
        for y in lines {
            for edge in self.active.iter().map(|side| &self.edges[side.edge]) {
                if edge.winding_at(y) != 0 {
                    parity.cross(edge.x_at(y));
                }
            }
            parity.end_line();
        }
        row.add_pixels(parity.take(height));
    }

    /// Says where the edges are at two levels.
    fn place(&mut self, group: &Range<usize>, from: f64, to: f64) {
        let middle = (from + to) / 2.0;
        for side in &mut self.active[group.clone()] {
            let edge = &self.edges[side.edge];
            side.winding = edge.winding_at(middle);
            (side.top, side.bottom) = (edge.x_at(from), edge.x_at(to));
        }
    }

    /// The height at which the first two edges cross between two levels, a sliver below the upper one at least; that
    /// of the lower level where none do.
    fn first_crossing(&mut self, group: &Range<usize>, from: f64, to: f64) -> f64 {
        self.sort(group.clone(), |a, b| (a.top, a.bottom) > (b.top, b.bottom));
        let (mut first, mut before): (f64, Option<&Side>) = (to, None);
        for side in self.active[group.clone()].iter().filter(|side| side.winding != 0) {
            if let Some(before) = before.filter(|before| before.bottom > side.bottom) {
                let (above, below) = (side.top - before.top, before.bottom - side.bottom);
                first = first.min(from + (to - from) * (above / (above + below)));
            }
            before = Some(side);
        }
        if first < to { first.max(from + SLIVER).min(to) } else { to }
    }

    /// Sorts what is all but sorted already.
    fn sort(&mut self, group: Range<usize>, is_after: impl Fn(&Side, &Side) -> bool) {
        let sides = &mut self.active[group];
        let mut left = MOST_MOVES * sides.len();
        for i in 1..sides.len() {
            let mut at = i;
            while at > 0 && is_after(&sides[at - 1], &sides[at]) {
                sides.swap(at - 1, at);
                at -= 1;
                left -= 1;
                if left == 0 {
                    sides.sort_unstable_by(|a, b| is_after(a, b).cmp(&is_after(b, a)));
                    return;
                }
            }
        }
    }

    /// Adds the edges at which what is filled begins or ends.
    fn add_part(
        &mut self,
        group: &Range<usize>,
        mut winding: i64,
        height: f64,
        rule: FillRule,
        row: &mut CoverageRow,
    ) {
        let mut was_filled = is_filled(rule, winding);
        for side in &self.active[group.clone()] {
            winding += side.winding;
            let is_filled = is_filled(rule, winding);
            if is_filled != was_filled {
                row.add_edge(side.top, side.bottom, if is_filled { height } else { -height });
            }
            was_filled = is_filled;
        }
    }
}
