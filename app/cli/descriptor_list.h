// Descriptors as they are written for the lexical engine: NAME or NAME=synonym,synonym.
#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"

namespace neuroscribe::cli {

struct NamedDescriptor {
    std::string name;
    std::vector<std::string> synonyms;
};

/// White space around names and synonyms is dropped. Errors: InvalidArgument (no name).
Result<NamedDescriptor> parseDescriptor(const std::string& text);
/// One descriptor a line; empty lines and lines that begin with # are skipped. Errors name file and line.
Result<std::vector<NamedDescriptor>> readDescriptors(const std::string& file);

} // namespace neuroscribe::cli
