#include "ui/widgets/sentence_list.h"

#include "app/session/session.h"
#include "core/corpus/sentence.h"
#include "ui/models/sentence_list_model.h"
#include "ui/widgets/sentence_delegate.h"

#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>

namespace neuroscribe::ui {
namespace {

Result<SentenceListModel::Texts> readTexts(store::Database& database, const std::vector<SentenceId>& ids,
                                           std::stop_token stop) {
    SentenceListModel::Texts texts;
    for (const SentenceId id : ids) {
        if (stop.stop_requested())
            break;
        NS_ASSIGN(const corpus::Sentence sentence, corpus::loadSentence(database, id));
        texts.emplace_back(id, QString::fromStdString(sentence.text));
    }
    return texts;
}

} // namespace

SentenceList::SentenceList(app::Session& session, const QString& channel, QWidget* parent)
    : QListView(parent), m_session(session), m_model(new SentenceListModel(this)) {
    setModel(m_model);
    setItemDelegate(new SentenceDelegate(this));
    setUniformItemSizes(true);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setSource(channel);
}

void SentenceList::setStrong(std::function<bool(std::uint32_t)> strong) {
    m_strong = std::move(strong);
    m_model->refreshChips();
}

void SentenceList::setSource(const QString& channel) {
    const auto fetch = [this, channel](std::vector<SentenceId> ids,
                                       const std::function<void(SentenceListModel::Texts)>& done) {
        m_session.query<SentenceListModel::Texts>(
            channel,
            [ids = std::move(ids)](store::Database& database, std::stop_token stop) {
                return readTexts(database, ids, stop);
            },
            [this, done](Result<SentenceListModel::Texts> texts) {
                if (!texts && texts.error().code != ErrorCode::Cancelled)
                    emit m_session.failed(texts.error());
                done(texts ? std::move(*texts) : SentenceListModel::Texts{});
            },
            this);
    };
    const auto chips = [this](SentenceId sentence) {
        QList<Chip> list;
        const auto study = m_session.study();
        if (!study || !study->labels || sentence.value >= study->labels->sentences())
            return list;
        for (std::uint32_t column = 0; column < study->labels->descriptors(); ++column)
            if (study->labels->at(sentence, column) == labels::Answer::Yes)
                list.append({QString::fromStdString(study->descriptors[column].name), m_strong && m_strong(column),
                             study->descriptors[column].isDerived()});
        return list;
    };
    m_model->setSource(fetch, chips);
}

void SentenceList::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QListView::currentChanged(current, previous);
    if (const auto id = m_model->idAt(current.row()))
        m_session.selection().setSentence(id);
}

void SentenceList::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy) && currentIndex().isValid())
        QApplication::clipboard()->setText(currentIndex().data(SentenceListModel::TextRole).toString());
    else
        QListView::keyPressEvent(event);
}

} // namespace neuroscribe::ui
