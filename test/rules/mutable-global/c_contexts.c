/* packages: libmicrohttpd-dev, libevent-dev */
#include <event2/buffer.h>
#include <event2/event.h>
#include <event2/http.h>
#include <microhttpd.h>
#include <stdlib.h>
#include <string.h>

/* State in a local of main, given to C callbacks as `void *`. */
struct board {
  const char *title;
  char pinned[256]; // finding: handler-state error "pinned"
};

static enum MHD_Result reply(struct MHD_Connection *c, const char *text) {
  struct MHD_Response *r = MHD_create_response_from_buffer(strlen(text), (void *)text, MHD_RESPMEM_MUST_COPY);
  enum MHD_Result sent = MHD_queue_response(c, MHD_HTTP_OK, r);
  MHD_destroy_response(r);
  return sent;
}

static enum MHD_Result handle(void *cls, struct MHD_Connection *c, const char *url, const char *method,
                              const char *version, const char *data, size_t *size, void **request) {
  struct board *board = cls;
  if (strcmp(method, "PUT") == 0 && *size < sizeof board->pinned) {
    memcpy(board->pinned, data, *size);
    return reply(c, board->title);
  }
  return reply(c, board->pinned);
}

struct refund {
  char account[64];
  struct event *timer;
};

static void pay_back(evutil_socket_t fd, short what, void *arg) {
  struct refund *r = arg;
  event_free(r->timer);
  free(r);
}

static void beat(evutil_socket_t fd, short what, void *arg) {}

static void cancel(struct evhttp_request *req, void *arg) {
  struct event_base *base = arg;
  struct refund *r = calloc(1, sizeof *r);
  struct timeval delay = {300, 0};
  evbuffer_remove(evhttp_request_get_input_buffer(req), r->account, sizeof r->account - 1);
  r->timer = event_new(base, -1, 0, pay_back, r); // finding: deferred-work error "event_new"
  event_add(r->timer, &delay);
  evhttp_send_reply(req, 202, "Accepted", NULL);
}

int main(void) {
  struct board board = {"notes", ""};
  struct event_base *base = event_base_new();
  struct timeval every = {60, 0};
  struct event *heartbeat = event_new(base, -1, EV_PERSIST, beat, NULL);
  struct evhttp *http = evhttp_new(base);
  struct MHD_Daemon *daemon =
      MHD_start_daemon(MHD_USE_INTERNAL_POLLING_THREAD, 8888, NULL, NULL, &handle, &board, MHD_OPTION_END);
  event_add(heartbeat, &every);
  evhttp_set_cb(http, "/cancel", cancel, base);
  evhttp_bind_socket(http, "0.0.0.0", 8080);
  event_base_dispatch(base);
  MHD_stop_daemon(daemon);
  return 0;
}
