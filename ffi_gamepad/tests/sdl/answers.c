/* Writes answers.txt: what SDL 2 makes of every line of a list of mappings. A virtual pad has whatever a line names;
 * each input moves to its end and back. For each input the controls that are then away from rest, axes in hundredths.
 *
 *   cc -O2 answers.c -o answers $(sdl2-config --cflags --libs)
 *   ./answers < patches/gilrs-core/SDL_GameControllerDB/gamecontrollerdb-linux.txt > answers.txt
 */
#include <SDL.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BUTTONS = 64, AXES = 24, HATS = 8 };

static int buttons[SDL_CONTROLLER_BUTTON_MAX], axes[SDL_CONTROLLER_AXIS_MAX];

static void take_in(void) {
    SDL_GameControllerUpdate();
    for (SDL_Event e; SDL_PollEvent(&e);) {
        if ((e.type == SDL_CONTROLLERBUTTONDOWN || e.type == SDL_CONTROLLERBUTTONUP) && e.cbutton.button < SDL_CONTROLLER_BUTTON_MAX)
            buttons[e.cbutton.button] = e.cbutton.state;
        if (e.type == SDL_CONTROLLERAXISMOTION && e.caxis.axis < SDL_CONTROLLER_AXIS_MAX) axes[e.caxis.axis] = e.caxis.value;
    }
}

static void tell(const char *input) {
    /* SDL lets go of this one a quarter of a second late. */
    buttons[SDL_CONTROLLER_BUTTON_GUIDE] = 0;
    take_in();
    printf(" %s", input);
    char mark = '=';
    for (int i = 0; i < SDL_CONTROLLER_BUTTON_MAX; i++)
        if (buttons[i]) printf("%c%s", mark, SDL_GameControllerGetStringForButton(i)), mark = '+';
    for (int i = 0; i < SDL_CONTROLLER_AXIS_MAX; i++) {
        int hundredths = (int)(axes[i] / 327.67 + (axes[i] < 0 ? -0.5 : 0.5));
        if (hundredths < -100) hundredths = -100;
        if (hundredths) printf("%c%s%d", mark, SDL_GameControllerGetStringForAxis(i), hundredths), mark = '+';
    }
}

static int is_named(const char *line, const char *input) {
    for (const char *at = line; (at = strstr(at, input)); at++) {
        char before = at[-1], after = at[strlen(input)];
        if ((before == ':' || before == '+' || before == '-') && (after == ',' || after == '~' || after == 0)) return 1;
    }
    return 0;
}

int main(void) {
    SDL_SetHint(SDL_HINT_JOYSTICK_ALLOW_BACKGROUND_EVENTS, "1");
    SDL_SetHint(SDL_HINT_VIDEODRIVER, "dummy");
    if (SDL_Init(SDL_INIT_GAMECONTROLLER | SDL_INIT_VIDEO)) return 1;
    static char line[4096], mapping[4200], input[16];
    for (int number = 0; fgets(line, sizeof line, stdin); number++) {
        line[strcspn(line, "\r\n")] = 0;
        int device = SDL_JoystickAttachVirtual(SDL_JOYSTICK_TYPE_UNKNOWN, AXES, BUTTONS, HATS);
        char guid[40];
        SDL_JoystickGetGUIDString(SDL_JoystickGetDeviceGUID(device), guid, sizeof guid);
        memcpy(guid + 4, "0000", 4);
        snprintf(mapping, sizeof mapping, "%s%s", guid, strchr(line, ','));
        if (SDL_GameControllerAddMapping(mapping) < 0) return 2;
        SDL_GameController *pad = SDL_GameControllerOpen(device);
        if (!pad) return 3;
        SDL_Joystick *stick = SDL_GameControllerGetJoystick(pad);
        memset(buttons, 0, sizeof buttons), memset(axes, 0, sizeof axes);
        take_in();
        printf("%d", number);
        for (int i = 0; i < BUTTONS; i++) {
            snprintf(input, sizeof input, "b%d", i);
            if (!is_named(line, input)) continue;
            SDL_JoystickSetVirtualButton(stick, i, 1), tell(input);
            SDL_JoystickSetVirtualButton(stick, i, 0), take_in();
        }
        for (int i = 0; i < AXES; i++) {
            snprintf(input, sizeof input, "a%d", i);
            if (!is_named(line, input)) continue;
            snprintf(input, sizeof input, "+a%d", i), SDL_JoystickSetVirtualAxis(stick, i, 32767), tell(input);
            SDL_JoystickSetVirtualAxis(stick, i, 0), take_in();
            snprintf(input, sizeof input, "-a%d", i), SDL_JoystickSetVirtualAxis(stick, i, -32768), tell(input);
            SDL_JoystickSetVirtualAxis(stick, i, 0), take_in();
        }
        for (int i = 0; i < HATS; i++)
            for (int mask = 1; mask < 16; mask *= 2) {
                snprintf(input, sizeof input, "h%d.%d", i, mask);
                if (!is_named(line, input)) continue;
                SDL_JoystickSetVirtualHat(stick, i, mask), tell(input);
                SDL_JoystickSetVirtualHat(stick, i, 0), take_in();
            }
        printf("\n");
        SDL_GameControllerClose(pad);
        SDL_JoystickDetachVirtual(device);
    }
    SDL_Quit();
}
