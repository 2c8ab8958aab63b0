// Clients of databases, caches and brokers.
// packages: librdkafka-dev, librabbitmq-dev, libmariadb-dev, libmemcached-dev, libzmq3-dev, libmosquitto-dev
#include <amqp.h>
#include <amqp_tcp_socket.h>
#include <cstdlib>
#include <cstring>
#include <libmemcached/memcached.h>
#include <librdkafka/rdkafka.h>
#include <mariadb/mysql.h>
#include <mosquitto.h>
#include <zmq.h>

static void connectLiterally() {
  char error[256];
  rd_kafka_conf_t *conf = rd_kafka_conf_new();
  rd_kafka_conf_set(conf, "bootstrap.servers", "kafka-1:9092", error, sizeof error); // finding: hardcoded-host warning "kafka-1:9092"
  rd_kafka_conf_set(conf, "client.id", "shop-10.2.1.0", error, sizeof error);
  amqp_connection_state_t rabbit = amqp_new_connection();
  amqp_socket_open(amqp_tcp_socket_new(rabbit), "rabbit.corp.lan", 5672); // finding: hardcoded-host warning "rabbit.corp.lan"
  MYSQL *mysql = mysql_init(nullptr);
  mysql_real_connect(mysql, "mysql.corp.lan", "shop", "", "shop", 3306, nullptr, 0); // finding: hardcoded-host warning "mysql.corp.lan"
  memcached_st *cache = memcached_create(nullptr);
  memcached_server_add(cache, "cache.corp.lan", 11211); // finding: hardcoded-host warning "cache.corp.lan"
  void *context = zmq_ctx_new();
  void *events = zmq_socket(context, ZMQ_PUSH);
  zmq_connect(events, "tcp://events.corp.lan:5555"); // finding: hardcoded-host warning "events.corp.lan"
  void *requests = zmq_socket(context, ZMQ_PULL);
  zmq_bind(requests, "tcp://127.0.0.1:5556");
  mosquitto *broker = mosquitto_new("shop", true, nullptr);
  mosquitto_connect(broker, "mqtt.corp.lan", 1883, 60); // finding: hardcoded-host warning "mqtt.corp.lan"
}

static void connectAsTold() {
  auto setting = [](const char *name, const char *fallback) {
    const char *value = std::getenv(name);
    return value ? value : fallback;
  };
  char error[256];
  rd_kafka_conf_t *conf = rd_kafka_conf_new();
  rd_kafka_conf_set(conf, "bootstrap.servers", setting("KAFKA", "kafka-2:9092"), error, sizeof error);
  MYSQL *mysql = mysql_init(nullptr);
  mysql_real_connect(mysql, setting("MYSQL_HOST", "mysql-2.corp.lan"), "shop", "", "shop", 3306, nullptr, 0);
  MYSQL *local = mysql_init(nullptr);
  mysql_real_connect(local, nullptr, "shop", "", "shop", 0, "/run/mysqld/mysqld.sock", 0);
  memcached_st *cache = memcached_create(nullptr);
  memcached_server_add(cache, setting("CACHE_HOST", "localhost"), 11211);
}

int main() {
  connectLiterally();
  connectAsTold();
}
