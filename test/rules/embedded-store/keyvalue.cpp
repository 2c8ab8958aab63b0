// LevelDB, LMDB and GDBM, opened at start-up and used by requests.
// packages: libleveldb-dev, liblmdb-dev, libgdbm-dev, libcpp-httplib-dev
#include <cstdlib>
#include <gdbm.h>
#include <httplib.h>
#include <leveldb/db.h>
#include <lmdb.h>
#include <memory>
#include <string>

int main(int argc, char **argv) {
  leveldb::DB *raw = nullptr;
  leveldb::Options options;
  options.create_if_missing = true;
  const char *path = std::getenv("STORE_PATH");
  leveldb::Status opened = leveldb::DB::Open(options, path ? path : "/var/lib/shop/level", &raw); // finding: embedded-store error
  if (!opened.ok())
    return 1;
  std::unique_ptr<leveldb::DB> level(raw);

  MDB_env *env = nullptr;
  mdb_env_create(&env);
  mdb_env_open(env, argc > 1 ? argv[1] : "/var/lib/shop/lmdb", 0, 0644); // finding: embedded-store error

  GDBM_FILE words = gdbm_open("/var/lib/shop/words.gdbm", 0, GDBM_WRCREAT, 0644, nullptr); // finding: embedded-store error

  httplib::Server server;
  server.Put(R"(/(\w+))", [&](const httplib::Request &req, httplib::Response &res) {
    level->Put(leveldb::WriteOptions(), req.path, req.body);
    std::string text = req.body;
    datum key{text.data(), static_cast<int>(text.size())};
    gdbm_store(words, key, key, GDBM_REPLACE);
    MDB_txn *txn = nullptr;
    mdb_txn_begin(env, nullptr, 0, &txn);
    mdb_txn_commit(txn);
    res.status = 204;
  });
  server.listen("0.0.0.0", 8080);
  gdbm_close(words);
  mdb_env_close(env);
}
