// Qt: who sent the signal is not who asks for it; a socket that goes away takes nothing with it.
// packages: qt6-base-dev
// flags: -fPIC -isystem /usr/include/x86_64-linux-gnu/qt6 -isystem /usr/include/x86_64-linux-gnu/qt6/QtCore -isystem /usr/include/x86_64-linux-gnu/qt6/QtNetwork
#include <QCoreApplication>
#include <QTcpServer>
#include <QTcpSocket>

class Desk : public QObject {
public:
  explicit Desk(quint16 port) {
    QObject::connect(&server_, &QTcpServer::newConnection, this, &Desk::onConnection);
    server_.listen(QHostAddress::Any, port);
  }

private:
  void onConnection() {
    QTcpSocket *client = server_.nextPendingConnection();
    QObject::connect(client, &QTcpSocket::readyRead, this, &Desk::onRead);
    QObject::connect(client, &QTcpSocket::disconnected, this, &Desk::onGone);
  }
  void onRead() {
    auto *client = static_cast<QTcpSocket *>(sender());
    client->write(QByteArray::number(++served_) + " for " + client->readAll());
  }
  void onGone() {
    auto *client = static_cast<QTcpSocket *>(sender());
    client->deleteLater();
  }
  QTcpServer server_;
  int served_ = 0; // finding: handler-state error "served_"
};

int main(int argc, char *argv[]) {
  QCoreApplication application(argc, argv);
  Desk desk(7000);
  return application.exec();
}
