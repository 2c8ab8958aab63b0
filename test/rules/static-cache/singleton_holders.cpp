// Poco: a store behind a SingletonHolder. The finding is at what the store keeps.
// packages: libpoco-dev
#include <Poco/ExpireCache.h>
#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/SingletonHolder.h>
#include <Poco/StreamCopier.h>
#include <Poco/Util/ServerApplication.h>
#include <iostream>
#include <map>
#include <mutex>
#include <string>
#include <vector>

class Store {
public:
  static Store &instance();
  void offer(const std::string &article, const std::string &text) { offers_.update(article, text); }
  std::string offered(const std::string &article) {
    Poco::SharedPtr<std::string> found = offers_.get(article);
    return found ? *found : std::string();
  }
  void put(const std::string &article, const std::string &text) {
    std::lock_guard<std::mutex> hold(lock_);
    rows_[article] = text;
  }
  std::string get(const std::string &article) {
    std::lock_guard<std::mutex> hold(lock_);
    auto found = rows_.find(article);
    return found == rows_.end() ? std::string() : found->second;
  }

private:
  std::mutex lock_;
  Poco::ExpireCache<std::string, std::string> offers_{60000}; // finding: static-cache "offers_"
  std::map<std::string, std::string> rows_;                   // finding: static-cache error "rows_"
};

Store &Store::instance() {
  static Poco::SingletonHolder<Store> holder; // near-miss: a way to the store
  return *holder.get();
}

class Article : public Poco::Net::HTTPRequestHandler {
public:
  void handleRequest(Poco::Net::HTTPServerRequest &request, Poco::Net::HTTPServerResponse &response) override {
    std::string body;
    Poco::StreamCopier::copyToString(request.stream(), body);
    if (request.getMethod() == "PUT")
      Store::instance().put(request.getURI(), body);
    else if (request.getMethod() == "POST")
      Store::instance().offer(request.getURI(), body);
    response.send() << Store::instance().get(request.getURI()) << Store::instance().offered(request.getURI());
  }
};

class Factory : public Poco::Net::HTTPRequestHandlerFactory {
public:
  Poco::Net::HTTPRequestHandler *createRequestHandler(const Poco::Net::HTTPServerRequest &) override { return new Article; }
};

class Shop : public Poco::Util::ServerApplication {
  int main(const std::vector<std::string> &) override {
    Poco::Net::HTTPServer server(new Factory, Poco::Net::ServerSocket(9080), new Poco::Net::HTTPServerParams);
    server.start();
    waitForTerminationRequest();
    server.stop();
    return EXIT_OK;
  }
};

POCO_SERVER_MAIN(Shop)
