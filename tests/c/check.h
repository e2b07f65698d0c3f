/* What the C tests share. A failed check prints where and what, and ends the program with 1. */
#ifndef CHECK_H
#define CHECK_H

#ifdef COUNT_CALLS
#include "counted.h" /* made by the test: simple_native.h, with every call counted */
#else
#include "simple_native.h"
#endif

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CHECK(condition)                                                                               \
    do {                                                                                               \
        if (!(condition)) check_failed(__FILE__, __LINE__, #condition);                                \
    } while (0)

/* Integers. */
#define CHECK_INT(actual, expected) check_int(__FILE__, __LINE__, #actual, (actual), (expected))
/* Doubles, within `tolerance`. */
#define CHECK_NEAR(actual, expected, tolerance)                                                        \
    check_near(__FILE__, __LINE__, #actual, (actual), (expected), (tolerance))
/* A returned text, which is freed. */
#define CHECK_TEXT(actual, expected) check_text(__FILE__, __LINE__, #actual, (actual), (expected))
/* A returned text that contains `part`; it is freed. */
#define CHECK_CONTAINS(actual, part) check_contains(__FILE__, __LINE__, #actual, (actual), (part))

void check_failed(const char *file, int line, const char *what);
void check_int(const char *file, int line, const char *what, int64_t actual, int64_t expected);
void check_near(const char *file, int line, const char *what, double actual, double expected,
                double tolerance);
void check_text(const char *file, int line, const char *what, char *actual, const char *expected);
void check_contains(const char *file, int line, const char *what, char *actual, const char *part);

/* Runs `body(argument)` in `count` threads (at most 64) and waits for them. */
void check_threads(int count, void *(*body)(void *), void *argument);

#endif
