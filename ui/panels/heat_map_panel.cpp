#include "ui/panels/heat_map_panel.h"

#include "app/session/session.h"
#include "ui/models/cell_list_model.h"
#include "ui/models/format.h"
#include "ui/models/heat_table_model.h"
#include "ui/models/rule_text.h"
#include "ui/panels/heat_map_tools.h"
#include "ui/panels/study_hints.h"
#include "ui/plots/heat_map_view.h"
#include "ui/widgets/color_limits_dialog.h"
#include "ui/widgets/coverage_badge.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/row_rules_wait.h"
#include "ui/widgets/save_file.h"
#include "ui/widgets/value_table.h"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace neuroscribe::ui {

HeatMapPanel::HeatMapPanel(app::Session& session, QWidget* parent)
    : Panel(session, parent), m_tools(new HeatMapTools(this)), m_wait(new RowRulesWait(session, this)),
      m_stack(new QStackedWidget(this)), m_view(new HeatMapView(this)), m_table(new ValueTable(this)),
      m_model(new HeatTableModel(this)), m_empty(new EmptyState(this)), m_reading(new QLabel(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(10, 8, 10, 6);
    column->setSpacing(4);
    column->addWidget(m_tools);
    column->addWidget(m_wait);
    column->addWidget(m_stack, 1);
    column->addWidget(m_reading);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_table);
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Values of the heat map"));
    m_reading->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_reading->setTextFormat(Qt::PlainText);
    m_reading->setForegroundRole(QPalette::PlaceholderText);

    m_view->setDescriber([this](NeuronId neuron, std::uint32_t descriptor) { return describe(neuron, descriptor); });
    connect(m_view, &HeatMapView::cellPointed, this, [this](const QString& text) {
        m_reading->setText(fontMetrics().elidedText(text, Qt::ElideRight, m_reading->width()));
    });
    connect(m_view, &HeatMapView::cellPicked, this, [this](NeuronId neuron, std::uint32_t descriptor) {
        const QScopedValueRollback guard(m_selecting, true);
        this->session().selection().setDescriptor(descriptor);
        this->session().selection().setNeuron(neuron);
    });
    connect(m_view, &HeatMapView::neuronOpened, this, &HeatMapPanel::neuronOpened);
    connect(m_table, &QAbstractItemView::clicked, this, &HeatMapPanel::pickFromTable);
    connect(m_table, &QAbstractItemView::activated, this, [this](const QModelIndex& index) {
        pickFromTable(index);
        emit neuronOpened(m_model->neuronAt(index.row()));
    });
    connect(m_tools, &HeatMapTools::optionsChanged, this, &HeatMapPanel::rebuild);
    connect(m_wait, &RowRulesWait::cancelled, m_tools, [this] { m_tools->showValue(HeatValue::Share); });
    connect(m_tools, &HeatMapTools::tagsMarkedChanged, this, &HeatMapPanel::showTags);
    connect(m_tools, &HeatMapTools::tableToggled, this, &HeatMapPanel::showTable);
    connect(m_tools, &HeatMapTools::limitsRequested, this, &HeatMapPanel::openColorLimits);
    connect(m_tools, &HeatMapTools::exportRequested, this, &HeatMapPanel::askForExport);
    connect(&session, &app::Session::closing, this, [this] {
        m_view->resetZoom();
        m_tools->showAllLayers();
    });
    connect(&session.selection(), &app::Selection::neuronChanged, this, &HeatMapPanel::showSelection);
    connect(&session.selection(), &app::Selection::descriptorChanged, this, &HeatMapPanel::showSelection);
}

void HeatMapPanel::refresh(const app::ChangeSet& change) {
    const auto study = session().study();
    if (change.study && study)
        m_tools->setLayers(study->run ? study->run->layers : 1);
    const HeatMapOptions& options = m_tools->options();
    const bool showsQ = options.value == HeatValue::Q;
    if (change.study || change.counts || change.excluded || (change.tags && options.taggedOnly) ||
        (change.enrichment && showsQ))
        rebuild();
    else if (change.tags || change.enrichment || change.thresholds) // no value has changed
        showTags();
}

void HeatMapPanel::rebuild() {
    const auto study = session().study();
    tagging::Tagger* tagger = session().tagger();
    if (!study || !tagger) {
        const StudyHint hint = studyHint(session());
        return showEmpty(hint.title, hint.next);
    }
    m_tools->setDescriptor(session().selection().descriptor());
    const auto rule = ruleOf(m_tools->options().value);
    const bool needsRows = rule && tagging::isOfWholeRows(*rule);
    if (needsRows)
        session().wantRowRules(); // what is undefined until then follows by changed()
    m_wait->setWanted(needsRows);
    const auto figure = buildHeatMap(*study, *tagger, session().enrichment(), m_tools->options());
    m_tools->showCounts(figure->rows.size(), figure->neurons, figure->columns.size(), figure->descriptors);
    const LabelCoverage coverage = labelCoverage(*tagger);
    m_tools->setCoverage(coverage.answered, coverage.asked);
    m_tools->show();
    m_view->setFigure(figure);
    showTags();
    showSelection();
    if (figure->isEmpty()) {
        m_empty->setTexts(tr("No neuron is left"), tr("Lower t, or take the filters back."));
        m_stack->setCurrentWidget(m_empty);
        return;
    }
    showTable(m_tools->tableShown());
}

void HeatMapPanel::showTags() {
    tagging::Tagger* tagger = session().tagger();
    if (!session().study() || !tagger)
        return;
    m_view->setTags(buildHeatTags(*tagger, session().enrichment(), m_tools->tagsMarked()));
}

void HeatMapPanel::showEmpty(const QString& title, const QString& next) {
    m_empty->setTexts(title, next);
    m_stack->setCurrentWidget(m_empty);
    m_view->setFigure(std::make_shared<HeatMapFigure>());
    m_view->setTags(std::make_shared<HeatTags>());
    m_model->setFigure(std::make_shared<HeatMapFigure>());
    m_tools->hide();
    m_wait->setWanted(false);
    m_tools->counts()->clear();
    m_tools->badge()->setNote({}, {});
    m_reading->clear();
}

void HeatMapPanel::showTable(bool on) {
    if (m_view->figure().isEmpty())
        return;
    if (on)
        m_model->setFigure(m_view->sharedFigure());
    m_stack->setCurrentWidget(on ? static_cast<QWidget*>(m_table) : m_view);
}

void HeatMapPanel::pickFromTable(const QModelIndex& index) {
    const QScopedValueRollback guard(m_selecting, true);
    if (const auto descriptor = m_model->descriptorAt(index.column()))
        session().selection().setDescriptor(descriptor);
    session().selection().setNeuron(m_model->neuronAt(index.row()));
}

void HeatMapPanel::showSelection() {
    const auto neuron = session().selection().neuron();
    const auto descriptor = session().selection().descriptor();
    m_view->setSelection(neuron, descriptor);
    const HeatMapOptions& options = m_tools->options();
    // Choosing a cell of the map itself must not shuffle the rows under the pointer.
    if (!m_selecting && options.order == heat::RowOrder::ByDescriptor && descriptor &&
        descriptor != options.descriptor && isSeen())
        rebuild();
}

/// What the mark in the cell says.
QString HeatMapPanel::withTag(const QString& where, const tagging::Cell& cell) const {
    constexpr double kMillion = 1e6;
    if (!cell.tagged)
        return where;
    if (!session().enrichment())
        return tr("%1 (tag)").arg(where);
    const bool solid = cell.q && *cell.q < session().thresholds().alphaMicro / kMillion;
    return (solid ? tr("%1 (solid tag)") : tr("%1 (hollow tag)")).arg(where);
}

/// What is shown beyond f, lift and q, which every cell tells; else the value of the rule in force.
QString HeatMapPanel::valueText(NeuronId neuron, std::uint32_t descriptor) const {
    const tagging::Tagger& tagger = *session().tagger();
    const tagging::Rule inForce = tagger.thresholds().rule;
    const tagging::RuleValues values = tagger.ruleValues(neuron, descriptor);
    const auto shown = ruleOf(m_tools->options().value).value_or(inForce);
    const bool isOfF = shown == tagging::Rule::Share || shown == tagging::Rule::Occurrence;
    if (isOfF && (shown == tagging::Rule::Occurrence) != (inForce == tagging::Rule::Occurrence)) // f is the other share
        return tr("%1 %2").arg(heatValueName(m_tools->options().value), formatRule(QLocale(), shown, values.of(shown)));
    return describeRule(QLocale(), isOfF || shown == tagging::Rule::Lift ? inForce : shown, values);
}

QString HeatMapPanel::describe(NeuronId neuron, std::uint32_t descriptor) const {
    tagging::Tagger* tagger = session().tagger();
    const HeatMapFigure& figure = m_view->figure();
    if (!tagger || neuron.value >= tagger->counts().neurons || descriptor >= tagger->counts().descriptors)
        return {};
    const QString where = tr("%1 · %2").arg(neuronName(neuron, figure.unitsPerLayer), figure.names[descriptor]);
    const tagging::Cell cell = tagger->cell(neuron, descriptor);
    const QString text = tr("%1: %2").arg(withTag(where, cell), describeCell(cell));
    const QString value = valueText(neuron, descriptor);
    return value.isEmpty() ? text : tr("%1, %2").arg(text, value);
}

void HeatMapPanel::openColorLimits() {
    ColorLimitsDialog dialog(m_view->figure(), !m_tools->options().limits.has_value(), this);
    if (dialog.exec() == QDialog::Accepted)
        m_tools->setLimits(dialog.limits());
}

void HeatMapPanel::askForExport(FigureFormat format) {
    const QString ending = fileEnding(format);
    const QString name = fileNameOf(session().title() + QStringLiteral("-heat-map"));
    const QString path =
        askWhereToSave(this, {tr("Export the heat map"), name, ending, tr("%1 files").arg(ending.toUpper())});
    if (!path.isEmpty())
        exportTo(path, format);
}

void HeatMapPanel::exportTo(const QString& path, FigureFormat format) {
    const auto told = [this, path](const Result<bool>& written) {
        if (written)
            emit session().noticed(tr("The heat map was written to %1.").arg(path));
        else
            emit session().failed(written.error());
    };
    if (format == FigureFormat::Csv) { // all rows: long enough to leave this thread
        session().query<bool>(
            QStringLiteral("export ") + path,
            [figure = m_view->sharedFigure(), path](store::Database&, std::stop_token) -> Result<bool> {
                NS_TRY(writeWhole(path, heatMapCsv(*figure)));
                return true;
            },
            told, this);
        return;
    }
    const auto write = [this, &path, format]() -> Result<bool> {
        NS_ASSIGN(const QByteArray bytes, heatMapPicture(m_view->figure(), m_view->tags(), m_view->window(),
                                                         m_view->size().expandedTo(m_view->sizeHint()),
                                                         Theme::of(m_view), m_view->font(), session().title(), format));
        NS_TRY(writeWhole(path, bytes));
        return true;
    };
    told(write());
}

} // namespace neuroscribe::ui
