#include "notes.h"
#include "dispatch.h"
#include <vector>

static std::vector<std::string> notes;              // finding: static-cache error "notes"
static std::map<std::string, std::string> bookmarks; // finding: static-cache error "bookmarks"
static std::map<std::string, int> tallies;          // finding: static-cache error "tallies"
static std::vector<std::string> never_served;

struct AddNote : Command {
  std::string run(const std::string &body) override {
    notes.push_back(body);
    return notes.front();
  }
};
struct Unused : Command {
  std::string run(const std::string &body) override { return body; }
};
static std::string bookmark(const std::string &prefix, const std::string &body) {
  bookmarks[body] = prefix;
  return bookmarks.begin()->first;
}
void setUp() {
  static AddNote add_note;
  static Unused unused;
  addCommand("note", &add_note);
  addCommand("unused", &unused);
  addFunction("bookmark", std::bind(bookmark, "user:", std::placeholders::_1));
  addFunction("tally", [](const std::string &body) { return std::to_string(++tallies[body]); });
  never_served.push_back("set-up only");
}
