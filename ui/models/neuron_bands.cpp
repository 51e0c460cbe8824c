#include "ui/models/neuron_bands.h"

#include "core/base/random.h"

#include <algorithm>
#include <numeric>

namespace neuroscribe::ui {
namespace {

constexpr std::uint32_t kBands = 10;
constexpr std::uint32_t kPerBand = 3;

std::vector<std::uint32_t> allOf(std::uint32_t count) {
    std::vector<std::uint32_t> places(count);
    std::iota(places.begin(), places.end(), 0U);
    return places;
}

} // namespace

std::vector<std::uint32_t> bandPlaces(std::uint32_t count) {
    if (count <= kBands * kPerBand)
        return allOf(count);
    std::vector<std::uint32_t> places;
    for (std::uint64_t band = 0; band < kBands; ++band) {
        const auto middle = static_cast<std::uint32_t>((2 * band + 1) * count / (2 * kBands));
        for (std::uint32_t i = 0; i < kPerBand; ++i)
            places.push_back(middle - kPerBand / 2 + i);
    }
    return places;
}

std::vector<std::uint32_t> randomPlaces(std::uint32_t count) {
    std::vector<std::uint32_t> places = allOf(count);
    Random random(kRandomSeed);
    shuffle(std::span(places), random);
    places.resize(std::min(count, kRandomSentences));
    std::ranges::sort(places);
    return places;
}

std::vector<std::uint32_t> orderByValue(std::span<const float> values) {
    std::vector<std::uint32_t> order = allOf(static_cast<std::uint32_t>(values.size()));
    std::ranges::stable_sort(order, [values](std::uint32_t a, std::uint32_t b) { return values[a] > values[b]; });
    return order;
}

} // namespace neuroscribe::ui
