// main writes a pid file, locks a table of its own beside it, and opens a board whose name only sounds
// like one. A lock file by name that is the pid file's shares nothing.
// packages: qt6-base-dev, libboost-dev, libcpp-httplib-dev
// flags: -fPIC -isystem /usr/include/x86_64-linux-gnu/qt6 -isystem /usr/include/x86_64-linux-gnu/qt6/QtCore
#include <QLockFile>
#include <boost/interprocess/sync/file_lock.hpp>
#include <fcntl.h>
#include <fstream>
#include <httplib.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <unistd.h>

int main() {
  std::ofstream("/run/shop.pid") << ::getpid();
  int table = ::open("/srv/shop/table", O_RDWR | O_CREAT, 0644);
  if (table < 0 || ::flock(table, LOCK_EX) != 0) // finding: shared-memory warning
    return 1;
  QLockFile pidFile("/run/shop.pid.lock"); // near-miss: one server at a time
  QLockFile orders("/srv/shop/orders.lock"); // finding: shared-memory warning
  boost::interprocess::file_lock other("/run/shop-pid"); // near-miss: by its name
  int board = ::shm_open("/pid-board", O_CREAT | O_RDWR, 0644); // finding: shared-memory warning
  if (board < 0)
    return 1;
  httplib::Server server;
  server.Get("/", [](const httplib::Request &, httplib::Response &res) { res.status = 204; });
  server.listen("0.0.0.0", 8080);
}
