// The server itself is a singleton that holds a descriptor, and a thread of each connection asks for it.
#include <cstring>
#include <netinet/in.h>
#include <pthread.h>
#include <string>
#include <sys/socket.h>
#include <unistd.h>

struct User {
  int fd = -1;
  int number = 0;
};

class Server {
public:
  static Server *instance();
  void open() {
    descriptor_ = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in here{};
    here.sin_family = AF_INET;
    here.sin_port = htons(7033);
    bind(descriptor_, reinterpret_cast<sockaddr *>(&here), sizeof here);
    listen(descriptor_, 100);
  }
  User *next() {
    User *user = new User;
    user->fd = accept(descriptor_, nullptr, nullptr);
    return user;
  }
  void add(User *user) {
    pthread_mutex_lock(&lock_);
    user->number = current_;
    users_[current_++] = user;
    pthread_mutex_unlock(&lock_);
  }
  User *find(int number) {
    for (int i = 0; i < current_; ++i)
      if (users_[i]->number == number)
        return users_[i];
    return nullptr;
  }

private:
  Server() {}
  static Server *instance_; // near-miss: made once
  User *users_[100];        // finding: handler-state error "users_"
  pthread_mutex_t lock_ = PTHREAD_MUTEX_INITIALIZER;
  int current_ = 0; // finding: handler-state error "current_"
  int descriptor_ = -1;
};

Server *Server::instance_ = nullptr;

Server *Server::instance() {
  if (!instance_)
    instance_ = new Server;
  return instance_;
}

static void *work(void *given) {
  User *user = static_cast<User *>(given);
  Server::instance()->add(user);
  char text[16] = {};
  read(user->fd, text, sizeof text - 1);
  if (User *peer = Server::instance()->find(std::atoi(text)))
    write(peer->fd, text, std::strlen(text));
  return nullptr;
}

int main() {
  Server *server = Server::instance();
  server->open();
  while (true) {
    User *user = server->next();
    pthread_t thread;
    pthread_create(&thread, nullptr, &work, user);
  }
}
