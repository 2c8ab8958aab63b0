// A ":memory:" database that lives as long as the process is data in memory (rule 2),
// at its handle; temporary databases inside a request are nobody's business.
// packages: libsqlite3-dev, libcpp-httplib-dev
#include <httplib.h>
#include <sqlite3.h>
#include <string>

static sqlite3 *board = nullptr; // finding: static-cache error "board"

static int rowsOf(const std::string &text) {
  sqlite3 *scratch = nullptr;
  sqlite3_open("", &scratch);
  sqlite3_exec(scratch, text.c_str(), nullptr, nullptr, nullptr);
  int rows = sqlite3_changes(scratch);
  sqlite3_close(scratch);
  return rows;
}

int main() {
  sqlite3_open(":memory:", &board);
  sqlite3_exec(board, "create table posts(text)", nullptr, nullptr, nullptr);
  httplib::Server server;
  server.Post("/post", [](const httplib::Request &req, httplib::Response &res) {
    sqlite3_exec(board, ("insert into posts values('" + req.body + "')").c_str(), nullptr, nullptr, nullptr);
    res.set_content(std::to_string(rowsOf(req.body)), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
  sqlite3_close(board);
}
