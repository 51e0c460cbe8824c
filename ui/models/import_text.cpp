#include "ui/models/import_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <array>

namespace neuroscribe::ui {
namespace {

using corpus::Reason;

constexpr std::array kReasons = {Reason::TooShort, Reason::TooLong, Reason::Language,       Reason::Duplicate,
                                 Reason::Empty,    Reason::Invalid, Reason::OverCategoryCap};

QString number(std::uint64_t value) {
    return QLocale().toString(static_cast<qulonglong>(value));
}

} // namespace

QString formatText(corpus::Format format) {
    switch (format) {
    case corpus::Format::Auto:
        return QCoreApplication::translate("ImportText", "Detect");
    case corpus::Format::JsonLines:
        return QCoreApplication::translate("ImportText", "JSON lines");
    case corpus::Format::Json:
        return QCoreApplication::translate("ImportText", "JSON array");
    case corpus::Format::Csv:
        return QCoreApplication::translate("ImportText", "CSV");
    case corpus::Format::Tsv:
        return QCoreApplication::translate("ImportText", "TSV");
    case corpus::Format::Amazon:
        return QCoreApplication::translate("ImportText", "Amazon reviews");
    case corpus::Format::Text:
        return QCoreApplication::translate("ImportText", "Text, one sentence a line");
    case corpus::Format::WordNet:
        return QCoreApplication::translate("ImportText", "WordNet glosses");
    }
    return {};
}

QString reasonText(Reason reason) {
    switch (reason) {
    case Reason::TooShort:
        return QCoreApplication::translate("ImportText", "too short");
    case Reason::TooLong:
        return QCoreApplication::translate("ImportText", "too long");
    case Reason::Language:
        return QCoreApplication::translate("ImportText", "other language");
    case Reason::Duplicate:
        return QCoreApplication::translate("ImportText", "duplicate");
    case Reason::Empty:
        return QCoreApplication::translate("ImportText", "without text");
    case Reason::Invalid:
        return QCoreApplication::translate("ImportText", "not readable");
    case Reason::OverCategoryCap:
        return QCoreApplication::translate("ImportText", "over the category's limit");
    }
    return {};
}

QString verdictText(const std::string& verdict) {
    for (const Reason reason : kReasons)
        if (verdict == corpus::reasonName(reason))
            return reasonText(reason);
    return QCoreApplication::translate("ImportText", "kept");
}

QString droppedText(const corpus::ImportCounts& counts) {
    std::uint64_t dropped = 0;
    QStringList parts;
    for (const auto& [reason, count] : counts.dropped) {
        if (count == 0)
            continue;
        dropped += count;
        //: %1: a number, %2: a reason such as "too short"
        parts += QCoreApplication::translate("ImportText", "%1 %2").arg(number(count), reasonText(reason));
    }
    if (dropped == 0)
        return {};
    return QCoreApplication::translate("ImportText", "%1 dropped: %2")
        .arg(number(dropped), parts.join(QLatin1String(", ")));
}

} // namespace neuroscribe::ui
