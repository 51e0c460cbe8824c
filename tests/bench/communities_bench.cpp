// Community detection against the way Sentence-Transformers goes about it, in libtorch: row blocks of 1,024 against all
// rows, threshold, the largest similarities of each row sorted, then the same overlap removal. Random rows of 384 with
// threshold 0.75, and, where a NumPy file is named (embeddings of descriptors), its rows with 0.6.
//   communities_bench [ROUNDS [FILE.npy [THRESHOLD]]]
#include <cmath>
#include <cstdlib>
#include <numeric>
#include <string>

#include <ATen/Parallel.h>
#include <torch/types.h>

#include "core/base/parallel.h"
#include "core/base/random.h"
#include "core/descriptors/communities.h"
#include "core/descriptors/community_trial.h"
#include "core/io/npy.h"
#include "tests/bench/bench.h"

using namespace neuroscribe;
using descriptors::Community;
using descriptors::CommunityOptions;

namespace {

using Communities = std::vector<Community>;

constexpr std::int64_t kBlock = 1024;

io::Array2d<float> randomRows(std::size_t rows, std::size_t dimension) {
    Random random(1);
    io::Array2d<float> made{rows, dimension, std::vector<float>(rows * dimension)};
    for (std::size_t r = 0; r < rows; ++r) {
        float* row = made.values.data() + r * dimension;
        float squares = 0;
        for (std::size_t i = 0; i < dimension; ++i) {
            double sum = -6; // of twelve uniform numbers: nearly normal
            for (int draw = 0; draw < 12; ++draw)
                sum += random.uniform();
            row[i] = static_cast<float>(sum);
            squares += row[i] * row[i];
        }
        for (std::size_t i = 0; i < dimension; ++i)
            row[i] /= std::sqrt(squares);
    }
    return made;
}

/// Candidates of one block of rows.
void addCandidates(const torch::Tensor& scores, std::int64_t first, const CommunityOptions& options,
                   Communities& candidates) {
    const torch::Tensor all = (scores >= options.threshold).sum(1);
    const torch::Tensor kept = (all >= std::int64_t{options.minSize}).nonzero().squeeze(1);
    if (kept.numel() == 0)
        return;
    const torch::Tensor counts = all.index_select(0, kept);
    const auto most = counts.max().item<std::int64_t>();
    const torch::Tensor sorted = std::get<1>(scores.index_select(0, kept).topk(most)).contiguous();
    for (std::int64_t r = 0; r < kept.numel(); ++r) {
        const auto* members = sorted.data_ptr<std::int64_t>() + r * most;
        const auto count = counts.data_ptr<std::int64_t>()[r];
        Community community{static_cast<std::uint32_t>(first + kept.data_ptr<std::int64_t>()[r]), {}};
        community.members.assign(members, members + count);
        candidates.push_back(std::move(community));
    }
}

Communities removeOverlap(Communities candidates, std::size_t rows, std::size_t minSize) {
    const auto bySize = [](const Community& a, const Community& b) { return a.members.size() > b.members.size(); };
    std::ranges::stable_sort(candidates, bySize);
    std::vector<char> taken(rows);
    Communities kept;
    for (Community& community : candidates) {
        std::erase_if(community.members, [&](std::uint32_t row) { return taken[row] != 0; });
        if (community.members.size() < minSize)
            continue;
        for (const std::uint32_t row : community.members)
            taken[row] = 1;
        kept.push_back(std::move(community));
    }
    std::ranges::stable_sort(kept, bySize);
    return kept;
}

Communities baseline(const io::Array2d<float>& array, const CommunityOptions& options) {
    const torch::NoGradGuard noGradients;
    const auto n = static_cast<std::int64_t>(array.rows);
    const torch::Tensor rows = torch::from_blob(const_cast<float*>(array.values.data()),
                                                {n, static_cast<std::int64_t>(array.columns)}, torch::kFloat32);
    const torch::Tensor columns = rows.t();
    Communities candidates;
    for (std::int64_t first = 0; first < n; first += kBlock)
        addCandidates(rows.slice(0, first, std::min(n, first + kBlock)).matmul(columns), first, options, candidates);
    return removeOverlap(std::move(candidates), array.rows, options.minSize);
}

Communities own(const io::Array2d<float>& array, const CommunityOptions& options) {
    NullProgress none;
    auto found = descriptors::communities({array.values, array.rows, array.columns}, options, {}, none);
    if (!found) {
        std::fprintf(stderr, "%s\n", describe(found.error()).c_str());
        std::exit(1);
    }
    return std::move(*found);
}

double fastest(const std::vector<double>& seconds) {
    return *std::ranges::min_element(seconds);
}

void compare(const std::string& title, const io::Array2d<float>& array, const CommunityOptions& options, int rounds) {
    std::printf("%s, %zu rows of %zu, threshold %.2f\n", title.c_str(), array.rows, array.columns, options.threshold);
    Communities ours, theirs;
    bench::Rounds contenders;
    const auto reference = contenders.add("  libtorch by blocks", [&] { theirs = baseline(array, options); });
    const auto measured = contenders.add("  communities", [&] { ours = own(array, options); });
    contenders.run(rounds);
    contenders.print();
    std::size_t equal = 0; // the baseline compares in float32 and leaves ties to chance
    for (std::size_t i = 0; i < std::min(ours.size(), theirs.size()); ++i)
        equal += ours[i].centre == theirs[i].centre && ours[i].members.size() == theirs[i].members.size();
    std::printf(
        "  %.2f times as fast (best against best %.2f); %zu communities, of the baseline %zu, in the same place "
        "%zu\n",
        contenders.medianSeconds(reference) / contenders.medianSeconds(measured),
        fastest(contenders.seconds(reference)) / fastest(contenders.seconds(measured)), ours.size(), theirs.size(),
        equal);
}

void tryThresholds(const io::Array2d<float>& array, double threshold) {
    NullProgress none;
    std::optional<descriptors::CommunityTrial> trial;
    const double seconds = bench::secondsOf([&] {
        auto made = descriptors::CommunityTrial::make({array.values, array.rows, array.columns}, {}, {}, none);
        if (made)
            trial.emplace(std::move(*made));
    });
    if (!trial)
        return;
    std::printf("  trial made in %.3f s, floor %.2f\n", seconds, trial->floor());
    for (const double tried : {trial->floor(), std::max(trial->floor(), threshold)}) {
        std::vector<double> times; // wall clock: a slider waits for it
        descriptors::TrialCounts counts;
        for (int i = 0; i < 5; ++i)
            times.push_back(bench::secondsOf([&] { counts = *trial->counts(tried, 10); }));
        std::printf("  at %.2f: %u communities, %u unclustered, median %.1f ms\n", tried, counts.communities,
                    counts.unclustered, 1e3 * bench::median(times));
    }
}

} // namespace

int main(int argc, char** argv) {
    const int rounds = std::max(1, argc > 1 ? std::atoi(argv[1]) : 3);
    at::set_num_threads(static_cast<int>(threadCount()));
    std::printf("%u threads\n", threadCount());
    if (argc > 2) {
        const auto array = io::readFloatNpy(argv[2]);
        if (!array) {
            std::fprintf(stderr, "%s\n", describe(array.error()).c_str());
            return 1;
        }
        const double threshold = argc > 3 ? std::atof(argv[3]) : 0.6;
        compare(argv[2], *array, {.threshold = threshold}, rounds);
        tryThresholds(*array, threshold);
    }
    for (const std::size_t rows : {20'000, 50'000})
        compare("random", randomRows(rows, 384), {}, rounds);
    return 0;
}
