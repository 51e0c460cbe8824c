#include "ui/panels/progress_panel.h"

#include "app/session/session.h"
#include "ui/models/validation_progress_model.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/small_label.h"
#include "ui/widgets/value_table.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace neuroscribe::ui {
namespace {

constexpr int kSide = 12;
constexpr int kLeastName = 92;
constexpr int kLeastColumn = 36;
constexpr int kCellSides = 18;

using app::ValidationController;
using labels::Drawn;

} // namespace

ProgressPanel::ProgressPanel(app::Session& session, QAction* addPerson, QWidget* parent)
    : Panel(session, parent), m_people(new QComboBox(this)), m_add(new QToolButton(this)),
      m_drawn(new SegmentedControl(this)), m_table(new ValueTable(this)), m_model(new ValidationProgressModel(this)) {
    buildLayout(addPerson);
    connect(m_people, &QComboBox::textActivated, this, [this](const QString& name) {
        if (const Status chosen = this->session().validation().setAnnotator(name); !chosen)
            emit this->session().failed(chosen.error());
    });
    connect(m_drawn, &SegmentedControl::chosen, this,
            [this](int id) { this->session().validation().setDrawn(static_cast<Drawn>(id)); });
    connect(m_model, &ValidationProgressModel::chosenChanged, this, [this](DescriptorId descriptor, bool chosen) {
        this->session().validation().setChosen({descriptor}, chosen);
    });
}

/// The numbers are short and never sorted: their columns are as wide as what stands above them, the names get the rest.
/// Where that is too little to read a name, numbers go, the last first: the tool tip of a row has them all.
void ProgressPanel::fitColumns() {
    int left = m_table->viewport()->width() - kLeastName;
    QHeaderView* header = m_table->horizontalHeader();
    const QFontMetrics metrics = header->fontMetrics();
    for (int column = ValidationProgressModel::AnsweredColumn; column < ValidationProgressModel::ColumnCount;
         ++column) {
        const QString name = m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        header->setSectionResizeMode(column, QHeaderView::Fixed);
        const int wanted = std::max(kLeastColumn, metrics.horizontalAdvance(name) + kCellSides);
        left -= wanted;
        header->setSectionHidden(column, left < 0 && column != ValidationProgressModel::AnsweredColumn);
        header->resizeSection(column, wanted);
    }
}

void ProgressPanel::resizeEvent(QResizeEvent* event) {
    Panel::resizeEvent(event);
    fitColumns();
}

void ProgressPanel::changeEvent(QEvent* event) {
    Panel::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange)
        fitColumns();
}

void ProgressPanel::buildLayout(QAction* addPerson) {
    m_people->setAccessibleName(tr("Who answers"));
    m_people->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_people->setMinimumContentsLength(8);
    m_add->setDefaultAction(addPerson);
    auto* who = new QHBoxLayout;
    who->setSpacing(6);
    who->addWidget(m_people, 1);
    who->addWidget(m_add);
    m_drawn->addSegment(tr("Balanced"),
                        tr("As many sentences with the label as without, drawn at random: this is what "
                           "agreement, precision and recall are computed from"),
                        static_cast<int>(Drawn::Balanced));
    m_drawn->addSegment(tr("Disagreement first"),
                        tr("Sentences about which annotators differ, or the model was close to the other answer. No "
                           "sample: these answers enter none of the figures"),
                        static_cast<int>(Drawn::Disagreement));
    m_drawn->setAccessibleName(tr("How the questions are drawn"));
    auto* all = new QPushButton(tr("Choose all"), this);
    auto* none = new QPushButton(tr("Choose none"), this);
    connect(all, &QPushButton::clicked, this, [this] { chooseAll(true); });
    connect(none, &QPushButton::clicked, this, [this] { chooseAll(false); });
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Descriptors and how many of their questions are answered"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->horizontalHeader()->setSectionResizeMode(ValidationProgressModel::NameColumn, QHeaderView::Stretch);
    m_table->horizontalHeader()->setMinimumSectionSize(kLeastColumn);
    fitColumns();
    auto* head = new QWidget(this);
    auto* setup = new QVBoxLayout(head);
    setup->setContentsMargins(kSide, 10, kSide, 10);
    setup->setSpacing(8);
    setup->addLayout(who);
    setup->addWidget(m_drawn);
    auto* foot = new QWidget(this);
    auto* buttons = new FlowLayout(6, foot);
    buttons->setContentsMargins(kSide, 8, kSide, 8);
    buttons->addWidget(all);
    buttons->addWidget(none);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(head);
    whole->addWidget(m_table, 1);
    whole->addWidget(foot);
}

void ProgressPanel::comeIntoSight() {
    session().validation().want();
    Panel::comeIntoSight();
}

void ProgressPanel::refresh(const app::ChangeSet& change) {
    if (!change.validation && !change.study)
        return;
    showSetup();
    showRows();
}

void ProgressPanel::showSetup() {
    const ValidationController& validation = session().validation();
    const QSignalBlocker quiet(m_people);
    m_people->clear();
    m_people->addItems(validation.people());
    m_people->setCurrentText(validation.annotator());
    m_people->setEnabled(m_people->count() > 0);
    m_drawn->setCurrentId(static_cast<int>(validation.drawn()));
}

void ProgressPanel::showRows() {
    std::vector<ValidationProgressModel::Row> rows;
    const ValidationController& validation = session().validation();
    const auto study = session().study();
    for (std::uint32_t c = 0; study && c < study->descriptors.size(); ++c) {
        const labels::Descriptor& descriptor = study->descriptors[c];
        if (!session().isExcluded(c))
            rows.push_back({descriptor.id, QString::fromStdString(descriptor.name), validation.isChosen(descriptor.id),
                            validation.progress(c)});
    }
    m_model->show(std::move(rows));
}

void ProgressPanel::chooseAll(bool chosen) {
    std::vector<DescriptorId> all;
    for (int row = 0; row < m_model->rowCount(); ++row)
        all.emplace_back(m_model->index(row, 0).data(ValidationProgressModel::IdRole).toUInt());
    session().validation().setChosen(all, chosen);
}

} // namespace neuroscribe::ui
