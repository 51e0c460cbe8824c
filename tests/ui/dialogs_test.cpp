#include "app/session/session.h"
#include "app/settings/settings.h"
#include "tests/support/catch.h"
#include "tests/ui/small_study.h"
#include "ui/dialogs/extract_dialog.h"
#include "ui/dialogs/import_dialog.h"
#include "ui/dialogs/import_form.h"
#include "ui/dialogs/label_dialog.h"
#include "ui/dialogs/new_study_dialog.h"
#include "ui/dialogs/rejected_dialog.h"
#include "ui/models/preview_model.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTableView>
#include <QTableWidget>
#include <QTest>
#include <QTimer>

using namespace neuroscribe;
using namespace neuroscribe::test;
using namespace neuroscribe::ui;

namespace {

struct Bare {
    ScratchFolder scratch;
    app::Settings settings{QString::fromStdString(scratch.file("settings.ini"))};
    app::Session session;
    Bare() {
        makeBareStudy(scratch.file("study"));
        session.openStudy(path("study"));
        REQUIRE(waitFor([this] { return session.isOpen(); }));
    }
    QString path(const char* name) { return QString::fromStdString(scratch.file(name)); }
    QString write(const char* name, const std::string& content) {
        writeFile(scratch.file(name), content);
        return path(name);
    }
};

bool shows(const QWidget& widget, const QString& text) {
    for (const QLabel* label : widget.findChildren<QLabel*>())
        if (label->text() == text)
            return true;
    return false;
}

template <class Widget>
Widget* named(const QWidget& parent, const char* name) {
    for (Widget* child : parent.findChildren<Widget*>())
        if (child->accessibleName() == QLatin1String(name))
            return child;
    return nullptr;
}

QPushButton* button(const QWidget& parent, const QString& text) {
    for (auto* child : parent.findChildren<QPushButton*>())
        if (QString(child->text()).remove(QLatin1Char('&')) == text)
            return child;
    return nullptr;
}

std::string reviews(int count) {
    std::string text = "body;kind;good\n";
    for (int i = 0; i < count; ++i)
        text += "this review number " + std::to_string(i) + " is long enough to be kept by the filter;books;" +
                (i % 2 ? "1\n" : "0\n");
    return text + "too short;books;1\n";
}

} // namespace

TEST_CASE("The import dialog shows records, verdicts and counts before anything is committed") {
    Bare bare;
    ImportDialog dialog(bare.session, bare.settings, {bare.write("r.csv", reviews(30))});
    dialog.show();
    auto* text = named<QComboBox>(dialog, "Text field");
    REQUIRE(text != nullptr);
    REQUIRE(waitFor([&] { return text->findData(QStringLiteral("body")) >= 0; }));
    text->setCurrentIndex(text->findData(QStringLiteral("body")));
    emit text->activated(text->currentIndex());
    auto* language = named<QComboBox>(dialog, "Language");
    language->setCurrentIndex(language->findData(QStringLiteral("any")));
    emit language->activated(language->currentIndex());
    REQUIRE(waitFor([&] { return shows(dialog, QStringLiteral("30 of 31 records are kept")); }));
    CHECK(shows(dialog, QStringLiteral("1 dropped: 1 too short")));
    const QAbstractItemModel* model = named<QTableView>(dialog, "First records")->model();
    CHECK(model->rowCount() == 31);
    CHECK(model->index(30, PreviewModel::Verdict).data().toString() == QStringLiteral("too short"));
    CHECK(button(dialog, QStringLiteral("Import"))->isEnabled());
    CHECK(bare.session.study()->corpus->size() == 20);
}

TEST_CASE("An import with label columns makes sentences, descriptors and answers, and is remembered") {
    Bare bare;
    const QString file = bare.write("r.csv", reviews(30));
    {
        ImportDialog dialog(bare.session, bare.settings, {file});
        dialog.show();
        auto* text = named<QComboBox>(dialog, "Text field");
        REQUIRE(waitFor([&] { return text->findData(QStringLiteral("body")) >= 0; }));
        text->setCurrentIndex(text->findData(QStringLiteral("body")));
        emit text->activated(text->currentIndex());
        auto* language = named<QComboBox>(dialog, "Language");
        language->setCurrentIndex(language->findData(QStringLiteral("any")));
        emit language->activated(language->currentIndex());
        auto* labels = named<QListWidget>(dialog, "Label columns");
        REQUIRE(waitFor([&] { return labels->count() > 0 && button(dialog, QStringLiteral("Import"))->isEnabled(); }));
        labels->findItems(QStringLiteral("good"), Qt::MatchExactly).front()->setCheckState(Qt::Checked);
        REQUIRE(waitFor([&] { return button(dialog, QStringLiteral("Import"))->isEnabled(); }));
        dialog.accept();
    }
    REQUIRE(waitFor([&] { return !bare.session.jobs().anyActive() && bare.session.study()->labels; }));
    CHECK(bare.session.study()->corpus->size() == 50);
    REQUIRE(bare.session.study()->descriptors.size() == 1);
    CHECK(bare.session.study()->descriptors[0].name == "good");
    CHECK(labels::countLabels(*bare.session.study()->labels).yes == 15);

    ImportDialog again(bare.session, bare.settings, {file});
    again.show();
    auto* text = named<QComboBox>(again, "Text field");
    CHECK(waitFor([&] { return text->currentData().toString() == QStringLiteral("body"); }));
}

TEST_CASE("A file that can't be read is told in the import dialog, which stays") {
    Bare bare;
    ImportDialog dialog(bare.session, bare.settings, {bare.path("missing.csv")});
    dialog.show();
    CHECK(waitFor([&] { return shows(dialog, QStringLiteral("Not found: %1").arg(bare.path("missing.csv"))); }));
    CHECK_FALSE(button(dialog, QStringLiteral("Import"))->isEnabled());
}

TEST_CASE("The preview keeps its promises to the views") {
    PreviewModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    corpus::Preview preview;
    preview.records = {{"a:1", "text one", "x", {"1"}, "kept"}, {"a:2", "two", "", {}, "too_short"}};
    model.setPreview(preview, {"good"});
    CHECK(model.columnCount() == 4);
    CHECK(model.index(0, 3).data().toString() == QStringLiteral("1"));
    CHECK(model.index(1, 3).data().toString().isEmpty());
    model.setPreview({}, {});
    CHECK(model.rowCount() == 0);
}

TEST_CASE("Descriptors typed into the label dialog become labels") {
    Bare bare;
    LabelDialog dialog(bare.session, bare.settings);
    auto* table = named<QTableWidget>(dialog, "Descriptors");
    REQUIRE(table != nullptr);
    CHECK_FALSE(button(dialog, QStringLiteral("Label"))->isEnabled());
    REQUIRE(table->rowCount() == 1);
    table->item(0, 0)->setText(QStringLiteral("topic0"));
    table->item(0, 1)->setText(QStringLiteral(" narrow , "));
    CHECK(table->rowCount() == 2); // a place for the next one
    CHECK(button(dialog, QStringLiteral("Label"))->isEnabled());
    dialog.accept();
    REQUIRE(waitFor([&] { return !bare.session.jobs().anyActive() && bare.session.study()->labels; }));
    REQUIRE(bare.session.study()->descriptors.size() == 1);
    CHECK(bare.session.study()->descriptors[0].synonyms == std::vector<std::string>{"narrow"});
    CHECK(labels::countLabels(*bare.session.study()->labels).yes == 20);
}

TEST_CASE("A new study needs a name that is free and a folder can have") {
    const ScratchFolder scratch;
    QDir(QString::fromStdString(scratch.path().string())).mkdir(QStringLiteral("Study"));
    NewStudyDialog dialog(QString::fromStdString(scratch.path().string()));
    auto* name = dialog.findChild<QLineEdit*>();
    QPushButton* create = button(dialog, QStringLiteral("Create"));
    CHECK(name->text() == QStringLiteral("Study 2"));
    CHECK(create->isEnabled());
    for (const char* bad : {"", "  ", "a/b", ".hidden", "Study"}) {
        name->setText(QString::fromLatin1(bad));
        CHECK_FALSE(create->isEnabled());
    }
    name->setText(QStringLiteral(" Grüße "));
    CHECK(create->isEnabled());
    CHECK(dialog.folder().endsWith(QStringLiteral("/Grüße")));
}

TEST_CASE("The extract dialog says how large the result will be, and refuses a folder without a model") {
    Bare bare;
    ExtractDialog dialog(bare.session, bare.settings);
    auto* model = named<QLineEdit>(dialog, "Model folder");
    QPushButton* extract = button(dialog, QStringLiteral("Extract"));
    model->setText(bare.path("study"));
    CHECK_FALSE(extract->isEnabled());
    QDir().mkpath(bare.path("model"));
    bare.write("model/config.json", R"({"model_type": "distilbert", "n_layers": 2, "dim": 64, "hidden_dim": 256,
        "n_heads": 4, "vocab_size": 100, "max_position_embeddings": 128})");
    model->setText(bare.path("model"));
    CHECK(extract->isEnabled());
    CHECK(
        shows(dialog, QStringLiteral("20 sentences × 128 neurons (2 layers × 64): 5.00 KiB on disk. It can be stopped "
                                     "and resumed.")));
    auto* site = named<QComboBox>(dialog, "Site");
    site->setCurrentIndex(site->findData(static_cast<int>(nn::Site::FfnInner)));
    CHECK(shows(dialog, QStringLiteral("20 sentences × 512 neurons (2 layers × 256): 20.00 KiB on disk. It can be "
                                       "stopped and resumed.")));
    CHECK(dialog.options().encoder.site == nn::Site::FfnInner);
    CHECK(dialog.options().dtype == store::DType::Float16);
}

TEST_CASE("What an import dropped can be listed, with the reason") {
    Bare bare;
    corpus::ImportOptions options;
    options.language = "any";
    options.textField = "body";
    bare.session.importFiles({bare.write("r.csv", reviews(3))}, options);
    REQUIRE(waitFor([&] { return !bare.session.jobs().anyActive(); }));
    RejectedDialog dialog(bare.session);
    dialog.show();
    auto* table = named<QTableWidget>(dialog, "Rejected records");
    REQUIRE(waitFor([&] { return table->rowCount() == 1; }));
    CHECK(table->item(0, 1)->text() == QStringLiteral("too short"));
    CHECK(table->item(0, 2)->text().contains(QStringLiteral("too short;books")));
    const QString file = QString::fromStdString(bare.scratch.file("rejected.csv"));
    QTimer::singleShot(0, &dialog, [&] {
        auto* save = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        REQUIRE(save != nullptr);
        save->findChild<QLineEdit*>()->setText(file);
        QMetaObject::invokeMethod(save, "accept");
    });
    QString told;
    QObject::connect(&bare.session, &app::Session::noticed, &dialog, [&told](const QString& text) { told = text; });
    for (auto* button : dialog.findChildren<QPushButton*>())
        if (button->text().contains(QStringLiteral("CSV")))
            QTest::mouseClick(button, Qt::LeftButton);
    CHECK(told.isEmpty()); // written on a lane
    REQUIRE(waitFor([&] { return !told.isEmpty(); }));
    CHECK(told.contains(file));
    const std::string written = readFile(file.toStdString());
    CHECK(written.starts_with("source,reason,raw\r\n"));
    CHECK(written.find("too short;books") != std::string::npos);
}
