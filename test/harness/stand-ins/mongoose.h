/* Stand-in, see README.md: Mongoose, after its documentation. */
#pragma once
#include <stddef.h>

#define MG_EV_HTTP_MSG 1
#define MG_EV_WAKEUP 2
struct mg_str {
  char *buf;
  size_t len;
};
struct mg_mgr {
  void *conns;
};
struct mg_connection {
  struct mg_mgr *mgr;
  unsigned long id;
};
struct mg_http_message {
  struct mg_str uri, body;
};
typedef void (*mg_event_handler_t)(struct mg_connection *, int, void *);
void mg_mgr_init(struct mg_mgr *);
void mg_mgr_poll(struct mg_mgr *, int);
struct mg_connection *mg_http_listen(struct mg_mgr *, const char *, mg_event_handler_t, void *);
void mg_http_reply(struct mg_connection *, int, const char *, const char *, ...);
int mg_wakeup(struct mg_mgr *, unsigned long, const void *, size_t);
