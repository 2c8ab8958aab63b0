// A grid whose rows are made at start-up, and one that only start-up fills.
#include <httplib.h>
#include <string>

class Board {
public:
  explicit Board(int size) : size_(size) {
    cells_ = new char *[size];
    names_ = new char *[size];
    for (int row = 0; row < size; ++row) {
      cells_[row] = new char[size];
      names_[row] = new char[size];
      for (int column = 0; column < size; ++column) {
        cells_[row][column] = '.';
        names_[row][column] = char('a' + row);
      }
    }
  }
  void move(int row, int column) {
    cells_[row % size_][column % size_] = names_[row % size_][column % size_];
  }
  std::string show() const {
    std::string all;
    for (int row = 0; row < size_; ++row)
      all.append(cells_[row], size_);
    return all;
  }

private:
  int size_;
  char **cells_; // finding: handler-state error "cells_"
  char **names_; // near-miss: filled at start-up
};

int main() {
  Board board(8);
  httplib::Server server;
  server.Post("/move", [&](const httplib::Request &request, httplib::Response &) {
    board.move(int(request.body.size()), int(request.path.size()));
  });
  server.Get("/", [&](const httplib::Request &, httplib::Response &response) {
    response.set_content(board.show(), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
