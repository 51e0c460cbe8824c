#include <fstream>
#include <iterator>

#include <CLI/CLI.hpp>

#include "app/cli/json_output.h"
#include "app/cli/table.h"
#include "app/cli/verbs.h"
#include "core/descriptors/curation_edits.h"
#include "core/descriptors/curation_json.h"
#include "core/io/row_writer.h"
#include "core/pipeline/curate.h"

namespace neuroscribe::cli {
namespace {

using descriptors::Curation;
using descriptors::CurationEdit;

struct CurateVerb {
    std::string importFile, exportFile, exclude, include, confirm;
    std::vector<std::string> rename, merge; ///< two names each
    std::uint32_t undo = 0;
    std::uint32_t redo = 0;
    bool history = false;

    int actions() const {
        int count = history ? 1 : 0;
        for (const std::string* text : {&importFile, &exportFile, &exclude, &include, &confirm})
            count += text->empty() ? 0 : 1;
        count += rename.empty() ? 0 : 1;
        count += merge.empty() ? 0 : 1;
        count += undo > 0 ? 1 : 0;
        count += redo > 0 ? 1 : 0;
        return count;
    }
    bool reads() const { return history || !exportFile.empty() || actions() == 0; }
};

Status check(const Context& context, const CurateVerb& verb) {
    NS_TRY(requireFolder(context));
    if (verb.actions() > 1)
        return Error{ErrorCode::InvalidArgument, "curate", "one thing at a time", "Call it once for each"};
    return {};
}

Result<ClusterId> clusterNamed(const Curation& curation, const std::string& name) {
    std::vector<ClusterId> found;
    for (const auto& [id, cluster] : curation.clusters())
        if (cluster.name == name)
            found.push_back(id);
    if (const auto descriptor = curation.descriptorNamed(name))
        return *descriptor;
    if (found.empty())
        return Error{ErrorCode::NotFound, name, "no cluster has this name", ""};
    if (found.size() > 1)
        return Error{ErrorCode::InvalidArgument, name, std::to_string(found.size()) + " clusters have this name",
                     "Rename them in the window first"};
    return found.front();
}

Result<CurationEdit> editOf(const CurateVerb& verb, const Curation& curation) {
    const std::string& first = !verb.rename.empty()    ? verb.rename[0]
                               : !verb.merge.empty()   ? verb.merge[0]
                               : !verb.exclude.empty() ? verb.exclude
                               : !verb.include.empty() ? verb.include
                                                       : verb.confirm;
    NS_ASSIGN(const ClusterId cluster, clusterNamed(curation, first));
    const std::vector<ClusterId> one{cluster};
    if (!verb.rename.empty())
        return descriptors::rename(curation, cluster, verb.rename[1], false);
    if (!verb.merge.empty()) {
        NS_ASSIGN(const ClusterId into, clusterNamed(curation, verb.merge[1]));
        return descriptors::merge(curation, one, into);
    }
    if (!verb.confirm.empty())
        return descriptors::confirm(curation, cluster);
    return descriptors::setExcluded(curation, one, !verb.exclude.empty());
}

Result<std::string> readFile(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in)
        return Error{ErrorCode::NotFound, file, "the file can't be opened", ""};
    std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (in.bad())
        return Error{ErrorCode::Io, file, "the file can't be read", ""};
    return text;
}

Json countsJson(const Curation& curation) {
    std::size_t named = 0;
    std::size_t members = 0;
    for (const auto& [id, cluster] : curation.clusters()) {
        named += cluster.isDescriptor() ? 1 : 0;
        members += cluster.members.size();
    }
    return {{"clusters", curation.clusters().size()}, {"descriptors", named}, {"members", members}};
}

void report(const Context& context, const Json& result) {
    if (context.json) {
        printJson(result);
        return;
    }
    Table table({{"curation"}, {"count", Align::Right}});
    for (const auto& [key, value] : result.items())
        table.add({key, value.dump()});
    table.print();
}

void list(const Context& context, const Curation& curation) {
    Json clusters = Json::array();
    Table table({{"cluster"}, {"members", Align::Right}, {"named by"}, {"state"}});
    for (const auto& [id, cluster] : curation.clusters()) {
        const char* source = cluster.source == descriptors::NameSource::Suggested ? "suggested"
                             : cluster.source == descriptors::NameSource::Person  ? "person"
                                                                                  : "automatic";
        clusters.push_back({{"name", cluster.name},
                            {"source", source},
                            {"excluded", cluster.excluded},
                            {"questions", cluster.questions},
                            {"members", cluster.members.size()}});
        table.add({cluster.name, std::to_string(cluster.members.size()), source, cluster.excluded ? "excluded" : ""});
    }
    if (context.json)
        printJson({{"clusters", clusters}});
    else
        table.print();
}

Status listHistory(const Context& context, store::Database& database) {
    NS_ASSIGN(const auto entries, descriptors::loadCurationHistory(database));
    Json rows = Json::array();
    Table table({{"edit", Align::Right}, {"when"}, {"what"}, {"of"}, {"undone"}});
    for (const store::HistoryEntry& entry : entries) {
        NS_ASSIGN(const auto arguments, descriptors::argumentsOf(entry));
        rows.push_back({{"id", entry.id},
                        {"at", entry.createdAt},
                        {"what", entry.textCode},
                        {"of", arguments},
                        {"undone", entry.undone}});
        std::string of;
        for (const std::string& argument : arguments)
            of += (of.empty() ? "" : ", ") + argument;
        table.add({std::to_string(entry.id), entry.createdAt, entry.textCode, of, entry.undone ? "undone" : ""});
    }
    if (context.json)
        printJson({{"edits", rows}});
    else
        table.print();
    return {};
}

/// Less than asked for where the history ends.
Result<Json> move(store::Database& database, Curation& curation, std::uint32_t steps, bool forward) {
    std::uint32_t done = 0;
    for (; done < steps; ++done) {
        NS_ASSIGN(const auto edit,
                  forward ? pipeline::redoCuration(database, curation) : pipeline::undoCuration(database, curation));
        if (!edit)
            break;
    }
    Json result = countsJson(curation);
    result[forward ? "redone" : "undone"] = done;
    return result;
}

Result<Json> import(store::Database& database, Curation& curation, const std::string& file) {
    NS_ASSIGN(const std::string text, readFile(file));
    NS_ASSIGN(const auto imported, descriptors::importCuration(database, curation, text, file));
    if (!imported.edit.delta.isEmpty())
        NS_TRY(pipeline::applyCurationEdit(database, curation, imported.edit));
    Json result = countsJson(curation);
    result["unknown_members"] = imported.unknownMembers;
    result["without_members"] = imported.withoutMembers;
    return result;
}

Result<Exit> read(const Context& context, const CurateVerb& verb) {
    NS_ASSIGN(store::Project project, openProject(context, store::Access::ReadOnly));
    NS_ASSIGN(const Curation curation, descriptors::loadCuration(project.connection()));
    if (verb.history) {
        NS_TRY(listHistory(context, project.connection()));
    } else if (verb.exportFile.empty()) {
        list(context, curation);
    } else {
        NS_ASSIGN(const std::string text, descriptors::exportCuration(project.connection(), curation));
        NS_TRY(io::writeWhole(verb.exportFile, text));
        report(context, countsJson(curation));
    }
    return Exit::Done;
}

Result<Json> change(const CurateVerb& verb, store::Database& database) {
    NS_ASSIGN(Curation curation, descriptors::loadCuration(database));
    if (verb.undo > 0 || verb.redo > 0)
        return move(database, curation, std::max(verb.undo, verb.redo), verb.redo > 0);
    if (!verb.importFile.empty())
        return import(database, curation, verb.importFile);
    NS_ASSIGN(auto edit, editOf(verb, curation));
    NS_TRY(pipeline::applyCurationEdit(database, curation, std::move(edit)));
    return countsJson(curation);
}

Result<Exit> runCurate(const Context& context, const CurateVerb& verb) {
    if (verb.reads())
        return read(context, verb);
    NS_ASSIGN(store::Project project, openProject(context, store::Access::ReadWrite));
    NS_ASSIGN(const Json result, change(verb, project.writer()));
    report(context, result);
    return Exit::Done;
}

void declare(CLI::App& verb, CurateVerb& curate) {
    verb.add_option("--import", curate.importFile, "Make the curation that of this JSON file, as one edit");
    verb.add_option("--export", curate.exportFile, "Write the curation to this JSON file");
    verb.add_option("--rename", curate.rename, "OLD NEW: a person's name; the question stays")->expected(2);
    verb.add_option("--merge", curate.merge, "A B: all of A into B, which asks what both asked")->expected(2);
    verb.add_option("--confirm", curate.confirm, "Take the suggested NAME as it is");
    verb.add_option("--exclude", curate.exclude, "Leave the cluster NAME out");
    verb.add_option("--include", curate.include, "Take it in again");
    verb.add_option("--undo", curate.undo, "Undo so many edits")->check(CLI::PositiveNumber);
    verb.add_option("--redo", curate.redo, "Make so many again")->check(CLI::PositiveNumber);
    verb.add_flag("--history", curate.history, "List the edits");
}

} // namespace

void addCurate(CLI::App& app, Context& context, Verb& chosen) {
    CLI::App* verb = app.add_subcommand("curate", "Edit the clusters of topics; without an option, list them");
    auto curate = std::make_shared<CurateVerb>();
    declare(*verb, *curate);
    verb->callback([&context, &chosen, curate] {
        chosen.check = [&context, curate] { return check(context, *curate); };
        chosen.run = [&context, curate] { return runCurate(context, *curate); };
    });
}

} // namespace neuroscribe::cli
