// What the thresholds leave: tagged neurons, tags per neuron, how much is beyond chance, by layer and by descriptor.
#pragma once

#include "core/tagging/tagger.h"

#include <QWidget>

#include <cstdint>

class QLabel;
class QVBoxLayout;

namespace neuroscribe::pipeline {
struct StudyData;
}

namespace neuroscribe::ui {

class BarList;
class FigureButton;

class TagCounts : public QWidget {
    Q_OBJECT
public:
    /// figures: of the bars among others; it is placed at them.
    explicit TagCounts(FigureButton& figures, QWidget* parent = nullptr);

    /// qKnown: q belongs to the present counts; else what rests on it shows as being computed.
    void show(const pipeline::StudyData& study, tagging::Tagger& tagger, bool qKnown);
    QString taggedText() const;
    BarList& byLayer() const { return *m_byLayer; }
    BarList& byDescriptor() const { return *m_byDescriptor; }

signals:
    void descriptorPicked(quint32 descriptor);

private:
    QLabel* addRow(QVBoxLayout& column, QLabel* caption);
    void showLayers(const tagging::TagSummary& summary, std::uint32_t unitsPerLayer);
    void showDescriptors(const pipeline::StudyData& study, const tagging::Tagger& tagger,
                         const tagging::TagSummary& summary);

    QLabel* m_tagged;
    QLabel* m_perNeuron;
    QLabel* m_beyondCaption;
    QLabel* m_beyond;
    BarList* m_byLayer;
    BarList* m_byDescriptor;
};

} // namespace neuroscribe::ui
