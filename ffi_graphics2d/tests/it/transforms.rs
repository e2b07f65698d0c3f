//! Transforms by matrix identities.

use crate::{c::*, host::*};
use std::f64::consts::{FRAC_PI_2, PI};

struct Transform(i64);

impl Drop for Transform {
    fn drop(&mut self) {
        assert!(rt_lyon_transform_free(self.0));
        assert!(!rt_lyon_transform_free(self.0));
    }
}

fn transform(handle: i64) -> Transform {
    assert!(handle > 0, "{}", last_error());
    Transform(handle)
}

fn numbers(transform: &Transform) -> Matrix {
    let mut out = [f64::NAN; 6];
    assert!(rt_lyon_transform_get_into(transform.0, &mut out));
    out
}

fn then(first: &Transform, second: &Transform) -> Transform {
    transform(rt_lyon_transform_multiply(first.0, second.0))
}

#[track_caller]
fn same(a: &Transform, b: &Transform) {
    numbers(a).into_iter().zip(numbers(b)).for_each(|(a, b)| near(a, b, 1e-12 * (1.0 + b.abs())));
}

#[test]
fn the_simple_ones() {
    assert_eq!(numbers(&transform(rt_lyon_transform_identity())), [1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);
    assert_eq!(numbers(&transform(rt_lyon_transform_translate(3.0, 4.0))), [1.0, 0.0, 0.0, 1.0, 3.0, 4.0]);
    assert_eq!(numbers(&transform(rt_lyon_transform_scale(3.0, -4.0))), [3.0, 0.0, 0.0, -4.0, 0.0, 0.0]);
    let turn = transform(rt_lyon_transform_rotate(FRAC_PI_2));
    let Pair { x, y } = rt_lyon_transform_apply(turn.0, 1.0, 0.0);
    near(x, 0.0, 1e-15);
    near(y, 1.0, 1e-15);
    let six = transform(rt_lyon_transform_new(1.0, 2.0, 3.0, 4.0, 5.0, 6.0));
    assert_eq!(numbers(&six), [1.0, 2.0, 3.0, 4.0, 5.0, 6.0]);
    // x' = m11 x + m21 y + tx, y' = m12 x + m22 y + ty.
    assert_eq!(rt_lyon_transform_apply(six.0, 10.0, 100.0), Pair { x: 315.0, y: 426.0 });
}

#[test]
fn identities() {
    let (a, b) = (transform(rt_lyon_transform_rotate(0.4)), transform(rt_lyon_transform_rotate(1.1)));
    same(&then(&a, &b), &transform(rt_lyon_transform_rotate(1.5)));
    let shift = transform(rt_lyon_transform_translate(5.0, -2.0));
    let stretch = transform(rt_lyon_transform_scale(2.0, 3.0));
    // The first argument acts first.
    assert_eq!(numbers(&then(&shift, &stretch)), [2.0, 0.0, 0.0, 3.0, 10.0, -6.0]);
    assert_eq!(numbers(&then(&stretch, &shift)), [2.0, 0.0, 0.0, 3.0, 5.0, -2.0]);
    // (a b) c = a (b c), and what is undone is as it was.
    same(&then(&then(&a, &shift), &stretch), &then(&a, &then(&shift, &stretch)));
    let all = then(&then(&a, &shift), &stretch);
    let undo = transform(rt_lyon_transform_inverse(all.0));
    same(&then(&all, &undo), &transform(rt_lyon_transform_identity()));
    let flat = transform(rt_lyon_transform_scale(1.0, 0.0));
    assert_eq!(rt_lyon_transform_inverse(flat.0), 0);
    assert_eq!(last_error(), "`transform` has no inverse: it flattens the plane");
}

#[test]
fn of_paths() {
    let shape = svg("M0 0L10 0Q12 8 0 20C-4 4 -8 2 0 0Z");
    let [m11, m12, m21, m22, tx, ty] = [1.5, -0.5, 0.25, 2.0, 7.0, -3.0];
    let moved = path(rt_lyon_path_transform(shape.0, m11, m12, m21, m22, tx, ty));
    let six = transform(rt_lyon_transform_new(m11, m12, m21, m22, tx, ty));
    assert_eq!(d(&moved), d(&path(rt_lyon_path_apply_transform(shape.0, six.0))));
    let (before, after) = (fill(&shape, 1e-4, 1).area(), fill(&moved, 1e-4, 1).area());
    near(after, before * (m11 * m22 - m12 * m21), 0.05);
    let there = transform(rt_lyon_transform_inverse(six.0));
    let back = path(rt_lyon_path_apply_transform(moved.0, there.0));
    bounds(&back).into_iter().zip(bounds(&shape)).for_each(|(a, b)| near(a, b, 1e-12));
    // Turned by half a turn, what was inside is inside.
    let turn = transform(rt_lyon_transform_rotate(PI));
    let turned = path(rt_lyon_path_apply_transform(shape.0, turn.0));
    assert!(
        rt_lyon_path_contains_point(shape.0, 3.0, 5.0) && rt_lyon_path_contains_point(turned.0, -3.0, -5.0)
    );
}

#[test]
fn that_lead_too_far_are_refused() {
    let far = transform(rt_lyon_transform_scale(1e20, 1e20));
    let circle = path(rt_lyon_path_circle(0.0, 0.0, 1e12));
    assert_eq!(rt_lyon_path_apply_transform(circle.0, far.0), 0);
    assert_eq!(
        last_error(),
        "`transform` would lead to a coordinate of 1e32, and they go from -1e30 to 1e30"
    );
    let huge = transform(rt_lyon_transform_scale(1e200, 1.0));
    assert_eq!(rt_lyon_transform_multiply(huge.0, huge.0), 0);
    assert_eq!(last_error(), "`t1` would lead to a transform with inf in it");
}

#[test]
fn inverses_of_large_and_small_transforms() {
    for [m11, m12, m21, m22, tx, ty] in [
        [1e200, 0.0, 0.0, 1e200, 0.0, 0.0],
        [1e-170, 0.0, 0.0, 1e-170, 1e-170, 0.0],
        [3e200, 4e200, -4e200, 3e200, 5e200, 0.0],
        [1e200, 0.0, 0.0, 1e-200, 1.0, 1.0],
        [1e-290, 2e-290, -2e-290, 1e-290, 0.0, 3e-290],
    ] {
        let there = rt_lyon_transform_new(m11, m12, m21, m22, tx, ty);
        let back = rt_lyon_transform_inverse(there);
        assert!(back > 0, "{}", last_error());
        let both = rt_lyon_transform_multiply(there, back);
        let mut found = [0.0; 6];
        assert!(rt_lyon_transform_get_into(both, &mut found));
        for (found, expected) in found.into_iter().zip([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]) {
            near(found, expected, 1e-12);
        }
    }
    let flat = rt_lyon_transform_new(1e200, 2e200, 2e200, 4e200, 0.0, 0.0);
    assert_eq!(rt_lyon_transform_inverse(flat), 0);
    assert_eq!(last_error(), "`transform` has no inverse: it flattens the plane");
}
