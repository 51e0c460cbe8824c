#include "core/descriptors/unit_rows.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace neuroscribe::descriptors {
namespace {

constexpr std::size_t kMaxRows = std::size_t{1} << 24;
constexpr double kUnitTolerance = 1e-4;
constexpr double kLeastBand = 1e-5;

double dot(const float* a, const float* b, std::size_t count) {
    double sum = 0;
    for (std::size_t i = 0; i < count; ++i)
        sum += static_cast<double>(a[i]) * static_cast<double>(b[i]);
    return sum;
}

Status check(const MatrixView<const float>& rows) {
    if (rows.columns() == 0 && rows.rows() != 0)
        return Error{ErrorCode::InvalidArgument, "embeddings", "the rows have no columns", ""};
    if (rows.rows() > kMaxRows)
        return Error{ErrorCode::InvalidArgument, "embeddings",
                     std::to_string(rows.rows()) + " rows are too many to cluster",
                     "At most " + std::to_string(kMaxRows) + " can be"};
    return {};
}

/// The length where the row has to be scaled. Errors: NonFinite.
Result<std::optional<double>> lengthToScale(const MatrixView<const float>& rows, std::size_t row) {
    const float* values = rows.row(row).data();
    const double length = std::sqrt(dot(values, values, rows.columns()));
    if (!std::isfinite(length)) // squares of finite floats do not overflow
        return Error{ErrorCode::NonFinite, "row " + std::to_string(row), "holds a NaN or an infinite number", ""};
    if (length == 0 || std::abs(length - 1) <= kUnitTolerance)
        return std::optional<double>();
    return std::optional(length);
}

} // namespace

Result<UnitRows> UnitRows::borrow(MatrixView<const float> rows) {
    NS_TRY(check(rows));
    UnitRows made;
    made.m_rows = rows.rows();
    made.m_dimension = rows.columns();
    made.m_data = rows.data().data();
    for (std::size_t r = 0; r < rows.rows(); ++r) {
        NS_ASSIGN(const std::optional<double> length, lengthToScale(rows, r));
        if (!length)
            continue;
        if (made.m_owned.empty()) {
            made.m_owned.assign(rows.data().begin(), rows.data().end());
            made.m_data = made.m_owned.data();
        }
        for (std::size_t c = 0; c < rows.columns(); ++c)
            made.m_owned[r * rows.columns() + c] = static_cast<float>(static_cast<double>(rows(r, c)) / *length);
    }
    return made;
}

Result<UnitRows> UnitRows::copy(MatrixView<const float> rows) {
    NS_ASSIGN(UnitRows made, borrow(rows));
    if (made.m_owned.empty()) {
        made.m_owned.assign(rows.data().begin(), rows.data().end());
        made.m_data = made.m_owned.data();
    }
    return made;
}

double UnitRows::similarity(std::uint32_t a, std::uint32_t b) const {
    return dot(row(a), row(b), m_dimension);
}

double UnitRows::band() const {
    constexpr double kRounding = 0x1.0p-24; // of one float32 operation
    constexpr double kLengths = 1.001;      // over the lengths of two rows, and the second order of the roundings
    return std::max(kLeastBand, static_cast<double>(m_dimension + 1) * kRounding * kLengths);
}

SimilarityCut::SimilarityCut(const UnitRows& rows, double threshold) : m_rows(rows), m_threshold(threshold) {
    constexpr float kInfinity = std::numeric_limits<float>::infinity();
    m_lowest = std::nextafter(static_cast<float>(threshold - rows.band()), -kInfinity);
    m_sure = std::nextafter(static_cast<float>(threshold + rows.band()), kInfinity);
}

} // namespace neuroscribe::descriptors
