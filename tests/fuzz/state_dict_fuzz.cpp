// Any bytes as the pickle of a sound archive: nothing is called, and tensors that are accepted lie inside their storage
// and can be read whole.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include <sys/mman.h>
#include <unistd.h>

#include "core/nn/torch_checkpoint.h"
#include "tests/core/nn/torch_file.h"

using namespace neuroscribe;
using namespace neuroscribe::nn;

namespace {

constexpr std::size_t kStorageBytes = 64;

void readAll(const TensorSource& checkpoint, const StateDict& dict) {
    for (const auto& [name, pickled] : dict) {
        if (pickled.shape.size() != pickled.strides.size())
            std::abort();
        const TensorInfo* tensor = checkpoint.find(name);
        if (!tensor)
            continue;
        if (tensor->end - tensor->begin > kStorageBytes || tensor->elements() > kStorageBytes)
            std::abort();
        std::vector<float> values(tensor->elements());
        if (checkpoint.readFloats(*tensor, values).ok() == (tensor->type == TensorType::Other))
            std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const int kFile = ::memfd_create("fuzz", 0);
    static const std::string kPath = "/proc/self/fd/" + std::to_string(kFile);
    const std::string pickle(reinterpret_cast<const char*>(data), size);
    const auto dict = readStateDict(pickle, "fuzz");
    if (!dict)
        return 0;
    const std::string file =
        test::zipArchive({{"m/data.pkl", pickle}, {"m/data/0", std::string(kStorageBytes, '\x3F')}});
    if (::ftruncate(kFile, 0) != 0 || ::pwrite(kFile, file.data(), file.size(), 0) != static_cast<ssize_t>(file.size()))
        std::abort();
    if (const auto checkpoint = TorchCheckpoint::open(kPath))
        readAll(**checkpoint, *dict);
    return 0;
}
