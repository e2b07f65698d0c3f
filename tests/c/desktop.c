/* A window and the clipboard, by what every desktop has. */
#include "check.h"

enum { REDRAW = 40 };

static void window(int64_t loop) {
    int64_t window = rt_winit_window_new(loop, 320, 200, "Gr\xc3\xbc\xc3\x9f \xf0\x9f\x8e\xb5");
    if (!window) fprintf(stderr, "%s\n", rt_winit_get_last_error());
    CHECK(window > 0);
    RtWindowSize size = rt_winit_window_get_inner_size(window);
    CHECK(size.width == 320 && size.height == 200);
    CHECK(rt_winit_window_set_size(window, 400, 300));
    for (int i = 0; i < 100 && rt_winit_window_get_size(window).width != 400; i++)
        rt_winit_event_free(rt_winit_event_loop_wait_events(loop, 20));
    size = rt_winit_window_get_size(window);
    CHECK(size.width == 400 && size.height == 300);
    CHECK(rt_winit_window_set_title(window, "Gr\xc3\xbc\xc3\x9f zwei"));
    CHECK(rt_winit_window_is_visible(window));
    CHECK(!rt_winit_window_key_is_pressed(window, 65));
    CHECK(!rt_winit_window_mouse_button_is_pressed(window, 0));
    CHECK(rt_winit_window_request_redraw(window));
    int64_t event;
    do {
        event = rt_winit_event_loop_wait_events(loop, 20000);
        CHECK(event > 0);
        int64_t type = rt_winit_event_get_type(event);
        CHECK(rt_winit_event_free(event));
        if (type == REDRAW) break;
    } while (true);
    static uint8_t picture[400 * 300 * 4];
    memset(picture, 200, sizeof picture);
    CHECK(rt_winit_window_present_rgba(window, 400, 300, picture, sizeof picture));
    CHECK(!rt_winit_window_present_rgba(window, 400, 300, picture, 7));
    rt_winit_clear_error();
    CHECK(rt_winit_window_free(window));
    CHECK(!rt_winit_window_free(window));
    rt_winit_clear_error();
}

/* Ends of lines of every system, and what has two units in UTF-16, come back as they went. */
static void clipboard(void) {
    const char *const texts[] = {"plain", "two\nlines", "two\r\nlines\r\n", "\xf0\x9f\x8e\xb5 \xe6\x97\xa5\xe6\x9c\xac\n"};
    for (int i = 0; i < 4; i++) {
        CHECK(rt_winit_clipboard_set_text(texts[i]));
        CHECK_TEXT(rt_winit_clipboard_get_text(), texts[i]);
    }
    CHECK(!rt_winit_clipboard_set_text("\xff"));
    CHECK(!rt_winit_clipboard_set_text(NULL));
    CHECK_TEXT(rt_winit_clipboard_get_text(), texts[3]);
    CHECK(rt_winit_clipboard_set_html("<b>gr\xc3\xbc\xc3\x9f</b>", "gr\xc3\xbc\xc3\x9f"));
    CHECK_TEXT(rt_winit_clipboard_get_text(), "gr\xc3\xbc\xc3\x9f");
    CHECK_CONTAINS(rt_winit_clipboard_get_html(), "<b>gr\xc3\xbc\xc3\x9f</b>");
}

int main(void) {
    CHECK(rt_winit_available());
    int64_t loop = rt_winit_event_loop_new();
    if (!loop) fprintf(stderr, "%s\n", rt_winit_get_last_error());
    CHECK(loop > 0);
    for (int i = 0; i < 3; i++) window(loop);
    clipboard();
    CHECK(rt_winit_event_loop_free(loop));
    CHECK_INT(rt_native_live_handles(), 0);
    return 0;
}
