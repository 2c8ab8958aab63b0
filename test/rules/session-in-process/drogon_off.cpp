// The same framework without its sessions.
#include <drogon/drogon.h>
#include <string>

int main() {
  drogon::app().registerHandler(
      "/hello", [](const drogon::HttpRequestPtr &req, std::function<void(const drogon::HttpResponsePtr &)> &&callback) {
        auto response = drogon::HttpResponse::newHttpResponse();
        response->setBody("hello " + req->getParameter("name"));
        callback(response);
      });
  drogon::app().disableSession().addListener("0.0.0.0", 8080);
  drogon::app().run();
}
