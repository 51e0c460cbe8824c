// A name for a new study. It lives in the person's data folder until it is saved elsewhere.
#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace neuroscribe::ui {

class NewStudyDialog : public QDialog {
    Q_OBJECT
public:
    explicit NewStudyDialog(const QString& parentFolder, QWidget* parent = nullptr);
    QString folder() const;

private:
    void validate();
    QString m_parent;
    QLineEdit* m_name;
    QLabel* m_place;
    QPushButton* m_create;
};

} // namespace neuroscribe::ui
