// SQLite below a database layer: POCO Data with a pool that main makes, SOCI with its factory.
// packages: libpoco-dev, libsoci-dev
#include <Poco/Data/SQLite/Connector.h>
#include <Poco/Data/Session.h>
#include <Poco/Data/SessionPool.h>
#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Util/ServerApplication.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <iostream>
#include <string>

using namespace Poco::Data::Keywords;
using Poco::Data::Session;
using Poco::Data::SessionPool;
using namespace Poco::Net;

static void bookmark(int book) {
  soci::session sql(soci::sqlite3, "dbname=/var/lib/books/bookmarks.sqlite"); // finding: embedded-store error
  sql << "insert into bookmarks values(:b)", soci::use(book);
}
static int scratch() {
  soci::session sql(soci::sqlite3, "dbname=:memory:");
  int n = 0;
  sql << "select 1", soci::into(n);
  return n;
}

class Handler : public HTTPRequestHandler {
public:
  explicit Handler(SessionPool &pool) : pool_(pool) {}
  void handleRequest(HTTPServerRequest &, HTTPServerResponse &res) override {
    Session s = pool_.get();
    s << "INSERT INTO notes VALUES(1)", now;
    Session memory("SQLite", ":memory:");
    memory << "CREATE TABLE w(x TEXT)", now;
    bookmark(scratch());
    res.send() << 1;
  }

private:
  SessionPool &pool_;
};

class Factory : public HTTPRequestHandlerFactory {
public:
  explicit Factory(SessionPool &pool) : pool_(pool) {}
  HTTPRequestHandler *createRequestHandler(const HTTPServerRequest &) override { return new Handler(pool_); }

private:
  SessionPool &pool_;
};

class Notes : public Poco::Util::ServerApplication {
  int main(const std::vector<std::string> &) override {
    Poco::Data::SQLite::Connector::registerConnector();
    SessionPool pool("SQLite", config().getString("notes.file", "notes.db")); // finding: embedded-store error
    HTTPServer server(new Factory(pool), ServerSocket(8080), new HTTPServerParams);
    server.start();
    waitForTerminationRequest();
    server.stop();
    return EXIT_OK;
  }
};

POCO_SERVER_MAIN(Notes)
