// Temporary files of objects: the one that makes and removes it, guards of other shapes.
// packages: libcpp-httplib-dev, libpoco-dev, libboost-dev
#include <Poco/FileStream.h>
#include <Poco/TemporaryFile.h>
#include <boost/scope_exit.hpp>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <httplib.h>
#include <memory>
#include <string>
#include <unistd.h>

// --- removed ------------------------------------------------------------

struct Named {
  std::string path;
  Named() {
    char name[] = "/tmp/namedXXXXXX";
    ::close(::mkstemp(name));
    path = name;
  }
  ~Named() { ::unlink(path.c_str()); }
};
struct Buffered {
  char name[24] = "/tmp/bufferedXXXXXX";
  Buffered() { ::close(::mkstemp(name)); }
  ~Buffered() { ::unlink(name); }
};
struct InPlace {
  std::string path;
  InPlace() : path("/tmp/placeXXXXXX") { ::close(::mkstemp(path.data())); }
  ~InPlace() { ::unlink(path.c_str()); }
};
struct Below {
  std::string path;
  explicit Below(const std::string &folder) {
    path = folder + "/below.txt";
    std::ofstream(path) << "below";
  }
  ~Below() { std::remove(path.c_str()); }
};
static void objects() {
  Named named;
  Buffered buffered;
  InPlace place;
  Below below("/tmp");
}

struct Guard {
  std::string path;
  ~Guard() { std::remove(path.c_str()); } // finding: local-file-write error "wrong.txt"
};
struct GuardOfReference {
  const std::string &path;
  ~GuardOfReference() { std::remove(path.c_str()); }
};
static void aggregates() {
  std::string first = "/tmp/first.txt", second = "/tmp/second.txt";
  Guard guard{first};
  GuardOfReference other{second};
  std::ofstream(first) << "first";
  std::ofstream(second) << "second";
}

static void pointedTo() {
  std::string path = "/tmp/pointed.txt";
  std::shared_ptr<std::string> guard(new std::string(path), [](std::string *held) {
    std::remove(held->c_str());
    delete held;
  });
  std::ofstream(path) << "pointed";
}

static void scopeExit() {
  const std::string path = "/tmp/scope.txt";
  BOOST_SCOPE_EXIT(&path) { std::remove(path.c_str()); }
  BOOST_SCOPE_EXIT_END
  std::ofstream(path) << "scope";
}

static void library() {
  Poco::TemporaryFile temporary;
  Poco::FileOutputStream out(temporary.path());
  out << "temporary";
}

// --- kept ---------------------------------------------------------------

static void libraryKeeps() {
  Poco::TemporaryFile temporary;
  Poco::FileOutputStream out(temporary.path()); // finding: local-file-write error
  out << "temporary";
  temporary.keep();
}

// Gone when the process ends, not with the request.
static void atExit() {
  std::string path = Poco::TemporaryFile::tempName();
  std::ofstream(path) << "late"; // finding: local-file-write error
  Poco::TemporaryFile::registerForDeletion(path);
}

static void otherAggregate() {
  std::string path = "/tmp/other.txt", wrong = "/tmp/wrong.txt";
  Guard guard{wrong}; // removes a file that nobody made
  std::ofstream(path) << "other"; // finding: local-file-write error
}

struct Keeping {
  std::string path;
  Keeping() {
    path = "/tmp/keeping.txt";
    std::ofstream(path) << "kept"; // finding: local-file-write error
  }
};

int main() {
  httplib::Server server;
  server.Get("/", [](const httplib::Request &, httplib::Response &) {
    objects();
    aggregates();
    pointedTo();
    scopeExit();
    library();
  });
  server.Get("/kept", [](const httplib::Request &, httplib::Response &) {
    libraryKeeps();
    atExit();
    otherAggregate();
    Keeping keeping;
  });
  server.listen("0.0.0.0", 8080);
}
