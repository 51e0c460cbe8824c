// A person works in the window while an extraction runs: opens a study, drags both sliders, scrolls heat map and
// corpus, walks from neuron to neuron, types into the finder. How long did the window ever not answer?
// Arguments: [sentences] [runs]. The goal: no stall over 50 ms in three quiet runs.
#include "app/session/session.h"
#include "core/corpus/sentence.h"
#include "core/extraction/extractor.h"
#include "core/pipeline/study.h"
#include "tests/bench/made_study.h"
#include "tests/bench/must.h"
#include "tests/journey/program.h"
#include "tests/support/stall_watch.h"
#include "tests/support/support.h"
#include "tests/support/synthetic_model.h"
#include "ui/action_registry.h"
#include "ui/plots/heat_map_view.h"
#include "ui/widgets/finder.h"
#include "ui/widgets/sentence_list.h"
#include "ui/widgets/threshold_slider.h"

#include <QAction>
#include <QDockWidget>
#include <QEventLoop>
#include <QLineEdit>
#include <QScrollBar>
#include <QTest>
#include <QTimer>
#include <QWheelEvent>

#include <cstdio>
#include <cstdlib>

using namespace neuroscribe;
using namespace neuroscribe::bench;

namespace {

constexpr std::uint32_t kLayers = 12;
constexpr std::uint32_t kUnits = 768;
constexpr std::uint32_t kDescriptors = 26;
constexpr int kFrameMs = 16;
constexpr int kStepsOfAGesture = 60;
constexpr int kNotch = 120;
constexpr std::size_t kShown = 3;

/// Of BERT-base's shape, without libtorch: what is looked at while the real model runs.
void makeStudy(const std::string& folder, std::uint32_t sentences) {
    auto project = must(store::Project::create(folder));
    addSentences(project, folder, sentences, 50);
    auto transaction = must(store::Transaction::begin(project.writer()));
    addLabels(project.writer(), sentences, kDescriptors);
    must(transaction.commit());
    test::SyntheticEncoder encoder(kLayers, kUnits);
    extraction::ExtractOptions options;
    options.model = "synthetic";
    NullProgress progress;
    must(extraction::extract(project, encoder, test::SyntheticTokenizer(), options, {}, progress));
}

/// Makes one small step at every frame; a gesture is kStepsOfAGesture of them.
class Person : public QObject {
public:
    Person(test::Program& program, test::StallWatch& watch) : m_program(program), m_watch(watch) {
        connect(&m_frame, &QTimer::timeout, this, &Person::step);
        m_frame.start(kFrameMs);
    }
    int gestures() const { return m_gestures; }

private:
    template <class Widget>
    Widget* find(const char* name = nullptr) {
        for (auto* widget : m_program.window.findChildren<Widget*>())
            if (!name || widget->accessibleName() == QLatin1String(name))
                return widget;
        return nullptr;
    }
    void raise(const char* dock) {
        m_program.window.findChild<QDockWidget*>(QLatin1String("dock.") + QLatin1String(dock))->raise();
    }
    static void turnWheel(QWidget* widget, int notches, Qt::KeyboardModifiers modifiers = {}) {
        const QPointF place = widget->rect().center();
        QWheelEvent event(place, widget->mapToGlobal(place), {}, {0, notches * kNotch}, Qt::NoButton, modifiers,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(widget, &event);
    }

    void step() {
        static constexpr const char* kNames[] = {"drag t", "drag k", "heat map", "corpus", "neurons", "finder"};
        const int gesture = m_gestures % static_cast<int>(std::size(kNames));
        m_watch.setDoing(kNames[gesture]);
        switch (gesture) {
        case 0:
            drag(find<ui::ThresholdSlider>("Composition threshold t"));
            break;
        case 1:
            drag(find<ui::ThresholdSlider>("Exemplars k"));
            break;
        case 2:
            scrollHeatMap();
            break;
        case 3:
            scrollCorpus();
            break;
        case 4:
            walkNeurons();
            break;
        default:
            typeIntoFinder();
        }
        if (++m_step > kStepsOfAGesture) {
            m_step = 0;
            ++m_gestures;
        }
    }

    void drag(QWidget* slider) {
        const int x = slider->width() / 20 + m_step * slider->width() * 8 / 10 / kStepsOfAGesture;
        const QPoint place(x, slider->height() / 2);
        if (m_step == 0)
            QTest::mousePress(slider, Qt::LeftButton, {}, place);
        QTest::mouseMove(slider, place);
        if (m_step == kStepsOfAGesture)
            QTest::mouseRelease(slider, Qt::LeftButton, {}, place);
    }

    void scrollHeatMap() {
        auto* map = find<ui::HeatMapView>();
        if (m_step < kStepsOfAGesture / 3)
            return turnWheel(map, m_step % 20 < 10 ? 1 : -1);
        const QPoint place(map->width() / 2, map->height() * (kStepsOfAGesture - m_step) / kStepsOfAGesture);
        if (m_step == kStepsOfAGesture / 3)
            QTest::mousePress(map, Qt::LeftButton, {}, place);
        QTest::mouseMove(map, place);
        if (m_step == kStepsOfAGesture)
            QTest::mouseRelease(map, Qt::LeftButton, {}, place);
    }

    void scrollCorpus() {
        if (m_step == 0)
            raise("corpus");
        auto* list = find<ui::SentenceList>("Sentences");
        turnWheel(list->viewport(), -5);
        if (m_step == kStepsOfAGesture)
            raise("neuron");
    }

    void walkNeurons() {
        auto* map = find<ui::HeatMapView>();
        QTest::keyClick(map, Qt::Key_Down);
        QTest::keyClick(map, Qt::Key_Return);
    }

    void typeIntoFinder() {
        auto* finder = m_program.window.findChild<ui::Finder*>();
        const QString text = QStringLiteral("word42 word7");
        if (m_step == 0)
            m_program.window.actions().action(QStringLiteral("edit.find"))->trigger();
        else if (m_step <= text.size())
            QTest::keyClicks(&finder->input(), text.mid(m_step - 1, 1));
        else if (m_step == kStepsOfAGesture)
            QTest::keyClick(&finder->input(), Qt::Key_Escape);
    }

    test::Program& m_program;
    test::StallWatch& m_watch;
    QTimer m_frame;
    int m_step = 0;
    int m_gestures = 0;
};

void runUntil(const std::function<bool()>& condition) {
    QEventLoop loop; // leaving the application's own would close the window
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (condition())
            loop.quit();
    });
    look.start(kFrameMs);
    loop.exec();
}

void print(const std::vector<test::Stall>& stalls) {
    for (const test::Stall& stall : stalls)
        std::printf("  %7.1f ms own (%7.1f wall, %7.1f computing) in %s\n", stall.ownMs, stall.wallMs, stall.cpuMs,
                    stall.doing.c_str());
}

void run(int number, const test::ScratchFolder& scratch) {
    const std::string folder = scratch.file("run" + std::to_string(number));
    std::filesystem::copy(scratch.file("study"), folder, std::filesystem::copy_options::recursive);
    test::Program program(QString::fromStdString(folder + ".ini"));
    app::Session& session = program.session;
    QObject::connect(&session, &app::Session::failed, qApp,
                     [](const Error& error) { std::fprintf(stderr, "%s\n", describe(error).c_str()); });
    test::StallWatch watch;
    watch.setDoing("open");
    session.openStudy(QString::fromStdString(folder));
    runUntil([&] { return session.tagger() && session.isTaggingSettled() && session.enrichment(); });
    extraction::ExtractOptions options;
    options.model = NEUROSCRIBE_SOURCE_DIR "/resources/demo/reviews-bert-mini";
    options.encoder.device = "cpu";
    session.extract(options);
    int gestures = 0;
    {
        const Person person(program, watch);
        runUntil([&] { return !session.jobs().anyActive() && person.gestures() >= 6; });
        gestures = person.gestures();
    }
    watch.setDoing("after the extraction");
    runUntil([&] { return session.isTaggingSettled() && session.enrichment(); });
    const int drawings = program.window.findChild<ui::HeatMapView*>()->drawings();
    std::printf("run %d: %d gestures, %d pictures of the heat map, %zu samples; longest stalls:\n", number, gestures,
                drawings, watch.samples());
    print(watch.worst(&test::Stall::ownMs, kShown));
    std::printf(" by what the window computed, which other work on the machine can't lengthen:\n");
    print(watch.worst(&test::Stall::cpuMs, kShown));
    std::filesystem::remove_all(folder);
}

} // namespace

int main(int argc, char** argv) {
    setenv("QT_QPA_PLATFORM", "offscreen", 0);
    setenv("OMP_WAIT_POLICY", "passive", 0);
    setenv("NEUROSCRIBE_NN", NEUROSCRIBE_BINARY_DIR "/bin/neuroscribe_nn.so", 0);
    QApplication application(argc, argv);
    const test::ScratchFolder scratch;
    makeStudy(scratch.file("study"), argc > 1 ? static_cast<std::uint32_t>(std::atoi(argv[1])) : 8'000);
    for (int number = 1; number <= (argc > 2 ? std::atoi(argv[2]) : 3); ++number)
        run(number, scratch);
    return 0;
}
