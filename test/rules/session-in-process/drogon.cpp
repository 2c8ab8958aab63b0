// A framework's in-memory sessions, switched on.
#include <drogon/drogon.h>
#include <string>

int main() {
  drogon::app().registerHandler(
      "/login", [](const drogon::HttpRequestPtr &req, std::function<void(const drogon::HttpResponsePtr &)> &&callback) {
        req->getSession()->insert("user", req->getParameter("user"));
        auto response = drogon::HttpResponse::newHttpResponse();
        response->setBody(req->getSession()->get<std::string>("user"));
        callback(response);
      });
  drogon::app().enableSession(3600); // finding: session-in-process
  drogon::app().addListener("127.0.0.1", 8080).setThreadNum(2);
  drogon::app().run();
}
