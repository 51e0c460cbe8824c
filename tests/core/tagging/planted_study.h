// A made study of which everything is known: labels that go with categories, and neurons tied to one descriptor each,
// half of them by its label, half of them by no more than the category that the label goes with.
#pragma once

#include <array>
#include <cmath>
#include <memory>
#include <numbers>
#include <vector>

#include "core/base/random.h"
#include "core/corpus/sentence.h"
#include "core/labels/label_matrix.h"
#include "core/tagging/counts.h"
#include "core/tagging/rank_table.h"

namespace neuroscribe::test {

inline constexpr std::uint32_t kPlantedCategories = 4;
inline constexpr std::array kPlantedStrengths{0.0, 0.25, 0.5, 1.0, 2.0}; ///< in SD of the neuron's noise

/// What neuron i reacts to: all combinations of descriptor, strength and kind, `copies` times.
struct PlantedTie {
    std::uint32_t descriptor = 0;
    double strength = 0;
    bool isGenuine = true; ///< by the label; else by the label's category alone
    std::uint32_t category() const { return descriptor % kPlantedCategories; }
};

struct PlantedSize {
    std::uint32_t members = 3000, descriptors = 6, copies = 4;
    unsigned unansweredPercent = 10; ///< whatever the label would be
};

/// One half. Categories are equally likely, lengths say nothing, and within a category a sentence's labels are
/// independent of one another.
class PlantedStudy {
public:
    PlantedStudy(std::uint64_t seed, const PlantedSize& size) : m_size(size), m_labels(size.members, size.descriptors) {
        for (std::uint32_t copy = 0; copy < size.copies; ++copy)
            for (std::uint32_t c = 0; c < size.descriptors; ++c)
                for (const double strength : kPlantedStrengths)
                    for (const bool genuine : {true, false})
                        m_ties.push_back({c, strength, genuine});
        m_index.categories = {"a", "b", "c", "d"};
        Random random(seed);
        for (std::uint32_t s = 0; s < size.members; ++s)
            addSentence(SentenceId(s), random);
        m_split = tagging::SplitLabels::make(m_labels, m_index.members[0]);
        m_ranks = tagging::makeRanks(m_activations, size.members, neurons()).value();
    }

    std::uint32_t neurons() const { return static_cast<std::uint32_t>(m_ties.size()); }
    std::uint32_t descriptors() const { return m_size.descriptors; }
    std::uint32_t members() const { return m_size.members; }
    const PlantedTie& tie(NeuronId neuron) const { return m_ties[neuron.value]; }
    const corpus::CorpusIndex& index() const { return m_index; }
    const std::vector<float>& activations() const { return m_activations; } ///< [members][neurons]
    const std::shared_ptr<const tagging::SplitLabels>& split() const { return m_split; }
    const std::shared_ptr<const tagging::RankTable>& ranks() const { return m_ranks; }

    /// P(label c | category).
    static double share(std::uint32_t c, std::uint32_t category) {
        return c % kPlantedCategories == category ? 0.3 + 0.02 * c : 0.02 + 0.01 * c;
    }

    /// What f of `c` would be among the exemplars of endless sentences of this kind; `top`: their share.
    double populationShare(NeuronId neuron, std::uint32_t c, double top) const {
        const PlantedTie& own = tie(neuron);
        double low = -10, high = 10; // of the activation at which exemplars begin
        for (int step = 0; step < 80; ++step) {
            const double border = (low + high) / 2;
            (exemplars(own, c, border).all > top ? low : high) = border;
        }
        const Exemplars there = exemplars(own, c, low);
        return there.labelled / there.all;
    }

private:
    struct Exemplars {
        double all = 0, labelled = 0;
    };

    static double shift(const PlantedTie& tie, std::uint32_t category, bool label) {
        return tie.strength * (tie.isGenuine ? label : category == tie.category());
    }

    /// Probabilities of an activation above the border, over the four categories and the label of the tie.
    static Exemplars exemplars(const PlantedTie& tie, std::uint32_t c, double border) {
        Exemplars sum;
        for (std::uint32_t category = 0; category < kPlantedCategories; ++category)
            for (const bool label : {false, true}) {
                const double own = share(tie.descriptor, category);
                const double here = (label ? own : 1 - own) / kPlantedCategories;
                const double above = std::erfc((border - shift(tie, category, label)) / std::numbers::sqrt2) / 2;
                sum.all += here * above;
                sum.labelled += here * above * (c == tie.descriptor ? static_cast<double>(label) : share(c, category));
            }
        return sum;
    }

    /// Standard normal (Box and Muller).
    static double normal(Random& random) {
        const double radius = std::sqrt(-2 * std::log(1 - random.uniform()));
        return radius * std::cos(2 * std::numbers::pi * random.uniform());
    }

    void addSentence(SentenceId id, Random& random) {
        const auto category = static_cast<std::uint16_t>(random.below(kPlantedCategories));
        m_index.category.push_back(category);
        m_index.words.push_back(static_cast<std::uint16_t>(10 + random.below(90)));
        m_index.split.push_back(corpus::Split::Calibration);
        m_index.members[0].push_back(id);
        std::vector<bool> labels;
        for (std::uint32_t c = 0; c < m_size.descriptors; ++c) {
            labels.push_back(random.uniform() < share(c, category));
            if (random.below(100) >= m_size.unansweredPercent)
                m_labels.set(id, c, labels[c] ? labels::Answer::Yes : labels::Answer::No);
        }
        for (const PlantedTie& tie : m_ties)
            m_activations.push_back(static_cast<float>(shift(tie, category, labels[tie.descriptor]) + normal(random)));
    }

    PlantedSize m_size;
    std::vector<PlantedTie> m_ties;
    corpus::CorpusIndex m_index;
    labels::LabelMatrix m_labels;
    std::vector<float> m_activations;
    std::shared_ptr<const tagging::SplitLabels> m_split;
    std::shared_ptr<const tagging::RankTable> m_ranks;
};

} // namespace neuroscribe::test
