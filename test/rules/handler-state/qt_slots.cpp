// Slots that are connected by their names run when a client comes.
// packages: qt6-base-dev
// flags: -fPIC -isystem /usr/include/x86_64-linux-gnu/qt6 -isystem /usr/include/x86_64-linux-gnu/qt6/QtCore -isystem /usr/include/x86_64-linux-gnu/qt6/QtNetwork
#include <QCoreApplication>
#include <QStringList>
#include <QTcpServer>
#include <QTcpSocket>

class Lobby : public QTcpServer {
public:
  Lobby() { connect(this, SIGNAL(newConnection()), this, SLOT(welcome())); }
  void welcome() {
    QTcpSocket *visitor = nextPendingConnection();
    names_.append(visitor->peerName());
    visitor->write(QByteArray::number(names_.size()));
    connect(visitor, SIGNAL(readyRead()), SLOT(heard())); // of this object
  }
  void heard() { words_.append(static_cast<QTcpSocket *>(sender())->readAll()); }
  void rename() { title_ = "another"; } // near-miss: no connection names it

private:
  QStringList names_; // finding: handler-state error "names_"
  QStringList words_; // finding: handler-state error "words_"
  QString title_;
};

int main(int argc, char **argv) {
  QCoreApplication application(argc, argv);
  Lobby lobby;
  lobby.listen(QHostAddress::Any, 7023);
  return QCoreApplication::exec();
}
