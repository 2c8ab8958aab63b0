// What Boost's algorithms are given runs before they return: at start-up nothing but
// start-up changes by it, in a handler the request does.
// packages: libboost1.74-dev, libcpp-httplib-dev
#include <boost/algorithm/cxx11/any_of.hpp>
#include <boost/range/algorithm.hpp>
#include <cstdlib>
#include <fstream>
#include <httplib.h>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

static std::vector<std::string> wordsOf(const std::string &text) {
  std::istringstream in(text);
  std::vector<std::string> words;
  for (std::string word; in >> word;)
    words.push_back(word);
  return words;
}

// A range of the project's own.
class Words {
public:
  using iterator = std::vector<std::string>::const_iterator;
  using const_iterator = iterator;
  explicit Words(std::vector<std::string> items) : items_(std::move(items)) {}
  iterator begin() const { return items_.begin(); }
  iterator end() const { return items_.end(); }

private:
  std::vector<std::string> items_;
};

int main(int argc, char **argv) {
  std::ifstream file(argc > 1 ? argv[1] : "words.txt");
  std::string text(std::istreambuf_iterator<char>(file), {});
  std::vector<std::string> words = wordsOf(text);

  std::map<std::string, int> counts;    // near-miss: counted before serving
  std::set<std::string> seen;           // near-miss: filled before serving
  std::map<std::string, size_t> longer; // near-miss: filled before serving
  int compared = 0;                     // near-miss: counted before serving
  boost::for_each(words, [&](const std::string &word) { ++counts[word]; });
  words.erase(boost::range::remove_if(words, [&](const std::string &word) { return !seen.insert(word).second; }), words.end());
  boost::sort(words, [&](const std::string &a, const std::string &b) {
    ++compared;
    return a < b;
  });
  bool bad = boost::algorithm::any_of(words, [&](const std::string &word) {
    if (word.size() > 8)
      longer[word] = word.size();
    return word.size() > 80;
  });
  static int shortOnes = 0; // near-miss: counted before serving
  Words own(words);
  bad |= boost::algorithm::any_of(own, [&](const std::string &word) { return word.size() < 2 && ++shortOnes > 80; });
  if (bad || boost::find_if(words, [](const std::string &word) { return word == "#"; }) != words.end())
    return EXIT_FAILURE;
  std::cerr << words.size() << " words\n";

  std::map<std::string, int> asked; // finding: handler-state error "asked"
  int known = 0;                    // finding: handler-state error "known"
  httplib::Server server;
  server.Get("/count", [&](const httplib::Request &req, httplib::Response &res) {
    std::vector<std::string> wanted = wordsOf(req.get_param_value("words"));
    std::string answer;
    boost::for_each(wanted, [&](const std::string &word) {
      auto it = counts.find(word);
      answer += word + " " + std::to_string(it == counts.end() ? 0 : it->second) + ", asked for " + std::to_string(++asked[word]) + "\n";
    });
    if (boost::algorithm::any_of(wanted, [&](const std::string &word) { return longer.count(word) && ++known; }))
      answer += std::to_string(known) + " long ones so far\n";
    res.set_content(answer + std::to_string(seen.size()) + " in all, " + std::to_string(compared) + " comparisons, " + std::to_string(shortOnes) + " short\n", "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
