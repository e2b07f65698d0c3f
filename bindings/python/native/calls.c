/* The exported functions as functions of Python, without ctypes between: for CPython 3.10 and later, by its stable
 * interface. `define` makes a function of Python of an address and the letters of what it takes and gives: i, an
 * integer; d, a float; b, a truth; t, a text; a, an address; B, bytes. What is given besides: v, nothing; o, a text or
 * None; F, I and T, lists of floats, integers and texts; O, a list of texts or None. */

#define PY_SSIZE_T_CLEAN
#define Py_LIMITED_API 0x030A0000
#include <Python.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "shapes.h"

typedef struct {
    void *address;
    Caller caller;
    PyMethodDef definition;
    char result;
    /* The parameters' letters, and behind them the name. */
    char parameters[];
} Function;


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

/* An address as an integer; None is NULL. */
static bool address(PyObject *object, void **value) {
    *value = object == Py_None ? NULL : PyLong_AsVoidPtr(object);
    return *value || !PyErr_Occurred();
}

static bool text(PyObject *object, void **value) {
    const char *characters = NULL;
    Py_ssize_t len = 0;
    if (object == Py_None) {
        *value = NULL;
        return true;
    }
    if (PyUnicode_Check(object)) {
        characters = PyUnicode_AsUTF8AndSize(object, &len);
    } else if (PyBytes_Check(object)) {
        characters = PyBytes_AsString(object);
        len = characters ? PyBytes_Size(object) : 0;
    } else {
        PyObject *name = PyObject_GetAttrString((PyObject *)Py_TYPE(object), "__name__");
        if (name) {
            PyErr_Format(PyExc_TypeError, "a text is a str or bytes, not %U", name);
            Py_DECREF(name);
        }
        return false;
    }
    if (!characters) {
        return false;
    }
    if (memchr(characters, 0, (size_t)len)) {
        PyErr_SetString(PyExc_ValueError, "embedded null character");
        return false;
    }
    *value = (void *)characters;
    return true;
}

/* Bytes as they lie in memory; `kept` is set to an object that keeps them there, where it is not the argument. */
static bool bytes(PyObject *object, Array *value, PyObject **kept) {
    *value = (Array){NULL, 0};
    if (object == Py_None) {
        return true;
    }
    if (!PyBytes_CheckExact(object)) {
        PyObject *view = PyMemoryView_FromObject(object);
        if (!view) {
            return false;
        }
        *kept = object = PyObject_Bytes(view);
        Py_DECREF(view);
        if (!object) {
            return false;
        }
    }
    *value = (Array){PyBytes_AsString(object), PyBytes_Size(object)};
    return value->data != NULL;
}

static bool argument(PyObject *object, char letter, Value *value) {
    int said = 0;
    switch (letter) {
    case 'i':
        return integer(object, &value->i);
    case 'd':
        value->d = PyFloat_AsDouble(object);
        return !(value->d == -1 && PyErr_Occurred());
    case 'b':
        said = PyObject_IsTrue(object);
        value->b = said > 0;
        return said >= 0;
    case 't':
        return text(object, &value->p);
    default:
        return address(object, &value->p);
    }
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

static PyObject *list(Array array, PyObject *(*item)(const void *, int64_t)) {
    PyObject *made = PyList_New((Py_ssize_t)array.len);
    for (int64_t at = 0; made && at < array.len; at++) {
        PyObject *one = item(array.data, at);
        if (!one || PyList_SetItem(made, (Py_ssize_t)at, one) < 0) {
            Py_DECREF(made);
            return NULL;
        }
    }
    return made;
}

/* Python's object of a result, which is released. */
static PyObject *taken(char letter, Value value) {
    PyObject *made = NULL;
    switch (letter) {
    case 'i':
        return PyLong_FromLongLong(value.i);
    case 'd':
        return PyFloat_FromDouble(value.d);
    case 'b':
        return PyBool_FromLong(value.b);
    case 't':
    case 'o':
        made = letter == 't' ? decoded(value.p) : decoded_or_none(value.p);
        text_free(value.p);
        return made;
    case 'B':
        made = PyBytes_FromStringAndSize(value.a.len ? value.a.data : NULL, (Py_ssize_t)value.a.len);
        bytes_free(value.a.data, value.a.len);
        return made;
    case 'F':
        made = list(value.a, float_at);
        f64_array_free(value.a.data, value.a.len);
        return made;
    case 'I':
        made = list(value.a, integer_at);
        i64_array_free(value.a.data, value.a.len);
        return made;
    case 'T':
    case 'O':
        made = list(value.a, letter == 'T' ? text_at : optional_text_at);
        text_array_free(value.a.data, value.a.len);
        return made;
    default:
        return nothing();
    }
}

static PyObject *call(PyObject *self, PyObject *const *args, Py_ssize_t count) {
    const Function *function = PyCapsule_GetPointer(self, NULL);
    if (!function) {
        return NULL;
    }
    const char *letters = function->parameters;
    Value given[MOST_PARAMETERS];
    Result result;
    PyObject *kept[MOST_PARAMETERS];
    Py_ssize_t values = 0, keeps = 0, at = 0;
    bool right = true;
    for (; right && letters[at] && at < count; at++) {
        if (letters[at] == 'B') {
            Array array;
            kept[keeps] = NULL;
            right = bytes(args[at], &array, &kept[keeps]);
            keeps += kept[keeps] != NULL;
            given[values++].p = array.data;
            given[values++].i = array.len;
        } else {
            right = argument(args[at], letters[at], &given[values++]);
        }
    }
    if (right && (letters[at] || at < count)) {
        right = false;
        PyErr_Format(PyExc_TypeError, "%s takes %zd arguments, not %zd", function->definition.ml_name,
                     (Py_ssize_t)strlen(letters), count);
    }
    if (right) {
        Py_BEGIN_ALLOW_THREADS
        function->caller(function->address, given, &result);
        Py_END_ALLOW_THREADS
    }
    while (keeps > 0) {
        Py_DECREF(kept[--keeps]);
    }
    return right ? taken(function->result, result.value) : NULL;
}

/* What calls functions of these letters; NULL where no function has them. */
static Caller caller_of(char result, const char *parameters) {
    char letters[MOST_PARAMETERS + 3] = {strchr("to", result) ? 'p' : strchr("BFITO", result) ? 'a' : result, ':'};
    size_t len = 2;
    for (; *parameters; parameters++) {
        bool two = *parameters == 'B';
        if (len + two >= sizeof letters - 1) {
            return NULL;
        }
        letters[len++] = two || strchr("ta", *parameters) ? 'p' : *parameters;
        if (two) {
            letters[len++] = 'i';
        }
    }
    return caller_of_shape(letters);
}

/* define(address, name, result, parameters): the function of Python. What it needs is kept as long as the process, for the
 * interpreter reads a function's definition while it frees the function. */
static PyObject *define(PyObject *module, PyObject *args) {
    PyObject *where = NULL;
    const char *name = NULL, *result = NULL, *parameters = NULL;
    (void)module;
    if (!PyArg_ParseTuple(args, "Osss", &where, &name, &result, &parameters)) {
        return NULL;
    }
    Caller caller = caller_of(*result, parameters);
    if (!caller) {
        return PyErr_Format(PyExc_LookupError, "no function is called as %s is: %s:%s", name, result, parameters);
    }
    size_t letters = strlen(parameters) + 1;
    Function *function = malloc(sizeof *function + letters + strlen(name) + 1);
    if (!function) {
        return PyErr_NoMemory();
    }
    memcpy(function->parameters, parameters, letters);
    strcpy(function->parameters + letters, name);
    PyCFunction called = (PyCFunction)(void (*)(void))call;
    function->definition = (PyMethodDef){function->parameters + letters, called, METH_FASTCALL, NULL};
    function->caller = caller;
    function->result = *result;
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
    {"define", define, METH_VARARGS, "Makes a function of Python of an address, a name, and the letters of its shape."},
    {"use", use, METH_VARARGS, "Takes the addresses of what measures and releases texts and arrays."},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef module = {
    PyModuleDef_HEAD_INIT, "_calls", "Calls into the archive.", -1, methods, NULL, NULL, NULL, NULL,
};

PyMODINIT_FUNC PyInit__calls(void) {
    return PyModule_Create(&module);
}
