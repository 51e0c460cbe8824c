#include <array>

#include "core/llm/language_model.h"

namespace neuroscribe::llm {
namespace {

constexpr std::array<const char*, 8> kNames{"none",     "refused",   "unparsable", "undecided",
                                            "too_long", "timed_out", "network",    "server"};
static_assert(kNames.size() == static_cast<std::size_t>(Failure::Server) + 1);

} // namespace

const char* failureName(Failure failure) {
    return kNames[static_cast<std::size_t>(failure)];
}

} // namespace neuroscribe::llm
