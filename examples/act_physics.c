/* A scene of a few hundred bodies runs for some seconds and is drawn with our own paths. */
#include "acts.h"
#include "physics_view.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { STEPS_A_SECOND = 120, FRAMES_A_SECOND = 15, SECONDS = 10 };

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

static void save_still(View *still, const Scene *scene, const char *out) {
    char file[1024];
    snprintf(file, sizeof file, "%s/physics_%02.0fs.png", out, scene->time);
    view_draw(still, scene);
    draw_save_png(&still->canvas, file);
    int64_t contacts = rt_rapier2d_world_get_contacts(scene->world);
    printf("  at %4.1f s: %lld contacts, the beam %s; picture: %s\n", scene->time,
           (long long)rt_rapier2d_contacts_count(contacts), scene->hit.hit ? "meets a body" : "meets nothing", file);
    rt_rapier2d_contacts_free(contacts);
}

int act_physics(const char *out) {
    Scene *scene = malloc(sizeof *scene);
    if (!scene || !scene_begin(scene)) return 1;
    printf("  %lld bodies, %lld colliders, %lld joints\n", (long long)rt_rapier2d_world_body_count(scene->world),
           (long long)rt_rapier2d_world_collider_count(scene->world),
           (long long)rt_rapier2d_world_joint_count(scene->world));
    char file[1024];
    snprintf(file, sizeof file, "%s/physics.png", out);
    View still = view_of(scene, 1440), film = view_of(scene, 640);
    int64_t animation = draw_animation(&film.canvas, file, SECONDS * FRAMES_A_SECOND, 1000 / FRAMES_A_SECOND);
    double stepping = 0;
    int failed = 0;
    for (int step = 0; step < SECONDS * STEPS_A_SECOND && !failed; step++) {
        if (step % (STEPS_A_SECOND / FRAMES_A_SECOND) == 0) {
            view_draw(&film, scene);
            draw_frame(animation, &film.canvas);
        }
        double start = now();
        failed = !scene_step(scene, 1.0 / STEPS_A_SECOND);
        stepping += now() - start;
        if ((step + 1) % (2 * STEPS_A_SECOND) == 0) save_still(&still, scene, out);
    }
    if (!failed) draw_animation_finish(animation);
    printf("  %d s simulated in %.2f s; animation: %s\n", SECONDS, stepping, file);
    view_free(&film, scene);
    view_free(&still, scene);
    scene_end(scene);
    free(scene);
    return failed;
}
