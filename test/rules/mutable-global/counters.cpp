// A ticket desk whose numbers live in plain globals; one form of write each.
#include <algorithm>
#include <atomic>
#include <string>
#include <utility>

int next_ticket = 0;              // finding: mutable-global error "next_ticket"
static long total_cents = 0;      // finding: mutable-global error "total_cents"
static int open_desks = 9;        // finding: mutable-global error "open_desks"
std::atomic<int> last_called{0};  // finding: mutable-global error "last_called"
std::atomic<unsigned> round_no;   // finding: mutable-global error "round_no"
std::atomic<long> best_offer{0};  // finding: mutable-global error "best_offer"
namespace desk {
std::string last_customer;        // finding: mutable-global error "last_customer"
namespace {
bool vip_present = false;         // finding: mutable-global error "vip_present"
}
} // namespace desk
thread_local int in_this_thread = 0; // finding: mutable-global error "in_this_thread"
static unsigned flags = 0;        // finding: mutable-global error "flags"
static int previous = 0;          // finding: mutable-global error "previous"
static std::string motd = "hi";   // finding: mutable-global error "motd"
static std::string banner = "a";  // finding: mutable-global error "banner"

struct Request {
  std::string name;
  int cents;
};

[[clang::annotate("factor6::entry_point")]] std::string take(const Request &r) {
  next_ticket++;
  total_cents += r.cents;
  --open_desks;
  desk::last_customer = r.name;
  desk::vip_present = r.cents > 100000;
  ++in_this_thread;
  flags |= 4u;
  return std::to_string(next_ticket) + std::to_string(total_cents) + std::to_string(in_this_thread) +
         std::to_string(open_desks) + desk::last_customer + (desk::vip_present ? "vip" : "") +
         std::to_string(flags);
}

[[clang::annotate("factor6::entry_point")]] std::string call(const Request &r) {
  last_called.store(r.cents);
  unsigned round = round_no.fetch_add(1);
  long seen = best_offer.load();
  while (r.cents > seen && !best_offer.compare_exchange_weak(seen, r.cents)) {
  }
  int before = std::exchange(previous, r.cents);
  std::string mine = r.name;
  std::swap(motd, mine);
  std::string old = std::move(banner);
  banner = r.name;
  return std::to_string(last_called) + std::to_string(round) + std::to_string(before) + mine + old +
         std::to_string(seen);
}

[[clang::annotate("factor6::entry_point")]] std::string report(const Request &r) {
  return r.name + desk::last_customer + (desk::vip_present ? "vip" : "") + std::to_string(last_called) +
         std::to_string(previous) + std::to_string(best_offer) + motd + banner;
}

void serve(const char *path, std::string (*handler)(const Request &));

int main() {
  serve("/take", take);
  serve("/call", call);
  serve("/report", report);
}
