/* The acts of the demo. Each shows one library at work and prints what it shows; pictures and sounds go into
 * the folder `out`. An act returns 0, or 1 where something is wrong, after saying what. */
#ifndef ACTS_H
#define ACTS_H

/* Regular expressions over the text of the file `text`. */
int act_regex(const char *out, const char *text);

/* The game pads that are there, live for some seconds. */
int act_gamepad(const char *out);

/* A window with a picture that moves, and keyboard and mouse. */
int act_window(const char *out);

#endif
