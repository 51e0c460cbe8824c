#include "core/pipeline/demo_reference.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "core/corpus/sentence.h"
#include "core/corpus/wordnet_reader.h"
#include "core/descriptors/curation_edits.h"
#include "core/descriptors/description.h"
#include "core/labels/descriptor.h"
#include "core/pipeline/curate.h"
#include "core/pipeline/demo.h"

namespace neuroscribe::pipeline {
namespace {

using descriptors::ClusterNamer;
using descriptors::Curation;

constexpr std::uint32_t kAnswerBlock = 4096;

struct Attached {
    std::string question;
    std::string_view category;
};

class Reference {
public:
    Reference(store::Database& database, const ClusterNamer& namer, std::stop_token stop)
        : m_database(database), m_namer(namer), m_stop(std::move(stop)) {}

    Status attach(const Curation& curation) {
        NS_ASSIGN(const auto topics, descriptors::loadRawDescriptors(m_database));
        std::unordered_map<RawDescriptorId, std::string> names;
        for (const descriptors::RawDescriptor& topic : topics)
            names[topic.id] = topic.name;
        for (const auto& [id, cluster] : curation.clusters()) {
            std::vector<std::string> members;
            for (const RawDescriptorId member : cluster.members)
                members.push_back(names[member]);
            const auto category = categoryOf(members, m_namer);
            if (!category && cluster.isDescriptor())
                m_unattached.push_back(id);
            if (category)
                for (const std::string& question : cluster.questions)
                    m_attached.push_back({question, *category});
        }
        return {};
    }

    const std::vector<ClusterId>& unattached() const { return m_unattached; }

    Status answer(ProgressSink& progress) {
        NS_ASSIGN(const corpus::CorpusIndex index, corpus::loadIndex(m_database));
        NS_ASSIGN(auto transaction, store::Transaction::begin(m_database));
        NS_ASSIGN(const EngineId engine,
                  labels::registerEngine(m_database, kWordNetAnnotator, kLexnamesEngine, kLexnamesEngine));
        ProgressMeter meter(progress, "label", m_attached.size());
        for (std::size_t i = 0; i < m_attached.size(); ++i) {
            if (m_stop.stop_requested())
                return Error{ErrorCode::Cancelled, "label", "stopped before the answers were stored", ""};
            NS_TRY(answerOne(index, engine, m_attached[i]));
            meter.update(i + 1);
        }
        return transaction.commit();
    }

private:
    Status answerOne(const corpus::CorpusIndex& index, EngineId engine, const Attached& attached) {
        std::vector<labels::Answer> answers;
        for (std::size_t first = 0; first < index.size(); first += kAnswerBlock) {
            const std::size_t end = std::min(index.size(), first + kAnswerBlock);
            answers.clear();
            for (std::size_t i = first; i < end; ++i)
                answers.push_back(index.categories[index.category[i]] == attached.category ? labels::Answer::Yes
                                                                                           : labels::Answer::No);
            NS_TRY(labels::storeAnswers(m_database, engine, attached.question,
                                        SentenceId(static_cast<std::uint32_t>(first)), answers));
        }
        return {};
    }

    store::Database& m_database;
    const ClusterNamer& m_namer;
    std::stop_token m_stop;
    std::vector<ClusterId> m_unattached;
    std::vector<Attached> m_attached;
};

} // namespace

std::optional<std::string_view> categoryOf(const std::vector<std::string>& members, const ClusterNamer& namer) {
    std::map<std::string_view, std::size_t> counts;
    for (const std::string& member : members)
        if (const auto senses = namer.sensesOf(member); !senses.empty())
            ++counts[corpus::nounCategory(namer.nouns()->lexicographerFile(senses.front()))];
    for (const auto& [category, count] : counts)
        if (2 * count > members.size())
            return category;
    return std::nullopt;
}

Status addReference(store::Project& project, const ClusterNamer& namer, std::stop_token stop, ProgressSink& progress) {
    store::Database& database = project.writer();
    NS_ASSIGN(Curation curation, descriptors::loadCuration(database));
    Reference reference(database, namer, std::move(stop));
    NS_TRY(reference.attach(curation));
    if (!reference.unattached().empty()) {
        NS_ASSIGN(auto edit, descriptors::withdrawNames(curation, reference.unattached()));
        NS_TRY(applyCurationEdit(database, curation, std::move(edit)));
    }
    return reference.answer(progress);
}

} // namespace neuroscribe::pipeline
