// Runs a real reader over bytes in memory.
#pragma once

#include <string>
#include <vector>

#include "core/corpus/format.h"
#include "tests/support/catch.h"

namespace neuroscribe::test {

/// Gives out a few bytes at a time, so that every border between two chunks is tried.
class SlowSource final : public corpus::ByteSource {
public:
    SlowSource(std::string bytes, std::size_t step) : m_bytes(std::move(bytes)), m_step(step) {}
    Result<std::size_t> read(std::span<char> bytes) override {
        const std::size_t count = std::min({bytes.size(), m_step, m_bytes.size() - m_position});
        std::copy_n(m_bytes.data() + m_position, count, bytes.data());
        m_position += count;
        return count;
    }
    std::uint64_t position() const override { return m_position; }

private:
    std::string m_bytes;
    std::size_t m_step;
    std::size_t m_position = 0;
};

inline std::vector<corpus::RawRecord> readAll(corpus::Format format, const std::string& bytes,
                                              std::size_t step = 1 << 16, char delimiter = ',') {
    auto reader = corpus::makeReader(
        format, std::make_unique<corpus::ByteReader>(std::make_unique<SlowSource>(bytes, step)), delimiter);
    REQUIRE(reader);
    std::vector<corpus::RawRecord> records;
    for (;;) {
        corpus::RawRecord record;
        const auto more = (*reader)->next(record);
        REQUIRE(more);
        if (!*more)
            return records;
        records.push_back(std::move(record));
    }
}

inline std::string valueOf(const corpus::RawRecord& record, const std::string& name) {
    const corpus::Field* field = record.find(name);
    return field ? field->value : "(none)";
}

} // namespace neuroscribe::test
