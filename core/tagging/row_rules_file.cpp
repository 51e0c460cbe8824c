// Layout of rules-<split>.bin:
//   header, 96 bytes: 0 magic, 8 version, 12 byte order, 16 neurons, 20 descriptors, 24 zeros, 32 source hash,
//                     48 hash of the values, 64 zeros, 80 hash of bytes 0 .. 79
//   values, doubles:  r, wins, auprc of the top, auprc of the bottom, each [neurons][descriptors]; pairs [descriptors]
#include <array>
#include <cstring>
#include <new>

#include "core/base/checked.h"
#include "core/store/byte_fields.h"
#include "core/store/file.h"
#include "core/tagging/row_rules.h"

namespace neuroscribe::tagging {
namespace {

constexpr std::array<char, 8> kMagic{'N', 'S', 'C', 'R', 'R', 'U', 'L', '\x1A'};
constexpr std::uint32_t kVersion = 1;
constexpr std::uint32_t kByteOrder = 0x01020304;
constexpr std::size_t kHeaderBytes = 96;
constexpr std::size_t kHashedBytes = 80;

Error corrupt(const store::File& file, const std::string& why) {
    return {ErrorCode::Corrupt, file.path(), why, "It is computed again when it is needed"};
}

/// The parts in the order of the file.
template <class Rules>
auto partsOf(Rules& rules) {
    return std::array{&rules.r, &rules.wins, &rules.auprcTop, &rules.auprcBottom, &rules.pairs};
}

Hash128 hashOf(const RowRules& rules) {
    Hasher hasher;
    for (const auto* part : partsOf(rules))
        hasher.add(std::as_bytes(std::span(*part)));
    return hasher.finish();
}

Status readHeader(const store::File& file, RowRules& rules, Hash128& values) {
    std::array<std::byte, kHeaderBytes> header{};
    NS_TRY(file.readAt(0, header));
    if (std::memcmp(header.data(), kMagic.data(), kMagic.size()) != 0)
        return corrupt(file, "this is not a file of rules");
    if (store::getU32(header, 12) != kByteOrder)
        return corrupt(file, "wrong byte order");
    if (store::getU32(header, 8) > kVersion)
        return Error{ErrorCode::NewerVersion, file.path(), "written by a newer version",
                     "Use the Neuroscribe version that wrote it"};
    if (store::getHash(header, kHashedBytes) != hashBytes(std::span(header).first(kHashedBytes)))
        return corrupt(file, "the header's checksum does not fit");
    rules.neurons = store::getU32(header, 16);
    rules.descriptors = store::getU32(header, 20);
    rules.sourceHash = store::getHash(header, 32);
    values = store::getHash(header, 48);
    const auto cells = checkedMultiply(rules.neurons, rules.descriptors);
    NS_ASSIGN(const std::uint64_t size, file.size());
    const std::uint64_t most = size / sizeof(double);
    if (!cells || *cells > most || kHeaderBytes + (4 * *cells + rules.descriptors) * sizeof(double) != size)
        return corrupt(file, "the file's size does not fit its header");
    return {};
}

} // namespace

Status writeRowRules(const std::string& path, const RowRules& rules) {
    NS_ASSIGN(store::PartFile part, store::PartFile::create(path));
    std::array<std::byte, kHeaderBytes> header{};
    std::memcpy(header.data(), kMagic.data(), kMagic.size());
    store::putU32(header, 8, kVersion);
    store::putU32(header, 12, kByteOrder);
    store::putU32(header, 16, rules.neurons);
    store::putU32(header, 20, rules.descriptors);
    store::putHash(header, 32, rules.sourceHash);
    store::putHash(header, 48, hashOf(rules));
    store::putHash(header, kHashedBytes, hashBytes(std::span(header).first(kHashedBytes)));
    NS_TRY(part.file().writeAt(0, header));
    std::uint64_t at = kHeaderBytes;
    for (const auto* values : partsOf(rules)) {
        NS_TRY(part.file().writeAt(at, std::as_bytes(std::span(*values))));
        at += values->size() * sizeof(double);
    }
    return part.commit();
}

Result<std::shared_ptr<const RowRules>> readRowRules(const std::string& path, const Hash128& sourceHash) try {
    NS_ASSIGN(const store::File file, store::File::openForReading(path));
    auto rules = std::make_shared<RowRules>();
    Hash128 values;
    NS_TRY(readHeader(file, *rules, values));
    if (rules->sourceHash != sourceHash)
        return Error{ErrorCode::Stale, path, "the rules were computed from other activations or labels",
                     "They are computed again when they are needed"};
    std::uint64_t at = kHeaderBytes;
    for (auto* part : partsOf(*rules)) {
        part->resize(part == &rules->pairs ? rules->descriptors : std::size_t{rules->neurons} * rules->descriptors);
        NS_TRY(file.readAt(at, std::as_writable_bytes(std::span(*part))));
        at += part->size() * sizeof(double);
    }
    if (hashOf(*rules) != values)
        return corrupt(file, "the values are damaged");
    return std::shared_ptr<const RowRules>(std::move(rules));
} catch (const std::bad_alloc&) {
    return Error{ErrorCode::OutOfMemory, path, "not enough memory for the rules of all cells", ""};
}

} // namespace neuroscribe::tagging
