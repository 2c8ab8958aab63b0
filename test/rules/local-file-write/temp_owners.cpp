// Guards in a class hierarchy, from factories, in members of objects that a request makes.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <httplib.h>
#include <memory>
#include <string>
#include <unistd.h>
#include <utility>

namespace fs = std::filesystem;

class TempFile {
public:
  explicit TempFile(std::string path) : path_(std::move(path)) {}
  virtual ~TempFile() { fs::remove(path_); }
  const std::string &path() const { return path_; }

protected:
  std::string path_;
};
class TempCsv : public TempFile {
public:
  explicit TempCsv(const std::string &stem) : TempFile("/tmp/" + stem + ".csv") {}
  void write(const std::string &row) {
    std::ofstream out(path_);
    out << row;
  }
};
static void inherited(const std::string &id) {
  TempCsv csv(id);
  csv.write("a;b\n");
}

static std::unique_ptr<TempFile> makeTemp(const std::string &id) {
  return std::make_unique<TempFile>("/tmp/made-" + id);
}
static void produced(const std::string &id) {
  auto temp = makeTemp(id);
  std::ofstream out(temp->path());
  out << id;
}

class MovableTemp {
public:
  explicit MovableTemp(std::string path) : path_(std::move(path)) {}
  MovableTemp(MovableTemp &&o) noexcept : path_(std::exchange(o.path_, {})) {}
  ~MovableTemp() {
    if (!path_.empty())
      std::remove(path_.c_str());
  }
  const std::string &path() const { return path_; }

private:
  std::string path_;
};
static MovableTemp spooled(const std::string &id) {
  MovableTemp t("/tmp/spool-" + id);
  std::ofstream(t.path()) << id;
  return t;
}
static void moved(const std::string &id) {
  MovableTemp t = spooled(id);
  std::ifstream in(t.path());
}

class Job {
public:
  explicit Job(const std::string &id) : temp_("/tmp/job-" + id) {}
  void run() { std::ofstream(temp_.path()) << 1; }

private:
  TempFile temp_;
};
static void member(const std::string &id) {
  Job job(id);
  job.run();
}

class Switchable {
public:
  explicit Switchable(std::string path) : path_(std::move(path)) {}
  ~Switchable() {
    if (armed_)
      std::remove(path_.c_str());
  }
  const std::string &path() const { return path_; }
  void keep() { armed_ = false; }

private:
  std::string path_;
  bool armed_ = true;
};
class NamedSwitchable : public Switchable {
public:
  explicit NamedSwitchable(const std::string &id) : Switchable("/srv/kept/named-" + id) {}
};
static void disarmed(const std::string &id) {
  NamedSwitchable temp(id);
  std::ofstream out(temp.path()); // finding: local-file-write error
  out << id;
  temp.keep();
}

static void released(const std::string &id) {
  auto temp = std::make_unique<TempFile>("/srv/kept/released-" + id);
  std::ofstream out(temp->path()); // finding: local-file-write error
  out << id;
  temp.release();
}

class Holder {
public:
  explicit Holder(const std::string &id) : temp_(std::make_unique<TempCsv>(id + "-held")) {}
  void run() { temp_->write("a;b\n"); }

private:
  std::unique_ptr<TempCsv> temp_;
};
static void held(const std::string &id) {
  Holder holder(id);
  holder.run();
}

class Keeper {
public:
  explicit Keeper(const std::string &id) : path_("/srv/kept/" + id) {}
  virtual ~Keeper() = default;
  void run() { std::ofstream(path_) << 1; } // finding: local-file-write error

private:
  std::string path_;
};
static void kept(const std::string &id) { Keeper(id).run(); }

int main() {
  httplib::Server server;
  server.Get("/", [](const httplib::Request &req, httplib::Response &) {
    const std::string id = req.get_param_value("id");
    inherited(id);
    produced(id);
    moved(id);
    member(id);
    kept(id);
    disarmed(id);
    released(id);
    held(id);
  });
  server.listen("0.0.0.0", 8080);
}
