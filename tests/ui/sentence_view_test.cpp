#include "tests/support/catch.h"
#include "ui/widgets/chip_label.h"
#include "ui/widgets/sentence_view.h"

#include <QLabel>

using namespace neuroscribe;
using namespace neuroscribe::ui;
using labels::Answer;

namespace {

app::SentenceRecord record(std::vector<app::SentenceLabel> labels) {
    app::SentenceRecord made;
    made.sentence.text = "the battery lasts";
    made.labels = std::move(labels);
    return made;
}

QString allText(const SentenceView& view) {
    QStringList lines;
    for (const QLabel* label : view.findChildren<QLabel*>())
        lines += label->text();
    return lines.join(QLatin1Char('\n'));
}

} // namespace

TEST_CASE("The newest engine that answered counts, as in the matrix") {
    SentenceView view;
    view.setRecord(record({
        {.descriptor = "battery", .answer = Answer::Yes, .annotator = "B", .engine = "new"},
        {.descriptor = "battery", .answer = Answer::No, .annotator = "B", .engine = "old"},
        {.descriptor = "taste", .answer = Answer::Unanswered, .annotator = "B", .engine = "new"},
        {.descriptor = "taste", .answer = Answer::No, .annotator = "B", .engine = "old"},
        {.descriptor = "size", .answer = Answer::Unanswered, .annotator = "B", .engine = "new"},
    }));
    CHECK(view.findChildren<ChipLabel*>().size() == 1);
    const QString text = allText(view);
    CHECK(text.contains(QStringLiteral("No: taste\n")));
    CHECK(text.contains(QStringLiteral("Unanswered: size\n")));
}

TEST_CASE("A language model's margin, raw answer and failure are there to read") {
    SentenceView view;
    app::SentenceRecord made = record({
        {.descriptor = "battery", .answer = Answer::Yes, .annotator = "B", .engine = "t5", .margin = 2.5F},
        {.descriptor = "taste",
         .answer = Answer::Unanswered,
         .annotator = "B",
         .engine = "server",
         .reply = "Maybe.",
         .detail = "neither Yes nor No"},
        {.descriptor = "size", .answer = Answer::No, .annotator = "B", .engine = "lexical"},
    });
    made.topics = {{.engine = "lexical", .topics = {"battery", "life"}}};
    view.setRecord(made);
    const QString text = allText(view);
    CHECK(text.contains(QStringLiteral("battery: Yes, margin 2.50")));
    CHECK(text.contains(QStringLiteral("taste: unanswered, answered “Maybe.”, neither Yes nor No")));
    CHECK_FALSE(text.contains(QStringLiteral("size: ")));
    CHECK(text.contains(QStringLiteral("Topics: battery, life (lexical)")));
}

TEST_CASE("An answer that follows from others says so in words, with what it follows from") {
    SentenceView view;
    view.setRecord(record({
        {.descriptor = "color",
         .answer = Answer::Yes,
         .annotator = "B",
         .engine = "t5",
         .derived = true,
         .questions = {"colour", "shade"}},
        {.descriptor = "color", .answer = Answer::Yes, .annotator = "B", .engine = "t5"},
        {.descriptor = "taste",
         .answer = Answer::No,
         .annotator = "B",
         .engine = "t5",
         .derived = true,
         .questions = {"taste", "flavour"}},
        {.descriptor = "size", .answer = Answer::No, .annotator = "B", .engine = "t5"},
    }));
    REQUIRE(view.findChildren<ChipLabel*>().size() == 1);
    const ChipLabel& chip = *view.findChildren<ChipLabel*>().front();
    CHECK(chip.text() == QStringLiteral("color · derived"));
    CHECK(chip.toolTip() == QStringLiteral("Yes, answered by t5\nDerived: yes where one of the answers about “colour”, "
                                           "“shade” is yes"));
    CHECK(allText(view).contains(QStringLiteral("No: taste · derived, size\n")));
}
