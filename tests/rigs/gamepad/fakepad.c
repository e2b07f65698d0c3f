/* Preloaded into a test program: the pads of a folder instead of those of the machine.
 *
 * /dev/input is $FAKEPAD_DIR, and /sys/class/input is $FAKEPAD_DIR/sys. An eventN in there is a socket that
 * the test serves: what it writes is what the pad reports. The questions that a program asks of an input
 * device are answered here, as an Xbox 360 pad's, or as eventN.conf says, with lines `id BUS VENDOR PRODUCT VERSION`,
 * `name TEXT`, `keys CODE…`, `down CODE…` (held), `abs CODE MIN MAX FUZZ FLAT VALUE RESOLUTION` (the last may be missing),
 * `slots CODE VALUE…` (an axis of several fingers), `ff EFFECT…`, codes in hexadecimal; force feedback goes to the test as records of the size of
 * an input event: type 0xf0 for an effect (code: its number, value: strong << 16 | weak, seconds: its length
 * in ms), 0xf1 for its removal. Run with GILRS_DISABLE_UDEV=1. */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/input.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

enum { MOST_FDS = 4096, EFFECT = 0xf0, REMOVAL = 0xf1 };

static char is_pad[MOST_FDS];
static char described[MOST_FDS][256];
static short next_effect[MOST_FDS];

static const char *behind(const char *path, const char *root, const char *into, char *buffer) {
    const char *folder = getenv("FAKEPAD_DIR");
    size_t length = strlen(root);
    if (!folder || !path || strncmp(path, root, length) || (path[length] && path[length] != '/')) return NULL;
    snprintf(buffer, 512, "%s%s%s", folder, into, path + length);
    return buffer;
}

static const char *redirect(const char *path, char *buffer) {
    const char *found = behind(path, "/dev/input", "", buffer);
    if (!found) found = behind(path, "/sys/class/input", "/sys", buffer);
    return found ? found : path;
}

static int connect_pad(const char *path, int flags) {
    int type = SOCK_STREAM | SOCK_CLOEXEC | (flags & O_NONBLOCK ? SOCK_NONBLOCK : 0);
    int fd = socket(AF_UNIX, type, 0);
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    strncpy(address.sun_path, path, sizeof address.sun_path - 1);
    if (fd < 0) return -1;
    if (connect(fd, (void *)&address, sizeof address) < 0) {
        int reason = errno == ECONNREFUSED ? ENODEV : errno;
        close(fd);
        errno = reason;
        return -1;
    }
    if ((flags & O_ACCMODE) == O_WRONLY) shutdown(fd, SHUT_RD);
    if (fd < MOST_FDS) {
        is_pad[fd] = 1;
        snprintf(described[fd], sizeof described[fd], "%s.conf", path);
        next_effect[fd] = 0;
    }
    return fd;
}

#define REAL(type, name, ...) static type (*real)(__VA_ARGS__); if (!real) *(void **)&real = dlsym(RTLD_NEXT, name)

#define OPEN(name)                                                                                             \
    int name(const char *path, int flags, ...) {                                                               \
        REAL(int, #name, const char *, int, ...);                                                              \
        mode_t mode = 0;                                                                                       \
        if (flags & O_CREAT) {                                                                                 \
            va_list rest;                                                                                      \
            va_start(rest, flags);                                                                             \
            mode = va_arg(rest, mode_t);                                                                       \
            va_end(rest);                                                                                      \
        }                                                                                                      \
        char buffer[512];                                                                                      \
        if (behind(path, "/dev/input", "", buffer) && strstr(path, "/event")) return connect_pad(buffer, flags); \
        return real(redirect(path, buffer), flags, mode);                                                      \
    }
OPEN(open)
OPEN(open64)

DIR *opendir(const char *path) {
    REAL(DIR *, "opendir", const char *);
    char buffer[512];
    return real(redirect(path, buffer));
}

int inotify_add_watch(int fd, const char *path, unsigned mask) {
    REAL(int, "inotify_add_watch", int, const char *, unsigned);
    char buffer[512];
    return real(fd, redirect(path, buffer), mask);
}

int close(int fd) {
    REAL(int, "close", int);
    if (fd >= 0 && fd < MOST_FDS) is_pad[fd] = 0;
    return real(fd);
}

static void set_all(unsigned char *bits, int size, const int *codes, int count) {
    for (int i = 0; i < count; i++)
        if (codes[i] / 8 < size) bits[codes[i] / 8] |= 1 << (codes[i] % 8);
}
#define SET(...)                                                                                               \
    do {                                                                                                       \
        const int codes[] = {__VA_ARGS__};                                                                     \
        set_all(bits, size, codes, sizeof codes / sizeof *codes);                                              \
    } while (0)

static int capabilities(int type, unsigned char *bits, int size) {
    memset(bits, 0, size);
    switch (type) {
    case 0: SET(EV_SYN, EV_KEY, EV_ABS, EV_FF); break;
    case EV_KEY:
        SET(BTN_SOUTH, BTN_EAST, BTN_NORTH, BTN_WEST, BTN_TL, BTN_TR, BTN_SELECT, BTN_START, BTN_MODE, BTN_THUMBL,
            BTN_THUMBR);
        break;
    case EV_ABS: SET(ABS_X, ABS_Y, ABS_RX, ABS_RY, ABS_Z, ABS_RZ, ABS_HAT0X, ABS_HAT0Y); break;
    case EV_FF:
        if (!getenv("FAKEPAD_STILL")) SET(FF_RUMBLE, FF_PERIODIC, FF_SQUARE, FF_TRIANGLE, FF_SINE, FF_GAIN);
        break;
    }
    return size;
}

static struct input_absinfo range(int axis) {
    struct input_absinfo info = {.minimum = -32768, .maximum = 32767, .fuzz = 16, .flat = 128};
    if (axis == ABS_Z || axis == ABS_RZ) info = (struct input_absinfo){.maximum = 255};
    if (axis >= ABS_HAT0X) info = (struct input_absinfo){.minimum = -1, .maximum = 1};
    if (axis == ABS_RX && getenv("FAKEPAD_UNKNOWN")) info = (struct input_absinfo){.maximum = 0};
    return info;
}

static int tell(int fd, int type, int code, int value, long length) {
    struct input_event event = {.type = type, .code = code, .value = value};
    event.time.tv_sec = length;
    if (send(fd, &event, sizeof event, MSG_NOSIGNAL) == sizeof event) return 0;
    errno = ENODEV;
    return -1;
}

static int add_effect(int fd, struct ff_effect *effect) {
    if (effect->id < 0) effect->id = next_effect[fd]++;
    struct ff_rumble_effect rumble = effect->u.rumble;
    return tell(fd, EFFECT, effect->id, (int)((unsigned)rumble.strong_magnitude << 16) | rumble.weak_magnitude, effect->replay.length);
}

/* Reads the bits of a line's codes. */
static void set_listed(char *codes, unsigned char *bits, int size) {
    for (char *word; (word = strsep(&codes, " "));) {
        int code = strtol(word, NULL, 16);
        if (code / 8 < size) bits[code / 8] |= 1 << (code % 8);
    }
}

/* What the pad's description says; -2 where it has none, or says nothing of that. */
static int ask_description(int fd, int number, int size, void *answer) {
    FILE *file = fopen(described[fd], "r");
    if (!file) return -2;
    int found = -2;
    if (number == 0x18 || (number >= 0x20 && number < 0x40)) found = size, memset(answer, 0, size);
    char line[4096];
    while (fgets(line, sizeof line, file)) {
        line[strcspn(line, "\n")] = 0;
        char *rest = line, *word = strsep(&rest, " ");
        if (!rest) continue;
        unsigned a, b, c, d, code;
        int low, high, fuzz, flat, value, resolution = 0;
        if (!strcmp(word, "id") && number == 0x02 && sscanf(rest, "%x %x %x %x", &a, &b, &c, &d) == 4)
            *(struct input_id *)answer = (struct input_id){a, b, c, d}, found = 0;
        if (!strcmp(word, "name") && number == 0x06) found = snprintf(answer, size, "%s", rest) + 1;
        if (!strcmp(word, "keys") && number == 0x20 + EV_KEY) set_listed(rest, answer, size);
        if (!strcmp(word, "down") && number == 0x18) set_listed(rest, answer, size);
        if (!strcmp(word, "ff") && number == 0x20 + EV_FF) set_listed(rest, answer, size);
        if (!strcmp(word, "slots") && number == 0x0a && (int)strtol(rest, &rest, 16) == *(int *)answer) {
            for (int i = 1; i < size / 4; i++) ((int *)answer)[i] = strtol(rest, &rest, 10);
            found = 0;
        }
        if (strcmp(word, "abs") || sscanf(rest, "%x %d %d %d %d %d %d", &code, &low, &high, &fuzz, &flat, &value, &resolution) < 6) continue;
        if (number == 0x20 + EV_ABS) ((unsigned char *)answer)[code / 8] |= 1 << (code % 8);
        if (number == 0x40 + (int)code) *(struct input_absinfo *)answer = (struct input_absinfo){value, low, high, fuzz, flat, resolution}, found = 0;
    }
    fclose(file);
    return found;
}

int ioctl(int fd, unsigned long request, ...) {
    REAL(int, "ioctl", int, unsigned long, ...);
    va_list rest;
    va_start(rest, request);
    void *argument = va_arg(rest, void *);
    va_end(rest);
    if (fd < 0 || fd >= MOST_FDS || !is_pad[fd] || _IOC_TYPE(request) != 'E') return real(fd, request, argument);

    int number = _IOC_NR(request), size = _IOC_SIZE(request);
    int said = ask_description(fd, number, size, argument);
    if (said != -2) return said;
    if (number == _IOC_NR(EVIOCGID)) {
        *(struct input_id *)argument = (struct input_id){BUS_USB, getenv("FAKEPAD_UNKNOWN") ? 0x1234 : 0x045e, 0x028e, 0x0114};
        return 0;
    }
    if (number == _IOC_NR(EVIOCGNAME(0))) return snprintf(argument, size, "Microsoft X-Box 360 pad") + 1;
    if (number == _IOC_NR(EVIOCGKEY(0))) return memset(argument, 0, size), size;
    if (number >= 0x20 && number < 0x40) return capabilities(number - 0x20, argument, size);
    if (number >= 0x40 && number < 0x80) return *(struct input_absinfo *)argument = range(number - 0x40), 0;
    if (number == _IOC_NR(EVIOCSFF)) return add_effect(fd, argument);
    if (number == _IOC_NR(EVIOCRMFF)) return tell(fd, REMOVAL, (int)(long)argument, 0, 0);
    errno = EINVAL;
    return -1;
}
