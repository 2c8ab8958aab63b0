// CppCMS: an application object serves request after request, by its dispatcher or by main().
#include <cppcms/cppcms.h>
#include <string>
#include <vector>

class Board : public cppcms::application {
public:
  explicit Board(cppcms::service &srv) : cppcms::application(srv) {
    dispatcher().assign("/say/(.*)", &Board::say, this, 1);
    dispatcher().assign("/all", &Board::all, this);
    title_ = "board";
  }
  void say(std::string text) { lines_.push_back(text); }
  void all() {
    for (const std::string &line : lines_)
      response().out() << title_ << line;
  }
  void unused() { ++spare_; }

private:
  std::string title_;              // near-miss: set when it is made
  std::vector<std::string> lines_; // finding: handler-state error "lines_"
  int spare_ = 0;                  // near-miss: nobody calls what changes it
};

int main(int argc, char **argv) {
  cppcms::service service(argc, argv);
  Board board(service);
  service.run();
}
