// C interfaces that only a consumer calls make a loop of jobs, without a socket of the program's own.
// packages: libhiredis-dev, libpq-dev, librdkafka-dev
// flags: -I/usr/include/postgresql
#include <cstdlib>
#include <hiredis/hiredis.h>
#include <libpq-fe.h>
#include <librdkafka/rdkafka.h>
#include <mqueue.h>
#include <string>

static long popped = 0;   // finding: mutable-global error
static long streamed = 0; // finding: mutable-global error
static long consumed = 0; // finding: mutable-global error
static long notified = 0; // finding: mutable-global error
static long received = 0; // finding: mutable-global error
static long polled = 0;

static void publish(redisContext *redis, long n) { freeReplyObject(redisCommand(redis, "SET last %ld", n)); }

static void pop(redisContext *redis) {
  while (auto *job = static_cast<redisReply *>(redisCommand(redis, "BLPOP jobs 0"))) { // finding: deferred-work error "redisCommand"
    publish(redis, ++popped);
    freeReplyObject(job);
  }
}

static void stream(redisContext *redis) {
  for (;;) {
    void *job = redisCommand(redis, "xreadgroup GROUP g c BLOCK 0 STREAMS jobs >");
    publish(redis, ++streamed);
    freeReplyObject(job);
  }
}

static void consume(redisContext *redis, rd_kafka_t *kafka) {
  for (;;)
    if (rd_kafka_message_t *message = rd_kafka_consumer_poll(kafka, 1000)) {
      publish(redis, ++consumed);
      rd_kafka_message_destroy(message);
    }
}

static void notices(redisContext *redis, PGconn *database) {
  for (;;) {
    PQconsumeInput(database);
    while (PGnotify *notice = PQnotifies(database)) {
      publish(redis, ++notified);
      PQfreemem(notice);
    }
  }
}

static void receive(redisContext *redis, mqd_t queue) {
  char job[8192];
  while (mq_receive(queue, job, sizeof job, nullptr) >= 0)
    publish(redis, ++received);
}

// Waits for something to be there: no job is taken.
static void ready(redisContext *redis) {
  while (auto *answer = static_cast<redisReply *>(redisCommand(redis, "EXISTS ready"))) {
    bool there = answer->integer != 0 || ++polled > 100;
    freeReplyObject(answer);
    if (there)
      return;
  }
}

int main(int argc, char **argv) {
  redisContext *redis = redisConnect(std::getenv("REDIS_HOST"), 6379);
  ready(redis);
  std::string kind = argc > 1 ? argv[1] : "";
  if (kind == "pop")
    pop(redis);
  if (kind == "stream")
    stream(redis);
  if (kind == "kafka")
    consume(redis, rd_kafka_new(RD_KAFKA_CONSUMER, nullptr, nullptr, 0));
  if (kind == "postgres")
    notices(redis, PQconnectdb(std::getenv("DATABASE_URL")));
  if (kind == "queue")
    receive(redis, static_cast<mqd_t>(0));
}
