// The places of a loop around select(): which are taken is the loop's own
// matter, until somebody goes round them to speak to other clients.
#include <cstdlib>
#include <netinet/in.h>
#include <poll.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <unistd.h>

constexpr int Most = 30;

class Echo {
public:
  explicit Echo(int listener) : listener_(listener) {
    for (int i = 0; i < Most; i++)
      places_[i] = 0;
  }

  void run() {
    char buffer[1024];
    while (true) {
      fd_set waiting;
      FD_ZERO(&waiting);
      FD_SET(listener_, &waiting);
      int highest = listener_;
      for (int i = 0; i < Most; i++) {
        int sd = places_[i];
        if (sd > 0)
          FD_SET(sd, &waiting);
        if (sd > highest)
          highest = sd;
      }
      ::select(highest + 1, &waiting, nullptr, nullptr, nullptr);
      if (FD_ISSET(listener_, &waiting)) {
        int fd = ::accept(listener_, nullptr, nullptr);
        for (int i = 0; i < Most; i++)
          if (places_[i] == 0) {
            places_[i] = fd;
            break;
          }
      }
      for (int i = 0; i < Most; i++) {
        int sd = places_[i];
        if (FD_ISSET(sd, &waiting)) {
          ssize_t n = ::read(sd, buffer, sizeof buffer);
          if (n <= 0) {
            ::close(sd);
            places_[i] = 0;
          } else {
            ::send(sd, buffer, size_t(n), 0);
          }
        }
      }
    }
  }

private:
  int listener_;
  int places_[Most]; // near-miss: the loop alone knows who sits where
};

class Room {
public:
  void run(int listener) {
    char buffer[1024];
    while (true) {
      int fd = ::accept(listener, nullptr, nullptr);
      for (int i = 0; i < Most; i++)
        if (members_[i] == 0) {
          members_[i] = fd;
          break;
        }
      for (int i = 0; i < Most; i++) {
        ssize_t n = ::recv(members_[i], buffer, sizeof buffer, MSG_DONTWAIT);
        if (n <= 0)
          continue;
        for (int k = 0; k < Most; k++)
          ::send(members_[k], buffer, size_t(n), 0);
      }
      if (waiting_ < 0) {
        waiting_ = fd;
      } else {
        ::send(waiting_, "a partner", 9, 0);
        waiting_ = -1;
      }
    }
  }

private:
  int members_[Most] = {}; // finding: handler-state error "members_"
  int waiting_ = -1;       // finding: handler-state error "waiting_"
};

// What was closed is marked with -1.
class Uplink {
public:
  void run(int listener) {
    char buffer[64];
    while (true) {
      int client = ::accept(listener, nullptr, nullptr);
      if (fd_ < 0)
        fd_ = ::socket(AF_INET, SOCK_STREAM, 0);
      ssize_t n = ::recv(client, buffer, sizeof buffer, 0);
      if (n > 0 && ::send(fd_, buffer, size_t(n), 0) < 0) {
        ::close(fd_);
        fd_ = -1;
      }
      ::close(client);
    }
  }

private:
  int fd_ = -1; // near-miss: a handle that is opened again
};

// An array for poll() that grows by hand, with its numbers beside it.
class Waiting {
public:
  void run(int listener) {
    fds_ = static_cast<pollfd *>(std::calloc(size_t(size_), sizeof *fds_));
    add(listener);
    while (true) {
      ::poll(fds_, nfds_t(count_), -1);
      for (int i = 0; i < count_; i++) {
        if (!(fds_[i].revents & POLLIN))
          continue;
        if (fds_[i].fd == listener)
          add(::accept(listener, nullptr, nullptr));
        else
          serve(i);
      }
    }
  }

private:
  void add(int fd) {
    if (count_ == size_) {
      size_ *= 2;
      fds_ = static_cast<pollfd *>(
          std::realloc(fds_, sizeof *fds_ * size_t(size_)));
    }
    fds_[count_].fd = fd;
    fds_[count_].events = POLLIN;
    count_++;
    greeted_++;
  }

  void serve(int i) {
    char buffer[64];
    ssize_t n = ::recv(fds_[i].fd, buffer, sizeof buffer, 0);
    if (n > greeted_)
      ::send(fds_[i].fd, buffer, size_t(n), 0);
    if (n > 0)
      return;
    ::close(fds_[i].fd);
    fds_[i] = fds_[count_ - 1];
    count_--;
  }

  pollfd *fds_ = nullptr;
  int size_ = 8;    // near-miss: the array's own
  int count_ = 0;   // near-miss: the array's own
  int greeted_ = 0; // finding: handler-state error "greeted_"
};

int main(int argc, char **) {
  int listener = ::socket(AF_INET, SOCK_STREAM, 0);
  ::listen(listener, 5);
  Echo echo(listener);
  Room room;
  Uplink uplink;
  Waiting waiting;
  if (argc > 3)
    waiting.run(listener);
  if (argc > 2)
    uplink.run(listener);
  if (argc > 1)
    room.run(listener);
  echo.run();
}
