// RocksDB as the store, behind a class; opened read-only it is a shipped file.
// packages: librocksdb-dev, libcpp-httplib-dev
#include <cstdlib>
#include <httplib.h>
#include <rocksdb/db.h>
#include <string>

class Store {
public:
  explicit Store(const std::string &path) {
    rocksdb::Options options;
    options.create_if_missing = true;
    rocksdb::Status status = rocksdb::DB::Open(options, path, &database_); // finding: embedded-store error
    if (!status.ok())
      std::abort();
  }
  ~Store() { delete database_; }
  void put(const std::string &key, const std::string &value) {
    database_->Put(rocksdb::WriteOptions(), key, value);
  }

private:
  rocksdb::DB *database_ = nullptr;
};

int main() {
  Store store("/var/lib/shop/rocks");
  rocksdb::DB *words = nullptr;
  rocksdb::DB::OpenForReadOnly(rocksdb::Options(), "/usr/share/shop/words", &words);
  httplib::Server server;
  server.Put(R"(/(\w+))", [&](const httplib::Request &req, httplib::Response &res) {
    std::string word;
    words->Get(rocksdb::ReadOptions(), req.path, &word);
    store.put(req.path, req.body + word);
    res.status = 204;
  });
  server.listen("0.0.0.0", 8080);
}
