//! Bodies that meet.

use crate::common::*;

/// Height to which a ball bounces that is dropped from `height` above the floor.
fn bounce(restitution: f64, height: f64) -> f64 {
    let world = World::new(0.0, -G);
    ok(rt_rapier2d_collider_set_restitution(world.0, world.floor(), restitution));
    let radius = 0.25;
    let ball = world.dynamic(0.0, height + radius);
    ok(rt_rapier2d_collider_set_restitution(world.0, world.circle(ball, radius), restitution));
    let mut fell = false;
    let mut highest: f64 = 0.0;
    for _ in 0..1000 {
        world.steps(1);
        let (at, velocity) = (world.at(ball), world.velocity(ball));
        fell |= velocity.vy > 0.0 && at.y < height;
        if fell {
            highest = highest.max(at.y - radius);
            if velocity.vy <= 0.0 {
                break;
            }
        }
    }
    highest
}

#[test]
fn bounce_height() {
    // A ball gives back the square of its restitution in height.
    for restitution in [0.3, 0.5, 0.8, 1.0] {
        let height = 5.0;
        let expected = restitution * restitution * height;
        near(bounce(restitution, height), expected, 0.03 * height * restitution.max(0.5));
    }
    assert!(bounce(0.0, 5.0) < 0.02);
}

/// Distance that a box slides in `steps` steps on a floor that leans by `angle`.
fn slide(friction: f64, angle: f64, steps: usize) -> f64 {
    let world = World::new(G * angle.sin(), -G * angle.cos());
    ok(rt_rapier2d_collider_set_friction(world.0, world.floor(), friction));
    let body = world.dynamic(0.0, 0.25);
    ok(rt_rapier2d_collider_set_friction(world.0, world.rectangle(body, 0.5, 0.25), friction));
    world.steps(60);
    let start = (world.at(body).x, world.velocity(body).vx);
    world.steps(steps);
    let time = steps as f64 * DT;
    world.at(body).x - start.0 - start.1 * time
}

#[test]
fn slope_below_and_above_the_friction_angle() {
    let friction: f64 = 0.5;
    let limit = friction.atan();
    assert!(slide(friction, limit - 0.05, 300).abs() < 0.01);
    for steeper in [0.05, 0.2] {
        let angle = limit + steeper;
        let acceleration = G * (angle.sin() - friction * angle.cos());
        let expected = acceleration * 2.0 * 2.0 / 2.0;
        near(slide(friction, angle, 120), expected, 0.03 * expected);
    }
    near(slide(0.0, 0.3, 120), G * 0.3_f64.sin() * 2.0, 0.01 * G * 0.3_f64.sin() * 2.0);
}

#[test]
fn a_real_slope() {
    let world = World::new(0.0, -G);
    let angle: f64 = 0.7;
    let slope = made(rt_rapier2d_body_new_static(world.0, 0.0, 0.0, angle));
    ok(rt_rapier2d_collider_set_friction(world.0, world.rectangle(slope, 100.0, 1.0), 0.3));
    let (along, out) = ((angle.cos(), angle.sin()), (-angle.sin(), angle.cos()));
    let start = (1.25 * out.0, 1.25 * out.1);
    let body = made(rt_rapier2d_body_new_dynamic(world.0, start.0, start.1, angle));
    ok(rt_rapier2d_collider_set_friction(world.0, world.rectangle(body, 0.5, 0.25), 0.3));
    world.steps(120);
    let at = world.at(body);
    let moved = (at.x - start.0) * along.0 + (at.y - start.1) * along.1;
    let expected = -G * (angle.sin() - 0.3 * angle.cos()) * 2.0 * 2.0 / 2.0;
    near(moved, expected, 0.03 * expected.abs());
    near((at.x - start.0) * out.0 + (at.y - start.1) * out.1, 0.0, 0.02);
}

#[test]
fn momentum_is_kept_and_elastic_balls_swap_speeds() {
    let world = World::new(0.0, 0.0);
    let make = |x: f64, speed: f64| {
        let ball = world.dynamic(x, 0.0);
        ok(rt_rapier2d_collider_set_restitution(world.0, world.circle(ball, 0.5), 1.0));
        ok(rt_rapier2d_body_set_velocity(world.0, ball, speed, 0.0, 0.0));
        ball
    };
    let (one, other) = (make(0.0, 3.0), make(3.0, -1.0));
    world.steps(120);
    near(world.velocity(one).vx, -1.0, 0.02);
    near(world.velocity(other).vx, 3.0, 0.02);
    near(world.velocity(one).vx + world.velocity(other).vx, 2.0, 1e-9);
}

#[test]
fn contacts_of_a_resting_box() {
    let world = World::new(0.0, -G);
    let floor = world.floor();
    let body = world.dynamic(2.0, 0.5);
    let collider = world.rectangle(body, 0.5, 0.5);
    assert!(world.contacts().is_empty());
    world.steps(60);
    let contacts = world.contacts();
    assert_eq!(contacts.len(), 2, "{contacts:?}");
    let mut xs: Vec<f64> = contacts.iter().map(|contact| contact.point_x).collect();
    xs.sort_by(f64::total_cmp);
    near(xs[0], 1.5, 1e-3);
    near(xs[1], 2.5, 1e-3);
    for contact in &contacts {
        // The normal goes from the one to the other, whichever comes first.
        let up = if contact.collider1 == floor { 1.0 } else { -1.0 };
        assert_eq!([contact.collider1, contact.collider2].iter().sum::<i64>(), floor + collider);
        near(contact.normal_y, up, 1e-6);
        near(contact.normal_x, 0.0, 1e-3);
        near(contact.point_y, 0.0, 0.01);
        let depth = 0.5 - world.at(body).y;
        near(contact.penetration, depth.max(0.0), 1e-6);
    }
    let object = made(rt_rapier2d_world_get_contacts(world.0));
    let values = rt_rapier2d_contacts_values(object).take();
    let colliders = rt_rapier2d_contacts_colliders(object).take();
    let bytes = rt_rapier2d_contacts_bytes(object).take();
    for (i, contact) in contacts.iter().enumerate() {
        let expected =
            [contact.point_x, contact.point_y, contact.normal_x, contact.normal_y, contact.penetration];
        assert_eq!(values[5 * i..5 * i + 5], expected);
        assert_eq!(colliders[2 * i..2 * i + 2], [contact.collider1, contact.collider2]);
        for (j, value) in expected[..4].iter().enumerate() {
            let at = 16 * i + 4 * j;
            assert_eq!(bytes[at..at + 4], (*value as f32).to_ne_bytes());
        }
    }
    assert_eq!((values.len(), colliders.len(), bytes.len()), (10, 4, 32));
    // It is a snapshot: neither steps nor freeing the world change it.
    ok(rt_rapier2d_body_free(world.0, body));
    world.steps(1);
    assert!(world.contacts().is_empty());
    drop(world);
    assert_eq!(rt_rapier2d_contacts_count(object), 2);
    assert_eq!(rt_rapier2d_contacts_get(object, 1), contacts[1]);
    ok(rt_rapier2d_contacts_free(object));
    assert!(!rt_rapier2d_contacts_free(object));
}

#[test]
fn contacts_of_pressed_bodies_and_of_composites() {
    let world = World::new(0.0, 0.0);
    let one = world.dynamic(0.0, 0.0);
    world.circle(one, 1.0);
    let other = world.fixed(1.5, 0.0);
    world.circle(other, 1.0);
    // An L that is cut into pieces, far from the circles.
    let corner = world.fixed(10.0, 0.0);
    assert!(world.polygon(corner, &[0.0, 0.0, 2.0, 0.0, 2.0, 1.0, 1.0, 1.0, 1.0, 2.0, 0.0, 2.0]) > 0);
    let ball = world.dynamic(11.5, 1.4);
    world.circle(ball, 0.5);
    ok(rt_rapier2d_world_step(world.0, 1e-6));
    let contacts = world.contacts();
    let pressed: Vec<_> = contacts.iter().filter(|contact| contact.point_x < 5.0).collect();
    assert_eq!(pressed.len(), 1);
    near(pressed[0].penetration, 0.5, 1e-3);
    near(pressed[0].point_x, 0.75, 1e-3);
    near(pressed[0].normal_x.abs(), 1.0, 1e-9);
    let on_corner: Vec<_> = contacts.iter().filter(|contact| contact.point_x > 5.0).collect();
    assert!(!on_corner.is_empty());
    let deepest = on_corner.iter().map(|contact| contact.penetration).fold(0.0, f64::max);
    near(deepest, 0.1, 1e-3);
}

#[test]
fn sensors_feel_and_do_not_stop() {
    let world = World::new(0.0, -G);
    let gate = world.fixed(0.0, 5.0);
    let sensor = world.rectangle(gate, 2.0, 1.0);
    ok(rt_rapier2d_collider_set_sensor(world.0, sensor, true));
    let ball = world.dynamic(0.0, 10.0);
    let collider = world.circle(ball, 0.5);
    let (mut inside, mut events) = (0, Vec::new());
    for _ in 0..120 {
        world.steps(1);
        inside += i32::from(rt_rapier2d_world_intersection_test(world.0, sensor, collider));
        events.extend(world.events());
        assert!(world.contacts().is_empty());
    }
    // From y = 6.5 down to y = 3.5, falling from y = 10.
    let seconds = (2.0 * 6.5 / G).sqrt() - (2.0 * 3.5 / G).sqrt();
    near(f64::from(inside) * DT, seconds, 2.0 * DT);
    let kinds: Vec<_> = events.iter().map(|event| (event.started, event.sensor)).collect();
    assert_eq!(kinds, [(true, true), (false, true)]);
    near(world.velocity(ball).vy, -G * 2.0, 1e-9);
    assert!(!world.ray(-5.0, 5.0, 1.0, 0.0, 100.0).hit);
}

#[test]
fn a_sensor_feels_kinematic_bodies() {
    let world = World::new(0.0, 0.0);
    let sensor = world.circle(world.fixed(0.0, 0.0), 1.0);
    ok(rt_rapier2d_collider_set_sensor(world.0, sensor, true));
    let walker = made(rt_rapier2d_body_new_kinematic(world.0, -3.0, 0.0, 0.0));
    world.circle(walker, 0.5);
    ok(rt_rapier2d_body_set_velocity(world.0, walker, 3.0, 0.0, 0.0));
    let mut events = Vec::new();
    for _ in 0..120 {
        world.steps(1);
        events.extend(world.events().into_iter().map(|event| event.started));
    }
    assert_eq!(events, [true, false]);
}

#[test]
fn events_of_solid_bodies_and_of_freed_ones() {
    let world = World::new(0.0, -G);
    let floor = world.floor();
    let ball = world.dynamic(0.0, 1.0);
    let collider = world.circle(ball, 0.5);
    let mut started = Vec::new();
    for _ in 0..60 {
        world.steps(1);
        started.extend(world.events());
    }
    assert_eq!(started.len(), 1);
    let event = started[0];
    assert!(event.started && !event.sensor);
    assert_eq!(event.collider1 + event.collider2, floor + collider);
    ok(rt_rapier2d_body_free(world.0, ball));
    // A newcomer takes the freed one's place inside; the event is not about it.
    let newcomer = world.circle(world.dynamic(100.0, 50.0), 0.5);
    world.steps(1);
    let stopped = world.events();
    assert_eq!(stopped.len(), 1);
    assert!(!stopped[0].started);
    assert_eq!(stopped[0].collider1 + stopped[0].collider2, floor + collider);
    assert_ne!(newcomer, collider);
    world.steps(1);
    assert!(world.events().is_empty());
}

#[test]
fn groups() {
    let world = World::new(0.0, -G);
    let floor = world.floor();
    ok(rt_rapier2d_collider_set_groups(world.0, floor, 0b01, 0xffff_ffff));
    let meets = world.dynamic(0.0, 2.0);
    ok(rt_rapier2d_collider_set_groups(world.0, world.circle(meets, 0.5), 0b10, 0b01));
    let passes = world.dynamic(5.0, 2.0);
    ok(rt_rapier2d_collider_set_groups(world.0, world.circle(passes, 0.5), 0b10, 0b10));
    world.steps(120);
    near(world.at(meets).y, 0.5, 0.01);
    assert!(world.at(passes).y < -5.0);
}

#[test]
fn bullets() {
    let fire = |ccd: bool| {
        let world = World::new(0.0, 0.0);
        // A thin door that moves, so that only full collision detection looks at it.
        let door = world.dynamic(10.0, 0.0);
        world.rectangle(door, 0.01, 5.0);
        ok(rt_rapier2d_body_set_mass(world.0, door, 1000.0));
        let bullet = world.dynamic(0.0, 0.0);
        world.circle(bullet, 0.05);
        ok(rt_rapier2d_body_set_ccd(world.0, bullet, ccd));
        ok(rt_rapier2d_body_set_velocity(world.0, bullet, 300.0, 0.0, 0.0));
        world.steps(30);
        world.at(bullet).x
    };
    assert!(fire(true) < 10.1, "{}", fire(true));
    assert!(fire(false) > 20.0, "{}", fire(false));
    // Static walls stop every bullet.
    let world = World::new(0.0, 0.0);
    world.rectangle(world.fixed(10.0, 0.0), 0.01, 5.0);
    let bullet = world.dynamic(0.0, 0.0);
    world.circle(bullet, 0.05);
    ok(rt_rapier2d_body_set_velocity(world.0, bullet, 300.0, 0.0, 0.0));
    world.steps(30);
    assert!(world.at(bullet).x < 10.0);
}

#[test]
fn the_floor_of_a_sleeper_goes() {
    let world = World::new(0.0, -G);
    let floor = world.floor();
    let body = world.dynamic(0.0, 0.5);
    world.rectangle(body, 0.5, 0.5);
    world.steps(300);
    assert!(rt_rapier2d_body_is_sleeping(world.0, body));
    ok(rt_rapier2d_body_free(world.0, rt_rapier2d_collider_get_body(world.0, floor)));
    world.steps(60);
    assert!(world.at(body).y < -3.0, "{:?}", world.at(body));
}

/// A heap of boxes and balls in a trough.
fn heap(world: &World, columns: usize, rows: usize) {
    world.floor();
    let half = columns as f64 * 0.6 + 1.0;
    world.rectangle(world.fixed(-half - 0.5, 25.0), 0.5, 25.0);
    world.rectangle(world.fixed(half + 0.5, 25.0), 0.5, 25.0);
    for row in 0..rows {
        for column in 0..columns {
            let x = (column as f64 - (columns - 1) as f64 / 2.0) * 1.1 + 0.2 * ((row % 3) as f64 - 1.0);
            let body = world.dynamic(x, 0.6 + 1.1 * row as f64);
            match (row + column) % 3 {
                0 => world.circle(body, 0.5),
                1 => world.rectangle(body, 0.5, 0.5),
                _ => made(rt_rapier2d_collider_new_capsule(world.0, body, 0.25, 0.3)),
            };
        }
    }
}

#[test]
fn a_settled_pile_gains_no_energy() {
    let world = World::new(0.0, -G);
    heap(&world, 8, 6);
    let bodies = rt_rapier2d_world_get_bodies(world.0).take();
    for &body in &bodies {
        // Sleep would hide what contacts do.
        ok(rt_rapier2d_body_set_can_sleep(world.0, body, false));
    }
    world.steps(1500);
    let settled = world.energy();
    let mut highest = settled;
    for _ in 0..100 {
        world.steps(100);
        highest = highest.max(world.energy());
    }
    assert!(highest <= settled * (1.0 + 1e-3), "{settled} J grew to {highest} J");
    for body in bodies {
        let at = world.at(body);
        assert!(at.x.is_finite() && at.y > -2.0 && at.y < 40.0, "{at:?}");
    }
}

/// A heap that is pushed about, after 400 steps with something done between them.
fn pushed_heap(between: impl Fn(&World)) -> Vec<u64> {
    let world = World::new(0.0, -G);
    heap(&world, 6, 5);
    let bodies = rt_rapier2d_world_get_bodies(world.0).take();
    for (i, &body) in bodies.iter().enumerate().filter(|(i, _)| i % 7 == 0) {
        // Static bodies refuse it.
        rt_rapier2d_body_apply_impulse(world.0, body, i as f64, 3.0, true);
    }
    for _ in 0..400 {
        between(&world);
        world.steps(1);
    }
    world.bits()
}

#[test]
fn the_same_calls_give_the_same_bits() {
    let bits = pushed_heap(|_| ());
    if std::env::var_os("PRINT_BITS").is_some() {
        println!("bits {bits:?}");
        return;
    }
    assert_eq!(bits, pushed_heap(|_| ()));
    // In another process, with everything elsewhere in memory, too.
    let program = std::env::current_exe().expect("this test program");
    let mut command = std::process::Command::new(program);
    command
        .args(["--exact", "touch::the_same_calls_give_the_same_bits", "--nocapture"])
        .env("PRINT_BITS", "1");
    let output = command.output().expect("the program runs");
    assert!(String::from_utf8_lossy(&output.stdout).contains(&format!("bits {bits:?}")));
}

#[test]
fn queries_change_nothing() {
    let looked_at = pushed_heap(|world| {
        world.ray(0.0, 50.0, 0.0, -1.0, 100.0);
        rt_rapier2d_world_query_circle(world.0, 0.0, 0.0, 3.0).take();
        world.contacts();
    });
    assert_eq!(pushed_heap(|_| ()), looked_at);
}
