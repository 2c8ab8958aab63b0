// Shared objects that are members or locals of main and used by requests: one finding each.
// packages: libboost-dev, libcpp-httplib-dev
#include <atomic>
#include <boost/interprocess/managed_shared_memory.hpp>
#include <boost/interprocess/mapped_region.hpp>
#include <boost/interprocess/shared_memory_object.hpp>
#include <httplib.h>
#include <new>
#include <sys/mman.h>

namespace bip = boost::interprocess;

struct Seats {
  bip::managed_shared_memory segment{bip::open_or_create, "seats", 65536}; // finding: shared-memory error
  int *free = segment.find_or_construct<int>("free")(100);
};
struct Board {
  std::atomic<long> sold;
};
static Board *board;
struct Tally {
  int served = 0; // finding: mutable-global|handler-state error
};

int main() {
  Seats seats;
  bip::managed_shared_memory unused(bip::open_or_create, "unused", 65536); // finding: shared-memory warning
  bip::shared_memory_object object(bip::open_or_create, "object", bip::read_write); // finding: shared-memory error
  object.truncate(100);
  bip::mapped_region region(object, bip::read_write);
  int *number = static_cast<int *>(region.get_address());
  void *memory = mmap(nullptr, sizeof(Board), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0); // finding: shared-memory error
  board = new (memory) Board{};
  alignas(Tally) static char place[sizeof(Tally)];
  Tally *tally = new (place) Tally;
  httplib::Server server;
  server.Post("/", [&](const httplib::Request &, httplib::Response &answer) {
    --*seats.free;
    ++*number;
    ++board->sold;
    answer.set_content(std::to_string(++tally->served), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
