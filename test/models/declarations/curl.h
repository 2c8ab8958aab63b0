//===- curl.h - NOT THE LIBRARY: declarations for checking names -------===//
//
// What checks/models/curl.yaml names and Debian's headers do not declare:
// curl, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

struct Curl_easy;
struct Curl_multi;
namespace cURLpp {
struct Easy;
namespace Options {
struct Url {
  template <typename... A> Url(A &&...);
};
} // namespace Options
} // namespace cURLpp
namespace cpr {
struct AsyncWrapper;
struct CurlHolder;
struct MultiPerform;
struct Proxies {
  template <typename... A> Proxies(A &&...);
};
struct Response;
struct Session {
  template <typename... A> int SetUrl(A &&...);
};
struct Url {
  template <typename... A> Url(A &&...);
};
template <typename... A> int Delete(A &&...);
template <typename... A> int Download(A &&...);
template <typename... A> int Get(A &&...);
template <typename... A> int GetAsync(A &&...);
template <typename... A> int GetCallback(A &&...);
template <typename... A> int Head(A &&...);
template <typename... A> int Options(A &&...);
template <typename... A> int Patch(A &&...);
template <typename... A> int Post(A &&...);
template <typename... A> int PostAsync(A &&...);
template <typename... A> int PostCallback(A &&...);
template <typename... A> int Put(A &&...);
} // namespace cpr
namespace curlpp {
struct Easy;
namespace options {
struct Url {
  template <typename... A> Url(A &&...);
};
} // namespace options
} // namespace curlpp
