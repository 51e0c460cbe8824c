#include "ui/widgets/sentence_delegate.h"

#include "tests/support/catch.h"
#include "ui/models/sentence_list_model.h"

#include <QImage>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyleOptionViewItem>

using namespace neuroscribe::ui;

namespace {

QImage drawn(const QString& text) {
    QStandardItemModel model(1, 1);
    model.setData(model.index(0, 0), text, SentenceListModel::TextRole);
    QListView view;
    view.setModel(&model);
    const SentenceDelegate delegate;
    QImage image(300, 40, QImage::Format_ARGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    QStyleOptionViewItem option;
    option.initFrom(&view);
    option.widget = &view;
    option.rect = image.rect();
    delegate.paint(&painter, option, model.index(0, 0));
    return image;
}

} // namespace

TEST_CASE("What stands beyond the two lines of a sentence changes nothing, what stands in them does") {
    for (const QString& word : {QStringLiteral("battery "), QStringLiteral("i"), QStringLiteral("   ill   "),
                                QString(QChar(0x4E2D)), QStringLiteral("\U0001F50B")}) {
        const QString text = word.repeated(2'000);
        CHECK(drawn(text) == drawn(text + word.repeated(20'000)));
        CHECK(drawn(text) != drawn(word.repeated(3)));
        CHECK(drawn(text) != drawn(QStringLiteral("W") + text.mid(1)));
    }
    const QString ends = QStringLiteral("a short sentence of a few words that takes more than a line of this list");
    CHECK(drawn(ends) != drawn(ends.chopped(1)));
}
