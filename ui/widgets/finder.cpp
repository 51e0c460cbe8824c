#include "ui/widgets/finder.h"

#include "app/session/session.h"
#include "core/corpus/sentence.h"
#include "ui/theme/theme.h"
#include "ui/widgets/finder_delegate.h"
#include "ui/widgets/search_field.h"

#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace neuroscribe::ui {
namespace {

constexpr int kWidth = 560;
constexpr int kHeight = 380;
constexpr std::size_t kMostNames = 12;
constexpr std::uint32_t kMostSentences = 20;
constexpr int kFewestLetters = 2; // of a word worth a full-text search

Result<std::vector<Found>> readSentences(store::Database& database, const std::string& text, std::stop_token stop) {
    corpus::SearchQuery query;
    query.text = text;
    NS_ASSIGN(const std::vector<SentenceId> ids, corpus::search(database, query, kMostSentences));
    std::vector<Found> found;
    for (const SentenceId id : ids) {
        if (stop.stop_requested())
            break;
        NS_ASSIGN(const corpus::Sentence sentence, corpus::loadSentence(database, id));
        found.push_back({Found::Kind::Sentence, id.value, QString::fromStdString(sentence.text)});
    }
    return found;
}

} // namespace

Finder::Finder(app::Session& session, QWidget* parent)
    : QFrame(parent, Qt::Popup), m_session(session),
      m_input(new SearchField(tr("Find a neuron, descriptor or sentence"), this)), m_list(new QListView(this)),
      m_hint(new QLabel(this)), m_model(new FinderModel(this)) {
    setAccessibleName(tr("Find"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->addWidget(m_input);
    column->addWidget(m_hint);
    column->addWidget(m_list, 1);
    m_input->installEventFilter(this);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_hint->setWordWrap(true);
    m_hint->setContentsMargins(4, 4, 4, 4);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new FinderDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Found"));
    connect(m_input, &QLineEdit::textChanged, this, &Finder::search);
    connect(m_list, &QAbstractItemView::clicked, this, [this](const QModelIndex& index) { choose(index.row()); });
}

void Finder::popUp() {
    const QWidget* over = parentWidget();
    const int width = std::min(kWidth, over->width() - 40);
    const QPoint place = over->mapToGlobal(QPoint((over->width() - width) / 2, over->height() / 8));
    setGeometry(QRect(place, QSize(width, std::min(kHeight, over->height() * 3 / 4))));
    show();
    m_input->setFocus(Qt::PopupFocusReason);
    m_input->selectAll();
    search(m_input->text());
}

void Finder::showHint(const QString& text) {
    m_hint->setText(text);
    m_hint->setVisible(!text.isEmpty());
    m_list->setVisible(text.isEmpty());
}

void Finder::search(const QString& text) {
    const auto study = m_session.study();
    if (!study)
        return showHint(tr("No study is open."));
    m_model->setFound(findByName(*study, text, kMostNames));
    m_list->setCurrentIndex(m_model->index(0));
    if (text.trimmed().isEmpty())
        return showHint(tr("Type a neuron such as 3/58, part of a descriptor's name, or words of a sentence."));
    showHint({});
    if (text.trimmed().size() >= kFewestLetters)
        searchSentences(text);
    else if (m_model->rowCount() == 0)
        showHint(tr("Nothing is called so."));
}

void Finder::searchSentences(const QString& text) {
    m_session.query<std::vector<Found>>(
        QStringLiteral("finder"),
        [wanted = text.trimmed().toStdString()](store::Database& database, std::stop_token stop) {
            return readSentences(database, wanted, stop);
        },
        [this, text](Result<std::vector<Found>> found) {
            if (text != m_input->text())
                return; // typed on meanwhile
            if (found)
                m_model->append(std::move(*found));
            else if (found.error().code != ErrorCode::Cancelled)
                emit m_session.failed(found.error());
            if (!m_list->currentIndex().isValid())
                m_list->setCurrentIndex(m_model->index(0));
            if (m_model->rowCount() == 0)
                showHint(tr("Nothing found."));
        },
        this);
}

void Finder::choose(int row) {
    if (row < 0 || row >= m_model->rowCount())
        return;
    const Found found = m_model->found()[static_cast<std::size_t>(row)];
    close();
    switch (found.kind) {
    case Found::Kind::Neuron:
        m_session.selection().setNeuron(NeuronId{found.id});
        break;
    case Found::Kind::Descriptor:
        m_session.selection().setDescriptor(found.id);
        break;
    case Found::Kind::Sentence:
        m_session.selection().setSentence(SentenceId{found.id});
        break;
    }
    emit chosen(found.kind);
}

void Finder::moveCurrent(int by) {
    const int last = m_model->rowCount() - 1;
    if (last >= 0)
        m_list->setCurrentIndex(m_model->index(std::clamp(m_list->currentIndex().row() + by, 0, last)));
}

bool Finder::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_input && event->type() == QEvent::KeyPress) {
        constexpr int kPage = 8;
        switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Down:
            return moveCurrent(1), true;
        case Qt::Key_Up:
            return moveCurrent(-1), true;
        case Qt::Key_PageDown:
            return moveCurrent(kPage), true;
        case Qt::Key_PageUp:
            return moveCurrent(-kPage), true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            return choose(m_list->currentIndex().row()), true;
        case Qt::Key_Escape:
            return close(), true;
        default:
            break;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void Finder::paintEvent(QPaintEvent*) {
    const Theme theme = Theme::of(this);
    QPainter painter(this);
    painter.setPen(theme.border);
    painter.setBrush(theme.pane);
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
}

} // namespace neuroscribe::ui
