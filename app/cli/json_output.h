// The one JSON document on stdout.
#pragma once

#include "core/io/json_text.h"

namespace neuroscribe::cli {

using io::Json;
using io::jsonText;
using io::orNull;

void printJson(const Json& document);

} // namespace neuroscribe::cli
