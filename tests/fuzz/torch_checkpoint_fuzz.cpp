// Any bytes as a zip archive and as a PyTorch checkpoint: entries lie inside the file, and what is accepted can be read
// whole.
#include <cstdint>
#include <cstdlib>
#include <string>

#include <sys/mman.h>
#include <unistd.h>

#include "core/nn/bert_weights.h"
#include "core/nn/torch_checkpoint.h"

using namespace neuroscribe;
using namespace neuroscribe::nn;

namespace {

void checkDirectory(const std::string& path) {
    const auto file = InputFile::open(path);
    if (!file)
        return;
    const auto directory = readZipDirectory(*file);
    if (!directory)
        return;
    for (const auto& [name, entry] : *directory)
        if (entry.begin > entry.end || entry.end > file->bytes())
            std::abort();
}

BertConfig tinyConfig() {
    BertConfig config;
    config.hidden = config.heads = config.layers = config.intermediate = config.vocabulary = config.types = 1;
    config.positions = 2;
    return config;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const int kFile = ::memfd_create("fuzz", 0);
    static const std::string kPath = "/proc/self/fd/" + std::to_string(kFile);
    if (::ftruncate(kFile, 0) != 0 || ::pwrite(kFile, data, size, 0) != static_cast<ssize_t>(size))
        std::abort();
    checkDirectory(kPath);
    if (const auto checkpoint = TorchCheckpoint::open(kPath))
        (void)readBertWeights(**checkpoint, tinyConfig());
    return 0;
}
