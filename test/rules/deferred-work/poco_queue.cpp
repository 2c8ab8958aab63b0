// packages: libpoco-dev
#include <Poco/ExpireCache.h>
#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Notification.h>
#include <Poco/NotificationQueue.h>
#include <Poco/Runnable.h>
#include <Poco/ThreadPool.h>
#include <Poco/Util/ServerApplication.h>
#include <iostream>
#include <string>

using namespace Poco::Net;

class Job : public Poco::Notification {
public:
  explicit Job(std::string text) : text(std::move(text)) {}
  const std::string text;
};

// Made before serving: it runs in the background, and takes what requests left.
class Printer : public Poco::Runnable {
public:
  explicit Printer(Poco::NotificationQueue &queue) : queue_(queue) {}
  void run() override {
    for (Poco::AutoPtr<Poco::Notification> next(queue_.waitDequeueNotification()); next;
         next = queue_.waitDequeueNotification())
      if (auto *job = dynamic_cast<Job *>(next.get()))
        std::cout << job->text;
  }

private:
  Poco::NotificationQueue &queue_;
};

class Handler : public HTTPRequestHandler {
public:
  Handler(Poco::NotificationQueue &queue, Poco::ExpireCache<std::string, std::string> &seen)
      : queue_(queue), seen_(seen) {}
  void handleRequest(HTTPServerRequest &request, HTTPServerResponse &response) override {
    if (!seen_.has(request.getURI()))
      seen_.add(request.getURI(), request.getHost());
    queue_.enqueueNotification(new Job(request.getURI()));
    response.send();
  }

private:
  Poco::NotificationQueue &queue_;
  Poco::ExpireCache<std::string, std::string> &seen_;
};

class Factory : public HTTPRequestHandlerFactory {
public:
  Factory(Poco::NotificationQueue &queue, Poco::ExpireCache<std::string, std::string> &seen)
      : queue_(queue), seen_(seen) {}
  HTTPRequestHandler *createRequestHandler(const HTTPServerRequest &) override { return new Handler(queue_, seen_); }

private:
  Poco::NotificationQueue &queue_;
  Poco::ExpireCache<std::string, std::string> &seen_;
};

class App : public Poco::Util::ServerApplication {
  int main(const std::vector<std::string> &) override {
    Poco::NotificationQueue jobs;                         // finding: deferred-work error "jobs"
    Poco::ExpireCache<std::string, std::string> seen(60); // finding: handler-state error "seen"
    Printer printer(jobs);
    Poco::ThreadPool::defaultPool().start(printer);
    HTTPServer server(new Factory(jobs, seen), ServerSocket(8080), new HTTPServerParams);
    server.start();
    waitForTerminationRequest();
    return EXIT_OK;
  }
};

POCO_SERVER_MAIN(App)
