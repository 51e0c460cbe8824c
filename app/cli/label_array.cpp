#include "app/cli/label_array.h"

#include "core/io/npy.h"

namespace neuroscribe::cli {

Result<labels::LabelMatrix> readLabelArray(const std::string& file) {
    NS_ASSIGN(const auto array, io::readInt8Npy(file));
    labels::LabelMatrix matrix(static_cast<std::uint32_t>(array.rows), static_cast<std::uint32_t>(array.columns));
    for (std::uint32_t row = 0; row < array.rows; ++row)
        for (std::uint32_t column = 0; column < array.columns; ++column) {
            const std::int8_t value = array.values[row * array.columns + column];
            if (value < -1 || value > 1)
                return Error{ErrorCode::Parse, file + ": row " + std::to_string(row),
                             "a label is 1, 0 or -1, not " + std::to_string(value), ""};
            matrix.set(SentenceId(row), column,
                       value < 0 ? labels::Answer::Unanswered : (value ? labels::Answer::Yes : labels::Answer::No));
        }
    return matrix;
}

} // namespace neuroscribe::cli
