// Stand-in, see README.md: Sogou C++ Workflow.
#pragma once
#include <functional>
#include <string>

namespace protocol {
class HttpRequest {
public:
  std::string get_request_uri() const { return {}; }
};
class HttpResponse {
public:
  bool append_output_body(const std::string &) { return true; }
};
} // namespace protocol

template <class REQ, class RESP> class WFNetworkTask {
public:
  REQ *get_req() { return nullptr; }
  RESP *get_resp() { return nullptr; }
  void start() {}
  void *user_data = nullptr;
};
using WFHttpTask = WFNetworkTask<protocol::HttpRequest, protocol::HttpResponse>;

class SeriesWork {
public:
  void push_back(WFHttpTask *) {}
};
inline SeriesWork *series_of(WFHttpTask *) { return nullptr; }

class WFTaskFactory {
public:
  static WFHttpTask *create_http_task(const std::string &, int, int, std::function<void(WFHttpTask *)>) {
    return nullptr;
  }
};
class WFServerBase {
public:
  int start(unsigned short) { return 0; }
  void stop() {}
};
template <class REQ, class RESP> class WFServer : public WFServerBase {
public:
  explicit WFServer(std::function<void(WFNetworkTask<REQ, RESP> *)>) {}
};
using WFHttpServer = WFServer<protocol::HttpRequest, protocol::HttpResponse>;
class WFFacilities {
public:
  class WaitGroup {
  public:
    explicit WaitGroup(int) {}
    void wait() const {}
  };
};
