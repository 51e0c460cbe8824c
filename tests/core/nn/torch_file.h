// pytorch_model.bin as torch.save lays it out since PyTorch 1.6, written by hand: pickle protocol 2 with its memo, a
// zip archive of stored entries that begin at multiples of 64 bytes, sizes behind the data, a zip64 end.
#pragma once

#include <cstdint>
#include <cstring>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/core/nn/model_folder.h"

namespace neuroscribe::test {

template <class T>
std::string littleEndian(T value) {
    return {reinterpret_cast<const char*>(&value), sizeof value};
}

using ZipEntries = std::vector<std::pair<std::string, std::string>>; ///< name, content

struct ZipLayout {
    bool numbersInZip64 = false; ///< as in archives of more than 4 GiB
    std::uint16_t flags = 0x0808;
    std::uint16_t method = 0;
};

inline std::string zipCentralHeader(const std::string& name, std::size_t bytes, std::size_t offset,
                                    const ZipLayout& layout) {
    const auto small = [&](std::size_t value) {
        return littleEndian(layout.numbersInZip64 ? 0xFFFFFFFFU : static_cast<std::uint32_t>(value));
    };
    std::string extra;
    if (layout.numbersInZip64)
        extra = littleEndian<std::uint16_t>(1) + littleEndian<std::uint16_t>(24) + littleEndian<std::uint64_t>(bytes) +
                littleEndian<std::uint64_t>(bytes) + littleEndian<std::uint64_t>(offset);
    return "PK\1\2" + std::string(4, '\0') + littleEndian(layout.flags) + littleEndian(layout.method) +
           std::string(8, '\0') + small(bytes) + small(bytes) + littleEndian(static_cast<std::uint16_t>(name.size())) +
           littleEndian(static_cast<std::uint16_t>(extra.size())) + std::string(10, '\0') + small(offset) + name +
           extra;
}

inline std::string zipEnd(std::size_t entries, std::size_t directoryBytes, std::size_t directoryOffset,
                          const ZipLayout& layout) {
    const std::string count = littleEndian<std::uint64_t>(entries);
    std::string end = "PK\6\6" + littleEndian<std::uint64_t>(44) + std::string(12, '\0') + count + count +
                      littleEndian<std::uint64_t>(directoryBytes) + littleEndian<std::uint64_t>(directoryOffset);
    end += "PK\6\7" + std::string(4, '\0') + littleEndian<std::uint64_t>(directoryOffset + directoryBytes) +
           littleEndian<std::uint32_t>(1) + "PK\5\6" + std::string(4, '\0');
    if (layout.numbersInZip64)
        return end + std::string(12, '\xFF') + std::string(2, '\0');
    const std::string shortCount = littleEndian(static_cast<std::uint16_t>(entries));
    return end + shortCount + shortCount + littleEndian(static_cast<std::uint32_t>(directoryBytes)) +
           littleEndian(static_cast<std::uint32_t>(directoryOffset)) + std::string(2, '\0');
}

inline std::string zipArchive(const ZipEntries& entries, const ZipLayout& layout = {}) {
    std::string file, directory;
    for (const auto& [name, content] : entries) {
        const std::size_t offset = file.size();
        const std::size_t padding = 63 - (offset + 30 + name.size() + 4 + 63) % 64;
        file += "PK\3\4" + std::string(2, '\0') + littleEndian(layout.flags) + littleEndian(layout.method) +
                std::string(16, '\0') + littleEndian(static_cast<std::uint16_t>(name.size())) +
                littleEndian(static_cast<std::uint16_t>(padding + 4)) + name + "FB" +
                littleEndian(static_cast<std::uint16_t>(padding)) + std::string(padding, 'Z') + content;
        file += "PK\7\x8" + std::string(4, '\0') + littleEndian(static_cast<std::uint32_t>(content.size())) +
                littleEndian(static_cast<std::uint32_t>(content.size()));
        directory += zipCentralHeader(name, content.size(), offset, layout);
    }
    return file + directory + zipEnd(entries.size(), directory.size(), file.size(), layout);
}

/// Writes pickle operations and remembers what Python's pickler would remember.
class PickleWriter {
public:
    std::string bytes = "\x80\x02";

    PickleWriter& raw(std::string_view operations) {
        bytes += operations;
        return *this;
    }
    PickleWriter& put() {
        const std::uint32_t place = m_next++;
        return place < 256 ? raw("q").raw({reinterpret_cast<const char*>(&place), 1})
                           : raw("r").raw(littleEndian(place));
    }
    PickleWriter& global(const std::string& module, const std::string& name) {
        return once("c" + module + "\n" + name + "\n");
    }
    PickleWriter& text(std::string_view text) {
        return once("X" + littleEndian(static_cast<std::uint32_t>(text.size())) + std::string(text));
    }
    PickleWriter& number(std::uint64_t value) {
        if (value < 256)
            return raw("K").raw({reinterpret_cast<const char*>(&value), 1});
        if (value < 65'536)
            return raw("M").raw(littleEndian(static_cast<std::uint16_t>(value)));
        if (value < (1U << 31))
            return raw("J").raw(littleEndian(static_cast<std::uint32_t>(value)));
        return raw("\x8a\x08").raw(littleEndian(value));
    }
    PickleWriter& tuple(const std::vector<std::uint64_t>& numbers) {
        if (numbers.empty())
            return raw(")");
        if (numbers.size() > 3)
            raw("(");
        for (const std::uint64_t value : numbers)
            number(value);
        constexpr std::string_view kShort[]{"\x85", "\x86", "\x87"};
        return raw(numbers.size() > 3 ? "t" : kShort[numbers.size() - 1]).put();
    }
    PickleWriter& orderedDict() { return global("collections", "OrderedDict").raw(")R").put(); }

private:
    /// A text or class that was written before is recalled.
    PickleWriter& once(const std::string& operations) {
        const auto known = m_known.find(operations);
        if (known == m_known.end()) {
            m_known.emplace(operations, m_next);
            return raw(operations).put();
        }
        return known->second < 256 ? raw("h").raw({reinterpret_cast<const char*>(&known->second), 1})
                                   : raw("j").raw(littleEndian(known->second));
    }

    std::uint32_t m_next = 0;
    std::map<std::string, std::uint32_t> m_known;
};

struct TorchTensor {
    std::string storage = "FloatStorage";
    std::string key = "0";
    std::uint64_t elements = 0; ///< of the storage
    std::uint64_t offset = 0;
    std::vector<std::uint64_t> shape;
    std::vector<std::uint64_t> strides;
    bool isParameter = false;
};
using TorchTensors = std::vector<std::pair<std::string, TorchTensor>>; ///< in the dictionary's order

inline void pickleTensor(PickleWriter& pickle, const TorchTensor& tensor) {
    if (tensor.isParameter)
        pickle.global("torch._utils", "_rebuild_parameter");
    pickle.global("torch._utils", "_rebuild_tensor_v2").raw("((");
    pickle.text("storage").global("torch", tensor.storage).text(tensor.key).text("cpu").number(tensor.elements);
    pickle.raw("t").put().raw("Q").number(tensor.offset).tuple(tensor.shape).tuple(tensor.strides).raw("\x89");
    pickle.orderedDict().raw("t").put().raw("R").put();
    if (tensor.isParameter)
        pickle.raw("\x88").orderedDict().raw("\x87").put().raw("R").put();
}

/// data.pkl of a state dict with _metadata, as nn.Module.state_dict() has it.
inline std::string stateDictPickle(const TorchTensors& tensors) {
    constexpr std::size_t kBatch = 1000; // Python's
    PickleWriter pickle;
    pickle.orderedDict();
    for (std::size_t i = 0; i < tensors.size(); ++i) {
        if (i % kBatch == 0)
            pickle.raw("(");
        pickle.text(tensors[i].first);
        pickleTensor(pickle, tensors[i].second);
        if (i % kBatch == kBatch - 1 || i + 1 == tensors.size())
            pickle.raw("u");
    }
    pickle.raw("}").put().text("_metadata").orderedDict().text("").raw("}").put();
    pickle.text("version").number(1).raw("sss").raw("b.");
    return pickle.bytes;
}

inline std::vector<std::uint64_t> rowMajorStrides(const std::vector<std::uint64_t>& shape) {
    std::vector<std::uint64_t> strides(shape.size(), 1);
    for (std::size_t i = shape.size(); i-- > 1;)
        strides[i - 1] = strides[i] * shape[i];
    return strides;
}

/// The tensors of a safetensors test file as pytorch_model.bin: one storage a tensor.
inline std::string torchFile(const RawTensors& tensors, const ZipLayout& layout = {}) {
    const std::map<std::string, std::pair<const char*, std::uint64_t>> storages{{"F32", {"FloatStorage", 4}},
                                                                                {"F16", {"HalfStorage", 2}},
                                                                                {"BF16", {"BFloat16Storage", 2}},
                                                                                {"F64", {"DoubleStorage", 8}},
                                                                                {"I64", {"LongStorage", 8}}};
    TorchTensors described;
    ZipEntries entries{{"pytorch_model/data.pkl", ""}};
    for (const auto& [name, raw] : tensors) {
        const auto& [storage, bytes] = storages.at(raw.type);
        const std::string key = std::to_string(described.size());
        described.emplace_back(
            name, TorchTensor{storage, key, raw.bytes.size() / bytes, 0, raw.shape, rowMajorStrides(raw.shape), false});
        entries.emplace_back("pytorch_model/data/" + key, raw.bytes);
    }
    entries.front().second = stateDictPickle(described);
    entries.emplace_back("pytorch_model/version", "3\n");
    return zipArchive(entries, layout);
}

} // namespace neuroscribe::test
