/* A scene of a few hundred bodies: a rope bridge under a shower of balls, a wrecking ball on a chain, a heap of
 * boxes in its way, a seesaw, a driven wheel, and a beam of light that sweeps over it all. Metres, y up. */
#ifndef PHYSICS_SCENE_H
#define PHYSICS_SCENE_H

#include "simple_native.h"

enum { SCENE_WIDTH = 48, SCENE_HEIGHT = 27, SCENE_PIECES = 512, SCENE_SHAPES = 16, SCENE_POINTS = 16 };

typedef enum { SHAPE_CIRCLE, SHAPE_BOX, SHAPE_CAPSULE, SHAPE_POLYGON } ShapeKind;

/* What pieces look like: a circle of radius a; a box of half sizes a and b; a capsule of half height a and radius
 * b; a polygon of `count` x, y pairs. */
typedef struct {
    ShapeKind kind;
    double a, b;
    double points[2 * SCENE_POINTS];
    int count;
} Shape;

/* A body as it is to be drawn: a body of several shapes is several pieces. */
typedef struct {
    int64_t body;
    int shape;
    uint32_t color;
} Piece;

typedef struct {
    int64_t world;
    Shape shapes[SCENE_SHAPES];
    int shape_count;
    Piece pieces[SCENE_PIECES];
    int piece_count;
    double time;
    /* The chain of the wrecking ball, from the hook to the ball, and the rods of the bridge's ends. */
    int64_t chain[16];
    int chain_count;
    /* The beam: from where to where it reaches, and whether it meets something. */
    double beam[4];
    RtRayHit hit;
} Scene;

/* False where the library refuses something, after printing what. */
bool scene_begin(Scene *scene);
bool scene_step(Scene *scene, double dt);
void scene_end(Scene *scene);

#endif
