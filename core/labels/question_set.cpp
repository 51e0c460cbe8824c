#include "core/labels/question_set.h"

#include <algorithm>
#include <map>

#include "core/labels/label_detail.h"
#include "core/llm/engine_record.h"

namespace neuroscribe::labels {
namespace {

enum class State : std::uint8_t { Open, Closed, Yes };
using States = std::vector<State>; ///< by sentence

/// What one engine made of one question.
class StateReader {
public:
    StateReader(store::Database& database, const llm::EngineRecord& engine, bool retryFailed)
        : m_database(database), m_engine(engine), m_retryFailed(retryFailed) {}

    Result<States> read(QuestionId question, std::uint32_t sentences) const {
        States states(sentences, State::Open);
        for (std::uint32_t first = 0; first < sentences; first += std::min(kAnswerBlock, sentences - first))
            NS_TRY(readBlock(question, first, states));
        return states;
    }

private:
    Status readBlock(QuestionId question, std::uint32_t first, States& states) const {
        NS_ASSIGN(const auto answers, loadBlock(m_database, m_engine.id, question, first / kAnswerBlock));
        NS_ASSIGN(LabelDetail detail, loadDetail(m_database, m_engine.id, question, first / kAnswerBlock));
        detail.resize(answers.size());
        const std::size_t count = std::min<std::size_t>(answers.size(), states.size() - first);
        for (std::size_t i = 0; i < count; ++i)
            states[first + i] = stateOf(answers[i], detail.failures[i], detail.margins[i]);
        return {};
    }

    State stateOf(Answer answer, std::uint8_t failure, float margin) const {
        if (answer == Answer::Unanswered)
            return failure != 0 && !m_retryFailed ? State::Closed : State::Open;
        return decideByMargin(answer, margin, m_engine.marginThreshold) == Answer::Yes ? State::Yes : State::Closed;
    }

    store::Database& m_database;
    const llm::EngineRecord& m_engine;
    bool m_retryFailed;
};

} // namespace

Result<QuestionSet> QuestionSet::make(store::Database& database, const std::vector<Descriptor>& descriptors) {
    QuestionSet set;
    std::map<std::string, std::uint32_t> known;
    for (const Descriptor& descriptor : descriptors) {
        std::vector<std::uint32_t>& own = set.ofDescriptor.emplace_back();
        for (const std::string& text : descriptor.questions()) {
            const auto [place, isNew] = known.emplace(text, static_cast<std::uint32_t>(set.texts.size()));
            own.push_back(place->second);
            if (!isNew)
                continue;
            NS_ASSIGN(const QuestionId id, questionOf(database, text));
            set.ids.push_back(id);
            set.texts.push_back(text);
        }
    }
    return set;
}

PairSet QuestionSet::questionsOf(const PairSet& wanted) const {
    PairSet pairs(wanted.sentences(), static_cast<std::uint32_t>(texts.size()), false);
    for (std::uint32_t s = 0; s < wanted.sentences(); ++s)
        for (std::uint32_t c = 0; c < wanted.descriptors(); ++c)
            if (wanted.wants(s, c))
                for (const std::uint32_t question : ofDescriptor[c])
                    pairs.set(s, question, true);
    return pairs;
}

Result<PairSet> openQuestions(store::Database& database, EngineId engine, const QuestionSet& questions,
                              const PairSet& wanted, bool retryFailed) {
    NS_ASSIGN(const llm::EngineRecord record, llm::loadEngine(database, engine));
    const StateReader reader(database, record, retryFailed);
    std::vector<States> states;
    for (const QuestionId id : questions.ids) {
        NS_ASSIGN(auto read, reader.read(id, wanted.sentences()));
        states.push_back(std::move(read));
    }
    PairSet open(wanted.sentences(), static_cast<std::uint32_t>(questions.ids.size()), false);
    for (std::uint32_t c = 0; c < wanted.descriptors(); ++c) {
        const auto& own = questions.ofDescriptor[c];
        for (std::uint32_t s = 0; s < wanted.sentences(); ++s) {
            const auto isYes = [&](std::uint32_t question) { return states[question][s] == State::Yes; };
            if (!wanted.wants(s, c) || std::ranges::any_of(own, isYes))
                continue;
            for (const std::uint32_t question : own)
                if (states[question][s] == State::Open)
                    open.set(s, question, true);
        }
    }
    return open;
}

} // namespace neuroscribe::labels
