// Drogon's cookies: one that names the process, one that names a language.
#include <drogon/drogon.h>
#include <string>
#include <unistd.h>

int main() {
  drogon::app().registerHandler(
      "/whoami", [](const drogon::HttpRequestPtr &req, std::function<void(const drogon::HttpResponsePtr &)> &&callback) {
        auto response = drogon::HttpResponse::newHttpResponse();
        drogon::Cookie node("node", std::to_string(getpid())); // finding: sticky-session "Cookie"
        response->addCookie(std::move(node));
        drogon::Cookie again("again", "");
        again.setValue(std::to_string(getpid())); // finding: sticky-session "setValue"
        response->addCookie(std::move(again));
        drogon::Cookie language("language", req->getParameter("language")); // near-miss
        response->addCookie(std::move(language));
        callback(response);
      });
  drogon::app().run();
}
