// The header of a NumPy file: a Python dict literal, of which only what NumPy itself writes is read. Private to
// core/io.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace neuroscribe::io {

struct NpyHeader {
    std::string descr; ///< "<f4", "|i1", ...
    bool fortranOrder = false;
    std::vector<std::uint64_t> shape;
};

/// text: the dict. Errors: Parse, with `where` (the file).
Result<NpyHeader> parseNpyHeader(std::string_view text, const std::string& where);

} // namespace neuroscribe::io
