// A segment that sibling processes count in: one finding, at the call; and a window of the server's own.
// packages: qt6-base-dev
// flags: -fPIC -isystem /usr/include/x86_64-linux-gnu/qt6 -isystem /usr/include/x86_64-linux-gnu/qt6/QtCore -isystem /usr/include/x86_64-linux-gnu/qt6/QtNetwork -isystem /usr/include/x86_64-linux-gnu/qt6/QtWidgets -isystem /usr/include/x86_64-linux-gnu/qt6/QtGui
#include <QCoreApplication>
#include <QLabel>
#include <QSharedMemory>
#include <QTcpServer>
#include <QTcpSocket>

class Turnstile {
public:
  Turnstile() : memory_("turnstile") {
    if (!memory_.create(sizeof(int))) // finding: shared-memory error|warning
      memory_.attach();
  }
  int pass() {
    memory_.lock();
    const int passed = ++*static_cast<int *>(memory_.data());
    memory_.unlock();
    return passed;
  }

private:
  QSharedMemory memory_; // near-miss: said at the call
};

class Window {
public:
  void show(int passed) { label_.setText(QString::number(passed)); }

private:
  QLabel label_; // near-miss: only seen on the screen
};

int main(int argc, char **argv) {
  QCoreApplication application(argc, argv);
  Turnstile turnstile;
  Window window;
  QTcpServer server;
  QObject::connect(&server, &QTcpServer::newConnection, [&] {
    QTcpSocket *client = server.nextPendingConnection();
    const int passed = turnstile.pass();
    window.show(passed);
    client->write(QByteArray::number(passed));
  });
  server.listen(QHostAddress::Any, 7000);
  return application.exec();
}
