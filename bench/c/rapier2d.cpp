/* Measures what a host sees: our physics and Box2D in one program, the same pile of 1,000 bodies. Each line
 * printed is a figure: NAME SECONDS-OF-OURS SECONDS-OF-THEIRS CALLS, once for each turn. */
#include "simple_native.h"

#include <box2d/box2d.h>

#include <chrono>
#include <cstdio>
#include <vector>

static const int COLUMNS = 25, ROWS = 40, TURNS = 31, STEPS = 20;
static const double DT = 1.0 / 60;
static volatile double sink;

template <typename Work> static double seconds(Work work) {
    auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

static double x_of(int row, int column) { return (column - COLUMNS / 2.0) * 1.15 + 0.3 * (row % 3 - 1); }
static double y_of(int row) { return 0.6 + 1.1 * row; }

struct Ours {
    int64_t world = rt_rapier2d_world_new(0, -9.81);
    std::vector<int64_t> bodies;

    explicit Ours(int iterations) {
        rt_rapier2d_world_set_iterations(world, iterations);
        wall(0, -0.5, 100, 0.5);
        wall(-15.5, 20, 0.5, 20);
        wall(15.5, 20, 0.5, 20);
        for (int row = 0; row < ROWS; row++)
            for (int column = 0; column < COLUMNS; column++) {
                int64_t body = rt_rapier2d_body_new_dynamic(world, x_of(row, column), y_of(row), 0);
                if ((row + column) % 2) rt_rapier2d_collider_new_circle(world, body, 0.5);
                else rt_rapier2d_collider_new_box(world, body, 0.5, 0.5);
                rt_rapier2d_body_set_can_sleep(world, body, false);
                bodies.push_back(body);
            }
    }
    ~Ours() { rt_rapier2d_world_free(world); }
    void wall(double x, double y, double half_width, double half_height) {
        int64_t body = rt_rapier2d_body_new_static(world, x, y, 0);
        rt_rapier2d_collider_new_box(world, body, half_width, half_height);
    }
    void steps() {
        for (int i = 0; i < STEPS; i++) rt_rapier2d_world_step(world, DT);
    }
};

struct Theirs {
    b2World world{b2Vec2(0, -9.81f)};
    std::vector<b2Body *> bodies;
    int iterations;

    explicit Theirs(int iterations) : iterations(iterations) {
        world.SetAllowSleeping(false);
        wall(0, -0.5f, 100, 0.5f);
        wall(-15.5f, 20, 0.5f, 20);
        wall(15.5f, 20, 0.5f, 20);
        b2CircleShape circle;
        circle.m_radius = 0.5f;
        b2PolygonShape box;
        box.SetAsBox(0.5f, 0.5f);
        for (int row = 0; row < ROWS; row++)
            for (int column = 0; column < COLUMNS; column++) {
                b2BodyDef place;
                place.type = b2_dynamicBody;
                place.position.Set((float)x_of(row, column), (float)y_of(row));
                b2Body *body = world.CreateBody(&place);
                b2FixtureDef matter;
                if ((row + column) % 2) matter.shape = &circle;
                else matter.shape = &box;
                matter.density = 1;
                matter.friction = 0.5f;
                body->CreateFixture(&matter);
                bodies.push_back(body);
            }
    }
    void wall(float x, float y, float half_width, float half_height) {
        b2BodyDef place;
        place.position.Set(x, y);
        b2PolygonShape box;
        box.SetAsBox(half_width, half_height);
        b2FixtureDef matter;
        matter.shape = &box;
        matter.friction = 0.5f;
        world.CreateBody(&place)->CreateFixture(&matter);
    }
    void steps() {
        for (int i = 0; i < STEPS; i++) world.Step((float)DT, iterations, iterations);
    }
};

static void pile(int iterations) {
    Ours ours(iterations);
    Theirs theirs(iterations);
    for (int turn = 0; turn < TURNS; turn++) {
        double a = seconds([&] { ours.steps(); }), b = seconds([&] { theirs.steps(); });
        std::printf("pile_%d %.9f %.9f %d\n", iterations, a, b, STEPS);
    }
}

static void reading() {
    Ours ours(4);
    Theirs theirs(4);
    ours.steps();
    theirs.steps();
    const int rounds = 50, calls = rounds * COLUMNS * ROWS;
    for (int turn = -1; turn < TURNS; turn++) {
        double direct = seconds([&] {
            for (int round = 0; round < rounds; round++)
                for (b2Body *body : theirs.bodies)
                    sink = body->GetPosition().x + body->GetPosition().y + body->GetAngle();
        });
        double single = seconds([&] {
            for (int round = 0; round < rounds; round++)
                for (int64_t body : ours.bodies) {
                    RtBodyPosition at = rt_rapier2d_body_get_position(ours.world, body);
                    sink = at.x + at.y + at.rotation;
                }
        });
        double bulk = seconds([&] {
            for (int round = 0; round < rounds; round++) {
                RtF64Array all = rt_rapier2d_world_get_transforms(ours.world);
                for (int64_t i = 0; i + 2 < all.len; i += 3)
                    sink = all.data[i] + all.data[i + 1] + all.data[i + 2];
                rt_f64_array_free(all.data, all.len);
            }
        });
        if (turn < 0) continue;
        std::printf("single %.9f %.9f %d\n", single, direct, calls);
        std::printf("bulk %.9f %.9f %d\n", bulk, direct, calls);
    }
}

int main() {
    pile(4);
    pile(8);
    reading();
}
