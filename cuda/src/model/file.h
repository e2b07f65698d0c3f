// A regular file that is read at given places.
#pragma once
#include <cstdint>
#include <string>

namespace sncuda {

// Positioned reads rather than a mapping: a file that shrinks while it is read is an error here, and would
// end the process through a mapping.
class File {
public:
    explicit File(const std::string &path);
    ~File();
    File(const File &) = delete;
    File &operator=(const File &) = delete;

    uint64_t size() const { return size_; }
    const std::string &path() const { return path_; }
    // Fills `into` with `bytes` bytes from `offset`; an Error where the file has fewer.
    void read(uint64_t offset, void *into, uint64_t bytes) const;

private:
    std::string path_;
    uint64_t size_ = 0;
#ifdef _WIN32
    void *handle_ = nullptr;
#else
    int descriptor_ = -1;
#endif
};

} // namespace sncuda
