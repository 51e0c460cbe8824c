// The options of an import as controls.
#pragma once

#include "core/corpus/importer.h"

#include <QByteArray>
#include <QWidget>

class QComboBox;
class QListWidget;
class QSpinBox;

namespace neuroscribe::ui {

class ImportForm : public QWidget {
    Q_OBJECT
public:
    explicit ImportForm(QWidget* parent = nullptr);

    corpus::ImportOptions options() const;
    /// Offers the fields that were seen, keeping what is chosen.
    void setDetected(const corpus::Preview& preview);
    void clearFields(); ///< other files
    /// There are fields, none is chosen and none could be guessed.
    bool needsTextField() const;

    QByteArray mapping() const; ///< JSON, to be remembered
    void setMapping(const QByteArray& mapping);

signals:
    void changed(); ///< by the person

private:
    QComboBox* addCombo(const QString& label, const QString& name);
    QSpinBox* addSpin(const QString& label, int least, int most, int value);
    void setFields(QComboBox* combo, const QString& detected, const QStringList& fields, const QString& none);
    void setLabelFields(const QStringList& fields);

    QStringList m_fields; ///< offered
    QComboBox* m_format;
    QComboBox* m_text;
    QComboBox* m_category;
    QComboBox* m_delimiter;
    QComboBox* m_encoding;
    QComboBox* m_language;
    QSpinBox* m_least;
    QSpinBox* m_most;
    QSpinBox* m_cap;
    QListWidget* m_labels;
};

} // namespace neuroscribe::ui
