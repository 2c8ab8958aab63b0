// C: jobs in lists by hand. A list in a tube is told at its head; entries that only start-up had are no state of their own.
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

typedef struct Job Job;
struct Job {
  Job *prev, *next; // near-miss: parts of a list
  int state;        // near-miss: part of an entry
  char text[64];
};

typedef struct Tube {
  Job waiting;  // finding: handler-state|mutable-global error "waiting"
  int paused;   // near-miss: set at start-up
} Tube;

static Tube *tube;

static void insert(Job *head, Job *job) {
  job->prev = head->prev;
  job->next = head;
  head->prev->next = job;
  head->prev = job;
}

static Job *take(Job *head) {
  Job *job = head->next;
  if (job == head)
    return NULL;
  job->prev->next = job->next;
  job->next->prev = job->prev;
  return job;
}

static void load(Job *list) {
  for (int i = 0; i < 3; i++) {
    Job *job = calloc(1, sizeof *job);
    insert(list, job);
  }
}

static void replay(Job *list) {
  for (Job *job; (job = take(list));) {
    job->state = 1;
    insert(&tube->waiting, job);
  }
}

static void serve(int client) {
  char text[64];
  ssize_t n = read(client, text, sizeof text);
  if (n <= 0)
    return;
  Job *job;
  if (text[0] == 'p') {
    job = calloc(1, sizeof *job);
    memcpy(job->text, text, (size_t)n);
    job->state = 2;
    insert(&tube->waiting, job);
  } else if ((job = take(&tube->waiting))) {
    job->state = 3;
    write(client, job->text, sizeof job->text);
  }
}

int main(void) {
  tube = calloc(1, sizeof *tube);
  tube->waiting.prev = tube->waiting.next = &tube->waiting;
  Job list = {&list, &list, 0, ""};
  load(&list);
  replay(&list);
  int listener = socket(AF_INET, SOCK_STREAM, 0);
  listen(listener, 16);
  for (;;) {
    int client = accept(listener, NULL, NULL);
    serve(client);
    close(client);
  }
}
