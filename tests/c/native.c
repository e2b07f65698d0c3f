/* The boundary itself: texts, arrays, handles, errors, panics, finding out what is there. */
#include "check.h"

static void version_and_manifest(void) {
    CHECK_INT(rt_native_abi_version(), SIMPLE_NATIVE_ABI_VERSION);
    CHECK_INT(rt_native_abi_hash(), SIMPLE_NATIVE_ABI_HASH);
    CHECK_INT(rt_native_abi_revision(), SIMPLE_NATIVE_ABI_REVISION);
    CHECK(SIMPLE_NATIVE_FITS());
    CHECK_TEXT(rt_native_version(), SIMPLE_NATIVE_VERSION);
    char *manifest = rt_native_manifest();
    CHECK_INT(rt_text_len(manifest), (int64_t)strlen(manifest));
    CHECK(strstr(manifest, "\"name\": \"rt_native_manifest\"") != NULL);
    rt_text_free(manifest);
}

static void mismatches(void) {
    int64_t revision = SIMPLE_NATIVE_ABI_REVISION;
    CHECK(!rt_native_check_abi(revision - 1, 1));
    CHECK_CONTAINS(rt_native_get_last_error(), "the caller is older");
    CHECK(!rt_native_check_abi(revision + 1, 1));
    CHECK_CONTAINS(rt_native_get_last_error(), "the archive is older");
    CHECK(!rt_native_check_abi(revision, 1));
    /* What reads and releases leaves the call before the last one that was asked about. */
    CHECK(rt_native_last_call_failed());
    CHECK_CONTAINS(rt_native_get_last_error(), "neither is older");
    CHECK(rt_native_last_call_failed());
    CHECK(rt_native_check_abi(revision, rt_native_abi_hash()));
    CHECK(!rt_native_last_call_failed());
    CHECK_INT(rt_native_get_last_error_code(), 1);
    /* Calls between a call and the questions about it, as a collector makes them. */
    CHECK(!rt_native_set_quiet(true));
    CHECK(!rt_native_check_abi(revision - 1, 1));
    CHECK(!rt_native_last_call_failed());
    CHECK_CONTAINS(rt_native_get_last_error(), "neither is older");
    CHECK(rt_native_set_quiet(false));
    CHECK(!rt_native_check_abi(revision + 1, 1));
    CHECK(!rt_native_set_quiet(true));
    CHECK(rt_native_check_abi(revision, rt_native_abi_hash()));
    CHECK(rt_native_last_call_failed());
    CHECK(rt_native_set_quiet(false));
    CHECK_CONTAINS(rt_native_get_last_error(), "the archive is older");
    rt_native_clear_error();
}

static void nothing_to_release(void) {
    rt_text_free(NULL);
    CHECK_INT(rt_text_len(NULL), 0);
    rt_f64_array_free(NULL, 0);
    rt_i64_array_free(NULL, 0);
    rt_bytes_free(NULL, 0);
    rt_text_array_free(NULL, 0);
    rt_text_array_free(NULL, -1);
    /* The empty text is one and the same, and freeing it as often as it was returned does nothing. */
    rt_native_clear_error();
    char *one = rt_native_get_last_error(), *two = rt_native_get_last_error();
    CHECK(one == two);
    CHECK_INT(rt_text_len(one), 0);
    CHECK(!rt_text_is_none(one) && !rt_text_is_none(NULL));
    rt_text_free(one);
    rt_text_free(two);
    CHECK_TEXT(rt_native_get_last_error(), "");
    CHECK_INT(rt_native_get_last_error_code(), 0);
}

static void panics(void) {
    for (int i = 0; i < 3; i++) {
        CHECK(!rt_native_provoke_panic("the sky fell"));
        CHECK_CONTAINS(rt_native_get_last_error(), "internal error: the sky fell");
        CHECK_INT(rt_native_get_last_error_code(), 8);
        CHECK_TEXT(rt_native_version(), SIMPLE_NATIVE_VERSION);
    }
    CHECK(!rt_native_provoke_panic(NULL));
    CHECK_TEXT(rt_native_get_last_error(), "`message` is NULL");
    CHECK(!rt_native_provoke_panic("\xc3("));
    CHECK_CONTAINS(rt_native_get_last_error(), "`message` is not UTF-8: the byte at offset 0");
    rt_native_clear_error();
    CHECK_TEXT(rt_native_get_last_error(), "");
}

static void copied_errors(void) {
    uint8_t buffer[64], small[4];
    rt_native_clear_error();
    CHECK(!rt_native_provoke_panic(NULL));
    CHECK_INT(rt_native_copy_last_error(buffer, sizeof buffer), (int64_t)strlen("`message` is NULL"));
    CHECK(strcmp((char *)buffer, "`message` is NULL") == 0);
    CHECK_INT(rt_native_copy_last_error(small, sizeof small), (int64_t)strlen("`message` is NULL"));
    CHECK(strcmp((char *)small, "`me") == 0);
    CHECK_INT(rt_native_copy_last_error(NULL, 0), (int64_t)strlen("`message` is NULL"));
    CHECK(rt_native_last_call_failed());
    rt_native_clear_error();
    CHECK_INT(rt_native_copy_last_error(buffer, sizeof buffer), 0);
    CHECK_INT(buffer[0], 0);
    CHECK_INT(rt_native_copy_last_error(NULL, 1), -1);
    CHECK_TEXT(rt_native_get_last_error(), "`buffer` is NULL");
    rt_native_clear_error();
}

/* A long text is one block, for as long as it is held. */
static void bulk_memory(void) {
    int64_t before = rt_native_bulk_memory();
    char *manifest = rt_native_manifest();
    CHECK(before >= 0 && rt_text_len(manifest) > 65536);
    CHECK(rt_native_bulk_memory() >= before + rt_text_len(manifest));
    rt_text_free(manifest);
    CHECK_INT(rt_native_bulk_memory(), before);
}

static void *panic_often(void *unused) {
    (void)unused;
    for (int i = 0; i < 200; i++) {
        CHECK(!rt_native_provoke_panic("in a thread"));
        CHECK_CONTAINS(rt_native_get_last_error(), "internal error: in a thread");
    }
    return NULL;
}

int main(void) {
    int64_t before = rt_native_live_handles();
    version_and_manifest();
    mismatches();
    nothing_to_release();
    panics();
    copied_errors();
    bulk_memory();
    check_threads(8, panic_often, NULL);
    /* Another thread's errors are its own. */
    CHECK_TEXT(rt_native_get_last_error(), "");
    CHECK_INT(rt_native_live_handles(), before);
    return 0;
}
