// Made embeddings for the tests of clustering.
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/matrix_view.h"

namespace neuroscribe::test {

struct Rows {
    std::size_t dimension = 0;
    std::vector<float> values;

    std::size_t count() const { return values.size() / dimension; }
    MatrixView<const float> view() const { return {values, count(), dimension}; }
    void append(const Rows& more) { values.insert(values.end(), more.values.begin(), more.values.end()); }
};

/// Directions drawn at random, of unit length.
Rows randomRows(std::size_t rows, std::size_t dimension, std::uint64_t seed);
/// Around random centres: `tightness` of a row is its centre, the rest its own.
Rows clusteredRows(std::size_t rows, std::size_t dimension, std::size_t clusters, double tightness, std::uint64_t seed);
/// Corners of a cube, +-1/sqrt(dimension): few values of similarity, which many pairs share.
Rows cornerRows(std::size_t rows, std::size_t dimension, std::uint64_t seed);
/// The first row is an axis; the others have `similarity` along it, up to a few of the smallest steps of a float more
/// or less.
Rows edgeRows(float similarity);

} // namespace neuroscribe::test
