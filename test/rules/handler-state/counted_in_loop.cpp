// What a worker's loop counts and only a report at its end tells.
// packages: librdkafka-dev
#include <cstdio>
#include <librdkafka/rdkafka.h>

static volatile bool stop;

static void report(const char *path, unsigned long moved) {
  std::FILE *f = std::fopen(path, "a");
  if (!f)
    return;
  std::fprintf(f, "%lu\n", moved);
  std::fclose(f);
}
static void relay(rd_kafka_t *out, rd_kafka_message_t *msg, unsigned long number) {
  rd_kafka_producev(out, RD_KAFKA_V_TOPIC("events"), RD_KAFKA_V_VALUE(msg->payload, msg->len),
                    RD_KAFKA_V_KEY(&number, sizeof number), RD_KAFKA_V_END);
}

int main() {
  char err[256];
  rd_kafka_t *in = rd_kafka_new(RD_KAFKA_CONSUMER, rd_kafka_conf_new(), err, sizeof err);
  rd_kafka_t *out = rd_kafka_new(RD_KAFKA_PRODUCER, rd_kafka_conf_new(), err, sizeof err);
  unsigned long moved = 0;
  unsigned long number = 0; // finding: handler-state error "number"
  rd_kafka_poll_set_consumer(in);
  while (!stop) {
    rd_kafka_message_t *msg = rd_kafka_consumer_poll(in, 1000);
    if (!msg)
      continue;
    relay(out, msg, number);
    moved++;
    number++;
    rd_kafka_message_destroy(msg);
  }
  rd_kafka_consumer_close(in);
  report("/var/log/mirror-runs", moved);
  report("/var/log/mirror-numbers", number);
}
