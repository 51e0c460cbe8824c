#include "app/session/tagging_controller.h"

#include <QMetaObject>

#include <optional>
#include <utility>

namespace neuroscribe::app {
namespace {

using tagging::Tagger;
using tagging::Thresholds;

/// Additions of one byte row of 32 descriptors that fit into about 8 ms; beyond that a move goes to the lane.
constexpr std::uint64_t kRowsAtOnce = 800'000;
/// Cells whose q takes well under a frame.
constexpr std::uint64_t kCellsAtOnce = 60'000;

const QString kJumpChannel = QStringLiteral("jump");
const QString kEnrichmentChannel = QStringLiteral("q");
const QString kPrepareChannel = QStringLiteral("prepare");

std::uint64_t cellsOf(const Tagger& tagger) {
    return static_cast<std::uint64_t>(tagger.counts().neurons) * tagger.counts().descriptors;
}

/// Tags and q. Null: stopped, or it can't be made.
std::unique_ptr<Tagger> makeReady(const pipeline::StudyData& study, const Thresholds& thresholds,
                                  std::stop_token stop) {
    auto made = pipeline::makeTagger(study, thresholds.split, thresholds.tail);
    if (!made)
        return nullptr;
    auto tagger = std::make_unique<Tagger>(std::move(made).value());
    tagger->deferEnrichment(true);
    tagger->setActive(study.active());
    if (!tagger->apply(thresholds, stop) || stop.stop_requested())
        return nullptr;
    tagger->enrichment();
    return tagger;
}

} // namespace

/// What a jump on the lane brings back.
struct TaggingController::Arrival {
    std::uint64_t epoch = 0;
    Thresholds thresholds;
    std::vector<std::uint8_t> active;
    std::unique_ptr<Tagger> tagger; ///< null on error
    std::optional<Error> error;
};

TaggingController::TaggingController(QObject* parent)
    : QObject(parent), m_tails(std::make_shared<stats::Enrichment>()) {}

TaggingController::~TaggingController() {
    m_lane.finish();
}

void TaggingController::setStudy(Data study, const Thresholds& thresholds, std::unique_ptr<Tagger> prepared) {
    ++m_epoch;
    ++m_countsSerial;
    ++m_prepareSerial;
    m_prepared = {};
    for (const QString& channel : {kJumpChannel, kEnrichmentChannel, kPrepareChannel})
        m_lane.cancel(channel);
    m_current.reset();
    m_spare.reset();
    m_jumping = false;
    m_awaitsEnrichment = false;
    m_study = std::move(study);
    m_target = thresholds;
    for (auto& rows : m_rows)
        rows.reset();
    m_active.clear();
    if (!m_study || !m_study->taggable())
        return;
    m_active = m_study->active();
    if (prepared)
        adoptPrepared(std::move(prepared));
    else if (waitsForRows())
        emit rowRulesWanted(m_target.split);
    else
        jump();
}

/// The thresholds may have moved while it was made.
void TaggingController::adoptPrepared(std::unique_ptr<Tagger> prepared) {
    m_current = std::move(prepared);
    if (waitsForRows())
        emit rowRulesWanted(m_target.split);
    else if (m_current->thresholds() == m_target || (isSmall(m_target) && m_current->apply(m_target)))
        countsMoved();
    else
        jump();
}

void TaggingController::prepare(Data study, Prepared done) {
    if (const auto older = std::exchange(m_prepared, {}))
        older(nullptr);
    if (!m_current || !study || !study->taggable() || tagging::isOfWholeRows(m_target.rule))
        return done(nullptr);
    m_prepared = std::move(done);
    // std::function wants something copyable, so the tagger travels in a shared box.
    m_lane.post(kPrepareChannel,
                [this, study = std::move(study), target = m_target, serial = ++m_prepareSerial](std::stop_token stop) {
                    const auto made = std::make_shared<std::unique_ptr<Tagger>>(makeReady(*study, target, stop));
                    const auto deliver = [this, made, serial] {
                        if (serial == m_prepareSerial)
                            std::exchange(m_prepared, {})(std::move(*made));
                    };
                    QMetaObject::invokeMethod(this, deliver, Qt::QueuedConnection);
                });
}

bool TaggingController::waitsForRows() const {
    return m_study && m_study->taggable() && tagging::isOfWholeRows(m_target.rule) && !rowsOf(m_target.split);
}

void TaggingController::setRowRules(corpus::Split split, std::shared_ptr<const tagging::RowRules> rules) {
    const bool waited = waitsForRows();
    m_rows[static_cast<std::size_t>(split)] = std::move(rules);
    if (m_jumping || !m_study)
        return; // the arrival takes them along
    ChangeSet change;
    if (m_current && m_current->thresholds().split == split) {
        if (const Status fits = m_current->setRowRules(rowsOf(split)); !fits) {
            emit failed(fits.error());
            return;
        }
        change = {.counts = true, .tags = true}; // values of cells that were undefined
    }
    if (!waited || waitsForRows())
        emit changed(change);
    else if (m_current && isSmall(m_target))
        moveAtOnce();
    else
        jump();
}

const stats::Enrichment::Table* TaggingController::enrichment() const {
    // enrichment() of a fresh tagger only returns what is there.
    return m_current && m_current->enrichmentFresh() ? &m_current->enrichment() : nullptr;
}

bool TaggingController::isSettled() const {
    return !m_jumping && !m_awaitsEnrichment && !m_prepared && !waitsForRows();
}

void TaggingController::setThresholds(const Thresholds& thresholds) {
    if (thresholds == m_target)
        return;
    m_target = thresholds;
    // While a jump is under way the target waits for it: each arrival is shown, then the chase goes on from there.
    if (m_jumping || !m_study || !m_study->taggable()) {
        emit changed({.thresholds = true});
    } else if (waitsForRows()) {
        emit changed({.thresholds = true});
        emit rowRulesWanted(m_target.split);
    } else if (m_current && isSmall(thresholds)) {
        moveAtOnce();
    } else {
        emit changed({.thresholds = true});
        jump();
    }
}

void TaggingController::setActive(std::vector<std::uint8_t> active) {
    m_active = std::move(active);
    if (!m_current || m_jumping || waitsForRows())
        return;
    if (m_target.maxQMicro != 0 && cellsOf(*m_current) > kCellsAtOnce) {
        jump();
        return;
    }
    m_current->setActive(m_active);
    ChangeSet change = countsMoved();
    change.tags = true;
    emit changed(change);
}

bool TaggingController::isSmall(const Thresholds& thresholds) const {
    const Thresholds& now = m_current->thresholds();
    if (thresholds.split != now.split || thresholds.tail != now.tail)
        return false;
    const std::uint64_t ranks = m_current->distance(thresholds);
    const std::uint64_t rowWords = m_current->labels().stride() / 32;
    if (ranks * m_current->counts().neurons * std::max<std::uint64_t>(rowWords, 1) > kRowsAtOnce)
        return false;
    const bool needsFreshQ = thresholds.maxQMicro != 0 && (ranks != 0 || !m_current->enrichmentFresh());
    return !needsFreshQ || cellsOf(*m_current) <= kCellsAtOnce;
}

void TaggingController::moveAtOnce() {
    const auto moved = m_current->apply(m_target);
    if (!moved) {
        emit failed(moved.error());
        return;
    }
    ChangeSet change = moved->counts ? countsMoved() : ChangeSet{};
    change.thresholds = true;
    change.tags |= moved->tags;
    emit changed(change);
}

/// After counts have changed: what follows at once, and asks for q where that takes longer.
ChangeSet TaggingController::countsMoved() {
    ++m_countsSerial;
    m_awaitsEnrichment = false;
    ChangeSet change{.counts = true};
    if (!m_current->enrichmentFresh() && cellsOf(*m_current) > kCellsAtOnce) {
        requestEnrichment();
        return change;
    }
    m_current->enrichment();
    change.enrichment = true;
    return change;
}

void TaggingController::jump() {
    m_jumping = true;
    m_awaitsEnrichment = false;
    m_lane.cancel(kEnrichmentChannel);
    // std::function wants something copyable, so the spare travels in a shared box.
    auto spare = std::make_shared<std::unique_ptr<Tagger>>(std::move(m_spare));
    m_lane.post(kJumpChannel, [this, spare, study = m_study, active = m_active, target = m_target,
                               rows = rowsOf(m_target.split), epoch = m_epoch](std::stop_token stop) {
        auto arrival = std::make_shared<Arrival>(Arrival{epoch, target, active, std::move(*spare), {}});
        const auto fits = [&](const Tagger& tagger) {
            return tagger.thresholds().split == target.split && tagger.thresholds().tail == target.tail;
        };
        if (!arrival->tagger || !fits(*arrival->tagger)) {
            auto made = pipeline::makeTagger(*study, target.split, target.tail);
            if (made) {
                arrival->tagger = std::make_unique<Tagger>(std::move(made).value());
                arrival->tagger->deferEnrichment(true);
            } else {
                arrival->error = made.error();
            }
        }
        if (!arrival->error) {
            arrival->tagger->setActive(active);
            if (const Status taken = arrival->tagger->setRowRules(rows); !taken)
                arrival->error = taken.error();
            else if (const auto moved = arrival->tagger->apply(target, stop); !moved)
                arrival->error = moved.error();
        }
        QMetaObject::invokeMethod(
            this, [this, arrival] { arrived(std::move(*arrival)); }, Qt::QueuedConnection);
    });
}

void TaggingController::arrived(Arrival arrival) {
    if (arrival.epoch != m_epoch)
        return;
    m_jumping = false;
    if (arrival.error) {
        m_spare = std::move(arrival.tagger);
        if (arrival.error->code != ErrorCode::Cancelled)
            emit failed(*arrival.error);
        return;
    }
    m_spare = std::exchange(m_current, std::move(arrival.tagger));
    // Rows that came during the jump; their shape was checked when the study was loaded with them.
    if (const auto& rows = rowsOf(m_current->thresholds().split); m_current->rowRules() != rows.get())
        if (const Status fits = m_current->setRowRules(rows); !fits)
            emit failed(fits.error());
    const bool waits = waitsForRows();
    const bool behind = !waits && (arrival.thresholds != m_target || arrival.active != m_active);
    const bool goesOn = behind && (arrival.active != m_active || !isSmall(m_target));
    if (waits)
        emit rowRulesWanted(m_target.split);
    if (behind && !goesOn && !m_current->apply(m_target))
        return jump(); // the lane tries once more and reports what is wrong
    // What was asked for was told at once; only now do the numbers belong to it.
    ChangeSet change{.thresholds = true, .counts = true, .tags = true};
    if (goesOn)
        jump();
    else
        change |= countsMoved();
    emit changed(change);
}

void TaggingController::requestEnrichment() {
    m_awaitsEnrichment = true;
    struct Input {
        tagging::Counts counts;
        std::shared_ptr<const pipeline::StudyData> study; ///< keeps the labels alive
        const tagging::SplitLabels* labels;
        std::vector<std::uint8_t> active;
    };
    const std::shared_ptr<const Input> input = std::make_shared<Input>(Input{
        m_current->counts(), m_study, &m_current->labels(), {m_current->active().begin(), m_current->active().end()}});
    m_lane.post(kEnrichmentChannel, [this, input, tails = m_tails, serial = m_countsSerial](std::stop_token stop) {
        if (stop.stop_requested())
            return;
        auto table = std::make_shared<stats::Enrichment::Table>();
        tails->compute(input->counts.yes, input->counts.answered, input->labels->answered(), input->labels->yes(),
                       input->active, *table);
        const auto deliver = [this, serial, table] {
            if (serial != m_countsSerial || !m_current || m_jumping)
                return;
            m_awaitsEnrichment = false;
            m_current->adoptEnrichment(std::move(*table));
            emit changed({.enrichment = true});
        };
        QMetaObject::invokeMethod(this, deliver, Qt::QueuedConnection);
    });
}

} // namespace neuroscribe::app
