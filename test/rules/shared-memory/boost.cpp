// Boost.Interprocess: named objects and file locks.
// packages: libboost-dev
#include <boost/interprocess/managed_shared_memory.hpp>
#include <boost/interprocess/shared_memory_object.hpp>
#include <boost/interprocess/sync/file_lock.hpp>
#include <boost/interprocess/sync/named_mutex.hpp>
#include <boost/interprocess/sync/scoped_lock.hpp>
#include <mutex>
#include <string>

namespace bip = boost::interprocess;
#define ENTRY [[clang::annotate("factor6::entry_point")]]

ENTRY std::string remember(int id) {
  bip::managed_shared_memory segment(bip::open_or_create, "ShopSegment", 65536); // finding: shared-memory error
  int *total = segment.find_or_construct<int>("total")(0);
  *total += id;
  return std::to_string(*total);
}

ENTRY std::string guarded(int id) {
  bip::named_mutex mutex(bip::open_or_create, "ShopMutex"); // finding: shared-memory error
  bip::scoped_lock<bip::named_mutex> hold(mutex);
  return std::to_string(id);
}

ENTRY std::string locked(int id) {
  bip::file_lock lock("/run/lock/shop"); // finding: shared-memory error
  bip::scoped_lock<bip::file_lock> hold(lock);
  return std::to_string(id);
}

ENTRY std::string local(int id) {
  static std::mutex mutex;
  std::lock_guard<std::mutex> hold(mutex);
  return std::to_string(id);
}

void serve(std::string (*handler)(int));
int main() { serve(remember); }
