// A thread that empties a queue from time to time: what it notes on the way is of one run.
#include <chrono>
#include <cstdlib>
#include <httplib.h>
#include <iostream>
#include <mutex>
#include <queue>
#include <string>
#include <thread>
#include <vector>

static std::queue<std::string> mails; // finding: deferred-work error "mails"
static std::mutex lock;
static int threads_running = 0; // near-miss: how many run
static std::mutex threads_lock;

static bool send(const std::string &mail) { return std::system(("mail " + mail).c_str()) == 0; }

static void empty() {
  std::vector<std::string> failed; // near-miss: of one run
  int sent = 0;                    // near-miss
  std::unique_lock<std::mutex> hold(lock);
  while (!mails.empty()) {
    std::string mail = mails.front();
    mails.pop();
    if (send(mail))
      ++sent;
    else
      failed.push_back(mail);
  }
  for (const std::string &mail : failed)
    mails.push(mail);
  std::cout << sent << " sent\n";
}

static void work(int turns) {
  empty();
  std::this_thread::sleep_for(std::chrono::seconds(10));
  if (turns > 0)
    work(turns - 1);
}

static void preview(const std::string &mail) {
  {
    std::lock_guard<std::mutex> hold(threads_lock);
    ++threads_running;
    std::cout << threads_running << " run\n";
  }
  send(mail);
  std::lock_guard<std::mutex> hold(threads_lock);
  --threads_running;
}

int main() {
  std::thread worker(work, 100000);
  httplib::Server server;
  server.Post("/mail", [](const httplib::Request &request, httplib::Response &response) {
    std::lock_guard<std::mutex> hold(lock);
    mails.push(request.body);
    response.status = 202;
  });
  server.Post("/preview", [](const httplib::Request &request, httplib::Response &response) {
    if (threads_running > 8) {
      response.status = 503;
      return;
    }
    std::thread show(preview, request.body);
    show.join();
  });
  server.listen("0.0.0.0", 8080);
  worker.join();
}
