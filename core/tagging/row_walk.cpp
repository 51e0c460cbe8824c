#include "core/tagging/row_walk.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cmath>
#include <limits>

#include "core/base/float16.h"
#include "core/tagging/tag_bits.h"

namespace neuroscribe::tagging {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr std::uint32_t kHalfKeys = 1U << 16;

/// The number that was ranked. A key below 65,536 is one of a half: those of finite floats start at 2^23.
double valueOfKey(std::uint32_t key) {
    if (key < kHalfKeys) {
        const auto half = static_cast<std::uint16_t>(key);
        return static_cast<double>(
            halfToFloat(static_cast<std::uint16_t>(half & 0x8000U ? half & 0x7FFFU : ~half & 0xFFFFU)));
    }
    return static_cast<double>(std::bit_cast<float>(key & 0x80000000U ? key & 0x7FFFFFFFU : ~key));
}

std::uint32_t keyOf(std::uint64_t entry) {
    return static_cast<std::uint32_t>(entry >> 32);
}

std::uint32_t positionOf(std::uint64_t entry) {
    return static_cast<std::uint32_t>(entry);
}

/// One stable pass of a radix sort on `bits` bits from `shift` on.
void radixPass(const std::vector<std::uint64_t>& from, std::vector<std::uint64_t>& to, unsigned shift, unsigned bits) {
    std::array<std::uint32_t, 1U << 11> starts{};
    const std::uint64_t mask = (std::uint64_t{1} << bits) - 1;
    for (const std::uint64_t entry : from)
        ++starts[entry >> shift & mask];
    std::uint32_t sum = 0;
    for (std::uint32_t& start : starts) {
        const std::uint32_t count = start;
        start = sum;
        sum += count;
    }
    for (const std::uint64_t entry : from)
        to[starts[entry >> shift & mask]++] = entry;
}

} // namespace

RowBits::RowBits(const SplitLabels& labels)
    : m_members(labels.members()), m_words((labels.descriptors() + 63) / 64), m_complete(labels.allAnswered()),
      m_yesBits(std::size_t{m_members} * m_words), m_rareBits(m_complete ? 0 : m_yesBits.size()),
      m_yes(labels.yes().begin(), labels.yes().end()), m_answered(labels.answered().begin(), labels.answered().end()) {
    for (const std::uint32_t answered : labels.answered())
        m_rareIsUnanswered.push_back(2 * std::uint64_t{answered} >= m_members);
    for (std::size_t member = 0; member < m_members; ++member)
        for (std::uint32_t c = 0; c < labels.descriptors(); ++c) {
            const std::size_t from = member * labels.stride() + c, to = member * m_words + c / 64;
            m_yesBits[to] |= std::uint64_t{labels.yesBytes()[from]} << (c % 64);
            if (!m_complete)
                m_rareBits[to] |= std::uint64_t{(labels.answeredBytes()[from] != 0) != rareIsUnanswered(c)} << (c % 64);
        }
}

bool RowBits::answered(std::uint32_t member, std::uint32_t c) const {
    if (m_complete)
        return true;
    const bool isRare = rare(member)[c / 64] >> (c % 64) & 1U;
    return isRare != rareIsUnanswered(c);
}

RowWalker::RowWalker(const RowBits& labels)
    : m_labels(labels), m_entries(labels.members()), m_scratch(labels.members()), m_lanes(labels.descriptors()),
      m_yesMask(labels.words()), m_rareMask(labels.words()), m_yesCounts(labels.descriptors()),
      m_rareCounts(labels.descriptors()) {}

/// Ascending by key.
void RowWalker::sort(std::span<const std::uint32_t> keys) {
    std::uint32_t all = 0;
    for (std::uint32_t i = 0; i < keys.size(); ++i) {
        m_entries[i] = std::uint64_t{keys[i]} << 32 | i;
        all |= keys[i];
    }
    const unsigned bits = all < kHalfKeys ? 8 : 11;
    const unsigned passes = all < kHalfKeys ? 2 : 3;
    for (unsigned pass = 0; pass < passes; ++pass) {
        radixPass(m_entries, m_scratch, 32 + pass * bits, std::min(bits, 32 - pass * bits));
        m_entries.swap(m_scratch);
    }
}

/// yes > 0 sentences of the group are labelled with c; rare: how many of it are what is rare of c.
inline void RowWalker::takeYes(const Group& group, std::uint32_t c, double yes, double rare) {
    Lane& lane = m_lanes[c];
    const bool inverse = m_labels.rareIsUnanswered(c);
    const double before = inverse ? group.before - lane.rare : lane.rare;
    const double here = inverse ? group.size - rare : rare;
    const double below = m_labels.answeredOf(c) - before; // with the group itself
    lane.wins += yes * (2 * (below - here) + here);
    lane.precisionTop += yes * (lane.yes + yes) / (before + here);
    lane.precisionBottom += yes * (m_labels.yesOf(c) - lane.yes) / below;
    lane.sumYes += yes * group.value;
    lane.yes += yes;
}

/// Fills the counts and masks of a group of several sentences.
void RowWalker::countGroup(const Group& group) {
    std::ranges::fill(m_yesMask, 0U);
    std::ranges::fill(m_rareMask, 0U);
    for (std::size_t i = group.first; i < group.last; ++i) {
        const std::uint32_t member = positionOf(m_entries[i]);
        for (std::uint32_t word = 0; word < m_labels.words(); ++word) {
            m_yesMask[word] |= m_labels.yes(member)[word];
            forEachTag({m_labels.yes(member) + word, 1}, [&](std::uint32_t bit) { ++m_yesCounts[word * 64 + bit]; });
            if (m_labels.complete())
                continue;
            m_rareMask[word] |= m_labels.rare(member)[word];
            forEachTag({m_labels.rare(member) + word, 1}, [&](std::uint32_t bit) { ++m_rareCounts[word * 64 + bit]; });
        }
    }
}

void RowWalker::takeGroup(const Group& group) {
    const std::uint32_t words = m_labels.words();
    const bool single = group.last - group.first == 1;
    const std::uint32_t member = positionOf(m_entries[group.first]);
    if (!single)
        countGroup(group);
    const std::uint64_t* yesMask = single ? m_labels.yes(member) : m_yesMask.data();
    const std::uint64_t* rareMask = m_labels.complete() ? nullptr : single ? m_labels.rare(member) : m_rareMask.data();
    forEachTag({yesMask, words}, [&](std::uint32_t c) {
        const bool isRare = rareMask && (rareMask[c / 64] >> (c % 64) & 1U) != 0;
        if (single)
            return takeYes(group, c, 1.0, isRare ? 1.0 : 0.0);
        takeYes(group, c, m_yesCounts[c], isRare ? m_rareCounts[c] : 0.0);
        m_yesCounts[c] = 0;
    });
    if (!rareMask)
        return;
    forEachTag({rareMask, words}, [&](std::uint32_t c) {
        const double rare = single ? 1.0 : m_rareCounts[c];
        m_lanes[c].rare += rare;
        m_lanes[c].sumRare += rare * group.value;
        m_lanes[c].squaresRare += rare * group.value * group.value;
        m_rareCounts[c] = 0;
    });
}

void RowWalker::walk(std::span<const std::uint32_t> keys, const Out& out) {
    assert(keys.size() == m_entries.size());
    sort(keys);
    std::ranges::fill(m_lanes, Lane{});
    const std::size_t members = m_entries.size();
    const double shift = valueOfKey(keyOf(m_entries[members / 2])); // near the values: their squares stay small
    Totals all;
    for (std::size_t last = members; last > 0;) {
        const std::uint32_t key = keyOf(m_entries[last - 1]);
        std::size_t first = last - 1;
        while (first > 0 && keyOf(m_entries[first - 1]) == key)
            --first;
        const Group group{first, last, valueOfKey(key) - shift, static_cast<double>(last - first),
                          static_cast<double>(members - last)};
        takeGroup(group);
        all.sum += group.size * group.value;
        all.squares += group.size * group.value * group.value;
        last = first;
    }
    for (std::uint32_t c = 0; c < m_labels.descriptors(); ++c) {
        const double yes = m_labels.yesOf(c);
        const bool both = yes > 0 && yes < m_labels.answeredOf(c);
        out.r[c] = both ? pointBiserial(c, all) : kNan;
        // Among the yes themselves each pair was counted 2, and each of them 1 with itself.
        out.wins[c] = both ? m_lanes[c].wins - yes * yes : kNan;
        out.auprcTop[c] = yes > 0 ? m_lanes[c].precisionTop / yes : kNan;
        out.auprcBottom[c] = yes > 0 ? m_lanes[c].precisionBottom / yes : kNan;
    }
}

/// All answered sentences of c have one activation. Looked up, not computed: rounding would leave a dust of variance.
bool RowWalker::isConstant(std::uint32_t c) const {
    const auto answered = [&](std::uint64_t entry) { return m_labels.answered(positionOf(entry), c); };
    const auto lowest = std::ranges::find_if(m_entries, answered);
    const auto highest = std::find_if(m_entries.rbegin(), m_entries.rend(), answered);
    return lowest == m_entries.end() || keyOf(*lowest) == keyOf(*highest);
}

/// (mean of yes - mean of no) / s * sqrt(p (1 - p)); some are yes and some are no.
double RowWalker::pointBiserial(std::uint32_t c, const Totals& all) const {
    if (isConstant(c))
        return kNan;
    const Lane& lane = m_lanes[c];
    const bool inverse = m_labels.rareIsUnanswered(c);
    const double sum = inverse ? all.sum - lane.sumRare : lane.sumRare;
    const double squares = inverse ? all.squares - lane.squaresRare : lane.squaresRare;
    const double yes = m_labels.yesOf(c), answered = m_labels.answeredOf(c);
    const double mean = sum / answered;
    const double variance = squares / answered - mean * mean;
    // Where nearly all of the spread is in the other sentences, or the mean is far away, digits were lost.
    constexpr double kLost = 1e-5;
    if (!(variance > kLost * (all.squares / static_cast<double>(m_labels.members()))) ||
        !(variance > kLost * mean * mean))
        return slowPointBiserial(c);
    const double apart = lane.sumYes / yes - (sum - lane.sumYes) / (answered - yes);
    const double p = yes / answered;
    return std::clamp(apart / std::sqrt(variance) * std::sqrt(p * (1 - p)), -1.0, 1.0);
}

/// The same in two passes over the answered sentences.
double RowWalker::slowPointBiserial(std::uint32_t c) const {
    double sumYes = 0, sumNo = 0;
    const double yes = m_labels.yesOf(c), answered = m_labels.answeredOf(c), no = answered - yes;
    const auto forEachAnswered = [&](const auto& visit) {
        for (const std::uint64_t entry : m_entries)
            if (m_labels.answered(positionOf(entry), c))
                visit(valueOfKey(keyOf(entry)), m_labels.isYes(positionOf(entry), c));
    };
    double anchor = kNan; // an own value: the differences from it are exact or nearly so
    forEachAnswered([&](double value, bool isYes) {
        anchor = std::isnan(anchor) ? value : anchor;
        (isYes ? sumYes : sumNo) += value - anchor;
    });
    const double mean = (sumYes + sumNo) / answered;
    double squares = 0;
    forEachAnswered([&](double value, bool) { squares += (value - anchor - mean) * (value - anchor - mean); });
    const double p = yes / answered;
    return std::clamp((sumYes / yes - sumNo / no) / std::sqrt(squares / answered) * std::sqrt(p * (1 - p)), -1.0, 1.0);
}

} // namespace neuroscribe::tagging
