// Consumers of a broker: acknowledged before or after the work.
// packages: librabbitmq-dev
#include <amqp.h>
#include <amqp_tcp_socket.h>
#include <cstdio>
#include <cstdlib>

static void consumeCareless(amqp_connection_state_t connection) {
  amqp_basic_consume(connection, 1, amqp_cstring_bytes("mails"), amqp_empty_bytes, 0, 1, 0, amqp_empty_table); // finding: deferred-work
}

static void consumeCareful(amqp_connection_state_t connection) {
  amqp_basic_consume(connection, 1, amqp_cstring_bytes("orders"), amqp_empty_bytes, 0, 0, 0, amqp_empty_table);
}

static void run(amqp_connection_state_t connection) {
  for (;;) {
    amqp_envelope_t envelope;
    amqp_maybe_release_buffers(connection);
    amqp_rpc_reply_t reply = amqp_consume_message(connection, &envelope, nullptr, 0);
    if (reply.reply_type != AMQP_RESPONSE_NORMAL)
      break;
    std::printf("message of %zu bytes\n", envelope.message.body.len);
    amqp_basic_ack(connection, 1, envelope.delivery_tag, 0);
    amqp_destroy_envelope(&envelope);
  }
}

int main() {
  amqp_connection_state_t connection = amqp_new_connection();
  amqp_socket_t *socket = amqp_tcp_socket_new(connection);
  amqp_socket_open(socket, std::getenv("AMQP_HOST"), 5672);
  amqp_login(connection, "/", 0, 131072, 0, AMQP_SASL_METHOD_PLAIN, std::getenv("AMQP_USER"),
             std::getenv("AMQP_PASSWORD"));
  amqp_channel_open(connection, 1);
  consumeCareless(connection);
  consumeCareful(connection);
  run(connection);
}
