#include "app/session/cluster_trial.h"

#include "app/session/session.h"
#include "core/descriptors/agglomerative.h"
#include "core/descriptors/recluster.h"

#include <QMetaObject>

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace neuroscribe::app {
namespace {

using descriptors::ClusterMethod;
using descriptors::CommunityTrial;
using descriptors::TrialCounts;

constexpr double kMilli = 1000;
constexpr std::uint32_t kMostMilli = 1000;
constexpr int kRestMs = 250;

MatrixView<const float> rowsOf(const Topics& topics) {
    return {topics.embeddings, topics.dimension == 0 ? 0 : topics.embeddings.size() / topics.dimension,
            topics.dimension};
}

/// Which topic a row of the embeddings is of.
std::vector<RawDescriptorId> idsOfRows(const Topics& topics) {
    std::vector<RawDescriptorId> ids(rowsOf(topics).rows());
    for (std::uint32_t id = 0; id < topics.rowOf.size(); ++id)
        if (topics.rowOf[id] != Topics::kNoRow)
            ids[topics.rowOf[id]] = RawDescriptorId(id);
    return ids;
}

Result<std::vector<descriptors::Community>> clustersAt(const Topics& topics, const ClusterTrial::Question& question,
                                                       std::stop_token stop) {
    NullProgress progress;
    const double threshold = question.thresholdMilli / kMilli;
    if (question.method == ClusterMethod::Community)
        return descriptors::communities(rowsOf(topics), {.threshold = threshold, .minSize = question.minSize},
                                        std::move(stop), progress);
    return descriptors::agglomerate(rowsOf(topics), {.distance = 1 - threshold, .minSize = question.minSize},
                                    std::move(stop), progress);
}

ClusterTrial::Names namesAt(const descriptors::Curation& curation,
                            const std::vector<descriptors::NewCommunity>& communities, std::uint32_t minSize) {
    const auto names = descriptors::planReclustering(curation, communities, minSize).reattachment;
    std::set<ClusterId> doubtful;
    for (const descriptors::Match& match : names.doubtful)
        doubtful.insert(match.cluster);
    return {static_cast<std::uint32_t>(names.sure.size()), static_cast<std::uint32_t>(doubtful.size()),
            static_cast<std::uint32_t>(names.unmatched.size())};
}

} // namespace

/// What a clustering comes to.
struct ClusterTrial::Whole {
    TrialCounts counts;
    std::shared_ptr<const Found> found;
};

Result<ClusterTrial::Whole> ClusterTrial::wholeAt(const Topics& topics, const Question& question,
                                                  std::stop_token stop) {
    NS_ASSIGN(const auto found, clustersAt(topics, question, std::move(stop)));
    const std::vector<RawDescriptorId> ids = idsOfRows(topics);
    TrialCounts counts{static_cast<std::uint32_t>(found.size()), static_cast<std::uint32_t>(ids.size())};
    auto communities = std::make_shared<Found>();
    for (const descriptors::Community& community : found) {
        counts.unclustered -= static_cast<std::uint32_t>(community.members.size());
        communities->push_back({ids[community.centre], {}});
        for (const std::uint32_t row : community.members)
            communities->back().members.push_back(ids[row]);
    }
    return Whole{counts, std::move(communities)};
}

ClusterTrial::ClusterTrial(Session& session, Begin begin, QObject* parent)
    : QObject(parent), m_topics(session.curation().topics()), m_curation(session.curation().curation()),
      m_curve((kMostMilli - kLeastMilli) / kCurveStepMilli, 0) {
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMs);
    connect(&m_rest, &QTimer::timeout, this, &ClusterTrial::clusterWhole);
    if (topics() > 0 && begin == Begin::AtOnce)
        prepare();
}

std::uint32_t ClusterTrial::topics() const {
    return m_topics ? static_cast<std::uint32_t>(rowsOf(*m_topics).rows()) : 0;
}

std::optional<std::uint32_t> ClusterTrial::floorMilli() const {
    return m_trial ? std::optional(static_cast<std::uint32_t>(std::lround(m_trial->floor() * kMilli))) : std::nullopt;
}

template <class T>
void ClusterTrial::post(const QString& channel, std::function<Result<T>(std::stop_token)> work,
                        std::function<void(const T&)> take) {
    m_lane.post(channel, [this, work = std::move(work), take = std::move(take)](std::stop_token stop) {
        auto result = std::make_shared<Result<T>>(work(stop));
        QMetaObject::invokeMethod(
            this,
            [this, result, take] {
                if (*result)
                    take(**result);
                else if (result->error().code != ErrorCode::Cancelled)
                    fail(result->error());
                emit changed();
            },
            Qt::QueuedConnection);
    });
}

void ClusterTrial::fail(const Error& error) {
    m_preparing = false;
    m_waiting = 0;
    emit failed(error);
}

void ClusterTrial::prepare() {
    m_preparing = true;
    post<Trial>(
        QStringLiteral("prepare"),
        [topics = m_topics](std::stop_token stop) -> Result<Trial> {
            NullProgress progress;
            NS_ASSIGN(auto trial, CommunityTrial::make(rowsOf(*topics), {.floor = kLeastMilli / kMilli},
                                                       std::move(stop), progress));
            return std::make_shared<const CommunityTrial>(std::move(trial));
        },
        [this](const Trial& trial) {
            m_trial = trial;
            m_preparing = false;
            if (m_serial > 0 && m_question.method == ClusterMethod::Community)
                start();
        });
}

void ClusterTrial::ask(const Question& question) {
    if (question == m_question && m_serial > 0)
        return;
    m_question = question;
    ++m_serial;
    m_counts.reset();
    m_names.reset();
    m_found.reset();
    m_waiting = 0;
    m_rest.stop();
    if (topics() == 0)
        return;
    if (m_trial || question.method != ClusterMethod::Community)
        start();
    else if (!m_preparing)
        prepare();
}

void ClusterTrial::setCuration(std::shared_ptr<const descriptors::Curation> curation) {
    if (curation == m_curation)
        return;
    m_curation = std::move(curation);
    m_names.reset();
    if (m_found)
        match();
}

void ClusterTrial::match() {
    post<Names>(
        QStringLiteral("names"),
        [curation = m_curation, found = m_found, minSize = m_question.minSize](std::stop_token) -> Result<Names> {
            return namesAt(*curation, *found, minSize);
        },
        [this, serial = m_serial, curation = m_curation](const Names& names) {
            if (serial == m_serial && curation == m_curation)
                m_names = names;
        });
}

void ClusterTrial::start() {
    m_waiting = 1;
    if (m_question.method == ClusterMethod::Community) {
        if (m_question.thresholdMilli < *floorMilli()) {
            m_waiting = 0;
            return;
        }
        count();
    }
    m_rest.start();
}

void ClusterTrial::count() {
    ++m_waiting;
    post<TrialCounts>(
        QStringLiteral("count"),
        [trial = m_trial, question = m_question](std::stop_token) {
            return trial->counts(question.thresholdMilli / kMilli, question.minSize);
        },
        [this, serial = m_serial](const TrialCounts& counts) {
            if (serial != m_serial)
                return;
            m_counts = counts;
            --m_waiting;
            if (m_curveMinSize != m_question.minSize) {
                m_curveMinSize = m_question.minSize;
                std::ranges::fill(m_curve, 0);
                growCurve(0);
            }
        });
}

void ClusterTrial::clusterWhole() {
    post<Whole>(
        QStringLiteral("whole"),
        [topics = m_topics, question = m_question](std::stop_token stop) {
            return wholeAt(*topics, question, std::move(stop));
        },
        [this, serial = m_serial](const Whole& whole) {
            if (serial != m_serial)
                return;
            m_counts = whole.counts;
            m_found = whole.found;
            --m_waiting;
            match();
        });
}

/// A step at a time, so that what a person asks meanwhile comes first.
void ClusterTrial::growCurve(std::uint32_t from) {
    while (from < m_curve.size() && kLeastMilli + from * kCurveStepMilli < *floorMilli())
        ++from;
    if (from >= m_curve.size())
        return;
    post<TrialCounts>(
        QStringLiteral("curve"),
        [trial = m_trial, minSize = m_curveMinSize, from](std::stop_token) {
            return trial->counts((kLeastMilli + from * kCurveStepMilli) / kMilli, minSize);
        },
        [this, minSize = m_curveMinSize, from](const TrialCounts& counts) {
            if (minSize != m_curveMinSize)
                return;
            m_curve[from] = counts.communities;
            growCurve(from + 1);
        });
}

} // namespace neuroscribe::app
