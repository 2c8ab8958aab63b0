// Lists in Redis: BLPOP forgets what it hands out, BRPOPLPUSH and BLMOVE keep it in another list. A
// handler that waits with BLPOP for a reply takes no job.
// packages: libhiredis-dev, libcpp-httplib-dev
#include <cstdlib>
#include <hiredis/hiredis.h>
#include <httplib.h>
#include <postgresql/libpq-fe.h>
#include <string>
#include <thread>

static redisContext *connectQueue() { return redisConnect(std::getenv("REDIS_HOST"), 6379); }

static bool store(PGconn *database, const char *table, const std::string &text) {
  const char *values[] = {text.c_str()};
  PGresult *said = PQexecParams(database, (std::string("insert into ") + table + " values ($1)").c_str(), 1, nullptr, values, nullptr, nullptr, 0);
  const bool good = PQresultStatus(said) == PGRES_COMMAND_OK;
  PQclear(said);
  return good;
}

static void storeLetters() {
  redisContext *queue = connectQueue();
  PGconn *database = PQconnectdb(std::getenv("DATABASE"));
  for (;;) {
    auto *job = static_cast<redisReply *>(redisCommand(queue, "BLPOP letters 0")); // finding: deferred-work error "redisCommand"
    if (!job)
      break;
    if (job->type == REDIS_REPLY_ARRAY && job->elements == 2)
      store(database, "letters", job->element[1]->str);
    freeReplyObject(job);
  }
}

static void storeOrders() {
  redisContext *queue = connectQueue();
  PGconn *database = PQconnectdb(std::getenv("DATABASE"));
  for (;;) {
    auto *job = static_cast<redisReply *>(redisCommand(queue, "BRPOPLPUSH orders orders:taken 0")); // near-miss: kept in another list
    if (!job)
      break;
    if (job->type == REDIS_REPLY_STRING && store(database, "orders", job->str))
      freeReplyObject(redisCommand(queue, "LREM orders:taken 1 %s", job->str));
    freeReplyObject(job);
  }
}

static void storeBills() {
  redisContext *queue = connectQueue();
  PGconn *database = PQconnectdb(std::getenv("DATABASE"));
  for (;;) {
    auto *job = static_cast<redisReply *>(redisCommand(queue, "BLMOVE %s %s RIGHT LEFT %d", "bills", "bills:taken", 5)); // near-miss
    if (!job)
      break;
    if (job->type == REDIS_REPLY_STRING && store(database, "bills", job->str))
      freeReplyObject(redisCommand(queue, "LREM bills:taken 1 %s", job->str));
    freeReplyObject(job);
  }
}

int main() {
  std::thread letters(storeLetters), orders(storeOrders), bills(storeBills);
  httplib::Server server;
  server.Post("/sum", [](const httplib::Request &req, httplib::Response &res) {
    redisContext *queue = connectQueue();
    const std::string number = req.get_header_value("X-Request-Id");
    freeReplyObject(redisCommand(queue, "RPUSH sums %s:%s", number.c_str(), req.body.c_str()));
    auto *reply = static_cast<redisReply *>(redisCommand(queue, "BLPOP sum:%s 5", number.c_str())); // near-miss: the answer to what was asked
    if (reply && reply->type == REDIS_REPLY_ARRAY)
      res.set_content(reply->element[1]->str, "text/plain");
    else
      res.status = 504;
    freeReplyObject(reply);
    redisFree(queue);
  });
  server.listen("0.0.0.0", 8080);
}
