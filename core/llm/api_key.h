// The key of a server. It is held in memory only: never in a project, a log, an error or an export.
#pragma once

#include <string>

#include "core/base/result.h"

namespace neuroscribe::llm {

/// First line of a file that only its owner may read and write (mode 0600 or less). Errors: NotFound, Io,
/// InvalidArgument (mode, or not a key).
Result<std::string> readKeyFile(const std::string& path);

/// That of the file if one is named, else NEUROSCRIBE_API_KEY, else empty.
Result<std::string> findApiKey(const std::string& keyFile);

/// A key is printable ASCII without spaces, so that it can't bring a header of its own; empty is fine. The error does
/// not repeat it.
Status checkApiKey(const std::string& key, const std::string& where);

} // namespace neuroscribe::llm
