// A number that a background loop prints into a text and sends to its clients; one that it only counts.
// packages: libcivetweb-dev
#include <civetweb.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static volatile sig_atomic_t stop = 0;
static struct mg_connection *clients[8]; // finding: mutable-global error "clients"

static void on_signal(int number) {
  (void)number;
  stop = 1;
}

static void ready(struct mg_connection *connection, void *data) {
  (void)data;
  for (int i = 0; i < 8; i++)
    if (clients[i] == NULL) {
      clients[i] = connection;
      return;
    }
}

static void inform(void) {
  static unsigned long sequence = 0; // finding: mutable-global warning "sequence"
  static unsigned long rounds = 0;
  char text[32];
  sprintf(text, "%lu", ++sequence);
  fprintf(stderr, "round %lu\n", ++rounds);
  for (int i = 0; i < 8; i++)
    if (clients[i])
      mg_websocket_write(clients[i], MG_WEBSOCKET_OPCODE_TEXT, text, strlen(text));
}

int main(void) {
  signal(SIGTERM, on_signal);
  struct mg_context *context = mg_start(NULL, NULL, NULL);
  mg_set_websocket_handler(context, "/ws", NULL, ready, NULL, NULL, NULL);
  while (!stop) {
    sleep(1);
    inform();
  }
  mg_stop(context);
}
