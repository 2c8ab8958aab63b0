// The switch for in-memory sessions lies in a configuration file that is loaded.
#include <drogon/drogon.h>
#include <string>

int main() {
  drogon::app().registerHandler(
      "/login", [](const drogon::HttpRequestPtr &req, std::function<void(const drogon::HttpResponsePtr &)> &&callback) {
        req->getSession()->insert("user", req->getParameter("user"));
        callback(drogon::HttpResponse::newHttpResponse());
      });
  drogon::app().loadConfigFile("./config/server.json"); // finding: session-in-process error "loadConfigFile"
  drogon::app().loadConfigFile("../config/plain.json"); // near-miss: sessions are off there
  drogon::app().loadConfigFile("config/elsewhere.json"); // near-miss: what comes with the deployment is not known
  drogon::app().run();
}
