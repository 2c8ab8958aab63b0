/* A thread pool in C, whose tasks are an array: they serve descriptors that were accepted. */
#include <netinet/in.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct task {
  void (*run)(void *); // near-miss: the pool's
  void *arg;           // near-miss: the pool's
};

struct thread_pool {
  pthread_mutex_t lock;
  pthread_cond_t some;
  pthread_t *threads;
  int nthreads;
  struct task *tasks;
  int size, head, tail, count; // near-miss: the pool's
};

static void *work(void *argument) {
  struct thread_pool *pool = argument;
  for (;;) {
    pthread_mutex_lock(&pool->lock);
    while (pool->count == 0)
      pthread_cond_wait(&pool->some, &pool->lock);
    struct task task = pool->tasks[pool->head];
    pool->head = (pool->head + 1) % pool->size;
    pool->count--;
    pthread_mutex_unlock(&pool->lock);
    task.run(task.arg);
  }
  return NULL;
}

static struct thread_pool *pool_new(int nthreads, int size) {
  struct thread_pool *pool = calloc(1, sizeof *pool);
  pthread_mutex_init(&pool->lock, NULL);
  pthread_cond_init(&pool->some, NULL);
  pool->size = size;
  pool->tasks = malloc(sizeof *pool->tasks * (size_t)size);
  pool->threads = malloc(sizeof *pool->threads * (size_t)nthreads);
  for (pool->nthreads = 0; pool->nthreads < nthreads; pool->nthreads++)
    pthread_create(&pool->threads[pool->nthreads], NULL, work, pool);
  return pool;
}

static int pool_add(struct thread_pool *pool, void (*run)(void *), void *arg) {
  pthread_mutex_lock(&pool->lock);
  if (pool->count == pool->size) {
    pthread_mutex_unlock(&pool->lock);
    return -1;
  }
  pool->tasks[pool->tail].run = run;
  pool->tasks[pool->tail].arg = arg;
  pool->tail = (pool->tail + 1) % pool->size;
  pool->count++;
  pthread_cond_signal(&pool->some);
  pthread_mutex_unlock(&pool->lock);
  return 0;
}

static int visits; // finding: mutable-global "visits"

struct visit {
  int client;
  int number;
};

static void serve(void *arg) {
  struct visit *visit = arg;
  char buffer[512];
  ssize_t n = recv(visit->client, buffer, sizeof buffer, 0);
  int length = snprintf(buffer, sizeof buffer, "%zd from number %d\n", n, visit->number);
  send(visit->client, buffer, (size_t)length, MSG_NOSIGNAL);
  close(visit->client);
  free(visit);
}

int main(void) {
  struct sockaddr_in at;
  int listener = socket(AF_INET, SOCK_STREAM, 0);
  memset(&at, 0, sizeof at);
  at.sin_family = AF_INET;
  at.sin_port = htons(7680);
  bind(listener, (struct sockaddr *)&at, sizeof at);
  listen(listener, 16);
  struct thread_pool *pool = pool_new(4, 64);
  for (;;) {
    struct visit *visit = malloc(sizeof *visit);
    visit->client = accept(listener, NULL, NULL);
    visit->number = ++visits;
    if (visit->client < 0 || pool_add(pool, serve, visit) != 0)
      free(visit);
  }
}
