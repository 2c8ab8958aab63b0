// A translation unit that uses a test framework is not part of a deployed process.
#include <gtest/gtest.h>
#include <httplib.h>
#include <map>
#include <string>
#include <thread>

static int handled = 0;
static std::map<std::string, std::string> stored;

TEST(Server, Counts) {
  httplib::Server server;
  server.Put("/x", [](const httplib::Request &req, httplib::Response &) {
    ++handled;
    stored[req.path] = req.body;
  });
  std::thread serving([&server] { server.listen("127.0.0.1", 8099); });
  httplib::Client client("127.0.0.1", 8099);
  EXPECT_TRUE(client.Put("/x", "text", "text/plain"));
  server.stop();
  serving.join();
  EXPECT_EQ(handled, static_cast<int>(stored.size()));
}
