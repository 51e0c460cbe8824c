#include <algorithm>

#include "core/base/hash.h"
#include "core/corpus/sentence.h"
#include "core/labels/answer_store.h"
#include "core/labels/term_matcher.h"
#include "core/text/lemmatizer.h"

namespace neuroscribe::labels {
namespace {

constexpr const char* kSpec = "lexical"; ///< of this engine

/// Those about which nobody else has answered.
Result<std::vector<Descriptor>> descriptorsToAsk(store::Database& database, const std::string& annotator) {
    NS_ASSIGN(auto descriptors, loadDescriptors(database));
    if (descriptors.empty())
        return Error{ErrorCode::MissingInput, "descriptors", "the study has no descriptors", "Add some first"};
    NS_ASSIGN(auto select, database.prepare("SELECT DISTINCT q.text FROM label_block b "
                                            "JOIN engine e ON e.id = b.engine_id "
                                            "JOIN question q ON q.id = b.question_id "
                                            "WHERE e.annotator = ? AND e.spec <> ?"));
    select.bind(1, annotator).bind(2, std::string_view(kSpec));
    for (;;) {
        NS_ASSIGN(const bool row, select.step());
        if (!row)
            return descriptors;
        std::erase_if(descriptors, [question = select.text(0)](const Descriptor& descriptor) {
            return std::ranges::count(descriptor.questions(), question) > 0;
        });
    }
}

/// One question of a descriptor under work.
struct Asked {
    EngineId engine;
    QuestionId question;
    std::uint32_t group = 0;     ///< descriptor
    bool further = false;        ///< not the descriptor's first question: answered alike
    std::vector<Answer> answers; ///< of the present block
    bool complete = false;       ///< all of them were there
};

class LexicalRun {
public:
    LexicalRun(store::Database& database, std::string annotator, const text::Lemmatizer& lemmatizer)
        : m_database(database), m_annotator(std::move(annotator)), m_lemmatizer(lemmatizer), m_matcher(lemmatizer) {}

    Status prepare(const std::vector<Descriptor>& descriptors) {
        NS_ASSIGN(auto transaction, store::Transaction::begin(m_database));
        for (const Descriptor& descriptor : descriptors)
            NS_TRY(addDescriptor(descriptor));
        return transaction.commit();
    }

    /// Loads what is answered, answers the rest, stores it in one transaction.
    Status answerBlock(std::uint32_t block, std::uint32_t sentences) {
        bool complete = true;
        for (Asked& asked : m_asked) {
            NS_ASSIGN(asked.answers, loadBlock(m_database, asked.engine, asked.question, block));
            asked.answers.resize(sentences, Answer::Unanswered);
            asked.complete = std::ranges::find(asked.answers, Answer::Unanswered) == asked.answers.end();
            complete = complete && asked.complete;
        }
        if (!complete) {
            NS_TRY(askTexts(block, sentences));
            NS_TRY(save(block));
        }
        count();
        return {};
    }
    const LabelCounts& counts() const { return m_counts; }

private:
    Status addDescriptor(const Descriptor& descriptor) {
        const std::uint32_t group = m_groups++;
        const std::vector<std::string> questions = descriptor.questions();
        bool anyWord = false;
        for (const auto* terms : {&questions, &descriptor.synonyms})
            for (const std::string& term : *terms)
                anyWord = m_matcher.add(term, group) || anyWord;
        if (!anyWord)
            return Error{ErrorCode::InvalidArgument, descriptor.name, "there is no word in it to look for",
                         "Give it a synonym"};
        NS_ASSIGN(const EngineId engine, registerEngine(m_database, m_annotator, kSpec,
                                                        lexicalPromptHash(descriptor, m_lemmatizer.hasWordNet())));
        for (const std::string& question : questions) {
            Asked asked{engine, {}, group, &question != &questions.front(), {}};
            NS_ASSIGN(asked.question, questionOf(m_database, question));
            m_asked.push_back(std::move(asked));
        }
        return {};
    }

    Status askTexts(std::uint32_t block, std::uint32_t sentences) {
        NS_ASSIGN(const auto texts, corpus::loadTexts(m_database, SentenceId(block * kAnswerBlock), sentences));
        if (texts.size() != sentences)
            return Error{ErrorCode::Corrupt, m_database.path(), "the sentences are not numbered one after the other",
                         "Restore the study from a copy"};
        std::vector<bool> found(m_groups);
        for (std::size_t i = 0; i < texts.size(); ++i) {
            found.assign(m_groups, false);
            m_matcher.match(texts[i], found);
            for (Asked& asked : m_asked)
                if (Answer& answer = asked.answers[i]; answer == Answer::Unanswered)
                    answer = found[asked.group] ? Answer::Yes : Answer::No;
        }
        return {};
    }

    Status save(std::uint32_t block) {
        NS_ASSIGN(auto transaction, store::Transaction::begin(m_database));
        for (const Asked& asked : m_asked)
            if (!asked.complete)
                NS_TRY(saveBlock(m_database, asked.engine, asked.question, block, asked.answers));
        return transaction.commit();
    }

    void count() {
        for (const Asked& asked : m_asked) {
            if (asked.further)
                continue;
            const auto yes = static_cast<std::uint64_t>(std::ranges::count(asked.answers, Answer::Yes));
            m_counts.pairs += asked.answers.size();
            m_counts.yes += yes;
            m_counts.no += asked.answers.size() - yes; // none is left unanswered
        }
    }

    store::Database& m_database;
    std::string m_annotator;
    const text::Lemmatizer& m_lemmatizer;
    TermMatcher m_matcher;
    std::vector<Asked> m_asked;
    std::uint32_t m_groups = 0;
    LabelCounts m_counts;
};

} // namespace

std::string lexicalPromptHash(const Descriptor& descriptor, bool hasWordNet) {
    std::vector<std::string> terms = descriptor.synonyms;
    terms.insert(terms.end(), descriptor.furtherQuestions.begin(), descriptor.furtherQuestions.end());
    std::ranges::sort(terms);
    Hasher hasher;
    hasher.add(hasWordNet ? "lexical 1, WordNet" : "lexical 1, rules");
    hasher.add(descriptor.question);
    for (const std::string& term : terms)
        hasher.add(term);
    return hasher.finish().hex();
}

bool hasOtherTerms(const llm::EngineRecord& engine, const Descriptor& descriptor) {
    return engine.identity == kSpec && engine.promptHash != lexicalPromptHash(descriptor, true) &&
           engine.promptHash != lexicalPromptHash(descriptor, false);
}

Result<LabelCounts> labelLexically(store::Project& project, const std::string& annotator, std::stop_token stop,
                                   ProgressSink& progress, const std::string& wordnetFolder) {
    if (project.readOnly())
        return Error{ErrorCode::ReadOnly, project.folder(), "the study is open read-only", "Save a copy and use that"};
    store::Database& database = project.writer();
    NS_ASSIGN(const auto descriptors, descriptorsToAsk(database, annotator));
    NS_ASSIGN(const std::uint32_t sentences, countSentences(database));
    if (sentences == 0)
        return Error{ErrorCode::MissingInput, "corpus", "the study has no sentences", "Run import first"};
    NS_ASSIGN(const auto lemmatizer, text::Lemmatizer::open(wordnetFolder));
    LexicalRun run(database, annotator, lemmatizer);
    NS_TRY(run.prepare(descriptors));
    ProgressMeter meter(progress, "label", sentences);
    for (std::uint32_t first = 0; first < sentences; first += std::min(kAnswerBlock, sentences - first)) {
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, "label", "stopped; what is answered is kept", "Run it again to go on"};
        const std::uint32_t count = std::min(kAnswerBlock, sentences - first);
        NS_TRY(run.answerBlock(first / kAnswerBlock, count));
        meter.update(std::uint64_t{first} + count);
    }
    return run.counts();
}

} // namespace neuroscribe::labels
