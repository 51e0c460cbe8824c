#include "app/cli/json_output.h"

#include <cstdio>

namespace neuroscribe::cli {

std::string jsonText(const Json& value) {
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

void printJson(const Json& document) {
    std::fputs((jsonText(document) + "\n").c_str(), stdout);
}

} // namespace neuroscribe::cli
