// uWebSockets up to 0.14: a hub with callbacks. What start-up set before it
// registered them holds for the first message only.
#include <string>
#include <uws014.h>
#include <vector>

class Game {
public:
  void begin() {
    status_ = 0;
    moves_.clear();
    board_ = "";
  }
  void play(const std::string &move) {
    board_ = move;
    moves_.push_back(board_);
    if (moves_.size() > 9)
      status_ = 2;
  }
  int status() const { return status_; }

private:
  int status_ = 0;                 // finding: handler-state error "status_"
  std::vector<std::string> moves_; // finding: handler-state error "moves_"
  std::string board_;              // near-miss: overwritten before each use
};

int main() {
  uWS::Hub hub;
  Game game;
  game.begin();
  hub.onMessage([&game](uWS::WebSocket<uWS::SERVER> *ws, char *text, size_t length, uWS::OpCode code) {
    game.play(std::string(text, length));
    std::string answer = std::to_string(game.status());
    ws->send(answer.data(), answer.size(), code);
  });
  if (hub.listen(4000))
    hub.run();
}
