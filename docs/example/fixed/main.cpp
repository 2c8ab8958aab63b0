// A guest book: sign in, leave an entry, show your picture. Nothing stays in
// the process, so any number of them may serve, and any of them may be killed.
#include "book.h"
#include "sessions.h"
#include "settings.h"
#include "uploads.h"

#include <httplib.h>

namespace {

std::string token(const httplib::Request &request) {
  const std::string cookie = request.get_header_value("Cookie");
  const size_t at = cookie.find("session=");
  return at == std::string::npos ? "" : cookie.substr(at + 8);
}

} // namespace

int main() {
  const Settings settings = readSettings();
  httplib::Server server;

  server.Post("/login", [&](const httplib::Request &request,
                            httplib::Response &response) {
    Redis redis(settings);
    const std::string opened =
        openSession(redis, request.get_param_value("user"));
    response.set_header("Set-Cookie", "session=" + opened + "; HttpOnly");
    response.set_redirect("/");
  });

  server.Get("/", [&](const httplib::Request &, httplib::Response &response) {
    Redis redis(settings);
    response.set_content(bookPage(redis), "text/html");
  });

  server.Post("/entries", [&](const httplib::Request &request,
                              httplib::Response &response) {
    Redis redis(settings);
    const std::string user = sessionUser(redis, token(request));
    if (user.empty()) {
      response.status = 401;
      return;
    }
    sign(redis, user, request.get_param_value("text"));
    response.set_content(
        "your entry number " + countEntry(redis, token(request)), "text/plain");
  });

  server.Post("/picture", [&](const httplib::Request &request,
                              httplib::Response &response) {
    Redis redis(settings);
    const std::string user = sessionUser(redis, token(request));
    if (user.empty()) {
      response.status = 401;
      return;
    }
    savePicture(redis, user, request.get_file_value("picture").content);
  });

  server.Get(R"(/picture/(\w+))", [&](const httplib::Request &request,
                                      httplib::Response &response) {
    Redis redis(settings);
    response.set_content(loadPicture(redis, request.matches[1]), "image/jpeg");
  });

  return server.listen("0.0.0.0", settings.port) ? 0 : 1;
}
