// The workspace Curate at full size, in the window: 50,000 distinct topics with embeddings of 384, in clusters; 12 x
// 768 neurons. Opens it, searches as one types, scrolls, renames, merges, moves, excludes and undoes. Arguments:
// [topics] [sentences] [folder of the study: made where it is missing, and kept]. The goals: open in the bench under 1
// s, a letter of the search under 50 ms, a frame of scrolling under 16 ms, an edit under 50 ms with all that follows
// from it on the window's thread.
#include "app/session/session.h"
#include "core/descriptors/curation_edits.h"
#include "tests/bench/bench.h"
#include "tests/bench/big_curation.h"
#include "tests/bench/must.h"
#include "tests/journey/program.h"
#include "tests/support/support.h"
#include "ui/models/cluster_list_model.h"
#include "ui/models/member_list_model.h"
#include "ui/widgets/cluster_table.h"
#include "ui/widgets/member_table.h"
#include "ui/widgets/name_picker.h"
#include "ui/widgets/search_field.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QLineEdit>
#include <QScrollBar>
#include <QTest>
#include <QTimer>
#include <QWheelEvent>

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <map>

#include <sys/resource.h>

using namespace neuroscribe;
using bench::must;

namespace {

/// Of this thread's computing, which other programs on the machine don't lengthen as they do the time on the wall.
double computedMs() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return 1e3 * static_cast<double>(now.tv_sec) + 1e-6 * static_cast<double>(now.tv_nsec);
}

double allComputedMs() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return 1e3 * static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           1e-3 * static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
}

/// What a gesture costs the window: with the events that it makes, and the longest turn of the loop in the time after.
class Gestures {
public:
    void add(const char* name, const std::function<void()>& gesture, int afterMs = 0) {
        Times& times = m_times[name];
        const auto turn = [](const std::function<void()>& work, std::vector<double>& wall, std::vector<double>& own) {
            const double before = computedMs();
            wall.push_back(1e3 * bench::secondsOf(work));
            own.push_back(computedMs() - before);
        };
        turn(
            [&] {
                gesture();
                QCoreApplication::processEvents();
            },
            times.wall, times.own);
        std::vector<double> wall{0}, own{0};
        QElapsedTimer since;
        since.start();
        while (since.elapsed() < afterMs)
            turn([] { QCoreApplication::processEvents(); }, wall, own);
        times.wallAfter.push_back(std::ranges::max(wall));
        times.ownAfter.push_back(std::ranges::max(own));
    }
    void print() const {
        std::printf("%-26s %-31s %-31s  (median / slowest, ms: on the wall; computing)\n", "", "the gesture",
                    "longest turn after it");
        for (const auto& [name, times] : m_times)
            std::printf("%-26s %s %s  x%zu\n", name.c_str(), text(times.wall, times.own).c_str(),
                        text(times.wallAfter, times.ownAfter).c_str(), times.wall.size());
    }

private:
    struct Times {
        std::vector<double> wall, own, wallAfter, ownAfter;
    };
    static std::string text(const std::vector<double>& wall, const std::vector<double>& own) {
        char line[64];
        std::snprintf(line, sizeof line, "%6.1f /%6.1f; %6.1f /%6.1f", bench::median(wall), std::ranges::max(wall),
                      bench::median(own), std::ranges::max(own));
        return line;
    }
    std::map<std::string, Times> m_times;
};

/// The loop sleeps meanwhile: what works in the background has the machine.
void runUntil(const std::function<bool()>& condition) {
    constexpr int kLookMs = 2;
    QEventLoop loop;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (condition())
            loop.quit();
    });
    look.start(kLookMs);
    loop.exec();
}

void turnWheel(QWidget* widget, int notches) {
    const QPointF place = widget->rect().center();
    QWheelEvent event(place, widget->mapToGlobal(place), {}, {0, notches * 120}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(widget, &event);
}

struct Window {
    test::Program& program;
    Gestures gestures;

    template <class Widget>
    Widget& the() const {
        return *program.window.findChild<Widget*>();
    }
    app::CurationController& curation() const { return program.session.curation(); }
    const descriptors::Curation& now() const { return *curation().curation(); }
    void settle() const {
        runUntil([this] { return curation().isWritten() && program.session.isTaggingSettled(); });
    }

    void open(const QString& folder) {
        const double before = allComputedMs();
        QElapsedTimer since;
        since.start();
        program.session.openStudy(folder, false);
        runUntil([this] { return program.session.isOpen(); });
        const qint64 opened = since.elapsed();
        program.window.setWorkspace(ui::Workspace::Curate);
        runUntil([this] {
            return the<ui::ClusterTable>().clusters().rowCount() > 0 && the<ui::MemberTable>().members().rowCount() > 0;
        });
        QCoreApplication::processEvents();
        std::printf(
            "opened after %lld ms, in the bench after %lld ms, all threads computed %.0f ms; %d rows of clusters\n",
            static_cast<long long>(opened), static_cast<long long>(since.elapsed()), allComputedMs() - before,
            the<ui::ClusterTable>().clusters().rowCount());
        settle();
    }

    void search() {
        auto* field = the<ui::ClusterTable>().window()->findChildren<ui::SearchField*>().front();
        for (ui::SearchField* found : the<ui::ClusterTable>().window()->findChildren<ui::SearchField*>())
            if (found->placeholderText() == QStringLiteral("Find a cluster or a member"))
                field = found;
        field->setFocus();
        for (const char letter : std::string("strong battery 17"))
            gestures.add("search: a letter", [&] { QTest::keyClick(field, letter); });
        gestures.add("search: emptied", [&] { field->clear(); });
    }

    void scroll() {
        program.session.selection().setCluster(descriptors::kUnclustered);
        QCoreApplication::processEvents();
        for (int i = 0; i < 120; ++i)
            gestures.add(
                "scroll members: a frame", [&] { turnWheel(the<ui::MemberTable>().viewport(), -2); }, 4);
        for (int i = 0; i < 120; ++i)
            gestures.add(
                "scroll clusters: a frame", [&] { turnWheel(the<ui::ClusterTable>().viewport(), -2); }, 4);
    }

    void propose(const char* name, const descriptors::CurationEdit& edit) {
        gestures.add(
            name, [&] { must(curation().propose(edit)); }, 30);
    }
    void apply(const char* name, const descriptors::CurationEdit& edit) {
        gestures.add(
            name, [&] { must(curation().apply(edit)); }, 400);
        settle();
    }

    void edit(std::uint32_t round) {
        const ClusterId one(2 * round % bench::kNamedClusters + 1), other(2 * round % bench::kNamedClusters + 2);
        program.session.selection().setCluster(one);
        settle();
        const std::vector<ClusterId> from{other};
        const std::vector<RawDescriptorId> members{now().find(one)->members[1], now().find(one)->members[2]};
        const auto rename = must(descriptors::rename(now(), one, "another " + std::to_string(round), false));
        const auto merge = must(descriptors::merge(now(), from, one));
        const auto move = must(descriptors::moveMembers(now(), members, other));
        const auto exclude = must(descriptors::setExcluded(now(), from, true));
        propose("preview of a merge", merge);
        propose("preview of a move", move);
        propose("preview of a new name", rename);
        apply("rename", rename);
        gestures.add(
            "undo", [&] { curation().undo(); }, 400);
        settle();
        apply("merge", must(descriptors::merge(now(), from, one)));
        gestures.add(
            "undo", [&] { curation().undo(); }, 400);
        settle();
        apply("move", move);
        apply("exclude", exclude);
        gestures.add(
            "undo", [&] { curation().undo(); }, 400);
        settle();
    }

    void step() {
        auto& table = the<ui::ClusterTable>();
        table.setFocus();
        for (int i = 0; i < 40; ++i)
            gestures.add(
                "next cluster", [&] { QTest::keyClick(&table, Qt::Key_Down); }, 30);
    }
};

} // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", qgetenv("QT_QPA_PLATFORM").isEmpty() ? "offscreen" : qgetenv("QT_QPA_PLATFORM"));
    setvbuf(stdout, nullptr, _IOLBF, 0);
    QApplication application(argc, argv);
    const auto topics = static_cast<std::uint32_t>(argc > 1 ? std::atoi(argv[1]) : 50'000);
    const auto sentences = static_cast<std::uint32_t>(argc > 2 ? std::atoi(argv[2]) : 20'000);
    test::ScratchFolder scratch;
    std::printf("%u topics, %u sentences, %u neurons, %u labelled descriptors\n", topics, sentences, bench::kNeurons,
                bench::kNamedClusters);
    const std::string folder = argc > 3 ? argv[3] : scratch.file("study");
    if (!std::filesystem::exists(folder))
        std::printf("made in %.1f s\n", bench::secondsOf([&] { bench::makeBigCuration(folder, topics, sentences); }));
    test::Program program(QString::fromStdString(scratch.file("settings.ini")));
    QObject::connect(&program.session, &app::Session::failed, qApp,
                     [](const Error& error) { std::fprintf(stderr, "%s\n", describe(error).c_str()); });
    Window window{program, {}};
    window.open(QString::fromStdString(folder)); // ranks the activations
    for (int again = 0; again < 5; ++again) {
        program.session.closeStudy();
        window.open(QString::fromStdString(folder));
    }
    window.search();
    window.scroll();
    window.step();
    for (std::uint32_t round = 0; round < 5; ++round)
        window.edit(round);
    window.gestures.print();
    return 0;
}
