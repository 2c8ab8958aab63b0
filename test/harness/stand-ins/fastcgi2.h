// Stand-in for Yandex' fastcgi-daemon: declarations only, see README.md.
#pragma once
#include <string>
namespace fastcgi {
class Config {
public:
  int asInt(const std::string &path, int otherwise) const;
  std::string asString(const std::string &path,
                       const std::string &otherwise) const;
};
class Component;
class ComponentContext {
public:
  const Config *getConfig() const;
  std::string getComponentXPath() const;
  template <typename T> T *findComponent(const std::string &name) const {
    return dynamic_cast<T *>(find(name));
  }

private:
  Component *find(const std::string &name) const;
};
class Component {
public:
  explicit Component(ComponentContext *context);
  virtual ~Component();
  virtual void onLoad();
  virtual void onUnload();
  const ComponentContext *context() const;
};
class Request {
public:
  std::string getArg(const std::string &name) const;
  void setStatus(unsigned short status);
  void write(const char *text, long size);
};
class HandlerContext;
class Handler {
public:
  virtual ~Handler();
  virtual void handleRequest(Request *request, HandlerContext *context) = 0;
};
} // namespace fastcgi
