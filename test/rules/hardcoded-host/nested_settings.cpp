// A host that a default argument gives to a struct in a struct, copied on the way to the client.
// packages: libhiredis-dev
#include <cstdlib>
#include <hiredis/hiredis.h>
#include <string>
#include <string_view>
#include <utility>

constexpr std::string_view kSlotHost = "slots.corp.lan"; // finding: hardcoded-host warning "slots.corp.lan"
constexpr std::string_view kTicketHost = "tickets.corp.lan";

struct Store {
  std::string host;
  int port;
  int timeout = 250;
};
struct Settings {
  Store slots;
  Store tickets;
};

static Store slotStore(std::string_view host = kSlotHost) { return Store{std::string(host), 6379}; }
static Store ticketStore(std::string_view host = kTicketHost) { return Store{std::string(host), 6379}; }
[[maybe_unused]] static Store staging() { return slotStore("staging.corp.lan"); }

static Settings load() {
  Settings s;
  s.slots = slotStore();
  const char *host = std::getenv("TICKET_HOST");
  s.tickets = ticketStore(host ? host : kTicketHost);
  return s;
}

class Client {
public:
  explicit Client(const Store &where) : context(connect(where)) {}
  ~Client() { redisFree(context); }
  Client(const Client &) = delete;
  Client &operator=(const Client &) = delete;

private:
  static redisContext *connect(const Store &where) { return redisConnect(where.host.c_str(), where.port); }
  redisContext *context;
};

class Desk {
public:
  explicit Desk(Settings settings) : settings(std::move(settings)), slots(this->settings.slots), tickets(this->settings.tickets) {}

private:
  const Settings settings;
  Client slots, tickets;
};

int main() { Desk desk(load()); }
