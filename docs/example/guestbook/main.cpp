// A guest book: sign in, leave an entry, show your picture.
#include "book.h"
#include "sessions.h"
#include "uploads.h"

#include <httplib.h>

#include <cstdlib>

namespace {

std::string token(const httplib::Request &request) {
  const std::string cookie = request.get_header_value("Cookie");
  const size_t at = cookie.find("session=");
  return at == std::string::npos ? "" : cookie.substr(at + 8);
}

} // namespace

int main() {
  Sessions sessions;
  httplib::Server server;

  server.Post("/login", [&](const httplib::Request &request,
                            httplib::Response &response) {
    const std::string opened = sessions.open(request.get_param_value("user"));
    response.set_header("Set-Cookie", "session=" + opened + "; HttpOnly");
    response.set_redirect("/");
  });

  server.Get("/", [](const httplib::Request &, httplib::Response &response) {
    response.set_content(bookPage(), "text/html");
  });

  server.Post("/entries", [&](const httplib::Request &request,
                              httplib::Response &response) {
    const std::string user = sessions.user(token(request));
    if (user.empty()) {
      response.status = 401;
      return;
    }
    sign(user, request.get_param_value("text"));
    const int written = sessions.written(token(request));
    response.set_content("your entry number " + std::to_string(written),
                         "text/plain");
  });

  server.Post("/picture", [&](const httplib::Request &request,
                              httplib::Response &response) {
    const std::string user = sessions.user(token(request));
    if (user.empty()) {
      response.status = 401;
      return;
    }
    savePicture(user, request.get_file_value("picture").content);
  });

  server.Get(R"(/picture/(\w+))", [](const httplib::Request &request,
                                     httplib::Response &response) {
    response.set_content(loadPicture(request.matches[1]), "image/jpeg");
  });

  const char *port = std::getenv("PORT");
  return server.listen("0.0.0.0", port ? std::atoi(port) : 8080) ? 0 : 1;
}
