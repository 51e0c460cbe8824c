#include <CLI/CLI.hpp>

#include "app/cli/json_output.h"
#include "app/cli/verbs.h"

namespace neuroscribe::cli {
namespace {

Result<Exit> runNew(const Context& context) {
    NS_ASSIGN(const store::Project project, store::Project::create(context.folder));
    if (context.json)
        printJson({{"path", project.folder()}});
    else
        std::printf("New study: %s\n", project.folder().c_str());
    return Exit::Done;
}

} // namespace

void addNew(CLI::App& app, Context& context, Verb& chosen) {
    CLI::App* verb = app.add_subcommand("new", "Make an empty study in the folder -p DIR");
    verb->callback([&context, &chosen] {
        chosen.check = [&context] { return requireFolder(context); };
        chosen.run = [&context] { return runNew(context); };
    });
}

} // namespace neuroscribe::cli
