#include "ui/models/rule_text.h"

#include "ui/models/format.h"

#include <QCoreApplication>
#include <QLocale>

namespace neuroscribe::ui {
namespace {

using tagging::Rule;

QString translated(const char* text) {
    return QCoreApplication::translate("neuroscribe::ui::RuleText", text);
}

} // namespace

QString ruleTitle(Rule rule) {
    switch (rule) {
    case Rule::Share:
        return translated(QT_TRANSLATE_NOOP("neuroscribe::ui::RuleText", "share of sentences"));
    case Rule::Occurrence:
        return translated(QT_TRANSLATE_NOOP("neuroscribe::ui::RuleText", "share of occurrences"));
    case Rule::R:
        return translated(QT_TRANSLATE_NOOP("neuroscribe::ui::RuleText", "correlation r"));
    default:
        return ruleSymbol(rule);
    }
}

QString ruleSymbol(Rule rule) {
    switch (rule) {
    case Rule::Lift:
        return translated(QT_TRANSLATE_NOOP("neuroscribe::ui::RuleText", "lift"));
    case Rule::R:
        return QStringLiteral("r");
    case Rule::F1:
        return QStringLiteral("F1");
    case Rule::Iou:
        return QStringLiteral("IoU");
    case Rule::Auroc:
        return QStringLiteral("AUROC");
    case Rule::Auprc:
        return QStringLiteral("AUPRC");
    default:
        return QStringLiteral("f");
    }
}

QString ruleMeaning(Rule rule) {
    switch (rule) {
    case Rule::Share:
        return translated(
            QT_TRANSLATE_NOOP("neuroscribe::ui::RuleText", "Share of the answered exemplars that have the descriptor"));
    case Rule::Occurrence:
        return translated(QT_TRANSLATE_NOOP("neuroscribe::ui::RuleText",
                                            "Share of all descriptors' occurrences among the exemplars"));
    case Rule::Lift:
        return translated(QT_TRANSLATE_NOOP("neuroscribe::ui::RuleText",
                                            "Share of the exemplars divided by the base rate of the descriptor"));
    case Rule::R:
        return translated(QT_TRANSLATE_NOOP("neuroscribe::ui::RuleText",
                                            "Correlation of activation and descriptor over all answered sentences"));
    case Rule::F1:
        return translated(QT_TRANSLATE_NOOP("neuroscribe::ui::RuleText",
                                            "Exemplars that have the descriptor, twice, among the exemplars and all "
                                            "sentences that have it"));
    case Rule::Iou:
        return translated(QT_TRANSLATE_NOOP("neuroscribe::ui::RuleText",
                                            "Overlap of the exemplars with all sentences that have the descriptor"));
    case Rule::Auroc:
        return translated(QT_TRANSLATE_NOOP("neuroscribe::ui::RuleText",
                                            "How often a sentence with the descriptor is activated more than one "
                                            "without; 0.5 is chance"));
    case Rule::Auprc:
        return translated(QT_TRANSLATE_NOOP("neuroscribe::ui::RuleText",
                                            "Average precision when sentences are drawn by activation; the base rate "
                                            "is chance, and t is a multiple of it"));
    }
    return {};
}

QString formatRule(const QLocale& locale, Rule rule, std::optional<double> value) {
    return rule == Rule::Lift ? formatLift(locale, value) : formatF(locale, value);
}

QString describeRule(const QLocale& locale, Rule rule, const tagging::RuleValues& values) {
    if (rule == Rule::Share || rule == Rule::Occurrence || rule == Rule::Lift)
        return {};
    const QString value = formatRule(locale, rule, values.of(rule));
    if (rule == Rule::Iou && values.iouCeiling)
        return translated(QT_TRANSLATE_NOOP("neuroscribe::ui::RuleText", "%1 %2 of at most %3"))
            .arg(ruleSymbol(rule), value, formatF(locale, values.iouCeiling));
    return translated(QT_TRANSLATE_NOOP("neuroscribe::ui::RuleText", "%1 %2")).arg(ruleSymbol(rule), value);
}

} // namespace neuroscribe::ui
