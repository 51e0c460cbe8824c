// A thousand random steps, each an edit, undo, redo, jump, label import or reopening. After each one the study equals
// a model of it: every state the history reaches was written down when it was first reached.
#include <map>

#include "core/base/random.h"
#include "tests/core/pipeline/curated_study.h"

using namespace neuroscribe;
using namespace neuroscribe::descriptors;
using neuroscribe::test::CuratedStudy;

namespace {

constexpr std::uint64_t kSeed = 20240817;
constexpr int kSteps = 1000;
constexpr std::uint32_t kMembers = 40;

std::vector<std::string> words() {
    std::vector<std::string> list;
    for (std::uint32_t i = 1; i <= kMembers; ++i)
        list.push_back("word" + std::to_string(i));
    return list;
}

/// What must be the same whenever the history stands at the same edit.
struct Moment {
    std::map<ClusterId, Cluster> clusters;
    std::vector<std::string> descriptors;
    std::vector<std::string> answers;
};

class Wanderer {
public:
    Wanderer() : m_study(words()), m_random(kSeed), m_moments{moment()} {}

    void step() {
        switch (below(8)) {
        case 0:
            return undo();
        case 1:
            return redo();
        case 2:
            return below(4) == 0 ? jump() : undo();
        case 3:
            return below(4) == 0 ? reopen() : edit();
        default:
            return edit();
        }
    }

    void check() {
        m_study.checkEqualOnDisk();
        checkPlaces();
        const Moment& expected = m_moments.at(m_cursor);
        const Moment now = moment();
        REQUIRE(now.clusters == expected.clusters);
        REQUIRE(now.descriptors == expected.descriptors);
        REQUIRE(now.answers == expected.answers);
        REQUIRE(m_study.count("descriptor") >= static_cast<std::int64_t>(now.descriptors.size()));
    }
    int edits() const { return m_edits; }
    int moves() const { return m_moves; }

private:
    std::uint32_t below(std::uint32_t bound) { return static_cast<std::uint32_t>(m_random.below(bound)); }

    ClusterId anyCluster() {
        auto cluster = m_study.curation.clusters().begin();
        std::advance(cluster, below(static_cast<std::uint32_t>(m_study.curation.clusters().size())));
        return cluster->first;
    }
    std::vector<RawDescriptorId> anyMembers() {
        std::vector<RawDescriptorId> members;
        for (std::uint32_t i = 0; i <= below(4); ++i)
            members.emplace_back(1 + below(kMembers));
        return members;
    }
    /// Few names, so that they meet; some are those of descriptors without a cluster.
    std::string anyName() { return "name" + std::to_string(below(12)); }

    Result<CurationEdit> anyEdit() {
        const Curation& curation = m_study.curation;
        if (curation.clusters().empty() || below(6) == 0)
            return createCluster(curation, anyMembers(), anyName());
        switch (below(8)) {
        case 0:
            return rename(curation, anyCluster(), anyName(), below(2) == 0);
        case 1:
            return confirm(curation, anyCluster());
        case 2:
            return setQuestion(curation, anyCluster(), "question" + std::to_string(below(5)));
        case 3:
            return merge(curation, std::vector{anyCluster(), anyCluster()}, anyCluster());
        case 4:
            return moveMembers(curation, anyMembers(), below(2) == 0 ? kUnclustered : kSetAside);
        case 5:
            return setExcluded(curation, std::vector{anyCluster()}, below(2) == 0);
        case 6:
            return splitOff(anyCluster());
        default:
            return moveMembers(curation, anyMembers(), anyCluster());
        }
    }
    Result<CurationEdit> splitOff(ClusterId id) {
        const std::vector<RawDescriptorId>& members = m_study.curation.find(id)->members;
        return split(m_study.curation, id, {{members.begin(), members.end() - 1}, {members.back()}}, {anyName()});
    }

    void edit() {
        const auto edit = anyEdit();
        if (!edit)
            return; // refused: nothing may have changed, which check() sees
        m_study.make(edit);
        ++m_edits;
        answerNewest();
        m_moments.resize(m_cursor + 1);
        m_moments.push_back(moment());
        ++m_cursor;
    }

    /// Answers to a question that is new stay with it for good.
    void answerNewest() {
        for (const labels::Descriptor& descriptor : m_study.descriptors())
            for (const std::string& question : descriptor.questions()) {
                if (m_answered.contains(question))
                    continue;
                m_answered.emplace(question, true);
                const auto engine =
                    labels::registerEngine(m_study.database(), labels::kLabelMatrixName, "import", "").value();
                REQUIRE(labels::storeAnswers(
                    m_study.database(), engine, question, SentenceId(0),
                    {static_cast<labels::Answer>(1 + below(2)), static_cast<labels::Answer>(1 + below(2))}));
            }
    }

    void undo() {
        const auto undone = pipeline::undoCuration(m_study.database(), m_study.curation);
        REQUIRE(undone);
        REQUIRE(undone->has_value() == (m_cursor > 0));
        m_cursor -= m_cursor > 0 ? 1 : 0;
        ++m_moves;
    }
    void redo() {
        const auto redone = pipeline::redoCuration(m_study.database(), m_study.curation);
        REQUIRE(redone);
        REQUIRE(redone->has_value() == (m_cursor + 1 < m_moments.size()));
        m_cursor += *redone ? 1 : 0;
        ++m_moves;
    }
    void jump() {
        const auto history = loadCurationHistory(m_study.database());
        REQUIRE(history);
        REQUIRE(history->size() + 1 == m_moments.size());
        const std::size_t target = below(static_cast<std::uint32_t>(m_moments.size()));
        const std::int64_t entry = target == 0 ? 0 : (*history)[target - 1].id;
        REQUIRE(pipeline::jumpInCuration(m_study.database(), m_study.curation, entry));
        m_cursor = target;
        ++m_moves;
    }
    void reopen() {
        const std::string folder = m_study.project.folder();
        REQUIRE(m_study.project.close());
        m_study.project = store::Project::open(folder).value();
        auto loaded = loadCuration(m_study.database());
        REQUIRE(loaded);
        REQUIRE(*loaded == m_study.curation);
        m_study.curation = std::move(loaded).value();
    }

    void checkPlaces() const {
        const Curation& curation = m_study.curation;
        std::size_t placed = 0;
        for (const auto& [id, cluster] : curation.clusters()) {
            REQUIRE_FALSE(cluster.members.empty());
            REQUIRE(id < curation.nextId());
            placed += cluster.members.size();
            for (const RawDescriptorId member : cluster.members)
                REQUIRE(curation.placeOf(member) == id);
        }
        for (std::uint32_t i = 1; i <= kMembers; ++i) {
            const ClusterId place = curation.placeOf(RawDescriptorId(i));
            placed += place == kUnclustered || place == kSetAside ? 1 : 0;
        }
        REQUIRE(placed == kMembers);
    }

    Moment moment() { return {m_study.curation.clusters(), m_study.shown(), m_study.answers()}; }

    CuratedStudy m_study;
    Random m_random;
    std::vector<Moment> m_moments; ///< by position in the history
    std::size_t m_cursor = 0;
    std::map<std::string, bool> m_answered;
    int m_edits = 0;
    int m_moves = 0;

    friend void addDescriptorsOfFiles(Wanderer& wanderer);
};

/// Names that clusters will meet.
void addDescriptorsOfFiles(Wanderer& wanderer) {
    for (const char* name : {"name3", "name4", "name5"})
        wanderer.m_study.add(name, {"typed"});
    wanderer.answerNewest();
    wanderer.m_moments = {wanderer.moment()};
}

} // namespace

TEST_CASE("a thousand random edits, undos, redos, jumps and reopenings keep every invariant") {
    Wanderer wanderer;
    addDescriptorsOfFiles(wanderer);
    for (int step = 0; step < kSteps; ++step) {
        INFO("seed " << kSeed << ", step " << step);
        wanderer.step();
        wanderer.check();
    }
    CHECK(wanderer.edits() > 300);
    CHECK(wanderer.moves() > 200);
}
