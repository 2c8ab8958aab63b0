// The body of an accept loop is request scope, and so is what it calls.
#include <cstring>
#include <map>
#include <netinet/in.h>
#include <set>
#include <string>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

static std::map<std::string, int> votes;        // finding: static-cache error "votes"
static std::vector<std::string> seen_requests;  // finding: static-cache error "seen_requests"
static std::set<std::string> idempotency_keys;  // finding: static-cache error "idempotency_keys"
static std::vector<std::string> allowed;
static std::vector<int> listeners;

static std::string answer(const std::string &request) {
  if (!idempotency_keys.insert(request).second)
    return "duplicate";
  std::vector<std::string> words;
  words.push_back(request);
  for (const auto &name : allowed)
    if (name == request)
      votes[name]++;
  return std::to_string(votes[request]);
}

static void serve(int client) {
  char buffer[1024];
  ssize_t n = ::read(client, buffer, sizeof buffer);
  if (n <= 0)
    return;
  std::string request(buffer, static_cast<size_t>(n));
  if (request == "history") {
    for (const auto &line : seen_requests)
      (void)!::write(client, line.data(), line.size());
    return;
  }
  seen_requests.push_back(request);
  std::string reply = answer(request);
  (void)!::write(client, reply.data(), reply.size());
}

int main(int argc, char **argv) {
  for (int i = 1; i < argc; ++i)
    allowed.push_back(argv[i]);
  int listener = ::socket(AF_INET, SOCK_STREAM, 0);
  listeners.push_back(listener);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(7000);
  ::bind(listener, reinterpret_cast<sockaddr *>(&address), sizeof address);
  ::listen(listener, 64);
  while (true) {
    int client = ::accept(listener, nullptr, nullptr);
    if (client < 0)
      continue;
    serve(client);
    ::close(client);
  }
}
