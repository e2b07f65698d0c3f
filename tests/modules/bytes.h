/* What both modules that do as they are told do with bytes: by the message's type, most of it wrong. */
static int32_t give(SimpleBytes *answer, const uint8_t *data, int64_t size, int32_t is_given) {
    answer->data = size > 0 ? (uint8_t *)simple_alloc((size_t)size) : NULL;
    answer->size = answer->data ? size : 0;
    for (int64_t i = 0; i < answer->size; i++) answer->data[i] = data[i];
    return is_given;
}

int32_t handle_bytes(void *module, const char *message_type, const uint8_t *data, int64_t size, SimpleBytes *answer) {
    (void)module;
    if (simple_equal(message_type, "init")) {
        answer->size = 10; /* of nothing */
        return 1;
    }
    if (simple_equal(message_type, "mutation")) {
        answer->size = -1;
        return 1;
    }
    if (simple_equal(message_type, "event")) return 0;
#ifdef SIMPLE_MODULE_CALLS_HOST
    if (simple_equal(message_type, "query")) {
        /* They are the name of a function of the host's. */
        char name[300];
        int64_t length = size < 299 ? size : 299;
        for (int64_t i = 0; i < length; i++) name[i] = (char)data[i];
        name[length] = 0;
        SimpleBytes said;
        int32_t is_given = simple_call(name, (const uint8_t *)"ask", 3, &said);
        give(answer, said.data, said.size, is_given);
        simple_call_free(&said);
        return is_given;
    }
#endif
    return give(answer, data, size, 1);
}
