#include "core/descriptors/split_in_two.h"

#include <map>

#include "tests/support/catch.h"

using namespace neuroscribe;
using namespace neuroscribe::descriptors;

namespace {

using Rows = std::map<std::uint32_t, std::vector<float>>;

std::vector<std::uint32_t> split(const Rows& rows) {
    std::vector<RawDescriptorId> members;
    for (const auto& [id, row] : rows)
        members.emplace_back(id);
    std::vector<std::uint32_t> leaving;
    for (const RawDescriptorId id :
         splitInTwo(members, [&rows](RawDescriptorId member) { return std::span<const float>(rows.at(member.value)); }))
        leaving.push_back(id.value);
    return leaving;
}

} // namespace

TEST_CASE("two groups that lie apart are told from each other, the one around the middle stays") {
    CHECK(
        split({{1, {1, 0, 0}}, {2, {0, 1, 0}}, {3, {0.96F, 0.28F, 0}}, {4, {0.28F, 0.96F, 0}}, {5, {0.8F, 0.6F, 0}}}) ==
        std::vector<std::uint32_t>{2, 4});
}

TEST_CASE("a single one that is unlike the others leaves") {
    CHECK(split({{1, {1, 0}}, {2, {1, 0}}, {3, {0.999F, 0.0447F}}, {7, {0, 1}}}) == std::vector<std::uint32_t>{7});
}

TEST_CASE("what has no embedding stays, and what can't be told apart is not split") {
    CHECK(split({{1, {1, 0}}, {2, {}}, {3, {0, 1}}}).size() == 1);
    CHECK(split({{1, {1, 0}}, {2, {1, 0}}}).empty());
    CHECK(split({{1, {1, 0}}, {2, {}}}).empty());
    CHECK(split({}).empty());
}
