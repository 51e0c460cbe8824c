// Rules of tagging and their values as the panels write them, in the person's locale.
#pragma once

#include "core/tagging/rule.h"
#include "core/tagging/tagger.h"

#include <QString>

#include <optional>

class QLocale;

namespace neuroscribe::ui {

QString ruleTitle(tagging::Rule rule);   ///< "share of sentences", "lift", "correlation r", "AUROC", ...
QString ruleSymbol(tagging::Rule rule);  ///< "f", "lift", "r", "F1", "IoU", "AUROC", "AUPRC"
QString ruleMeaning(tagging::Rule rule); ///< one sentence for a tool tip
/// "×2.4" for lift, "0.31" for the others, a word where it is undefined.
QString formatRule(const QLocale& locale, tagging::Rule rule, std::optional<double> value);
/// The rule's value beside f and lift, which every cell tells: "IoU 0.15 of at most 0.50"; empty for those two.
QString describeRule(const QLocale& locale, tagging::Rule rule, const tagging::RuleValues& values);

} // namespace neuroscribe::ui
