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

    void setNeuron(std::optional<NeuronId> neuron);
    void setDescriptor(std::optional<std::uint32_t> descriptor);
    void setSentence(std::optional<SentenceId> sentence);
    /// A new study: nothing is selected.
    void clear();

signals:
    // Each is emitted only when the value really changed.
    void neuronChanged();
    void descriptorChanged();
    void sentenceChanged();

private:
    std::optional<NeuronId> m_neuron;
    std::optional<std::uint32_t> m_descriptor;
    std::optional<SentenceId> m_sentence;
};

} // namespace neuroscribe::app
