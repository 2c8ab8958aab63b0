// Qt: connections that a loop over the keys of their table tells; a table that only its own slots look up.
// packages: qt6-base-dev qt6-websockets-dev
// flags: -fPIC -isystem /usr/include/x86_64-linux-gnu/qt6 -isystem /usr/include/x86_64-linux-gnu/qt6/QtCore -isystem /usr/include/x86_64-linux-gnu/qt6/QtNetwork -isystem /usr/include/x86_64-linux-gnu/qt6/QtWebSockets
#include <QCoreApplication>
#include <QHostAddress>
#include <QMap>
#include <QWebSocket>
#include <QWebSocketServer>

class Chat : public QObject {
public:
  Chat() : server_("chat", QWebSocketServer::NonSecureMode) {
    connect(&server_, &QWebSocketServer::newConnection, this, [this] {
      QWebSocket *socket = server_.nextPendingConnection();
      clients_.insert(socket, socket->peerAddress().toString());
      counts_.insert(socket, 0);
      connect(socket, &QWebSocket::textMessageReceived, this, [this, socket](const QString &text) {
        counts_[socket] += 1;
        socket->sendTextMessage(QString::number(counts_[socket]));
        say(text);
      });
      connect(socket, &QWebSocket::disconnected, this, [this, socket] {
        clients_.remove(socket);
        counts_.remove(socket);
      });
    });
  }
  void open() { server_.listen(QHostAddress::Any, 7600); }

private:
  void say(const QString &text) {
    for (QWebSocket *client : clients_.keys())
      if (client->isValid())
        client->sendTextMessage(text);
  }
  QWebSocketServer server_;
  QMap<QWebSocket *, QString> clients_; // finding: handler-state error "clients_"
  QMap<QWebSocket *, int> counts_;      // near-miss: each connection's own
};

int main(int argc, char **argv) {
  QCoreApplication application(argc, argv);
  Chat chat;
  chat.open();
  return QCoreApplication::exec();
}
