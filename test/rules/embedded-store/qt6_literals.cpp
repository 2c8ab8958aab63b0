// Qt: texts that a macro makes out of literals say which driver and which file as well as others do.
// packages: qt6-base-dev
// flags: -fPIC -isystem /usr/include/x86_64-linux-gnu/qt6 -isystem /usr/include/x86_64-linux-gnu/qt6/QtCore -isystem /usr/include/x86_64-linux-gnu/qt6/QtNetwork -isystem /usr/include/x86_64-linux-gnu/qt6/QtSql
#include <QCoreApplication>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTcpServer>
#include <QTcpSocket>
#include <QVariant>

static void openStore() {
  QSqlDatabase store = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE")); // finding: embedded-store warning "addDatabase"
  store.setDatabaseName(QStringLiteral("letters.db"));
  store.open();
}

static void openShared() {
  QSqlDatabase shared = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), QStringLiteral("shared"));
  shared.setHostName(qEnvironmentVariable("DATABASE_HOST"));
  shared.setDatabaseName(QStringLiteral("letters.db")); // near-miss: the name of a database on a server
  shared.open();
}

static void openScratch() {
  QSqlDatabase scratch = QSqlDatabase::addDatabase("QSQLITE", "scratch"); // near-miss: in memory, made and gone here
  scratch.setDatabaseName(":memory:");
  scratch.open();
  QSqlQuery("create table words (word text)", scratch);
}

class Desk : public QObject {
public:
  explicit Desk(quint16 port) {
    QObject::connect(&server_, &QTcpServer::newConnection, this, &Desk::onConnection);
    server_.listen(QHostAddress::Any, port);
  }

private:
  void onConnection() {
    QTcpSocket *client = server_.nextPendingConnection();
    QObject::connect(client, &QTcpSocket::readyRead, this, [client] {
      QSqlQuery query(QSqlDatabase::database());
      query.prepare(QStringLiteral("insert into letters (text) values (?)"));
      query.addBindValue(QString::fromUtf8(client->readAll()));
      client->write(query.exec() ? "kept\n" : "lost\n");
    });
  }
  QTcpServer server_;
};

int main(int argc, char *argv[]) {
  QCoreApplication application(argc, argv);
  openStore();
  openShared();
  openScratch();
  Desk desk(7600);
  return application.exec();
}
