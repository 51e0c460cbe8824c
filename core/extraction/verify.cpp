#include "core/extraction/verify.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>
#include <vector>

#include "core/base/float16.h"
#include "core/base/random.h"
#include "core/corpus/sentence.h"
#include "core/extraction/run_reader.h"
#include "core/tagging/rank_table.h"

namespace neuroscribe::extraction {
namespace {

constexpr std::uint32_t kTopMilli = 1000; // 1 %
constexpr std::uint32_t kNeuronsAtOnce = 64;

std::vector<SentenceId> draw(std::uint32_t sentences, const VerifyRequest& request) {
    std::vector<std::uint32_t> ids(sentences);
    std::iota(ids.begin(), ids.end(), 0U);
    Random random(request.seed);
    shuffle(std::span(ids), random);
    ids.resize(std::min<std::size_t>(request.sentences, ids.size()));
    std::sort(ids.begin(), ids.end());
    std::vector<SentenceId> drawn;
    for (const std::uint32_t id : ids)
        drawn.emplace_back(id);
    return drawn;
}

/// [sentences][neurons], each sentence a batch of its own.
Result<std::vector<float>> recompute(store::Database& database, const std::vector<SentenceId>& ids,
                                     nn::Encoder& encoder, const text::Tokenizer& tokenizer,
                                     const std::stop_token& stop, ProgressSink& progress) {
    const std::size_t neurons = std::size_t{encoder.layers()} * encoder.units();
    std::vector<float> values(ids.size() * neurons);
    ProgressMeter meter(progress, "verify", ids.size());
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, "verification", "it was stopped", ""};
        NS_ASSIGN(const corpus::Sentence sentence, corpus::loadSentence(database, ids[i]));
        nn::PackedBatch batch;
        batch.tokens = tokenizer.encodeForModel(sentence.text, encoder.maxTokens());
        batch.offsets = {0, static_cast<std::int32_t>(batch.tokens.size())};
        NS_TRY(encoder.encode(batch, std::span(values).subspan(i * neurons, neurons)));
        meter.update(i + 1);
    }
    return values;
}

/// The drawn sentences' stored values of one segment's neurons; out: [count][ids].
void pick(const store::SegmentHeader& header, std::span<const std::byte> bytes, const std::vector<SentenceId>& ids,
          std::span<float> out) {
    const auto* halves = reinterpret_cast<const std::uint16_t*>(bytes.data());
    const auto* floats = reinterpret_cast<const float*>(bytes.data());
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (ids[i].value < header.firstSentence || ids[i].value - header.firstSentence >= header.sentences)
            continue;
        const std::size_t column = ids[i].value - header.firstSentence;
        for (std::size_t n = 0; n * ids.size() < out.size(); ++n) {
            const std::size_t at = n * header.sentences + column;
            out[n * ids.size() + i] = header.dtype == store::DType::Float16 ? halfToFloat(halves[at]) : floats[at];
        }
    }
}

/// Places of the m highest values; ties: lower place.
std::vector<std::uint32_t> highest(std::span<const float> values, std::uint32_t m) {
    std::vector<std::uint32_t> order(values.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return values[a] > values[b]; });
    order.resize(m);
    std::sort(order.begin(), order.end());
    return order;
}

double overlap(std::span<const float> stored, std::span<const float> fresh) {
    const std::uint32_t m = tagging::exemplarCount(kTopMilli, static_cast<std::uint32_t>(stored.size()));
    const auto a = highest(stored, m), b = highest(fresh, m);
    std::vector<std::uint32_t> both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    return static_cast<double>(both.size()) / m;
}

} // namespace

Result<VerifyReport> verifyRun(store::Database& database, const std::string& activationsFolder, const RunInfo& run,
                               nn::Encoder& encoder, const text::Tokenizer& tokenizer, const VerifyRequest& request,
                               const std::stop_token& stop, ProgressSink& progress) {
    if (std::uint64_t{encoder.layers()} * encoder.units() != run.neurons())
        return Error{ErrorCode::Mismatch, "verification", "the encoder is not the one of the run", ""};
    const std::vector<SentenceId> ids = draw(run.sentences, request);
    NS_ASSIGN(const std::vector<float> fresh, recompute(database, ids, encoder, tokenizer, stop, progress));
    NS_ASSIGN(const RunReader reader, RunReader::open(activationsFolder, run));
    VerifyReport report;
    report.sentences = static_cast<std::uint32_t>(ids.size());
    double overlaps = 0;
    std::vector<float> column(ids.size());
    for (std::uint32_t first = 0; first < run.neurons(); first += kNeuronsAtOnce) {
        const std::uint32_t count = std::min(kNeuronsAtOnce, run.neurons() - first);
        std::vector<float> stored(count * ids.size());
        NS_TRY(reader.visit(NeuronId(first), count, [&](const auto& header, std::span<const std::byte> bytes) {
            pick(header, bytes, ids, stored);
        }));
        for (std::size_t n = 0; n < count; ++n) {
            const auto row = std::span<const float>(stored).subspan(n * ids.size(), ids.size());
            for (std::size_t i = 0; i < ids.size(); ++i) {
                column[i] = fresh[i * run.neurons() + first + n];
                report.largestDeviation = std::max(report.largestDeviation, std::abs(double{row[i]} - column[i]));
            }
            overlaps += overlap(row, column);
        }
    }
    report.topOverlap = overlaps / run.neurons();
    return report;
}

} // namespace neuroscribe::extraction
