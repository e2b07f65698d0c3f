/* The exported functions as functions of Python, without ctypes between: for CPython 3.10 and later, by its stable
 * interface. signatures.h, which is generated, has a caller for each shape of function; `define` makes a function of
 * Python of an address and the name of its shape. */

#define PY_SSIZE_T_CLEAN
#define Py_LIMITED_API 0x030A0000
#include <Python.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    void *address;
    PyMethodDef definition;
} Function;

typedef struct {
    const char *shape;
    PyCFunction caller;
} Caller;

/* Bytes as they lie in memory, and the object that keeps them where it is not the argument. */
typedef struct {
    const void *data;
    int64_t len;
    PyObject *kept;
} Data;

typedef struct {
    double *data;
    int64_t len;
} F64Array;

typedef struct {
    int64_t *data;
    int64_t len;
} I64Array;

typedef struct {
    void *data;
    int64_t len;
} Bytes;

typedef struct {
    void **data;
    int64_t len;
} TextArray;

/* What is returned is released by these, which `use` is given. */
static int64_t (*text_len)(const void *);
static bool (*text_is_none)(const void *);
static void (*text_free)(void *);
static void (*f64_array_free)(double *, int64_t);
static void (*i64_array_free)(int64_t *, int64_t);
static void (*bytes_free)(void *, int64_t);
static void (*text_array_free)(void **, int64_t);

static const Function *called(PyObject *self, Py_ssize_t given, Py_ssize_t wanted) {
    const Function *function = PyCapsule_GetPointer(self, NULL);
    if (function && given != wanted) {
        PyErr_Format(PyExc_TypeError, "%s takes %zd arguments, not %zd", function->definition.ml_name, wanted, given);
        return NULL;
    }
    return function;
}

static bool integer(PyObject *object, int64_t *value) {
    PyObject *index = PyNumber_Index(object);
    if (!index) {
        return false;
    }
    int overflow = 0;
    *value = PyLong_AsLongLongAndOverflow(index, &overflow);
    if (overflow) {
        PyErr_Format(PyExc_OverflowError, "%S does not fit into 64 bits", index);
    }
    Py_DECREF(index);
    return !overflow && !(*value == -1 && PyErr_Occurred());
}

static bool number(PyObject *object, double *value) {
    *value = PyFloat_AsDouble(object);
    return !(*value == -1 && PyErr_Occurred());
}

static bool truth(PyObject *object, bool *value) {
    int said = PyObject_IsTrue(object);
    *value = said > 0;
    return said >= 0;
}

/* An address as an integer; None is NULL. */
static bool address(PyObject *object, void **value) {
    *value = object == Py_None ? NULL : PyLong_AsVoidPtr(object);
    return *value || !PyErr_Occurred();
}

static bool text(PyObject *object, const char **value) {
    Py_ssize_t len = 0;
    if (object == Py_None) {
        *value = NULL;
        return true;
    }
    if (PyUnicode_Check(object)) {
        *value = PyUnicode_AsUTF8AndSize(object, &len);
    } else if (PyBytes_Check(object)) {
        *value = PyBytes_AsString(object);
        len = *value ? PyBytes_Size(object) : 0;
    } else {
        PyObject *name = PyObject_GetAttrString((PyObject *)Py_TYPE(object), "__name__");
        if (name) {
            PyErr_Format(PyExc_TypeError, "a text is a str or bytes, not %U", name);
            Py_DECREF(name);
        }
        return false;
    }
    if (!*value) {
        return false;
    }
    if (memchr(*value, 0, (size_t)len)) {
        PyErr_SetString(PyExc_ValueError, "embedded null character");
        return false;
    }
    return true;
}

static bool data(PyObject *object, Data *value) {
    if (object == Py_None) {
        return true;
    }
    if (!PyBytes_CheckExact(object)) {
        PyObject *view = PyMemoryView_FromObject(object);
        if (!view) {
            return false;
        }
        value->kept = object = PyObject_Bytes(view);
        Py_DECREF(view);
        if (!object) {
            return false;
        }
    }
    value->data = PyBytes_AsString(object);
    value->len = PyBytes_Size(object);
    return value->data != NULL;
}

static PyObject *nothing(void) {
    Py_INCREF(Py_None);
    return Py_None;
}

static PyObject *decoded(const void *pointer) {
    return PyUnicode_DecodeUTF8(pointer, (Py_ssize_t)text_len(pointer), "strict");
}

static PyObject *decoded_or_none(const void *pointer) {
    return text_is_none(pointer) ? nothing() : decoded(pointer);
}

static PyObject *taken_text(void *pointer) {
    PyObject *result = decoded(pointer);
    text_free(pointer);
    return result;
}

static PyObject *taken_optional_text(void *pointer) {
    PyObject *result = decoded_or_none(pointer);
    text_free(pointer);
    return result;
}

static PyObject *taken_bytes(Bytes bytes) {
    PyObject *result = PyBytes_FromStringAndSize(bytes.len ? bytes.data : NULL, (Py_ssize_t)bytes.len);
    bytes_free(bytes.data, bytes.len);
    return result;
}

static PyObject *float_at(const void *items, int64_t at) {
    return PyFloat_FromDouble(((const double *)items)[at]);
}

static PyObject *integer_at(const void *items, int64_t at) {
    return PyLong_FromLongLong(((const int64_t *)items)[at]);
}

static PyObject *text_at(const void *items, int64_t at) {
    return decoded(((void *const *)items)[at]);
}

static PyObject *optional_text_at(const void *items, int64_t at) {
    return decoded_or_none(((void *const *)items)[at]);
}

static PyObject *list(const void *items, int64_t len, PyObject *(*item)(const void *, int64_t)) {
    PyObject *made = PyList_New((Py_ssize_t)len);
    for (int64_t at = 0; made && at < len; at++) {
        PyObject *one = item(items, at);
        if (!one || PyList_SetItem(made, (Py_ssize_t)at, one) < 0) {
            Py_DECREF(made);
            return NULL;
        }
    }
    return made;
}

static PyObject *taken_f64_array(F64Array array) {
    PyObject *result = list(array.data, array.len, float_at);
    f64_array_free(array.data, array.len);
    return result;
}

static PyObject *taken_i64_array(I64Array array) {
    PyObject *result = list(array.data, array.len, integer_at);
    i64_array_free(array.data, array.len);
    return result;
}

static PyObject *taken_text_array(TextArray array) {
    PyObject *result = list(array.data, array.len, text_at);
    text_array_free(array.data, array.len);
    return result;
}

static PyObject *taken_optional_text_array(TextArray array) {
    PyObject *result = list(array.data, array.len, optional_text_at);
    text_array_free(array.data, array.len);
    return result;
}

#include "signatures.h"

static int compare(const void *shape, const void *caller) {
    return strcmp(shape, ((const Caller *)caller)->shape);
}

/* define(address, name, shape): the function of Python, or None for a shape that has no caller. What it needs is kept as
 * long as the process, for the interpreter reads a function's definition while it frees the function. */
static PyObject *define(PyObject *module, PyObject *args) {
    PyObject *where = NULL, *name = NULL;
    const char *shape = NULL;
    (void)module;
    if (!PyArg_ParseTuple(args, "OUs", &where, &name, &shape)) {
        return NULL;
    }
    const Caller *caller =
        bsearch(shape, CALLERS, sizeof CALLERS / sizeof CALLERS[0], sizeof CALLERS[0], compare);
    if (!caller) {
        return nothing();
    }
    Py_ssize_t len = 0;
    const char *characters = PyUnicode_AsUTF8AndSize(name, &len);
    Function *function = characters ? malloc(sizeof *function + (size_t)len + 1) : NULL;
    if (!function) {
        return characters ? PyErr_NoMemory() : NULL;
    }
    char *copy = (char *)(function + 1);
    memcpy(copy, characters, (size_t)len + 1);
    function->definition = (PyMethodDef){copy, caller->caller, METH_FASTCALL, NULL};
    PyObject *capsule = NULL;
    if (!address(where, &function->address) || !(capsule = PyCapsule_New(function, NULL, NULL))) {
        free(function);
        return NULL;
    }
    PyObject *made = PyCFunction_NewEx(&function->definition, capsule, NULL);
    Py_DECREF(capsule);
    return made;
}

/* use(...): the addresses of the functions that measure and release what is returned. */
static PyObject *use(PyObject *module, PyObject *args) {
    void **const places[] = {(void **)&text_len,       (void **)&text_is_none,   (void **)&text_free,
                             (void **)&f64_array_free, (void **)&i64_array_free, (void **)&bytes_free,
                             (void **)&text_array_free};
    (void)module;
    for (Py_ssize_t at = 0; at < (Py_ssize_t)(sizeof places / sizeof places[0]); at++) {
        PyObject *one = PyTuple_GetItem(args, at);
        if (!one || !address(one, places[at])) {
            return NULL;
        }
    }
    return nothing();
}

static PyMethodDef methods[] = {
    {"define", define, METH_VARARGS, "Makes a function of Python of an address, a name and a shape; None for another shape."},
    {"use", use, METH_VARARGS, "Takes the addresses of what measures and releases texts and arrays."},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef module = {
    PyModuleDef_HEAD_INIT, "_calls", "Calls into the archive.", -1, methods, NULL, NULL, NULL, NULL,
};

PyMODINIT_FUNC PyInit__calls(void) {
    return PyModule_Create(&module);
}
