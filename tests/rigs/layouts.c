// Prints what the keys of every layout of xkeyboard-config bear: a line for each layout, its name and then, for each
// key, the kernel's number and a keysym and a character without Shift and with it.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct xkb_rule_names {
    const char *rules, *model, *layout, *variant, *options;
};
void *xkb_context_new(int flags);
void xkb_context_set_log_level(void *context, int level);
void *xkb_keymap_new_from_names(void *context, const struct xkb_rule_names *names, int flags);
int xkb_keymap_key_get_syms_by_level(void *map, uint32_t key, uint32_t layout, uint32_t level, const uint32_t **syms);
uint32_t xkb_keysym_to_utf32(uint32_t keysym);
void xkb_keymap_unref(void *map);

static void print_key(void *map, uint32_t place) {
    printf(" %u", place);
    for (uint32_t level = 0; level < 2; level++) {
        const uint32_t *syms = NULL;
        int count = xkb_keymap_key_get_syms_by_level(map, place + 8, 0, level, &syms);
        uint32_t sym = count == 1 ? syms[0] : 0;
        printf(":%u:%u", sym, xkb_keysym_to_utf32(sym));
    }
}

static void print_layout(void *context, const char *layout, const char *variant) {
    struct xkb_rule_names names = {"evdev", "pc105", layout, variant, ""};
    void *map = xkb_keymap_new_from_names(context, &names, 0);
    if (!map) return;
    printf("%s(%s)", layout, variant);
    for (uint32_t place = 2; place <= 89; place++) {
        int is_sign = (place <= 13) || (place >= 16 && place <= 27) || (place >= 30 && place <= 41)
            || (place >= 43 && place <= 53) || place == 86 || place == 89;
        if (is_sign) print_key(map, place);
    }
    printf("\n");
    xkb_keymap_unref(map);
}

int main(int count, char **arguments) {
    FILE *list = fopen(count > 1 ? arguments[1] : "/usr/share/X11/xkb/rules/evdev.lst", "r");
    if (!list) return 1;
    void *context = xkb_context_new(0);
    xkb_context_set_log_level(context, 0);
    char line[512], section[16] = "", first[128], second[128];
    while (fgets(line, sizeof line, list)) {
        if (line[0] == '!') {
            sscanf(line, "! %15s", section);
        } else if (!strcmp(section, "layout") && sscanf(line, " %127s", first) == 1) {
            if (strcmp(first, "custom")) print_layout(context, first, "");
        } else if (!strcmp(section, "variant") && sscanf(line, " %127s %127[^:]", first, second) == 2) {
            print_layout(context, second, first);
        }
    }
    return 0;
}
