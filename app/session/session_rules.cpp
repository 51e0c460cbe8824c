// Rules of whole rows: one job computes them or reads what is kept beside the ranks, and hands them to the tagging.
#include "app/session/session_private.h"

#include "app/session/job_progress.h"
#include "core/pipeline/row_rules.h"

namespace neuroscribe::app {

void Session::wantRowRules() {
    if (d->data && d->data->taggable() && !d->tagging.hasRowRules(d->thresholds.split))
        d->requestRowRules(d->thresholds.split);
}

void Session::Private::requestRowRules(corpus::Split split) {
    bool& asked = rowRulesAsked[static_cast<std::size_t>(split)];
    if (asked || !connection || !data)
        return;
    asked = true;
    std::stop_token stop;
    const JobId id = addJob(QStringLiteral("rules"), Session::tr("Compare whole rows"), stop);
    compute.post([this, id, forEpoch = epoch, opened = connection, study = data, split, stop] {
        computeRowRules(id, forEpoch, opened, study, split, stop);
    });
}

/// On the compute lane.
void Session::Private::computeRowRules(JobId id, std::uint64_t forEpoch, const std::shared_ptr<StudyConnection>& opened,
                                       const std::shared_ptr<const pipeline::StudyData>& study, corpus::Split split,
                                       std::stop_token stop) {
    using Rules = Result<std::shared_ptr<const tagging::RowRules>>;
    toWindow([this, id] { setJobState(id, JobState::Running); });
    JobProgress progress([this, id](const Job& job) { toWindow([this, id, job] { progressed(id, job); }); });
    const Rules rules = stop.stop_requested()
                            ? Rules(Error{ErrorCode::Cancelled, "", "stopped before it began", ""})
                            : pipeline::loadRowRules(*study, opened->project().connection(), split, stop, progress);
    toWindow([this, id, forEpoch, study, split, rules] {
        closeJob(id, rules ? Result<QString>(Session::tr("Ready")) : Result<QString>(rules.error()));
        if (forEpoch == epoch)
            rowRulesArrived(study, split, rules);
    });
}

void Session::Private::rowRulesArrived(const std::shared_ptr<const pipeline::StudyData>& study, corpus::Split split,
                                       const Result<std::shared_ptr<const tagging::RowRules>>& rules) {
    rowRulesAsked[static_cast<std::size_t>(split)] = false;
    if (rules && data == study) {
        tagging.setRowRules(split, *rules);
        return requestSteps(); // tags that waited for them are there now
    }
    if (rules)
        return requestRowRules(split); // labels have changed meanwhile
    if (rules.error().code != ErrorCode::Cancelled)
        emit q.failed(rules.error());
    if (!isOfWholeRows(thresholds.rule) || thresholds.split != split)
        return;
    // Without the rows the thresholds can't be had: what is seen is what is set.
    if (tagging.tagger())
        return q.setThresholds(tagging.tagger()->thresholds(), Gesture::Commit);
    tagging::Thresholds others = thresholds; // a study that opened with the rule: it stays stored
    others.rule = tagging::Rule::Share;
    others.tMilli = tagging::defaultTMilli(others.rule);
    q.setThresholds(others, Gesture::Live);
}

} // namespace neuroscribe::app
