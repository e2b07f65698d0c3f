/* Every physics function, with the values that mechanics gives. */
#include "check.h"

#include <pthread.h>

static const double DT = 1.0 / 60, G = 9.81, PI = 3.14159265358979323846;
static const int64_t ALL = 0xffffffff;

static void steps(int64_t world, int count) {
    for (int i = 0; i < count; i++) CHECK(rt_rapier2d_world_step(world, DT));
}

static int64_t floor_of(int64_t world) {
    int64_t body = rt_rapier2d_body_new_static(world, 0, -1, 0);
    int64_t collider = rt_rapier2d_collider_new_box(world, body, 100, 1);
    CHECK(body > 0 && collider > 0);
    return collider;
}

static void library(void) {
    CHECK(rt_rapier2d_available());
    char *version = rt_rapier2d_version();
    CHECK(strncmp(version, "0.", 2) == 0);
    rt_text_free(version);
    rt_rapier2d_clear_error();
    CHECK_TEXT(rt_rapier2d_get_last_error(), "");
    CHECK(!rt_rapier2d_world_step(77, DT));
    CHECK_CONTAINS(rt_rapier2d_get_last_error(), "`world` is 77");
    CHECK_INT(rt_rapier2d_get_last_error_code(), 2);
    rt_rapier2d_clear_error();
    CHECK_TEXT(rt_rapier2d_get_last_error(), "");
}

static void motion(void) {
    int64_t world = rt_rapier2d_world_new(0, -G);
    int64_t body = rt_rapier2d_body_new_dynamic(world, 1, 100, 0.5);
    CHECK(rt_rapier2d_collider_new_circle(world, body, 0.5) > 0);
    CHECK_NEAR(rt_rapier2d_body_get_mass(world, body), PI / 4, 1e-12);
    CHECK_NEAR(rt_rapier2d_body_get_inertia(world, body), PI / 4 * 0.25 / 2, 1e-12);
    steps(world, 60);
    RtBodyPosition at = rt_rapier2d_body_get_position(world, body);
    CHECK_NEAR(at.x, 1, 0);
    CHECK_NEAR(at.y, 100 - G / 2, G / 2 / 240 + 1e-9);
    CHECK_NEAR(at.rotation, 0.5, 1e-12);
    RtBodyVelocity velocity = rt_rapier2d_body_get_velocity(world, body);
    CHECK_NEAR(velocity.vy, -G, 1e-9);
    CHECK(rt_rapier2d_body_get_position_into(world, body, &at));
    CHECK(rt_rapier2d_body_get_velocity_into(world, body, &velocity));
    CHECK(!rt_rapier2d_body_get_position_into(world, body, NULL));
    RtBodyPosition ahead = rt_rapier2d_body_predict_position(world, body, 0.5);
    CHECK_NEAR(ahead.y, at.y - G / 2, 1e-9);
    CHECK(rt_rapier2d_body_predict_position_into(world, body, 0.5, &ahead));

    CHECK(rt_rapier2d_world_set_gravity(world, 0, 0));
    RtPhysicsVector gravity = rt_rapier2d_world_get_gravity(world);
    CHECK(gravity.x == 0 && gravity.y == 0);
    CHECK(rt_rapier2d_world_get_gravity_into(world, &gravity));
    CHECK(rt_rapier2d_body_set_mass(world, body, 2));
    CHECK_NEAR(rt_rapier2d_body_get_mass(world, body), 2, 0);
    CHECK(rt_rapier2d_body_set_position(world, body, 3, 4, 0));
    CHECK(rt_rapier2d_body_set_velocity(world, body, 0, 0, 0));
    RtPhysicsVector center = rt_rapier2d_body_get_center_of_mass(world, body);
    CHECK(center.x == 3 && center.y == 4);
    CHECK(rt_rapier2d_body_get_center_of_mass_into(world, body, &center));

    CHECK(rt_rapier2d_body_apply_force(world, body, 6, 0, true));
    steps(world, 2);
    CHECK_NEAR(rt_rapier2d_body_get_velocity(world, body).vx, 3 * DT, 1e-12);
    CHECK(rt_rapier2d_body_apply_impulse(world, body, -6 * DT, 4, true));
    CHECK_NEAR(rt_rapier2d_body_get_velocity(world, body).vx, 0, 1e-12);
    CHECK_NEAR(rt_rapier2d_body_get_velocity(world, body).vy, 2, 1e-12);
    double inertia = rt_rapier2d_body_get_inertia(world, body);
    CHECK_NEAR(inertia, 2 * 0.25 / 2, 1e-12);
    CHECK(rt_rapier2d_body_apply_torque(world, body, 1, true));
    steps(world, 2);
    CHECK_NEAR(rt_rapier2d_body_get_velocity(world, body).angular, DT / inertia, 1e-12);
    CHECK(rt_rapier2d_body_apply_angular_impulse(world, body, -DT, true));
    CHECK_NEAR(rt_rapier2d_body_get_velocity(world, body).angular, 0, 1e-12);
    center = rt_rapier2d_body_get_center_of_mass(world, body);
    CHECK(rt_rapier2d_body_apply_impulse_at(world, body, 0, 2, center.x + 0.5, center.y, true));
    CHECK_NEAR(rt_rapier2d_body_get_velocity(world, body).angular, 1 / inertia, 1e-9);
    CHECK(rt_rapier2d_body_set_velocity(world, body, 0, 0, 0));
    CHECK(rt_rapier2d_body_apply_force_at(world, body, 0, 2, center.x - 0.5, center.y, true));
    steps(world, 2);
    CHECK_NEAR(rt_rapier2d_body_get_velocity(world, body).angular, -DT / inertia, 1e-9);

    CHECK(rt_rapier2d_body_set_linear_damping(world, body, 3));
    CHECK(rt_rapier2d_body_set_angular_damping(world, body, 6));
    CHECK(rt_rapier2d_body_set_velocity(world, body, 8, 0, 4));
    steps(world, 1);
    CHECK_NEAR(rt_rapier2d_body_get_velocity(world, body).vx, 8 / (1 + 3 * DT), 1e-12);
    CHECK_NEAR(rt_rapier2d_body_get_velocity(world, body).angular, 4 / (1 + 6 * DT), 1e-12);
    CHECK(rt_rapier2d_body_set_linear_damping(world, body, 0));
    CHECK(rt_rapier2d_body_set_angular_damping(world, body, 0));

    CHECK(rt_rapier2d_body_set_velocity(world, body, 0, 0, 0));
    CHECK(rt_rapier2d_body_wake_up(world, body));
    steps(world, 200);
    CHECK(rt_rapier2d_body_is_sleeping(world, body));
    CHECK(rt_rapier2d_body_wake_up(world, body));
    CHECK(!rt_rapier2d_body_is_sleeping(world, body));
    CHECK(rt_rapier2d_body_set_velocity(world, body, 0.04, 0, 0));
    CHECK(rt_rapier2d_body_set_sleep(world, body, 100, 0.2));
    steps(world, 60);
    CHECK(rt_rapier2d_body_is_sleeping(world, body));
    CHECK(rt_rapier2d_body_set_sleep(world, body, 0, 0.2));
    CHECK(!rt_rapier2d_body_is_sleeping(world, body));
    CHECK(!rt_rapier2d_body_set_sleep(world, body, -1, 0.2));
    CHECK(rt_rapier2d_world_set_sleep(world, 0.2, 1));
    CHECK(!rt_rapier2d_world_set_sleep(world, 0.2, -1));
    CHECK(rt_rapier2d_world_set_length_unit(world, 2));
    CHECK_NEAR(rt_rapier2d_world_get_length_unit(world), 2, 0);
    CHECK(!rt_rapier2d_world_set_length_unit(world, 0));
    CHECK(rt_rapier2d_world_set_length_unit(world, 1));
    CHECK(rt_rapier2d_body_set_velocity(world, body, 0, 0, 0));
    CHECK(rt_rapier2d_body_set_can_sleep(world, body, false));
    steps(world, 200);
    CHECK(!rt_rapier2d_body_is_sleeping(world, body));

    CHECK(rt_rapier2d_body_set_gravity_scale(world, body, 2));
    CHECK(rt_rapier2d_world_set_gravity(world, 1, 0));
    steps(world, 1);
    CHECK_NEAR(rt_rapier2d_body_get_velocity(world, body).vx, 2 * DT, 1e-12);
    CHECK(rt_rapier2d_body_lock_rotation(world, body, true));
    CHECK(rt_rapier2d_body_apply_torque(world, body, 5, true));
    steps(world, 1);
    CHECK_NEAR(rt_rapier2d_body_get_velocity(world, body).angular, 0, 0);
    CHECK(rt_rapier2d_body_set_ccd(world, body, true));
    CHECK(rt_rapier2d_body_set_fast_rotation(world, body, true));
    CHECK(rt_rapier2d_world_set_max_speed(world, 5));
    CHECK(rt_rapier2d_body_set_velocity(world, body, 50, 0, 0));
    steps(world, 1);
    CHECK_NEAR(rt_rapier2d_body_get_velocity(world, body).vx, 5, 1e-9);
    CHECK(rt_rapier2d_world_set_iterations(world, 8));
    CHECK(!rt_rapier2d_world_set_iterations(world, 0));

    CHECK(rt_rapier2d_body_is_enabled(world, body));
    CHECK(rt_rapier2d_body_set_enabled(world, body, false));
    CHECK(!rt_rapier2d_body_is_enabled(world, body));
    steps(world, 1);
    CHECK(rt_rapier2d_body_set_enabled(world, body, true));
    CHECK_INT(rt_rapier2d_body_get_type(world, body), 0);
    CHECK(rt_rapier2d_body_set_type(world, body, 2));
    CHECK_INT(rt_rapier2d_body_get_type(world, body), 2);
    CHECK(rt_rapier2d_body_move_to(world, body, 1, 2, 0.25));
    steps(world, 1);
    at = rt_rapier2d_body_get_position(world, body);
    CHECK_NEAR(at.x, 1, 1e-9);
    CHECK_NEAR(at.rotation, 0.25, 1e-9);
    int64_t kinematic = rt_rapier2d_body_new_kinematic(world, 0, 50, 0);
    CHECK(rt_rapier2d_body_set_velocity(world, kinematic, 0, 3, 0));
    steps(world, 60);
    CHECK_NEAR(rt_rapier2d_body_get_position(world, kinematic).y, 53, 1e-9);

    CHECK(rt_rapier2d_body_set_user_data(world, body, INT64_MIN));
    CHECK_INT(rt_rapier2d_body_get_user_data(world, body), INT64_MIN);
    CHECK(rt_rapier2d_body_free(world, body));
    CHECK(!rt_rapier2d_body_free(world, body));
    CHECK_CONTAINS(rt_rapier2d_get_last_error(), "a body that was freed");
    CHECK_INT(rt_rapier2d_world_body_count(world), 1);
    CHECK(rt_rapier2d_world_free(world));
    CHECK(!rt_rapier2d_world_free(world));
}

static void colliders(void) {
    int64_t world = rt_rapier2d_world_new(0, -G);
    int64_t floor = floor_of(world);
    int64_t body = rt_rapier2d_body_new_dynamic(world, 0, 5, 0);
    int64_t box = rt_rapier2d_collider_new_box(world, body, 0.5, 0.5);
    int64_t capsule = rt_rapier2d_collider_new_capsule(world, body, 0.5, 0.25);
    /* An L of three unit squares, clockwise. */
    double outline[] = {0, 0, 0, 2, 1, 2, 1, 1, 2, 1, 2, 0};
    int64_t polygon = rt_rapier2d_collider_new_polygon(world, body, outline, 12);
    CHECK(box > 0 && capsule > 0 && polygon > 0);
    CHECK_NEAR(rt_rapier2d_body_get_mass(world, body), 1 + (0.5 + PI / 16) + 3, 1e-9);
    double ridge[] = {4, 0, 2, 1, 0, 0};
    int64_t chain = rt_rapier2d_collider_new_chain(world, body, ridge, 6, false);
    CHECK(chain > 0);
    CHECK_NEAR(rt_rapier2d_body_get_mass(world, body), 1 + (0.5 + PI / 16) + 3, 1e-9);
    CHECK(rt_rapier2d_collider_free(world, chain));
    CHECK_INT(rt_rapier2d_collider_new_chain(world, body, ridge, 4, true), 0);
    CHECK_CONTAINS(rt_rapier2d_get_last_error(), "a chain needs at least 3");
    CHECK(rt_rapier2d_collider_free(world, capsule));
    CHECK(rt_rapier2d_collider_set_density(world, polygon, 0));
    CHECK_NEAR(rt_rapier2d_body_get_mass(world, body), 1, 1e-12);
    CHECK(rt_rapier2d_collider_free(world, polygon));
    CHECK_INT(rt_rapier2d_world_collider_count(world), 2);
    CHECK_INT(rt_rapier2d_collider_get_body(world, box), body);
    RtI64Array of_body = rt_rapier2d_body_get_colliders(world, body);
    CHECK(of_body.len == 1 && of_body.data[0] == box);
    rt_i64_array_free(of_body.data, of_body.len);
    CHECK(rt_rapier2d_body_get_colliders_into(world, body, &of_body));
    rt_i64_array_free(of_body.data, of_body.len);
    CHECK(rt_rapier2d_collider_set_offset(world, box, 1, 0, 0.5));
    RtBodyPosition at = rt_rapier2d_collider_get_position(world, box);
    CHECK_NEAR(at.x, 1, 1e-12);
    CHECK_NEAR(at.y, 5, 1e-12);
    CHECK_NEAR(at.rotation, 0.5, 1e-12);
    CHECK(rt_rapier2d_collider_get_position_into(world, box, &at));
    CHECK(rt_rapier2d_collider_set_offset(world, box, 0, 0, 0));
    CHECK(rt_rapier2d_collider_set_friction(world, box, 0));
    CHECK(rt_rapier2d_collider_set_friction(world, floor, 0));
    CHECK(rt_rapier2d_collider_set_user_data(world, box, 42));
    CHECK_INT(rt_rapier2d_collider_get_user_data(world, box), 42);

    /* Down it goes, and stays. */
    CHECK(rt_rapier2d_body_set_position(world, body, 0, 0.5, 0));
    CHECK(rt_rapier2d_body_set_velocity(world, body, 0, 0, 0));
    bool started = false;
    for (int i = 0; i < 60; i++) {
        steps(world, 1);
        int64_t events = rt_rapier2d_world_get_collision_events(world);
        for (int64_t k = 0; k < rt_rapier2d_collision_events_count(events); k++) {
            RtCollisionEvent event = rt_rapier2d_collision_events_get(events, k);
            CHECK(event.started && !event.sensor);
            CHECK(event.collider1 + event.collider2 == floor + box);
            CHECK(rt_rapier2d_collision_events_get_into(events, k, &event));
            started = true;
        }
        CHECK(rt_rapier2d_collision_events_free(events));
    }
    CHECK(started);
    CHECK_NEAR(rt_rapier2d_body_get_position(world, body).y, 0.5, 0.01);
    int64_t contacts = rt_rapier2d_world_get_contacts(world);
    CHECK_INT(rt_rapier2d_contacts_count(contacts), 2);
    RtF64Array values = rt_rapier2d_contacts_values(contacts);
    RtI64Array pairs = rt_rapier2d_contacts_colliders(contacts);
    RtBytes bytes = rt_rapier2d_contacts_bytes(contacts);
    CHECK(values.len == 10 && pairs.len == 4 && bytes.len == 32);
    for (int64_t i = 0; i < 2; i++) {
        RtContact contact = rt_rapier2d_contacts_get(contacts, i);
        CHECK_NEAR(fabs(contact.point_x), 0.5, 1e-3);
        CHECK_NEAR(contact.point_y, 0, 0.01);
        CHECK_NEAR(contact.normal_y, contact.collider1 == floor ? 1 : -1, 1e-6);
        CHECK(contact.penetration >= 0 && contact.penetration < 0.01);
        CHECK(values.data[5 * i] == contact.point_x && values.data[5 * i + 4] == contact.penetration);
        CHECK(pairs.data[2 * i] == contact.collider1 && pairs.data[2 * i + 1] == contact.collider2);
        float packed[4];
        memcpy(packed, bytes.data + 16 * i, 16);
        CHECK(packed[0] == (float)contact.point_x && packed[3] == (float)contact.normal_y);
        CHECK(rt_rapier2d_contacts_get_into(contacts, i, &contact));
    }
    RtContact none = rt_rapier2d_contacts_get(contacts, 2);
    CHECK(none.collider1 == 0);
    rt_f64_array_free(values.data, values.len);
    rt_i64_array_free(pairs.data, pairs.len);
    rt_bytes_free(bytes.data, bytes.len);
    CHECK(rt_rapier2d_contacts_values_into(contacts, &values));
    CHECK(rt_rapier2d_contacts_colliders_into(contacts, &pairs));
    CHECK(rt_rapier2d_contacts_bytes_into(contacts, &bytes));
    rt_f64_array_free(values.data, values.len);
    rt_i64_array_free(pairs.data, pairs.len);
    rt_bytes_free(bytes.data, bytes.len);
    CHECK(rt_rapier2d_contacts_free(contacts));
    CHECK(!rt_rapier2d_contacts_free(contacts));

    /* Without friction a push slides it on for ever. */
    CHECK(rt_rapier2d_body_apply_impulse(world, body, 2, 0, true));
    steps(world, 60);
    CHECK_NEAR(rt_rapier2d_body_get_position(world, body).x, 2, 1e-3);

    /* A ball gives all of its speed back. */
    int64_t ball = rt_rapier2d_body_new_dynamic(world, 30, 2.5, 0);
    int64_t round = rt_rapier2d_collider_new_circle(world, ball, 0.5);
    CHECK(rt_rapier2d_collider_set_restitution(world, round, 1));
    CHECK(rt_rapier2d_collider_set_restitution(world, floor, 1));
    double highest = 0;
    bool bounced = false;
    for (int i = 0; i < 90; i++) {
        steps(world, 1);
        bounced |= rt_rapier2d_body_get_velocity(world, ball).vy > 0;
        double y = rt_rapier2d_body_get_position(world, ball).y;
        if (bounced && y > highest) highest = y;
    }
    CHECK_NEAR(highest, 2.5, 0.1);

    /* Groups that do not meet, and then a sensor. */
    CHECK(rt_rapier2d_collider_set_groups(world, box, 1, 2));
    CHECK(rt_rapier2d_body_set_position(world, body, 0, 0, 0));
    CHECK(rt_rapier2d_world_intersection_test(world, box, floor));
    CHECK(rt_rapier2d_collider_set_sensor(world, box, true));
    CHECK(!rt_rapier2d_world_cast_ray(world, 0, 10, 0, -1, 9).hit);
    CHECK(rt_rapier2d_world_free(world));
    CHECK(!rt_rapier2d_collider_set_friction(world, box, 1));
}

static void queries(void) {
    int64_t world = rt_rapier2d_world_new(0, 0);
    int64_t body = rt_rapier2d_body_new_static(world, 5, 0, 0);
    int64_t near = rt_rapier2d_collider_new_box(world, body, 1, 1);
    int64_t far_body = rt_rapier2d_body_new_dynamic(world, 10, 0, 0);
    int64_t far = rt_rapier2d_collider_new_circle(world, far_body, 1);
    RtRayHit ray = rt_rapier2d_world_cast_ray(world, 0, 0, 20, 0, 100);
    CHECK(ray.hit && ray.collider == near);
    CHECK_NEAR(ray.distance, 4, 1e-12);
    CHECK(rt_rapier2d_world_cast_ray_into(world, 0, 0, 20, 0, 100, &ray));
    CHECK(!rt_rapier2d_world_cast_ray(world, 0, 0, 0, 1, 100).hit);
    RtCastHit cast = rt_rapier2d_world_cast_ray_filtered(world, 0, 0.5, 1, 0, 100, ALL, ALL, false, body);
    CHECK(cast.hit && cast.collider == far);
    CHECK_NEAR(cast.distance, 10 - sqrt(0.75), 1e-9);
    CHECK_NEAR(cast.normal_x * cast.normal_x + cast.normal_y * cast.normal_y, 1, 1e-12);
    CHECK(rt_rapier2d_world_cast_ray_filtered_into(world, 0, 0, 1, 0, 100, ALL, ALL, true, 0, &cast));
    CHECK(cast.collider == near && cast.normal_x == -1);
    cast = rt_rapier2d_world_cast_circle(world, 0, 0, 0.5, 1, 0, 100, ALL, ALL, false, 0);
    CHECK(cast.hit && cast.collider == near);
    CHECK_NEAR(cast.distance, 3.5, 1e-6);
    CHECK(rt_rapier2d_world_cast_circle_into(world, 0, 0, 0.5, 1, 0, 3.4, ALL, ALL, false, 0, &cast));
    CHECK(!cast.hit);
    RtI64Array found = rt_rapier2d_world_query_point(world, 5.5, 0.5);
    CHECK(found.len == 1 && found.data[0] == near);
    rt_i64_array_free(found.data, found.len);
    found = rt_rapier2d_world_query_circle(world, 7.5, 0, 2);
    CHECK(found.len == 2 && found.data[0] == near && found.data[1] == far);
    rt_i64_array_free(found.data, found.len);
    found = rt_rapier2d_world_query_box(world, 10, 3, 1, 1.5, 0);
    CHECK_INT(found.len, 0);
    found = rt_rapier2d_world_query_box(world, 10, 2, 1, 1.5, 0);
    CHECK(found.len == 1 && found.data[0] == far);
    rt_i64_array_free(found.data, found.len);
    CHECK(rt_rapier2d_world_query_point_into(world, 0, 0, &found) && found.len == 0);
    CHECK(rt_rapier2d_world_query_circle_into(world, 0, 0, 1, &found) && found.len == 0);
    CHECK(rt_rapier2d_world_query_box_into(world, 0, 0, 1, 1, 0, &found) && found.len == 0);
    RtNearestCollider nearest = rt_rapier2d_world_query_nearest(world, 5, 3, INFINITY);
    CHECK(nearest.found && nearest.collider == near && nearest.distance == 2 && !nearest.inside);
    CHECK(rt_rapier2d_world_query_nearest_into(world, 5, 3, 1, &nearest));
    CHECK(!nearest.found);
    CHECK(rt_rapier2d_world_free(world));
}

static void joints(void) {
    int64_t world = rt_rapier2d_world_new(0, -G);
    int64_t wall = rt_rapier2d_body_new_static(world, 0, 0, 0);
    int64_t bodies[4];
    for (int i = 0; i < 4; i++) {
        bodies[i] = rt_rapier2d_body_new_dynamic(world, 10 * i, -2, 0);
        CHECK(rt_rapier2d_collider_new_circle(world, bodies[i], 0.5) > 0);
        CHECK(rt_rapier2d_body_set_can_sleep(world, bodies[i], false));
    }
    int64_t rod = rt_rapier2d_joint_distance(world, wall, bodies[0], 0, 0, 0, 0, 2);
    int64_t hinge = rt_rapier2d_joint_revolute(world, wall, bodies[1], 10, -2);
    int64_t slider = rt_rapier2d_joint_prismatic(world, wall, bodies[2], 0, 3);
    int64_t weld = rt_rapier2d_joint_fixed(world, wall, bodies[3]);
    CHECK(rod > 0 && hinge > 0 && slider > 0 && weld > 0);
    CHECK_INT(rt_rapier2d_world_joint_count(world), 4);
    CHECK(rt_rapier2d_joint_set_contacts(world, rod, false));
    CHECK(rt_rapier2d_joint_set_motor(world, hinge, 2, 100));
    CHECK(rt_rapier2d_joint_set_limits(world, slider, -1, 1));
    steps(world, 240);
    CHECK_NEAR(rt_rapier2d_joint_get_position(world, rod), 2, 1e-3);
    CHECK_NEAR(rt_rapier2d_body_get_velocity(world, bodies[1]).angular, 2, 1e-6);
    CHECK_NEAR(rt_rapier2d_joint_get_position(world, slider), -1, 0.01);
    CHECK_NEAR(rt_rapier2d_body_get_position(world, bodies[2]).y, -3, 0.01);
    CHECK_NEAR(rt_rapier2d_body_get_position(world, bodies[3]).y, -2, 1e-3);
    CHECK(!rt_rapier2d_joint_set_motor(world, weld, 1, 1));
    CHECK_CONTAINS(rt_rapier2d_get_last_error(), "neither revolute nor prismatic");
    RtI64Array list = rt_rapier2d_world_get_joints(world);
    CHECK(list.len == 4 && list.data[0] == rod && list.data[3] == weld);
    rt_i64_array_free(list.data, list.len);
    CHECK(rt_rapier2d_world_get_joints_into(world, &list));
    rt_i64_array_free(list.data, list.len);
    CHECK(rt_rapier2d_joint_free(world, weld));
    CHECK(!rt_rapier2d_joint_free(world, weld));
    CHECK_INT(rt_rapier2d_world_joint_count(world), 3);
    steps(world, 60);
    CHECK(rt_rapier2d_body_get_position(world, bodies[3]).y < -6);
    CHECK(rt_rapier2d_world_free(world));
}

/* Events with who, where and how hard; filters. */
static void meetings(void) {
    int64_t world = rt_rapier2d_world_new(0, -G);
    int64_t ground = floor_of(world);
    int64_t shelf_body = rt_rapier2d_body_new_static(world, 20, 2, 0);
    int64_t shelf = rt_rapier2d_collider_new_box(world, shelf_body, 2, 0.1);
    CHECK(rt_rapier2d_collider_set_one_way(world, shelf, 0, 1));
    int64_t ball = rt_rapier2d_body_new_dynamic(world, 0, 1, 0);
    int64_t round = rt_rapier2d_collider_new_circle(world, ball, 0.5);
    int64_t jumper = rt_rapier2d_body_new_dynamic(world, 20, 1, 0);
    int64_t feet = rt_rapier2d_collider_new_circle(world, jumper, 0.3);
    CHECK(rt_rapier2d_body_set_velocity(world, jumper, 0, 7, 0));
    CHECK(rt_rapier2d_body_set_user_data(world, ball, 42));
    CHECK(rt_rapier2d_collider_set_combine_rules(world, round, SN_COMBINE_RULE_MAXIMUM, SN_COMBINE_RULE_MINIMUM));
    CHECK(!rt_rapier2d_collider_set_combine_rules(world, round, 9, 0));
    CHECK(rt_rapier2d_collider_set_solver_groups(world, round, ALL, ALL));
    CHECK(rt_rapier2d_collider_set_force_threshold(world, round, 0.1));
    CHECK(rt_rapier2d_world_ignore_pair(world, round, feet, true));
    CHECK(rt_rapier2d_world_ignore_bodies(world, ball, jumper, true));
    CHECK(!rt_rapier2d_world_ignore_pair(world, round, 7, true));
    bool met = false;
    for (int i = 0; i < 60; i++) {
        steps(world, 1);
        int64_t events = rt_rapier2d_world_get_collision_events(world);
        for (int64_t at = 0; at < rt_rapier2d_collision_events_count(events); at++) {
            RtCollisionDetails details = rt_rapier2d_collision_events_get_details(events, at);
            if (details.body1 != ball && details.body2 != ball) continue;
            met = true;
            CHECK_NEAR(details.speed, sqrt(2 * G * 0.5), 0.2);
            CHECK_INT(details.body1 == ball ? details.body1_data : details.body2_data, 42);
            CHECK(rt_rapier2d_collision_events_get_details_into(events, at, &details));
            CHECK_NEAR(fabs(details.normal_y), 1, 1e-9);
        }
        int64_t count = rt_rapier2d_collision_events_count(events);
        RtI64Array list = rt_rapier2d_collision_events_colliders(events);
        CHECK_INT(list.len, 2 * count);
        rt_i64_array_free(list.data, list.len);
        CHECK(rt_rapier2d_collision_events_colliders_into(events, &list));
        rt_i64_array_free(list.data, list.len);
        list = rt_rapier2d_collision_events_bodies(events);
        CHECK_INT(list.len, 2 * count);
        rt_i64_array_free(list.data, list.len);
        CHECK(rt_rapier2d_collision_events_bodies_into(events, &list));
        rt_i64_array_free(list.data, list.len);
        list = rt_rapier2d_collision_events_user_data(events);
        CHECK_INT(list.len, 4 * count);
        rt_i64_array_free(list.data, list.len);
        CHECK(rt_rapier2d_collision_events_user_data_into(events, &list));
        rt_i64_array_free(list.data, list.len);
        RtF64Array values = rt_rapier2d_collision_events_values(events);
        CHECK_INT(values.len, 8 * count);
        rt_f64_array_free(values.data, values.len);
        CHECK(rt_rapier2d_collision_events_values_into(events, &values));
        rt_f64_array_free(values.data, values.len);
        RtBytes bytes = rt_rapier2d_collision_events_bytes(events);
        CHECK_INT(bytes.len, 128 * count);
        rt_bytes_free(bytes.data, bytes.len);
        CHECK(rt_rapier2d_collision_events_bytes_into(events, &bytes));
        rt_bytes_free(bytes.data, bytes.len);
        CHECK(rt_rapier2d_collision_events_free(events));
    }
    CHECK(met);
    steps(world, 120);
    CHECK_NEAR(rt_rapier2d_body_get_position(world, jumper).y, 2.4, 0.02);
    CHECK(rt_rapier2d_body_wake_up(world, ball));
    steps(world, 1);
    int64_t forces = rt_rapier2d_world_get_force_events(world);
    CHECK_INT(rt_rapier2d_collision_events_count(forces), 1);
    CHECK_NEAR(rt_rapier2d_collision_events_get_details(forces, 0).impulse, PI / 4 * G * DT, 1e-3);
    CHECK(rt_rapier2d_collision_events_free(forces));
    CHECK(ground > 0);
    CHECK(rt_rapier2d_world_free(world));
}

static void springs(void) {
    int64_t world = rt_rapier2d_world_new(0, -G);
    int64_t wall = rt_rapier2d_body_new_static(world, 0, 0, 0);
    int64_t bodies[4];
    for (int i = 0; i < 4; i++) {
        bodies[i] = rt_rapier2d_body_new_dynamic(world, 10 * i, -2, 0);
        CHECK(rt_rapier2d_collider_new_circle(world, bodies[i], 0.5) > 0);
        CHECK(rt_rapier2d_body_set_mass(world, bodies[i], 2));
        CHECK(rt_rapier2d_body_set_can_sleep(world, bodies[i], false));
    }
    int64_t spring = rt_rapier2d_joint_spring(world, wall, bodies[0], 0, 0, 0, 0, 2, 100, 20);
    int64_t rope = rt_rapier2d_joint_rope(world, wall, bodies[1], 10, 0, 0, 0, 3);
    int64_t wheel = rt_rapier2d_joint_wheel(world, wall, bodies[2], 20, -2, 0, 1, 100, 20);
    int64_t lift = rt_rapier2d_joint_prismatic(world, wall, bodies[3], 0, 1);
    CHECK(spring > 0 && rope > 0 && wheel > 0 && lift > 0);
    CHECK(rt_rapier2d_joint_set_motor_position(world, lift, 1, 100, 20, INFINITY));
    CHECK(rt_rapier2d_joint_set_spring(world, spring, 2, 200, 30));
    CHECK(!rt_rapier2d_joint_set_spring(world, rope, 2, 200, 30));
    CHECK(rt_rapier2d_joint_set_user_data(world, rope, -5));
    CHECK_INT(rt_rapier2d_joint_get_user_data(world, rope), -5);
    steps(world, 300);
    CHECK_NEAR(rt_rapier2d_joint_get_position(world, spring), 2 + 2 * G / 200, 1e-3);
    CHECK_NEAR(rt_rapier2d_joint_get_position(world, rope), 3, 0.01);
    CHECK_NEAR(rt_rapier2d_joint_get_position(world, wheel), -2 * G / 100, 1e-3);
    CHECK_NEAR(rt_rapier2d_joint_get_position(world, lift), 1 - 2 * G / 100, 1e-3);
    RtJointForce force = rt_rapier2d_joint_get_force(world, rope);
    CHECK_NEAR(force.y, 2 * G, 0.05);
    CHECK(rt_rapier2d_joint_get_force_into(world, rope, &force));
    CHECK(rt_rapier2d_joint_set_strength(world, rope, 1, INFINITY));
    steps(world, 1);
    RtI64Array broken = rt_rapier2d_world_get_broken_joints(world);
    CHECK(broken.len == 1 && broken.data[0] == rope);
    rt_i64_array_free(broken.data, broken.len);
    CHECK(rt_rapier2d_world_get_broken_joints_into(world, &broken));
    rt_i64_array_free(broken.data, broken.len);
    CHECK(!rt_rapier2d_joint_free(world, rope));
    CHECK(rt_rapier2d_body_lock_translation(world, bodies[1], true, true));
    double y = rt_rapier2d_body_get_position(world, bodies[1]).y;
    steps(world, 30);
    CHECK(rt_rapier2d_body_get_position(world, bodies[1]).y == y);
    CHECK(rt_rapier2d_world_free(world));
}

static void casts(void) {
    static const double SQUARE[] = {-0.5, -0.5, 0.5, -0.5, 0.5, 0.5, -0.5, 0.5};
    int64_t world = rt_rapier2d_world_new(0, 0);
    int64_t wall = rt_rapier2d_body_new_static(world, 10, 0, 0);
    int64_t stone = rt_rapier2d_collider_new_box(world, wall, 1, 5);
    int64_t body = rt_rapier2d_body_new_dynamic(world, 0, 0, 0);
    int64_t box = rt_rapier2d_collider_new_box(world, body, 0.5, 0.5);
    RtCastHit hit = rt_rapier2d_world_cast_box(world, 0, 0, 0, 0.5, 0.5, 1, 0, 99, ALL, ALL, false, body);
    CHECK(hit.hit && hit.collider == stone);
    CHECK_NEAR(hit.distance, 8.5, 1e-12);
    CHECK(rt_rapier2d_world_cast_box_into(world, 0, 0, 0, 0.5, 0.5, 1, 0, 99, ALL, ALL, false, body, &hit));
    hit = rt_rapier2d_world_cast_capsule(world, 0, 0, PI / 2, 1, 0.5, 1, 0, 99, ALL, ALL, false, body);
    CHECK_NEAR(hit.distance, 7.5, 1e-12);
    CHECK(rt_rapier2d_world_cast_capsule_into(world, 0, 0, 0, 1, 0.5, 1, 0, 99, ALL, ALL, false, body, &hit));
    hit = rt_rapier2d_world_cast_polygon(world, SQUARE, 8, 0, 0, 0, 1, 0, 99, ALL, ALL, false, body);
    CHECK_NEAR(hit.distance, 8.5, 1e-12);
    CHECK(rt_rapier2d_world_cast_polygon_into(world, SQUARE, 8, 0, 0, 0, 1, 0, 99, ALL, ALL, false, body, &hit));
    CHECK(!rt_rapier2d_world_cast_polygon(world, SQUARE, 3, 0, 0, 0, 1, 0, 99, ALL, ALL, false, 0).hit);
    hit = rt_rapier2d_collider_cast(world, box, 1, 0, 99);
    CHECK_NEAR(hit.distance, 8.5, 1e-12);
    CHECK(rt_rapier2d_collider_cast_into(world, box, 1, 0, 99, &hit));
    hit = rt_rapier2d_body_cast(world, body, 1, 0, 99);
    CHECK_NEAR(hit.distance, 8.5, 1e-12);
    CHECK(rt_rapier2d_body_cast_into(world, body, 1, 0, 99, &hit));
    int64_t hits = rt_rapier2d_world_cast_ray_all(world, -5, 0, 1, 0, 99, ALL, ALL, false, 0);
    CHECK_INT(rt_rapier2d_cast_hits_count(hits), 2);
    hit = rt_rapier2d_cast_hits_get(hits, 1);
    CHECK(hit.collider == stone && hit.normal_x == -1);
    CHECK(rt_rapier2d_cast_hits_get_into(hits, 0, &hit));
    RtI64Array colliders = rt_rapier2d_cast_hits_colliders(hits);
    CHECK(colliders.len == 2 && colliders.data[0] == box && colliders.data[1] == stone);
    rt_i64_array_free(colliders.data, colliders.len);
    CHECK(rt_rapier2d_cast_hits_colliders_into(hits, &colliders));
    rt_i64_array_free(colliders.data, colliders.len);
    RtF64Array values = rt_rapier2d_cast_hits_values(hits);
    CHECK_INT(values.len, 10);
    CHECK_NEAR(values.data[0], 4.5, 1e-12);
    rt_f64_array_free(values.data, values.len);
    CHECK(rt_rapier2d_cast_hits_values_into(hits, &values));
    rt_f64_array_free(values.data, values.len);
    CHECK(rt_rapier2d_cast_hits_free(hits));
    CHECK(!rt_rapier2d_cast_hits_free(hits));
    CHECK(rt_rapier2d_world_free(world));
}

static void characters_and_fluids(void) {
    int64_t world = rt_rapier2d_world_new(0, -G);
    floor_of(world);
    int64_t body = rt_rapier2d_body_new_kinematic(world, 0, 0.51, 0);
    CHECK(rt_rapier2d_collider_new_capsule(world, body, 0.3, 0.2) > 0);
    CHECK(rt_rapier2d_body_set_character_up(world, body, 0, 1));
    CHECK(rt_rapier2d_body_set_character_slopes(world, body, 0.8, 0.7));
    CHECK(rt_rapier2d_body_set_character_steps(world, body, 0.3, 0.1, true));
    CHECK(rt_rapier2d_body_set_character_snap(world, body, 0.2));
    CHECK(rt_rapier2d_body_set_character_gap(world, body, 0.01));
    CHECK(rt_rapier2d_body_set_character_mass(world, body, 10));
    RtCharacterMovement way = {0};
    for (int i = 0; i < 30; i++) {
        way = rt_rapier2d_body_move_character(world, body, 0.1, -0.1, DT);
        steps(world, 1);
    }
    CHECK(way.grounded);
    CHECK(rt_rapier2d_body_move_character_into(world, body, 0.1, -0.1, DT, &way));
    CHECK_NEAR(rt_rapier2d_body_get_position(world, body).x, 3, 0.1);
    int64_t hits = rt_rapier2d_body_get_character_hits(world, body);
    CHECK(rt_rapier2d_cast_hits_count(hits) > 0);
    CHECK(rt_rapier2d_cast_hits_free(hits));

    int64_t basin = rt_rapier2d_body_new_static(world, 50, 2, 0);
    int64_t water = rt_rapier2d_collider_new_box(world, basin, 5, 2);
    CHECK(rt_rapier2d_collider_set_fluid(world, water, 1000, 1000, 100, 0, 0));
    int64_t cork = rt_rapier2d_body_new_dynamic(world, 50, 3, 0);
    CHECK(rt_rapier2d_collider_set_density(world, rt_rapier2d_collider_new_circle(world, cork, 0.5), 500));
    rt_rapier2d_world_set_interpolation(world, true);
    steps(world, 600);
    CHECK_NEAR(rt_rapier2d_body_get_position(world, cork).y, 4, 1e-2);
    RtSubmergedPart part = rt_rapier2d_body_get_submerged(world, cork);
    CHECK_NEAR(part.area, PI / 8, 1e-2);
    CHECK(rt_rapier2d_body_get_submerged_into(world, cork, &part));

    RtBodyPosition at = rt_rapier2d_body_get_interpolated(world, cork, 0.5);
    CHECK_NEAR(at.y, 4, 1e-2);
    CHECK(rt_rapier2d_body_get_interpolated_into(world, cork, 0.5, &at));
    RtF64Array all = rt_rapier2d_world_get_interpolated(world, 1);
    CHECK_INT(all.len, 12);
    rt_f64_array_free(all.data, all.len);
    CHECK(rt_rapier2d_world_get_interpolated_into(world, 0, &all));
    rt_f64_array_free(all.data, all.len);
    RtBytes packed = rt_rapier2d_world_get_interpolated_bytes(world, 1);
    CHECK_INT(packed.len, 64);
    rt_bytes_free(packed.data, packed.len);
    CHECK(rt_rapier2d_world_get_interpolated_bytes_into(world, 1, &packed));
    rt_bytes_free(packed.data, packed.len);

    RtF64Array lines = rt_rapier2d_world_get_debug_lines(world, SN_DEBUG_PART_SHAPES | SN_DEBUG_PART_CONTACTS);
    CHECK(lines.len > 0 && lines.len % 5 == 0);
    rt_f64_array_free(lines.data, lines.len);
    CHECK(rt_rapier2d_world_get_debug_lines_into(world, SN_DEBUG_PART_SHAPES, &lines));
    rt_f64_array_free(lines.data, lines.len);
    CHECK_CONTAINS(rt_rapier2d_world_get_debug_svg(world, SN_DEBUG_PART_SHAPES), "M");
    CHECK(rt_rapier2d_world_free(world));
}

/* A heap of boxes and balls. */
static int64_t heap(int count) {
    int64_t world = rt_rapier2d_world_new(0, -G);
    floor_of(world);
    for (int i = 0; i < count; i++) {
        int64_t body = rt_rapier2d_body_new_dynamic(world, i % 5 + 0.1 * (i % 3), 1 + i / 5 * 1.2, 0);
        if (i % 2) CHECK(rt_rapier2d_collider_new_circle(world, body, 0.5) > 0);
        else CHECK(rt_rapier2d_collider_new_box(world, body, 0.4, 0.4) > 0);
    }
    return world;
}

static void bulk_and_snapshots(void) {
    int64_t world = heap(30);
    steps(world, 20);
    RtI64Array bodies = rt_rapier2d_world_get_bodies(world);
    RtI64Array colliders = rt_rapier2d_world_get_colliders(world);
    RtF64Array transforms = rt_rapier2d_world_get_transforms(world);
    RtF64Array velocities = rt_rapier2d_world_get_velocities(world);
    RtBytes packed = rt_rapier2d_world_get_transform_bytes(world);
    CHECK(bodies.len == 31 && colliders.len == 31 && transforms.len == 93 && velocities.len == 93);
    CHECK_INT(packed.len, 31 * 16);
    for (int64_t i = 0; i < bodies.len; i++) {
        RtBodyPosition at = rt_rapier2d_body_get_position(world, bodies.data[i]);
        CHECK(at.x == transforms.data[3 * i] && at.y == transforms.data[3 * i + 1]);
        CHECK(at.rotation == transforms.data[3 * i + 2]);
        CHECK(rt_rapier2d_body_get_velocity(world, bodies.data[i]).vy == velocities.data[3 * i + 1]);
        float four[4];
        memcpy(four, packed.data + 16 * i, 16);
        CHECK(four[0] == (float)at.x && four[1] == (float)at.y);
        CHECK_NEAR(four[2], cos(at.rotation), 1e-6);
        CHECK_NEAR(four[3], sin(at.rotation), 1e-6);
    }
    rt_i64_array_free(bodies.data, bodies.len);
    rt_i64_array_free(colliders.data, colliders.len);
    rt_f64_array_free(transforms.data, transforms.len);
    rt_f64_array_free(velocities.data, velocities.len);
    rt_bytes_free(packed.data, packed.len);
    CHECK(rt_rapier2d_world_get_bodies_into(world, &bodies));
    CHECK(rt_rapier2d_world_get_colliders_into(world, &colliders));
    CHECK(rt_rapier2d_world_get_transforms_into(world, &transforms));
    CHECK(rt_rapier2d_world_get_velocities_into(world, &velocities));
    CHECK(rt_rapier2d_world_get_transform_bytes_into(world, &packed));
    rt_i64_array_free(bodies.data, bodies.len);
    rt_i64_array_free(colliders.data, colliders.len);
    rt_f64_array_free(transforms.data, transforms.len);
    rt_f64_array_free(velocities.data, velocities.len);
    rt_bytes_free(packed.data, packed.len);

    RtBytes snapshot = rt_rapier2d_world_snapshot(world);
    CHECK(snapshot.len > 1000);
    int64_t copy = rt_rapier2d_world_restore(snapshot.data, snapshot.len);
    CHECK(copy > 0);
    steps(world, 100);
    steps(copy, 100);
    transforms = rt_rapier2d_world_get_transforms(world);
    RtF64Array of_copy = rt_rapier2d_world_get_transforms(copy);
    CHECK_INT(transforms.len, of_copy.len);
    CHECK(memcmp(transforms.data, of_copy.data, (size_t)transforms.len * sizeof(double)) == 0);
    rt_f64_array_free(transforms.data, transforms.len);
    rt_f64_array_free(of_copy.data, of_copy.len);
    snapshot.data[snapshot.len / 2] ^= 1;
    CHECK_INT(rt_rapier2d_world_restore(snapshot.data, snapshot.len), 0);
    CHECK_CONTAINS(rt_rapier2d_get_last_error(), "`snapshot` is no snapshot");
    rt_bytes_free(snapshot.data, snapshot.len);
    CHECK(rt_rapier2d_world_snapshot_into(world, &snapshot));
    rt_bytes_free(snapshot.data, snapshot.len);
    CHECK(rt_rapier2d_world_free(world));
    CHECK(rt_rapier2d_world_free(copy));
}

static int64_t shared, shared_bodies[10];

static void *use_shared(void *argument) {
    (void)argument;
    for (int i = 0; i < 100; i++) {
        rt_rapier2d_world_step(shared, DT);
        rt_rapier2d_body_get_position(shared, shared_bodies[i % 10]);
        int64_t body = rt_rapier2d_body_new_dynamic(shared, i, 9, 0);
        rt_rapier2d_collider_new_circle(shared, body, 0.3);
        rt_rapier2d_joint_revolute(shared, body, shared_bodies[i % 10], 0, 0);
        int64_t contacts = rt_rapier2d_world_get_contacts(shared);
        rt_rapier2d_contacts_count(contacts);
        rt_rapier2d_contacts_free(contacts);
        rt_rapier2d_body_free(shared, body);
        if (i == 60) rt_rapier2d_world_free(shared);
    }
    rt_rapier2d_clear_error();
    return NULL;
}

static void threads(void) {
    shared = rt_rapier2d_world_new(0, -G);
    for (int i = 0; i < 10; i++) {
        shared_bodies[i] = rt_rapier2d_body_new_dynamic(shared, i, i, 0);
        CHECK(rt_rapier2d_collider_new_circle(shared, shared_bodies[i], 0.5) > 0);
    }
    check_threads(4, use_shared, NULL);
    CHECK(!rt_rapier2d_world_free(shared));
}

int main(void) {
    library();
    motion();
    colliders();
    queries();
    joints();
    meetings();
    springs();
    casts();
    characters_and_fluids();
    bulk_and_snapshots();
    threads();
    CHECK_INT(rt_native_live_handles(), 0);
    return 0;
}
