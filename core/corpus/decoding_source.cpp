#include "core/corpus/decoding_source.h"

#include <algorithm>

#include "core/corpus/byte_reader.h"
#include "core/corpus/utf8.h"

namespace neuroscribe::corpus {
namespace {

constexpr char kInvalidByte = '\xff'; // never part of UTF-8

class DecodingSource : public ByteSource {
public:
    explicit DecodingSource(std::unique_ptr<ByteReader> reader) : m_reader(std::move(reader)) {}

    Result<std::size_t> read(std::span<char> bytes) override {
        while (m_taken == m_decoded.size()) {
            m_decoded.clear();
            m_taken = 0;
            NS_ASSIGN(const std::string_view chunk, m_reader->chunk());
            if (chunk.empty()) {
                finish(m_decoded);
                if (m_decoded.empty())
                    return std::size_t{0};
                break;
            }
            decodeChunk(chunk, m_decoded);
            m_reader->consume(chunk.size());
        }
        const std::size_t count = std::min(bytes.size(), m_decoded.size() - m_taken);
        std::copy_n(m_decoded.data() + m_taken, count, bytes.data());
        m_taken += count;
        return count;
    }
    std::uint64_t position() const override { return m_reader->position(); }

protected:
    virtual void decodeChunk(std::string_view chunk, std::string& decoded) = 0;
    /// What is left over at the end; appends nothing when called again.
    virtual void finish(std::string& /*decoded*/) {}

private:
    std::unique_ptr<ByteReader> m_reader;
    std::string m_decoded;
    std::size_t m_taken = 0;
};

class Latin1Source final : public DecodingSource {
    using DecodingSource::DecodingSource;
    void decodeChunk(std::string_view chunk, std::string& decoded) override {
        for (const char c : chunk)
            appendUtf8(decoded, static_cast<unsigned char>(c));
    }
};

class Utf16Source final : public DecodingSource {
public:
    Utf16Source(std::unique_ptr<ByteReader> reader, bool bigEndian)
        : DecodingSource(std::move(reader)), m_bigEndian(bigEndian) {}

private:
    void decodeChunk(std::string_view chunk, std::string& decoded) override {
        for (const char c : chunk) {
            const auto byte = static_cast<unsigned char>(c);
            if (!m_half) {
                m_half = byte;
                continue;
            }
            const unsigned first = *m_half;
            m_half.reset();
            addUnit(m_bigEndian ? first << 8 | byte : first | static_cast<unsigned>(byte) << 8, decoded);
        }
    }

    void addUnit(char32_t unit, std::string& decoded) {
        const bool low = unit >= 0xDC00 && unit < 0xE000;
        const bool high = unit >= 0xD800 && unit < 0xDC00;
        if (m_high && low) {
            appendUtf8(decoded, 0x10000 + ((*m_high - 0xD800) << 10) + (unit - 0xDC00));
            m_high.reset();
            return;
        }
        if (m_high || low)
            decoded += kInvalidByte;
        m_high.reset();
        if (high)
            m_high = unit;
        else if (!low)
            appendUtf8(decoded, unit);
    }

    void finish(std::string& decoded) override {
        if (m_half || m_high)
            decoded += kInvalidByte;
        m_half.reset();
        m_high.reset();
    }

    bool m_bigEndian;
    std::optional<unsigned char> m_half;
    std::optional<char32_t> m_high;
};

struct Mark {
    std::string_view bytes;
    Encoding encoding;
};
constexpr Mark kMarks[] = {
    {"\xEF\xBB\xBF", Encoding::Utf8}, {"\xFF\xFE", Encoding::Utf16Le}, {"\xFE\xFF", Encoding::Utf16Be}};

} // namespace

std::optional<Encoding> parseEncoding(std::string_view name) {
    if (name == "utf-8")
        return Encoding::Utf8;
    if (name == "latin-1")
        return Encoding::Latin1;
    if (name == "utf-16le")
        return Encoding::Utf16Le;
    if (name == "utf-16be")
        return Encoding::Utf16Be;
    return std::nullopt;
}

Result<std::unique_ptr<ByteSource>> decode(std::unique_ptr<ByteSource> source, Encoding declared) {
    auto reader = std::make_unique<ByteReader>(std::move(source));
    NS_ASSIGN(const std::string_view head, reader->lookAhead());
    for (const Mark& mark : kMarks) {
        if (head.starts_with(mark.bytes)) {
            reader->consume(mark.bytes.size());
            declared = mark.encoding;
            break;
        }
    }
    if (declared == Encoding::Latin1)
        return std::unique_ptr<ByteSource>(std::make_unique<Latin1Source>(std::move(reader)));
    if (declared == Encoding::Utf16Le || declared == Encoding::Utf16Be)
        return std::unique_ptr<ByteSource>(
            std::make_unique<Utf16Source>(std::move(reader), declared == Encoding::Utf16Be));
    return sourceOf(std::move(reader));
}

} // namespace neuroscribe::corpus
