#include "ui/dialogs/review_dialog.h"

#include "app/session/session.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QStringListModel>
#include <QVBoxLayout>

#include <algorithm>

namespace neuroscribe::ui {
namespace {

using descriptors::MemberList;
using descriptors::ReviewItem;

constexpr QSize kSize(640, 460);

} // namespace

ReviewDialog::ReviewDialog(app::Session& session, QWidget* parent)
    : QDialog(parent), m_session(session), m_question(new QLabel(this)), m_sides(new QWidget(this)),
      m_legend(new QLabel(this)) {
    setWindowTitle(tr("Review names"));
    QFont bold = m_question->font();
    bold.setWeight(QFont::DemiBold);
    m_question->setFont(bold);
    m_question->setWordWrap(true);
    m_question->setTextFormat(Qt::PlainText);
    auto* row = new QHBoxLayout(m_sides);
    row->setContentsMargins(0, 0, 0, 0);
    m_old = addSide(*row, tr("Members of the cluster now"));
    m_new = addSide(*row, tr("Topics that now lie together"));
    m_legend->setText(tr("● in both. Take: the cluster keeps its name and gets the topics on the right. Leave: it "
                         "stays as it is."));
    m_legend->setWordWrap(true);
    m_legend->setForegroundRole(QPalette::PlaceholderText);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_take = buttons->addButton(tr("Take (T)"), QDialogButtonBox::ActionRole);
    m_leave = buttons->addButton(tr("Leave (L)"), QDialogButtonBox::ActionRole);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(10);
    column->addWidget(m_question);
    column->addWidget(m_sides, 1);
    column->addWidget(m_legend);
    column->addWidget(buttons);
    resize(kSize);
    connect(buttons, &QDialogButtonBox::rejected, this, &ReviewDialog::reject);
    connect(m_take, &QPushButton::clicked, this, &ReviewDialog::take);
    connect(m_leave, &QPushButton::clicked, this, &ReviewDialog::leave);
    connect(&session.curation(), &app::CurationController::written, this,
            &ReviewDialog::load); // an undo brings some back
    showItem();
    load();
}

ReviewDialog::Side ReviewDialog::addSide(QHBoxLayout& row, const QString& name) {
    Side side{new QLabel(name, this), new QListView(this), new QStringListModel(this)};
    side.title->setBuddy(side.list);
    side.list->setModel(side.model);
    side.list->setUniformItemSizes(true);
    side.list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    side.list->setAccessibleName(name);
    side.list->installEventFilter(this); // a list takes letters for a search
    auto* column = new QVBoxLayout;
    column->addWidget(side.title);
    column->addWidget(side.list, 1);
    row.addLayout(column);
    return side;
}

void ReviewDialog::load() {
    const auto curation = m_session.curation().curation();
    if (!curation)
        return;
    using Items = std::vector<ReviewItem>;
    m_session.query<Items>(
        QStringLiteral("review"),
        [curation](store::Database& database, std::stop_token) { return descriptors::loadReview(database, *curation); },
        [this](const Result<Items>& items) {
            if (!items)
                emit m_session.failed(items.error());
            else
                m_items = *items;
            m_loaded = true;
            showItem();
        },
        this);
}

QStringList ReviewDialog::oldMembers() const {
    return m_old.model->stringList();
}

QStringList ReviewDialog::newMembers() const {
    return m_new.model->stringList();
}

void ReviewDialog::showItem() {
    const auto curation = m_session.curation().curation();
    // An edit made meanwhile may have taken the cluster away.
    while (!m_items.empty() && (!curation || !curation->find(m_items.front().cluster)))
        m_items.erase(m_items.begin());
    const bool any = !m_items.empty();
    m_sides->setVisible(any);
    m_legend->setVisible(any);
    m_take->setEnabled(any);
    m_leave->setEnabled(any);
    if (!any)
        return m_question->setText(m_loaded ? tr("No name is left to review.") : QString());
    const descriptors::Cluster& cluster = *curation->find(m_items.front().cluster);
    const QString left = tr("%Ln name(s) to review", nullptr, static_cast<int>(m_items.size()));
    m_question->setText(tr("Are these topics “%1”? %2").arg(QString::fromStdString(cluster.name), left));
    fill(m_old, cluster.members, m_items.front().community);
    fill(m_new, m_items.front().community, cluster.members);
}

/// Those in both come first and are marked.
void ReviewDialog::fill(Side& side, const MemberList& members, const MemberList& others) {
    const auto topics = m_session.curation().topics();
    QStringList shared, own;
    for (const RawDescriptorId member : members) {
        const QString name = topics->names[member.value];
        if (std::ranges::binary_search(others, member))
            shared += QStringLiteral("● %1").arg(name);
        else
            own += name;
    }
    side.model->setStringList(shared + own);
}

/// What is stored stays: it counts as decided while the edit is in force, and is asked again after an undo.
void ReviewDialog::make(const Result<descriptors::CurationEdit>& edit) {
    const Status made = edit ? m_session.curation().apply(*edit) : Status(edit.error());
    if (!made) {
        emit m_session.failed(made.error());
        return;
    }
    m_items.erase(m_items.begin());
    showItem();
}

void ReviewDialog::take() {
    if (!m_items.empty())
        make(descriptors::takeCommunity(*m_session.curation().curation(), m_items.front()));
}

void ReviewDialog::leave() {
    if (!m_items.empty())
        make(descriptors::leaveCluster(*m_session.curation().curation(), m_items.front()));
}

bool ReviewDialog::decide(const QKeyEvent& event) {
    if (event.modifiers() != Qt::NoModifier || (event.key() != Qt::Key_T && event.key() != Qt::Key_L))
        return false;
    if (event.key() == Qt::Key_T)
        take();
    else
        leave();
    return true;
}

bool ReviewDialog::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress && decide(static_cast<const QKeyEvent&>(*event)))
        return true;
    return QDialog::eventFilter(watched, event);
}

void ReviewDialog::keyPressEvent(QKeyEvent* event) {
    if (!decide(*event))
        QDialog::keyPressEvent(event);
}

} // namespace neuroscribe::ui
