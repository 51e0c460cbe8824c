#include "app/cli/context.h"

#include "core/base/log.h"

namespace neuroscribe::cli {

Status requireFolder(const Context& context) {
    if (context.folder.empty())
        return Error{ErrorCode::InvalidArgument, "-p", "this verb works on a study", "Name its folder with -p DIR"};
    return {};
}

Result<store::Project> openProject(const Context& context, store::Access access) {
    NS_ASSIGN(store::Project project, store::Project::open(context.folder, access));
    if (!project.openingNote().empty())
        log(LogLevel::Warning, "study", project.openingNote());
    return project;
}

} // namespace neuroscribe::cli
