#include "ui/dialogs/settings_dialog.h"

#include "app/i18n/translation.h"
#include "app/settings/settings.h"
#include "ui/theme/appearance.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace neuroscribe::ui {
namespace {

constexpr int kFieldWidth = 280;
constexpr int kLeastText = 80;
constexpr int kMostText = 200;
constexpr int kTextStep = 10;

} // namespace

SettingsDialog::SettingsDialog(app::Settings& settings, Appearance& appearance, QWidget* parent)
    : QDialog(parent), m_settings(settings), m_appearance(appearance), m_language(new QComboBox(this)),
      m_theme(new QComboBox(this)), m_text(new QSpinBox(this)), m_restart(new QLabel(this)) {
    setWindowTitle(tr("Preferences"));
    m_language->setMinimumWidth(kFieldWidth);
    m_language->setAccessibleName(tr("Language"));
    m_theme->setAccessibleName(tr("Theme"));
    m_text->setAccessibleName(tr("Text size"));
    m_text->setRange(kLeastText, kMostText);
    m_text->setSingleStep(kTextStep);
    m_text->setSuffix(tr(" %"));
    m_restart->setForegroundRole(QPalette::PlaceholderText);
    m_restart->setText(tr("The language changes at the next start."));
    m_restart->setWordWrap(true);
    fillChoices();
    auto* form = new QFormLayout;
    form->addRow(tr("&Language"), m_language);
    form->addRow(QString(), m_restart);
    form->addRow(tr("&Theme"), m_theme);
    form->addRow(tr("Text &size"), m_text);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::accept);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addLayout(form);
    column->addStretch(1);
    column->addWidget(buttons);
    connect(m_language, &QComboBox::activated, this, &SettingsDialog::apply);
    connect(m_theme, &QComboBox::activated, this, &SettingsDialog::apply);
    connect(m_text, &QSpinBox::valueChanged, this, &SettingsDialog::apply);
}

void SettingsDialog::fillChoices() {
    m_language->addItem(tr("As the desktop"), QStringLiteral("system"));
    for (const QString& code : app::Translation::languages())
        m_language->addItem(QLocale(code).nativeLanguageName(), code);
    m_language->setCurrentIndex(std::max(0, m_language->findData(m_settings.language())));
    using app::ThemeChoice;
    m_theme->addItem(tr("As the desktop"), static_cast<int>(ThemeChoice::System));
    m_theme->addItem(tr("Light"), static_cast<int>(ThemeChoice::Light));
    m_theme->addItem(tr("Dark"), static_cast<int>(ThemeChoice::Dark));
    m_theme->addItem(tr("High contrast, light"), static_cast<int>(ThemeChoice::HighContrastLight));
    m_theme->addItem(tr("High contrast, dark"), static_cast<int>(ThemeChoice::HighContrastDark));
    m_theme->setCurrentIndex(m_theme->findData(static_cast<int>(m_settings.theme())));
    m_text->setValue(m_settings.textPercent());
}

void SettingsDialog::apply() {
    m_settings.setLanguage(m_language->currentData().toString());
    m_settings.setTheme(static_cast<app::ThemeChoice>(m_theme->currentData().toInt()));
    m_settings.setTextPercent(m_text->value());
    m_appearance.apply(m_settings.theme(), m_settings.textPercent());
}

} // namespace neuroscribe::ui
