// What a helper makes when the first request asks for it, behind a flag that the helper sets.
#include <atomic>
#include <cstring>
#include <httplib.h>
#include <memory>
#include <string>
#include <thread>
#include <vector>

struct Codec {
  explicit Codec(int size) : table(size) {}
  std::vector<int> table;
};

class Filter {
public:
  void use(const std::string &name) { name_ = name; }
  const std::string &name() const { return name_; }

private:
  std::string name_; // finding: handler-state error "name_"
};

class Pictures {
public:
  std::string chosen() const { return chosen_; }
  ~Pictures() { close(); }
  std::string shrink(const std::string &picture) {
    if (!ready_)
      open();
    return picture.substr(0, codec_->table.size());
  }
  std::string filtered(const std::string &name) {
    if (!filtering_) {
      filter_.use(name);
      filtering_ = true;
    }
    return filter_.name();
  }
  std::string form(const std::string &name) {
    waiting_ += name;
    if (!forming_)
      gather();
    return waiting_;
  }
  void formed() { forming_ = false; }
  std::string help() {
    if (help_.empty())
      describe();
    return help_;
  }
  std::string play(const std::string &name) {
    if (!playing_)
      begin(name);
    return first_;
  }
  std::string sing() {
    if (!singing_)
      strikeUp();
    return singing_ ? song_ : "silence";
  }
  void hush() { singing_ = false; }
  std::string first(const char *visitor) {
    if (!welcomed_) {
      visitor_ = visitor;
      welcomed_ = true;
    }
    return visitor_;
  }

private:
  void open() {
    codec_ = std::make_shared<Codec>(16);
    ready_ = true;
  }
  void close() {
    codec_.reset();
    ready_ = false;
  }
  void gather() {
    forming_ = true;
    chosen_ = waiting_;
    if (waiting_.empty())
      forming_ = false;
  }
  void describe() {
    for (const char *command : {"shrink", "play", "sing"})
      help_ += std::string(command) + "\n";
    help_ = "Commands:\n" + help_;
  }
  void begin(const std::string &name) {
    first_ = name;
    playing_ = true;
  }
  void strikeUp() {
    song_ += "la";
    singing_ = true;
  }
  std::shared_ptr<Codec> codec_;    // near-miss: made once
  std::atomic_bool ready_{false};   // near-miss: once it is made
  Filter filter_;
  bool filtering_ = false; // finding: handler-state error "filtering_"
  std::string waiting_;             // finding: handler-state error "waiting_"
  std::string chosen_;              // finding: handler-state error "chosen_"
  bool forming_ = false;            // finding: handler-state error "forming_"
  std::string help_;                // near-miss: made once
  std::string first_;               // finding: handler-state error "first_"
  std::atomic_bool playing_{false}; // finding: handler-state error "playing_"
  std::string song_;                // finding: handler-state error "song_"
  std::atomic_bool singing_{false}; // finding: handler-state error "singing_"
  const char *visitor_ = nullptr;   // finding: handler-state error "visitor_"
  bool welcomed_ = false;           // finding: handler-state error "welcomed_"
};

int main() {
  Pictures pictures;
  httplib::Server server;
  server.Post("/shrink", [&](const httplib::Request &q, httplib::Response &r) { r.set_content(pictures.shrink(q.body), "image/png"); });
  server.Get("/play", [&](const httplib::Request &q, httplib::Response &r) { r.set_content(pictures.play(q.get_param_value("name")), "text/plain"); });
  server.Get("/sing", [&](const httplib::Request &, httplib::Response &r) { r.set_content(pictures.sing(), "text/plain"); });
  server.Get("/filtered", [&](const httplib::Request &q, httplib::Response &r) { r.set_content(pictures.filtered(q.body), "text/plain"); });
  server.Get("/form", [&](const httplib::Request &q, httplib::Response &r) { r.set_content(pictures.form(q.body), "text/plain"); });
  std::thread waits([&] {
    std::this_thread::sleep_for(std::chrono::seconds(5));
    pictures.formed();
  });
  waits.detach();
  server.Get("/help", [&](const httplib::Request &, httplib::Response &r) { r.set_content(pictures.help(), "text/plain"); });
  server.Get("/first", [&](const httplib::Request &q, httplib::Response &r) { r.set_content(pictures.first(strdup(q.body.c_str())), "text/plain"); });
  server.Get("/chosen", [&](const httplib::Request &, httplib::Response &r) { r.set_content(pictures.chosen(), "text/plain"); });
  server.Get("/hush", [&](const httplib::Request &, httplib::Response &) { pictures.hush(); });
  server.listen("0.0.0.0", 8080);
}
