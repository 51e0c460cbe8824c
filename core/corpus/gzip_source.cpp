#include "core/corpus/gzip_source.h"

#include <array>

#include <zlib.h>

namespace neuroscribe::corpus {
namespace {

constexpr int kGzipOnly = 16 + MAX_WBITS;

class GzipSource final : public ByteSource {
public:
    GzipSource(std::unique_ptr<ByteSource> packed, std::string name)
        : m_packed(std::move(packed)), m_name(std::move(name)) {
        m_ready = inflateInit2(&m_stream, kGzipOnly) == Z_OK;
    }
    GzipSource(const GzipSource&) = delete;
    GzipSource& operator=(const GzipSource&) = delete;
    ~GzipSource() override {
        if (m_ready)
            inflateEnd(&m_stream);
    }

    Result<std::size_t> read(std::span<char> bytes) override {
        if (!m_ready)
            return Error{ErrorCode::OutOfMemory, m_name, "no memory to unpack it", {}};
        m_stream.next_out = reinterpret_cast<Bytef*>(bytes.data());
        m_stream.avail_out = static_cast<uInt>(bytes.size());
        while (m_stream.avail_out == bytes.size()) {
            NS_ASSIGN(const bool more, refill());
            if (!more)
                return m_insideMember ? truncated() : Result<std::size_t>(std::size_t{0});
            NS_TRY(unpack());
        }
        return bytes.size() - m_stream.avail_out;
    }

    std::uint64_t position() const override { return m_packed->position(); }

private:
    Result<bool> refill() {
        if (m_stream.avail_in > 0)
            return true;
        NS_ASSIGN(const std::size_t got, m_packed->read(m_buffer));
        m_stream.next_in = reinterpret_cast<Bytef*>(m_buffer.data());
        m_stream.avail_in = static_cast<uInt>(got);
        return got > 0;
    }

    Status unpack() {
        if (!m_insideMember) {
            // gzip(1) ignores zeros that pad the end of a tape or block.
            if (m_members > 0 && *m_stream.next_in == 0) {
                ++m_stream.next_in;
                --m_stream.avail_in;
                return {};
            }
            m_insideMember = true;
        }
        const int code = inflate(&m_stream, Z_NO_FLUSH);
        if (code == Z_STREAM_END) {
            m_insideMember = false;
            ++m_members;
            inflateReset(&m_stream);
            return {};
        }
        if (code == Z_OK || code == Z_BUF_ERROR)
            return {};
        return Error{ErrorCode::Corrupt, m_name, m_stream.msg ? m_stream.msg : "the packed data is damaged",
                     "Download or copy the file again"};
    }

    Error truncated() const {
        return {ErrorCode::Truncated, m_name, "the packed file ends too early", "Download or copy the file again"};
    }

    std::unique_ptr<ByteSource> m_packed;
    std::string m_name;
    z_stream m_stream{};
    std::array<char, 1 << 16> m_buffer{};
    bool m_ready = false;
    bool m_insideMember = false;
    std::uint64_t m_members = 0;
};

} // namespace

bool looksLikeGzip(std::string_view head) {
    return head.size() >= 3 && head[0] == '\x1f' && head[1] == '\x8b' && head[2] == '\x08';
}

std::unique_ptr<ByteSource> makeGzipSource(std::unique_ptr<ByteSource> packed, std::string name) {
    return std::make_unique<GzipSource>(std::move(packed), std::move(name));
}

} // namespace neuroscribe::corpus
