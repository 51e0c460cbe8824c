#include "app/session/selection.h"

namespace neuroscribe::app {

void Selection::setNeuron(std::optional<NeuronId> neuron) {
    if (m_neuron == neuron)
        return;
    m_neuron = neuron;
    emit neuronChanged();
}

void Selection::setDescriptor(std::optional<std::uint32_t> descriptor) {
    if (m_descriptor == descriptor)
        return;
    m_descriptor = descriptor;
    emit descriptorChanged();
}

void Selection::setSentence(std::optional<SentenceId> sentence) {
    if (m_sentence == sentence)
        return;
    m_sentence = sentence;
    emit sentenceChanged();
}

void Selection::setCluster(std::optional<ClusterId> cluster) {
    if (m_cluster == cluster)
        return;
    m_cluster = cluster;
    emit clusterChanged();
}

void Selection::clear() {
    setNeuron({});
    setDescriptor({});
    setSentence({});
    setCluster({});
}

} // namespace neuroscribe::app
