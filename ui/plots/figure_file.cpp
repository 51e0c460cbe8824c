#include "ui/plots/figure_file.h"

#include <QSaveFile>

namespace neuroscribe::ui {

QString fileEnding(FigureFormat format) {
    static constexpr const char* kEndings[] = {"csv", "svg", "png", "pdf"};
    return QLatin1String(kEndings[static_cast<std::size_t>(format)]);
}

Status writeWhole(const QString& path, const QByteArray& bytes) {
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    const ErrorCode code = file.error() == QFileDevice::ResourceError ? ErrorCode::DiskFull : ErrorCode::Io;
    return Error{code, path.toStdString(), file.errorString().toStdString(), "Choose another folder"};
}

} // namespace neuroscribe::ui
