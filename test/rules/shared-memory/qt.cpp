// QSharedMemory is one object, made by create or attach; its key comes from the constructor.
// packages: qt6-base-dev, libcpp-httplib-dev
// flags: -fPIC -isystem /usr/include/x86_64-linux-gnu/qt6 -isystem /usr/include/x86_64-linux-gnu/qt6/QtCore
#include <QSharedMemory>
#include <httplib.h>

static bool announce(QSharedMemory &memory) {
  return memory.create(64) || memory.attach(); // finding: shared-memory warning "'running'"
}
static bool remember() {
  QSharedMemory memory("last");
  return memory.create(16); // finding: shared-memory error "'last'"
}

int main() {
  QSharedMemory memory("running");
  if (!announce(memory))
    return 1;
  httplib::Server server;
  server.Get("/", [](const httplib::Request &, httplib::Response &res) { res.status = remember() ? 200 : 500; });
  server.listen("0.0.0.0", 8080);
}
