// Floats aligned to a cache line, not initialised, never shrinking.
#pragma once

#include <cstddef>
#include <memory>
#include <new>

namespace neuroscribe::nn {

class AlignedBuffer {
public:
    /// Makes room for `count` floats; what was inside is lost when it grows. Throws std::bad_alloc.
    void reserve(std::size_t count) {
        if (count <= m_count)
            return;
        m_data.reset();
        m_data.reset(static_cast<float*>(::operator new(count * sizeof(float), kAlignment)));
        m_count = count;
    }
    float* data() const { return m_data.get(); }
    std::size_t size() const { return m_count; }

private:
    static constexpr std::align_val_t kAlignment{64};
    struct Free {
        void operator()(float* data) const { ::operator delete(data, kAlignment); }
    };
    std::unique_ptr<float, Free> m_data;
    std::size_t m_count = 0;
};

} // namespace neuroscribe::nn
