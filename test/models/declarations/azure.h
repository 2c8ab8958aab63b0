//===- azure.h - NOT THE LIBRARY: declarations for checking names -------===//
//
// What checks/models/azure.yaml names and Debian's headers do not declare:
// Azure SDK, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

namespace Azure {
namespace Core {
namespace Http {
struct HttpTransport;
} // namespace Http
struct Url {
  template <typename... A> Url(A &&...);
};
} // namespace Core
namespace Security::KeyVault {
namespace Keys {
struct KeyClient {
  template <typename... A> KeyClient(A &&...);
};
} // namespace Keys
namespace Secrets {
struct SecretClient {
  template <typename... A> SecretClient(A &&...);
};
} // namespace Secrets
} // namespace Security::KeyVault
namespace Storage {
namespace Blobs {
struct BlobClient {
  template <typename... A> BlobClient(A &&...);
  template <typename... A> int CreateFromConnectionString(A &&...);
  template <typename... A> int DownloadTo(A &&...);
};
struct BlobContainerClient {
  template <typename... A> BlobContainerClient(A &&...);
  template <typename... A> int CreateFromConnectionString(A &&...);
};
struct BlobServiceClient {
  template <typename... A> BlobServiceClient(A &&...);
  template <typename... A> int CreateFromConnectionString(A &&...);
};
struct BlockBlobClient {
  template <typename... A> BlockBlobClient(A &&...);
  template <typename... A> int UploadFrom(A &&...);
};
} // namespace Blobs
namespace Files::Shares {
struct ShareClient {
  template <typename... A> ShareClient(A &&...);
};
} // namespace Files::Shares
namespace Queues {
struct QueueClient {
  template <typename... A> QueueClient(A &&...);
};
struct QueueServiceClient {
  template <typename... A> QueueServiceClient(A &&...);
};
} // namespace Queues
} // namespace Storage
} // namespace Azure
