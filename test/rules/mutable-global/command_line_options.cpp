// What an option of the command line sets is start-up's; the same switch in a handler is not.
// packages: libpoco-dev
#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Util/Option.h>
#include <Poco/Util/OptionCallback.h>
#include <Poco/Util/OptionSet.h>
#include <Poco/Util/ServerApplication.h>
#include <iostream>
#include <string>

using Poco::Net::HTTPRequestHandler;
using Poco::Net::HTTPServerRequest;
using Poco::Net::HTTPServerResponse;

static bool caching = true; // near-miss: said on the command line
static bool greeting = true; // finding: mutable-global error "greeting"

class Handler : public HTTPRequestHandler {
public:
  void handleRequest(HTTPServerRequest &request, HTTPServerResponse &response) override {
    if (request.getURI() == "/silence")
      greeting = false;
    response.send() << (caching ? "cached " : "fresh ") << (greeting ? "hello" : "");
  }
};
class Factory : public Poco::Net::HTTPRequestHandlerFactory {
public:
  HTTPRequestHandler *createRequestHandler(const HTTPServerRequest &) override { return new Handler; }
};

class Server : public Poco::Util::ServerApplication {
protected:
  void defineOptions(Poco::Util::OptionSet &options) override {
    Poco::Util::ServerApplication::defineOptions(options);
    options.addOption(Poco::Util::Option("cache", "", "on or off")
                          .argument("VALUE")
                          .callback(Poco::Util::OptionCallback<Server>(this, &Server::handleCache)));
  }
  void handleCache(const std::string &, const std::string &value) { caching = value == "on"; }
  int main(const std::vector<std::string> &) override {
    Poco::Net::HTTPServer server(new Factory, Poco::Net::ServerSocket(8080), new Poco::Net::HTTPServerParams);
    server.start();
    waitForTerminationRequest();
    server.stop();
    return 0;
  }
};

POCO_SERVER_MAIN(Server)
