// Stand-in for Drogon: declarations only, see README.md.
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>
namespace drogon {
class Session {
public:
  template <typename T> T get(const std::string &key) const;
  template <typename T> void insert(const std::string &key, T &&value);
  bool find(const std::string &key);
  void erase(const std::string &key);
};
using SessionPtr = std::shared_ptr<Session>;
class HttpRequest {
public:
  const std::string &getParameter(const std::string &key) const;
  const std::string &path() const;
  SessionPtr getSession() const;
};
using HttpRequestPtr = std::shared_ptr<HttpRequest>;
class Cookie {
public:
  Cookie(const std::string &key, const std::string &value);
  void setValue(const std::string &value);
};
class HttpResponse {
public:
  static std::shared_ptr<HttpResponse> newHttpResponse();
  void setBody(std::string body);
  void addCookie(Cookie &&cookie);
};
using HttpResponsePtr = std::shared_ptr<HttpResponse>;
class HttpFile {
public:
  const std::string &getFileName() const;
  size_t fileLength() const;
  int save() const;
  int save(const std::string &path) const;
  int saveAs(const std::string &name) const;
  std::string getMd5() const;
};
class MultiPartParser {
public:
  int parse(const HttpRequestPtr &request);
  const std::vector<HttpFile> &getFiles() const;
};
class HttpAppFramework {
public:
  template <typename F> HttpAppFramework &registerHandler(const std::string &path, F &&handler) {
    (void)handler;
    return *this;
  }
  HttpAppFramework &enableSession(size_t timeout = 0);
  HttpAppFramework &loadConfigFile(const std::string &file);
  HttpAppFramework &disableSession();
  HttpAppFramework &setUploadPath(const std::string &path);
  HttpAppFramework &addListener(const std::string &ip, uint16_t port);
  HttpAppFramework &setThreadNum(size_t n);
  void run();
};
HttpAppFramework &app();
} // namespace drogon
