#include "tests/cli/made_study.h"

#include "core/extraction/extractor.h"
#include "tests/cli/cli_process.h"
#include "tests/support/catch.h"
#include "tests/support/synthetic_model.h"

namespace neuroscribe::test {

void makeStudy(const std::string& folder, const std::string& jsonLines, const std::vector<std::string>& labels) {
    const ScratchFolder scratch;
    writeFile(scratch.file("made.jsonl"), jsonLines);
    REQUIRE(runCli({"new", "-p", folder}).status == 0);
    std::vector<std::string> import{"import", scratch.file("made.jsonl"), "--language", "any", "-p", folder};
    for (const std::string& label : labels)
        import.insert(import.end(), {"--label-field", label});
    runJson(import);
    auto project = store::Project::open(folder);
    REQUIRE(project);
    SyntheticEncoder encoder(kMadeLayers, kMadeUnits);
    extraction::ExtractOptions options;
    options.model = "synthetic";
    NullProgress progress;
    REQUIRE(extraction::extract(*project, encoder, SyntheticTokenizer(), options, {}, progress));
}

} // namespace neuroscribe::test
