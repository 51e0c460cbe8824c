// Neurons like the one on the page, as buttons: by common exemplars, and by the correlation of their descriptors.
#pragma once

#include "core/tagging/similar.h"

#include <QWidget>

#include <cstdint>
#include <vector>

namespace neuroscribe::ui {

class ChipButton;

class SimilarNeurons : public QWidget {
    Q_OBJECT
public:
    static constexpr std::uint32_t kMost = 3; ///< of each kind

    explicit SimilarNeurons(QWidget* parent = nullptr);
    struct Lists {
        std::vector<tagging::SimilarNeuron> byExemplars, byProfile;
    };
    void show(const Lists& lists, std::uint32_t unitsPerLayer);
    /// In the order of the page; hidden ones are not used.
    const std::vector<ChipButton*>& buttons() const { return m_buttons; }

signals:
    void picked(quint32 neuron);

private:
    void addRow(const QString& title, const QString& toolTip);

    std::vector<QWidget*> m_captions;
    std::vector<ChipButton*> m_buttons;   ///< kMost by exemplars, then kMost by profile
    std::vector<std::uint32_t> m_neurons; ///< of the buttons
};

} // namespace neuroscribe::ui
