// What this program is, and what it runs on.
#pragma once

#include <QDialog>

namespace neuroscribe::app {
class Session;
}

namespace neuroscribe::ui {

class AboutDialog : public QDialog {
    Q_OBJECT
public:
    explicit AboutDialog(const app::Session& session, QWidget* parent = nullptr);
};

} // namespace neuroscribe::ui
