/* The physics scene as a picture, drawn with our own paths. */
#ifndef PHYSICS_VIEW_H
#define PHYSICS_VIEW_H

#include "draw.h"
#include "physics_scene.h"

/* A canvas that shows the scene, with each of its shapes tessellated once, in pixels. */
typedef struct {
    Canvas canvas;
    double scale; /* pixels for a metre */
    int64_t fills[SCENE_SHAPES], edges[SCENE_SHAPES];
} View;

/* As wide as that, as high as the scene then is. */
View view_of(const Scene *scene, int width);
void view_free(View *view, const Scene *scene);
/* The scene as it is now, onto the canvas. */
void view_draw(View *view, const Scene *scene);

#endif
