// What a threshold would make of the embedded topics, tried before it is applied. Lives on the window's thread; counts
// on a lane of its own, where the newest question wins.
#pragma once

#include "app/lanes/latest_lane.h"
#include "app/session/curation_data.h"
#include "core/base/result.h"
#include "core/descriptors/clustering_record.h"
#include "core/descriptors/community_trial.h"
#include "core/descriptors/recluster.h"

#include <QObject>
#include <QTimer>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace neuroscribe::app {

class Session;

class ClusterTrial : public QObject {
    Q_OBJECT
public:
    struct Question {
        descriptors::ClusterMethod method = descriptors::ClusterMethod::Community;
        std::uint32_t thresholdMilli = 750; ///< on the cosine, units of 0.001; kLeastMilli .. 1,000
        std::uint32_t minSize = 10;
        bool operator==(const Question&) const = default;
    };
    /// What becomes of the clusters that a person worked on (descriptors::Reattachment).
    struct Names {
        std::uint32_t sure = 0;
        std::uint32_t doubtful = 0;  ///< clusters to review
        std::uint32_t unmatched = 0; ///< they stay as they are
        bool operator==(const Names&) const = default;
    };
    static constexpr std::uint32_t kLeastMilli = 300;
    static constexpr std::uint32_t kCurveStepMilli = 10;

    /// Comparing the topics with each other takes long where they are many: before the first question, or with it.
    enum class Begin : std::uint8_t { AtOnce, WhenAsked };
    /// Of the topics as they are embedded now.
    explicit ClusterTrial(Session& session, Begin begin = Begin::AtOnce, QObject* parent = nullptr);

    std::uint32_t topics() const; ///< embedded; 0: nothing can be tried
    void ask(const Question& question);
    /// Whose names are to re-attach, after an edit. The topics are the same.
    void setCuration(std::shared_ptr<const descriptors::Curation> curation);
    /// Of the newest question, as they come; nothing before, and where the threshold is too low to be tried.
    const std::optional<descriptors::TrialCounts>& counts() const { return m_counts; }
    const std::optional<Names>& names() const { return m_names; }
    /// Communities at kLeastMilli and each step up from there; 0 where they are not known yet. Average linkage has no
    /// curve: each threshold is clustered anew.
    const std::vector<std::uint32_t>& curve() const { return m_curve; }
    bool isComputing() const { return m_waiting > 0 || m_preparing || (m_found && !m_names); }
    /// The lowest threshold at which communities can be tried: below it more similar pairs than fit would be needed.
    /// Nothing: not known yet.
    std::optional<std::uint32_t> floorMilli() const;

signals:
    void changed();
    void failed(const neuroscribe::Error& error);

private:
    using Trial = std::shared_ptr<const descriptors::CommunityTrial>;
    using Found = std::vector<descriptors::NewCommunity>;
    struct Whole;
    static Result<Whole> wholeAt(const Topics& topics, const Question& question, std::stop_token stop);
    template <class T>
    void post(const QString& channel, std::function<Result<T>(std::stop_token)> work,
              std::function<void(const T&)> take);
    void fail(const Error& error);
    void prepare();
    void match();
    void start();
    void count();
    void clusterWhole();
    void growCurve(std::uint32_t from);

    std::shared_ptr<const Topics> m_topics;
    std::shared_ptr<const descriptors::Curation> m_curation;
    Trial m_trial;
    Question m_question;
    std::optional<descriptors::TrialCounts> m_counts;
    std::optional<Names> m_names;
    std::shared_ptr<const Found> m_found; ///< of the newest question
    std::vector<std::uint32_t> m_curve;
    std::uint32_t m_curveMinSize = 0;
    std::uint64_t m_serial = 0; ///< counts questions
    bool m_preparing = false;
    int m_waiting = 0;                  ///< answers to the newest question that are to come
    QTimer m_rest;                      ///< the slider has come to rest: names cost more than counts
    LatestLane m_lane{"cluster trial"}; ///< last: ends before what its tasks come back to
};

} // namespace neuroscribe::app
