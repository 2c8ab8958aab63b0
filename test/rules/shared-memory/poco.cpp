// Poco::SharedMemory: an object by name is shared; a file that is mapped to be read only is not.
// packages: libpoco-dev, libcpp-httplib-dev
#include <Poco/File.h>
#include <Poco/SharedMemory.h>
#include <httplib.h>
#include <string>

static std::string words(const Poco::SharedMemory &memory) { return std::string(memory.begin(), memory.end()); }

int main() {
  Poco::SharedMemory dictionary(Poco::File("/usr/share/dict/words"), Poco::SharedMemory::AM_READ); // near-miss
  Poco::SharedMemory board(Poco::File("/srv/board"), Poco::SharedMemory::AM_WRITE); // finding: shared-memory error
  Poco::SharedMemory last("last", 64, Poco::SharedMemory::AM_WRITE);                // finding: shared-memory error
  httplib::Server server;
  server.Get("/words", [&](const httplib::Request &, httplib::Response &res) {
    res.set_content(words(dictionary), "text/plain");
  });
  server.Post("/board", [&](const httplib::Request &req, httplib::Response &res) {
    *board.begin() = *last.begin() = req.body.empty() ? ' ' : req.body[0];
    res.set_content(words(board), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
