// An upload directory is configured, and no save is seen: at the configuration.
#include <drogon/drogon.h>

int main() {
  drogon::app().registerHandler("/", [](const drogon::HttpRequestPtr &, std::function<void(const drogon::HttpResponsePtr &)> &&callback) {
    callback(drogon::HttpResponse::newHttpResponse());
  });
  drogon::app().setUploadPath("/srv/uploads"); // finding: upload-to-disk
  drogon::app().addListener("0.0.0.0", 8080);
  drogon::app().run();
}
