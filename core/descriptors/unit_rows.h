// Vectors as directions: what clustering compares is their cosine, the dot product of rows of unit length.
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/matrix_view.h"
#include "core/base/result.h"

namespace neuroscribe::descriptors {

/// Rows within 1e-4 of unit length are taken as they are, any other is divided by its length (in double precision,
/// rounded to float32). A row of zeros stays one: similar to itself only.
class UnitRows {
public:
    /// [rows][dimension]; the numbers outlive this unless some row has to be scaled.
    /// Errors: InvalidArgument (no dimension, more than 2^24 rows), NonFinite (names the row). Throws std::bad_alloc.
    static Result<UnitRows> borrow(MatrixView<const float> rows);
    /// The same with numbers of its own.
    static Result<UnitRows> copy(MatrixView<const float> rows);
    UnitRows(UnitRows&&) = default;
    UnitRows& operator=(UnitRows&&) = default;

    std::uint32_t size() const { return static_cast<std::uint32_t>(m_rows); }
    std::size_t dimension() const { return m_dimension; }
    const float* row(std::uint32_t row) const { return m_data + row * m_dimension; }

    /// The dot product in double precision, summed in index order.
    double similarity(std::uint32_t a, std::uint32_t b) const;
    /// How far a dot product in float32 may be from similarity(): at least 1e-5, and the bound of a sum of `dimension`
    /// products where that is more (Higham 2002, "Accuracy and Stability", section 3.1).
    double band() const;

private:
    UnitRows() = default;

    const float* m_data = nullptr;
    std::size_t m_rows = 0;
    std::size_t m_dimension = 0;
    std::vector<float> m_owned; ///< empty when borrowed
};

/// "At least as similar as threshold", told from a product in float32 wherever that is sure.
class SimilarityCut {
public:
    SimilarityCut(const UnitRows& rows, double threshold);
    /// Products below it are surely of less similar rows.
    float lowest() const { return m_lowest; }
    /// Products from here on are surely of similar rows.
    float sure() const { return m_sure; }
    /// product: of rows a and b, at least lowest().
    bool holds(std::uint32_t a, std::uint32_t b, float product) const {
        return product >= m_sure || m_rows.similarity(a, b) >= m_threshold;
    }

private:
    const UnitRows& m_rows;
    double m_threshold;
    float m_lowest;
    float m_sure;
};

} // namespace neuroscribe::descriptors
