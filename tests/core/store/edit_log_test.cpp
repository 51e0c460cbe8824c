// The undo log: order, redo, superseded edits, separate histories, survival of a restart.
#include "core/store/edit_log.h"
#include "core/store/project.h"
#include "tests/support/catch.h"
#include "tests/support/support.h"

namespace neuroscribe::store {
namespace {

Edit edit(const std::string& history, const std::string& before, const std::string& after) {
    return {0, history, "thresholds", before, after, "change_t", "[\"" + after + "\"]"};
}

void append(Project& project, const std::string& history, const std::string& before, const std::string& after) {
    EditLog log(project.writer(), history);
    const auto id = log.append(edit(history, before, after));
    REQUIRE(id);
    REQUIRE(*id > 0);
}

std::string before(const Result<std::optional<Edit>>& found) {
    REQUIRE(found);
    return *found ? (*found)->before : "nothing";
}
std::string after(const Result<std::optional<Edit>>& found) {
    REQUIRE(found);
    return *found ? (*found)->after : "nothing";
}

Project newProject(const test::ScratchFolder& scratch) {
    auto project = Project::create(scratch.file("study"));
    REQUIRE(project);
    return std::move(project).value();
}

} // namespace

TEST_CASE("undo goes back through the edits, redo forward again") {
    const test::ScratchFolder scratch;
    Project project = newProject(scratch);
    append(project, "thresholds", "1", "2");
    append(project, "thresholds", "2", "3");
    EditLog log(project.writer(), "thresholds");
    CHECK(before(log.undo()) == "2");
    CHECK(before(log.undo()) == "1");
    CHECK(before(log.undo()) == "nothing");
    CHECK(after(log.redo()) == "2");
    CHECK(after(log.redo()) == "3");
    CHECK(after(log.redo()) == "nothing");
}

TEST_CASE("a new edit ends redo, and the superseded edit stays in the log") {
    const test::ScratchFolder scratch;
    Project project = newProject(scratch);
    append(project, "thresholds", "1", "2");
    EditLog log(project.writer(), "thresholds");
    CHECK(before(log.undo()) == "1");
    append(project, "thresholds", "1", "9");
    CHECK(after(log.redo()) == "nothing");
    CHECK(before(log.undo()) == "1");
    CHECK(after(log.nextRedo()) == "9");
    const auto all = log.all();
    REQUIRE(all);
    CHECK(all->size() == 2);
}

TEST_CASE("the list of a history has what undo and redo reach, and where the cursor is") {
    const test::ScratchFolder scratch;
    Project project = newProject(scratch);
    append(project, "thresholds", "1", "2");
    append(project, "thresholds", "2", "3");
    EditLog log(project.writer(), "thresholds");
    REQUIRE(log.undo());
    append(project, "thresholds", "2", "9"); // "3" can't be reached any more
    append(project, "thresholds", "9", "10");
    append(project, "curation", "on", "off");
    REQUIRE(log.undo());
    const auto entries = log.entries();
    REQUIRE(entries);
    REQUIRE(entries->size() == 3);
    CHECK((*entries)[0].arguments == "[\"2\"]");
    CHECK((*entries)[1].arguments == "[\"9\"]");
    CHECK_FALSE((*entries)[1].undone);
    CHECK((*entries)[2].undone);
    CHECK((*entries)[2].textCode == "change_t");
    CHECK((*entries)[2].createdAt.size() == 20);
}

TEST_CASE("histories do not meet") {
    const test::ScratchFolder scratch;
    Project project = newProject(scratch);
    append(project, "curation", "on", "off");
    append(project, "thresholds", "1", "2");
    EditLog curation(project.writer(), "curation");
    CHECK(before(curation.undo()) == "on");
    CHECK(before(curation.undo()) == "nothing");
    EditLog thresholds(project.writer(), "thresholds");
    CHECK(before(thresholds.nextUndo()) == "1");
    CHECK_FALSE(curation.append(edit("thresholds", "1", "2")));
}

TEST_CASE("the log and its cursor survive a restart") {
    const test::ScratchFolder scratch;
    {
        Project project = newProject(scratch);
        append(project, "thresholds", "1", "2");
        append(project, "thresholds", "2", "3");
        EditLog log(project.writer(), "thresholds");
        CHECK(before(log.undo()) == "2");
    }
    auto project = Project::open(scratch.file("study"));
    REQUIRE(project);
    EditLog log(project->writer(), "thresholds");
    CHECK(after(log.nextRedo()) == "3");
    const auto undo = log.nextUndo();
    REQUIRE(undo);
    REQUIRE(*undo);
    Edit expected = edit("thresholds", "1", "2");
    expected.id = (*undo)->id;
    CHECK(**undo == expected);
}

} // namespace neuroscribe::store
