#include <array>

#include "core/nn/api.h"

namespace neuroscribe::nn {
namespace {

constexpr std::array kSites{"ffn-output", "ffn-inner", "attention-output", "block-output"};
constexpr std::array kPoolings{"cls", "mean", "max"};

template <class Enum, std::size_t N>
Result<Enum> parse(const std::array<const char*, N>& names, const std::string& name, const char* what) {
    std::string known;
    for (std::size_t i = 0; i < N; ++i) {
        if (name == names[i])
            return static_cast<Enum>(i);
        known += i == 0 ? "" : ", ";
        known += names[i];
    }
    return Error{ErrorCode::InvalidArgument, name, std::string("there is no such ") + what, "Known: " + known};
}

} // namespace

const char* siteName(Site site) {
    return kSites.at(static_cast<std::size_t>(site));
}

const char* poolingName(Pooling pooling) {
    return kPoolings.at(static_cast<std::size_t>(pooling));
}

Result<Site> parseSite(const std::string& name) {
    return parse<Site>(kSites, name, "site");
}

Result<Pooling> parsePooling(const std::string& name) {
    return parse<Pooling>(kPoolings, name, "pooling");
}

} // namespace neuroscribe::nn
