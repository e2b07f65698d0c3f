/* A ball falls onto the ground and comes to rest there. */
#include <simple_native.h>
#include <stdio.h>

int main(void) {
    int64_t world = rt_rapier2d_world_new(0.0, -9.81);
    int64_t ground = rt_rapier2d_body_new_static(world, 0.0, -0.5, 0.0);
    rt_rapier2d_collider_new_box(world, ground, 10.0, 0.5);
    int64_t ball = rt_rapier2d_body_new_dynamic(world, 0.0, 3.0, 0.0);
    rt_rapier2d_collider_new_circle(world, ball, 0.25);

    for (int step = 0; step < 300; step++) rt_rapier2d_world_step(world, 1.0 / 60.0);
    RtBodyPosition at = rt_rapier2d_body_get_position(world, ball);
    printf("after 5 s the ball lies at a height of %.2f m\n", at.y);
    rt_rapier2d_world_free(world); /* and all that is in it */
    return 0;
}

// Prints:
// after 5 s the ball lies at a height of 0.25 m
