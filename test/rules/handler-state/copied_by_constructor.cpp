// What a constructor reads in and copies is gone when it returns; what a constructor that serves keeps is not.
#include <fstream>
#include <map>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

struct Item {
  int number = 0;
  int left = 0;
  void take() { --left; }
};
struct Book {
  std::vector<Item> items; // near-miss: copied, and gone
  const std::vector<Item> &all() const { return items; }
};

static void load(const std::string &path, Book &book) {
  std::ifstream in(path);
  Item item;
  while (in >> item.number >> item.left)
    book.items.push_back(item);
}

class Store {
public:
  Store() {
    Book book;
    load("/usr/share/store/items", book);
    for (const Item &item : book.all())
      items_.insert({item.number, item});
  }
  int take(int number) {
    auto found = items_.find(number);
    if (found == items_.end())
      return -1;
    found->second.take();
    return found->second.left;
  }

private:
  std::map<int, Item> items_; // finding: handler-state error "items_"
};

class Server {
public:
  Server() {
    Store store;
    int visitors = 0; // finding: handler-state error "visitors"
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in own{};
    own.sin_family = AF_INET;
    own.sin_port = htons(7000);
    bind(listener, reinterpret_cast<sockaddr *>(&own), sizeof own);
    listen(listener, 16);
    while (true) {
      int client = accept(listener, nullptr, nullptr);
      char text[16] = {};
      if (read(client, text, sizeof text - 1) > 0) {
        ++visitors;
        std::string answer = std::to_string(store.take(std::stoi(text))) + " " + std::to_string(visitors);
        write(client, answer.data(), answer.size());
      }
      close(client);
    }
  }
};

int main() { Server server; }
