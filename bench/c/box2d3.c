/* The pile of bench/src/bin/rapier2d.rs in Box2D 3: COUNT bodies, STEPS steps, with sleep where SLEEP is 1. Prints the
 * seconds that the steps took. */
#include <box2d/box2d.h>

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static void wall(b2WorldId world, const b2ShapeDef *matter, float x, float y, float half_width, float half_height) {
    b2BodyDef place = b2DefaultBodyDef();
    place.position = (b2Vec2){x, y};
    b2Polygon box = b2MakeBox(half_width, half_height);
    b2CreatePolygonShape(b2CreateBody(world, &place), matter, &box);
}

int main(int count, char **arguments) {
    if (count != 4) return 2;
    int bodies = atoi(arguments[1]), steps = atoi(arguments[2]);
    bool sleep = atoi(arguments[3]) == 1;
    b2WorldDef settings = b2DefaultWorldDef();
    settings.gravity = (b2Vec2){0, -9.81f};
    settings.enableSleep = sleep;
    b2WorldId world = b2CreateWorld(&settings);
    b2ShapeDef matter = b2DefaultShapeDef();
    matter.density = 1;
    matter.material.friction = 0.5f;
    wall(world, &matter, 0, -0.5f, 100, 0.5f);
    wall(world, &matter, -15.5f, 40, 0.5f, 40);
    wall(world, &matter, 15.5f, 40, 0.5f, 40);
    for (int i = 0; i < bodies; i++) {
        int row = i / 25, column = i % 25;
        b2BodyDef place = b2DefaultBodyDef();
        place.type = b2_dynamicBody;
        place.position.x = (float)((column - 12.5) * 1.15 + 0.3 * (row % 3 - 1));
        place.position.y = (float)(0.6 + 1.1 * row);
        b2BodyId body = b2CreateBody(world, &place);
        b2Circle circle = {{0, 0}, 0.5f};
        b2Polygon box = b2MakeBox(0.5f, 0.5f);
        if ((row + column) % 2) b2CreateCircleShape(body, &matter, &circle);
        else b2CreatePolygonShape(body, &matter, &box);
    }
    clock_t start = clock();
    for (int i = 0; i < steps; i++) b2World_Step(world, 1.0f / 60, 4);
    printf("%.6f\n", (double)(clock() - start) / CLOCKS_PER_SEC);
    return 0;
}
