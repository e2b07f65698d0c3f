/* Every window function, under Xvfb with openbox; xdotool is the user. */
#include "check.h"

#include <pthread.h>
#include <time.h>

enum { RESIZED = 1, MOVED = 2, CLOSE = 3, DESTROYED = 4, FOCUSED = 5, KEY = 10, TEXT = 11, BUTTON = 20, MOUSE = 21,
       WHEEL = 22, ENTERED = 23, LEFT = 24, MOTION = 25, REDRAW = 40 };

/* Runs a line of shell in which %lld is the window. */
static void user(const char *line, int64_t window) {
    char command[512];
    snprintf(command, sizeof command, line, (long long)rt_winit_window_id(window));
    CHECK(system(command) == 0);
}

/* The next event of this type; those before it are freed. The caller frees it. */
static int64_t wait_for(int64_t loop, int64_t type) {
    for (;;) {
        int64_t event = rt_winit_event_loop_wait_events(loop, 20000);
        if (event == 0) fprintf(stderr, "no event of type %lld\n", (long long)type);
        CHECK(event > 0);
        if (rt_winit_event_get_type(event) == type) return event;
        CHECK(rt_winit_event_free(event));
    }
}

static void drain(int64_t loop) {
    int64_t event;
    while ((event = rt_winit_event_loop_poll_events(loop, 1)) > 0) CHECK(rt_winit_event_free(event));
}

static void pause_ms(long ms) {
    struct timespec time = {ms / 1000, ms % 1000 * 1000000};
    nanosleep(&time, NULL);
}

static void sizes(int64_t loop, int64_t window) {
    RtWindowSize size = rt_winit_window_get_size(window);
    CHECK(size.width == 320 && size.height == 240);
    CHECK(rt_winit_window_set_size(window, 400, 300));
    CHECK(rt_winit_window_get_size_into(window, &size) && size.width == 400 && size.height == 300);
    size = rt_winit_window_get_inner_size(window);
    CHECK(size.width == 400 && size.height == 300);
    CHECK(rt_winit_window_get_inner_size_into(window, &size) && size.width == 400);
    size = rt_winit_window_get_outer_size(window);
    CHECK(size.width >= 400 && size.height >= 300);
    CHECK(rt_winit_window_get_outer_size_into(window, &size) && size.height >= 300);
    int64_t event = wait_for(loop, RESIZED);
    CHECK_INT(rt_winit_event_get_window_id(event), rt_winit_window_id(window));
    struct timespec now;
    CHECK(clock_gettime(CLOCK_MONOTONIC, &now) == 0);
    int64_t age = now.tv_sec * 1000000000LL + now.tv_nsec - rt_winit_event_get_timestamp(event);
    CHECK(0 <= age && age < 100000000000LL);
    size = rt_winit_event_window_resized(event);
    CHECK(size.width > 0 && size.height > 0);
    CHECK(rt_winit_event_window_resized_into(event, &size));
    RtWindowPosition position;
    CHECK(!rt_winit_event_window_moved_into(event, &position) && position.x == 0);
    rt_winit_event_free(event);

    CHECK(rt_winit_window_set_position(window, 200, 150));
    for (int i = 0; i < 100; i++) {
        position = rt_winit_window_get_position(window);
        if (position.x == 200) break;
        pause_ms(20);
    }
    CHECK(position.x == 200 && position.y == 150);
    CHECK(rt_winit_window_get_position_into(window, &position) && position.y == 150);
    event = wait_for(loop, MOVED);
    position = rt_winit_event_window_moved(event);
    CHECK(rt_winit_event_window_moved_into(event, &position));
    rt_winit_event_free(event);

    CHECK(rt_winit_window_set_min_size(window, 100, 90));
    CHECK(rt_winit_window_set_max_size(window, 1000, 700));
    CHECK(!rt_winit_window_set_min_size(window, 1001, 90));
    CHECK_CONTAINS(rt_winit_get_last_error(), "the least width would be 1001");
    CHECK_INT(rt_winit_get_last_error_code(), 1);
    rt_winit_clear_error();
    CHECK_TEXT(rt_winit_get_last_error(), "");
}

static void states(int64_t window) {
    CHECK(rt_winit_window_set_title(window, "from C"));
    CHECK(rt_winit_window_is_visible(window));
    CHECK(rt_winit_window_set_visible(window, true));
    CHECK(rt_winit_window_set_resizable(window, true));
    CHECK(rt_winit_window_set_minimized(window, false));
    CHECK(rt_winit_window_set_maximized(window, false));
    CHECK(!rt_winit_window_is_maximized(window));
    CHECK(!rt_winit_window_is_minimized(window));
    CHECK(!rt_winit_window_is_occluded(window));
    CHECK(!rt_winit_window_key_is_pressed(window, 65));
    CHECK(!rt_winit_window_scancode_is_pressed(window, 30));
    CHECK(!rt_winit_window_mouse_button_is_pressed(window, 0));
    RtMousePosition pointer = rt_winit_window_cursor_position(window), same;
    CHECK(rt_winit_window_cursor_position_into(window, &same) && same.x == pointer.x);
    CHECK_TEXT(rt_winit_get_last_error(), "");
    CHECK(rt_winit_window_set_fullscreen(window, false));
    CHECK(!rt_winit_window_is_fullscreen(window));
    CHECK(rt_winit_window_set_decorations(window, true));
    CHECK(rt_winit_window_set_always_on_top(window, true));
    CHECK_NEAR(rt_winit_window_scale_factor(window), 1.0, 0);
    CHECK(rt_winit_window_set_cursor_visible(window, false));
    CHECK(rt_winit_window_set_cursor_visible(window, true));
    CHECK(rt_winit_window_set_cursor_grab(window, true));
    CHECK(rt_winit_window_set_cursor_grab(window, false));
    CHECK(rt_winit_window_set_cursor_icon(window, "crosshair"));
    CHECK(rt_winit_window_set_ime_allowed(window, true));
    CHECK(rt_winit_window_set_ime_area(window, 10, 10, 100, 20));
    CHECK(rt_winit_window_set_ime_allowed(window, false));
    uint8_t pixels[16] = {255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 255, 255, 255, 255};
    CHECK(rt_winit_window_set_icon(window, 2, 2, pixels, 16));
    for (int turn = 0; turn < 5; turn++) {
        CHECK(rt_winit_window_present_rgba(window, 2, 2, pixels, 16));
    }
    CHECK(!rt_winit_window_present_rgba(window, 2, 2, pixels, 15));
    int64_t canvas = rt_lyon_canvas_from_pixels(pixels, 16, 2, 2);
    for (int turn = 0; turn < 5; turn++) {
        CHECK(rt_lyon_canvas_clear(canvas, 0xff));
        CHECK(rt_winit_window_present_canvas(window, canvas));
    }
    CHECK(rt_lyon_canvas_free(canvas));
    CHECK(!rt_winit_window_present_canvas(window, canvas));
    CHECK_CONTAINS(rt_winit_get_last_error(), "a canvas that was freed");
    RtWindowRawHandle raw = rt_winit_window_raw_handle(window);
    CHECK(raw.platform == 1 && raw.window == rt_winit_window_id(window) && raw.display != 0);
    CHECK(rt_winit_window_raw_handle_into(window, &raw) && raw.visual > 0);
}

static void keyboard(int64_t loop, int64_t window) {
    int64_t other = rt_winit_window_new(loop, 50, 50, "takes the keyboard");
    pause_ms(500);
    drain(loop);
    CHECK(rt_winit_window_focus(window));
    int64_t event = wait_for(loop, FOCUSED);
    CHECK(rt_winit_event_window_focused(event));
    rt_winit_event_free(event);
    CHECK(rt_winit_window_free(other));
    pause_ms(300);
    drain(loop);
    user("xdotool key shift+b # %lld", window);
    do {
        event = wait_for(loop, KEY);
        RtKeyInput key = rt_winit_event_keyboard_input(event);
        CHECK(rt_winit_event_keyboard_input_into(event, &key));
        CHECK_INT(rt_winit_event_keyboard_scancode(event), key.scancode);
        CHECK_INT(rt_winit_event_keyboard_virtual_keycode(event), key.keycode);
        CHECK(!rt_winit_event_keyboard_repeat(event));
        if (key.keycode == 66) {
            CHECK(key.pressed && key.scancode == 48);
            CHECK_INT(rt_winit_event_keyboard_modifiers(event), 1);
            rt_winit_event_free(event);
            break;
        }
        rt_winit_event_free(event);
    } while (true);
    event = wait_for(loop, TEXT);
    CHECK_TEXT(rt_winit_event_received_character(event), "B");
    rt_winit_event_free(event);
}

static void mouse(int64_t loop, int64_t window) {
    user("xdotool mousemove 1270 790 # %lld", window);
    pause_ms(300);
    drain(loop);
    CHECK(rt_winit_window_set_cursor_position(window, 20, 30));
    int64_t event = wait_for(loop, ENTERED);
    CHECK(rt_winit_event_cursor_entered(event) && !rt_winit_event_cursor_left(event));
    rt_winit_event_free(event);
    user("xdotool mousemove --window %lld 50 60", window);
    RtMousePosition position;
    do {
        event = wait_for(loop, MOUSE);
        position = rt_winit_event_mouse_moved(event);
        CHECK(rt_winit_event_mouse_moved_into(event, &position));
        rt_winit_event_free(event);
    } while (position.x != 50 || position.y != 60);
    user("xdotool click 3 # %lld", window);
    event = wait_for(loop, BUTTON);
    RtMouseButtonInput button = rt_winit_event_mouse_button(event);
    CHECK(button.button == 1 && button.pressed);
    CHECK(rt_winit_event_mouse_button_into(event, &button));
    rt_winit_event_free(event);
    user("xdotool click 4 # %lld", window);
    event = wait_for(loop, WHEEL);
    RtMouseWheelDelta wheel = rt_winit_event_mouse_wheel(event);
    CHECK(wheel.delta_x == 0 && wheel.delta_y == 1);
    CHECK(rt_winit_event_mouse_wheel_into(event, &wheel));
    /* What no one here can do: asked of the wrong event. */
    RtTouchInput touch = rt_winit_event_touch(event);
    CHECK(touch.phase == 0 && !rt_winit_event_touch_into(event, &touch));
    CHECK_NEAR(rt_winit_event_window_scale_factor_changed(event), 0, 0);
    CHECK_NEAR(rt_winit_event_window_scale_factor(event), 0, 0);
    CHECK_TEXT(rt_winit_event_file_path(event), "");
    CHECK_TEXT(rt_winit_event_dropped_text(event), "");
    RtBytes bytes = rt_winit_event_file_path_bytes(event);
    CHECK(bytes.len == 0 && !rt_winit_event_file_path_bytes_into(event, &bytes));
    RtImePreedit preedit = rt_winit_event_ime_preedit(event);
    CHECK(preedit.cursor_start == -1);
    rt_text_free(preedit.text);
    CHECK(!rt_winit_event_ime_preedit_into(event, &preedit));
    rt_text_free(preedit.text);
    rt_winit_event_free(event);
    user("xdotool mousemove 1270 790 # %lld", window);
    event = wait_for(loop, LEFT);
    CHECK(rt_winit_event_cursor_left(event));
    rt_winit_event_free(event);
}

static void steering(int64_t loop, int64_t window) {
    for (int i = 0; i < 100 && !rt_winit_window_has_focus(window); i++) {
        CHECK(rt_winit_window_focus(window));
        pause_ms(50);
    }
    CHECK(rt_winit_window_has_focus(window));
    CHECK(rt_winit_window_set_relative_mouse(window, true));
    drain(loop);
    user("xdotool mousemove_relative -- 7 -9 # %lld", window);
    int64_t event = wait_for(loop, MOTION);
    RtMouseMotion motion = rt_winit_event_mouse_motion(event);
    CHECK(motion.delta_x == 7 && motion.delta_y == -9);
    CHECK(rt_winit_event_mouse_motion_into(event, &motion) && motion.delta_x == 7);
    RtMousePosition position;
    CHECK(!rt_winit_event_mouse_moved_into(event, &position));
    rt_winit_event_free(event);
    CHECK(rt_winit_window_set_relative_mouse(window, false));

    const uint8_t red[4] = {255, 0, 0, 255};
    CHECK(rt_winit_window_set_cursor_image(window, 1, 1, 0, 0, red, 4));
    CHECK(!rt_winit_window_set_cursor_image(window, 1, 1, 1, 0, red, 4));
    CHECK(rt_winit_window_request_attention(window, true) && rt_winit_window_request_attention(window, false));
    drain(loop);
    CHECK(rt_winit_event_loop_wake(loop));
    CHECK_INT(rt_winit_event_loop_wait_events(loop, -1), 0);
    CHECK(rt_winit_window_set_fullscreen_on(window, 0));
    CHECK(rt_winit_window_set_fullscreen(window, false));
    CHECK_INT(rt_winit_window_get_monitor(window), 0);
}

/* The loop that a game writes, until key C has been pressed and the left button clicked. */
static void frames(int64_t loop, int64_t window) {
    CHECK(rt_winit_window_frame(window, 50) == 1 / 50.0);
    double passed = 0;
    int turns = 0, typed = 0, clicked = 0;
    user("(sleep 0.2; xdotool mousemove --window %lld 60 70 click 1 key c) &", window);
    while (rt_winit_window_is_open(window) && !(typed && clicked)) {
        passed += rt_winit_window_frame(window, 50);
        turns++;
        RtFrameInput c = rt_winit_window_frame_key(window, 67), place = rt_winit_window_frame_scancode(window, 46), same;
        CHECK(rt_winit_window_frame_key_into(window, 67, &same) && same.pressed == c.pressed);
        CHECK(rt_winit_window_frame_scancode_into(window, 46, &same) && same.pressed == place.pressed);
        CHECK(c.pressed == place.pressed);
        if (c.pressed) CHECK_TEXT(rt_winit_window_frame_text(window), "c");
        typed |= c.pressed;
        RtFrameInput left = rt_winit_window_frame_mouse_button(window, 0);
        CHECK(rt_winit_window_frame_mouse_button_into(window, 0, &same) && same.pressed == left.pressed);
        clicked |= left.pressed;
    }
    CHECK(typed && clicked && turns > 1 && passed > 0);
    RtFramePointer pointer = rt_winit_window_frame_pointer(window), same;
    CHECK(pointer.x == 60 && pointer.y == 70);
    CHECK(rt_winit_window_frame_pointer_into(window, &same) && same.x == 60);
    CHECK(rt_winit_window_frame(window, 0.5) == 0);
    CHECK_TEXT(rt_winit_get_last_error(), "`rate` is 0.5, but must be 0 or lie between 1 and 1000");
    drain(loop);
}

static void desktop(int64_t window) {
    CHECK_NEAR(rt_winit_window_get_opacity(window), 1.0, 0);
    CHECK(rt_winit_window_set_opacity(window, 0.5));
    CHECK_NEAR(rt_winit_window_get_opacity(window), 0.5, 1e-9);
    CHECK(rt_winit_window_set_opacity(window, 1.0) && !rt_winit_window_set_opacity(window, 1.5));
    CHECK(rt_winit_window_set_theme(window, 2) && rt_winit_window_set_theme(window, 0));
    CHECK(!rt_winit_window_set_theme(window, 3));
    CHECK(rt_winit_window_keep_awake(window, true) && rt_winit_window_keep_awake(window, false));
    CHECK_INT(rt_winit_lock_keys(), 0);
    RtWindowArea area = rt_winit_monitor_get_work_area(0), same;
    CHECK(area.width == 1280 && area.height > 0);
    CHECK(rt_winit_monitor_get_work_area_into(0, &same) && same.width == 1280);
    CHECK(rt_winit_monitor_video_mode_count(0) >= 1 && rt_winit_monitor_video_mode_count(9) == -1);
    RtVideoMode mode = rt_winit_monitor_get_video_mode(0, 0), again;
    CHECK(mode.width == 1280 && mode.height == 800 && mode.bit_depth == 24);
    CHECK(rt_winit_monitor_get_video_mode_into(0, 0, &again) && again.width == 1280);
    CHECK(rt_winit_window_set_fullscreen_mode(window, 0, 0));
    CHECK(!rt_winit_window_set_fullscreen_mode(window, 0, 99));
    CHECK_CONTAINS(rt_winit_get_last_error(), "`mode` is 99");
    CHECK(rt_winit_window_set_fullscreen(window, false));
}

/* There is no session bus here: tests of the crate have one. */
static void dialogs(int64_t window) {
    const char *filters[] = {"Pictures|*.png", "none"};
    RtTextArray files = rt_winit_dialog_open_files(window, "Open", true, filters, 1);
    CHECK_INT(files.len, 0);
    CHECK(!rt_winit_dialog_open_files_into(window, "Open", true, filters, 2, &files));
    CHECK_CONTAINS(rt_winit_get_last_error(), "`filters` holds \"none\"");
    CHECK_TEXT(rt_winit_dialog_open_folder(0, "Folder"), "");
    CHECK_CONTAINS(rt_winit_get_last_error(), "choosing a file cannot be done here");
    CHECK_TEXT(rt_winit_dialog_save_file(0, "Save", "name.png", filters, 1), "");
    CHECK_INT(rt_winit_dialog_message(7, "Title", "Text", "Yes", "No"), -1);
    CHECK_INT(rt_winit_get_theme(), -1);
    CHECK_INT(rt_winit_event_theme(0), -1);
}

static void closing(int64_t loop, int64_t window) {
    CHECK(rt_winit_window_is_open(window));
    user("wmctrl -i -c %lld", window);
    int64_t event = wait_for(loop, CLOSE);
    CHECK(rt_winit_event_window_close_requested(event));
    rt_winit_event_free(event);
    CHECK(!rt_winit_window_is_open(window));
    CHECK(rt_winit_window_keep_open(window) && rt_winit_window_is_open(window));
    drain(loop);
    for (int i = 0; i < 3; i++) CHECK(rt_winit_window_request_redraw(window));
    pause_ms(200);
    RtI64Array events = rt_winit_event_loop_poll_all(loop, 100);
    CHECK(events.len >= 1);
    CHECK_INT(rt_winit_event_get_type(events.data[0]), REDRAW);
    CHECK_INT(rt_winit_event_free_all(events.data, events.len), events.len);
    rt_i64_array_free(events.data, events.len);
    CHECK(rt_winit_event_loop_poll_all_into(loop, 100, &events));
    rt_winit_event_free_all(events.data, events.len);
    rt_i64_array_free(events.data, events.len);
    CHECK(rt_winit_window_free(window));
    CHECK(!rt_winit_window_free(window));
    CHECK(!rt_winit_window_is_open(window));
    rt_winit_event_free(wait_for(loop, DESTROYED));
    CHECK(rt_winit_event_loop_run_return(loop));
}

static void monitors(void) {
    CHECK_INT(rt_winit_monitor_count(), 1);
    char *name = rt_winit_monitor_get_name(0);
    CHECK(rt_text_len(name) > 0);
    rt_text_free(name);
    RtWindowSize size = rt_winit_monitor_get_size(0);
    CHECK(size.width == 1280 && size.height == 800);
    CHECK(rt_winit_monitor_get_size_into(0, &size));
    RtWindowPosition position = rt_winit_monitor_get_position(0);
    CHECK(position.x == 0 && position.y == 0);
    CHECK(rt_winit_monitor_get_position_into(0, &position));
    CHECK_NEAR(rt_winit_monitor_get_scale_factor(0), 1.0, 0);
    CHECK_INT(rt_winit_monitor_primary(), 0);
    CHECK(rt_winit_monitor_get_refresh_rate(0) >= 0);
}

/* Waits for an event of this type among those of all libraries. */
static void hear(int64_t subscription, const char *type, int64_t id) {
    char wanted[100];
    snprintf(wanted, sizeof wanted, "\"data\":{\"type\":\"%s\",\"window\":%lld,", type, (long long)id);
    for (int heard = 0; !heard;) {
        char *event = rt_events_next(subscription, 20000);
        if (!event[0]) fprintf(stderr, "nothing is heard of %s\n", wanted);
        CHECK(event[0]);
        heard = strstr(event, wanted) != NULL;
        rt_text_free(event);
    }
}

static void heard_elsewhere(int64_t loop) {
    const char *kinds[] = {"window"};
    int64_t subscription = rt_events_subscribe(kinds, 1);
    int64_t window = rt_winit_window_new(loop, 80, 60, "heard of"), id = rt_winit_window_id(window);
    CHECK(subscription > 0 && window > 0);
    hear(subscription, "redraw-requested", id);
    CHECK(rt_winit_window_free(window));
    hear(subscription, "destroyed", id);
    rt_events_unsubscribe(subscription);
    drain(loop);

    /* Events that are taken wait nowhere else. */
    subscription = rt_events_subscribe_taking(kinds, 1);
    window = rt_winit_window_new(loop, 80, 60, "taken"), id = rt_winit_window_id(window);
    CHECK(subscription > 0 && window > 0);
    hear(subscription, "redraw-requested", id);
    CHECK(rt_winit_window_free(window));
    hear(subscription, "destroyed", id);
    CHECK_INT(rt_winit_event_loop_poll_events(loop, 1), 0);
    rt_events_unsubscribe(subscription);
}

static int64_t common;

static void *visit(void *argument) {
    (void)argument;
    for (int i = 0; i < 3; i++) {
        int64_t loop = rt_winit_event_loop_new();
        int64_t window = rt_winit_window_new(loop, 60, 60, "one of many");
        CHECK(loop > 0 && window > 0);
        CHECK(rt_winit_window_set_title(common, "common"));
        rt_winit_event_free(rt_winit_event_loop_wait_events(loop, 5));
        CHECK(rt_winit_event_loop_free(loop));
        CHECK(!rt_winit_window_free(window));
    }
    return NULL;
}

int main(void) {
    CHECK(rt_winit_available());
    CHECK_TEXT(rt_winit_version(), "0.30.13");
    int64_t loop = rt_winit_event_loop_new();
    CHECK(loop > 0);
    int64_t window = rt_winit_window_new(loop, 320, 240, "sizes");
    CHECK(window > 0);
    rt_winit_event_free(wait_for(loop, REDRAW));
    pause_ms(300);
    sizes(loop, window);
    states(window);
    keyboard(loop, window);
    mouse(loop, window);
    steering(loop, window);
    frames(loop, window);
    desktop(window);
    dialogs(window);
    closing(loop, window);
    monitors();
    CHECK(rt_winit_clipboard_set_text("from C, \xc3\xa4"));
    CHECK_TEXT(rt_winit_clipboard_get_text(), "from C, \xc3\xa4");
    CHECK(rt_winit_clipboard_set_primary_text("selected"));
    CHECK_TEXT(rt_winit_clipboard_get_primary_text(), "selected");
    CHECK(rt_winit_clipboard_set_html("<b>bold</b>", "bold"));
    CHECK_TEXT(rt_winit_clipboard_get_html(), "<b>bold</b>");
    CHECK_TEXT(rt_winit_clipboard_get_text(), "bold");
    const uint8_t red[] = {255, 0, 0, 255};
    RtBytes png = rt_lyon_png_encode(red, 4, 1, 1), read, same;
    CHECK(rt_winit_clipboard_set_png(png.data, png.len) && !rt_winit_clipboard_set_png(red, 4));
    CHECK_TEXT(rt_winit_get_last_error(), "`png` is no PNG file: its signature is missing");
    read = rt_winit_clipboard_get_png();
    CHECK(rt_winit_clipboard_get_png_into(&same));
    CHECK(read.len == png.len && same.len == png.len && memcmp(read.data, png.data, png.len) == 0);
    rt_bytes_free(png.data, png.len);
    rt_bytes_free(read.data, read.len);
    rt_bytes_free(same.data, same.len);

    heard_elsewhere(loop);
    common = rt_winit_window_new_with_config(loop, "{\"width\": 200, \"height\": 100}");
    CHECK(common > 0);
    check_threads(8, visit, NULL);
    CHECK(rt_winit_event_loop_free(loop));
    CHECK(!rt_winit_event_loop_free(loop));
    CHECK_INT(rt_native_live_handles(), 0);
    return 0;
}
