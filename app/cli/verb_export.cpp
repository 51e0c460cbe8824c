// `export`: a part of the study as a file.
#include <algorithm>
#include <array>

#include <CLI/CLI.hpp>

#include "app/cli/json_output.h"
#include "app/cli/tagging_session.h"
#include "app/cli/verbs.h"
#include "core/base/joined.h"
#include "core/pipeline/export.h"

namespace neuroscribe::cli {
namespace {

using pipeline::ExportFormat;
using pipeline::ExportKind;

struct ExportVerb {
    std::string what, format;
    std::string value = "f"; ///< of a heat map
    std::string view = "sentences";
    ThresholdOptions thresholds;
    pipeline::ExportRequest request; ///< filled by check()
};

constexpr std::array<const char*, 5> kValues{"f", "lift", "p", "q", "x"}; ///< in the order of Tagger::Value

std::vector<std::string> valueNames() {
    std::vector<std::string> names(kValues.begin(), kValues.end());
    for (const tagging::Rule rule : tagging::allRules())
        if (rule != tagging::Rule::Lift) // the value of that name is the same
            names.emplace_back(tagging::ruleName(rule));
    return names;
}

std::string kindNames() {
    std::vector<std::string> names;
    for (std::size_t kind = 0; kind < pipeline::kExportKinds; ++kind)
        names.emplace_back(kindName(static_cast<ExportKind>(kind)));
    return joined(names);
}

std::string formatNames(ExportKind kind) {
    std::vector<std::string> names;
    for (const ExportFormat format : formatsOf(kind))
        names.emplace_back(formatName(format));
    return joined(names);
}

Status setKind(ExportVerb& verb) {
    for (std::size_t kind = 0; kind < pipeline::kExportKinds; ++kind)
        if (verb.what == kindName(static_cast<ExportKind>(kind))) {
            verb.request.kind = static_cast<ExportKind>(kind);
            return {};
        }
    return Error{ErrorCode::InvalidArgument, "--what " + verb.what, "it is one of " + kindNames(), ""};
}

Status setFormat(ExportVerb& verb) {
    const auto formats = formatsOf(verb.request.kind);
    verb.request.format = formats.front();
    if (verb.format.empty())
        return {};
    const auto found =
        std::ranges::find_if(formats, [&verb](ExportFormat format) { return verb.format == formatName(format); });
    if (found == formats.end())
        return Error{ErrorCode::Unsupported, "--format " + verb.format,
                     verb.what + " can be written as " + formatNames(verb.request.kind), ""};
    verb.request.format = *found;
    return {};
}

Status check(const Context& context, ExportVerb& verb) {
    NS_TRY(requireFolder(context));
    NS_TRY(verb.thresholds.check());
    NS_TRY(setKind(verb));
    if (verb.request.kind == ExportKind::ReferenceLabels && verb.request.annotator.empty())
        return Error{ErrorCode::InvalidArgument, "--as", "reference labels are somebody's: name the annotator", ""};
    NS_TRY(setFormat(verb));
    NS_ASSIGN(verb.request.view, pipeline::parseView(verb.view));
    const auto value = std::ranges::find(kValues, verb.value);
    if (value == kValues.end()) {
        NS_ASSIGN(verb.request.rule, tagging::parseRule(verb.value));
    } else {
        verb.request.value = static_cast<tagging::Tagger::Value>(value - kValues.begin());
    }
    verb.request.seed = context.seed.value_or(verb.request.seed);
    return {};
}

Result<Exit> runExport(const Context& context, const ExportVerb& verb) {
    NS_ASSIGN(store::Project project, openProject(context, store::Access::ReadOnly));
    std::shared_ptr<const pipeline::StudyData> study;
    tagging::Thresholds thresholds;
    if (pipeline::usesThresholds(verb.request.kind)) {
        NS_ASSIGN(study, pipeline::loadStudy(project));
        NS_ASSIGN(thresholds, verb.thresholds.over(study->thresholds));
    }
    NS_ASSIGN(const auto written,
              pipeline::exportPart(project, study, thresholds, verb.request, context.stop, *context.progress));
    if (context.json)
        printJson({{"what", verb.what},
                   {"format", formatName(verb.request.format)},
                   {"out", verb.request.file},
                   {"rows", written.rows},
                   {"columns", written.columns}});
    else
        std::printf("%s: %zu rows, %zu columns\n", verb.request.file.c_str(), written.rows, written.columns);
    return Exit::Done;
}

} // namespace

void addExport(CLI::App& app, Context& context, Verb& chosen) {
    CLI::App* verb = app.add_subcommand("export", "Write a part of the study to a file");
    auto options = std::make_shared<ExportVerb>();
    verb->add_option("--what", options->what, "One of " + kindNames())->required();
    verb->add_option("--format", options->format, "csv, json, jsonl, npy or svg, as far as it fits what is written");
    verb->add_option("--out", options->request.file, "File to write")->required();
    verb->add_option("--value", options->value, "Of a heat map: " + joined(valueNames()))
        ->check(CLI::IsMember(valueNames()));
    verb->add_option("--as", options->request.annotator,
                     "Whose labels, B if not given; whose answers, everybody's if not given");
    verb->add_option("--view", options->view, "Of the correlation: sentences, neurons or difference")
        ->check(CLI::IsMember({"sentences", "neurons", "difference"}));
    addThresholdOptions(*verb, options->thresholds);
    verb->callback([&context, &chosen, options] {
        chosen.check = [&context, options] { return check(context, *options); };
        chosen.run = [&context, options] { return runExport(context, *options); };
    });
}

} // namespace neuroscribe::cli
