/* A picture of a sound. */
#ifndef ACT_AUDIO_PICTURE_H
#define ACT_AUDIO_PICTURE_H

#include <stdint.h>

/* Draws stereo samples, as many frames as given, to a PNG file: the waveform of both sides, and their
 * spectrogram. Returns 0, or 1 where it cannot be written. */
int draw_sound(const char *path, const double *samples, int64_t frames, int rate);

#endif
