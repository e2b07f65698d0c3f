/* The acts of the demo. Each shows one library at work and prints what it shows; pictures and sounds go into
 * the folder `out`. An act returns 0, or 1 where something is wrong, after saying what. */
#ifndef ACTS_H
#define ACTS_H

/* Regular expressions over the text of the file `text`. */
int act_regex(const char *out, const char *text);

/* A piece of music: made, drawn, and played where there is a device. */
int act_audio(const char *out);

/* A small language model, `out`/parrot.gguf, continues a text; a large one of random weights shows how fast. */
int act_cuda(const char *out);

/* Hundreds of bodies and joints, drawn with our own paths. */
int act_physics(const char *out);

/* A small site on loopback and its own visitors. With `serve` it stays up for a browser. */
int act_http(const char *out, int serve);

/* A poster of what the graphics library can do, and a rolling wheel. */
int act_graphics(const char *out);

/* The game pads that are there, live for some seconds. */
int act_gamepad(const char *out);

/* The scene of act_physics, live in a window, with keyboard and mouse. */
int act_window(const char *out);

/* Plug-ins, found by SIMPLE_MODULE_PATH, and what they answer. */
int act_module(const char *out);

#endif
