#include <algorithm>
#include <array>

#include <CLI/CLI.hpp>

#include "app/cli/export_options.h"
#include "app/cli/verbs.h"

namespace neuroscribe::cli {
namespace {

struct Kind {
    const char* what;
    Result<Written> (*write)(const Context&, store::Project&, const ExportVerb&);
    std::array<const char*, 5> formats; ///< the first is the default
};
constexpr std::array<Kind, 10> kKinds{{
    {"tags", exportTags, {"csv", "json", "jsonl"}},
    {"labels", exportLabels, {"csv", "json", "jsonl", "npy"}},
    {"reference-labels", exportLabels, {"csv", "json", "jsonl", "npy"}},
    {"matrix", exportTagMatrix, {"csv", "json", "jsonl", "npy"}},
    {"correlation", exportCorrelation, {"csv", "json", "npy", "svg"}},
    {"heatmap", exportHeatMap, {"csv", "json", "jsonl", "npy", "svg"}},
    {"activations", exportActivations, {"npy"}},
    {"ranks", exportRanks, {"csv", "json", "jsonl", "npy"}},
    {"sentences", exportSentences, {"csv", "json", "jsonl"}},
    {"topics", exportTopics, {"csv", "json", "jsonl"}},
}};

const Kind* findKind(const std::string& what) {
    const auto found = std::find_if(kKinds.begin(), kKinds.end(), [&](const Kind& kind) { return what == kind.what; });
    return found == kKinds.end() ? nullptr : &*found;
}

std::string kindNames() {
    std::string text;
    for (const Kind& kind : kKinds)
        text += (text.empty() ? "" : ", ") + std::string(kind.what);
    return text;
}

std::string formatsOf(const Kind& kind) {
    std::string text;
    for (const char* format : kind.formats)
        if (format)
            text += (text.empty() ? "" : ", ") + std::string(format);
    return text;
}

Status check(const Context& context, ExportVerb& verb) {
    NS_TRY(requireFolder(context));
    NS_TRY(verb.thresholds.over({}));
    const Kind* kind = findKind(verb.what);
    if (!kind)
        return Error{ErrorCode::InvalidArgument, "--what " + verb.what, "it is one of " + kindNames(), ""};
    if (verb.what == "reference-labels" && verb.annotator.empty())
        return Error{ErrorCode::InvalidArgument, "--as", "reference labels are somebody's: name the annotator", ""};
    if (verb.format.empty())
        verb.format = kind->formats[0];
    const bool known = std::any_of(kind->formats.begin(), kind->formats.end(),
                                   [&](const char* format) { return format && verb.format == format; });
    if (!known)
        return Error{ErrorCode::Unsupported, "--format " + verb.format,
                     verb.what + " can be written as " + formatsOf(*kind), ""};
    return {};
}

Result<Exit> runExport(const Context& context, const ExportVerb& verb) {
    NS_ASSIGN(store::Project project, openProject(context, store::Access::ReadOnly));
    NS_ASSIGN(const Written written, findKind(verb.what)->write(context, project, verb));
    if (context.json)
        printJson({{"what", verb.what},
                   {"format", verb.format},
                   {"out", verb.out},
                   {"rows", written.rows},
                   {"columns", written.columns}});
    else
        std::printf("%s: %zu rows, %zu columns\n", verb.out.c_str(), written.rows, written.columns);
    return Exit::Done;
}

} // namespace

void addExport(CLI::App& app, Context& context, Verb& chosen) {
    CLI::App* verb = app.add_subcommand("export", "Write a part of the study to a file");
    auto options = std::make_shared<ExportVerb>();
    verb->add_option("--what", options->what, "One of " + kindNames())->required();
    verb->add_option("--format", options->format, "csv, json, jsonl, npy or svg, as far as it fits what is written");
    verb->add_option("--out", options->out, "File to write")->required();
    verb->add_option("--value", options->value, "Of a heat map: f, lift, p, q or x")
        ->check(CLI::IsMember({"f", "lift", "p", "q", "x"}));
    verb->add_option("--as", options->annotator, "Whose labels; the label matrix B if not given");
    verb->add_option("--view", options->view, "Of the correlation: sentences, neurons or difference")
        ->check(CLI::IsMember({"sentences", "neurons", "difference"}));
    addThresholdOptions(*verb, options->thresholds);
    verb->callback([&context, &chosen, options] {
        chosen.check = [&context, options] { return check(context, *options); };
        chosen.run = [&context, options] { return runExport(context, *options); };
    });
}

} // namespace neuroscribe::cli
