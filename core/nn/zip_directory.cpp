#include "core/nn/zip_directory.h"

#include <algorithm>
#include <cstring>
#include <string_view>
#include <vector>

namespace neuroscribe::nn {
namespace {

constexpr std::uint64_t kEndBytes = 22;
constexpr std::uint64_t kMaxComment = 65'535;
constexpr std::uint64_t kLocatorBytes = 20;
constexpr std::uint64_t kZip64EndBytes = 56;
constexpr std::uint64_t kHeaderBytes = 46;
constexpr std::uint64_t kLocalBytes = 30;
constexpr std::uint64_t kMaxDirectoryBytes = 100'000'000;
constexpr std::uint32_t kInZip64 = 0xFFFFFFFFU;

Error corrupt(const InputFile& file, const std::string& why) {
    return {ErrorCode::Corrupt, file.path(), why, "Fetch the file again"};
}

template <class T>
T number(std::string_view bytes, std::size_t at) {
    T value{};
    std::memcpy(&value, bytes.data() + at, sizeof value);
    return value;
}

Result<std::string> readText(const InputFile& file, std::uint64_t offset, std::uint64_t count) {
    std::string text(count, '\0');
    NS_TRY(file.readAt(offset, std::as_writable_bytes(std::span(text.data(), text.size())), file.path()));
    return text;
}

struct DirectoryPlace {
    std::uint64_t offset = 0;
    std::uint64_t bytes = 0;
};

Result<DirectoryPlace> readZip64Place(const InputFile& file, std::uint64_t endOffset) {
    if (endOffset < kLocatorBytes)
        return corrupt(file, "the zip64 directory is missing");
    NS_ASSIGN(const std::string locator, readText(file, endOffset - kLocatorBytes, kLocatorBytes));
    if (!locator.starts_with("PK\6\7"))
        return corrupt(file, "the zip64 directory is missing");
    NS_ASSIGN(const std::string end, readText(file, number<std::uint64_t>(locator, 8), kZip64EndBytes));
    if (!end.starts_with("PK\6\6"))
        return corrupt(file, "the zip64 directory is damaged");
    return DirectoryPlace{number<std::uint64_t>(end, 48), number<std::uint64_t>(end, 40)};
}

Result<DirectoryPlace> findDirectory(const InputFile& file) {
    const std::uint64_t tailBytes = std::min(file.bytes(), kEndBytes + kMaxComment);
    NS_ASSIGN(const std::string tail, readText(file, file.bytes() - tailBytes, tailBytes));
    const std::size_t at = tail.size() < kEndBytes ? std::string::npos : tail.rfind("PK\5\6", tail.size() - kEndBytes);
    if (at == std::string::npos)
        return Error{ErrorCode::Truncated, file.path(), "the archive's directory is missing at its end",
                     "Fetch the file again"};
    const std::string_view end = std::string_view(tail).substr(at);
    if (number<std::uint32_t>(end, 16) == kInZip64 || number<std::uint32_t>(end, 12) == kInZip64 ||
        number<std::uint16_t>(end, 10) == 0xFFFFU)
        return readZip64Place(file, file.bytes() - tailBytes + at);
    return DirectoryPlace{number<std::uint32_t>(end, 16), number<std::uint32_t>(end, 12)};
}

struct RawEntry {
    std::string name;
    std::uint64_t bytes = 0;
    std::uint64_t compressed = 0;
    std::uint64_t localOffset = 0;
    bool isStored = false; ///< neither compressed nor encrypted
};

/// Large numbers stand in an extra field, in this order, each only where the header says so.
void readZip64Extra(std::string_view extra, RawEntry& entry) {
    while (extra.size() >= 4) {
        const auto id = number<std::uint16_t>(extra, 0);
        const std::size_t length = std::min<std::size_t>(number<std::uint16_t>(extra, 2), extra.size() - 4);
        std::string_view field = extra.substr(4, length);
        extra.remove_prefix(4 + length);
        if (id != 1)
            continue;
        for (std::uint64_t* value : {&entry.bytes, &entry.compressed, &entry.localOffset}) {
            if (*value != kInZip64 || field.size() < 8)
                continue;
            *value = number<std::uint64_t>(field, 0);
            field.remove_prefix(8);
        }
    }
}

Result<ZipEntry> locate(const InputFile& file, const RawEntry& raw) {
    const std::string where = file.path() + ": " + raw.name;
    if (raw.localOffset > file.bytes())
        return Error{ErrorCode::Truncated, where, "the entry lies outside the file", "Fetch the file again"};
    NS_ASSIGN(const std::string local, readText(file, raw.localOffset, kLocalBytes));
    if (!local.starts_with("PK\3\4"))
        return Error{ErrorCode::Corrupt, where, "the entry has no header", "Fetch the file again"};
    ZipEntry entry;
    entry.begin = raw.localOffset + kLocalBytes + number<std::uint16_t>(local, 26) + number<std::uint16_t>(local, 28);
    if (entry.begin > file.bytes() || raw.bytes > file.bytes() - entry.begin)
        return Error{ErrorCode::Truncated, where, "the entry ends outside the file", "Fetch the file again"};
    entry.end = entry.begin + raw.bytes;
    return entry;
}

/// Takes the next header of the directory off `rest`.
Result<RawEntry> takeHeader(const InputFile& file, std::string_view& rest) {
    if (rest.size() < kHeaderBytes || !rest.starts_with("PK\1\2"))
        return corrupt(file, "the archive's directory is damaged");
    const std::size_t nameBytes = number<std::uint16_t>(rest, 28);
    const std::size_t extraBytes = number<std::uint16_t>(rest, 30);
    const std::size_t all = kHeaderBytes + nameBytes + extraBytes + number<std::uint16_t>(rest, 32);
    if (rest.size() < all)
        return corrupt(file, "the archive's directory is damaged");
    RawEntry raw{std::string(rest.substr(kHeaderBytes, nameBytes)), number<std::uint32_t>(rest, 24),
                 number<std::uint32_t>(rest, 20), number<std::uint32_t>(rest, 42)};
    readZip64Extra(rest.substr(kHeaderBytes + nameBytes, extraBytes), raw);
    const bool isEncrypted = (number<std::uint16_t>(rest, 8) & 1U) != 0;
    raw.isStored = number<std::uint16_t>(rest, 10) == 0 && !isEncrypted && raw.bytes == raw.compressed;
    rest.remove_prefix(all);
    return raw;
}

Status checkOverlap(const ZipDirectory& directory, const InputFile& file) {
    using Named = ZipDirectory::value_type;
    std::vector<const Named*> order;
    for (const Named& named : directory)
        if (named.second.end > named.second.begin)
            order.push_back(&named);
    std::sort(order.begin(), order.end(), [](auto* a, auto* b) { return a->second.begin < b->second.begin; });
    for (std::size_t i = 1; i < order.size(); ++i)
        if (order[i]->second.begin < order[i - 1]->second.end)
            return Error{ErrorCode::Corrupt, file.path() + ": " + order[i]->first,
                         "the entry overlaps " + order[i - 1]->first, "Fetch the file again"};
    return {};
}

} // namespace

Result<ZipDirectory> readZipDirectory(const InputFile& file) {
    NS_ASSIGN(const DirectoryPlace place, findDirectory(file));
    if (place.bytes > kMaxDirectoryBytes || place.offset > file.bytes() || place.bytes > file.bytes() - place.offset)
        return corrupt(file, "the archive's directory lies outside the file");
    NS_ASSIGN(const std::string bytes, readText(file, place.offset, place.bytes));
    ZipDirectory directory;
    for (std::string_view rest = bytes; !rest.empty();) {
        NS_ASSIGN(const RawEntry raw, takeHeader(file, rest));
        const std::string where = file.path() + ": " + raw.name;
        if (!raw.isStored)
            return Error{ErrorCode::Unsupported, where, "the entry is compressed or encrypted",
                         "torch.save stores entries as they are"};
        NS_ASSIGN(const ZipEntry entry, locate(file, raw));
        if (!directory.emplace(raw.name, entry).second)
            return Error{ErrorCode::Corrupt, where, "the archive has two entries of this name", "Fetch the file again"};
    }
    NS_TRY(checkOverlap(directory, file));
    return directory;
}

} // namespace neuroscribe::nn
