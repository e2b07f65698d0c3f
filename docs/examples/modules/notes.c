/* A module in C with wasi-libc: it keeps notes in a folder that the host granted as /data, and says what it does. */
#define SIMPLE_MODULE_IMPLEMENTATION
#include <simple_module.h>

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

int32_t module_abi_version(void) { return SIMPLE_MODULE_ABI_VERSION; }

void *create_module(void) { return simple_alloc(1); }

void destroy_module(void *module) { simple_free(module); }

void free_string(char *text) { simple_free(text); }

/* {"add": 2}: writes the number behind those that are there. */
static char *command(const char *payload) {
    int64_t number = simple_get_number(payload, "add", 1);
    FILE *notes = fopen("/data/notes.txt", "a");
    if (!notes) return simple_error(strerror(errno));
    fprintf(notes, "%lld\n", (long long)number);
    if (fclose(notes) != 0) return simple_error(strerror(errno));
    printf("noted %lld\n", (long long)number);
    return simple_success("null");
}

/* The sum of all numbers, and how many files there are. */
static char *query(void) {
    long long sum = 0, number, files = 0;
    FILE *notes = fopen("/data/notes.txt", "r");
    while (notes && fscanf(notes, "%lld", &number) == 1) sum += number;
    if (notes) fclose(notes);
    DIR *folder = opendir("/data");
    for (struct dirent *entry; folder && (entry = readdir(folder));) files += entry->d_name[0] != '.';
    if (folder) closedir(folder);
    char data[100];
    snprintf(data, sizeof data, "{\"sum\":%lld,\"files\":%lld}", sum, files);
    return simple_success(data);
}

char *handle_message(void *module, const char *message_type, const char *payload) {
    (void)module;
    if (simple_equal(message_type, "command")) return command(payload);
    if (simple_equal(message_type, "query")) return query();
    return simple_error("this module takes commands and queries");
}
