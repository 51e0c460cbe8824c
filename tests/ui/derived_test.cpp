// Answers that follow from others say so wherever they are seen.
#include "app/session/session.h"
#include "core/descriptors/curation_edits.h"
#include "tests/support/catch.h"
#include "tests/ui/curate_study.h"
#include "tests/ui/small_study.h"
#include "ui/models/sentence_list_model.h"
#include "ui/panels/descriptor_panel.h"
#include "ui/widgets/sentence_list.h"

#include <QLabel>

using namespace neuroscribe;
using namespace neuroscribe::test;
using namespace neuroscribe::ui;

namespace {

/// The labelled topic0 and topic1 are one descriptor.
struct Merged {
    ScratchFolder scratch;
    app::Session session;
    Merged() {
        makeCurateStudy(scratch.file("study"));
        openAndSettle(session, scratch.file("study"));
        apply(descriptors::rename(now(), kGift, "topic0", false));
        apply(descriptors::rename(now(), kPrice, "topic1", false));
        const std::vector<ClusterId> from{kPrice};
        apply(descriptors::merge(now(), from, kGift));
        REQUIRE(waitFor([this] { return column() && session.tagger() && session.isTaggingSettled(); }));
    }
    const descriptors::Curation& now() { return *session.curation().curation(); }
    void apply(const Result<descriptors::CurationEdit>& edit) {
        REQUIRE(edit);
        REQUIRE(session.curation().apply(*edit));
        REQUIRE(waitFor([this] { return session.curation().isWritten(); }));
    }
    std::optional<std::uint32_t> column() {
        const auto& all = session.study()->descriptors;
        for (std::uint32_t i = 0; i < all.size(); ++i)
            if (all[i].cluster == kGift && all[i].isDerived())
                return i;
        return std::nullopt;
    }
};

bool shows(const QWidget& panel, const QString& text) {
    for (const QLabel* label : panel.findChildren<QLabel*>())
        if (label->isVisible() && label->text() == text)
            return true;
    return false;
}

} // namespace

TEST_CASE("The panel of a merged descriptor tells what its answers are derived from") {
    Merged merged;
    DescriptorPanel panel(merged.session);
    panel.resize(360, 700);
    panel.show();
    merged.session.selection().setDescriptor(merged.column());
    CHECK(waitFor([&] { return shows(panel, QStringLiteral("Derived from the answers about “topic0” or “topic1”")); }));
}

TEST_CASE("In lists of sentences a derived label says so on its chip, in the tool tip and to a screen reader") {
    Merged merged;
    DescriptorPanel panel(merged.session);
    panel.resize(360, 700);
    panel.show();
    merged.session.selection().setDescriptor(merged.column());
    SentenceListModel& sentences = panel.findChild<SentenceList*>()->sentences();
    REQUIRE(waitFor([&] { return sentences.rowCount() > 0; }));
    const QModelIndex first = sentences.index(0);
    const auto chips = first.data(SentenceListModel::ChipsRole).value<QList<Chip>>();
    const Chip derived{QStringLiteral("topic0"), true, true};
    CHECK(chips.contains(derived));
    for (const Chip& chip : chips)
        CHECK(chip.derived == (chip.text == QStringLiteral("topic0")));
    REQUIRE(waitFor([&] { return first.data(SentenceListModel::TextRole).isValid(); }));
    CHECK(first.data(Qt::ToolTipRole)
              .toString()
              .endsWith(QStringLiteral("\n\nDerived, from the answers to several questions: topic0")));
    CHECK(first.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("topic0 · derived")));
    CHECK_FALSE(first.data(SentenceListModel::TextRole).toString().contains(QStringLiteral("Derived")));
}
