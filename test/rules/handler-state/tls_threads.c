/* A thread for each connection, which is handed on as TLS's own object. */
/* packages: libssl-dev */
#include <netinet/in.h>
#include <openssl/ssl.h>
#include <pthread.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static char motto[64] = "none yet"; /* finding: mutable-global error "motto" */

static void *serve(void *given) {
  SSL *peer = given; /* near-miss: the connection */
  char line[64];
  int n = SSL_read(peer, line, sizeof line - 1);
  if (n > 0) {
    line[n] = 0;
    SSL_write(peer, motto, (int)strlen(motto));
    strcpy(motto, line);
  }
  SSL_shutdown(peer);
  SSL_free(peer);
  return NULL;
}

int main(void) {
  SSL_CTX *context = SSL_CTX_new(TLS_server_method());
  struct sockaddr_in here = {.sin_family = AF_INET, .sin_port = htons(7443)};
  int listener = socket(AF_INET, SOCK_STREAM, 0), client;
  bind(listener, (struct sockaddr *)&here, sizeof here);
  listen(listener, 16);
  while ((client = accept(listener, NULL, NULL)) >= 0) {
    SSL *peer = SSL_new(context);
    SSL_set_fd(peer, client);
    if (SSL_accept(peer) != 1)
      continue;
    pthread_t thread;
    pthread_create(&thread, NULL, serve, peer); /* near-miss: the connection's own thread */
    pthread_detach(thread);
  }
}
