// A model's file as Rust has read and checked it: the tensors lie in the file, and none in another.
#pragma once
#include "model/config.h"
#include "ops/blocks.h"
#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

namespace sncuda {

struct Tensor {
    std::string name;
    WeightType type;
    std::vector<uint64_t> dimensions; // fastest first
    uint64_t offset;                  // in the file
    uint64_t bytes;
    uint32_t file = 0; // of those that the model was split into

    uint64_t columns() const { return dimensions[0]; }
    uint64_t rows() const;
    std::string shape() const;
};

// A name of a file's as it may stand in a message.
std::string shown(const std::string &name);

class ModelTable {
public:
    // Fills memory with so many bytes of a file from an offset on, or throws an Error; in any thread.
    using Read = std::function<void(uint32_t file, uint64_t offset, void *into, uint64_t bytes)>;

    // `files` are the system's descriptors or handles, for a device that maps them; none where it is not to.
    ModelTable(std::string path, Config config, std::vector<Tensor> tensors, Read read, std::vector<intptr_t> files = {});

    const std::string &path() const { return path_; }
    const Config &config() const { return config_; }
    const std::vector<Tensor> &tensors() const { return tensors_; }
    // Null where the file has none of this name.
    const Tensor *find(const std::string &name) const;
    const std::vector<intptr_t> &files() const { return files_; }
    // The bytes of a tensor from one of them on.
    void read(const Tensor &tensor, uint64_t from, void *into, uint64_t bytes) const { read_(tensor.file, tensor.offset + from, into, bytes); }

    [[noreturn]] void fail(const std::string &why) const;

private:
    std::string path_;
    Config config_;
    std::vector<Tensor> tensors_;
    Read read_;
    std::vector<intptr_t> files_;
    std::unordered_map<std::string, size_t> by_name_;
};

} // namespace sncuda
