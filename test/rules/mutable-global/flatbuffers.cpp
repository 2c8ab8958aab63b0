// A builder of messages is a buffer that is emptied for each; a count beside it is not.
// packages: libflatbuffers-dev
#include <flatbuffers/flatbuffers.h>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <unistd.h>

static int answers = 0; // finding: mutable-global "answers"

static void answer(int fd, const sockaddr_in &to, const std::string &text) {
  static flatbuffers::FlatBufferBuilder builder; // near-miss: emptied after each message
  auto line = builder.CreateString(text + " " + std::to_string(++answers));
  auto start = builder.StartTable();
  builder.AddOffset(4, line);
  builder.Finish(flatbuffers::Offset<flatbuffers::Table>(builder.EndTable(start)));
  sendto(fd, builder.GetBufferPointer(), builder.GetSize(), 0, reinterpret_cast<const sockaddr *>(&to), sizeof to);
  builder.Clear();
}

int main() {
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  sockaddr_in at{};
  at.sin_family = AF_INET;
  at.sin_port = htons(7640);
  bind(fd, reinterpret_cast<sockaddr *>(&at), sizeof at);
  while (true) {
    char buffer[512];
    sockaddr_in from{};
    socklen_t length = sizeof from;
    ssize_t n = recvfrom(fd, buffer, sizeof buffer, 0, reinterpret_cast<sockaddr *>(&from), &length);
    if (n > 0)
      answer(fd, from, std::string(buffer, size_t(n)));
  }
}
