#include "core/corpus/import_json.h"

#include <nlohmann/json.hpp>

namespace neuroscribe::corpus {
namespace {

/// A path or field name may be no UTF-8: replaced, never thrown.
std::string dump(const nlohmann::json& value) {
    return value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

} // namespace

std::string toJson(const ImportOptions& options) {
    return dump({{"format", formatName(options.format)},
                 {"text_field", options.textField},
                 {"category_field", options.categoryField},
                 {"label_fields", options.labelFields},
                 {"delimiter", options.delimiter ? std::string(1, options.delimiter) : std::string()},
                 {"encoding", options.encoding},
                 {"min_words", options.minWords},
                 {"max_words", options.maxWords},
                 {"max_per_category", options.maxPerCategory},
                 {"language", options.language},
                 {"seed", options.seed}});
}

std::string toJson(const ImportCounts& counts) {
    nlohmann::json dropped = nlohmann::json::object();
    for (const auto& [reason, count] : counts.dropped)
        dropped[reasonName(reason)] = count;
    return dump({{"read", counts.read},
                 {"kept", counts.kept},
                 {"dropped", dropped},
                 {"replaced_utf8", counts.replacedUtf8},
                 {"unreadable_labels", counts.unreadableLabels},
                 {"categories", counts.categories},
                 {"split", {{"calibration", counts.split[0]}, {"validation", counts.split[1]}}}});
}

std::string toJson(const std::vector<std::string>& files) {
    return dump(files);
}

} // namespace neuroscribe::corpus
