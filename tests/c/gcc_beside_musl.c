/* What the unwinder of a gcc for glibc 2.35 and later asks of its libc and musl has not got, for programs of tests that are
   linked with musl by such a gcc: where the table of the code at an address lies. */
#define _GNU_SOURCE
#include <link.h>
#include <pthread.h>
#include <stddef.h>

/* As glibc has it. */
struct found {
    unsigned long long flags;
    void *begin, *end;
    struct link_map *map;
    void *table;
    unsigned long long reserved[7];
};

struct search {
    ElfW(Addr) address;
    struct found *found;
};

static int look(struct dl_phdr_info *object, size_t size, void *argument) {
    struct search *search = argument;
    ElfW(Addr) table = 0;
    int is_inside = 0;
    (void)size;
    for (int i = 0; i < object->dlpi_phnum; i++) {
        const ElfW(Phdr) *part = &object->dlpi_phdr[i];
        ElfW(Addr) begin = object->dlpi_addr + part->p_vaddr;
        if (part->p_type == PT_GNU_EH_FRAME) table = begin;
        if (part->p_type != PT_LOAD || search->address - begin >= part->p_memsz) continue;
        is_inside = 1;
        search->found->begin = (void *)begin;
        search->found->end = (void *)(begin + part->p_memsz);
    }
    search->found->table = (void *)table;
    return is_inside && table != 0;
}

int _dl_find_object(void *address, struct found *found);

int _dl_find_object(void *address, struct found *found) {
    struct search search = {(ElfW(Addr))address, found};
    return dl_iterate_phdr(look, &search) ? 0 : -1;
}

/* That unwinder takes these to be there where one other is, which in an archive they are not unless somebody asks. */
__attribute__((used)) static void (*const with_threads[])(void) = {
    (void (*)(void))pthread_once,        (void (*)(void))pthread_mutex_lock,  (void (*)(void))pthread_mutex_unlock,
    (void (*)(void))pthread_getspecific, (void (*)(void))pthread_setspecific,
};
