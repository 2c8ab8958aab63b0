// A count that goes into a file is no metric: who reads the file sees it.
// packages: libcpp-httplib-dev
#include <fstream>
#include <httplib.h>
#include <iostream>
#include <mutex>
#include <string>

class Recorder {
public:
  void add(const std::string &frame) {
    std::lock_guard<std::mutex> hold(lock_);
    out_ << frame << "\n"; // finding: local-file-write error "out_"
    ++frames_;
    ++calls_;
  }
  void finish() {
    std::lock_guard<std::mutex> hold(lock_);
    out_ << "frames:" << frames_ << "\n";
    std::clog << frames_ << " frames\n";
    std::clog << "after " << calls_ << " calls\n";
    out_.flush();
  }

private:
  std::mutex lock_;
  std::ofstream out_{"/var/lib/frames"};
  long frames_ = 0; // finding: handler-state error "frames_"
  long calls_ = 0;  // near-miss: only logged
};

int main() {
  Recorder recorder;
  httplib::Server server;
  server.Post("/frame", [&recorder](const httplib::Request &req, httplib::Response &) {
    recorder.add(req.body);
  });
  server.Post("/finish", [&recorder](const httplib::Request &, httplib::Response &) { recorder.finish(); });
  server.listen("0.0.0.0", 8080);
}
