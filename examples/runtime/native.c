#include "native.h"

#include <stdio.h>
#include <string.h>

/* Their addresses are keys. */
static const char OF_KIND = 0, OF_RETURNED = 0;

/* The object at `at`, or NULL where there is none. */
static Object *object_at(lua_State *L, int at) {
    if (lua_type(L, at) != LUA_TUSERDATA || !lua_getmetatable(L, at)) return NULL;
    const bool is_object = lua_rawgetp(L, -1, &OF_KIND) == LUA_TLIGHTUSERDATA;
    lua_pop(L, 2);
    return is_object ? lua_touserdata(L, at) : NULL;
}

int begin(lua_State *L, int params) {
    const int mode = (int)lua_tointeger(L, lua_upvalueindex(1));
    if (mode == CHILD) {
        const Object *object = object_at(L, 1);
        if (!object) luaL_error(L, "a method needs its object: object:method(…)");
        if (lua_getiuservalue(L, 1, 1) == LUA_TNIL) {
            lua_pop(L, 1);
            lua_pushinteger(L, object->parent);
        }
        lua_insert(L, 1);
    }
    lua_settop(L, params);
    return mode;
}

/* ANCHOR: handle */
int64_t take_handle(lua_State *L, int at, const Kind *kind, bool may_be_none) {
    const Object *object = object_at(L, at);
    if (object) {
        if (object->kind != kind) {
            luaL_argerror(L, at, lua_pushfstring(L, "%s expected, got %s", kind->name, object->kind->name));
        }
        // To the archive a 0 would be none, where there may be none.
        if (object->handle == 0) luaL_argerror(L, at, lua_pushfstring(L, "this %s is closed", kind->name));
        return object->handle;
    }
    return may_be_none && lua_isnil(L, at) ? 0 : luaL_checkinteger(L, at);
}
/* ANCHOR_END: handle */

bool take_truth(lua_State *L, int at) {
    // 0 is true in Lua and false in C: neither is guessed.
    luaL_checktype(L, at, LUA_TBOOLEAN);
    return lua_toboolean(L, at);
}

static const char *text_at(lua_State *L, int at, int argument) {
    size_t len;
    if (lua_isnil(L, at)) return NULL;
    if (lua_type(L, at) != LUA_TSTRING) luaL_argerror(L, argument, "text expected");
    const char *text = lua_tolstring(L, at, &len);
    if (strlen(text) != len) luaL_argerror(L, argument, "a text holds no NUL");
    return text;
}

const char *take_text(lua_State *L, int at) { return text_at(L, at, at); }

const uint8_t *take_bytes(lua_State *L, int at, int64_t *len) {
    *len = 0;
    if (lua_isnil(L, at)) return NULL;
    size_t size;
    const char *bytes = luaL_checklstring(L, at, &size);
    *len = (int64_t)size;
    return (const uint8_t *)bytes;
}

/* Memory for the length of the call, in the argument's place: the stack keeps it. */
static void *scratch(lua_State *L, int at, size_t items, size_t size) {
    void *memory = lua_newuserdatauv(L, items * size + 1, 1);
    lua_pushvalue(L, at);
    lua_setiuservalue(L, -2, 1);
    lua_replace(L, at);
    return memory;
}

/* A string is what the buffer holds before, a number is how many zeros it holds. */
uint8_t *take_buffer(lua_State *L, int at, int64_t *len) {
    *len = 0;
    if (lua_isnil(L, at)) return NULL;
    size_t size;
    const char *before = NULL;
    if (lua_type(L, at) == LUA_TSTRING) {
        before = lua_tolstring(L, at, &size);
    } else {
        const lua_Integer bytes = luaL_checkinteger(L, at);
        luaL_argcheck(L, bytes >= 0 && bytes <= INT64_C(1) << 40, at, "a string or a size expected");
        size = (size_t)bytes;
    }
    uint8_t *buffer = scratch(L, at, size, 1);
    if (before) memcpy(buffer, before, size);
    else memset(buffer, 0, size);
    *len = (int64_t)size;
    return buffer;
}

/* How many items a table has: `n`, as table.pack writes it, or its length. */
static size_t items_at(lua_State *L, int at) {
    luaL_checktype(L, at, LUA_TTABLE);
    if (lua_getfield(L, at, "n") == LUA_TNIL) {
        lua_pop(L, 1);
        lua_len(L, at);
    }
    const lua_Integer count = lua_tointeger(L, -1);
    lua_pop(L, 1);
    luaL_argcheck(L, count >= 0 && count <= INT64_C(1) << 40, at, "a table with a length expected");
    return (size_t)count;
}

const double *take_floats(lua_State *L, int at, int64_t *len) {
    *len = 0;
    if (lua_isnil(L, at)) return NULL;
    const size_t count = items_at(L, at);
    double *items = lua_newuserdatauv(L, count * sizeof *items + 1, 0);
    for (size_t i = 0; i < count; i++) {
        int fits;
        lua_rawgeti(L, at, (lua_Integer)i + 1);
        items[i] = lua_tonumberx(L, -1, &fits);
        if (!fits) luaL_argerror(L, at, lua_pushfstring(L, "item %d is no number", (int)i + 1));
        lua_pop(L, 1);
    }
    lua_replace(L, at);
    *len = (int64_t)count;
    return items;
}

const int64_t *take_integers(lua_State *L, int at, int64_t *len, const Kind *kind) {
    *len = 0;
    if (lua_isnil(L, at)) return NULL;
    const size_t count = items_at(L, at);
    int64_t *items = scratch(L, at, count, sizeof *items);
    lua_getiuservalue(L, at, 1);
    for (size_t i = 0; i < count; i++) {
        int fits = 1;
        lua_rawgeti(L, -1, (lua_Integer)i + 1);
        const Object *object = kind ? object_at(L, -1) : NULL;
        items[i] = object ? object->handle : lua_tointegerx(L, -1, &fits);
        fits = object ? object->kind == kind : fits;
        if (!fits) luaL_argerror(L, at, lua_pushfstring(L, "item %d is no %s", (int)i + 1, kind ? kind->name : "integer"));
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
    *len = (int64_t)count;
    return items;
}

const char *const *take_texts(lua_State *L, int at, int64_t *len) {
    *len = 0;
    if (lua_isnil(L, at)) return NULL;
    const size_t count = items_at(L, at);
    const char **items = scratch(L, at, count, sizeof *items);
    // The table, which keeps the strings, is kept by the memory.
    lua_getiuservalue(L, at, 1);
    for (size_t i = 0; i < count; i++) {
        lua_rawgeti(L, -1, (lua_Integer)i + 1);
        items[i] = text_at(L, -1, at);
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
    *len = (int64_t)count;
    return items;
}

void take_nothing(lua_State *L, int at, const char *why) {
    if (!lua_isnil(L, at)) luaL_argerror(L, at, why);
}

/* ANCHOR: returned */
static void release_returned(Returned *returned) {
    switch (returned->type) {
    case NOTHING: break;
    case TEXT: rt_text_free(returned->text); break;
    case BYTES: rt_bytes_free(returned->bytes.data, returned->bytes.len); break;
    case FLOATS: rt_f64_array_free(returned->floats.data, returned->floats.len); break;
    case INTEGERS: rt_i64_array_free(returned->integers.data, returned->integers.len); break;
    case TEXTS: rt_text_array_free(returned->texts.data, returned->texts.len); break;
    }
    returned->type = NOTHING;
}
/* ANCHOR_END: returned */

static int collect_returned(lua_State *L) {
    release_returned(lua_touserdata(L, 1));
    return 0;
}

Returned *new_returned(lua_State *L) {
    Returned *returned = lua_newuserdatauv(L, sizeof *returned, 0);
    returned->type = NOTHING;
    lua_rawgetp(L, LUA_REGISTRYINDEX, &OF_RETURNED);
    lua_setmetatable(L, -2);
    return returned;
}

Object *new_object(lua_State *L, int mode, const Kind *kind, bool owned) {
    if (mode == PLAIN) return NULL;
    Object *object = lua_newuserdatauv(L, sizeof *object, 1);
    *object = (Object){.kind = kind, .owned = owned};
    lua_rawgetp(L, LUA_REGISTRYINDEX, kind);
    lua_setmetatable(L, -2);
    return object;
}

/* ANCHOR: check */
void check(lua_State *L, int mode, bool failed, const Library *library) {
    if (mode == PLAIN || !failed) return;
    // Nothing is asked of Lua while the archive's text is held: it could raise an error of its own.
    char sentence[4096];
    char *reason = library->last_error();
    snprintf(sentence, sizeof sentence, "%s", reason);
    rt_text_free(reason);
    library->clear_error();
    luaL_error(L, "%s", sentence);
}
/* ANCHOR_END: check */

void forget(lua_State *L, int at) {
    Object *object = object_at(L, at);
    if (object) object->handle = 0;
}

/* Gives the object on top its parent: the value at `at`, or that one's parent. */
static void adopt(lua_State *L, Object *object, int at, bool of_its_parent) {
    if (at == 0) return;
    const Object *given = object_at(L, at);
    if (given && of_its_parent) lua_getiuservalue(L, at, 1);
    else lua_pushvalue(L, at);
    if (given) object->parent = of_its_parent ? given->parent : given->handle;
    else object->parent = of_its_parent ? 0 : lua_tointeger(L, at);
    if (object_at(L, -1)) lua_setiuservalue(L, -2, 1);
    else lua_pop(L, 1);
}

void push_object(lua_State *L, Object *object, int64_t handle, int at, bool of_its_parent) {
    if (!object) {
        lua_pushinteger(L, handle);
    } else if (handle == 0) {
        lua_pushnil(L);
    } else {
        object->handle = handle;
        adopt(L, object, at, of_its_parent);
    }
}

void push_borrowed(lua_State *L, int mode, int64_t handle, const Kind *kind, int at, bool of_its_parent) {
    push_object(L, new_object(L, mode, kind, false), handle, at, of_its_parent);
}

static void push_table(lua_State *L, int64_t len) { lua_createtable(L, len < INT32_MAX ? (int)len : 0, 0); }

void push_objects(lua_State *L, Returned *handles, const Kind *kind, bool owned, int at, bool of_its_parent) {
    const RtI64Array array = handles->integers;
    push_table(L, array.len);
    for (int64_t i = 0; i < array.len; i++) {
        Object *object = new_object(L, NATIVE, kind, owned);
        object->handle = array.data[i];
        adopt(L, object, at, of_its_parent);
        lua_rawseti(L, -2, i + 1);
    }
    release_returned(handles);
}

static void push_text(lua_State *L, const char *text, bool may_be_none) {
    if (may_be_none && rt_text_is_none(text)) lua_pushnil(L);
    else lua_pushlstring(L, text, (size_t)rt_text_len(text));
}

static void push_value(lua_State *L, const Returned *returned, bool may_be_none) {
    switch (returned->type) {
    case NOTHING: lua_pushnil(L); break;
    case TEXT: push_text(L, returned->text, may_be_none); break;
    case BYTES: lua_pushlstring(L, (const char *)returned->bytes.data, (size_t)returned->bytes.len); break;
    case FLOATS:
        push_table(L, returned->floats.len);
        for (int64_t i = 0; i < returned->floats.len; i++) {
            lua_pushnumber(L, returned->floats.data[i]);
            lua_rawseti(L, -2, i + 1);
        }
        break;
    case INTEGERS:
        push_table(L, returned->integers.len);
        for (int64_t i = 0; i < returned->integers.len; i++) {
            lua_pushinteger(L, returned->integers.data[i]);
            lua_rawseti(L, -2, i + 1);
        }
        break;
    case TEXTS:
        // One that is none is a hole: `n` says how many there are.
        push_table(L, returned->texts.len);
        for (int64_t i = 0; i < returned->texts.len; i++) {
            push_text(L, returned->texts.data[i], may_be_none);
            lua_rawseti(L, -2, i + 1);
        }
        lua_pushinteger(L, returned->texts.len);
        lua_setfield(L, -2, "n");
        break;
    }
}

void push_returned(lua_State *L, Returned *returned) {
    push_value(L, returned, false);
    release_returned(returned);
}

void push_optional(lua_State *L, int mode, Returned *returned) {
    push_value(L, returned, mode != PLAIN);
    release_returned(returned);
}

void push_filled(lua_State *L, const uint8_t *buffer, int64_t len) {
    lua_pushlstring(L, (const char *)buffer, buffer && len > 0 ? (size_t)len : 0);
}

/* ANCHOR: close */
/* What is stale already is no failure of the script's. */
static void release(Object *object) {
    if (object->handle == 0 || !object->kind->release) return;
    const bool before = rt_native_set_quiet(true);
    object->kind->release(object->parent, object->handle);
    rt_native_set_quiet(before);
    object->handle = 0;
}

static int close_object(lua_State *L) {
    Object *object = object_at(L, 1);
    luaL_argcheck(L, object, 1, "an object expected");
    release(object);
    return 0;
}

static int collect_object(lua_State *L) {
    Object *object = object_at(L, 1);
    if (object && object->owned && object->kind->collected) release(object);
    return 0;
}
/* ANCHOR_END: close */

static int object_handle(lua_State *L) {
    const Object *object = object_at(L, 1);
    luaL_argcheck(L, object, 1, "an object expected");
    lua_pushinteger(L, object->handle);
    return 1;
}

/* The handle, which is the caller's to free from now on. */
static int object_detach(lua_State *L) {
    object_handle(L);
    forget(L, 1);
    return 1;
}

static int object_text(lua_State *L) {
    const Object *object = object_at(L, 1);
    luaL_argcheck(L, object, 1, "an object expected");
    lua_pushfstring(L, "%s %I", object->kind->name, (LUAI_UACINT)object->handle);
    return 1;
}

static int same_object(lua_State *L) {
    const Object *one = object_at(L, 1), *other = object_at(L, 2);
    lua_pushboolean(L, one && other && one->kind == other->kind && one->handle == other->handle);
    return 1;
}

static void set_function(lua_State *L, const char *name, lua_CFunction function, int mode) {
    lua_pushinteger(L, mode);
    lua_pushcclosure(L, function, 1);
    lua_setfield(L, -2, name);
}

static void open_kind(lua_State *L, const Kind *kind) {
    static const luaL_Reg META[] = {{"__gc", collect_object}, {"__close", close_object}, {"__tostring", object_text},
                                    {"__eq", same_object},    {NULL, NULL}};
    static const luaL_Reg OWN[] = {
        {"close", close_object}, {"handle", object_handle}, {"detach", object_detach}, {NULL, NULL}};
    lua_createtable(L, 0, 8);
    luaL_setfuncs(L, META, 0);
    lua_pushlightuserdata(L, (void *)kind);
    lua_rawsetp(L, -2, &OF_KIND);
    lua_pushstring(L, kind->name);
    lua_setfield(L, -2, "__name");
    lua_newtable(L);
    luaL_setfuncs(L, OWN, 0);
    for (const Method *method = kind->methods; method->name; method++) {
        set_function(L, method->name, method->function, method->mode);
    }
    lua_setfield(L, -2, "__index");
    lua_rawsetp(L, LUA_REGISTRYINDEX, kind);
}

static void open_constants(lua_State *L, const Constant *constants) {
    for (const Constant *constant = constants; constant->name; constant++) {
        luaL_getsubtable(L, -1, constant->group);
        lua_pushinteger(L, constant->value);
        lua_setfield(L, -2, constant->name);
        lua_pop(L, 1);
    }
}

int open_native(lua_State *L, const Library *const *libraries, const Kind *const *kinds) {
    if (!SIMPLE_NATIVE_FITS()) {
        char *reason = rt_native_get_last_error();
        lua_pushstring(L, reason);
        rt_text_free(reason);
        return lua_error(L);
    }
    lua_newtable(L);
    lua_pushcfunction(L, collect_returned);
    lua_setfield(L, -2, "__gc");
    lua_rawsetp(L, LUA_REGISTRYINDEX, &OF_RETURNED);
    for (; *kinds; kinds++) open_kind(L, *kinds);
    lua_newtable(L);
    lua_newtable(L);
    for (; *libraries; libraries++) {
        lua_newtable(L);
        for (const Entry *entry = (*libraries)->entries; entry->function; entry++) {
            if (entry->name) set_function(L, entry->name, entry->function, NATIVE);
            lua_insert(L, -2);
            set_function(L, entry->plain, entry->function, PLAIN);
            lua_insert(L, -2);
        }
        open_constants(L, (*libraries)->constants);
        lua_setfield(L, -3, (*libraries)->name);
    }
    lua_setfield(L, -2, "plain");
    return 1;
}
