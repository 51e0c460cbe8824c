#include "ui/theme/icons.h"

#include "ui/theme/theme.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

namespace neuroscribe::ui {
namespace {

class SymbolEngine final : public QIconEngine {
public:
    explicit SymbolEngine(QString file) : m_file(std::move(file)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        painter->drawPixmap(rect, draw(rect.size() * painter->device()->devicePixelRatioF(), mode));
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override { return draw(size, mode); }
    QIconEngine* clone() const override { return new SymbolEngine(m_file); }
    bool isNull() override { return false; }

private:
    QPixmap draw(const QSize& size, QIcon::Mode mode) const {
        QPixmap picture(size);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        QSvgRenderer(m_file).render(&painter);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        const Theme theme = Theme::of(QGuiApplication::palette());
        painter.fillRect(picture.rect(), mode == QIcon::Disabled ? theme.textDisabled : theme.text);
        return picture;
    }

    QString m_file;
};

} // namespace

QIcon symbolicIcon(const QString& name) {
    return QIcon(new SymbolEngine(QStringLiteral(":/icons/symbolic/%1.svg").arg(name)));
}

QIcon applicationIcon() {
    return QIcon(QStringLiteral(":/icons/io.github.neuroscribe.Neuroscribe.svg"));
}

} // namespace neuroscribe::ui
