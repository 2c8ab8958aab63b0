// Addresses of which only the path is known here.
// packages: libcurl4-openssl-dev|libcurl4-gnutls-dev
#include <curl/curl.h>
#include <iostream>
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

static void fetch(const std::string &url) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

static void get(const std::string &address, int id) { fetch(address + "get/" + std::to_string(id)); }

int main() {
  std::string line;
  std::getline(std::cin, line);
  std::vector<std::string> words = split(line);
  get(words[0], 1);
  fetch("http://stock.corp.lan/get/" + words[0]); // finding: hardcoded-host warning "stock.corp.lan"
  std::string base = "";
  base = "http://late.corp.lan/"; // finding: hardcoded-host warning "late.corp.lan"
  fetch(base + "items/" + words[0]);
}
