#include <CLI/CLI.hpp>

#include "app/cli/json_output.h"
#include "app/cli/table.h"
#include "app/cli/verbs.h"
#include "core/corpus/importer.h"
#include "core/labels/descriptor.h"

namespace neuroscribe::cli {
namespace {

using corpus::ImportCounts;
using corpus::ImportOptions;
using corpus::Reason;

constexpr Reason kReasons[] = {Reason::TooShort, Reason::TooLong, Reason::Language,       Reason::Duplicate,
                               Reason::Empty,    Reason::Invalid, Reason::OverCategoryCap};

struct ImportVerb {
    std::vector<std::string> files;
    std::string format = "auto";
    std::string delimiter;
    ImportOptions options;
};

Status prepare(const Context& context, ImportVerb& verb) {
    NS_TRY(requireFolder(context));
    NS_ASSIGN(verb.options.format, corpus::parseFormat(verb.format));
    if (!verb.delimiter.empty())
        verb.options.delimiter = verb.delimiter == "\\t" ? '\t' : verb.delimiter[0];
    if (context.seed)
        verb.options.seed = *context.seed;
    return verb.options.validate();
}

std::uint64_t dropped(const ImportCounts& counts, Reason reason) {
    const auto found = counts.dropped.find(reason);
    return found == counts.dropped.end() ? 0 : found->second;
}

void printCountsJson(const ImportCounts& counts) {
    Json reasons = Json::object();
    for (const Reason reason : kReasons)
        reasons[corpus::reasonName(reason)] = dropped(counts, reason);
    Json categories = Json::object();
    for (const auto& [name, count] : counts.categories)
        categories[name] = count;
    printJson({{"read", counts.read},
               {"kept", counts.kept},
               {"dropped", reasons},
               {"replaced_utf8", counts.replacedUtf8},
               {"categories", categories},
               {"split", {{"calibration", counts.split[0]}, {"validation", counts.split[1]}}}});
}

void printCounts(const ImportCounts& counts) {
    Table table({{"records"}, {"count", Align::Right}});
    table.add({"read", std::to_string(counts.read)});
    table.add({"kept", std::to_string(counts.kept)});
    for (const Reason reason : kReasons)
        table.add({std::string("dropped: ") + corpus::reasonName(reason), std::to_string(dropped(counts, reason))});
    table.add({"with invalid UTF-8 replaced", std::to_string(counts.replacedUtf8)});
    table.add({"calibration", std::to_string(counts.split[0])});
    table.add({"validation", std::to_string(counts.split[1])});
    table.print();
    if (counts.categories.empty())
        return;
    Table categories({{"category"}, {"kept", Align::Right}});
    for (const auto& [name, count] : counts.categories)
        categories.add({name, std::to_string(count)});
    std::printf("\n");
    categories.print();
}

Result<Exit> runImport(const Context& context, const ImportVerb& verb) {
    NS_ASSIGN(store::Project project, openProject(context, store::Access::ReadWrite));
    NS_ASSIGN(const ImportCounts counts, corpus::importFiles(project, verb.files, verb.options, context.stop,
                                                             *context.progress, labels::importHook()));
    if (context.json)
        printCountsJson(counts);
    else
        printCounts(counts);
    return Exit::Done;
}

void declare(CLI::App& verb, ImportVerb& import) {
    ImportOptions& options = import.options;
    verb.add_option("files", import.files, "Files to read; .gz is unpacked")->required();
    verb.add_option("--format", import.format, "auto, jsonl, json, csv, tsv, amazon, text or wordnet");
    verb.add_option("--text-field", options.textField, "Field with the text; guessed if not given");
    verb.add_option("--category-field", options.categoryField, "Field with the category; guessed if not given");
    verb.add_option("--label-field", options.labelFields, "Column of 0/1 or yes/no answers; repeatable")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    verb.add_option("--delimiter", import.delimiter, "Of CSV; guessed if not given")
        ->check([](const std::string& text) {
            return text.size() == 1 || text == "\\t" ? std::string() : "a delimiter is one character";
        });
    verb.add_option("--encoding", options.encoding, "utf-8, latin-1, utf-16le or utf-16be; a byte-order mark wins");
    verb.add_option("--min-words", options.minWords, "Shortest text kept")->capture_default_str();
    verb.add_option("--max-words", options.maxWords, "Longest text kept")->capture_default_str();
    verb.add_option("--max-per-category", options.maxPerCategory, "0: no cap")->capture_default_str();
    verb.add_option("--language", options.language, "en or any")->capture_default_str();
}

} // namespace

void addImport(CLI::App& app, Context& context, Verb& chosen) {
    CLI::App* verb = app.add_subcommand("import", "Read texts, filter them and add them to the study");
    auto import = std::make_shared<ImportVerb>();
    declare(*verb, *import);
    verb->callback([&context, &chosen, import] {
        chosen.check = [&context, import] { return prepare(context, *import); };
        chosen.run = [&context, import] { return runImport(context, *import); };
    });
}

} // namespace neuroscribe::cli
