#include "ui/dialogs/export_text.h"

#include "app/session/session.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>

namespace neuroscribe::ui {
namespace {

using pipeline::ExportFormat;
using pipeline::ExportKind;
using pipeline::ExportSize;

/// In the order of ExportKind.
constexpr std::array<const char*, pipeline::kExportKinds> kNames{
    QT_TRANSLATE_NOOP("Export", "Tags"),
    QT_TRANSLATE_NOOP("Export", "Labels"),
    QT_TRANSLATE_NOOP("Export", "Reference labels"),
    QT_TRANSLATE_NOOP("Export", "Matrix of tags"),
    QT_TRANSLATE_NOOP("Export", "Correlation"),
    QT_TRANSLATE_NOOP("Export", "Heat map"),
    QT_TRANSLATE_NOOP("Export", "Activations"),
    QT_TRANSLATE_NOOP("Export", "Exemplars"),
    QT_TRANSLATE_NOOP("Export", "Sentences"),
    QT_TRANSLATE_NOOP("Export", "Topics"),
    QT_TRANSLATE_NOOP("Export", "Answers of people"),
};
constexpr std::array<const char*, pipeline::kExportKinds> kAbout{
    QT_TRANSLATE_NOOP("Export", "A row for each tag of a neuron, with f, base rate, lift, interval, p and q."),
    QT_TRANSLATE_NOOP("Export", "Whether the model found each descriptor in each sentence: 1 yes, 0 no, empty where "
                                "it did not answer."),
    QT_TRANSLATE_NOOP("Export", "Whether another annotator found each descriptor in each sentence: 1 yes, 0 no, "
                                "empty where there is no answer."),
    QT_TRANSLATE_NOOP("Export", "A row for each neuron, a column for each descriptor: 1 tagged, 0 not, empty where f "
                                "is undefined."),
    QT_TRANSLATE_NOOP("Export", "How any two descriptors go together."),
    QT_TRANSLATE_NOOP("Export", "A row for each neuron, a column for each descriptor, one value in each cell."),
    QT_TRANSLATE_NOOP("Export", "A row for each sentence, a column for each neuron, as 32-bit numbers."),
    QT_TRANSLATE_NOOP("Export", "The sentences that activate each neuron most, best first."),
    QT_TRANSLATE_NOOP("Export", "A row for each sentence, with its half, category, number of words and text."),
    QT_TRANSLATE_NOOP("Export", "The names that engines found, and in how many sentences."),
    QT_TRANSLATE_NOOP("Export",
                      "A row for each Yes, No or Unsure of a person, with how the sentence was drawn. It can be "
                      "imported into a copy of the study."),
};

QString words(const char* text) {
    return QCoreApplication::translate("Export", text);
}

std::size_t cellBytes(ExportKind kind) {
    if (kind == ExportKind::Ranks)
        return sizeof(std::int64_t);
    const bool bits = kind == ExportKind::Labels || kind == ExportKind::ReferenceLabels || kind == ExportKind::Matrix;
    return bits ? sizeof(std::int8_t) : sizeof(float);
}

/// Of the engines whose topics count; others may have named more.
std::size_t topicCount(app::Session& session) {
    const auto topics = session.curation().topics();
    std::size_t count = 0;
    for (std::uint32_t id = 0; topics && id < topics->index.size(); ++id)
        count += topics->index.said(RawDescriptorId(id)) != 0;
    return count;
}

bool isTable(ExportFormat format) {
    return format != ExportFormat::Npy && format != ExportFormat::Svg;
}

ExportSize correlationSize(const pipeline::ExportRequest& request, std::size_t descriptors) {
    if (request.format != ExportFormat::Csv)
        return {descriptors, descriptors};
    const std::size_t columns = request.view == pipeline::CorrelationView::Sentences ? 12 : 3;
    return {descriptors * (descriptors - 1) / 2, columns};
}

} // namespace

QString exportName(ExportKind kind) {
    return words(kNames[static_cast<std::size_t>(kind)]);
}

QString exportAbout(ExportKind kind) {
    return words(kAbout[static_cast<std::size_t>(kind)]);
}

QString formatText(ExportFormat format) {
    switch (format) {
    case ExportFormat::Csv:
        return words(QT_TRANSLATE_NOOP("Export", "CSV table"));
    case ExportFormat::Json:
        return words(QT_TRANSLATE_NOOP("Export", "JSON"));
    case ExportFormat::JsonLines:
        return words(QT_TRANSLATE_NOOP("Export", "JSON lines"));
    case ExportFormat::Npy:
        return words(QT_TRANSLATE_NOOP("Export", "NumPy array"));
    case ExportFormat::Svg:
        break;
    }
    return words(QT_TRANSLATE_NOOP("Export", "SVG drawing"));
}

QString whyNoExport(app::Session& session, const Answerers& answerers, const pipeline::ExportRequest& request) {
    const auto study = session.study();
    if (!study)
        return words(QT_TRANSLATE_NOOP("Export", "No study is open."));
    switch (request.kind) {
    case ExportKind::Sentences:
        return {};
    case ExportKind::Activations:
        return study->run ? QString() : words(QT_TRANSLATE_NOOP("Export", "Extract activations first."));
    case ExportKind::Topics:
        return topicCount(session) ? QString() : words(QT_TRANSLATE_NOOP("Export", "Name the topics first."));
    case ExportKind::Answers:
        return answerers.answers ? QString() : words(QT_TRANSLATE_NOOP("Export", "No person has answered yet."));
    default:
        break;
    }
    if (!study->labels)
        return words(QT_TRANSLATE_NOOP("Export", "Label the sentences first."));
    if (request.kind == ExportKind::ReferenceLabels)
        return answerers.annotators.isEmpty()
                   ? words(QT_TRANSLATE_NOOP("Export", "Nobody but the model has labelled sentences."))
                   : QString();
    const bool needsNone = request.kind == ExportKind::Labels || (request.kind == ExportKind::Correlation &&
                                                                  request.view == pipeline::CorrelationView::Sentences);
    return needsNone || session.tagger() ? QString() : words(QT_TRANSLATE_NOOP("Export", "Extract activations first."));
}

ExportSize exportSize(app::Session& session, const Answerers& answerers, const pipeline::ExportRequest& request) {
    const auto study = session.study();
    const std::size_t sentences = study->corpus->size();
    const std::size_t descriptors = study->descriptors.size();
    const std::size_t neurons = study->run ? study->run->neurons() : 0;
    const std::size_t named = descriptors + (isTable(request.format) ? 1 : 0); // with the names of the rows
    switch (request.kind) {
    case ExportKind::Tags:
        return {session.tagger()->summary().tags, 14};
    case ExportKind::Labels:
    case ExportKind::ReferenceLabels:
        return {sentences, named};
    case ExportKind::Matrix:
    case ExportKind::HeatMap:
        return {neurons, named};
    case ExportKind::Correlation:
        return correlationSize(request, descriptors);
    case ExportKind::Activations:
        return {study->run->sentences, neurons};
    case ExportKind::Ranks: {
        const std::size_t exemplars = session.tagger()->counts().exemplars;
        return isTable(request.format) ? ExportSize{neurons * exemplars, 5} : ExportSize{neurons, exemplars};
    }
    case ExportKind::Sentences:
        return {sentences, 5};
    case ExportKind::Answers:
        return {answerers.answers, 9};
    case ExportKind::Topics:
        break;
    }
    return {topicCount(session), 2};
}

QString sizeText(const pipeline::ExportRequest& request, const ExportSize& size) {
    const QLocale locale;
    const QString sides = words(QT_TRANSLATE_NOOP("Export", "%1 rows × %2 columns"))
                              .arg(locale.toString(static_cast<qulonglong>(size.rows)),
                                   locale.toString(static_cast<qulonglong>(size.columns)));
    if (request.format != ExportFormat::Npy)
        return sides;
    const auto bytes = static_cast<qint64>(size.rows * size.columns * cellBytes(request.kind));
    return words(QT_TRANSLATE_NOOP("Export", "%1, %2")).arg(sides, locale.formattedDataSize(bytes));
}

} // namespace neuroscribe::ui
