// The three-valued OR of answers: what a merged descriptor is answered (ARCHITECTURE, "Identity of a descriptor").
#pragma once

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <span>

#include "core/labels/label_matrix.h"

namespace neuroscribe::labels {

/// Yes where one says so; else unanswered where one is open; else No.
constexpr Answer kleeneOr(Answer a, Answer b) {
    return a == Answer::Yes || b == Answer::Yes ? Answer::Yes : std::min(a, b);
}

/// Cell by cell, for columns of a label matrix; of equal length.
inline void kleeneOrInto(std::span<std::uint8_t> into, std::span<const std::uint8_t> other) {
    assert(into.size() == other.size());
    for (std::size_t i = 0; i < into.size(); ++i)
        into[i] = static_cast<std::uint8_t>(kleeneOr(static_cast<Answer>(into[i]), static_cast<Answer>(other[i])));
}

} // namespace neuroscribe::labels
