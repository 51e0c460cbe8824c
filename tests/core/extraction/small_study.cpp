#include "tests/core/extraction/small_study.h"

#include <filesystem>

#include "core/base/random.h"

namespace neuroscribe::test {

std::string sentenceText(std::uint32_t id) {
    Random random(id);
    const std::uint64_t words = 10 + random.below(31);
    std::string text("s");
    text += std::to_string(id);
    for (std::uint64_t w = 1; w < words; ++w)
        text += " w" + std::to_string(random.below(5000));
    return text;
}

std::uint64_t sentenceKey(std::uint32_t id) {
    return SyntheticEncoder::sentenceKey(SyntheticTokenizer().encodeForModel(sentenceText(id), 512));
}

void addSentences(store::Project& project, std::uint32_t first, std::uint32_t count) {
    store::Database& database = project.writer();
    auto transaction = store::Transaction::begin(database);
    REQUIRE(transaction);
    REQUIRE(database.execute("INSERT OR IGNORE INTO category VALUES (0, 'all');"
                             "INSERT OR IGNORE INTO import VALUES (1, '[]', '{}', '{}', '')"));
    auto insert = database.prepare("INSERT INTO sentence VALUES (?, ?, ?, 0, 10, ?, 1, '')");
    REQUIRE(insert);
    for (std::uint32_t id = first; id < first + count; ++id) {
        const std::string text = sentenceText(id);
        const Hash128 hash = hashText(text);
        insert->bind(1, std::int64_t{id}).bind(2, std::string_view(text));
        insert->bind(3, std::as_bytes(std::span(&hash, 1)));
        insert->bind(4, static_cast<std::int64_t>(Random(id + 1).below(2)));
        REQUIRE(insert->run());
    }
    REQUIRE(transaction->commit());
}

store::Project makeStudy(const std::string& folder, std::uint32_t sentences) {
    auto project = store::Project::create(folder);
    REQUIRE(project);
    addSentences(*project, 0, sentences);
    return std::move(*project);
}

store::Project openStudy(const std::string& folder) {
    auto project = store::Project::open(folder);
    REQUIRE(project);
    return std::move(*project);
}

std::map<std::string, std::string> activationFiles(const std::string& studyFolder) {
    std::map<std::string, std::string> files;
    const std::filesystem::path root = std::filesystem::path(studyFolder) / "activations";
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root))
        if (entry.is_regular_file())
            files[std::filesystem::relative(entry.path(), root).string()] = readFile(entry.path().string());
    return files;
}

} // namespace neuroscribe::test
