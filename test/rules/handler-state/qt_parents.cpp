// Slots by name of whatever the parent is: the one class that has such a slot.
// packages: qt6-base-dev
// flags: -fPIC -isystem /usr/include/x86_64-linux-gnu/qt6 -isystem /usr/include/x86_64-linux-gnu/qt6/QtCore -isystem /usr/include/x86_64-linux-gnu/qt6/QtNetwork
#include <QCoreApplication>
#include <QStringList>
#include <QTcpServer>
#include <QTcpSocket>

class Visitor : public QObject {
public:
  Visitor(QTcpSocket *socket, QObject *lobby) : QObject(lobby), socket_(socket) {
    QObject::connect(socket_, SIGNAL(readyRead()), this, SLOT(heard()));
    QObject::connect(this, SIGNAL(named(QString)), parent(), SLOT(enter(QString)));
    QObject::connect(this, SIGNAL(gone()), parent(), SLOT(rest()));
  }
  void heard() { emitNamed(QString::fromUtf8(socket_->readAll())); }
  void emitNamed(const QString &) {}
  void rest() {}

private:
  QTcpSocket *socket_;
};

class Lobby : public QTcpServer {
public:
  void enter(const QString &name) { names_.append(name); }
  void rest() { ++rests_; } // two classes have such a slot
  QString all() const { return names_.join(','); }

protected:
  void incomingConnection(qintptr descriptor) override {
    auto *socket = new QTcpSocket(this);
    socket->setSocketDescriptor(descriptor);
    new Visitor(socket, this);
    socket->write(all().toUtf8());
  }

private:
  QStringList names_; // finding: handler-state error "names_"
  int rests_ = 0;     // near-miss: nobody knows whose slot that is
};

int main(int argc, char **argv) {
  QCoreApplication application(argc, argv);
  Lobby lobby;
  lobby.listen(QHostAddress::Any, 7023);
  return QCoreApplication::exec();
}
