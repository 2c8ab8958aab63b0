// An array of a library's connections, told in a loop: the members of a chat.
// packages: libuv1-dev
// flags: -D_GNU_SOURCE
#include <stdlib.h>
#include <string.h>
#include <uv.h>

static uv_stream_t *clients[32]; // finding: static-cache|handler-state|mutable-global error "clients"

static void fill(uv_handle_t *handle, size_t size, uv_buf_t *buffer) {
  (void)handle;
  buffer->base = malloc(size);
  buffer->len = size;
}

static void heard(uv_stream_t *client, ssize_t n, const uv_buf_t *buffer) {
  (void)client;
  for (int i = 0; n > 0 && i < 32; ++i)
    if (clients[i]) {
      uv_buf_t text = uv_buf_init(buffer->base, (unsigned)n);
      uv_try_write(clients[i], &text, 1);
    }
  free(buffer->base);
}

static void came(uv_stream_t *server, int status) {
  uv_tcp_t *client = malloc(sizeof *client);
  uv_tcp_init(server->loop, client);
  if (status || uv_accept(server, (uv_stream_t *)client)) {
    free(client);
    return;
  }
  for (int i = 0; i < 32; ++i)
    if (!clients[i]) {
      clients[i] = (uv_stream_t *)client;
      break;
    }
  uv_read_start((uv_stream_t *)client, fill, heard);
}

int main(void) {
  struct sockaddr_in here;
  uv_tcp_t server;
  uv_tcp_init(uv_default_loop(), &server);
  uv_ip4_addr("0.0.0.0", 7000, &here);
  uv_tcp_bind(&server, (const struct sockaddr *)&here, 0);
  uv_listen((uv_stream_t *)&server, 16, came);
  return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
