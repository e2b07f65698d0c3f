/* The exported functions as functions of JavaScript, without koffi between: by Node-API, version 8. `define` makes a
 * function of JavaScript of an address and the letters of what it takes and gives: i, an integer; d, a float; b, a
 * truth; t, a text; a, memory. What is given besides: v, nothing; o, a text or undefined; B, a buffer; F, I and T,
 * arrays of floats, integers and texts; O, an array of texts or undefined; or a struct by its name, an object.
 * `defineAsync` makes one that calls in the background and gives a promise of what came of it. */

#define NAPI_VERSION 8
#include <node_api.h>
#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "shapes.h"

/* Texts up to this size are converted on the stack. */
#define SMALL 1024
#define MOST_EXACT 9007199254740991.0

typedef struct Function {
    void *address;
    Caller caller;
    const Structure *structure;
    /* Why the last call failed, of the same library; for calls in the background. */
    void *(*last_error)(void);
    void (*clear_error)(void);
    const struct Function *next;
    char result;
    char parameters[];
} Function;

/* JavaScript's converters of what is not of the usual kind, in each of its threads. */
typedef struct {
    napi_ref text;
    napi_ref integer;
} Converters;

/* A text's or a small buffer's room on the stack, and what was allocated beside it. */
typedef struct {
    _Alignas(8) char small[SMALL];
    size_t used;
    void *allocated[MOST_PARAMETERS];
    size_t count;
    /* The call goes on when JavaScript does, which may take memory away: it gets copies. */
    bool copies;
} Room;

static bool (*last_call_failed)(void);
static int64_t (*bulk_memory)(void);

static bool pending(napi_env env) {
    bool is = false;
    return napi_is_exception_pending(env, &is) == napi_ok && is;
}

/* Throws where nothing is thrown yet. */
static bool refuse(napi_env env, napi_status (*throw)(napi_env, const char *, const char *), const char *why) {
    if (!pending(env)) {
        throw(env, NULL, why);
    }
    return false;
}

/* Memory at an address that any number may have. */
static char *room_for(Room *room, size_t size) {
    room->used = (room->used + 7) & ~(size_t)7;
    if (size <= SMALL - room->used) {
        char *at = room->small + room->used;
        room->used += size;
        return at;
    }
    char *made = malloc(size);
    if (made) {
        room->allocated[room->count++] = made;
    }
    return made;
}

static void empty(Room *room) {
    while (room->count > 0) {
        free(room->allocated[--room->count]);
    }
}

/* What JavaScript's own converter makes of it; false where it threw. */
static bool convert(napi_env env, bool text, napi_value *value) {
    Converters *converters = NULL;
    napi_value function, global;
    return napi_get_instance_data(env, (void **)&converters) == napi_ok &&
           napi_get_reference_value(env, text ? converters->text : converters->integer, &function) == napi_ok &&
           napi_get_global(env, &global) == napi_ok &&
           napi_call_function(env, global, function, 1, value, value) == napi_ok;
}

static bool integer(napi_env env, napi_value value, int64_t *integer) {
    for (int turn = 0; turn < 2; turn++) {
        double number = 0;
        if (napi_get_value_double(env, value, &number) == napi_ok) {
            if (number >= -MOST_EXACT && number <= MOST_EXACT && number == (double)(int64_t)number) {
                *integer = (int64_t)number;
                return true;
            }
        } else {
            bool lossless = false;
            if (napi_get_value_bigint_int64(env, value, integer, &lossless) == napi_ok && lossless) {
                return true;
            }
        }
        if (turn == 0 && !convert(env, false, &value)) {
            return false;
        }
    }
    return refuse(env, napi_throw_type_error, "an integer is a number or a BigInt");
}

static size_t item_size(napi_typedarray_type type) {
    switch (type) {
    case napi_int16_array:
    case napi_uint16_array:
        return 2;
    case napi_int32_array:
    case napi_uint32_array:
    case napi_float32_array:
        return 4;
    case napi_float64_array:
    case napi_bigint64_array:
    case napi_biguint64_array:
        return 8;
    default:
        return 1;
    }
}

/* The address of a view's memory. */
static bool memory(napi_env env, napi_value value, Room *room, void **data) {
    napi_valuetype type;
    bool is = false, right = false;
    size_t len = 0, offset = 0;
    napi_typedarray_type kind = napi_uint8_array;
    *data = NULL;
    if (napi_typeof(env, value, &type) != napi_ok) {
        return false;
    }
    if (type == napi_null || type == napi_undefined) {
        return true;
    }
    if (napi_is_typedarray(env, value, &is) == napi_ok && is) {
        right = napi_get_typedarray_info(env, value, &kind, &len, data, NULL, &offset) == napi_ok;
    } else if (napi_is_dataview(env, value, &is) == napi_ok && is) {
        right = napi_get_dataview_info(env, value, &len, data, NULL, &offset) == napi_ok;
    }
    if (!right) {
        return refuse(env, napi_throw_type_error, "memory is a Buffer or another view");
    }
    if (room->copies && len > 0) {
        void *copy = room_for(room, len * item_size(kind));
        if (!copy) {
            return refuse(env, napi_throw_range_error, "no memory for a copy");
        }
        *data = memcpy(copy, *data, len * item_size(kind));
    }
    return true;
}

static const char REPLACEMENT[] = "\xef\xbf\xbd";

static bool text(napi_env env, napi_value value, Room *room, void **data) {
    napi_valuetype type;
    *data = NULL;
    if (napi_typeof(env, value, &type) != napi_ok) {
        return false;
    }
    if (type == napi_null || type == napi_undefined) {
        return true;
    }
    if (type == napi_string) {
        size_t free_room = SMALL - room->used, len = 0;
        char *characters = room->small + room->used;
        // What fills the room may have been cut.
        if (free_room < 8 || napi_get_value_string_utf8(env, value, characters, free_room, &len) != napi_ok ||
            len + 5 > free_room) {
            if (napi_get_value_string_utf8(env, value, NULL, 0, &len) != napi_ok) {
                return false;
            }
            characters = room_for(room, len + 1);
            if (!characters) {
                return refuse(env, napi_throw_range_error, "no memory for a text");
            }
            if (napi_get_value_string_utf8(env, value, characters, len + 1, &len) != napi_ok) {
                return false;
            }
        } else {
            room->used += len + 1;
        }
        // Half of a surrogate pair became another character: JavaScript tells that from the character itself.
        if (!memchr(characters, 0, len) && !strstr(characters, REPLACEMENT)) {
            *data = characters;
            return true;
        }
    }
    if (!convert(env, true, &value)) {
        return false;
    }
    // Bytes with a NUL at their end, which live as long as this call.
    return memory(env, value, room, data);
}

static bool argument(napi_env env, napi_value value, char letter, Room *room, Value *given) {
    switch (letter) {
    case 'i':
        return integer(env, value, &given->i);
    case 'd':
        return napi_get_value_double(env, value, &given->d) == napi_ok ||
               refuse(env, napi_throw_type_error, "a float is a number");
    case 'b':
        return napi_get_value_bool(env, value, &given->b) == napi_ok ||
               refuse(env, napi_throw_type_error, "a truth is true or false");
    case 't':
        return text(env, value, room, &given->p);
    default:
        return memory(env, value, room, &given->p);
    }
}

static napi_value undefined(napi_env env) {
    napi_value value = NULL;
    napi_get_undefined(env, &value);
    return value;
}

static napi_value exact(napi_env env, int64_t integer) {
    napi_value value = NULL;
    if (integer >= -(int64_t)MOST_EXACT && integer <= (int64_t)MOST_EXACT) {
        napi_create_int64(env, integer, &value);
    } else {
        napi_create_bigint_int64(env, integer, &value);
    }
    return value;
}

static napi_value string(napi_env env, const void *pointer) {
    napi_value value = NULL;
    if (napi_create_string_utf8(env, pointer, (size_t)text_len(pointer), &value) != napi_ok) {
        refuse(env, napi_throw_range_error, "the text is longer than a string can be");
        return NULL;
    }
    return value;
}

static napi_value string_or_undefined(napi_env env, const void *pointer) {
    return text_is_none(pointer) ? undefined(env) : string(env, pointer);
}

static napi_value item(napi_env env, char letter, const void *data, uint32_t at) {
    napi_value value = NULL;
    switch (letter) {
    case 'F':
        napi_create_double(env, ((const double *)data)[at], &value);
        return value;
    case 'I':
        return exact(env, ((const int64_t *)data)[at]);
    case 'T':
        return string(env, ((void *const *)data)[at]);
    default:
        return string_or_undefined(env, ((void *const *)data)[at]);
    }
}

static napi_value list(napi_env env, char letter, Array array) {
    napi_value made = NULL;
    if (array.len > UINT32_MAX || napi_create_array_with_length(env, (size_t)array.len, &made) != napi_ok) {
        refuse(env, napi_throw_range_error, "more items than an array can have");
        return NULL;
    }
    for (uint32_t at = 0; at < array.len; at++) {
        napi_handle_scope scope;
        napi_open_handle_scope(env, &scope);
        napi_value one = item(env, letter, array.data, at);
        bool set = one && napi_set_element(env, made, at, one) == napi_ok;
        napi_close_handle_scope(env, scope);
        if (!set) {
            return NULL;
        }
    }
    return made;
}

static napi_value taken_value(napi_env env, char letter, Value value) {
    napi_value made = NULL;
    switch (letter) {
    case 'i':
        return exact(env, value.i);
    case 'd':
        napi_create_double(env, value.d, &made);
        return made;
    case 'b':
        napi_get_boolean(env, value.b, &made);
        return made;
    case 't':
    case 'o':
        made = letter == 't' ? string(env, value.p) : string_or_undefined(env, value.p);
        text_free(value.p);
        return made;
    case 'B':
        if (napi_create_buffer_copy(env, (size_t)value.a.len, value.a.data, NULL, &made) != napi_ok) {
            refuse(env, napi_throw_range_error, "more bytes than a buffer can have");
            made = NULL;
        }
        bytes_free(value.a.data, value.a.len);
        return made;
    case 'F':
        made = list(env, letter, value.a);
        f64_array_free(value.a.data, value.a.len);
        return made;
    case 'I':
        made = list(env, letter, value.a);
        i64_array_free(value.a.data, value.a.len);
        return made;
    case 'T':
    case 'O':
        made = list(env, letter, value.a);
        text_array_free(value.a.data, value.a.len);
        return made;
    default:
        return undefined(env);
    }
}

/* A struct's fields as an object's; all its texts are released. */
static napi_value taken_structure(napi_env env, const Structure *structure, const char *result) {
    napi_value made = NULL;
    bool right = napi_create_object(env, &made) == napi_ok;
    for (size_t at = 0; at < structure->count; at++) {
        const Field *field = &structure->fields[at];
        Value value;
        memset(&value, 0, sizeof value);
        size_t size = field->letter == 'b' ? sizeof(bool) : sizeof(int64_t);
        memcpy(&value, result + field->offset, size);
        napi_value one = taken_value(env, field->letter == 'p' ? 't' : field->letter, value);
        right = right && one && napi_set_named_property(env, made, field->name, one) == napi_ok;
    }
    return right ? made : NULL;
}

static napi_value taken(napi_env env, const Function *function, const Result *result) {
    return function->structure ? taken_structure(env, function->structure, (const char *)result)
                               : taken_value(env, function->result, result->value);
}

/* The arguments of a call, as C has them. */
static bool arguments(napi_env env, napi_callback_info info, napi_value *args, Function **function, Room *room,
                      Value *given) {
    size_t count = MOST_PARAMETERS;
    if (napi_get_cb_info(env, info, &count, args, NULL, (void **)function) != napi_ok) {
        return false;
    }
    // What is missing is undefined.
    const char *letters = (*function)->parameters;
    for (size_t at = 0; letters[at]; at++) {
        if (!argument(env, args[at], letters[at], room, &given[at])) {
            return false;
        }
    }
    return true;
}

static napi_value call(napi_env env, napi_callback_info info) {
    napi_value args[MOST_PARAMETERS];
    Function *function = NULL;
    Value given[MOST_PARAMETERS];
    Room room;
    Result result;
    room.used = room.count = 0;
    room.copies = false;
    bool right = arguments(env, info, args, &function, &room, given);
    if (right) {
        function->caller(function->address, given, &result);
    }
    empty(&room);
    return right ? taken(env, function, &result) : NULL;
}

/* A call in the background. */
typedef struct {
    const Function *function;
    napi_deferred deferred;
    napi_async_work work;
    Value given[MOST_PARAMETERS];
    Room room;
    Result result;
    void *reason;
} Background;

static void in_background(napi_env env, void *data) {
    Background *one = data;
    (void)env;
    one->function->caller(one->function->address, one->given, &one->result);
    // It is known on this thread alone.
    if (one->function->last_error && last_call_failed()) {
        one->reason = one->function->last_error();
        one->function->clear_error();
    }
}

/* Gives the promise the result and the reason of a failure. */
static void settled(napi_env env, napi_status status, void *data) {
    Background *one = data;
    napi_value both = NULL, reason = undefined(env), result = NULL, error = NULL;
    (void)status;
    if (one->reason) {
        reason = string(env, one->reason);
        text_free(one->reason);
    }
    result = taken(env, one->function, &one->result);
    if (result && reason && napi_create_array_with_length(env, 2, &both) == napi_ok) {
        napi_set_element(env, both, 0, result);
        napi_set_element(env, both, 1, reason);
        napi_resolve_deferred(env, one->deferred, both);
    } else {
        napi_get_and_clear_last_exception(env, &error);
        napi_reject_deferred(env, one->deferred, error);
    }
    napi_delete_async_work(env, one->work);
    empty(&one->room);
    free(one);
}

static napi_value call_in_background(napi_env env, napi_callback_info info) {
    napi_value args[MOST_PARAMETERS], promise = NULL, name = NULL;
    Function *function = NULL;
    Background *one = calloc(1, sizeof *one);
    if (!one) {
        refuse(env, napi_throw_range_error, "no memory for a call");
        return NULL;
    }
    one->room.copies = true;
    bool right = arguments(env, info, args, &function, &one->room, one->given) &&
                 napi_create_string_utf8(env, "simple_native", NAPI_AUTO_LENGTH, &name) == napi_ok &&
                 napi_create_async_work(env, NULL, name, in_background, settled, one, &one->work) == napi_ok &&
                 napi_create_promise(env, &one->deferred, &promise) == napi_ok;
    one->function = function;
    if (right && napi_queue_async_work(env, one->work) == napi_ok) {
        return promise;
    }
    refuse(env, napi_throw_range_error, "no call in the background can begin");
    if (one->work) {
        napi_delete_async_work(env, one->work);
    }
    empty(&one->room);
    free(one);
    return NULL;
}

static int compare_structure(const void *name, const void *structure) {
    return strcmp(name, ((const Structure *)structure)->name);
}

static Caller caller_of(const char *result, const char *parameters, const Structure *structure) {
    char letters[256];
    char returned[2] = {strchr("to", *result) ? 'p' : strchr("BFITO", *result) ? 'a' : *result, 0};
    size_t at = (size_t)snprintf(letters, sizeof letters, "%s:", structure ? result : returned);
    for (; *parameters && at < sizeof letters - 1; parameters++) {
        letters[at++] = strchr("ta", *parameters) ? 'p' : *parameters;
    }
    letters[at] = 0;
    return caller_of_shape(letters);
}

static bool address(napi_env env, napi_value value, void **pointer) {
    uint64_t number = 0;
    bool lossless = false;
    napi_valuetype type;
    *pointer = NULL;
    if (napi_typeof(env, value, &type) == napi_ok && type == napi_undefined) {
        return true;
    }
    if (napi_get_value_bigint_uint64(env, value, &number, &lossless) != napi_ok || !lossless) {
        return refuse(env, napi_throw_type_error, "an address is a BigInt");
    }
    *pointer = (void *)(uintptr_t)number;
    return true;
}

static bool letters(napi_env env, napi_value value, char *to, size_t size) {
    size_t len = 0;
    return (napi_get_value_string_utf8(env, value, to, size, &len) == napi_ok && len + 1 < size) ||
           refuse(env, napi_throw_type_error, "letters are a short string");
}

/* Functions are kept as long as the process, for calls in the background outlive the thread that began them: all of
 * JavaScript's threads share them. */
static const Function *known_functions = NULL;
static pthread_mutex_t knowing = PTHREAD_MUTEX_INITIALIZER;

static const Function *known(const Function *like, const char *parameters) {
    pthread_mutex_lock(&knowing);
    const Function *one = known_functions;
    while (one && (one->address != like->address || one->last_error != like->last_error ||
                   one->structure != like->structure || one->result != like->result ||
                   strcmp(one->parameters, parameters) != 0)) {
        one = one->next;
    }
    if (!one) {
        Function *made = malloc(sizeof *made + strlen(parameters) + 1);
        if (made) {
            *made = *like;
            made->next = known_functions;
            strcpy(made->parameters, parameters);
            one = known_functions = made;
        }
    }
    pthread_mutex_unlock(&knowing);
    return one;
}

/* The function of JavaScript for (address, result, parameters, lastError, clearError). */
static napi_value made(napi_env env, napi_callback_info info, napi_callback called) {
    size_t count = 5;
    napi_value args[5], function_of_javascript = NULL;
    char result[128], parameters[MOST_PARAMETERS + 2];
    void *where = NULL, *last_error = NULL, *clear_error = NULL;
    if (napi_get_cb_info(env, info, &count, args, NULL, NULL) != napi_ok || !address(env, args[0], &where) ||
        !letters(env, args[1], result, sizeof result) || !letters(env, args[2], parameters, sizeof parameters) ||
        !address(env, args[3], &last_error) || !address(env, args[4], &clear_error)) {
        return NULL;
    }
    const Structure *structure = bsearch(result, STRUCTURES, sizeof STRUCTURES / sizeof STRUCTURES[0],
                                         sizeof STRUCTURES[0], compare_structure);
    Caller caller = caller_of(result, parameters, structure);
    if (!caller) {
        refuse(env, napi_throw_type_error, "no function has this shape");
        return NULL;
    }
    const Function like = {.address = where,
                           .caller = caller,
                           .structure = structure,
                           .last_error = (void *(*)(void))last_error,
                           .clear_error = (void (*)(void))clear_error,
                           .result = *result};
    const Function *function = known(&like, parameters);
    if (!function) {
        refuse(env, napi_throw_range_error, "no memory for a function");
        return NULL;
    }
    napi_create_function(env, NULL, 0, called, (void *)function, &function_of_javascript);
    return function_of_javascript;
}

static napi_value define(napi_env env, napi_callback_info info) {
    return made(env, info, call);
}

static napi_value define_async(napi_env env, napi_callback_info info) {
    return made(env, info, call_in_background);
}

static void forget(napi_env env, void *converters, void *hint) {
    (void)env, (void)hint;
    free(converters);
}

/* use(text, integer, ...): JavaScript's converters, and the addresses of what measures and releases what is returned. */
static napi_value use(napi_env env, napi_callback_info info) {
    void **const places[] = {(void **)&text_len,       (void **)&text_is_none,     (void **)&text_free,
                             (void **)&f64_array_free, (void **)&i64_array_free,   (void **)&bytes_free,
                             (void **)&text_array_free, (void **)&last_call_failed, (void **)&bulk_memory};
    enum { PLACES = sizeof places / sizeof places[0] };
    size_t count = 2 + PLACES;
    napi_value args[2 + PLACES];
    Converters *converters = malloc(sizeof *converters);
    if (!converters || napi_get_cb_info(env, info, &count, args, NULL, NULL) != napi_ok ||
        napi_create_reference(env, args[0], 1, &converters->text) != napi_ok ||
        napi_create_reference(env, args[1], 1, &converters->integer) != napi_ok ||
        napi_set_instance_data(env, converters, forget, NULL) != napi_ok) {
        free(converters);
        refuse(env, napi_throw_type_error, "converters are functions");
        return NULL;
    }
    for (size_t at = 0; at < PLACES; at++) {
        void *pointer = NULL;
        if (!address(env, args[2 + at], &pointer)) {
            return NULL;
        }
        *places[at] = pointer;
    }
    return undefined(env);
}

/* weigh(): tells the collector how much memory the archive holds, which it does not see otherwise. */
static napi_value weigh(napi_env env, napi_callback_info info) {
    static int64_t told = 0;
    int64_t now = bulk_memory(), total = 0;
    (void)info;
    if (now != told) {
        napi_adjust_external_memory(env, now - told, &total);
        told = now;
    }
    return undefined(env);
}

NAPI_MODULE_INIT() {
    const napi_property_descriptor properties[] = {
        {"define", NULL, define, NULL, NULL, NULL, napi_enumerable, NULL},
        {"defineAsync", NULL, define_async, NULL, NULL, NULL, napi_enumerable, NULL},
        {"weigh", NULL, weigh, NULL, NULL, NULL, napi_enumerable, NULL},
        {"use", NULL, use, NULL, NULL, NULL, napi_enumerable, NULL},
    };
    napi_define_properties(env, exports, sizeof properties / sizeof properties[0], properties);
    return exports;
}
