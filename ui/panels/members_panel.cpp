#include "ui/panels/members_panel.h"

#include "app/session/name_suggester.h"
#include "app/session/session.h"
#include "core/corpus/sentence.h"
#include "ui/models/format.h"
#include "ui/models/member_list_model.h"
#include "ui/models/place_text.h"
#include "ui/widgets/chip_button.h"
#include "ui/widgets/chip_label.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/member_table.h"
#include "ui/widgets/search_field.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QStackedWidget>

#include <algorithm>

namespace neuroscribe::ui {
namespace {

using descriptors::Cluster;

Result<MemberListModel::Texts> readTexts(store::Database& database, const std::vector<SentenceId>& ids,
                                         std::stop_token stop) {
    MemberListModel::Texts texts;
    for (const SentenceId id : ids) {
        if (stop.stop_requested())
            break;
        NS_ASSIGN(const corpus::Sentence sentence, corpus::loadSentence(database, id));
        texts.emplace_back(id, QString::fromStdString(sentence.text));
    }
    return texts;
}

QString reasonOf(const descriptors::NameSuggestion& suggestion) {
    const QString share = QLocale().toString(100 * suggestion.coverage, 'f', 0);
    switch (suggestion.kind) {
    case descriptors::NameKind::Centroid:
        return MembersPanel::tr("The member nearest to the centre");
    case descriptors::NameKind::HeadWord:
        return MembersPanel::tr("The head word of %1 % of what was said").arg(share);
    case descriptors::NameKind::WordNet:
        return MembersPanel::tr("%1 % of the members are of this kind (WordNet)").arg(share);
    }
    return {};
}

} // namespace

MembersPanel::MembersPanel(app::Session& session, const std::vector<HintedAction>& hints,
                           const std::vector<HintedAction>& decide, QWidget* parent)
    : Panel(session, parent), m_stack(new QStackedWidget(this)), m_empty(new EmptyState(this)),
      m_name(new QLineEdit(this)), m_title(new QLabel(this)), m_facts(new QLabel(this)),
      m_state(new ChipLabel(QString(), false, this)), m_question(new QLineEdit(this)),
      m_filter(new SearchField(tr("Filter the members"), this)), m_selected(new QLabel(this)),
      m_table(new MemberTable(this)), m_proposal(new QLabel(this)),
      m_suggester(std::make_shared<app::NameSuggester>()) {
    buildLayout(hints, decide);
    fetchSentences();
    connect(m_filter, &QLineEdit::textChanged, this,
            [this](const QString& text) { m_table->members().setFilter(text); });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        showSelection();
        emit selectionChanged();
    });
    connect(m_name, &QLineEdit::textEdited, this, &MembersPanel::nameEdited);
    connect(m_question, &QLineEdit::textEdited, this, &MembersPanel::questionEdited);
    connect(&session.selection(), &app::Selection::clusterChanged, this, [this] {
        if (isSeen())
            showPlace();
    });
    connect(&session.curation(), &app::CurationController::proposedChanged, this, &MembersPanel::showProposal);
    connect(&session, &app::Session::closing, this, [this] { m_table->members().clear(); });
}

void MembersPanel::fetchSentences() {
    m_table->members().setSource(
        [this](std::vector<SentenceId> ids, const std::function<void(MemberListModel::Texts)>& done) {
            session().query<MemberListModel::Texts>(
                QStringLiteral("members.texts"),
                [ids = std::move(ids)](store::Database& database, std::stop_token stop) {
                    return readTexts(database, ids, stop);
                },
                [this, done](Result<MemberListModel::Texts> texts) {
                    if (!texts && texts.error().code != ErrorCode::Cancelled)
                        emit session().failed(texts.error());
                    done(texts ? std::move(*texts) : MemberListModel::Texts{});
                },
                this);
        });
}

void MembersPanel::refresh(const app::ChangeSet& change) {
    if (!change.curation)
        return; // descriptors and labels that follow from an edit
    showPlace();
}

void MembersPanel::comeIntoSight() {
    Panel::comeIntoSight();
    if (session().selection().cluster() != m_place)
        showPlace();
}

void MembersPanel::showPlace() {
    const auto curation = session().curation().curation();
    const auto topics = session().curation().topics();
    const auto wanted = session().selection().cluster();
    const bool other = wanted != m_place;
    m_place.reset();
    if (!curation)
        m_empty->setTexts(tr("No study is open"), tr("Open a study, start a new one, or look at the built-in one."));
    else if (topics->isEmpty())
        m_empty->setTexts(tr("Nothing to curate yet"), tr("Name the topics of the sentences first: Study > Topics. "
                                                          "Then they can be clustered."));
    else if (!wanted)
        m_empty->setTexts(tr("No cluster is selected"), tr("Choose one in the list on the left."));
    else
        m_place = wanted;
    m_stack->setCurrentIndex(m_place ? 1 : 0);
    if (!m_place)
        return m_table->members().show(nullptr, {});
    if (other) {
        m_table->clearSelection();
        m_filter->clear();
    }
    showFacts();
    if (other || !isTyping())
        showNames();
    else
        considerTyped();
    suggest();
    showMembers();
    showSelection();
    if (other)
        goToFound();
}

void MembersPanel::showHead() {
    showFacts();
    showNames();
}

void MembersPanel::showFacts() {
    const auto curation = session().curation().curation();
    const Cluster* cluster = curation->find(*m_place);
    const app::PlaceFigures& figures = session().curation().figures().at(*m_place);
    const QString name = storedName();
    const QLocale locale;
    m_name->setVisible(cluster != nullptr);
    m_title->setVisible(cluster == nullptr);
    m_title->setText(name);
    m_name->setReadOnly(!session().curation().canEdit());
    m_question->setReadOnly(!session().curation().canEdit());
    m_name->setToolTip(session().curation().canEdit() ? name : session().curation().whyNot());
    const double share = static_cast<double>(figures.sentences) /
                         static_cast<double>(std::max<std::size_t>(session().study()->corpus->size(), 1));
    m_facts->setText(
        tr("%Ln member(s) · said %1 times · %2 of the sentences", nullptr, static_cast<int>(figures.members))
            .arg(formatCount(locale, figures.said), formatPercent(locale, share, 1)));
    const ClusterState state = placeState(*curation, *m_place);
    m_state->setText(state == ClusterState::New ? tr("not yet confirmed") : clusterStateText(state));
    m_state->setVisible(cluster && state != ClusterState::Named);
    m_questionRow->setVisible(cluster && cluster->isDescriptor());
}

void MembersPanel::showNames() {
    m_nameShown = storedName();
    m_name->setText(m_nameShown);
    m_name->setModified(false);
    m_name->setCursorPosition(0);
    m_questionShown = storedQuestion();
    m_question->setText(m_questionShown);
    m_question->setModified(false);
    m_question->setCursorPosition(0);
}

QString MembersPanel::storedName() const {
    return placeName(*session().curation().curation(), *m_place);
}

QString MembersPanel::storedQuestion() const {
    const Cluster* cluster = session().curation().curation()->find(*m_place);
    if (!cluster || !cluster->isDescriptor())
        return {};
    QStringList questions;
    for (const std::string& question : cluster->questions)
        questions << QString::fromStdString(question);
    return questions.join(tr(" or "));
}

bool MembersPanel::isTyping() const {
    const bool typed = (m_name->isModified() && m_name->text() != m_nameShown) ||
                       (m_question->isModified() && m_question->text() != m_questionShown);
    return typed && session().curation().canEdit() && storedName() == m_nameShown &&
           storedQuestion() == m_questionShown;
}

/// What is typed was proposed for clusters that were replaced meanwhile.
void MembersPanel::considerTyped() {
    if (session().curation().proposed())
        return;
    if (m_name->isModified())
        emit nameEdited(m_name->text());
    else
        emit questionEdited(m_question->text());
}

void MembersPanel::showMembers() {
    const auto curation = session().curation().curation();
    const auto topics = session().curation().topics();
    const std::vector<RawDescriptorId> ids = session().curation().members(*m_place);
    const std::vector<float> similarities = app::similaritiesToCentre(*topics, *curation, *m_place, ids);
    std::vector<MemberListModel::Member> members;
    members.reserve(ids.size());
    for (std::size_t i = 0; i < ids.size(); ++i)
        members.push_back({ids[i], similarities[i]});
    m_table->members().show(topics, std::move(members));
}

void MembersPanel::suggest() {
    showSuggestions({}); // those of another cluster must not be taken for this one's
    const auto curation = session().curation().curation();
    const Cluster* cluster = curation->find(*m_place);
    if (!cluster || !session().curation().canEdit())
        return;
    using Suggestions = std::vector<descriptors::NameSuggestion>;
    const auto read = [suggester = m_suggester, topics = session().curation().topics(), members = cluster->members](
                          store::Database&, std::stop_token) { return suggester->suggest(*topics, members); };
    const auto show = [this, place = m_place](const Result<Suggestions>& suggestions) {
        if (!suggestions)
            emit session().failed(suggestions.error());
        else if (place == m_place)
            showSuggestions(*suggestions);
    };
    session().query<Suggestions>(QStringLiteral("names"), read, show, this);
}

void MembersPanel::showSuggestions(const std::vector<descriptors::NameSuggestion>& suggestions) {
    m_suggestions.clear();
    const auto curation = session().curation().curation();
    const Cluster* cluster = curation && m_place ? curation->find(*m_place) : nullptr;
    for (const descriptors::NameSuggestion& suggestion : suggestions) {
        const QString name = QString::fromStdString(suggestion.name);
        if (!cluster || suggestion.name == cluster->name ||
            std::ranges::find(m_suggestions, name) != m_suggestions.end())
            continue;
        ChipButton* chip = m_chips[m_suggestions.size()];
        m_suggestions.push_back(name);
        chip->setText(suggestion.kind == descriptors::NameKind::WordNet ? tr("%1 (WordNet)").arg(name) : name);
        chip->setShortcut({}); // an & of the name is no key
        chip->setAccessibleName(tr("Suggestion: %1").arg(name));
        chip->setToolTip(reasonOf(suggestion) + QLatin1Char('\n') +
                         tr("Name it so (Alt+%1)").arg(m_suggestions.size()));
    }
    for (std::size_t i = 0; i < m_chips.size(); ++i)
        m_chips[i]->setVisible(i < m_suggestions.size());
    m_suggestionRow->setVisible(!m_suggestions.empty());
    emit suggestionsChanged();
}

void MembersPanel::showSelection() {
    const auto selected = static_cast<int>(m_table->selected().size());
    m_selected->setText(selected ? tr("%Ln selected", nullptr, selected) : QString());
    m_selected->setVisible(selected != 0);
}

void MembersPanel::showProposal() {
    const auto& proposed = session().curation().proposed();
    m_hints->setVisible(!proposed);
    m_decide->setVisible(proposed.has_value());
    m_proposal->setText(proposed ? app::curationText(*proposed) : QString());
}

void MembersPanel::beginRename(const QString& begun) {
    if (!m_place || !m_name->isVisible() || m_name->isReadOnly())
        return;
    m_name->setFocus(Qt::ShortcutFocusReason);
    m_name->selectAll();
    if (!begun.isEmpty())
        m_name->insert(begun);
}

std::optional<QString> MembersPanel::typedName() const {
    const bool differs = m_place && m_name->hasFocus() && m_name->isModified() &&
                         m_name->text().trimmed() != placeName(*session().curation().curation(), *m_place);
    return differs ? std::optional(m_name->text()) : std::nullopt;
}

void MembersPanel::dropTypedName() {
    if (m_place)
        showHead();
}

void MembersPanel::focusTable() {
    m_table->setFocus(Qt::OtherFocusReason);
}

void MembersPanel::setFound(const std::unordered_set<RawDescriptorId>& found) {
    m_found = found;
    m_table->members().setFound(found);
    goToFound();
}

void MembersPanel::goToFound() {
    const MemberListModel& members = m_table->members();
    for (int row = 0; !m_found.empty() && row < members.rowCount(); ++row)
        if (m_found.contains(members.idAt(row)))
            return m_table->setCurrentIndex(members.index(row, 0));
}

bool MembersPanel::eventFilter(QObject* watched, QEvent* event) {
    const bool key = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (!key || (watched != m_name && watched != m_question))
        return Panel::eventFilter(watched, event);
    const int pressed = static_cast<QKeyEvent*>(event)->key();
    const bool enter = pressed == Qt::Key_Return || pressed == Qt::Key_Enter;
    if (pressed != Qt::Key_Escape && !(enter && watched == m_question))
        return Panel::eventFilter(watched, event); // Enter in the name is the command "name and next"
    event->accept();
    if (event->type() == QEvent::ShortcutOverride)
        return true;
    if (enter && m_question->isModified()) {
        emit questionTyped(m_question->text());
    } else {
        showHead();
        emit typingCancelled();
    }
    focusTable();
    return true;
}

} // namespace neuroscribe::ui
