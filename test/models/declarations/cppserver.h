//===- cppserver.h - NOT THE LIBRARY: declarations for checking names -------------===//
//
// What checks/models/cppserver.yaml names and Debian's headers do not declare:
// CppServer, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

namespace CppCommon {
struct Singleton {
  template <typename... A> int GetInstance(A &&...);
};
} // namespace CppCommon
namespace CppServer {
namespace Asio {
struct SSLClient {
  template <typename... A> int Connect(A &&...);
  template <typename... A> int ConnectAsync(A &&...);
  template <typename... A> SSLClient(A &&...);
  template <typename... A> int Send(A &&...);
  template <typename... A> int SendAsync(A &&...);
};
struct SSLContext {};
struct SSLServer {
  template <typename... A> int DisconnectAll(A &&...);
  template <typename... A> int FindSession(A &&...);
  template <typename... A> int Multicast(A &&...);
  template <typename... A> SSLServer(A &&...);
  template <typename... A> int Start(A &&...);
};
struct SSLSession {
  template <typename... A> int Disconnect(A &&...);
  template <typename... A> int Send(A &&...);
  template <typename... A> int SendAsync(A &&...);
  template <typename... A> int id(A &&...);
  template <typename... A> int server(A &&...);
  template <typename... A> int socket(A &&...);
};
struct Service {
  template <typename... A> int Dispatch(A &&...);
  template <typename... A> int GetAsioService(A &&...);
  template <typename... A> int Post(A &&...);
  template <typename... A> int Start(A &&...);
};
struct TCPClient {
  template <typename... A> int Connect(A &&...);
  template <typename... A> int ConnectAsync(A &&...);
  template <typename... A> int Send(A &&...);
  template <typename... A> int SendAsync(A &&...);
  template <typename... A> TCPClient(A &&...);
};
struct TCPServer {
  template <typename... A> int DisconnectAll(A &&...);
  template <typename... A> int FindSession(A &&...);
  template <typename... A> int Multicast(A &&...);
  template <typename... A> int Start(A &&...);
  template <typename... A> TCPServer(A &&...);
};
struct TCPSession {
  template <typename... A> int Disconnect(A &&...);
  template <typename... A> int Send(A &&...);
  template <typename... A> int SendAsync(A &&...);
  template <typename... A> int id(A &&...);
  template <typename... A> int server(A &&...);
  template <typename... A> int socket(A &&...);
};
struct Timer {
  template <typename... A> int Setup(A &&...);
};
struct UDPClient {
  template <typename... A> int Connect(A &&...);
  template <typename... A> int ConnectAsync(A &&...);
  template <typename... A> int Send(A &&...);
  template <typename... A> int SendAsync(A &&...);
  template <typename... A> UDPClient(A &&...);
};
struct UDPServer {
  template <typename... A> int Multicast(A &&...);
  template <typename... A> int MulticastAsync(A &&...);
  template <typename... A> int ReceiveAsync(A &&...);
  template <typename... A> int Send(A &&...);
  template <typename... A> int SendAsync(A &&...);
  template <typename... A> int Start(A &&...);
  template <typename... A> UDPServer(A &&...);
};
} // namespace Asio
namespace HTTP {
struct HTTPClient {};
struct HTTPClientEx {
  template <typename... A> int SendDeleteRequest(A &&...);
  template <typename... A> int SendGetRequest(A &&...);
  template <typename... A> int SendPostRequest(A &&...);
  template <typename... A> int SendPutRequest(A &&...);
  template <typename... A> int SendRequest(A &&...);
};
struct HTTPRequest {
  template <typename... A> int body(A &&...);
  template <typename... A> int cache(A &&...);
  template <typename... A> int cookie(A &&...);
  template <typename... A> int header(A &&...);
  template <typename... A> int method(A &&...);
  template <typename... A> int url(A &&...);
};
struct HTTPResponse {};
struct HTTPSClient {};
struct HTTPSClientEx {
  template <typename... A> int SendDeleteRequest(A &&...);
  template <typename... A> int SendGetRequest(A &&...);
  template <typename... A> int SendPostRequest(A &&...);
  template <typename... A> int SendPutRequest(A &&...);
  template <typename... A> int SendRequest(A &&...);
};
struct HTTPSServer {
  template <typename... A> int AddStaticContent(A &&...);
};
struct HTTPSSession {
  template <typename... A> int SendResponse(A &&...);
  template <typename... A> int SendResponseAsync(A &&...);
};
struct HTTPServer {
  template <typename... A> int AddStaticContent(A &&...);
};
struct HTTPSession {
  template <typename... A> int SendResponse(A &&...);
  template <typename... A> int SendResponseAsync(A &&...);
  template <typename... A> int SendResponseBody(A &&...);
  template <typename... A> int SendResponseBodyAsync(A &&...);
};
} // namespace HTTP
namespace WS {
struct WSClient {};
struct WSSClient {};
struct WSSServer {
  template <typename... A> int CloseAll(A &&...);
  template <typename... A> int MulticastBinary(A &&...);
  template <typename... A> int MulticastText(A &&...);
};
struct WSSSession {
  template <typename... A> int Close(A &&...);
  template <typename... A> int SendBinary(A &&...);
  template <typename... A> int SendBinaryAsync(A &&...);
  template <typename... A> int SendText(A &&...);
  template <typename... A> int SendTextAsync(A &&...);
};
struct WSServer {
  template <typename... A> int CloseAll(A &&...);
  template <typename... A> int MulticastBinary(A &&...);
  template <typename... A> int MulticastText(A &&...);
};
struct WSSession {
  template <typename... A> int Close(A &&...);
  template <typename... A> int SendBinary(A &&...);
  template <typename... A> int SendBinaryAsync(A &&...);
  template <typename... A> int SendText(A &&...);
  template <typename... A> int SendTextAsync(A &&...);
};
} // namespace WS
} // namespace CppServer
