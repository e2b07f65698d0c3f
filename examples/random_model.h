/* Language models of random weights: they say nothing sensible, as fast as those that do. */
#ifndef RANDOM_MODEL_H
#define RANDOM_MODEL_H

#include <stdint.h>

typedef struct {
    const char *name;
    uint32_t width, hidden, layers, heads, key_heads, head_size, vocabulary;
} ModelShape;

/* Writes a GGUF file of llama's architecture with weights in F16, the embedding for the output too, and a token for
   each byte. The bytes of weights that a token reads; 0 where the file could not be written. */
uint64_t random_model_write(const char *path, const ModelShape *shape);

#endif
