#include "model/file.h"
#include "ops/error.h"
#include <algorithm>
#include <cerrno>
#include <system_error>

#ifdef _WIN32
#define NOMINMAX
#include <windows.h>
#else
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace sncuda {

namespace {

[[noreturn]] void fail(const std::string &path, const std::string &why) {
    throw Error(Code::model_load, "`path` is \"" + path + "\": " + why);
}

std::string system_text(int number) {
    return std::system_category().message(number);
}

constexpr uint64_t most_at_once = uint64_t(1) << 30;

} // namespace

#ifdef _WIN32

File::File(const std::string &path) : path_(path) {
    int length = MultiByteToWideChar(CP_UTF8, 0, path.data(), int(path.size()), nullptr, 0);
    std::wstring wide(size_t(length), L'\0');
    MultiByteToWideChar(CP_UTF8, 0, path.data(), int(path.size()), wide.data(), length);
    handle_ = CreateFileW(wide.c_str(), GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE,
                          nullptr, OPEN_EXISTING, FILE_FLAG_RANDOM_ACCESS, nullptr);
    if (handle_ == INVALID_HANDLE_VALUE) {
        handle_ = nullptr;
        fail(path, system_text(int(GetLastError())));
    }
    LARGE_INTEGER size;
    if (GetFileType(handle_) != FILE_TYPE_DISK || !GetFileSizeEx(handle_, &size)) {
        CloseHandle(handle_);
        fail(path, "is no regular file");
    }
    size_ = uint64_t(size.QuadPart);
}

File::~File() {
    if (handle_) CloseHandle(handle_);
}

void File::read(uint64_t offset, void *into, uint64_t bytes) const {
    auto *to = static_cast<char *>(into);
    while (bytes > 0) {
        OVERLAPPED where{};
        where.Offset = DWORD(offset);
        where.OffsetHigh = DWORD(offset >> 32);
        DWORD got = 0;
        if (!ReadFile(handle_, to, DWORD(std::min(bytes, most_at_once)), &got, &where)) {
            fail(path_, system_text(int(GetLastError())));
        }
        if (got == 0) fail(path_, "ends before offset " + std::to_string(offset) + ": it shrank while it was read");
        to += got;
        offset += got;
        bytes -= got;
    }
}

#else

File::File(const std::string &path) : path_(path) {
    // Without O_NONBLOCK, opening a pipe would wait for a writer.
    descriptor_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor_ < 0) fail(path, system_text(errno));
    struct stat facts;
    int answer = ::fstat(descriptor_, &facts);
    if (answer != 0 || !S_ISREG(facts.st_mode)) {
        ::close(descriptor_);
        descriptor_ = -1;
        fail(path, "is no regular file");
    }
    size_ = uint64_t(facts.st_size);
}

File::~File() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

void File::read(uint64_t offset, void *into, uint64_t bytes) const {
    auto *to = static_cast<char *>(into);
    while (bytes > 0) {
        ssize_t got = ::pread(descriptor_, to, size_t(std::min(bytes, most_at_once)), off_t(offset));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) fail(path_, system_text(errno));
        if (got == 0) fail(path_, "ends before offset " + std::to_string(offset) + ": it shrank while it was read");
        to += got;
        offset += uint64_t(got);
        bytes -= uint64_t(got);
    }
}

#endif

} // namespace sncuda
