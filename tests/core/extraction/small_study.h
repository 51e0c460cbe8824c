// Studies with made-up sentences, for the tests of extraction.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/extraction/extractor.h"
#include "core/extraction/run_reader.h"
#include "core/store/project.h"
#include "tests/support/catch.h"
#include "tests/support/support.h"
#include "tests/support/synthetic_model.h"

namespace neuroscribe::test {

/// Between 10 and 40 words, different for each id.
std::string sentenceText(std::uint32_t id);
std::uint64_t sentenceKey(std::uint32_t id); ///< what the synthetic encoder makes its values from

void addSentences(store::Project& project, std::uint32_t first, std::uint32_t count);
store::Project makeStudy(const std::string& folder, std::uint32_t sentences);
store::Project openStudy(const std::string& folder);

/// 3 layers x 5 units, batches of about 200 tokens.
struct SmallModel {
    SyntheticEncoder encoder{3, 5};
    SyntheticTokenizer tokenizer;
    extraction::ExtractOptions options;
    SmallModel() {
        options.model = "synthetic";
        options.batchTokens = 200;
    }
    Result<extraction::ExtractResult> extract(store::Project& project, std::stop_token stop = {}) {
        NullProgress progress;
        return extraction::extract(project, encoder, tokenizer, options, std::move(stop), progress);
    }
};

/// Name -> content of everything below activations/.
std::map<std::string, std::string> activationFiles(const std::string& studyFolder);

} // namespace neuroscribe::test
