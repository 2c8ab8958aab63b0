// A thread that a helper starts, and that tells the event loop what to answer; one that nobody waits for.
#define _GNU_SOURCE
#include <mongoose.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static void start(void *(*work)(void *), void *job) {
  pthread_t thread;
  pthread_create(&thread, NULL, work, job);
  pthread_detach(thread);
}

static void start_mail(void *(*work)(void *), void *job) {
  pthread_t thread;
  pthread_create(&thread, NULL, work, job); // finding: deferred-work error "pthread_create"
  pthread_detach(thread);
}

struct job {
  struct mg_mgr *mgr;
  unsigned long id;
};

static void *compute(void *data) {
  struct job *job = data;
  sleep(2);
  mg_wakeup(job->mgr, job->id, "42", 2);
  free(job);
  return NULL;
}

static void *mail(void *data) {
  FILE *out = popen("sendmail root", "w");
  if (out) {
    fprintf(out, "%lu\n", *(unsigned long *)data);
    pclose(out);
  }
  free(data);
  return NULL;
}

static void handle(struct mg_connection *c, int event, void *data) {
  if (event == MG_EV_HTTP_MSG) {
    struct job *job = calloc(1, sizeof *job);
    job->mgr = c->mgr;
    job->id = c->id;
    start(compute, job);
    unsigned long *number = malloc(sizeof *number);
    *number = c->id;
    start_mail(mail, number);
  } else if (event == MG_EV_WAKEUP) {
    struct mg_str *answer = data;
    mg_http_reply(c, 200, "", "%.*s\n", (int)answer->len, answer->buf);
  }
}

int main(void) {
  struct mg_mgr mgr;
  mg_mgr_init(&mgr);
  mg_http_listen(&mgr, "http://0.0.0.0:8000", handle, NULL);
  for (;;)
    mg_mgr_poll(&mgr, 1000);
}
