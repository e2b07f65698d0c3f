/* lua-native: Lua 5.4 with the archive inside. lua-native SCRIPT [ARGUMENT]..., or lua-native -e CODE. */
#include "native.h"

#include <lualib.h>
#include <stdio.h>
#include <string.h>

static int with_traceback(lua_State *L) {
    luaL_traceback(L, L, luaL_tolstring(L, 1, NULL), 1);
    return 1;
}

static int run(lua_State *L, int argc, char **argv) {
    const bool is_code = argc == 3 && strcmp(argv[1], "-e") == 0;
    lua_pushcfunction(L, with_traceback);
    const int status = is_code ? luaL_loadstring(L, argv[2]) : luaL_loadfile(L, argv[1]);
    if (status == LUA_OK && lua_pcall(L, 0, 0, 1) == LUA_OK) return 0;
    fprintf(stderr, "lua-native: %s\n", lua_tostring(L, -1));
    return 1;
}

int main(int argc, char **argv) {
    if (argc < 2) {
        fprintf(stderr, "usage: %s SCRIPT [ARGUMENT]... | -e CODE\n", argv[0]);
        return 2;
    }
    lua_State *L = luaL_newstate();
    if (!L) return 1;
    luaL_openlibs(L);
    luaL_requiref(L, "native", luaopen_native, 1);
    lua_createtable(L, argc, 1);
    for (int i = 0; i < argc; i++) {
        lua_pushstring(L, argv[i]);
        lua_rawseti(L, -2, i - 1);
    }
    lua_setglobal(L, "arg");
    lua_settop(L, 0);
    const int status = run(L, argc, argv);
    // The finalisers free what the script left.
    lua_close(L);
    return status;
}
