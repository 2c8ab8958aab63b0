//===- aws-sdk.h - NOT THE LIBRARY: declarations for checking names -------===//
//
// What checks/models/aws-sdk.yaml names and Debian's headers do not declare:
// AWS SDK, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

namespace Aws {
namespace Auth {
struct AWSCredentialsProvider;
} // namespace Auth
namespace Client {
struct ClientConfiguration {
  int endpointOverride;
  int proxyHost;
};
} // namespace Client
namespace Environment {
template <typename... A> int GetEnv(A &&...);
} // namespace Environment
namespace FileSystem {
template <typename... A> int CreateTempFilePath(A &&...);
} // namespace FileSystem
struct SDKOptions;
namespace Utils {
struct TempFile {
  template <typename... A> TempFile(A &&...);
};
} // namespace Utils
template <typename... A> int InitAPI(A &&...);
template <typename... A> int MakeShared(A &&...);
template <typename... A> int MakeUnique(A &&...);
template <typename... A> int New(A &&...);
template <typename... A> int ShutdownAPI(A &&...);
} // namespace Aws
