#include "core/base/result.h"

#include <array>
#include <cstdio>
#include <cstdlib>

namespace neuroscribe {
namespace {

struct CodeText {
    const char* name;
    const char* what;
};

constexpr std::array<CodeText, 25> kCodes{{
    {"io", "cannot read or write"},
    {"not_found", "not found"},
    {"already_exists", "already exists"},
    {"read_only", "read-only"},
    {"disk_full", "not enough disk space"},
    {"locked", "in use by another process"},
    {"corrupt", "damaged data"},
    {"newer_version", "made by a newer version"},
    {"truncated", "the file ends too early"},
    {"parse", "cannot be parsed"},
    {"invalid_argument", "invalid value"},
    {"unsupported", "not supported"},
    {"git_lfs_pointer", "a Git-LFS pointer, not the file itself"},
    {"bad_config", "model configuration not usable"},
    {"missing_tensor", "tensor missing"},
    {"shape_mismatch", "tensor of wrong shape or type"},
    {"non_finite", "not a finite number"},
    {"overflow", "value too large"},
    {"out_of_memory", "not enough memory"},
    {"cancelled", "interrupted"},
    {"not_built", "not part of this build"},
    {"missing_input", "an earlier step is missing"},
    {"stale", "out of date"},
    {"mismatch", "inputs do not belong together"},
    {"internal", "internal error"},
}};
static_assert(kCodes.size() == static_cast<std::size_t>(ErrorCode::Internal) + 1);

} // namespace

const char* errorName(ErrorCode code) {
    return kCodes[static_cast<std::size_t>(code)].name;
}

std::string describe(const Error& error) {
    std::string text = "error: ";
    text += kCodes[static_cast<std::size_t>(error.code)].what;
    if (!error.where.empty())
        text += " (" + error.where + ")";
    if (!error.why.empty())
        text += ": " + error.why;
    text += '.';
    if (!error.hint.empty())
        text += ' ' + error.hint + '.';
    return text;
}

void endWith(const Error& error) {
    std::fprintf(stderr, "a failure was taken for a value: %s\n", describe(error).c_str());
    std::abort();
}

} // namespace neuroscribe
