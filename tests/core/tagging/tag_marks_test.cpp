#include "core/tagging/tag_marks.h"

#include <limits>

#include "core/base/random.h"
#include "tests/support/catch.h"

using namespace neuroscribe;
using tagging::TagMark;

namespace {

tagging::TagTable randomTags(std::uint32_t neurons, std::uint32_t descriptors, std::uint64_t seed) {
    Random random(seed);
    tagging::TagTable tags{neurons, descriptors, (descriptors + 63) / 64, {}};
    tags.bits.assign(std::size_t{neurons} * tags.words, 0);
    for (std::uint32_t neuron = 0; neuron < neurons; ++neuron)
        for (std::uint32_t c = 0; c < descriptors; ++c)
            if (random.uniform() < 0.3)
                tags.bits[std::size_t{neuron} * tags.words + c / 64] |= std::uint64_t{1} << (c % 64);
    return tags;
}

} // namespace

TEST_CASE("a cell is marked where it is a tag, solid where q is below alpha and hollow where it is not or undefined") {
    const std::uint32_t descriptors = GENERATE(1U, 26U, 64U, 65U, 130U);
    const tagging::TagTable tags = randomTags(17, descriptors, descriptors);
    Random random(5);
    std::vector<double> q(std::size_t{17} * descriptors);
    for (std::size_t cell = 0; cell < q.size(); ++cell)
        q[cell] = cell % 7 == 0 ? 0.01 : cell % 11 == 0 ? std::numeric_limits<double>::quiet_NaN() : random.uniform();
    const auto marks = tagging::tagMarks(tags, q, 0.01);
    const auto open = tagging::tagMarks(tags, {}, 0.01);
    const auto all = tagging::tagMarks(tags, q, 0.5);
    REQUIRE(marks.size() == q.size());
    for (std::uint32_t neuron = 0; neuron < 17; ++neuron)
        for (std::uint32_t c = 0; c < descriptors; ++c) {
            const std::size_t cell = std::size_t{neuron} * descriptors + c;
            const bool tagged = tags.tagged(NeuronId{neuron}, c);
            CHECK((marks[cell] == TagMark::None) == !tagged);
            CHECK((marks[cell] == TagMark::Solid) == (tagged && q[cell] < 0.01));
            CHECK((all[cell] == TagMark::Solid) == (tagged && q[cell] < 0.5));
            CHECK(open[cell] == (tagged ? TagMark::Unknown : TagMark::None));
        }
}
