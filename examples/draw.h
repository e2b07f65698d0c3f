/* Drawing with simple_native: a canvas, paths laid over it in colours, PNG pictures and animations.
 *
 * Everything drawn goes through the library: paths are tessellated into triangles, and the triangles are
 * drawn with smoothed edges. Coordinates are pixels, y grows downwards. Colours are 0xRRGGBBAA.
 * A function that cannot do its work prints why and ends the program. */
#ifndef DRAW_H
#define DRAW_H

#include "simple_native.h"

typedef struct {
    int64_t width, height;
    int64_t size;      /* width * height * 4 bytes */
    uint8_t *pixels;   /* red, green, blue, alpha, row after row from the top */
} Canvas;

/* How a stroke looks: JSON for rt_lyon_stroke_tessellate_with_options. */
#define DRAW_PLAIN "{}"
#define DRAW_ROUND "{\"line_cap\":\"round\",\"line_join\":\"round\"}"

Canvas draw_canvas(int64_t width, int64_t height, uint32_t color);
void draw_canvas_free(Canvas *canvas);
void draw_clear(Canvas *canvas, uint32_t color);

/* The path stays the caller's. A transform (rt_lyon_transform_...) may place it; 0 leaves it where it is. */
void draw_fill(Canvas *canvas, int64_t path, int64_t transform, uint32_t color);
void draw_fill_even_odd(Canvas *canvas, int64_t path, int64_t transform, uint32_t color);
void draw_stroke(Canvas *canvas, int64_t path, int64_t transform, double width, const char *options,
                 uint32_t color);
/* pattern: lengths of dash, gap, dash, gap, ... */
void draw_dashes(Canvas *canvas, int64_t path, int64_t transform, double width, const char *options,
                 const double *pattern, int64_t count, double offset, uint32_t color);

/* Ready shapes: the path is made, drawn and freed. */
void draw_line(Canvas *canvas, double x1, double y1, double x2, double y2, double width, uint32_t color);
void draw_disc(Canvas *canvas, double x, double y, double radius, uint32_t color);
void draw_box(Canvas *canvas, double x, double y, double width, double height, uint32_t color);

/* Text in plain strokes, capitals and digits, `height` pixels high; returns where it ends. */
double draw_text(Canvas *canvas, const char *text, double x, double y, double height, uint32_t color);

void draw_save_png(const Canvas *canvas, const char *file);

/* An animation (APNG): begin, add each frame, finish. */
int64_t draw_animation(const Canvas *canvas, const char *file, int64_t frames, int64_t frame_ms);
void draw_frame(int64_t animation, const Canvas *canvas);
void draw_animation_finish(int64_t animation);

#endif
