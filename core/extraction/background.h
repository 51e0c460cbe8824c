// One piece of work at a time on a thread of its own: the extraction overlaps tokenizing, storing and writing with the
// computing this way. Waits in its destructor, so that the work may refer to its owner's neighbours.
#pragma once

#include <chrono>
#include <future>
#include <new>
#include <optional>
#include <utility>

#include "core/base/result.h"

namespace neuroscribe::extraction {

template <class T>
class Background {
public:
    /// Nothing may be under way.
    template <class Work>
    void start(Work work) {
        m_future = std::async(std::launch::async, std::move(work));
    }
    bool running() const { return m_future.valid(); }
    bool finished() const {
        return m_future.valid() && m_future.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
    }
    /// The outcome; only after start().
    Result<T> wait() { return m_future.get(); }

private:
    std::future<Result<T>> m_future;
};

} // namespace neuroscribe::extraction
