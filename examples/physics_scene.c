/* See physics_scene.h. */
#include "physics_scene.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const double PI = 3.14159265358979323846;
static const uint32_t STONE = 0x6b705cff, WOOD = 0xb08968ff, BRICK = 0xbc4749ff, IRON = 0x343a40ff,
                      COLORS[] = {0x386fa4ff, 0x59a5d8ff, 0xf4a259ff, 0x5b8e7dff, 0x8cb369ff, 0xbc4b51ff};

static bool refused(const char *what) {
    char *reason = rt_rapier2d_get_last_error();
    fprintf(stderr, "%s: %s\n", what, reason);
    rt_text_free(reason);
    return false;
}

/* The same numbers in every run. */
static double noise(void) {
    static uint32_t state = 12345;
    state = state * 1664525 + 1013904223;
    return (state >> 8) / 16777216.0;
}

static int shape(Scene *scene, ShapeKind kind, double a, double b, const double *points, int count) {
    Shape *made = &scene->shapes[scene->shape_count];
    *made = (Shape){.kind = kind, .a = a, .b = b, .count = count};
    if (count) memcpy(made->points, points, 2 * (size_t)count * sizeof *points);
    return scene->shape_count++;
}

static int64_t collider(const Scene *scene, int64_t body, const Shape *shape) {
    switch (shape->kind) {
    case SHAPE_CIRCLE: return rt_rapier2d_collider_new_circle(scene->world, body, shape->a);
    case SHAPE_BOX: return rt_rapier2d_collider_new_box(scene->world, body, shape->a, shape->b);
    case SHAPE_CAPSULE: return rt_rapier2d_collider_new_capsule(scene->world, body, shape->a, shape->b);
    default: return rt_rapier2d_collider_new_polygon(scene->world, body, shape->points, 2 * shape->count);
    }
}

/* Gives a body a shape to be and to be seen; returns the collider. */
static int64_t add(Scene *scene, int64_t body, int shape, uint32_t color) {
    scene->pieces[scene->piece_count++] = (Piece){body, shape, color};
    return collider(scene, body, &scene->shapes[shape]);
}

static int64_t dynamic(Scene *scene, double x, double y, double rotation, int shape, uint32_t color) {
    int64_t body = rt_rapier2d_body_new_dynamic(scene->world, x, y, rotation);
    add(scene, body, shape, color);
    return body;
}

static int64_t ground(Scene *scene) {
    /* Not convex: the library cuts it up. */
    const double outline[] = {0,  0,   48, 0,   48, 7,    46, 4,    39, 2.5, 27.5, 2.5, 26,
                              1.6, 19.5, 1.6, 18, 5,   15, 5,    14, 1.8, 4.5, 1.8, 3,  6,
                              0,  6.5};
    int64_t body = rt_rapier2d_body_new_static(scene->world, 0, 0, 0);
    add(scene, body, shape(scene, SHAPE_POLYGON, 0, 0, outline, sizeof outline / sizeof *outline / 2), STONE);
    return body;
}

static void bridge(Scene *scene, int64_t ground) {
    const double from = 2.7, to = 15.3, left = 6.2, right = 5.2;
    enum { PLANKS = 15 };
    const double length = (to - from) / PLANKS;
    int plank = shape(scene, SHAPE_BOX, length / 2 * 1.02, 0.11, NULL, 0);
    int64_t before = ground;
    for (int i = 0; i <= PLANKS; i++) {
        double x = from + i * length, y = left + (right - left) * i / PLANKS;
        int64_t body = i == PLANKS ? ground
                                   : dynamic(scene, x + length / 2, y + (right - left) / PLANKS / 2,
                                             atan2(right - left, to - from), plank, WOOD);
        int64_t joint = rt_rapier2d_joint_revolute(scene->world, before, body, x, y);
        /* Neighbours overlap at the hinge. */
        rt_rapier2d_joint_set_contacts(scene->world, joint, false);
        before = body;
    }
}

static void shower(Scene *scene) {
    int balls[3], other[3];
    const double pentagon[] = {0.4, 0, 0.124, 0.38, -0.324, 0.235, -0.324, -0.235, 0.124, -0.38};
    /* An arrow head: not convex either. */
    const double arrow[] = {0.5, 0, -0.4, 0.4, -0.15, 0, -0.4, -0.4};
    for (int i = 0; i < 3; i++) balls[i] = shape(scene, SHAPE_CIRCLE, 0.2 + 0.07 * i, 0, NULL, 0);
    other[0] = shape(scene, SHAPE_POLYGON, 0, 0, pentagon, 5);
    other[1] = shape(scene, SHAPE_CAPSULE, 0.25, 0.2, NULL, 0);
    other[2] = shape(scene, SHAPE_POLYGON, 0, 0, arrow, 4);
    for (int i = 0; i < 110; i++)
        dynamic(scene, 5 + 8 * noise(), 9 + 0.45 * i, 0, balls[i % 3], COLORS[i % 6]);
    for (int i = 0; i < 60; i++)
        dynamic(scene, 41.5 + 4 * noise(), 14 + 0.9 * i, 6 * noise(), other[i % 3], COLORS[(i + 2) % 6]);
}

static void heap(Scene *scene) {
    int brick = shape(scene, SHAPE_BOX, 0.36, 0.36, NULL, 0);
    enum { ROWS = 11 };
    for (int row = 0; row < ROWS; row++)
        for (int i = 0; i < ROWS - row; i++)
            dynamic(scene, 34 + 0.74 * (i - (ROWS - row - 1) / 2.0), 2.5 + 0.36 + 0.722 * row, 0, brick,
                    row % 2 ? BRICK : COLORS[2]);
}

static void wrecking_ball(Scene *scene, int64_t ground) {
    enum { LINKS = 9 };
    const double hook_x = 26.5, hook_y = 20.5, step = 1.5;
    int link = shape(scene, SHAPE_CIRCLE, 0.12, 0, NULL, 0);
    int ball = shape(scene, SHAPE_CIRCLE, 1.3, 0, NULL, 0);
    int64_t before = ground;
    scene->chain[scene->chain_count++] = ground;
    for (int i = 1; i <= LINKS; i++) {
        /* Held out to the left, a little upwards. */
        double x = hook_x - step * i * 0.96, y = hook_y + step * i * 0.28;
        int64_t body = dynamic(scene, x, y, 0, i < LINKS ? link : ball, IRON);
        rt_rapier2d_body_set_mass(scene->world, body, i < LINKS ? 2 : 40);
        double anchor_x = i == 1 ? hook_x : 0, anchor_y = i == 1 ? hook_y : 0;
        rt_rapier2d_joint_distance(scene->world, before, body, anchor_x, anchor_y, 0, 0, step);
        scene->chain[scene->chain_count++] = body;
        before = body;
    }
}

static void seesaw(Scene *scene, int64_t ground) {
    const double stand[] = {-0.5, 0, 0.5, 0, 0, 1.1};
    int foot = shape(scene, SHAPE_POLYGON, 0, 0, stand, 3);
    int plank = shape(scene, SHAPE_BOX, 2.6, 0.1, NULL, 0);
    int weight = shape(scene, SHAPE_BOX, 0.5, 0.5, NULL, 0);
    int64_t base = rt_rapier2d_body_new_static(scene->world, 22.7, 1.6, 0);
    add(scene, base, foot, STONE);
    int64_t body = dynamic(scene, 22.7, 2.8, 0, plank, WOOD);
    int64_t joint = rt_rapier2d_joint_revolute(scene->world, ground, body, 22.7, 2.8);
    rt_rapier2d_joint_set_limits(scene->world, joint, -0.35, 0.35);
    dynamic(scene, 20.7, 3.6, 0, weight, COLORS[0]);
    dynamic(scene, 24.6, 9, 0.3, weight, COLORS[5]);
}

static void wheel(Scene *scene, int64_t ground) {
    int blade = shape(scene, SHAPE_BOX, 2.1, 0.16, NULL, 0);
    int blade_across = shape(scene, SHAPE_BOX, 0.16, 2.1, NULL, 0);
    int64_t body = dynamic(scene, 43.4, 8.6, 0, blade, IRON);
    add(scene, body, blade_across, IRON);
    int64_t joint = rt_rapier2d_joint_revolute(scene->world, ground, body, 43.4, 8.6);
    rt_rapier2d_joint_set_motor(scene->world, joint, 1.8, 400);
}

bool scene_begin(Scene *scene) {
    *scene = (Scene){0};
    scene->world = rt_rapier2d_world_new(0, -9.81);
    if (!scene->world) return refused("a world");
    int64_t body = ground(scene);
    bridge(scene, body);
    shower(scene);
    heap(scene);
    wrecking_ball(scene, body);
    seesaw(scene, body);
    wheel(scene, body);
    /* Nothing leaves at the sides. */
    for (int side = 0; side < 2; side++) {
        int64_t wall = rt_rapier2d_body_new_static(scene->world, side ? SCENE_WIDTH + 1 : -1, 50, 0);
        rt_rapier2d_collider_new_box(scene->world, wall, 1, 60);
    }
    /* Any refusal on the way left its reason behind. */
    char *reason = rt_rapier2d_get_last_error();
    bool fine = rt_text_len(reason) == 0;
    rt_text_free(reason);
    return fine || refused("the scene");
}

bool scene_step(Scene *scene, double dt) {
    if (!rt_rapier2d_world_step(scene->world, dt)) return refused("a step");
    scene->time += dt;
    double angle = -PI / 2 + 1.1 * sin(0.7 * scene->time);
    double x = 30, y = 26.4, reach = 40;
    scene->hit = rt_rapier2d_world_cast_ray(scene->world, x, y, cos(angle), sin(angle), reach);
    double length = scene->hit.hit ? scene->hit.distance : reach;
    scene->beam[0] = x;
    scene->beam[1] = y;
    scene->beam[2] = x + length * cos(angle);
    scene->beam[3] = y + length * sin(angle);
    return true;
}

void scene_end(Scene *scene) {
    rt_rapier2d_world_free(scene->world);
    scene->world = 0;
}
