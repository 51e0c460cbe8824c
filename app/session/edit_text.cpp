#include "app/session/edits.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

namespace neuroscribe::app {
namespace {

QString number(const QJsonValue& value, double unit, int decimals) {
    return QLocale().toString(value.toDouble() * unit, 'f', decimals);
}

/// Of a stored integer of thousandths: "0.35", but "0.355" where a half step was set.
QString thousandths(const QJsonValue& value) {
    return number(value, 0.001, value.toInteger() % 10 == 0 ? 2 : 3);
}

QString ruleText(const QString& rule) {
    const auto known = tagging::parseRule(rule.toStdString());
    switch (known ? *known : tagging::Rule::Share) {
    case tagging::Rule::Share:
        return QCoreApplication::translate("EditText", "Use the share of sentences");
    case tagging::Rule::Occurrence:
        return QCoreApplication::translate("EditText", "Use the share of occurrences");
    case tagging::Rule::Lift:
        return QCoreApplication::translate("EditText", "Use the lift");
    case tagging::Rule::R:
        return QCoreApplication::translate("EditText", "Use the correlation r");
    case tagging::Rule::F1:
        return QCoreApplication::translate("EditText", "Use F1");
    case tagging::Rule::Iou:
        return QCoreApplication::translate("EditText", "Use IoU");
    case tagging::Rule::Auroc:
        return QCoreApplication::translate("EditText", "Use AUROC");
    case tagging::Rule::Auprc:
        return QCoreApplication::translate("EditText", "Use AUPRC");
    }
    return {};
}

QString offOr(const QJsonValue& value, const QString& off, const QString& on) {
    return value.toDouble() == 0 ? off : on;
}

} // namespace

QString editText(const store::Edit& edit) {
    const QJsonValue value = QJsonDocument::fromJson(QByteArray::fromStdString(edit.arguments)).array().at(0);
    const std::string& code = edit.textCode;
    if (code == "k")
        return QCoreApplication::translate("EditText", "Set k to %1 %").arg(thousandths(value));
    if (code == "t")
        return QCoreApplication::translate("EditText", "Set t to %1").arg(thousandths(value));
    if (code == "top_k")
        return offOr(value, QCoreApplication::translate("EditText", "Keep all tags of a neuron"),
                     QCoreApplication::translate("EditText", "Keep the first %1 tags").arg(number(value, 1, 0)));
    if (code == "min_lift")
        return offOr(
            value, QCoreApplication::translate("EditText", "Ask for no minimum lift"),
            QCoreApplication::translate("EditText", "Set the minimum lift to %1").arg(number(value, 0.001, 2)));
    if (code == "max_q")
        return offOr(value, QCoreApplication::translate("EditText", "Ask for no maximum q"),
                     QCoreApplication::translate("EditText", "Set the maximum q to %1").arg(number(value, 1e-6, 3)));
    if (code == "alpha")
        return QCoreApplication::translate("EditText", "Set alpha to %1").arg(number(value, 1e-6, 3));
    if (code == "rule")
        return ruleText(value.toString());
    if (code == "split")
        return value.toString() == QLatin1String("calibration")
                   ? QCoreApplication::translate("EditText", "Show the calibration half")
                   : QCoreApplication::translate("EditText", "Show the validation half");
    if (code == "tail")
        return value.toString() == QLatin1String("top")
                   ? QCoreApplication::translate("EditText", "Rank the highest activations")
                   : QCoreApplication::translate("EditText", "Rank the lowest activations");
    if (code == "exclude")
        return QCoreApplication::translate("EditText", "Exclude %1").arg(value.toString());
    if (code == "include")
        return QCoreApplication::translate("EditText", "Include %1").arg(value.toString());
    return QCoreApplication::translate("EditText", "Change the thresholds");
}

} // namespace neuroscribe::app
