// The window on the workspace Curate of a small study, and a person's hands on it: keys, mouse, drag.
#pragma once

#include "app/session/session.h"
#include "app/settings/settings.h"
#include "tests/support/catch.h"
#include "tests/ui/curate_study.h"
#include "tests/ui/small_study.h"
#include "ui/main_window.h"
#include "ui/models/cluster_list_model.h"
#include "ui/models/curate_mime.h"
#include "ui/models/member_list_model.h"
#include "ui/panels/members_panel.h"
#include "ui/theme/appearance.h"
#include "ui/widgets/cluster_table.h"
#include "ui/widgets/member_table.h"
#include "ui/widgets/name_picker.h"

#include <QApplication>
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QTest>

#include <algorithm>
#include <memory>

namespace neuroscribe::test {

using ui::ClusterListModel;
using ui::ClusterTable;
using ui::MembersPanel;
using ui::MemberTable;
using ui::NamePicker;

struct Bench {
    ScratchFolder scratch;
    app::Settings settings{QString::fromStdString(scratch.file("settings.ini"))};
    ui::Appearance appearance{*qApp};
    app::Session session;
    std::unique_ptr<ui::MainWindow> window;
    std::vector<Error> errors;

    Bench() {
        makeCurateStudy(scratch.file("study"));
        QObject::connect(&session, &app::Session::failed, &session,
                         [this](const Error& error) { errors.push_back(error); });
        show();
        open();
    }
    void show() {
        window = std::make_unique<ui::MainWindow>(session, settings, appearance);
        window->resize(1400, 850);
        window->show();
        window->activateWindow();
        REQUIRE(waitFor([this] { return window->isActiveWindow(); }));
    }
    void open() {
        openAndSettle(session, scratch.file("study"));
        QTest::keyClick(window.get(), Qt::Key_2, Qt::ControlModifier);
        REQUIRE(waitFor([this] { return clusters().isVisible() && clusters().clusters().rowCount() > 3; }));
        choose(kGift);
    }
    ClusterTable& clusters() { return *window->findChild<ClusterTable*>(); }
    MemberTable& members() { return *window->findChild<MemberTable*>(); }
    NamePicker& picker() { return *window->findChild<NamePicker*>(); }
    QLineEdit& name() {
        for (auto* field : window->findChild<MembersPanel*>()->findChildren<QLineEdit*>())
            if (field->accessibleName() == QStringLiteral("Name of the cluster"))
                return *field;
        FAIL("no field for the name");
        std::abort();
    }
    QLineEdit& question() {
        for (auto* field : window->findChild<MembersPanel*>()->findChildren<QLineEdit*>())
            if (field->accessibleName().startsWith(QStringLiteral("Question")))
                return *field;
        FAIL("no field for the question");
        std::abort();
    }
    const descriptors::Curation& now() { return *session.curation().curation(); }
    bool asStored() {
        return waitFor([this] { return session.curation().isWritten(); }) &&
               storedCuration(scratch.file("study")) == now();
    }

    void choose(ClusterId id, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        const int row = clusters().clusters().rowOf(id);
        REQUIRE(row >= 0);
        clusters().setFocus();
        QTest::mouseClick(clusters().viewport(), Qt::LeftButton, modifiers,
                          clusters().visualRect(clusters().clusters().index(row, 0)).center());
        QCoreApplication::processEvents();
    }
    QPoint tickOf(const char* topic) {
        const int row = members().members().rowOf(topicNamed(topic));
        REQUIRE(row >= 0);
        const QRect cell = members().visualRect(members().members().index(row, 0));
        return {cell.left() + 15, cell.center().y()};
    }
    void tick(const char* topic) {
        members().setFocus();
        QTest::mouseClick(members().viewport(), Qt::LeftButton, Qt::NoModifier, tickOf(topic));
        QCoreApplication::processEvents();
    }
    /// To what has the focus, as the keyboard does.
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
        QCoreApplication::processEvents();
    }
    void type(const char* text) {
        for (const char* letter = text; *letter; ++letter)
            QTest::keyClick(QApplication::focusWidget(), *letter,
                            std::isupper(static_cast<unsigned char>(*letter)) ? Qt::ShiftModifier : Qt::NoModifier);
        QCoreApplication::processEvents();
    }
    void drop(const QString& mime, const std::vector<std::uint32_t>& ids, ClusterId target) {
        const std::unique_ptr<QMimeData> data(ui::idsToMime(mime, ids));
        const QPoint place =
            clusters().visualRect(clusters().clusters().index(clusters().clusters().rowOf(target), 0)).center();
        QDragEnterEvent enter(place, Qt::MoveAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(clusters().viewport(), &enter);
        QDragMoveEvent move(place, Qt::MoveAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(clusters().viewport(), &move);
        REQUIRE(move.isAccepted());
        CHECK(session.curation().proposed().has_value()); // what would follow is seen before the button is let go
        QDropEvent event(QPointF(place), Qt::MoveAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(clusters().viewport(), &event);
        QCoreApplication::processEvents();
    }
};

} // namespace neuroscribe::test
