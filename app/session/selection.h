// The one selection: made in any panel, shown in every panel. Lives on the window's thread.
#pragma once

#include "core/base/ids.h"

#include <QObject>

#include <cstdint>
#include <optional>

namespace neuroscribe::app {

class Selection : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    std::optional<NeuronId> neuron() const { return m_neuron; }
    /// Column of StudyData::descriptors.
    std::optional<std::uint32_t> descriptor() const { return m_descriptor; }
    std::optional<SentenceId> sentence() const { return m_sentence; }

    /// Of the curation; also descriptors::kUnclustered and kSetAside.
    std::optional<ClusterId> cluster() const { return m_cluster; }

    void setNeuron(std::optional<NeuronId> neuron);
    void setDescriptor(std::optional<std::uint32_t> descriptor);
    void setSentence(std::optional<SentenceId> sentence);
    void setCluster(std::optional<ClusterId> cluster);
    /// A new study: nothing is selected.
    void clear();

signals:
    // Each is emitted only when the value really changed.
    void neuronChanged();
    void descriptorChanged();
    void sentenceChanged();
    void clusterChanged();

private:
    std::optional<NeuronId> m_neuron;
    std::optional<std::uint32_t> m_descriptor;
    std::optional<SentenceId> m_sentence;
    std::optional<ClusterId> m_cluster;
};

} // namespace neuroscribe::app
