#include "app/session/job_work.h"

#include "core/labels/descriptor.h"
#include "core/nn/loader.h"
#include "core/pipeline/device.h"
#include "core/pipeline/embed_descriptors.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cstdint>
#include <limits>

namespace neuroscribe::app {
namespace {

constexpr const char* kLexicalSpec = "lexical";

std::string path(const QString& text) {
    return QFile::encodeName(text).toStdString();
}

/// For plural forms, which know no larger numbers.
int asInt(std::uint64_t count) {
    return static_cast<int>(std::min<std::uint64_t>(count, std::numeric_limits<int>::max()));
}

QString listed(const QStringList& parts) {
    return parts.join(QLatin1String(", "));
}

QString labelled(const labels::LabelCounts& counts) {
    return QCoreApplication::translate("JobWork", "%1 yes, %2 no, %3 unanswered")
        .arg(QLocale().toString(static_cast<qulonglong>(counts.yes)),
             QLocale().toString(static_cast<qulonglong>(counts.no)),
             QLocale().toString(static_cast<qulonglong>(counts.unanswered)));
}

Status addDescriptors(store::Database& database, const std::vector<Session::DescriptorTerms>& descriptors) {
    NS_ASSIGN(auto transaction, store::Transaction::begin(database));
    for (const Session::DescriptorTerms& terms : descriptors) {
        std::vector<std::string> synonyms;
        for (const QString& synonym : terms.synonyms)
            synonyms.push_back(synonym.toStdString());
        NS_TRY(labels::addDescriptor(database, terms.name.toStdString(), synonyms));
    }
    return transaction.commit();
}

/// What comes of it, in words.
Result<QString> clusterBy(store::Project& project, const descriptors::EmbeddingModel& model,
                          const pipeline::ClusterOptions& options, std::stop_token stop, ProgressSink& progress) {
    NS_ASSIGN(const auto embeddings, descriptors::loadEmbeddings(project.writer(), model));
    NS_ASSIGN(const auto namer, descriptors::ClusterNamer::open());
    NS_ASSIGN(const auto clustered,
              pipeline::clusterDescriptors(project, embeddings, model, namer, options, std::move(stop), progress));
    const QString clusters = QCoreApplication::translate("JobWork", "%Ln cluster(s)", nullptr,
                                                         static_cast<int>(clustered.curation.clusters().size()));
    const auto review = static_cast<int>(clustered.plan.reattachment.doubtful.size());
    if (review == 0)
        return clusters;
    return clusters + QLatin1String("; ") +
           QCoreApplication::translate("JobWork", "%Ln name(s) to review", nullptr, review);
}

} // namespace

JobWork importWork(const QStringList& files, const corpus::ImportOptions& options) {
    std::vector<std::string> paths;
    for (const QString& file : files)
        paths.push_back(path(file));
    return [paths, options](store::Project& project, std::stop_token stop, ProgressSink& progress) -> Result<QString> {
        NS_ASSIGN(const auto counts,
                  corpus::importFiles(project, paths, options, stop, progress, labels::importHook()));
        return listed({QCoreApplication::translate("JobWork", "%Ln sentence(s) added", nullptr, asInt(counts.kept)),
                       QCoreApplication::translate("JobWork", "%Ln record(s) dropped", nullptr,
                                                   asInt(counts.read - counts.kept))});
    };
}

JobWork labelImportWork(const QString& file, const QString& annotator) {
    return [source = path(file), name = annotator.toStdString()](store::Project& project, std::stop_token stop,
                                                                 ProgressSink& progress) -> Result<QString> {
        NS_ASSIGN(const auto imported, labels::importLabels(project, source, name, stop, progress));
        QString text = labelled(imported.counts);
        if (imported.unmatchedRows != 0)
            text += QLatin1String("; ") +
                    QCoreApplication::translate("JobWork", "%Ln row(s) name no sentence of this study", nullptr,
                                                static_cast<int>(imported.unmatchedRows));
        return text;
    };
}

JobWork lexicalWork(const std::vector<Session::DescriptorTerms>& descriptors) {
    return [descriptors](store::Project& project, std::stop_token stop, ProgressSink& progress) -> Result<QString> {
        NS_TRY(addDescriptors(project.writer(), descriptors));
        NS_ASSIGN(const auto counts, labels::labelLexically(project, labels::kLabelMatrixName, stop, progress));
        return labelled(counts);
    };
}

JobWork describeWork(const llm::EngineOptions& engine, const descriptors::DescribeRequest& request) {
    return [engine, request](store::Project& project, std::stop_token stop, ProgressSink& progress) -> Result<QString> {
        if (engine.spec == kLexicalSpec) {
            NS_TRY(descriptors::describeLexically(project, request.topics, stop, progress));
        } else {
            NS_ASSIGN(const auto model, llm::openLanguageModel(engine));
            NS_TRY(descriptors::describeWithModel(project, *model, request, stop, progress));
        }
        NS_ASSIGN(const auto counts, descriptors::countDescriptions(project.writer()));
        return listed(
            {QCoreApplication::translate("JobWork", "%Ln different topic(s)", nullptr, asInt(counts.distinct)),
             QCoreApplication::translate("JobWork", "%Ln answer(s) missing", nullptr, asInt(counts.unanswered))});
    };
}

JobWork modelLabelWork(const llm::EngineOptions& engine, const labels::LabelRequest& request,
                       const QStringList& descriptors) {
    std::vector<Session::DescriptorTerms> terms;
    for (const QString& name : descriptors)
        terms.push_back({name, {}});
    return [engine, request, terms](store::Project& project, std::stop_token stop,
                                    ProgressSink& progress) -> Result<QString> {
        NS_TRY(addDescriptors(project.writer(), terms));
        NS_ASSIGN(const auto model, llm::openLanguageModel(engine));
        NS_ASSIGN(const auto counts, labels::labelWithModel(project, *model, request, stop, progress));
        return labelled(counts);
    };
}

JobWork clusterWork(const QString& encoder, const pipeline::ClusterOptions& options) {
    return [folder = path(encoder), options](store::Project& project, std::stop_token stop,
                                             ProgressSink& progress) -> Result<QString> {
        NS_ASSIGN(const auto embedded, pipeline::embedDescriptors(project, {.encoder = folder}, stop, progress));
        return clusterBy(project, embedded.model, options, stop, progress);
    };
}

JobWork clusterEmbeddedWork(const pipeline::ClusterOptions& options) {
    return [options](store::Project& project, std::stop_token stop, ProgressSink& progress) -> Result<QString> {
        NS_ASSIGN(const auto models, descriptors::loadEmbeddingModels(project.writer()));
        if (models.empty())
            return Error{ErrorCode::MissingInput, "embeddings", "no descriptor has been embedded",
                         "Cluster with an encoder first"};
        return clusterBy(project, models.back(), options, stop, progress);
    };
}

JobWork extractWork(const extraction::ExtractOptions& options, std::function<void(const nn::RuntimeInfo&)> measured) {
    return [options, measured = std::move(measured)](store::Project& project, std::stop_token stop,
                                                     ProgressSink& progress) -> Result<QString> {
        NS_ASSIGN(nn::Runtime* const runtime, nn::runtime());
        measured(runtime->info(true));
        extraction::ExtractOptions chosen = options;
        NS_ASSIGN(chosen.encoder.precision, pipeline::precisionFor(options.encoder.device, "auto"));
        NS_ASSIGN(const auto result, extraction::extract(project, chosen, stop, progress));
        return listed({QCoreApplication::translate("JobWork", "%Ln sentence(s)", nullptr, asInt(result.run.sentences)),
                       QCoreApplication::translate("JobWork", "%Ln neuron(s)", nullptr, asInt(result.run.neurons())),
                       QCoreApplication::translate("JobWork", "%1 sentences a second")
                           .arg(QLocale().toString(result.sentencesPerSecond, 'f', 1))});
    };
}

JobWork copyWork(const QString& folder) {
    return [folder](store::Project& project, std::stop_token, ProgressSink&) -> Result<QString> {
        NS_TRY(project.saveCopy(path(folder)));
        return QCoreApplication::translate("JobWork", "Saved as %1").arg(folder);
    };
}

} // namespace neuroscribe::app
