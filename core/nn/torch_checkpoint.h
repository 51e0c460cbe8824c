// pytorch_model.bin as torch.save has written it since PyTorch 1.6: a zip archive with a pickle and one entry per
// storage. Older files are told so. Read without torch, so that it can be fuzzed and runs no code of the file.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "core/nn/input_file.h"
#include "core/nn/state_dict_pickle.h"
#include "core/nn/zip_directory.h"

namespace neuroscribe::nn {

class TorchCheckpoint final : public TensorSource {
public:
    /// Errors: NotFound, Io, GitLfsPointer, Truncated, Corrupt, Parse, Unsupported (written before 1.6, big-endian,
    /// compressed; a tensor that is neither stored in row-major order nor the transpose of one); name the file and the
    /// tensor.
    static Result<std::unique_ptr<TensorSource>> open(const std::string& path);

    const TensorInfo* find(std::string_view name) const override;
    Status readFloats(const TensorInfo& tensor, std::span<float> out) const override;
    std::string path() const override { return m_file.path(); }

private:
    explicit TorchCheckpoint(InputFile file) : m_file(std::move(file)) {}
    Status readArchive();
    Status checkMagic() const;
    Status addTensor(const std::string& name, const PickledTensor& pickled, const std::string& folder,
                     const ZipDirectory& directory);

    struct Entry {
        TensorInfo info;
        bool isTransposed = false; ///< a matrix stored column by column
    };
    InputFile m_file;
    std::map<std::string, Entry, std::less<>> m_tensors;
};

} // namespace neuroscribe::nn
