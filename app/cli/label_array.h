// Labels from a NumPy array.
#pragma once

#include <string>

#include "core/base/result.h"
#include "core/labels/label_matrix.h"

namespace neuroscribe::cli {

/// [n][descriptors]: 1 yes, 0 no, -1 unanswered. Errors: those of readInt8Npy, Parse (names the row).
Result<labels::LabelMatrix> readLabelArray(const std::string& file);

} // namespace neuroscribe::cli
