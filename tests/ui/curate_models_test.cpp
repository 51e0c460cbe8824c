#include "core/descriptors/curation.h"
#include "tests/support/catch.h"
#include "ui/models/cluster_list_model.h"
#include "ui/models/curate_mime.h"
#include "ui/models/member_list_model.h"

#include <QAbstractItemModelTester>
#include <QCoreApplication>
#include <QMimeData>

#include <cmath>

using namespace neuroscribe;
using namespace neuroscribe::ui;

namespace {

using Tester = QAbstractItemModelTester;
constexpr auto kFatal = Tester::FailureReportingMode::Fatal;
using Order = ClusterListModel::Order;
using Filter = ClusterListModel::Filter;

ClusterListModel::Row row(std::uint32_t id, const char* name, ClusterState state, std::uint32_t members,
                          std::uint64_t said, double share) {
    const QString shown = QString::fromLatin1(name);
    return {ClusterId(id), shown, shown.toLower(), state, members, said, share};
}

std::vector<ClusterListModel::Row> madeRows() {
    return {row(0, "Unclustered", ClusterState::Outside, 50, 10, 0.5), row(1, "beta", ClusterState::New, 3, 30, 0.1),
            row(2, "Alpha", ClusterState::Named, 9, 20, 0.2), row(3, "gamma", ClusterState::Excluded, 5, 90, 0.3),
            row(4, "delta", ClusterState::New, 4, 5, 0.05)};
}

std::vector<std::uint32_t> shown(const ClusterListModel& model) {
    std::vector<std::uint32_t> ids;
    for (int i = 0; i < model.rowCount(); ++i)
        ids.push_back(model.rowAt(i)->id.value);
    return ids;
}

using Ids = std::vector<std::uint32_t>;

/// Names of topics 1, 2, ...; said as often as their number.
std::shared_ptr<const app::Topics> madeTopics(const std::vector<const char*>& names) {
    auto topics = std::make_shared<app::Topics>();
    auto database = store::Database::open(":memory:", store::OpenMode::Create);
    REQUIRE(database);
    std::string sql = "CREATE TABLE engine (id INTEGER, task TEXT, in_union INTEGER);"
                      "INSERT INTO engine VALUES (1, 'topics', 1);"
                      "CREATE TABLE raw_descriptor (id INTEGER PRIMARY KEY, name TEXT);"
                      "CREATE TABLE description_descriptor (engine_id INTEGER, sentence_id INTEGER, "
                      "raw_descriptor_id INTEGER);";
    for (std::size_t i = 0; i < names.size(); ++i) {
        const std::string id = std::to_string(i + 1);
        sql += "INSERT INTO raw_descriptor VALUES (" + id + ", '" + names[i] + "');";
        for (std::size_t s = 0; s <= i; ++s)
            sql += "INSERT INTO description_descriptor VALUES (1, " + std::to_string(100 + s) + ", " + id + ");";
    }
    REQUIRE(database->execute(sql));
    auto index = descriptors::TopicIndex::load(*database);
    REQUIRE(index);
    topics->index = std::move(*index);
    for (std::uint32_t id = 0; id < topics->index.size(); ++id)
        topics->names.push_back(QString::fromStdString(topics->index.name(RawDescriptorId(id))));
    return topics;
}

Ids shown(const MemberListModel& model) {
    Ids ids;
    for (int i = 0; i < model.rowCount(); ++i)
        ids.push_back(model.idAt(i).value);
    return ids;
}

std::vector<MemberListModel::Member> madeMembers() {
    return {
        {RawDescriptorId(1), 0.5F}, {RawDescriptorId(2), NAN}, {RawDescriptorId(3), 0.9F}, {RawDescriptorId(4), 0.5F}};
}

} // namespace

TEST_CASE("Clusters are sorted by what is asked for, what lies outside of them comes first") {
    ClusterListModel model;
    const Tester tester(&model, kFatal);
    model.setRows(madeRows());
    CHECK(shown(model) == Ids{0, 2, 3, 4, 1});
    model.setOrder(Order::Name);
    CHECK(shown(model) == Ids{0, 2, 1, 4, 3});
    model.setOrder(Order::Said);
    CHECK(shown(model) == Ids{0, 3, 1, 2, 4});
    model.setOrder(Order::Sentences);
    CHECK(shown(model) == Ids{0, 3, 2, 1, 4});
    model.setOrder(Order::State);
    CHECK(shown(model) == Ids{0, 4, 1, 2, 3});
    CHECK(model.nextUnnamed(1) == ClusterId(1));
    CHECK(model.nextUnnamed(2) == ClusterId(4));
    model.setFilter(Filter::Excluded);
    CHECK(shown(model) == Ids{0, 3});
    CHECK_FALSE(model.nextUnnamed(0));
}

TEST_CASE("A search leaves clusters of that name, and those in which members were found") {
    ClusterListModel model;
    const Tester tester(&model, kFatal);
    model.setRows(madeRows());
    model.setSearch(QStringLiteral(" ALP"), {{ClusterId(4), 7}});
    CHECK(shown(model) == Ids{2, 4});
    CHECK(model.index(1, 0).data(ClusterListModel::HitsRole).toInt() == 7);
    model.setSearch({}, {});
    CHECK(model.rowCount() == 5);
}

TEST_CASE("What is held on to in the list of clusters moves along, or is let go with its cluster") {
    ClusterListModel model;
    const Tester tester(&model, kFatal);
    model.setRows(madeRows());
    const QPersistentModelIndex gamma(model.index(2, 1));
    const QPersistentModelIndex delta(model.index(3, 0));
    auto rows = madeRows();
    rows[3].members = 100;
    rows.pop_back();
    model.setRows(rows);
    CHECK(gamma.row() == 1);
    CHECK(gamma.column() == 1);
    CHECK_FALSE(delta.isValid());
}

TEST_CASE("A cluster says what it is, not by its mark alone") {
    ClusterListModel model;
    model.setRows(madeRows());
    const QString spoken = model.index(2, 0).data(Qt::AccessibleTextRole).toString();
    CHECK(spoken == QStringLiteral("gamma, excluded, members: 5, said 90 times, 30.0 % of the sentences"));
}

TEST_CASE("Members are sorted by similarity, what is not known last either way, equal ones by how often said") {
    MemberListModel model;
    const Tester tester(&model, kFatal);
    model.show(madeTopics({"tea", "coffee", "green tea", "water"}), madeMembers());
    CHECK(shown(model) == Ids{3, 4, 1, 2});
    model.sort(MemberListModel::Similarity, Qt::AscendingOrder);
    CHECK(shown(model) == Ids{4, 1, 3, 2});
    model.sort(MemberListModel::Name, Qt::AscendingOrder);
    CHECK(shown(model) == Ids{2, 3, 1, 4});
    model.sort(MemberListModel::Said, Qt::DescendingOrder);
    CHECK(shown(model) == Ids{4, 3, 2, 1});
    const QPersistentModelIndex green(model.index(1, 0));
    model.setFilter(QStringLiteral("Tea"));
    CHECK(shown(model) == Ids{3, 1});
    CHECK(green.row() == 0);
}

TEST_CASE("The sentences of members are asked for as they come into view, and those of an earlier study ignored") {
    MemberListModel model;
    const Tester tester(&model, kFatal);
    std::vector<std::function<void(MemberListModel::Texts)>> answers;
    std::size_t wanted = 0;
    model.setSource([&](std::vector<SentenceId> ids, std::function<void(MemberListModel::Texts)> done) {
        wanted += ids.size();
        answers.push_back(std::move(done));
    });
    model.show(madeTopics({"tea", "coffee"}), {{RawDescriptorId(1), NAN}, {RawDescriptorId(2), NAN}});
    CHECK(model.index(0, MemberListModel::Example).data().toString().isEmpty());
    QCoreApplication::processEvents();
    REQUIRE(answers.size() == 1);
    CHECK(wanted == 2);
    answers[0]({{SentenceId(100), QStringLiteral("a fine cup of coffee")}});
    CHECK(model.index(0, MemberListModel::Example).data().toString() == QStringLiteral("a fine cup of coffee"));
    model.clear();
    CHECK(model.rowCount() == 0);
    answers[0]({{SentenceId(100), QStringLiteral("late")}});
    model.show(madeTopics({"tea"}), {{RawDescriptorId(1), NAN}});
    CHECK(model.index(0, MemberListModel::Example).data().toString().isEmpty());
}

TEST_CASE("A long sentence is shown around the topic") {
    const QString sentence = QStringLiteral("I ordered it on a Monday and two days later the gift box was at the door");
    CHECK(excerptAround(sentence, QStringLiteral("gift box")) ==
          QStringLiteral("… and two days later the gift box was at "
                         "the door"));
    CHECK(excerptAround(QStringLiteral("a Gift Box came"), QStringLiteral("gift box")) ==
          QStringLiteral("a Gift Box came"));
    CHECK(excerptAround(sentence, QStringLiteral("delivery")) == sentence);
}

TEST_CASE("What is dragged is read as a list of ids, and nothing else is") {
    const std::unique_ptr<QMimeData> data(idsToMime(kMembersMime, {7, 12}));
    CHECK(idsFromMime(kMembersMime, *data) == Ids{7, 12});
    CHECK(idsFromMime(kClustersMime, *data).empty());
    QMimeData wrong;
    wrong.setData(kMembersMime, "7 x");
    CHECK(idsFromMime(kMembersMime, wrong).empty());
}
