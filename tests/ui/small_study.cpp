#include "tests/ui/small_study.h"

#include "core/corpus/importer.h"
#include "core/extraction/extractor.h"
#include "core/labels/descriptor.h"
#include "core/store/project.h"
#include "tests/support/catch.h"
#include "tests/support/synthetic_model.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QThread>

#include <algorithm>

namespace neuroscribe::test {
namespace {

std::string topic(std::uint32_t number) {
    return "topic" + std::to_string(number);
}

/// Topics of a sentence: one in six has topic 0, fewer the next ones.
bool hasTopic(std::uint32_t sentence, std::uint32_t number) {
    return sentence % (6 + 2 * number) == number;
}

/// Noise, and a high value where the topic of the unit occurs; stronger in later layers.
struct PlantedEncoder final : nn::Encoder {
    std::uint32_t layers() const override { return kLayers; }
    std::uint32_t units() const override { return kUnits; }
    std::uint32_t maxTokens() const override { return 512; }
    std::uint32_t vocabularySize() const override { return 30'002; }
    Hash128 weightsHash() const override { return {5, 6}; }
    std::string deviceText() const override { return "CPU, planted"; }
    Status encode(const nn::PackedBatch& batch, std::span<float> out) override {
        for (std::size_t s = 0; s < batch.sentences(); ++s) {
            const auto begin = static_cast<std::size_t>(batch.offsets[s]);
            const auto tokens =
                std::span(batch.tokens).subspan(begin, static_cast<std::size_t>(batch.offsets[s + 1]) - begin);
            const std::uint64_t key = SyntheticEncoder::sentenceKey(tokens);
            for (std::uint32_t n = 0; n < kLayers * kUnits; ++n) {
                const std::uint32_t unit = n % kUnits;
                const text::TokenId wanted = SyntheticTokenizer().encode(topic(unit)).front();
                const bool planted =
                    unit < kDescriptors && std::find(tokens.begin(), tokens.end(), wanted) != tokens.end();
                out[s * kLayers * kUnits + n] =
                    SyntheticEncoder::value(key, n) / 4 + (planted ? static_cast<float>(n / kUnits) + 0.8F : 0.0F);
            }
        }
        return {};
    }
};

void importSentences(store::Project& project, const std::string& folder, std::uint32_t sentences) {
    std::string lines;
    for (std::uint32_t s = 0; s < sentences; ++s) {
        lines += "sentence number " + std::to_string(s) + " is about";
        for (std::uint32_t t = 0; t < kDescriptors; ++t)
            if (hasTopic(s, t))
                lines.append(" ").append(topic(t));
        lines += " and a few further words that make it long enough to wrap into two lines of a narrow list\n";
    }
    const std::string file = folder + ".txt";
    writeFile(file, lines);
    corpus::ImportOptions options;
    options.format = corpus::Format::Text;
    options.language = "any";
    options.minWords = 1;
    NullProgress progress;
    const auto counts = corpus::importFiles(project, {file}, options, {}, progress);
    REQUIRE(counts);
    REQUIRE(counts->kept == sentences);
}

void labelSentences(store::Project& project, std::uint32_t sentences) {
    store::Database& database = project.writer();
    const auto texts = corpus::loadTexts(database, SentenceId{0}, sentences);
    REQUIRE(texts);
    auto transaction = store::Transaction::begin(database);
    REQUIRE(transaction);
    const auto engine = labels::registerEngine(database, labels::kLabelMatrixName, "planted", "");
    REQUIRE(engine);
    for (std::uint32_t t = 0; t < kDescriptors; ++t) {
        const std::string name = t + 1 == kDescriptors ? kLongName : topic(t);
        REQUIRE(labels::addDescriptor(database, name));
        std::vector<labels::Answer> answers;
        for (const std::string& text : *texts)
            answers.push_back((text + " ").find(topic(t) + " ") != std::string::npos ? labels::Answer::Yes
                                                                                     : labels::Answer::No);
        REQUIRE(labels::storeAnswers(database, *engine, name, SentenceId{0}, answers));
    }
    REQUIRE(transaction->commit());
}

} // namespace

void makeBareStudy(const std::string& folder) {
    auto project = store::Project::create(folder);
    REQUIRE(project);
    importSentences(*project, folder, 20);
}

void makeSmallStudy(const std::string& folder, std::uint32_t sentences) {
    auto project = store::Project::create(folder);
    REQUIRE(project);
    importSentences(*project, folder, sentences);
    labelSentences(*project, sentences);
    PlantedEncoder encoder;
    extraction::ExtractOptions options;
    options.model = "planted";
    NullProgress progress;
    const auto result = extraction::extract(*project, encoder, SyntheticTokenizer(), options, {}, progress);
    REQUIRE(result);
}

bool waitFor(const std::function<bool()>& condition) {
    constexpr int kLongestMs = 60'000; // a job loads libtorch, which takes long on a busy machine
    QElapsedTimer timer;
    timer.start();
    while (!condition()) {
        if (timer.hasExpired(kLongestMs))
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        QThread::msleep(1);
    }
    QCoreApplication::processEvents();
    return true;
}

void settle(app::Session& session) {
    REQUIRE(waitFor([&session] { return session.isTaggingSettled(); }));
}

void openAndSettle(app::Session& session, const std::string& folder) {
    session.openStudy(QString::fromStdString(folder));
    REQUIRE(waitFor([&session] { return session.tagger() && session.isTaggingSettled() && session.enrichment(); }));
}

} // namespace neuroscribe::test
