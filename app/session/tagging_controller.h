// Keeps one tagger at the thresholds a person wants. Small moves are made at once on the window's thread; jumps, and q
// of a big study, are made on a lane, and the views see the newest finished state meanwhile.
#pragma once

#include "app/lanes/latest_lane.h"
#include "app/session/change_set.h"
#include "core/base/parallel.h"
#include "core/pipeline/study.h"
#include "core/tagging/tagger.h"

#include <QObject>

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace neuroscribe::app {

/// Lives on the window's thread. Two taggers take turns: one is shown, the spare jumps on the lane and is swapped in.
/// No tagger is ever touched by two threads: while it is on the lane, the lane owns it.
class TaggingController : public QObject {
    Q_OBJECT
public:
    explicit TaggingController(QObject* parent = nullptr);
    ~TaggingController() override;

    using Data = std::shared_ptr<const pipeline::StudyData>;
    /// Another study (null: none), or the same one with new data. A first state follows through changed(), unless it
    /// was prepared: then it is there at once.
    void setStudy(Data study, const tagging::Thresholds& thresholds, std::unique_ptr<tagging::Tagger> prepared = {});
    /// Tags and q of new data at the present thresholds, made on the lane for setStudy(), so that what is in sight
    /// stays until then. `done` is called once, unless setStudy() comes first; with null, at once, where nothing is in
    /// sight or the next data are here already.
    using Prepared = std::function<void(std::unique_ptr<tagging::Tagger>)>;
    void prepare(Data study, Prepared done);
    /// Null until the study is taggable and the first state is there.
    tagging::Tagger* tagger() const { return m_current.get(); }
    const stats::Enrichment::Table* enrichment() const;

    const tagging::Thresholds& thresholds() const { return m_target; }
    void setThresholds(const tagging::Thresholds& thresholds);
    void setActive(std::vector<std::uint8_t> active);
    bool isSettled() const; ///< nothing is under way on the lane, and no rows or new data are waited for
    /// Rules of whole rows of one half of the present study. Where the thresholds wait for them they are applied now.
    void setRowRules(corpus::Split split, std::shared_ptr<const tagging::RowRules> rules);
    bool hasRowRules(corpus::Split split) const { return m_rows[static_cast<std::size_t>(split)] != nullptr; }

signals:
    void changed(const neuroscribe::app::ChangeSet& change);
    void failed(const neuroscribe::Error& error);
    /// The thresholds ask for a rule of whole rows: until setRowRules() the state before them is shown.
    void rowRulesWanted(neuroscribe::corpus::Split split);

private:
    struct Arrival;
    bool waitsForRows() const;
    const std::shared_ptr<const tagging::RowRules>& rowsOf(corpus::Split split) const {
        return m_rows[static_cast<std::size_t>(split)];
    }
    bool isSmall(const tagging::Thresholds& thresholds) const;
    void moveAtOnce();
    void jump();
    void arrived(Arrival arrival);
    ChangeSet countsMoved();
    void requestEnrichment();
    void adoptPrepared(std::unique_ptr<tagging::Tagger> prepared);

    NoHelpers m_alone; ///< what the window's thread counts it counts itself
    std::shared_ptr<const pipeline::StudyData> m_study;
    std::vector<std::uint8_t> m_active;
    tagging::Thresholds m_target;
    std::shared_ptr<const tagging::RowRules> m_rows[2]; ///< by split; null: not asked for yet
    std::unique_ptr<tagging::Tagger> m_current;
    std::unique_ptr<tagging::Tagger> m_spare;
    std::shared_ptr<stats::Enrichment> m_tails; ///< used on the lane only
    std::uint64_t m_epoch = 0;                  ///< of the study: late answers about another one are dropped
    std::uint64_t m_countsSerial = 0;           ///< of what q depends on
    bool m_jumping = false;
    bool m_awaitsEnrichment = false;
    Prepared m_prepared;               ///< set while data are being prepared
    std::uint64_t m_prepareSerial = 0; ///< of the newest of them
    LatestLane m_lane{"tagging"};      ///< last: ends before what its tasks come back to
};

} // namespace neuroscribe::app
