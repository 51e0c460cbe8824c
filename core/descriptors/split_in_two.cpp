#include "core/descriptors/split_in_two.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace neuroscribe::descriptors {
namespace {

constexpr int kMostRounds = 50;
constexpr double kApart = 1e-6; // of cosines that are to differ

struct Row {
    RawDescriptorId member;
    std::span<const float> vector;
};
using Vector = std::vector<double>;

double dot(std::span<const float> row, const Vector& centre) {
    double sum = 0;
    for (std::size_t i = 0; i < row.size(); ++i)
        sum += static_cast<double>(row[i]) * centre[i];
    return sum;
}

Vector asVector(std::span<const float> row) {
    return {row.begin(), row.end()};
}

/// Unit length, or zero where the rows cancel out.
Vector meanOf(const std::vector<Row>& rows, const std::vector<std::uint8_t>& groups, std::uint8_t group) {
    Vector mean(rows.front().vector.size());
    for (std::size_t r = 0; r < rows.size(); ++r)
        if (groups[r] == group)
            for (std::size_t i = 0; i < mean.size(); ++i)
                mean[i] += static_cast<double>(rows[r].vector[i]);
    double length = 0;
    for (const double value : mean)
        length += value * value;
    if (length > 0)
        for (double& value : mean)
            value /= std::sqrt(length);
    return mean;
}

/// The first of the least similar ones.
std::size_t farthest(const std::vector<Row>& rows, const Vector& centre) {
    std::size_t found = 0;
    double least = dot(rows[0].vector, centre);
    for (std::size_t r = 1; r < rows.size(); ++r)
        if (const double similarity = dot(rows[r].vector, centre); similarity < least) {
            least = similarity;
            found = r;
        }
    return found;
}

std::size_t nearest(const std::vector<Row>& rows, const Vector& centre) {
    Vector opposite = centre;
    for (double& value : opposite)
        value = -value;
    return farthest(rows, opposite);
}

/// Returns whether anything changed.
bool assign(const std::vector<Row>& rows, const Vector& first, const Vector& second,
            std::vector<std::uint8_t>& groups) {
    bool changed = false;
    for (std::size_t r = 0; r < rows.size(); ++r) {
        const std::uint8_t group = dot(rows[r].vector, second) > dot(rows[r].vector, first) ? 1 : 0;
        changed |= group != groups[r];
        groups[r] = group;
    }
    return changed;
}

} // namespace

std::vector<RawDescriptorId> splitInTwo(std::span<const RawDescriptorId> members, const EmbeddingOf& embedding) {
    std::vector<Row> rows;
    for (const RawDescriptorId member : members)
        if (const auto vector = embedding(member); !vector.empty())
            rows.push_back({member, vector});
    if (rows.size() < 2)
        return {};
    std::vector<std::uint8_t> groups(rows.size(), 0);
    const Vector mean = meanOf(rows, groups, 0);
    Vector first = asVector(rows[farthest(rows, mean)].vector);
    const std::size_t other = farthest(rows, first);
    if (dot(rows[other].vector, first) > 1 - kApart)
        return {};
    Vector second = asVector(rows[other].vector);
    for (int round = 0; round < kMostRounds && assign(rows, first, second, groups); ++round) {
        first = meanOf(rows, groups, 0);
        second = meanOf(rows, groups, 1);
    }
    const std::uint8_t kept = groups[nearest(rows, mean)];
    std::vector<RawDescriptorId> leaving;
    for (std::size_t r = 0; r < rows.size(); ++r)
        if (groups[r] != kept)
            leaving.push_back(rows[r].member);
    std::sort(leaving.begin(), leaving.end());
    return leaving;
}

} // namespace neuroscribe::descriptors
