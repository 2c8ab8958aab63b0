//===- simple-web-server.h - NOT THE LIBRARY: declarations for checking names -----===//
//
// What checks/models/simple-web-server.yaml names and Debian's headers do not declare:
// Simple-Web-Server, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

namespace SimpleWeb {
struct CaseInsensitiveMultimap {};
struct Client {
  template <typename... A> Client(A &&...);
};
struct ClientBase {
  template <typename... A> ClientBase(A &&...);
  template <typename... A> int request(A &&...);
};
struct Server {};
struct ServerBase {
  template <typename... A> int accept_and_run(A &&...);
  template <typename... A> int bind(A &&...);
  int default_resource = 0;
  int on_error = 0;
  int on_upgrade = 0;
  int resource = 0;
  template <typename... A> int start(A &&...);
  struct Config {
    int address = 0;
  };
  struct Connection {};
  struct Content {
    template <typename... A> int string(A &&...);
  };
  struct Request {
    int content = 0;
    int header = 0;
    template <typename... A> int parse_query_string(A &&...);
    int path = 0;
    int path_match = 0;
    int query_string = 0;
    template <typename... A> int remote_endpoint(A &&...);
    template <typename... A> int remote_endpoint_address(A &&...);
  };
  struct Response {
    template <typename... A> int send(A &&...);
    template <typename... A> int send_on_delete(A &&...);
    template <typename... A> int write(A &&...);
  };
};
} // namespace SimpleWeb
