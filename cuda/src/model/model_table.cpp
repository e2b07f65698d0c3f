#include "model/model_table.h"
#include "ops/error.h"

namespace sncuda {

std::string shown(const std::string &name) {
    std::string text;
    for (unsigned char byte : name.substr(0, 80)) text += byte >= 0x20 && byte < 0x7f ? char(byte) : '?';
    return text;
}

uint64_t Tensor::rows() const {
    uint64_t rows = 1;
    for (size_t i = 1; i < dimensions.size(); i++) rows *= dimensions[i];
    return rows;
}

std::string Tensor::shape() const {
    std::string text;
    for (uint64_t dimension : dimensions) text += (text.empty() ? "" : "x") + std::to_string(dimension);
    return text;
}

ModelTable::ModelTable(std::string path, Config config, std::vector<Tensor> tensors, Read read, std::vector<intptr_t> files)
    : path_(std::move(path)), config_(std::move(config)), tensors_(std::move(tensors)), read_(std::move(read)), files_(std::move(files)) {
    for (size_t i = 0; i < tensors_.size(); i++) by_name_.emplace(tensors_[i].name, i);
}

const Tensor *ModelTable::find(const std::string &name) const {
    auto found = by_name_.find(name);
    return found == by_name_.end() ? nullptr : &tensors_[found->second];
}

void ModelTable::fail(const std::string &why) const {
    throw Error(Code::model_load, "`path` is \"" + path_ + "\": " + why);
}

} // namespace sncuda
