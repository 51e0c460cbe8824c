#include "app/session/edits.h"

#include "core/labels/descriptor.h"
#include "core/pipeline/thresholds.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <limits>
#include <utility>
#include <vector>

namespace neuroscribe::app {
namespace {

using tagging::Thresholds;

std::string compact(const QJsonDocument& document) {
    return document.toJson(QJsonDocument::Compact).toStdString();
}

std::string exclusionToJson(DescriptorId descriptor, bool excluded) {
    return compact(QJsonDocument(QJsonObject{{QStringLiteral("descriptor"), static_cast<qint64>(descriptor.value)},
                                             {QStringLiteral("excluded"), excluded}}));
}

/// Which field differs, and its new value: the text names one field where one moved.
std::vector<std::pair<std::string, QJsonValue>> differences(const Thresholds& before, const Thresholds& after) {
    struct Field {
        const char* code;
        std::uint32_t Thresholds::*member;
    };
    static constexpr Field kFields[] = {
        {"k", &Thresholds::kMilli},        {"t", &Thresholds::tMilli},
        {"top_k", &Thresholds::topK},      {"min_lift", &Thresholds::minLiftMilli},
        {"max_q", &Thresholds::maxQMicro}, {"alpha", &Thresholds::alphaMicro},
    };
    std::vector<std::pair<std::string, QJsonValue>> found;
    for (const Field& field : kFields)
        if (before.*field.member != after.*field.member)
            found.emplace_back(field.code, static_cast<qint64>(after.*field.member));
    if (before.rule != after.rule)
        found.insert(found.begin(), {"rule", QString::fromLatin1(tagging::ruleName(after.rule))});
    if (before.split != after.split)
        found.emplace_back("split", QString::fromLatin1(pipeline::splitName(after.split)));
    if (before.tail != after.tail)
        found.emplace_back("tail", QString::fromLatin1(pipeline::tailName(after.tail)));
    return found;
}

Status applyValue(store::Database& database, const std::string& kind, const std::string& value) {
    if (kind == kThresholdsKind) {
        NS_ASSIGN(const Thresholds thresholds, pipeline::thresholdsFromJson(value));
        return pipeline::saveThresholds(database, thresholds);
    }
    if (kind == kExcludedKind) {
        NS_ASSIGN(const Exclusion exclusion, exclusionFromJson(value));
        return labels::setExcluded(database, exclusion.descriptor, exclusion.excluded);
    }
    return Error{ErrorCode::Unsupported, "edit " + kind, "this version does not know this kind of change", ""};
}

} // namespace

store::Edit thresholdsEdit(const Thresholds& before, const Thresholds& after) {
    store::Edit edit;
    edit.history = kThresholdsHistory;
    edit.kind = kThresholdsKind;
    edit.before = pipeline::thresholdsToJson(before);
    edit.after = pipeline::thresholdsToJson(after);
    const auto changes = differences(before, after);
    // A rule brings its own default t along: still one thing to a person.
    const bool one = changes.size() == 1 || (!changes.empty() && changes.front().first == "rule");
    edit.textCode = one ? changes.front().first : "thresholds";
    edit.arguments = compact(QJsonDocument(one ? QJsonArray{changes.front().second} : QJsonArray{}));
    return edit;
}

store::Edit exclusionEdit(DescriptorId descriptor, const QString& name, bool excluded) {
    store::Edit edit;
    edit.history = kThresholdsHistory;
    edit.kind = kExcludedKind;
    edit.before = exclusionToJson(descriptor, !excluded);
    edit.after = exclusionToJson(descriptor, excluded);
    edit.textCode = excluded ? "exclude" : "include";
    edit.arguments = compact(QJsonDocument(QJsonArray{name}));
    return edit;
}

Result<Exclusion> exclusionFromJson(const std::string& json) {
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromStdString(json));
    const QJsonValue id = document[QStringLiteral("descriptor")];
    const QJsonValue excluded = document[QStringLiteral("excluded")];
    const double number = id.toDouble(-1);
    if (!excluded.isBool() || number < 0 || number > std::numeric_limits<std::uint32_t>::max())
        return Error{ErrorCode::Corrupt, "edit descriptor.excluded", "the stored change can't be read", ""};
    return Exclusion{DescriptorId(static_cast<std::uint32_t>(number)), excluded.toBool()};
}

Status recordEdit(store::Database& database, const store::Edit& edit) {
    NS_TRY(applyValue(database, edit.kind, edit.after));
    NS_TRY(store::EditLog(database, edit.history).append(edit));
    return {};
}

Result<UndoState> undoState(store::Database& database) {
    store::EditLog log(database, kThresholdsHistory);
    UndoState state;
    NS_ASSIGN(state.undo, log.nextUndo());
    NS_ASSIGN(state.redo, log.nextRedo());
    return state;
}

Result<std::optional<Moved>> moveInHistory(store::Database& database, bool forward) {
    store::EditLog log(database, kThresholdsHistory);
    NS_ASSIGN(const auto edit, forward ? log.redo() : log.undo());
    if (!edit)
        return std::optional<Moved>{};
    Moved moved{edit->kind, forward ? edit->after : edit->before};
    NS_TRY(applyValue(database, moved.kind, moved.value));
    return std::optional<Moved>(std::move(moved));
}

} // namespace neuroscribe::app
