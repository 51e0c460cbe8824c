// The hard texts that reference tokenizers were run on: cases.inp and cases.out of the shared data.
#pragma once

#include <filesystem>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "core/text/tokenizer.h"
#include "tests/support/support.h"

namespace neuroscribe::test {

struct TokenizerCase {
    std::string text;
    std::vector<text::TokenId> ids; ///< without special tokens
};

inline std::vector<TokenizerCase> readTokenizerCases(const std::filesystem::path& folder) {
    const std::string separator = "\n__ggml_vocab_test__\n";
    std::string content = readFile((folder / "cases.inp").string()) + separator;
    std::istringstream expected(readFile((folder / "cases.out").string()));
    std::vector<TokenizerCase> cases;
    for (std::size_t at = content.find(separator); at != std::string::npos; at = content.find(separator)) {
        std::string line;
        std::getline(expected, line);
        std::istringstream numbers(line);
        cases.push_back({content.substr(0, at), {std::istream_iterator<text::TokenId>(numbers), {}}});
        content.erase(0, at + separator.size());
    }
    return cases;
}

} // namespace neuroscribe::test
