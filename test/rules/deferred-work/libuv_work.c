// libuv: work whose after-callback answers is not deferred; work that nobody waits for is.
// packages: libuv1-dev
// flags: -D_GNU_SOURCE
#include <stdlib.h>
#include <string.h>
#include <uv.h>

struct job {
  uv_work_t work;
  void *peer;
  char text[64];
};

static void written(uv_write_t *request, int status) {
  (void)status;
  free(request);
}

static void reverse(uv_work_t *work) {
  struct job *job = work->data;
  size_t n = strlen(job->text);
  for (size_t i = 0; i < n / 2; ++i) {
    char c = job->text[i];
    job->text[i] = job->text[n - 1 - i];
    job->text[n - 1 - i] = c;
  }
}

static void reversed(uv_work_t *work, int status) {
  (void)status;
  struct job *job = work->data;
  uv_write_t *request = malloc(sizeof *request);
  uv_buf_t buffer = uv_buf_init(job->text, (unsigned)strlen(job->text));
  uv_write(request, (uv_stream_t *)job->peer, &buffer, 1, written);
  free(job);
}

static void dropped(uv_work_t *work, int status) {
  (void)status;
  free(work->data);
}

static void room(uv_handle_t *handle, size_t size, uv_buf_t *buffer) {
  (void)handle;
  buffer->base = malloc(size);
  buffer->len = size;
}

static void arrived(uv_stream_t *client, ssize_t n, const uv_buf_t *buffer) {
  if (n > 0 && n < 64) {
    struct job *job = calloc(1, sizeof *job);
    job->peer = client;
    job->work.data = job;
    memcpy(job->text, buffer->base, (size_t)n);
    if (job->text[0] == '!')
      uv_queue_work(uv_default_loop(), &job->work, reverse, dropped); // finding: deferred-work error
    else
      uv_queue_work(uv_default_loop(), &job->work, reverse, reversed);
  }
  free(buffer->base);
}

static void connected(uv_stream_t *server, int status) {
  (void)status;
  uv_tcp_t *client = malloc(sizeof *client);
  uv_tcp_init(server->loop, client);
  if (uv_accept(server, (uv_stream_t *)client) == 0)
    uv_read_start((uv_stream_t *)client, room, arrived);
}

int main(void) {
  static uv_tcp_t server;
  struct sockaddr_in address;
  uv_tcp_init(uv_default_loop(), &server);
  uv_ip4_addr("0.0.0.0", 7021, &address);
  uv_tcp_bind(&server, (const struct sockaddr *)&address, 0);
  uv_listen((uv_stream_t *)&server, 16, connected);
  return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
