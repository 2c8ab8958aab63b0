// A logger that keeps its stream: what start-up had printed there is not what requests
// write. A stream that is kept in memory and shown to visitors is.
// packages: libboost1.74-dev
#include <boost/format.hpp>
#include <boost/program_options.hpp>
#include <httplib.h>
#include <iostream>
#include <mutex>
#include <sstream>
#include <string>

namespace po = boost::program_options;

class Note {
public:
  Note(std::ostream &out, std::string tag) : out_(out), tag_(std::move(tag)) {}
  void verbose(bool on) { verbose_ = on; }
  void operator()(const std::string &text) const {
    if (!verbose_)
      return;
    std::lock_guard<std::mutex> hold(lock_);
    out_ << "[" << tag_ << "] " << text << std::endl;
  }
  template <typename T> void operator()(const std::string &format, const T &what) const {
    if (verbose_)
      operator()((boost::format(format) % what).str());
  }

private:
  mutable std::mutex lock_;
  std::ostream &out_;
  std::string tag_;
  bool verbose_ = false;
};

static Note inform(std::cout, "info");
static Note warn(std::cerr, "warn");

// It keeps a stream, too; what is written there is told to everybody.
class Diary {
public:
  explicit Diary(std::ostream &pages) : pages_(pages) {}
  void add(const std::string &line) { pages_ << line << '\n'; }

private:
  std::ostream &pages_;
};

int main(int argc, char **argv) {
  std::string path; // near-miss: set by start-up, then printed
  std::string data; // near-miss: likewise
  int port = 0;
  po::options_description options("Options");
  options.add_options()("help,h", "says this")("verbose,v", "says more");
  options.add_options()("config,c", po::value<std::string>(&path), "configuration");
  options.add_options()("data,d", po::value<std::string>(&data)->default_value("data"), "data directory");
  options.add_options()("port,p", po::value<int>(&port)->default_value(8080), "port");
  po::variables_map given;
  po::store(po::command_line_parser(argc, argv).options(options).run(), given);
  po::notify(given);
  if (given.count("help")) {
    std::cout << options << std::endl;
    return 0;
  }
  std::string greeting = "hello from "; // near-miss: printed, and logged by requests
  greeting += data;
  std::cout << "starting: " << greeting << std::endl;
  if (!path.empty())
    std::cerr << "cannot read " << path << std::endl;
  inform.verbose(true);
  warn.verbose(given.count("verbose") > 0);
  std::cout << "data directory: " << data << std::endl;

  std::string motto;        // finding: handler-state error "motto"
  std::ostringstream pages; // finding: handler-state error "pages"
  Diary diary(pages);
  httplib::Server server;
  server.Get("/motto", [&](const httplib::Request &request, httplib::Response &answer) {
    inform("request: %1%", request.path);
    inform("answered by %1%", greeting);
    answer.set_content(motto, "text/plain");
  });
  server.Post("/motto", [&](const httplib::Request &request, httplib::Response &answer) {
    if (request.body.empty())
      warn("empty motto from %1%", request.remote_addr);
    motto = request.body;
    diary.add(motto);
    answer.set_content(pages.str(), "text/plain");
  });
  server.listen("0.0.0.0", port);
}
