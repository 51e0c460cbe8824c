// Which neurons: drawn by a seed, bookmarked, typed as a list, or all. What is typed and can't be meant is said beside
// the box and changes nothing.
#pragma once

#include "core/pipeline/neuron_choice.h"

#include <QWidget>

#include <functional>
#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace neuroscribe::ui {

class NeuronChooser : public QWidget {
    Q_OBJECT
public:
    using Choice = pipeline::NeuronChoice;

    explicit NeuronChooser(QWidget* parent = nullptr);

    /// Of the model: typed names and the number drawn lie within. 0 layers: there is none yet.
    void setModel(std::uint32_t layers, std::uint32_t unitsPerLayer);
    /// Emits nothing. What is being typed stays.
    void setChoice(const Choice& choice);
    /// What an empty list begins with: the neuron that is selected, where there is one.
    void setProposal(std::function<std::optional<NeuronId>()> proposal);

    QComboBox& kind() const { return *m_kind; }
    QSpinBox& count() const { return *m_count; }
    QSpinBox& seed() const { return *m_seed; }
    QLineEdit& list() const { return *m_list; }
    /// What is wrong, or how many; hidden while there is nothing to say. Whoever owns the chooser places it beside it.
    QLabel& note() const { return *m_note; }

signals:
    void chosen(const neuroscribe::pipeline::NeuronChoice& choice); ///< by a person

private:
    void addKinds();
    void pickKind();
    void choose();
    void showKind();
    void showNote(const QString& text);
    QString readList();
    QString namesOf(const std::vector<NeuronId>& neurons) const;
    QString problemOf(const Error& error) const;

    std::uint32_t m_layers = 0, m_units = 1;
    Choice m_choice;
    std::vector<NeuronId> m_listed; ///< as last understood, also while another kind is chosen
    std::function<std::optional<NeuronId>()> m_proposal;
    QComboBox* m_kind;
    QSpinBox* m_count;
    QSpinBox* m_seed;
    QLineEdit* m_list;
    QLabel* m_note;
};

} // namespace neuroscribe::ui
