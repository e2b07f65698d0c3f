/* A window of SDL2's; see window.h. */
#include "window.h"

#include <SDL2/SDL.h>
#include <SDL2/SDL_syswm.h>

enum { SIDE = 400, MOST = 1024 };

static void next_key(void) {
    SDL_Event event;
    do {
        if (!SDL_WaitEvent(&event)) return;
    } while (event.type != SDL_KEYDOWN);
}

static void gather(void) { SDL_PumpEvents(); }

static int64_t drain(int many_at_a_time) {
    static SDL_Event events[MOST];
    int64_t count = 0, seen = 0;
    if (many_at_a_time) {
        int taken;
        while ((taken = SDL_PeepEvents(events, MOST, SDL_GETEVENT, SDL_FIRSTEVENT, SDL_LASTEVENT)) > 0) {
            for (int i = 0; i < taken; i++) seen += events[i].type;
            count += taken;
        }
    } else {
        /* SDL_PollEvent ends at marks that SDL_WaitEvent leaves in the queue. */
        for (; SDL_PeepEvents(events, 1, SDL_GETEVENT, SDL_FIRSTEVENT, SDL_LASTEVENT) > 0; count++) seen += events[0].type;
    }
    return seen ? count : 0;
}

int main(void) {
    SDL_SysWMinfo info;
    if (SDL_Init(SDL_INIT_VIDEO)) return 1;
    SDL_Window *window = SDL_CreateWindow("SDL2", 500, 0, SIDE, SIDE, SDL_WINDOW_SHOWN);
    SDL_VERSION(&info.version);
    if (!window || !SDL_GetWindowWMInfo(window, &info)) return 1;
    serve((long long)info.info.x11.window);
    return 0;
}
