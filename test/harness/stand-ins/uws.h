// Stand-in, see README.md: uWebSockets.
#pragma once
#include <string>
#include <string_view>

namespace uWS {
enum OpCode : int { TEXT = 1, BINARY = 2 };
class HttpRequest {
public:
  std::string_view getHeader(std::string_view name);
  std::string_view getUrl();
  std::string_view getParameter(unsigned short index);
};
template <bool SSL> class HttpResponse {
public:
  HttpResponse *end(std::string_view data = {}) { return (void)data, this; }
  HttpResponse *writeHeader(std::string_view, std::string_view) { return this; }
  std::string_view getRemoteAddressAsText() { return {}; }
};
template <bool SSL, bool IsServer, typename UserData> class WebSocket {
public:
  UserData *getUserData() { return nullptr; }
  int send(std::string_view, OpCode) { return 0; }
  bool subscribe(std::string_view) { return true; }
};
/// What MoveOnlyFunction is in the library.
template <typename T> class Callable;
template <typename R, typename... A> class Callable<R(A...)> {
public:
  Callable() = default;
  Callable(std::nullptr_t) {}
  template <typename F> Callable(F f) { call = &f == nullptr ? 0 : 1; }

private:
  int call = 0;
};
template <bool SSL> class TemplatedApp {
public:
  template <typename UserData> struct WebSocketBehavior {
    unsigned int maxPayloadLength = 16 * 1024;
    Callable<void(WebSocket<SSL, true, UserData> *)> open = nullptr;
    Callable<void(WebSocket<SSL, true, UserData> *, std::string_view, OpCode)> message = nullptr;
    Callable<void(WebSocket<SSL, true, UserData> *, int, std::string_view)> close = nullptr;
  };
  template <typename UserData> TemplatedApp &&ws(std::string, WebSocketBehavior<UserData> &&) {
    return static_cast<TemplatedApp &&>(*this);
  }
  template <typename F> TemplatedApp &&get(std::string, F &&) { return static_cast<TemplatedApp &&>(*this); }
  template <typename F> TemplatedApp &&post(std::string, F &&) { return static_cast<TemplatedApp &&>(*this); }
  template <typename F> TemplatedApp &&listen(int, F &&) { return static_cast<TemplatedApp &&>(*this); }
  TemplatedApp &&run() { return static_cast<TemplatedApp &&>(*this); }
};
using App = TemplatedApp<false>;
} // namespace uWS
