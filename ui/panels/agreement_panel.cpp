#include "ui/panels/agreement_panel.h"

#include "app/i18n/error_text.h"
#include "app/session/session.h"
#include "ui/models/agreement_model.h"
#include "ui/models/format.h"
#include "ui/widgets/agreement_table.h"
#include "ui/widgets/coverage_badge.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/figure_button.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/hairline.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace neuroscribe::ui {
namespace {

constexpr int kSide = 12;
constexpr double kHalfWidth = 0.1;
const QString kChannel = QStringLiteral("agreement.report");

using pipeline::AgreementReport;

QString nameText(const QString& annotator) {
    return annotator == QLatin1String(labels::kLabelMatrixName) ? AgreementPanel::tr("the model (B)") : annotator;
}

QString chosenIn(const QComboBox& box) {
    return box.currentData().toString();
}

void fill(QComboBox& box, const QStringList& names, const QString& chosen) {
    const QSignalBlocker quiet(box);
    box.clear();
    for (const QString& name : names)
        box.addItem(nameText(name), name);
    box.setCurrentIndex(box.findData(chosen));
}

} // namespace

AgreementPanel::AgreementPanel(app::Session& session, QWidget* parent)
    : Panel(session, parent), m_badge(new CoverageBadge(this)), m_first(new QComboBox(this)),
      m_second(new QComboBox(this)), m_halfWidth(new QDoubleSpinBox(this)), m_stack(new QStackedWidget(this)),
      m_empty(new EmptyState(this)), m_model(new AgreementModel(this)), m_table(new AgreementTable(*m_model, this)),
      m_figures(new FigureButton(
          session, tr("Agreement"), [this] { return agreementFigures(m_model->report()); }, this)) {
    buildLayout();
    connect(&session.validation(), &app::ValidationController::written, this, [this] { note({.validation = true}); });
    connect(m_first, &QComboBox::activated, this, [this] {
        m_follows = chosenIn(*m_first) == this->session().validation().annotator();
        request();
    });
    connect(m_second, &QComboBox::activated, this, &AgreementPanel::request);
    connect(m_halfWidth, &QDoubleSpinBox::valueChanged, this,
            [this](double halfWidth) { m_model->show(m_model->report(), halfWidth); });
}

void AgreementPanel::buildLayout() {
    m_table->setAccessibleName(tr("Agreement of two annotators"));
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_table);
    m_badge->hide();
    auto* foot = new QWidget(this);
    auto* copy = new QPushButton(tr("Copy table"), foot);
    connect(copy, &QPushButton::clicked, this,
            [this] { QApplication::clipboard()->setText(m_table->selectionAsText()); });
    m_halfWidth->setRange(0.01, 0.5);
    m_halfWidth->setSingleStep(0.01);
    m_halfWidth->setDecimals(2);
    m_halfWidth->setPrefix(QStringLiteral("± "));
    m_halfWidth->setValue(kHalfWidth);
    m_halfWidth->setAccessibleName(tr("How exactly kappa is to be known"));
    auto* wanted = new QLabel(tr("needed for kappa"), foot);
    wanted->setForegroundRole(QPalette::PlaceholderText);
    auto* flow = new FlowLayout(8, foot);
    flow->setContentsMargins(kSide, 8, kSide, 8);
    m_figures->attachTo(*m_table);
    for (QWidget* part : {static_cast<QWidget*>(wanted), static_cast<QWidget*>(m_halfWidth),
                          static_cast<QWidget*>(copy), static_cast<QWidget*>(m_figures)})
        flow->addWidget(part);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(buildHead());
    whole->addWidget(new Hairline(this));
    whole->addWidget(m_stack, 1);
    whole->addWidget(new Hairline(this));
    whole->addWidget(foot);
}

QWidget* AgreementPanel::buildHead() {
    auto* head = new QWidget(this);
    m_first->setAccessibleName(tr("Annotator"));
    m_second->setAccessibleName(tr("Compared with"));
    for (QComboBox* box : {m_first, m_second})
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto* with = new QLabel(tr("against"), head);
    with->setForegroundRole(QPalette::PlaceholderText);
    auto* flow = new FlowLayout(8, head);
    flow->setContentsMargins(kSide, 10, kSide, 10);
    for (QWidget* part : {static_cast<QWidget*>(m_first), static_cast<QWidget*>(with), static_cast<QWidget*>(m_second)})
        flow->addWidget(part);
    return head;
}

void AgreementPanel::comeIntoSight() {
    session().validation().want();
    Panel::comeIntoSight();
}

void AgreementPanel::refresh(const app::ChangeSet& change) {
    if (!change.validation && !change.study && !change.excluded)
        return;
    showNames();
    if (session().validation().isWritten())
        request();
}

void AgreementPanel::showNames() {
    const app::ValidationController& validation = session().validation();
    const QStringList names = validation.annotators();
    QString first = m_follows || !names.contains(chosenIn(*m_first)) ? validation.annotator() : chosenIn(*m_first);
    const QString model = QLatin1String(labels::kLabelMatrixName);
    QString second = names.contains(chosenIn(*m_second)) ? chosenIn(*m_second) : model;
    if (first.isEmpty())
        for (const QString& name : names)
            if (name != model && first.isEmpty())
                first = name;
    fill(*m_first, names, first);
    fill(*m_second, names, second);
}

/// Read as the command line reads it, on the lane of queries; the newest request wins.
void AgreementPanel::request() {
    m_shown.reset();
    const std::uint64_t serial = session().validation().serial();
    const std::string first = chosenIn(*m_first).toStdString(), second = chosenIn(*m_second).toStdString();
    if (!session().isOpen() || first.empty() || second.empty() || first == second) {
        m_model->show({}, m_halfWidth->value());
        m_shown = serial;
        return showReport();
    }
    session().query<AgreementReport>(
        kChannel,
        [first, second](store::Database& database, std::stop_token stop) {
            return pipeline::loadAgreement(database, first, second, std::move(stop));
        },
        [this, serial](Result<AgreementReport> report) {
            if (!report && report.error().code == ErrorCode::Cancelled)
                return; // another one is on its way
            m_shown = serial;
            m_model->show(report ? std::move(*report) : AgreementReport{}, m_halfWidth->value());
            showReport();
            if (!report)
                showFailure(report.error());
        },
        this);
}

/// Figures of other annotators, or of other answers, must not stand for those that could not be read.
void AgreementPanel::showFailure(const Error& error) {
    m_empty->setTexts(tr("The agreement could not be read"), app::errorSentence(error));
    emit session().failed(error);
}

bool AgreementPanel::isSettled() const {
    const app::ValidationController& validation = session().validation();
    return validation.isWritten() && m_shown == validation.serial();
}

void AgreementPanel::showReport() {
    const bool same = chosenIn(*m_first) == chosenIn(*m_second) && m_first->currentIndex() >= 0;
    if (same)
        m_empty->setTexts(tr("This is one annotator"), tr("Choose two different ones above."));
    else
        m_empty->setTexts(tr("Nothing to compare yet"),
                          tr("As soon as both have answered about the same sentence, agreement appears here."));
    m_stack->setCurrentIndex(m_model->isEmpty() ? 0 : 1);
    showBadge();
}

void AgreementPanel::showBadge() {
    const pipeline::AgreementRow& all = m_model->report().pooled;
    m_badge->setVisible(!m_model->isEmpty());
    const QLocale locale;
    QString why = tr("Everything here rests on the sentences that both answered.");
    if (all.unsure > 0)
        why += QLatin1Char(' ') + tr("%1 unsure, left out.").arg(formatCount(locale, all.unsure));
    if (all.setAside > 0)
        why += QLatin1Char(' ') + tr("%1 drawn by disagreement, left out.").arg(formatCount(locale, all.setAside));
    m_badge->setNote(tr("%Ln pair(s)", nullptr, static_cast<int>(all.pairs())), why);
}

} // namespace neuroscribe::ui
