// Addresses of which only the path is known here.
// packages: libpistache-dev, libcpp-httplib-dev
#include <httplib.h>
#include <iostream>
#include <pistache/client.h>
#include <string>
#include <vector>

static std::vector<std::string> split(const std::string &line) {
  std::vector<std::string> words;
  std::string word = "";
  for (char c : line) {
    if (c == ' ') {
      words.push_back(word);
      word = "";
    } else {
      word += c;
    }
  }
  words.push_back(word);
  return words;
}

static void get(Pistache::Http::Experimental::Client &client, const std::string &address, int id) {
  client.get(address + "get/" + std::to_string(id)).send();
}

int main() {
  Pistache::Http::Experimental::Client client;
  client.init();
  std::string line;
  std::getline(std::cin, line);
  std::vector<std::string> words = split(line);
  get(client, words[0], 1);
  client.get("http://stock.corp.lan/get/" + words[0]).send(); // finding: hardcoded-host warning "stock.corp.lan"
  std::string base = "";
  base = "http://late.corp.lan/"; // finding: hardcoded-host warning "late.corp.lan"
  client.get(base + "items/" + words[0]).send();
  client.shutdown();
}
