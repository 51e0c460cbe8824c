// What the window shows without a study: the ways to begin, the recent studies, and the progress of one being opened.
#pragma once

#include <QWidget>

#include <vector>

class QAction;
class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace neuroscribe::app {
class Session;
class Settings;
} // namespace neuroscribe::app

namespace neuroscribe::ui {

class WelcomePage : public QWidget {
    Q_OBJECT
public:
    /// actions: the ways to begin, the first is the one proposed.
    WelcomePage(app::Session& session, app::Settings& settings, const std::vector<QAction*>& actions,
                QWidget* parent = nullptr);
    void refresh();

signals:
    void studyChosen(const QString& folder);

private:
    QWidget* beginPage(const std::vector<QAction*>& actions);
    QWidget* waitPage();
    void showProgress();

    app::Session& m_session;
    app::Settings& m_settings;
    QStackedWidget* m_pages;
    QLabel* m_recentTitle;
    QListWidget* m_recent;
    QLabel* m_what;
    QLabel* m_step;
    QProgressBar* m_progress;
    QPushButton* m_stop;
};

} // namespace neuroscribe::ui
