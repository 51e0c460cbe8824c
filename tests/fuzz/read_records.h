// Drives a reader of records over bytes in memory and checks what every caller relies on.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <string>

#include "core/corpus/clean_text.h"
#include "core/corpus/decoding_source.h"
#include "core/corpus/format.h"
#include "core/corpus/utf8.h"

namespace neuroscribe::fuzz {

/// Gives out `step` bytes at a time.
class StepSource final : public corpus::ByteSource {
public:
    StepSource(std::string bytes, std::size_t step) : m_bytes(std::move(bytes)), m_step(step) {}
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

inline void require(bool condition) {
    if (!condition)
        std::abort();
}

inline void checkRecord(const corpus::RawRecord& record, std::uint64_t& line) {
    require(record.line >= line && record.raw.size() <= corpus::kRawBytes);
    require(record.fields.size() <= corpus::kMaxFields);
    line = record.line;
    for (const corpus::Field& field : record.fields) {
        const corpus::CleanText clean = corpus::cleanText(field.value);
        std::string text = clean.text;
        require(!corpus::repairUtf8(text));
        const auto spaces = static_cast<std::uint32_t>(std::count(text.begin(), text.end(), ' '));
        require(text.empty() ? clean.words == 0 : clean.words == spaces + 1);
    }
}

inline void readRecords(corpus::Format format, const std::string& bytes, std::size_t step,
                        corpus::Encoding encoding = corpus::Encoding::Utf8) {
    auto source = corpus::decode(std::make_unique<StepSource>(bytes, step), encoding);
    require(source.ok());
    auto reader = corpus::makeReader(format, std::make_unique<corpus::ByteReader>(std::move(*source)), 0);
    require(reader.ok());
    corpus::RawRecord record;
    std::uint64_t line = 1;
    for (;;) {
        const auto more = (*reader)->next(record);
        if (!more || !*more)
            return;
        checkRecord(record, line);
    }
}

} // namespace neuroscribe::fuzz
