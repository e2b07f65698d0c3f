/* What the unwinder of a gcc for glibc 2.35 and later asks of its libc, for programs of tests that are linked with musl by
   such a gcc: "not known", by which it asks dl_iterate_phdr. */
int _dl_find_object(void *address, void *result);

int _dl_find_object(void *address, void *result) {
    (void)address;
    (void)result;
    return -1;
}
