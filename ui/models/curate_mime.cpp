#include "ui/models/curate_mime.h"

#include <QByteArrayList>
#include <QMimeData>

namespace neuroscribe::ui {

QMimeData* idsToMime(const QString& type, const std::vector<std::uint32_t>& ids) {
    QByteArrayList texts;
    for (const std::uint32_t id : ids)
        texts.append(QByteArray::number(id));
    auto* data = new QMimeData;
    data->setData(type, texts.join(' '));
    return data;
}

std::vector<std::uint32_t> idsFromMime(const QString& type, const QMimeData& data) {
    std::vector<std::uint32_t> ids;
    for (const QByteArray& text : data.data(type).split(' ')) {
        bool number = false;
        ids.push_back(text.toUInt(&number));
        if (!number)
            return {};
    }
    return ids;
}

} // namespace neuroscribe::ui
