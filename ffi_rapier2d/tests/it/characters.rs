//! Characters: how far they get.

use crate::common::*;

struct Walker {
    world: World,
    body: i64,
}

impl Walker {
    /// A capsule of a height of 1 and a width of 0.4 that stands at (0, 0).
    fn new(world: World) -> Self {
        let body = made(rt_rapier2d_body_new_kinematic(world.0, 0.0, 0.51, 0.0));
        made(rt_rapier2d_collider_new_capsule(world.0, body, 0.3, 0.2));
        ok(rt_rapier2d_body_set_character_gap(world.0, body, 0.01));
        Self { world, body }
    }

    /// Steps of walking while it falls at 2 m/s.
    fn walk(&self, steps: usize, speed: f64) -> RtCharacterMovement {
        self.walk_and_fall(steps, speed, 2.0)
    }

    fn walk_and_fall(&self, steps: usize, speed: f64, fall: f64) -> RtCharacterMovement {
        let mut last = RtCharacterMovement::default();
        for _ in 0..steps {
            last = rt_rapier2d_body_move_character(self.world.0, self.body, speed * DT, -fall * DT, DT);
            assert!(error().is_empty());
            let before = self.world.at(self.body);
            self.world.steps(1);
            let after = self.world.at(self.body);
            // What it says is what it does.
            near(after.x - before.x, last.x, 1e-9);
            near(after.y - before.y, last.y, 1e-9);
        }
        last
    }
}

#[test]
fn a_character_walks_on_the_ground_and_stops_at_a_wall() {
    for chain in [false, true] {
        let world = World::new(0.0, -G);
        if chain {
            world.chain(world.fixed(0.0, 0.0), &[50.0, 0.0, 10.0, 0.0, -10.0, 0.0, -50.0, 0.0], false);
        } else {
            world.floor();
        }
        let wall = world.rectangle(world.fixed(4.0, 2.0), 0.5, 2.0);
        let walker = Walker::new(world);
        let last = walker.walk(60, 3.0);
        assert!(last.grounded);
        let at = walker.world.at(walker.body);
        near(at.x, 3.0, 0.05);
        near(at.y, 0.51, 0.01);
        let last = walker.walk(60, 3.0);
        assert!(last.grounded);
        near(walker.world.at(walker.body).x, 3.5 - 0.2 - 0.01, 0.01);
        let hits = made(rt_rapier2d_body_get_character_hits(walker.world.0, walker.body));
        let met = rt_rapier2d_cast_hits_colliders(hits).take();
        assert!(met.contains(&wall), "{met:?}");
        ok(rt_rapier2d_cast_hits_free(hits));
    }
}

#[test]
fn a_character_falls_jumps_and_lands() {
    let world = World::new(0.0, -G);
    world.floor();
    let walker = Walker::new(world);
    let up = rt_rapier2d_body_move_character(walker.world.0, walker.body, 0.0, 1.0, DT);
    assert!(!up.grounded && up.y > 0.99);
    walker.world.steps(1);
    let down = walker.walk(10, 0.0);
    assert!(!down.grounded);
    let down = walker.walk(60, 0.0);
    assert!(down.grounded);
    near(walker.world.at(walker.body).y, 0.51, 0.01);
}

#[test]
fn a_character_climbs_what_it_may() {
    // Slopes of 30° and 60° on either side, with 45° allowed.
    for (angle, climbs, side) in
        [(30.0_f64, true, 1.0), (60.0, false, 1.0), (30.0, true, -1.0), (60.0, false, -1.0)]
    {
        let world = World::new(0.0, -G);
        world.floor();
        let rise = angle.to_radians().tan() * 10.0;
        let end = 10.0 * side;
        world.polygon(world.fixed(side, 0.0), &[0.0, 0.0, end, 0.0, end, rise]);
        let walker = Walker::new(world);
        walker.walk_and_fall(120, 3.0 * side, 0.5);
        let height = walker.world.at(walker.body).y;
        assert_eq!(height > 1.0, climbs, "{angle}: {height}");
        if climbs {
            continue;
        }
        ok(rt_rapier2d_body_set_character_slopes(walker.world.0, walker.body, 1.2, 1.2));
        walker.walk_and_fall(120, 3.0 * side, 0.5);
        assert!(walker.world.at(walker.body).y > 1.0);
    }
    // A step of 0.3.
    for (height, climbs, side) in
        [(0.0, false, 1.0), (0.25, false, -1.0), (0.35, true, 1.0), (0.35, true, -1.0)]
    {
        let world = World::new(0.0, -G);
        world.floor();
        world.rectangle(world.fixed(4.0 * side, 0.0), 2.0, 0.3);
        let walker = Walker::new(world);
        ok(rt_rapier2d_body_set_character_steps(walker.world.0, walker.body, height, 0.2, true));
        walker.walk(90, 3.0 * side);
        assert_eq!(walker.world.at(walker.body).y > 0.75, climbs, "{height} {side}");
    }
}

#[test]
fn a_character_keeps_to_the_ground_on_the_way_down() {
    for (snap, keeps) in [(0.3, true), (0.0, false)] {
        let world = World::new(0.0, -G);
        world.floor();
        // A stair down, 0.2 high.
        world.rectangle(world.fixed(-4.0, 0.0), 5.0, 0.2);
        let walker = Walker::new(world);
        ok(rt_rapier2d_body_set_position(walker.world.0, walker.body, 0.0, 0.711, 0.0));
        ok(rt_rapier2d_body_set_character_snap(walker.world.0, walker.body, snap));
        let mut off = 0;
        for _ in 0..60 {
            off += usize::from(!walker.walk(1, 3.0).grounded);
        }
        assert_eq!(off == 0, keeps, "{snap}: {off}");
        near(walker.world.at(walker.body).y, 0.51, 0.01);
    }
}

#[test]
fn a_character_pushes_jumps_through_and_may_hang_from_the_ceiling() {
    let world = World::new(0.0, -G);
    world.floor();
    let shelf = world.rectangle(world.fixed(0.0, 2.0), 1.0, 0.1);
    ok(rt_rapier2d_collider_set_one_way(world.0, shelf, 0.0, 1.0));
    let crate_body = world.dynamic(1.0, 0.25);
    world.rectangle(crate_body, 0.25, 0.25);
    let walker = Walker::new(world);
    let up = rt_rapier2d_body_move_character(walker.world.0, walker.body, 0.0, 2.5, DT);
    near(up.y, 2.5, 0.02);
    walker.world.steps(1);
    walker.walk(120, 0.0);
    near(walker.world.at(walker.body).y, 2.1 + 0.51, 0.02);
    // Down again, through an ignored pair.
    let feet = rt_rapier2d_body_get_colliders(walker.world.0, walker.body).take()[0];
    ok(rt_rapier2d_world_ignore_pair(walker.world.0, feet, shelf, true));
    walker.walk(120, 0.0);
    near(walker.world.at(walker.body).y, 0.51, 0.02);
    ok(rt_rapier2d_body_set_character_mass(walker.world.0, walker.body, 50.0));
    walker.walk(60, 3.0);
    assert!(walker.world.at(crate_body).x > 1.5);
    // Up is down.
    let world = World::new(0.0, G);
    world.rectangle(world.fixed(0.0, 2.0), 10.0, 0.1);
    let walker = Walker::new(world);
    ok(rt_rapier2d_body_set_character_up(walker.world.0, walker.body, 0.0, -3.0));
    ok(rt_rapier2d_body_set_position(walker.world.0, walker.body, 0.0, 1.3, 0.0));
    let held = rt_rapier2d_body_move_character(walker.world.0, walker.body, 0.1, 0.5, DT);
    assert!(held.grounded);
    near(held.y, 1.9 - 0.51 - 1.3, 0.02);
}

#[test]
fn what_is_no_character_is_refused() {
    let world = World::new(0.0, 0.0);
    let body = world.dynamic(0.0, 0.0);
    let none = rt_rapier2d_body_move_character(world.0, body, 1.0, 0.0, DT);
    assert_eq!((none.x, none.grounded), (0.0, false));
    assert_eq!(error(), format!("`handle` is {body}, a body that is not kinematic"));
    let body = made(rt_rapier2d_body_new_kinematic(world.0, 0.0, 0.0, 0.0));
    let several = "a character has one collider that is no sensor, and this body has none or several";
    rt_rapier2d_body_move_character(world.0, body, 1.0, 0.0, DT);
    assert_eq!(error(), several);
    world.circle(body, 1.0);
    let zone = world.circle(body, 3.0);
    rt_rapier2d_body_move_character(world.0, body, 1.0, 0.0, DT);
    assert_eq!(error(), several);
    ok(rt_rapier2d_collider_set_sensor(world.0, zone, true));
    near(rt_rapier2d_body_move_character(world.0, body, 1.0, 0.0, DT).x, 1.0, 1e-12);
    rt_rapier2d_body_move_character(world.0, body, 1.0, 0.0, 0.0);
    assert!(error().starts_with("`dt` is 0"));
    assert!(!rt_rapier2d_body_set_character_slopes(world.0, body, 2.0, 1.0));
    assert!(error().starts_with("`climb` is 2"));
}

#[test]
fn a_snapshot_keeps_how_a_character_moves() {
    let world = World::new(0.0, -G);
    world.floor();
    world.rectangle(world.fixed(4.0, 0.0), 2.0, 0.3);
    let walker = Walker::new(world);
    ok(rt_rapier2d_body_set_character_steps(walker.world.0, walker.body, 0.4, 0.2, true));
    walker.walk(10, 3.0);
    let bytes = rt_rapier2d_world_snapshot(walker.world.0).take();
    // SAFETY: borrowed for the call.
    let world = World(made(unsafe { rt_rapier2d_world_restore(bytes.as_ptr(), bytes.len() as i64) }));
    let body = rt_rapier2d_world_get_bodies(world.0).take()[2];
    let twin = Walker { world, body };
    walker.walk(80, 3.0);
    twin.walk(80, 3.0);
    assert_eq!(walker.world.bits(), twin.world.bits());
    assert!(twin.world.at(twin.body).y > 0.75);
}
