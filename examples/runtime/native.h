/* What the generated glue is written in: how values cross between Lua and the archive, and who frees what. */
#ifndef LUA_NATIVE_H
#define LUA_NATIVE_H

#include "simple_native.h"

#include <lauxlib.h>
#include <lua.h>

/* How a function was reached, as its first upvalue says. */
enum {
    PLAIN,  /* native.plain: integers for handles, and what C returns where it fails */
    NATIVE, /* a library's table, or a method: objects, nil, errors that are raised */
    CHILD,  /* a method of what belongs to another object: that goes before it */
};

typedef struct Entry {
    const char *name;  /* in its library's table, NULL where it is not there */
    const char *plain; /* in native.plain */
    lua_CFunction function;
} Entry;

typedef struct Method {
    const char *name;
    lua_CFunction function;
    int mode;
} Method;

typedef struct Constant {
    const char *group, *name;
    int64_t value;
} Constant;

typedef struct Library {
    const char *name;
    char *(*last_error)(void);
    void (*clear_error)(void);
    const Entry *entries;      /* up to one without a function */
    const Constant *constants; /* up to one without a name */
} Library;

typedef struct Kind {
    const char *name;
    void (*release)(int64_t parent, int64_t handle); /* NULL where its parent alone frees it */
    bool collected;                                  /* nothing but Lua owns one */
    const Method *methods;                           /* up to one without a name */
} Kind;

/* ANCHOR: object */
/* A full userdata: the handle is an integer, Lua's collector and `<close>` are its owner. */
typedef struct Object {
    int64_t handle, parent; /* 0 once it is freed or given away */
    const Kind *kind;
    bool owned;
} Object;
/* ANCHOR_END: object */

/* Memory of the archive on its way into Lua: the collector frees it where making the Lua value fails. */
typedef struct Returned {
    enum { NOTHING, TEXT, BYTES, FLOATS, INTEGERS, TEXTS } type;
    union {
        char *text;
        RtBytes bytes;
        RtF64Array floats;
        RtI64Array integers;
        RtTextArray texts;
    };
} Returned;

/* Before a call: the mode, and exactly `params` values on the stack. */
int begin(lua_State *L, int params);

int64_t take_handle(lua_State *L, int at, const Kind *kind, bool may_be_none);
bool take_truth(lua_State *L, int at);
const char *take_text(lua_State *L, int at);
const uint8_t *take_bytes(lua_State *L, int at, int64_t *len);
uint8_t *take_buffer(lua_State *L, int at, int64_t *len);
const double *take_floats(lua_State *L, int at, int64_t *len);
const int64_t *take_integers(lua_State *L, int at, int64_t *len, const Kind *kind);
const char *const *take_texts(lua_State *L, int at, int64_t *len);
void take_nothing(lua_State *L, int at, const char *why);

/* What a result will need, made while there is nothing to lose yet; no object in the plain mode. */
Object *new_object(lua_State *L, int mode, const Kind *kind, bool owned);
Returned *new_returned(lua_State *L);

/* After a call: raises the library's last error, but in the plain mode. */
void check(lua_State *L, int mode, bool failed, const Library *library);
/* The call has freed this argument. */
void forget(lua_State *L, int at);

/* A new object belongs to the object at `at`, or to that one's parent; 0 for none. */
void push_object(lua_State *L, Object *object, int64_t handle, int at, bool of_its_parent);
void push_borrowed(lua_State *L, int mode, int64_t handle, const Kind *kind, int at, bool of_its_parent);
void push_objects(lua_State *L, Returned *handles, const Kind *kind, bool owned, int at, bool of_its_parent);
/* The value; the archive's memory is freed. A text that is none is nil, and "" in the plain mode. */
void push_returned(lua_State *L, Returned *returned);
void push_optional(lua_State *L, int mode, Returned *returned);
void push_filled(lua_State *L, const uint8_t *buffer, int64_t len);

/* Leaves the table `native` on the stack. */
int open_native(lua_State *L, const Library *const *libraries, const Kind *const *kinds);

int luaopen_native(lua_State *L);

#endif
