// C++ REST SDK: what goes on after reply() has been called.
// packages: libcpprest-dev
#include <cpprest/http_listener.h>
#include <string>

using web::http::http_request;
using web::http::experimental::listener::http_listener;
using web::http::methods;
using codes = web::http::status_codes;

static std::string solve(const std::string &problem) { return problem + "!"; }

static void accepted(http_request request) {
  request.reply(codes::Accepted);
  request.extract_string(true).then([](std::string body) { solve(body); }); // finding: deferred-work error
}

static void forgotten(http_request request) {
  std::string path = request.relative_uri().path();
  pplx::create_task([path] { solve(path); }); // finding: deferred-work error
  request.reply(codes::Accepted);
}

static void answered(http_request request) {
  if (request.relative_uri().is_empty()) {
    request.reply(codes::BadRequest);
    return;
  }
  request.extract_string(true)
      .then([](std::string body) { return solve(body); })
      .then([request](std::string text) { request.reply(codes::OK, text); });
}

static void computed(http_request request) {
  std::string path = request.relative_uri().path();
  pplx::create_task([path] { return solve(path); }).then([request](std::string text) {
    request.reply(codes::OK, text).then([](pplx::task<void> sent) { sent.wait(); });
  });
}

static void waited(http_request request) {
  auto task = pplx::create_task([] { return solve("x"); });
  request.reply(codes::OK, task.get());
}

int main() {
  http_listener listener("http://0.0.0.0:8080");
  listener.support(methods::POST, accepted);
  listener.support(methods::PUT, forgotten);
  listener.support(methods::GET, answered);
  listener.support(methods::HEAD, computed);
  listener.support(methods::PATCH, waited);
  listener.open().wait();
  for (;;)
    ;
}
