// How standard controls look: flat surfaces, hairlines, one accent. Draws over Fusion and takes every colour from the
// theme of the option's palette, so that a change of palette is a change of looks.
#pragma once

#include <QProxyStyle>

namespace neuroscribe::ui {

class Style : public QProxyStyle {
    Q_OBJECT
public:
    /// Between the panes and the line above the status bar; the bar draws the line that far down.
    static constexpr int kStatusGap = 5;

    Style();

    void polish(QApplication* application) override;
    void polish(QWidget* widget) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* returnData) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                           const QWidget* widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl sub,
                         const QWidget* widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;

    using QProxyStyle::polish;

private:
    void showMnemonics(bool on);
    bool m_mnemonics = false; ///< underlined only while Alt is held
};

} // namespace neuroscribe::ui
