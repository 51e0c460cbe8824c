#include "app/cli/descriptor_list.h"

#include <fstream>
#include <sstream>

namespace neuroscribe::cli {
namespace {

std::string trimmed(const std::string& text) {
    constexpr const char* kSpace = " \t\r\n";
    const std::size_t first = text.find_first_not_of(kSpace);
    if (first == std::string::npos)
        return "";
    return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

} // namespace

Result<NamedDescriptor> parseDescriptor(const std::string& text) {
    const std::size_t equals = text.find('=');
    NamedDescriptor descriptor{trimmed(text.substr(0, equals)), {}};
    if (descriptor.name.empty())
        return Error{ErrorCode::InvalidArgument, text, "a descriptor is written NAME or NAME=synonym,synonym", ""};
    if (equals == std::string::npos)
        return descriptor;
    std::istringstream terms(text.substr(equals + 1));
    for (std::string term; std::getline(terms, term, ',');)
        if (std::string synonym = trimmed(term); !synonym.empty())
            descriptor.synonyms.push_back(std::move(synonym));
    return descriptor;
}

Result<std::vector<NamedDescriptor>> readDescriptors(const std::string& file) {
    std::ifstream in(file);
    if (!in)
        return Error{ErrorCode::NotFound, file, "the file of descriptors can't be opened", ""};
    std::vector<NamedDescriptor> descriptors;
    std::size_t number = 0;
    for (std::string line; std::getline(in, line);) {
        ++number;
        const std::string text = trimmed(line);
        if (text.empty() || text.front() == '#')
            continue;
        auto descriptor = parseDescriptor(text);
        if (!descriptor)
            return Error{ErrorCode::Parse, file + ":" + std::to_string(number), descriptor.error().why, ""};
        descriptors.push_back(std::move(descriptor).value());
    }
    if (in.bad())
        return Error{ErrorCode::Io, file, "reading failed", ""};
    return descriptors;
}

} // namespace neuroscribe::cli
