#include "app/session/validation_controller.h"

#include "app/session/session.h"
#include "core/base/random.h"
#include "core/pipeline/agreement.h"
#include "tests/support/catch.h"
#include "tests/ui/small_study.h"

#include <memory>

using namespace neuroscribe;
using namespace neuroscribe::app;
using namespace neuroscribe::test;
using labels::Drawn;
using labels::PersonAnswer;
using labels::Verdict;
using State = ValidationController::State;

namespace {

struct Opened {
    ScratchFolder scratch;
    std::unique_ptr<Session> session = std::make_unique<Session>();
    std::vector<Error> errors;

    Opened() {
        makeSmallStudy(scratch.file("study"));
        open();
    }
    void open() {
        QObject::connect(session.get(), &Session::failed, session.get(),
                         [this](const Error& error) { errors.push_back(error); });
        openAndSettle(*session, scratch.file("study"));
        validation().want();
        loaded();
    }
    void openAgain() {
        session = std::make_unique<Session>();
        open();
    }
    ValidationController& validation() { return session->validation(); }
    void loaded() {
        REQUIRE(waitFor([this] { return validation().state() != State::Loading && validation().isWritten(); }));
    }
    void begin(const char* name = "Maria") {
        REQUIRE(validation().setAnnotator(QString::fromLatin1(name)));
        loaded();
    }
    void written() {
        REQUIRE(waitFor([this] { return validation().isWritten(); }));
    }
    std::vector<PersonAnswer> stored(const char* name = "Maria") {
        auto database = store::Database::open(scratch.file("study") + "/study.neuroscribe", store::OpenMode::ReadOnly);
        REQUIRE(database);
        return labels::loadPersonAnswers(*database, name).value();
    }
};

} // namespace

TEST_CASE("Nobody is asked before somebody says a name, and then a balanced sample of every descriptor is") {
    Opened opened;
    CHECK(opened.validation().state() == State::NoAnnotator);
    CHECK_FALSE(opened.validation().canAnswer());
    CHECK(opened.validation().setAnnotator(QStringLiteral("  ")).error().code == ErrorCode::InvalidArgument);
    CHECK(opened.validation().setAnnotator(QStringLiteral("B")).error().code == ErrorCode::InvalidArgument);
    opened.begin();
    CHECK(opened.validation().state() == State::Asking);
    for (std::uint32_t c = 0; c < kDescriptors; ++c)
        CHECK(opened.validation().progress(c).total == 30);
    CHECK(opened.validation().question()->parts == 1);
    CHECK_FALSE(opened.validation().question()->text.isEmpty());
    CHECK(opened.errors.empty());
}

TEST_CASE("An answer is stored as it is given, the next question follows at once, and undo comes back to it") {
    Opened opened;
    opened.begin();
    const auto first = *opened.validation().question();
    opened.validation().answer(Verdict::Yes);
    const auto second = *opened.validation().question();
    CHECK(second.place != first.place);
    CHECK(opened.validation().progress(first.descriptor).yes == 1);
    CHECK(opened.validation().undoText().contains(first.question));
    opened.written();
    REQUIRE(opened.stored().size() == 1);
    const PersonAnswer stored = opened.stored().front();
    CHECK(stored.sentence == first.sentence);
    CHECK(stored.verdict == Verdict::Yes);
    CHECK(stored.drawn == Drawn::Balanced);
    CHECK(stored.weight >= 1);
    opened.validation().answer(Verdict::Unsure);
    opened.validation().undo();
    CHECK(opened.validation().question()->place == second.place);
    opened.validation().undo();
    CHECK(opened.validation().question()->place == first.place);
    CHECK_FALSE(opened.validation().canUndo());
    opened.written();
    CHECK(opened.stored().empty());
    opened.validation().redo();
    opened.written();
    CHECK(opened.stored() == std::vector{stored});
    CHECK(opened.validation().question()->place == second.place);
    CHECK(opened.errors.empty());
}

TEST_CASE("Answers, the history and the place are there after opening again, apart from other histories") {
    Opened opened;
    opened.begin();
    for (int i = 0; i < 7; ++i)
        opened.validation().answer(i % 2 ? Verdict::No : Verdict::Yes);
    const auto place = opened.validation().question()->place;
    const QString undoText = opened.validation().undoText();
    opened.written();
    CHECK_FALSE(opened.session->canUndo()); // no slider was moved
    CHECK_FALSE(opened.session->curation().canUndo());
    opened.openAgain();
    CHECK(opened.validation().annotator() == QStringLiteral("Maria"));
    CHECK(opened.validation().question()->place == place);
    CHECK(opened.validation().undoText() == undoText);
    opened.validation().undo();
    opened.written();
    CHECK(opened.stored().size() == 6);
}

TEST_CASE("Several people answer the same questions, and undo goes to the one whose answer it takes back") {
    Opened opened;
    opened.begin("Maria");
    const auto first = *opened.validation().question();
    opened.validation().answer(Verdict::Yes);
    opened.written();
    opened.begin("Tom");
    CHECK(opened.validation().question()->place == first.place);
    CHECK(opened.validation().people() == QStringList{QStringLiteral("Maria"), QStringLiteral("Tom")});
    CHECK(opened.validation().undoText().contains(QStringLiteral("Maria")));
    opened.validation().undo();
    opened.loaded();
    CHECK(opened.validation().annotator() == QStringLiteral("Maria"));
    CHECK(opened.validation().question()->place == first.place);
    CHECK(opened.stored("Maria").empty());
}

TEST_CASE("Descriptors that are left out are not asked about, and that is kept") {
    Opened opened;
    opened.begin();
    const auto descriptors = opened.session->study()->descriptors; // a copy: the study is opened again
    for (std::uint32_t c = 1; c < kDescriptors; ++c)
        opened.validation().setChosen({descriptors[c].id}, false);
    for (int i = 0; i < 30; ++i) {
        REQUIRE(opened.validation().question());
        CHECK(opened.validation().question()->descriptor == 0);
        opened.validation().answer(Verdict::No);
    }
    CHECK(opened.validation().state() == State::AllAnswered);
    CHECK(opened.validation().chosenProgress().answered() == 30);
    opened.openAgain();
    CHECK(opened.validation().state() == State::AllAnswered);
    opened.validation().setChosen({descriptors[1].id}, true);
    CHECK(opened.validation().question()->descriptor == 1);
}

TEST_CASE("Many descriptors are chosen or left out in one write") {
    Opened opened;
    opened.begin();
    std::vector<DescriptorId> all;
    for (const labels::Descriptor& descriptor : opened.session->study()->descriptors)
        all.push_back(descriptor.id);
    int writes = 0, told = 0;
    ValidationController counted(
        [&writes](auto, auto) { ++writes; },
        [&](auto study, auto, auto done) {
            auto database =
                store::Database::open(opened.scratch.file("study") + "/study.neuroscribe", store::OpenMode::ReadOnly);
            REQUIRE(database);
            ValidationController::Loaded loaded;
            loaded.setup.annotator = "Maria";
            loaded.work = pipeline::loadValidationWork(*database, *study, loaded.setup, {}).value();
            done(std::move(loaded));
        });
    counted.setStudy(opened.session->study(), {});
    counted.want();
    REQUIRE(counted.state() == State::Asking);
    QObject::connect(&counted, &ValidationController::changed, &counted, [&told] { ++told; });
    counted.setChosen(all, false);
    CHECK(writes == 1);
    CHECK(told == 1);
    CHECK(counted.state() == State::AllAnswered);
    counted.setChosen(all, false); // nothing is different
    CHECK(writes == 1);
}

TEST_CASE("A load that fails is told as that, and tried again by who looks") {
    Opened opened;
    std::function<void(Result<ValidationController::Loaded>)> answer;
    ValidationController controller([](auto, auto) {}, [&answer](auto, auto, auto done) { answer = std::move(done); });
    int failures = 0;
    QObject::connect(&controller, &ValidationController::failed, &controller, [&failures] { ++failures; });
    controller.setStudy(opened.session->study(), {});
    controller.want();
    CHECK(controller.state() == State::Loading);
    answer(Error{ErrorCode::Io, "study", "unreadable", ""});
    CHECK(failures == 1);
    CHECK(controller.state() == State::Failed);
    controller.want();
    CHECK(controller.state() == State::Loading);
}

TEST_CASE("Later puts a question off and leaves it open") {
    Opened opened;
    opened.begin();
    const auto first = *opened.validation().question();
    opened.validation().later();
    CHECK(opened.validation().question()->place == first.place + 1);
    const std::uint32_t rest = opened.validation().chosenProgress().total - 1;
    for (std::uint32_t i = 0; i < rest; ++i)
        opened.validation().answer(Verdict::No);
    CHECK(opened.validation().question()->place == first.place);
    opened.written();
}

TEST_CASE("Disagreement first asks where annotators differ, and the answers enter no figure") {
    Opened opened;
    opened.begin("Tom");
    const auto asked = *opened.validation().question();
    const auto model = opened.session->study()->labels->at(asked.sentence, asked.descriptor);
    opened.validation().answer(model == labels::Answer::Yes ? Verdict::No : Verdict::Yes);
    opened.written();
    opened.begin("Maria");
    opened.validation().setDrawn(Drawn::Disagreement);
    opened.loaded();
    REQUIRE(opened.validation().state() == State::Asking);
    CHECK(opened.validation().chosenProgress().total == 1);
    CHECK(opened.validation().question()->sentence == asked.sentence);
    opened.validation().answer(Verdict::Yes);
    CHECK(opened.validation().state() == State::AllAnswered);
    opened.written();
    REQUIRE(opened.stored("Maria").size() == 1);
    CHECK(opened.stored("Maria").front().drawn == Drawn::Disagreement);
    opened.validation().setDrawn(Drawn::Balanced);
    opened.loaded();
    CHECK(opened.validation().chosenProgress().answered() == 0); // in the sample it is asked again
}

TEST_CASE("Where nobody differs there is nothing to ask") {
    Opened opened;
    opened.begin();
    opened.validation().setDrawn(Drawn::Disagreement);
    opened.loaded();
    CHECK(opened.validation().state() == State::NothingDiffers);
}

TEST_CASE("A study that is open for reading shows its questions and takes no answers") {
    Opened opened;
    opened.begin();
    opened.validation().answer(Verdict::Yes);
    opened.written();
    opened.session = std::make_unique<Session>();
    opened.session->openStudy(QString::fromStdString(opened.scratch.file("study")), true);
    REQUIRE(waitFor([&] { return opened.session->isOpen(); }));
    opened.validation().want();
    REQUIRE(waitFor([&] { return opened.validation().state() == State::Asking; }));
    CHECK_FALSE(opened.validation().canAnswer());
    CHECK_FALSE(opened.validation().canUndo());
    opened.validation().answer(Verdict::No);
    opened.validation().undo();
    CHECK(opened.stored().size() == 1);
}

TEST_CASE("Answers, undo, redo, other people and opening again at random leave what the screen says") {
    Opened opened;
    opened.begin();
    Random random(8);
    for (int step = 0; step < 120; ++step) {
        ValidationController& validation = opened.validation();
        const std::uint64_t what = random.below(20);
        if (what < 11)
            validation.answer(static_cast<Verdict>(random.below(3)));
        else if (what < 14)
            validation.undo();
        else if (what < 16)
            validation.redo();
        else if (what < 18)
            validation.later();
        else if (what < 19)
            opened.begin(random.below(2) ? "Maria" : "Tom");
        else
            opened.openAgain();
        opened.loaded();
        const auto progress = opened.validation().chosenProgress();
        const auto stored = opened.stored(opened.validation().annotator().toStdString().c_str());
        REQUIRE(progress.answered() == stored.size());
        REQUIRE(progress.total == 30 * kDescriptors);
        std::uint32_t yes = 0;
        for (const PersonAnswer& answer : stored)
            yes += answer.verdict == Verdict::Yes;
        REQUIRE(progress.yes == yes);
        REQUIRE(opened.validation().question());
    }
    CHECK(opened.errors.empty());
}
