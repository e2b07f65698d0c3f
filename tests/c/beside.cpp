// The same program, as C++ reads it.
#include "beside.c"
