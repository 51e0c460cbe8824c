#include "core/base/hash.h"

#include <cstdio>
#include <vector>

#include <xxhash.h>

namespace neuroscribe {

struct Hasher::State {
    XXH3_state_t* xxh = XXH3_createState();
    State() { XXH3_128bits_reset(xxh); }
    ~State() { XXH3_freeState(xxh); }
};

std::string Hash128::hex() const {
    char text[33];
    std::snprintf(text, sizeof text, "%016llx%016llx", static_cast<unsigned long long>(high),
                  static_cast<unsigned long long>(low));
    return text;
}

Hash128 hashBytes(std::span<const std::byte> bytes) {
    const XXH128_hash_t h = XXH3_128bits(bytes.data(), bytes.size());
    return {h.high64, h.low64};
}

Hash128 hashText(std::string_view text) {
    return hashBytes(std::as_bytes(std::span(text.data(), text.size())));
}

Result<Hash128> hashFile(const std::string& path) {
    std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), &std::fclose);
    if (!file)
        return Error{ErrorCode::NotFound, path, "the file can't be opened", ""};
    Hasher hasher;
    std::vector<std::byte> buffer(1U << 20);
    while (const std::size_t n = std::fread(buffer.data(), 1, buffer.size(), file.get()))
        hasher.add(std::span<const std::byte>(buffer.data(), n));
    if (std::ferror(file.get()))
        return Error{ErrorCode::Io, path, "reading failed", ""};
    return hasher.finish();
}

Hasher::Hasher() : m_state(std::make_unique<State>()) {}
Hasher::~Hasher() = default;
Hasher::Hasher(Hasher&&) noexcept = default;
Hasher& Hasher::operator=(Hasher&&) noexcept = default;

void Hasher::add(std::span<const std::byte> bytes) {
    XXH3_128bits_update(m_state->xxh, bytes.data(), bytes.size());
}

void Hasher::add(std::string_view text) {
    add(static_cast<std::uint64_t>(text.size()));
    add(std::as_bytes(std::span(text.data(), text.size())));
}

void Hasher::add(std::uint64_t number) {
    XXH3_128bits_update(m_state->xxh, &number, sizeof number);
}

Hash128 Hasher::finish() const {
    const XXH128_hash_t h = XXH3_128bits_digest(m_state->xxh);
    return {h.high64, h.low64};
}

} // namespace neuroscribe
