/* See physics_view.h. */
#include "physics_view.h"

#include <math.h>
#include <stdio.h>

static const uint32_t SKY = 0xf1f5f9ff, INK = 0x1f2937ff, BEAM = 0xef233cff;

static int64_t path_of(const Shape *shape, double scale) {
    double a = shape->a * scale, b = shape->b * scale, points[2 * SCENE_POINTS];
    switch (shape->kind) {
    case SHAPE_CIRCLE: return rt_lyon_path_circle(0, 0, a);
    case SHAPE_BOX: return rt_lyon_path_rectangle(-a, -b, 2 * a, 2 * b);
    case SHAPE_CAPSULE: return rt_lyon_path_rounded_rectangle(-b, -a - b, 2 * b, 2 * (a + b), b);
    default:
        for (int i = 0; i < 2 * shape->count; i++) points[i] = shape->points[i] * scale;
        return rt_lyon_path_polygon(points, 2 * shape->count, shape->count);
    }
}

View view_of(const Scene *scene, int width) {
    View view = {.scale = (double)width / SCENE_WIDTH};
    view.canvas = draw_canvas(width, (int64_t)(SCENE_HEIGHT * view.scale), SKY);
    for (int i = 0; i < scene->shape_count; i++) {
        int64_t path = path_of(&scene->shapes[i], view.scale);
        view.fills[i] = rt_lyon_fill_tessellate_with_rule(path, 0.05, 1);
        view.edges[i] = rt_lyon_stroke_tessellate(path, view.scale * 0.07, 0.05);
        rt_lyon_path_free(path);
    }
    return view;
}

void view_free(View *view, const Scene *scene) {
    for (int i = 0; i < scene->shape_count; i++) {
        rt_lyon_fill_tessellation_free(view->fills[i]);
        rt_lyon_stroke_tessellation_free(view->edges[i]);
    }
    draw_canvas_free(&view->canvas);
}

static double px(const View *view, double x) { return x * view->scale; }
static double py(const View *view, double y) { return (SCENE_HEIGHT - y) * view->scale; }

static void draw_piece(View *view, const Scene *scene, const Piece *piece) {
    RtBodyPosition at = rt_rapier2d_body_get_position(scene->world, piece->body);
    if (at.y > SCENE_HEIGHT + 3) return;
    double c = cos(at.rotation), s = sin(at.rotation);
    /* Turned as the body is, y upwards. */
    int64_t place = rt_lyon_transform_new(c, -s, -s, -c, px(view, at.x), py(view, at.y));
    Canvas *canvas = &view->canvas;
    rt_lyon_fill_tessellation_draw(view->fills[piece->shape], place, piece->color, canvas->pixels, canvas->size,
                                   canvas->width, canvas->height);
    rt_lyon_stroke_tessellation_draw(view->edges[piece->shape], place, 0x1f2937b0, canvas->pixels,
                                     canvas->size, canvas->width, canvas->height);
    if (scene->shapes[piece->shape].kind == SHAPE_CIRCLE) {
        /* A spoke shows how it turns. */
        double r = scene->shapes[piece->shape].a * 0.8;
        draw_line(canvas, px(view, at.x), py(view, at.y), px(view, at.x + r * c), py(view, at.y + r * s),
                  view->scale * 0.06, 0xffffffb0);
    }
    rt_lyon_transform_free(place);
}

static void draw_chain(View *view, const Scene *scene) {
    double x = 26.5, y = 20.5;
    for (int i = 1; i < scene->chain_count; i++) {
        RtBodyPosition at = rt_rapier2d_body_get_position(scene->world, scene->chain[i]);
        draw_line(&view->canvas, px(view, x), py(view, y), px(view, at.x), py(view, at.y), view->scale * 0.1, INK);
        x = at.x;
        y = at.y;
    }
    draw_disc(&view->canvas, px(view, 26.5), py(view, 20.5), view->scale * 0.3, INK);
}

/* The beam is a dashed line that ends in a dot where it meets something. */
static void draw_beam(View *view, const Scene *scene) {
    const double *beam = scene->beam, dashes[] = {0.5 * view->scale, 0.25 * view->scale};
    int64_t builder = rt_lyon_path_builder_new();
    rt_lyon_path_builder_begin(builder, px(view, beam[0]), py(view, beam[1]));
    rt_lyon_path_builder_line_to(builder, px(view, beam[2]), py(view, beam[3]));
    int64_t path = rt_lyon_path_builder_build(builder);
    draw_dashes(&view->canvas, path, 0, view->scale * 0.09, DRAW_ROUND, dashes, 2, 0, BEAM);
    rt_lyon_path_free(path);
    if (scene->hit.hit)
        draw_disc(&view->canvas, px(view, beam[2]), py(view, beam[3]), view->scale * 0.22, BEAM);
}

void view_draw(View *view, const Scene *scene) {
    draw_clear(&view->canvas, SKY);
    draw_chain(view, scene);
    for (int i = 0; i < scene->piece_count; i++) draw_piece(view, scene, &scene->pieces[i]);
    draw_beam(view, scene);
    char text[64];
    snprintf(text, sizeof text, "%.1f s", scene->time);
    draw_text(&view->canvas, text, view->scale * 0.8, view->scale * 0.8, view->scale * 0.9, INK);
}
