// Any bytes as a safetensors file and as a config: tensors that are accepted lie inside the file and can be read whole.
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <nlohmann/json.hpp>

#include "core/nn/bert_config.h"
#include "core/nn/bert_weights.h"
#include "core/nn/safetensors.h"

using namespace neuroscribe;
using namespace neuroscribe::nn;

namespace {

void readAll(const SafetensorsFile& file, std::size_t fileBytes) {
    for (const auto& [name, tensor] : file.tensors()) {
        if (tensor.begin > tensor.end || tensor.end > fileBytes)
            std::abort();
        if (tensor.type == TensorType::Other)
            continue;
        std::vector<float> values(tensor.elements());
        if (!file.readFloats(tensor, values))
            std::abort();
    }
}

BertConfig tinyConfig() {
    BertConfig config;
    config.hidden = config.heads = config.layers = config.intermediate = config.vocabulary = config.types = 1;
    config.positions = 2;
    return config;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_discarded())
        (void)parseBertConfig(json, "fuzz");
    (void)parseSafetensorsHeader(text, 8, 1000, "fuzz");

    static const int kFile = ::memfd_create("fuzz", 0);
    static const std::string kPath = "/proc/self/fd/" + std::to_string(kFile);
    // Half of the inputs get a header length that fits, or the fuzzer would hardly ever get past it.
    const std::uint64_t header = size > 0 ? data[0] * size / 256 : 0;
    if (::ftruncate(kFile, 0) != 0 || ::pwrite(kFile, &header, sizeof header, 0) != sizeof header ||
        ::pwrite(kFile, data, size, sizeof header) != static_cast<ssize_t>(size))
        std::abort();
    if (const auto file = SafetensorsFile::open(kPath)) {
        readAll(**file, size + sizeof header);
        (void)readBertWeights(**file, tinyConfig());
    }
    return 0;
}
