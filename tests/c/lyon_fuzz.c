/* Random calls of the graphics library, in random order with random numbers, until the time is up.
 *
 *     lyon_fuzz SECONDS [SEED]    runs episodes from SEED on
 *     lyon_fuzz 0 SEED            runs that one episode and prints its calls
 *
 * After every call: no panic was caught (that would be a defect of the wrapper, which must refuse what lyon
 * cannot take), and what came back is finite and in range. After every episode: nothing is left alive. */
#define _POSIX_C_SOURCE 200809L
#include "check.h"

#include <signal.h>
#include <time.h>
#include <unistd.h>

enum { CALLS = 160, POOL = 12, MOST_BYTES = 64 * 64 * 4 };

/* A hang, not a slow machine: no call takes seconds. */
static const unsigned LONGEST_EPISODE = 60;

static volatile uint64_t episode;
static uint64_t state;
static bool verbose;
static uint8_t pixels[MOST_BYTES];

static uint64_t next(void) {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return state * UINT64_C(2685821657736338717);
}
static uint64_t below(uint64_t bound) { return (next() >> 33) % bound; }
static bool one_in(uint64_t n) { return below(n) == 0; }
static double unit(void) { return (double)(next() >> 11) / 9007199254740992.0; }

/* ---- numbers: each episode has its own taste ---- */

static enum { GRID, REAL, SCALED, MIXED, HOSTILE, STYLES } style;
static double scale;
static double recent[8];

static double hostile(void) {
    static const double strange[] = {0.0,     -0.0,   5e-324, -5e-324, 2.2e-308, 1e-300, 1e-40,     1e-7,
                                     1e7,     1e15,   1e29,   1e30,    -1e30,    1.1e30, 1e38,      1e300,
                                     1.7e308, -1e308, 3.4e38, 16777217, 1 / 3.0, -1,     4294967296, 0.5};
    if (one_in(4)) return one_in(2) ? NAN : one_in(2) ? INFINITY : -INFINITY;
    return strange[below(sizeof strange / sizeof *strange)];
}

static double number(void) {
    double value;
    switch (style) {
    case GRID: value = (double)below(7) - (one_in(3) ? 3 : 0); break;
    case REAL: value = (unit() - 0.3) * 200; break;
    case SCALED: value = (unit() - 0.5) * scale + (one_in(3) ? scale * 1e4 : 0); break;
    case MIXED: value = pow(10, unit() * 50 - 25) * (one_in(2) ? 1 : -1); break;
    default: value = one_in(3) ? hostile() : (unit() - 0.5) * 100; break;
    }
    if (one_in(40)) value = hostile();
    if (one_in(6)) value = recent[below(8)];
    return recent[below(8)] = value;
}

static double size(void) {
    double value = number();
    return one_in(20) ? value : fabs(value);
}

static double tolerance(void) {
    switch (below(12)) {
    case 0: return number();
    case 1: return pow(10, -unit() * 320);
    case 2: return fabs(number()) * 1e-6;
    default: return (style == SCALED ? fabs(scale) : 1) * pow(10, -unit() * 4);
    }
}

/* ---- handles ---- */

enum { BUILDER, PATH, FILL, STROKE, VERTICES, INDICES, TRANSFORM, KINDS };
static int64_t pool[KINDS][POOL];

static int64_t any(int kind) {
    if (one_in(60)) return one_in(2) ? (int64_t)next() : pool[below(KINDS)][below(POOL)];
    for (int i = 0; i < 4; i++) {
        int64_t handle = pool[kind][below(POOL)];
        if (handle != 0) return handle;
    }
    return 0;
}

static bool freed(int kind, int64_t handle) {
    switch (kind) {
    case BUILDER: return rt_lyon_path_builder_free(handle);
    case PATH: return rt_lyon_path_free(handle);
    case FILL: return rt_lyon_fill_tessellation_free(handle);
    case STROKE: return rt_lyon_stroke_tessellation_free(handle);
    case VERTICES: return rt_lyon_vertex_buffer_free(handle);
    case INDICES: return rt_lyon_index_buffer_free(handle);
    default: return rt_lyon_transform_free(handle);
    }
}

static void keep(int kind, int64_t handle) {
    if (handle == 0) return;
    CHECK(handle > 0);
    int64_t *slot = &pool[kind][below(POOL)];
    if (*slot != 0) CHECK(freed(kind, *slot));
    *slot = handle;
}

static void gone(int kind, int64_t handle) {
    for (int i = 0; i < POOL; i++)
        if (pool[kind][i] == handle) pool[kind][i] = 0;
}

/* ---- calls ---- */

static void note(const char *call) {
    if (verbose) {
        char *error = rt_lyon_get_last_error();
        printf("%s %s\n", call, error);
        rt_text_free(error);
        fflush(stdout);
    }
}

/* Prints its arguments too, when an episode is looked at. */
static double p(double value) {
    if (verbose) printf("%a (%g), ", value, value);
    return value;
}
static int64_t h(int64_t handle) {
    if (verbose) printf("#%llx, ", (unsigned long long)handle);
    return handle;
}
#define N p(number())
#define S p(size())
#define T p(tolerance())

static const char *options(void) {
    static const char *const some[] = {
        "{}", "", "{\"line_cap\":\"round\",\"line_join\":\"round\"}",
        "{\"line_cap\":\"square\",\"line_join\":\"bevel\"}", "{\"line_join\":\"miter\",\"miter_limit\":1}",
        "{\"line_cap\":\"round\",\"line_join\":\"miter\",\"miter_limit\":1e6}", "{\"miter_limit\":0.5}",
        "{\"line_cap\":7}", "[", "{\"line_join\":\"round\",\"line_cap\":\"square\"}", "{\"width\":2}"};
    const char *chosen = some[below(sizeof some / sizeof *some)];
    if (verbose) printf("%s, ", chosen);
    return chosen;
}

/* Work grows with a path's size, and paths grow out of paths: what is large is not worth keeping. */
static void keep_small(int64_t path) {
    char *text = rt_lyon_path_to_svg(path);
    int64_t size = rt_text_len(text);
    rt_text_free(text);
    if (size > 20000)
        CHECK(rt_lyon_path_free(path));
    else
        keep(PATH, path);
}

static int64_t dashes(void) {
    int64_t path = h(any(PATH));
    double pattern[6], length = rt_lyon_path_length(path);
    for (int i = 0; i < 6; i++) pattern[i] = p(one_in(5) ? 0 : one_in(9) ? size() : length * unit() * 0.2);
    return rt_lyon_path_dash(path, pattern, (int64_t)below(7), N);
}

static int64_t svg(void) {
    static const char letters[] = "MmZzLlHhVvCcSsQqTtAa";
    char text[512];
    int at = snprintf(text, sizeof text, one_in(20) ? " " : "M%g %g", number(), number());
    for (uint64_t i = below(12); i > 0; i--) {
        char letter = letters[below(sizeof letters - 1)];
        at += snprintf(text + at, sizeof text - (size_t)at, "%c", letter);
        for (uint64_t k = strchr("Aa", letter) ? 1 : below(4); k > 0 && at < 440; k--) {
            if (strchr("Aa", letter))
                at += snprintf(text + at, sizeof text - (size_t)at, "%g %g %g %d%d", number(), number(),
                               number(), (int)below(2), (int)below(2));
            at += snprintf(text + at, sizeof text - (size_t)at, " %g,%g", number(), number());
        }
        if (at > 440) break;
    }
    if (one_in(3) && at > 1) text[below((uint64_t)at)] = "M,.-+e0 Zx\t"[below(11)];
    if (verbose) printf("%s ", text);
    if (one_in(2)) return rt_lyon_path_from_svg(text);
    RtSvgError error = rt_lyon_svg_find_error(text);
    CHECK(error.offset >= -1 && error.offset <= (int64_t)strlen(text));
    CHECK((error.offset == -1) == (rt_text_len(error.reason) == 0));
    rt_text_free(error.reason);
    return rt_lyon_path_from_svg_lenient(text);
}

static void look_at_vertices(int64_t buffer) {
    RtF64Array all = rt_lyon_vertex_buffer_to_array(buffer);
    for (int64_t i = 0; i < all.len; i++) CHECK(isfinite(all.data[i]));
    int64_t size = rt_lyon_vertex_buffer_size(buffer);
    if (size >= 0) CHECK_INT(all.len, 4 * size);
    rt_f64_array_free(all.data, all.len);
    RtBytes bytes = rt_lyon_vertex_buffer_bytes(buffer);
    if (size >= 0) CHECK_INT(bytes.len, 16 * size);
    rt_bytes_free(bytes.data, bytes.len);
    RtVertexPosition at;
    CHECK(rt_lyon_vertex_buffer_get_position_into(buffer, (int64_t)below(9), &at) || at.x == 0);
}

static void look_at_fill(int64_t tess) {
    int64_t vertices = rt_lyon_fill_tessellation_get_vertices(tess);
    int64_t indices = rt_lyon_fill_tessellation_get_indices(tess);
    int64_t count = rt_lyon_fill_tessellation_vertex_count(tess);
    RtI64Array all = rt_lyon_index_buffer_to_array(indices);
    CHECK(all.len % 3 == 0);
    for (int64_t i = 0; i < all.len; i++) CHECK(all.data[i] >= 0 && all.data[i] < count);
    rt_i64_array_free(all.data, all.len);
    keep(VERTICES, vertices);
    keep(INDICES, indices);
}

static void look_at_stroke(int64_t tess) {
    int64_t vertices = rt_lyon_stroke_tessellation_get_vertices(tess);
    int64_t indices = rt_lyon_stroke_tessellation_get_indices(tess);
    int64_t count = rt_lyon_stroke_tessellation_vertex_count(tess);
    RtI64Array all = rt_lyon_index_buffer_to_array(indices);
    for (int64_t i = 0; i < all.len; i++) CHECK(all.data[i] >= 0 && all.data[i] < count);
    rt_i64_array_free(all.data, all.len);
    keep(VERTICES, vertices);
    keep(INDICES, indices);
}

static void look_at_path(int64_t path) {
    RtPathBounds b;
    if (rt_lyon_path_get_bounds_into(path, &b)) {
        CHECK(b.min_x <= b.max_x && b.min_y <= b.max_y);
        CHECK(fabs(b.min_x) < 1.1e30 && fabs(b.max_x) < 1.1e30);
    }
    double length = rt_lyon_path_length(path);
    CHECK(isfinite(length) && length >= 0);
    RtPathPoint at;
    if (rt_lyon_path_point_at_into(path, p(length * unit()), &at)) {
        CHECK(isfinite(at.x) && isfinite(at.y) && isfinite(at.tangent_x) && isfinite(at.tangent_y));
    }
}

static void draw_path(void) {
    double polygon[16], fine = p(one_in(12) ? tolerance() : (style == SCALED ? fabs(scale) : 1) * 0.05);
    int64_t b = h(any(BUILDER)), rule = (int64_t)below(2);
    switch (below(29)) {
    case 0: keep(BUILDER, rt_lyon_path_builder_new()); break;
    case 1: case 2: rt_lyon_path_builder_begin(b, N, N); break;
    case 3: case 4: case 5: rt_lyon_path_builder_line_to(b, N, N); break;
    case 6: case 7: rt_lyon_path_builder_quadratic_bezier_to(b, N, N, N, N); break;
    case 8: case 9: rt_lyon_path_builder_cubic_bezier_to(b, N, N, N, N, N, N); break;
    case 10: rt_lyon_path_builder_arc_to(b, N, N, S, N, N); break;
    case 11: rt_lyon_path_builder_close(b); break;
    case 12: rt_lyon_path_builder_add_path(b, h(any(PATH))); break;
    case 13: case 14: {
        int64_t path = rt_lyon_path_builder_build(b);
        if (path != 0) gone(BUILDER, b);
        keep_small(path);
        break;
    }
    case 15: keep(PATH, rt_lyon_path_rectangle(N, N, S, S)); break;
    case 16: keep(PATH, rt_lyon_path_rounded_rectangle(N, N, S, S, S)); break;
    case 17: keep(PATH, rt_lyon_path_circle(N, N, S)); break;
    case 18: keep(PATH, rt_lyon_path_ellipse(N, N, S, S)); break;
    case 19: case 20:
        for (int i = 0; i < 16; i++) polygon[i] = N;
        keep(PATH, rt_lyon_path_polygon(polygon, 16, (int64_t)below(11) - 1));
        break;
    case 21: keep(PATH, rt_lyon_path_star(N, N, S, S, (int64_t)below(9))); break;
    case 22: keep(PATH, svg()); break;
    case 23: keep(PATH, rt_lyon_path_transform(h(any(PATH)), N, N, N, N, N, N)); break;
    case 24: keep(PATH, rt_lyon_path_apply_transform(h(any(PATH)), h(any(TRANSFORM)))); break;
    case 25: keep_small(rt_lyon_path_combine(h(any(PATH)), h(any(PATH)), (int64_t)below(4), rule, fine)); break;
    case 26: keep_small(rt_lyon_path_simplify(h(any(PATH)), rule, fine)); break;
    case 27: keep_small(rt_lyon_path_offset(h(any(PATH)), N, rule, fine, options())); break;
    default: keep_small(dashes()); break;
    }
}

static void tessellate(void) {
    int64_t tess = 0;
    switch (below(4)) {
    case 0: keep(FILL, tess = rt_lyon_fill_tessellate(h(any(PATH)), T)); break;
    case 1: keep(FILL, tess = rt_lyon_fill_tessellate_with_rule(h(any(PATH)), T, (int64_t)below(3))); break;
    case 2: keep(STROKE, tess = rt_lyon_stroke_tessellate(h(any(PATH)), S, T)); break;
    default: keep(STROKE, tess = rt_lyon_stroke_tessellate_with_options(h(any(PATH)), S, T, options())); break;
    }
}

static void look(void) {
    char *text;
    RtBytes picture;
    switch (below(12)) {
    case 0: look_at_path(h(any(PATH))); break;
    case 1: look_at_fill(h(any(FILL))); break;
    case 2: look_at_stroke(h(any(STROKE))); break;
    case 3: look_at_vertices(h(any(VERTICES))); break;
    case 4: rt_lyon_index_buffer_get(h(any(INDICES)), (int64_t)below(50) - 2); break;
    case 5: rt_lyon_path_contains_point(h(any(PATH)), N, N); break;
    case 6:
        text = rt_lyon_path_to_svg(h(any(PATH)));
        keep(PATH, rt_lyon_path_from_svg(text));
        rt_text_free(text);
        break;
    case 7: rt_lyon_path_stroke_contains_point(h(any(PATH)), S, options(), N, N); break;
    case 8: rt_lyon_fill_tessellation_contains_point(h(any(FILL)), N, N); break;
    case 9:
        rt_lyon_fill_tessellation_draw(h(any(FILL)), h(one_in(2) ? 0 : any(TRANSFORM)), (int64_t)below(1ULL << 32),
                                       pixels, MOST_BYTES, 64, 64);
        break;
    case 10:
        rt_lyon_stroke_tessellation_draw(h(any(STROKE)), h(one_in(2) ? 0 : any(TRANSFORM)),
                                         (int64_t)below(1ULL << 32), pixels, MOST_BYTES, 64, 64);
        break;
    default:
        picture = rt_lyon_path_rasterize(h(any(PATH)), (int64_t)below(2), 0xff0000ff, 40, 30);
        CHECK(picture.len == 0 || picture.len == 40 * 30 * 4);
        rt_bytes_free(picture.data, picture.len);
        break;
    }
}

static void transform(void) {
    RtTransformMatrix m;
    RtTransformedPoint at;
    switch (below(8)) {
    case 0: keep(TRANSFORM, rt_lyon_transform_identity()); break;
    case 1: keep(TRANSFORM, rt_lyon_transform_translate(N, N)); break;
    case 2: keep(TRANSFORM, rt_lyon_transform_rotate(N)); break;
    case 3: keep(TRANSFORM, rt_lyon_transform_scale(N, N)); break;
    case 4: keep(TRANSFORM, rt_lyon_transform_multiply(h(any(TRANSFORM)), h(any(TRANSFORM)))); break;
    case 5: keep(TRANSFORM, rt_lyon_transform_inverse(h(any(TRANSFORM)))); break;
    case 6:
        if (rt_lyon_transform_apply_into(h(any(TRANSFORM)), N, N, &at)) CHECK(isfinite(at.x) && isfinite(at.y));
        break;
    default:
        if (rt_lyon_transform_get_into(h(any(TRANSFORM)), &m))
            CHECK(isfinite(m.m11) && isfinite(m.m12) && isfinite(m.m21) && isfinite(m.m22) && isfinite(m.tx) &&
                  isfinite(m.ty));
        break;
    }
}

static void free_one(void) {
    int kind = (int)below(KINDS);
    int64_t handle = h(any(kind));
    int64_t before = rt_native_live_handles();
    bool done = freed(kind, handle);
    CHECK_INT(rt_native_live_handles(), before - done);
    CHECK(!freed(kind, handle));
    if (done) gone(kind, handle);
}

static void check_no_panic(const char *call) {
    char *error = rt_lyon_get_last_error();
    if (strncmp(error, "internal error", 14) == 0) {
        fprintf(stderr, "episode %llu, %s: %s\n", (unsigned long long)episode, call, error);
        exit(1);
    }
    rt_text_free(error);
}

static void run_episode(void) {
    static const struct {
        const char *name;
        void (*call)(void);
    } calls[] = {{"draw_path", draw_path},   {"draw_path", draw_path}, {"draw_path", draw_path},
                 {"tessellate", tessellate}, {"look", look},           {"transform", transform},
                 {"free_one", free_one}};
    int64_t before = rt_native_live_handles();
    state = episode * UINT64_C(0x9e3779b97f4a7c15) + 1;
    style = (int)below(STYLES);
    scale = pow(10, unit() * 56 - 28);
    for (int i = 0; i < 8; i++) recent[i] = number();
    alarm(LONGEST_EPISODE);
    for (int i = 0; i < CALLS; i++) {
        size_t which = below(7);
        if (verbose) printf("%d ", i), fflush(stdout);
        calls[which].call();
        note(calls[which].name);
        check_no_panic(calls[which].name);
    }
    for (int kind = 0; kind < KINDS; kind++) {
        for (int i = 0; i < POOL; i++) {
            if (pool[kind][i] != 0) CHECK(freed(kind, pool[kind][i]));
            pool[kind][i] = 0;
        }
    }
    CHECK_INT(rt_native_live_handles(), before);
}

static void too_long(int signal) {
    (void)signal;
    fprintf(stderr, "episode %llu does not end\n", (unsigned long long)episode);
    _exit(1);
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

int main(int count, char **arguments) {
    double seconds = count > 1 ? atof(arguments[1]) : 1, start = now(), slowest = 0;
    uint64_t first = count > 2 ? strtoull(arguments[2], NULL, 10) : 1, slow = 0;
    verbose = seconds == 0;
    if (verbose) setvbuf(stdout, NULL, _IONBF, 0);
    signal(SIGALRM, too_long);
    for (episode = first; episode == first || now() - start < seconds; episode++) {
        double begun = now();
        run_episode();
        if (now() - begun > slowest) slowest = now() - begun, slow = episode;
    }
    alarm(0);
    printf("%llu episodes of %d calls; the longest, %llu, took %.3f s\n", (unsigned long long)(episode - first),
           CALLS, (unsigned long long)slow, slowest);
    return 0;
}
