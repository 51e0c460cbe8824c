// A study with 86,948 x 9,216 activations, made by a synthetic encoder through the real extraction: how long writing
// takes, how much anonymous memory it needs, and how fast the study opens again. Needs 2.5 GB of disk; the folder may
// be given as the first argument and is removed at the end unless "keep" follows.
#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "core/base/random.h"
#include "core/extraction/extractor.h"
#include "core/extraction/ranks.h"
#include "core/pipeline/study.h"
#include "core/store/project.h"
#include "tests/bench/bench.h"
#include "tests/bench/must.h"
#include "tests/support/synthetic_model.h"

using namespace neuroscribe;
using bench::fail;
using bench::must;

namespace {

constexpr std::uint32_t kSentences = 86'948;

/// Kilobytes of anonymous memory of this process.
std::uint64_t anonymousKilobytes() {
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;)
        if (std::uint64_t kilobytes = 0; word == "RssAnon:" && status >> kilobytes)
            return kilobytes;
    return 0;
}

/// Watches the anonymous memory while it lives.
class MemoryWatch {
public:
    std::uint64_t peak() const { return m_peak; }

private:
    std::atomic<std::uint64_t> m_peak{0};
    std::jthread m_thread{[this](const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            m_peak = std::max(m_peak.load(), anonymousKilobytes());
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
    }};
};

std::string makeText(std::uint32_t id) {
    Random random(id);
    std::string text = std::to_string(id);
    for (std::uint64_t w = 10 + random.below(60); w > 0; --w)
        text += " word" + std::to_string(random.below(20'000));
    return text;
}

void addCorpus(store::Project& project) {
    store::Database& database = project.writer();
    auto transaction = must(store::Transaction::begin(database));
    must(database.execute("INSERT INTO category VALUES (0, 'reviews');"
                          "INSERT INTO import VALUES (1, '[]', '{}', '{}', '')"));
    auto insert = must(database.prepare("INSERT INTO sentence VALUES (?1, ?2, ?3, 0, 40, ?1 % 2, 1, '')"));
    for (std::uint32_t id = 0; id < kSentences; ++id) {
        const std::string text = makeText(id);
        const Hash128 hash = hashText(text);
        insert.bind(1, std::int64_t{id}).bind(2, std::string_view(text));
        insert.bind(3, std::as_bytes(std::span(&hash, 1)));
        must(insert.run());
    }
    must(transaction.commit());
}

void write(const std::string& folder) {
    store::Project project = must(store::Project::create(folder));
    addCorpus(project);
    test::SyntheticEncoder encoder(12, 768);
    const test::SyntheticTokenizer tokenizer;
    extraction::ExtractOptions options;
    options.model = "synthetic";
    NullProgress progress;
    const MemoryWatch watch;
    const auto result = must(extraction::extract(project, encoder, tokenizer, options, {}, progress));
    std::printf("writing %u x %u float16 activations and both rank tables: %.1f s, of which segments %.1f s\n",
                kSentences, result.run.neurons(), result.seconds, kSentences / result.sentencesPerSecond);
    std::printf("peak of anonymous memory: %.2f GiB (goal: under 2)\n", static_cast<double>(watch.peak()) / 0x1.0p20);
}

/// The snapshot that the window opens with, one neuron's values, and the exemplars at k = 1 %.
void open(const std::string& folder) {
    store::Project project = must(store::Project::open(folder));
    const auto study = must(pipeline::loadStudy(project));
    if (!study->run || !study->ranks[0] || !study->ranks[1])
        fail({ErrorCode::Internal, "bench", "the study opened without its activations", ""});
    std::vector<float> values(study->run->sentences);
    must(extraction::readNeuron(project.activationsFolder(), *study->run, NeuronId(4711), values));
    for (std::uint32_t block = 0; block * tagging::kRankBlock < 435; ++block)
        bench::keep(must(study->ranks[0]->block(tagging::Tail::Top, block)));
    must(project.close());
}

} // namespace

int main(int argc, char** argv) {
    const std::filesystem::path folder = argc > 1
                                             ? std::filesystem::path(argv[1])
                                             : std::filesystem::temp_directory_path() / "neuroscribe-storage-bench";
    const bool keep = argc > 2 && std::string(argv[2]) == "keep";
    if (!std::filesystem::exists(folder))
        write(folder.string());
    bench::Rounds rounds;
    rounds.add("open the study, warm (goal: under 1 s)", [&] { open(folder.string()); });
    rounds.run(5);
    rounds.print();
    if (!keep)
        std::filesystem::remove_all(folder);
    return 0;
}
