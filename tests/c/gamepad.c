/* Every game-pad function, with a pad that the test's other half plays: its South button goes down and up all
 * the time, its left trigger is pulled. */
#include "check.h"

#include <time.h>

enum { SOUTH = 0, EAST = 1, LEFT_TRIGGER_BUTTON = 4 };
enum { PRESSED = 1, RELEASED = 2, CHANGED = 3, AXIS = 4, CONNECTED = 10, DROPPED = 12 };
enum { LEFT_STICK_X = 0, LEFT_TRIGGER = 4, NONE = 255 };

static void pause_ms(long ms) {
    struct timespec time = {ms / 1000, ms % 1000 * 1000000};
    nanosleep(&time, NULL);
}

/* The pad of the other half. */
static void plugged(void) {
    int64_t context = rt_gamepad_init();
    CHECK(context > 0);
    CHECK_INT(rt_gamepad_count(context), 1);
    CHECK(rt_gamepad_is_connected(context, 0));
    CHECK(!rt_gamepad_is_connected(context, 1));
    CHECK_TEXT(rt_gamepad_get_name(context, 0), "Xbox 360 Controller");
    CHECK_TEXT(rt_gamepad_get_uuid(context, 0), "030000005e0400008e02000014010000");
    CHECK(rt_gamepad_add_mappings("# none\n") == 0 && rt_gamepad_add_mappings(NULL) == -1);
    RtI64Array ids = rt_gamepad_ids(context);
    CHECK(ids.len == 1 && ids.data[0] == 0);
    rt_i64_array_free(ids.data, ids.len);
    CHECK(rt_gamepad_ids_into(context, &ids) && ids.len == 1);
    rt_i64_array_free(ids.data, ids.len);
    RtGamepadPower power = rt_gamepad_get_power_info(context, 0);
    CHECK(power.status == 5 && power.percentage == -1);
    CHECK(rt_gamepad_get_power_info_into(context, 0, &power) && power.status == 5);
    CHECK(!rt_gamepad_get_power_info_into(context, 1, &power) && power.status == 0 && power.percentage == -1);

    int presses = 0, releases = 0;
    while (presses < 3 || releases < 3 || rt_gamepad_axis_data(context, 0, LEFT_TRIGGER) != 1.0) {
        CHECK(rt_gamepad_update(context));
        int64_t event = rt_gamepad_poll_event(context);
        if (event == 0) {
            pause_ms(1);
            continue;
        }
        int64_t type = rt_gamepad_event_get_type(event);
        CHECK_INT(rt_gamepad_event_get_gamepad_id(event), 0);
        CHECK(rt_gamepad_event_get_timestamp(event) > 0);
        if (rt_gamepad_event_get_button(event) == SOUTH) {
            CHECK_INT(rt_gamepad_event_get_axis(event), NONE);
            presses += type == PRESSED;
            releases += type == RELEASED;
            if (type == PRESSED) CHECK_NEAR(rt_gamepad_event_get_value(event), 1.0, 0);
        }
        CHECK(rt_gamepad_event_free(event));
    }
    CHECK(rt_gamepad_button_is_pressed(context, 0, LEFT_TRIGGER_BUTTON));
    RtGamepadButton trigger = rt_gamepad_button_data(context, 0, LEFT_TRIGGER_BUTTON);
    CHECK(trigger.is_pressed && trigger.value == 1.0);
    CHECK(rt_gamepad_button_data_into(context, 0, LEFT_TRIGGER_BUTTON, &trigger) && trigger.value == 1.0);

    /* Once a turn, as a game looks. */
    int began = 0, ended = 0;
    for (int turn = 0; turn < 20000 && !(began && ended); turn++, pause_ms(1)) {
        CHECK(rt_gamepad_update(context));
        began |= rt_gamepad_button_was_pressed(context, 0, SOUTH);
        ended |= rt_gamepad_button_was_released(context, 0, SOUTH);
    }
    CHECK(began && ended && !rt_gamepad_button_was_pressed(context, 0, EAST));

    RtGamepadRawCounts counts = rt_gamepad_raw_counts(context, 0), same;
    CHECK(counts.buttons == 11 && counts.axes == 6 && counts.hats == 1);
    CHECK(rt_gamepad_raw_counts_into(context, 0, &same) && same.hats == 1);
    CHECK(!rt_gamepad_raw_button(context, 0, 1) && !rt_gamepad_raw_button(context, 0, 11));
    CHECK_CONTAINS(rt_gamepad_get_last_error(), "`number` is 11, and pad 0 has 11");
    /* The other half writes 200 and 255 in turn, of 0 to 255. */
    double pulled = rt_gamepad_raw_axis(context, 0, 2);
    CHECK(pulled > 0.55 && pulled <= 1.0);
    CHECK_INT(rt_gamepad_raw_hat(context, 0, 0), 0);

    /* This one has nothing beside buttons and axes. */
    RtGamepadMotion motion = rt_gamepad_get_motion(context, 0);
    CHECK(motion.acceleration_y == 0 && !rt_gamepad_get_motion_into(context, 0, &motion));
    RtGamepadTouch touch = rt_gamepad_get_touch(context, 0, 0);
    CHECK(!touch.touches && !rt_gamepad_get_touch_into(context, 0, 0, &touch));
    CHECK_INT(rt_gamepad_touch_count(context, 0), -1);
    CHECK(!rt_gamepad_touchpad_is_pressed(context, 0));
    CHECK(!rt_gamepad_set_light(context, 0, 1, 2, 3));
    CHECK_TEXT(rt_gamepad_get_last_error(), "pad 0 has no light, or its driver tells of none");

    CHECK(rt_gamepad_can_rumble(context, 0));
    CHECK(rt_gamepad_set_rumble(context, 0, 1.0, 0.5, 60000));
    pause_ms(200);
    CHECK(rt_gamepad_stop_rumble(context, 0));
    pause_ms(200);
    CHECK(rt_gamepad_shutdown(context));
    CHECK(!rt_gamepad_shutdown(context));
}

/* A pad of one's own, beside the other half's, which goes on. */
static void injected(void) {
    int64_t context = rt_gamepad_init();
    CHECK(rt_gamepad_inject_event(context, 7, CONNECTED, 0, 0));
    CHECK(rt_gamepad_inject_event(context, 7, PRESSED, EAST, 1.0));
    CHECK(rt_gamepad_inject_event(context, 7, AXIS, LEFT_STICK_X, -0.5));
    CHECK(rt_gamepad_inject_event(context, 7, DROPPED, 0, 0));
    int seen = 0;
    while (seen < 4) {
        CHECK(rt_gamepad_update(context));
        int64_t event = rt_gamepad_poll_event(context);
        seen += event > 0 && rt_gamepad_event_get_gamepad_id(event) == 7;
        if (event > 0) CHECK(rt_gamepad_event_free(event));
    }
    CHECK(rt_gamepad_button_is_pressed(context, 7, EAST));
    CHECK_NEAR(rt_gamepad_axis_data(context, 7, LEFT_STICK_X), -0.5, 0);
    CHECK(!rt_gamepad_raw_counts_into(context, 7, &(RtGamepadRawCounts){0}));
    CHECK_CONTAINS(rt_gamepad_get_last_error(), "injected events alone");
    CHECK(!rt_gamepad_set_rumble(context, 7, 1, 1, 100));
    CHECK_TEXT(rt_gamepad_get_last_error(), "`gamepad_id` is 7, a pad that cannot rumble");
    CHECK_INT(rt_gamepad_get_last_error_code(), 7);
    rt_gamepad_clear_error();
    CHECK_TEXT(rt_gamepad_get_last_error(), "");
    CHECK(rt_gamepad_shutdown(context));
}

static void *visit(void *argument) {
    (void)argument;
    for (int i = 0; i < 20; i++) {
        int64_t context = rt_gamepad_init();
        CHECK(rt_gamepad_inject_event(context, 7, PRESSED, EAST, 1.0));
        CHECK(rt_gamepad_update(context));
        CHECK(rt_gamepad_poll_event(context) > 0);
        CHECK(rt_gamepad_button_is_pressed(context, 7, EAST));
        CHECK(rt_gamepad_shutdown(context));
    }
    return NULL;
}

/* With any argument there is no other half. */
int main(int count, char **arguments) {
    (void)arguments;
    CHECK(rt_gamepad_available());
    CHECK_TEXT(rt_gamepad_version(), "0.6.8");
    for (int i = 0; count == 1 && i < 10; i++) plugged();
    injected();
    check_threads(8, visit, NULL);
    CHECK_INT(rt_native_live_handles(), 0);
    return 0;
}
