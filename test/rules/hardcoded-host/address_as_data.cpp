// A name server that never connects anywhere: the addresses that it converts are what it answers.
#include <arpa/inet.h>
#include <cstring>
#include <httplib.h>
#include <string>

int main() {
  httplib::Server server;
  server.Get("/resolve", [](const httplib::Request &req, httplib::Response &res) {
    in_addr address{};
    if (req.get_param_value("name") == "printer")
      inet_pton(AF_INET, "192.168.7.20", &address); // near-miss: an answer
    else
      address.s_addr = inet_addr("192.168.7.1"); // near-miss: an answer
    std::string bytes(reinterpret_cast<const char *>(&address), sizeof address);
    res.set_content(bytes, "application/octet-stream");
  });
  server.listen("0.0.0.0", 8080);
}
