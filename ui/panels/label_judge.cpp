#include "ui/panels/label_judge.h"

#include "app/session/kept_choice.h"
#include "app/session/session.h"
#include "ui/models/format.h"
#include "ui/widgets/small_label.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QSignalBlocker>

#include <algorithm>
#include <utility>

namespace neuroscribe::ui {

using pipeline::Uncorrected;

namespace {

constexpr const char* kKey = "label judge";

} // namespace

LabelJudge::LabelJudge(app::Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_choice(new QComboBox(this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 2, 12, 4);
    row->setSpacing(8);
    auto* caption = new SmallLabel(this);
    caption->setText(tr("Labels judged by"));
    caption->setBuddy(m_choice);
    row->addWidget(caption);
    row->addWidget(m_choice, 1);
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(8);
    m_choice->setAccessibleName(tr("Who judges the labels"));
    showToolTip();
    hide();
    connect(m_choice, &QComboBox::activated, this, [this] {
        m_chosen = m_choice->currentData().toString().toStdString();
        m_session.keep(
            [chosen = *m_chosen](store::Database& database) { return app::keepChoice(database, kKey, chosen); });
        request();
    });
}

/// With the name, which may have no room.
void LabelJudge::showToolTip() {
    const QString what =
        tr("How good the model's labels are by the answers of this annotator: from it follows f*, what "
           "f would be without their errors. It is shown and never used for tags, p or q.");
    m_choice->setToolTip(annotator().isEmpty() ? what : annotator() + QLatin1Char('\n') + what);
}

void LabelJudge::refresh(const app::ChangeSet& change) {
    if (change.study || change.excluded)
        forget();
    const app::ValidationController& validation = m_session.validation();
    if (m_serial != validation.serial() && validation.isWritten())
        request();
}

void LabelJudge::forget() {
    m_serial.reset();
    const bool was = !m_qualities.annotator.empty();
    m_qualities = {};
    if (was)
        emit changed();
}

void LabelJudge::request() {
    const auto study = m_session.study();
    if (!study || !m_session.isOpen())
        return hide();
    if (std::exchange(m_folder, study->folder) != study->folder)
        m_chosen.reset();
    m_serial = m_session.validation().serial();
    ++m_reads;
    m_session.query<Read>(
        QStringLiteral("label judge"),
        [study, now = m_chosen](store::Database& database, std::stop_token stop) -> Result<Read> {
            Read read;
            NS_ASSIGN(read.references, pipeline::loadReferences(database));
            const auto& known = read.references.annotators;
            std::optional<std::string> chosen = now;
            if (!chosen) {
                NS_ASSIGN(chosen, app::loadChoice(database, kKey));
            }
            const bool isThere = chosen && (chosen->empty() || std::ranges::find(known, *chosen) != known.end());
            NS_ASSIGN(read.qualities,
                      pipeline::loadLabelQualities(database, study->descriptors,
                                                   isThere ? *chosen : read.references.byDefault, std::move(stop)));
            return read;
        },
        [this, study](Result<Read> read) {
            if (read && study == m_session.study())
                take(std::move(*read));
            else if (!read && read.error().code != ErrorCode::Cancelled) // then another one is on its way
                emit m_session.failed(read.error());
        },
        this);
}

void LabelJudge::take(Read read) {
    {
        const QSignalBlocker quiet(m_choice);
        m_choice->clear();
        m_choice->addItem(tr("nobody"), QString());
        for (const std::string& name : read.references.annotators)
            m_choice->addItem(QString::fromStdString(name), QString::fromStdString(name));
        m_choice->setCurrentIndex(m_choice->findData(QString::fromStdString(read.qualities.annotator)));
    }
    setVisible(!read.references.annotators.empty());
    m_qualities = std::move(read.qualities);
    showToolTip();
    emit changed();
}

QString LabelJudge::annotator() const {
    return QString::fromStdString(m_qualities.annotator);
}

void LabelJudge::addTo(CellListModel::Note& note, std::uint32_t descriptor, const tagging::Cell& cell) const {
    if (descriptor >= m_qualities.byDescriptor.size())
        return;
    const pipeline::CorrectedCell corrected = pipeline::correctedCell(m_qualities.byDescriptor[descriptor], cell);
    const QLocale locale;
    if (!note.details.isEmpty())
        note.details += QStringLiteral(", ");
    if (!corrected.share) {
        note.details += tr("f* undefined: %1").arg(why(corrected.why));
        return;
    }
    const auto& [value, interval] = *corrected.share;
    note.corrected = CellListModel::Corrected{value, interval.low, interval.high, corrected.lift};
    note.details += tr("without the errors of the labels that %1 finds: f* %2 (%3), lift* %4")
                        .arg(annotator(), formatF(locale, value), formatInterval(locale, interval),
                             formatLift(locale, corrected.lift));
}

QString LabelJudge::why(Uncorrected why) const {
    switch (why) {
    case Uncorrected::NotJudged:
        return tr("%1 has no answers that judge it").arg(annotator());
    case Uncorrected::TooFewAnswers:
        return tr("%1 has too few answers on one side").arg(annotator());
    case Uncorrected::NoInformation:
        return tr("to %1 the labels are no better than chance").arg(annotator());
    case Uncorrected::NoExemplars:
        return tr("no exemplar is answered");
    }
    return {};
}

} // namespace neuroscribe::ui
