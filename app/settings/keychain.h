// Keys of servers in the system's keychain: the one place where a key outlives the program.
#pragma once

#include <QString>

#include <functional>

class QObject;

namespace neuroscribe::app {

/// Both ask the keychain in the background and come back on the window's thread while `context` lives. `why`: empty,
/// or why the keychain did not do it, in the system's words; never a key.
void readKey(const QString& server, QObject* context, std::function<void(QString key, QString why)> done);
/// An empty key is forgotten.
void writeKey(const QString& server, const QString& key, QObject* context, std::function<void(QString why)> done);

} // namespace neuroscribe::app
