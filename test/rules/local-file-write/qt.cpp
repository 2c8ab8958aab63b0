// Qt's files: the open mode is a class of its own.
// packages: qt6-base-dev, libcpp-httplib-dev
// flags: -fPIC -isystem /usr/include/x86_64-linux-gnu/qt6 -isystem /usr/include/x86_64-linux-gnu/qt6/QtCore
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTemporaryFile>
#include <QTextStream>
#include <httplib.h>
#include <memory>

static void plain() {
  QFile file("/var/notes/plain.txt");
  file.open(QIODevice::WriteOnly); // finding: local-file-write error "plain.txt"
  file.write("x");
}
static void combined(const QString &id) {
  QFile file(QString("/var/notes/") + id);
  if (!file.open(QIODevice::WriteOnly | QIODevice::Text)) // finding: local-file-write error
    return;
  QTextStream out(&file);
  out << "x";
}
static void appended() {
  QFile file("/var/notes/all.txt");
  file.open(QFile::Append); // finding: local-file-write error "appends to"
  file.write("x");
}
static int read() {
  QFile file("/usr/share/notes/index.txt");
  if (!file.open(QIODevice::ReadOnly | QIODevice::Text))
    return 0;
  return static_cast<int>(file.readAll().size());
}
static void temporary() {
  QTemporaryFile file;
  if (file.open())
    file.write("x");
  QTemporaryDir folder;
  QFile inside(folder.filePath("inside.txt"));
  inside.open(QIODevice::WriteOnly);
  inside.write("x");
}
static void kept() {
  QTemporaryFile file("/var/notes/review-XXXXXX");
  file.setAutoRemove(false);
  if (file.open()) // finding: local-file-write error
    file.write("x");
}
static void keptOnlyIfSo() {
  QTemporaryFile file("/var/notes/draft-XXXXXX");
  file.setAutoRemove(true);
  if (file.open())
    file.write("x");
}
static std::unique_ptr<QTemporaryFile> park(const QByteArray &bytes) {
  auto file = std::make_unique<QTemporaryFile>(QDir::tempPath() + "/merge-XXXXXX");
  if (file->open())
    file->write(bytes);
  return file;
}
static void parked() {
  const auto first = park("a");
  const auto second = park("b");
}
class Spool {
public:
  void put(const QByteArray &bytes) {
    auto file = std::make_unique<QTemporaryFile>(QDir::tempPath() + "/spool-XXXXXX");
    if (file->open()) // finding: local-file-write error
      file->write(bytes);
    last = std::move(file);
  }

private:
  std::unique_ptr<QTemporaryFile> last;
};

int main() {
  Spool spool;
  httplib::Server server;
  server.Get("/", [&spool](const httplib::Request &, httplib::Response &res) {
    plain();
    combined("a");
    appended();
    temporary();
    kept();
    keptOnlyIfSo();
    parked();
    spool.put("x");
    res.status = 200 + read();
  });
  server.listen("0.0.0.0", 8080);
}
