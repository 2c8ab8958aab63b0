// A framework's own way to save an upload.
#include <drogon/drogon.h>
#include <string>

int main() {
  drogon::app().registerHandler(
      "/upload", [](const drogon::HttpRequestPtr &req, std::function<void(const drogon::HttpResponsePtr &)> &&callback) {
        drogon::MultiPartParser parser;
        auto response = drogon::HttpResponse::newHttpResponse();
        if (parser.parse(req) == 0) {
          const auto &file = parser.getFiles()[0];
          file.save("/srv/uploads"); // finding: upload-to-disk error
          response->setBody(file.getFileName());
        }
        callback(response);
      });
  drogon::app().registerHandler(
      "/checksum", [](const drogon::HttpRequestPtr &req, std::function<void(const drogon::HttpResponsePtr &)> &&callback) {
        drogon::MultiPartParser parser;
        auto response = drogon::HttpResponse::newHttpResponse();
        if (parser.parse(req) == 0)
          for (const auto &file : parser.getFiles())
            response->setBody(file.getMd5() + std::to_string(file.fileLength()));
        callback(response);
      });
  drogon::app().addListener("0.0.0.0", 8080).run();
}
