// The long steps of a study as jobs: what each does on the compute lane, and what it says when it is done.
#pragma once

#include "app/session/session.h"
#include "core/base/progress.h"
#include "core/nn/api.h"
#include "core/pipeline/cluster_descriptors.h"
#include "core/store/project.h"

#include <functional>
#include <stop_token>

namespace neuroscribe::app {

/// Runs on the compute lane; returns one translated line for the Jobs panel.
using JobWork = std::function<Result<QString>(store::Project&, std::stop_token, ProgressSink&)>;

JobWork importWork(const QStringList& files, const corpus::ImportOptions& options);
JobWork labelImportWork(const QString& file, const QString& annotator);
JobWork lexicalWork(const std::vector<Session::DescriptorTerms>& descriptors);
JobWork describeWork(const llm::EngineOptions& engine, const descriptors::DescribeRequest& request);
/// descriptors: names of those that the study lacks are added.
JobWork modelLabelWork(const llm::EngineOptions& engine, const labels::LabelRequest& request,
                       const QStringList& descriptors);
/// measured: gets the speed of the arithmetic, on the lane, before the extraction starts.
JobWork extractWork(const extraction::ExtractOptions& options, std::function<void(const nn::RuntimeInfo&)> measured);
/// Embeds what the encoder has not embedded yet, then clusters.
JobWork clusterWork(const QString& encoder, const pipeline::ClusterOptions& options);
JobWork clusterEmbeddedWork(const pipeline::ClusterOptions& options);
JobWork copyWork(const QString& folder);

} // namespace neuroscribe::app
