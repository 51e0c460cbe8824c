#include "tests/bench/made_study.h"

#include "core/base/random.h"
#include "core/corpus/importer.h"
#include "core/labels/descriptor.h"
#include "tests/bench/must.h"

#include <fstream>
#include <vector>

namespace neuroscribe::bench {

void addSentences(store::Project& project, const std::string& folder, std::uint32_t sentences, std::uint64_t words) {
    std::ofstream file(folder + ".txt");
    for (std::uint32_t s = 0; s < sentences; ++s) {
        Random random(s);
        file << s;
        for (std::uint64_t w = 10 + random.below(words); w > 0; --w)
            file << " word" << random.below(5'000);
        file << '\n';
    }
    file.close();
    corpus::ImportOptions options;
    options.format = corpus::Format::Text;
    options.language = "any";
    options.maxPerCategory = 0;
    NullProgress progress;
    must(corpus::importFiles(project, {folder + ".txt"}, options, {}, progress));
}

std::string descriptorName(std::uint32_t descriptor) {
    return "descriptor " + std::to_string(descriptor);
}

void addLabels(store::Database& database, std::uint32_t sentences, std::uint32_t descriptors) {
    const auto engine = must(labels::registerEngine(database, labels::kLabelMatrixName, "random", ""));
    for (std::uint32_t d = 0; d < descriptors; ++d) {
        must(labels::addDescriptor(database, descriptorName(d)));
        Random random(d);
        std::vector<labels::Answer> answers;
        for (std::uint32_t s = 0; s < sentences; ++s)
            answers.push_back(random.below(4 + d) == 0 ? labels::Answer::Yes : labels::Answer::No);
        must(labels::storeAnswers(database, engine, descriptorName(d), SentenceId{0}, answers));
    }
}

} // namespace neuroscribe::bench
