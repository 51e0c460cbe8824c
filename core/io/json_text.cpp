#include "core/io/json_text.h"

namespace neuroscribe::io {

std::string jsonText(const Json& value) {
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace neuroscribe::io
