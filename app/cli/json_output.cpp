#include "app/cli/json_output.h"

#include <cstdio>

namespace neuroscribe::cli {

void printJson(const Json& document) {
    std::fputs((jsonText(document) + "\n").c_str(), stdout);
}

} // namespace neuroscribe::cli
