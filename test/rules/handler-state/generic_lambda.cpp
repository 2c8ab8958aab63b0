// A handler whose work is done by a visitor: a generic lambda over a variant.
#include <httplib.h>
#include <map>
#include <string>
#include <type_traits>
#include <variant>

namespace {

struct Put {
  std::string name, text;
};
struct Ask {
  std::string name;
};
using Command = std::variant<Put, Ask>;

class Notes {
public:
  void put(const Put &command) { notes_[command.name] = command.text; }
  std::string ask(const Ask &command) const {
    auto note = notes_.find(command.name);
    return note == notes_.end() ? title_ : note->second;
  }

private:
  std::map<std::string, std::string> notes_; // finding: handler-state|static-cache error "notes_"
  std::string title_ = "nothing";
};

std::string carryOut(Notes &notes, const Command &command) {
  std::string answer;
  std::visit(
      [&](auto &&argument) {
        using T = std::decay_t<decltype(argument)>;
        if constexpr (std::is_same_v<T, Put>)
          notes.put(argument);
        else
          answer = notes.ask(argument);
      },
      command);
  return answer;
}

} // namespace

int main() {
  Notes notes;
  httplib::Server server;
  server.Post("/put", [&](const httplib::Request &request, httplib::Response &answer) {
    answer.set_content(carryOut(notes, Put{request.path, request.body}), "text/plain");
  });
  server.Get("/ask", [&](const httplib::Request &request, httplib::Response &answer) {
    answer.set_content(carryOut(notes, Ask{request.path}), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
