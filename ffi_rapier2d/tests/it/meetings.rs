//! Who meets whom: events with their details, thresholds of force, one-way colliders, filters and coefficients.

use crate::common::*;

fn details(events: i64, at: i64) -> RtCollisionDetails {
    rt_rapier2d_collision_events_get_details(events, at)
}

#[test]
fn an_event_says_who_met_where_and_how_hard() {
    let world = World::new(0.0, 0.0);
    let (one, other) = (world.dynamic(0.0, 0.0), world.dynamic(3.0, 0.0));
    let (round, stone) = (world.circle(one, 1.0), world.circle(other, 1.0));
    for collider in [round, stone] {
        ok(rt_rapier2d_collider_set_restitution(world.0, collider, 1.0));
        ok(rt_rapier2d_collider_set_friction(world.0, collider, 0.0));
    }
    ok(rt_rapier2d_body_set_user_data(world.0, one, -7));
    ok(rt_rapier2d_body_set_user_data(world.0, other, i64::MAX));
    ok(rt_rapier2d_collider_set_user_data(world.0, stone, 5));
    ok(rt_rapier2d_body_set_mass(world.0, one, 2.0));
    ok(rt_rapier2d_body_set_mass(world.0, other, 2.0));
    ok(rt_rapier2d_body_set_velocity(world.0, one, 3.0, 0.0, 0.0));
    for _ in 0..120 {
        world.steps(1);
        let events = made(rt_rapier2d_world_get_collision_events(world.0));
        if rt_rapier2d_collision_events_count(events) == 0 {
            ok(rt_rapier2d_collision_events_free(events));
            continue;
        }
        let event = rt_rapier2d_collision_events_get(events, 0);
        let found = details(events, 0);
        assert!(event.started && !event.sensor);
        let turned = if event.collider1 == round { 1.0 } else { -1.0 };
        let pairs = [
            (event.collider1, found.body1, found.body1_data, found.collider1_data),
            (event.collider2, found.body2, found.body2_data, found.collider2_data),
        ];
        assert!(pairs.contains(&(round, one, -7, 0)) && pairs.contains(&(stone, other, i64::MAX, 5)));
        near(found.speed, 3.0, 1e-9);
        // Equal masses swap their speeds: the impulse is m v.
        near(found.impulse, 6.0, 1e-6);
        near(found.normal_x, turned, 1e-9);
        near(found.normal_y, 0.0, 1e-9);
        near(found.x, 2.0, 0.06);
        near(found.y, 0.0, 1e-9);
        assert_eq!(rt_rapier2d_collision_events_colliders(events).take(), [event.collider1, event.collider2]);
        assert_eq!(rt_rapier2d_collision_events_bodies(events).take(), [found.body1, found.body2]);
        let data = [found.body1_data, found.body2_data, found.collider1_data, found.collider2_data];
        assert_eq!(rt_rapier2d_collision_events_user_data(events).take(), data);
        let values = [1.0, 0.0, found.x, found.y, found.normal_x, found.normal_y, found.impulse, found.speed];
        assert_eq!(rt_rapier2d_collision_events_values(events).take(), values);
        let bytes = rt_rapier2d_collision_events_bytes(events).take();
        assert_eq!(bytes.len(), 128);
        let word = |at: usize| <[u8; 8]>::try_from(&bytes[8 * at..8 * at + 8]).unwrap();
        let integers = [event.collider1, event.collider2, found.body1, found.body2].into_iter().chain(data);
        assert!(integers.enumerate().all(|(at, number)| i64::from_ne_bytes(word(at)) == number));
        assert!(values.iter().enumerate().all(|(at, &number)| f64::from_ne_bytes(word(8 + at)) == number));
        assert_eq!(details(events, 1), RtCollisionDetails::default());
        assert_eq!(error(), "`index` is 1, and the indices here go from 0 to below 1");
        ok(rt_rapier2d_collision_events_free(events));
        return;
    }
    panic!("they did not meet");
}

#[test]
fn an_event_of_a_freed_body_still_says_who_it_was() {
    let world = World::new(0.0, -G);
    let floor = world.floor();
    let ball = world.dynamic(0.0, 0.5);
    let round = world.circle(ball, 0.5);
    ok(rt_rapier2d_body_set_user_data(world.0, ball, 9));
    world.steps(30);
    ok(rt_rapier2d_body_free(world.0, ball));
    world.steps(1);
    let events = made(rt_rapier2d_world_get_collision_events(world.0));
    assert_eq!(rt_rapier2d_collision_events_count(events), 1);
    let (event, found) = (rt_rapier2d_collision_events_get(events, 0), details(events, 0));
    assert!(!event.started);
    let pairs =
        [(event.collider1, found.body1, found.body1_data), (event.collider2, found.body2, found.body2_data)];
    assert!(pairs.contains(&(round, ball, 9)) && pairs.iter().any(|pair| pair.0 == floor));
    assert_eq!((found.impulse, found.x, found.normal_y), (0.0, 0.0, 0.0));
    ok(rt_rapier2d_collision_events_free(events));
}

/// The force events of the last step: colliders, whether they started, and force.
fn forces(world: &World) -> Vec<(bool, f64)> {
    let events = made(rt_rapier2d_world_get_force_events(world.0));
    let count = rt_rapier2d_collision_events_count(events);
    let found = (0..count).map(|at| {
        let event = rt_rapier2d_collision_events_get(events, at);
        (event.started, details(events, at).impulse / DT)
    });
    let found = found.collect();
    ok(rt_rapier2d_collision_events_free(events));
    found
}

#[test]
fn contacts_above_a_threshold_are_told_with_their_force() {
    let world = World::new(0.0, -G);
    world.floor();
    let ball = world.dynamic(0.0, 0.5);
    let round = world.circle(ball, 0.5);
    ok(rt_rapier2d_body_set_mass(world.0, ball, 3.0));
    ok(rt_rapier2d_body_set_can_sleep(world.0, ball, false));
    world.steps(120);
    assert_eq!(forces(&world), []);
    let weight = 3.0 * G;
    ok(rt_rapier2d_collider_set_force_threshold(world.0, round, weight * 1.01));
    world.steps(1);
    assert_eq!(forces(&world), []);
    ok(rt_rapier2d_collider_set_force_threshold(world.0, round, weight * 0.99));
    world.steps(1);
    let found = forces(&world);
    assert!(found.len() == 1 && found[0].0, "{found:?}");
    near(found[0].1, weight, 1e-3 * weight);
    world.steps(1);
    assert!(!forces(&world)[0].0, "it is no news any more");
    ok(rt_rapier2d_collider_set_force_threshold(world.0, round, f64::INFINITY));
    world.steps(1);
    assert_eq!(forces(&world), []);
    // A fall from a height: the momentum in one step.
    ok(rt_rapier2d_collider_set_force_threshold(world.0, round, 10.0 * weight));
    ok(rt_rapier2d_body_set_position(world.0, ball, 0.0, 0.5 + 1.0, 0.0));
    ok(rt_rapier2d_body_set_velocity(world.0, ball, 0.0, 0.0, 0.0));
    let mut hits = Vec::new();
    for _ in 0..60 {
        world.steps(1);
        hits.extend(forces(&world));
    }
    let momentum: f64 = hits.iter().map(|hit| hit.1 * DT).sum();
    near(momentum, 3.0 * (2.0 * G).sqrt(), 2.0);
    assert!(!rt_rapier2d_collider_set_force_threshold(world.0, round, -1.0));
    assert_eq!(error(), "`force` is -1, and it must not be below 0");
}

#[test]
fn a_one_way_platform_lets_through_from_below_and_holds_from_above() {
    for shape in 0..3 {
        let world = World::new(0.0, -G);
        let body = world.fixed(0.0, 2.0);
        let platform = match shape {
            0 => world.rectangle(body, 3.0, 0.1),
            1 => world.chain(body, &[3.0, 0.0, 1.0, 0.0, 0.0, 0.0, -1.0, 0.0, -3.0, 0.0], false),
            _ => world.polygon(body, &[-3.0, -0.2, 3.0, -0.2, 3.0, 0.0, -3.0, 0.0]),
        };
        ok(rt_rapier2d_collider_set_one_way(world.0, platform, 0.0, 7.0));
        let top = if shape == 0 { 2.1 } else { 2.0 };
        let jumper = world.dynamic(0.3, 0.5);
        world.rectangle(jumper, 0.4, 0.4);
        ok(rt_rapier2d_body_set_velocity(world.0, jumper, 0.0, 8.0, 0.0));
        let mut highest = f64::MIN;
        for _ in 0..180 {
            world.steps(1);
            highest = highest.max(world.at(jumper).y);
        }
        // As high as without the platform: v²/2g.
        near(highest, 0.5 + 32.0 / G, 0.1);
        near(world.at(jumper).y, top + 0.4, 0.02);
        // One that falls fast from above is stopped too.
        let stone = world.dynamic(-2.0, 30.0);
        world.circle(stone, 0.3);
        world.steps(240);
        near(world.at(stone).y, top + 0.3, 0.02);
        // And one that stands on it falls through it where the pair is ignored.
        let feet = rt_rapier2d_body_get_colliders(world.0, jumper).take()[0];
        ok(rt_rapier2d_world_ignore_pair(world.0, feet, platform, true));
        world.steps(60);
        assert!(world.at(jumper).y < 0.0, "{}", world.at(jumper).y);
        near(world.at(stone).y, top + 0.3, 0.02);
        ok(rt_rapier2d_collider_set_one_way(world.0, platform, 0.0, 0.0));
        let below = world.dynamic(1.0, 0.5);
        world.circle(below, 0.3);
        ok(rt_rapier2d_body_set_velocity(world.0, below, 0.0, 9.0, 0.0));
        world.steps(30);
        assert!(shape == 1 || world.at(below).y < 2.0, "it is an ordinary one again");
    }
}

#[test]
fn a_snapshot_keeps_the_rules_of_contacts() {
    let world = World::new(0.0, -G);
    let shelf = world.rectangle(world.fixed(0.0, 2.0), 3.0, 0.1);
    ok(rt_rapier2d_collider_set_one_way(world.0, shelf, 0.0, 1.0));
    world.floor();
    let (one, other) = (world.dynamic(0.0, 1.0), world.dynamic(0.0, 0.5));
    let (jumper, ghost) = (world.circle(one, 0.3), world.circle(other, 0.3));
    ok(rt_rapier2d_body_set_velocity(world.0, one, 0.0, 7.0, 0.0));
    ok(rt_rapier2d_world_ignore_bodies(world.0, one, other, true));
    ok(rt_rapier2d_collider_set_force_threshold(world.0, ghost, 1.0));
    ok(rt_rapier2d_collider_set_combine_rules(world.0, jumper, 3, 1));
    // In the middle of the shelf.
    world.steps(10);
    let bytes = rt_rapier2d_world_snapshot(world.0).take();
    // SAFETY: borrowed for the call.
    let twin = World(made(unsafe { rt_rapier2d_world_restore(bytes.as_ptr(), bytes.len() as i64) }));
    for _ in 0..200 {
        world.steps(1);
        twin.steps(1);
        assert_eq!(world.bits(), twin.bits());
        assert_eq!(forces(&world), forces(&twin));
    }
    near(world.at(one).y, 2.4, 0.02);
    assert_eq!(rt_rapier2d_world_snapshot(world.0).take(), rt_rapier2d_world_snapshot(twin.0).take());
}

#[test]
fn groups_of_the_solver_let_through_what_still_touches() {
    let world = World::new(0.0, -G);
    let floor = world.floor();
    let ball = world.dynamic(0.0, 1.0);
    let round = world.circle(ball, 0.5);
    ok(rt_rapier2d_collider_set_solver_groups(world.0, floor, 1, 1));
    ok(rt_rapier2d_collider_set_solver_groups(world.0, round, 2, 2));
    let mut started = 0;
    for _ in 0..60 {
        world.steps(1);
        started += world.events().iter().filter(|event| event.started).count();
    }
    assert_eq!(started, 1);
    assert!(world.at(ball).y < -2.0);
}

#[test]
fn ignored_pairs_make_no_events_and_meet_again() {
    let world = World::new(0.0, -G);
    let floor = world.floor();
    let (ball, sensor) = (world.dynamic(0.0, 0.6), world.fixed(0.0, 0.0));
    let (round, zone) = (world.circle(ball, 0.5), world.circle(sensor, 3.0));
    ok(rt_rapier2d_collider_set_sensor(world.0, zone, true));
    ok(rt_rapier2d_world_ignore_pair(world.0, round, floor, true));
    ok(rt_rapier2d_world_ignore_bodies(world.0, sensor, ball, true));
    world.steps(5);
    assert!(world.events().is_empty());
    ok(rt_rapier2d_body_set_position(world.0, ball, 0.0, 0.5, 0.0));
    ok(rt_rapier2d_world_ignore_pair(world.0, floor, round, false));
    ok(rt_rapier2d_world_ignore_bodies(world.0, ball, sensor, false));
    world.steps(1);
    assert_eq!(world.events().len(), 2);
    world.steps(60);
    near(world.at(ball).y, 0.5, 0.02);
    // A collider that takes the index of an ignored one is not ignored.
    ok(rt_rapier2d_world_ignore_pair(world.0, round, floor, true));
    ok(rt_rapier2d_collider_free(world.0, round));
    let again = world.circle(ball, 0.5);
    ok(rt_rapier2d_body_set_position(world.0, ball, 0.0, 0.5, 0.0));
    world.steps(60);
    near(world.at(ball).y, 0.5, 0.02);
    assert!(!rt_rapier2d_world_ignore_pair(world.0, again, round, true));
    assert_eq!(error(), format!("`collider2` is {round}, a collider that was freed"));
}

#[test]
fn combine_rules_are_those_of_their_names() {
    // How long a box slides: v²/(2 μ g).
    for (rule, expected) in [(0, 0.5), (1, 0.2), (2, 0.16), (3, 0.8), (4, 1.0), (5, 0.4)] {
        let world = World::new(0.0, -G);
        let floor = world.floor();
        let body = world.dynamic(0.0, 0.1);
        let sole = world.rectangle(body, 0.5, 0.1);
        ok(rt_rapier2d_collider_set_friction(world.0, floor, 0.2));
        ok(rt_rapier2d_collider_set_friction(world.0, sole, 0.8));
        ok(rt_rapier2d_collider_set_combine_rules(world.0, sole, rule, 0));
        world.steps(20);
        ok(rt_rapier2d_body_set_velocity(world.0, body, 4.0, 0.0, 0.0));
        let start = world.at(body).x;
        world.steps(300);
        let way = world.at(body).x - start;
        near(way, 16.0 / (2.0 * expected * G), 0.08 * 16.0 / (2.0 * expected * G));
    }
    let world = World::new(0.0, 0.0);
    let collider = world.circle(world.dynamic(0.0, 0.0), 1.0);
    assert!(!rt_rapier2d_collider_set_combine_rules(world.0, collider, 0, 6));
    assert!(error().starts_with("`restitution` is 6, and the rules are 0 average"));
}
