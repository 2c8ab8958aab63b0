//===- wt.h - NOT THE LIBRARY: declarations for checking names -------===//
//
// What checks/models/wt.yaml names and Debian's headers do not declare:
// Wt, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

namespace Wt {
namespace Core {
struct observing_ptr;
} // namespace Core
namespace Auth {
struct FacebookService;
struct GoogleService;
struct OAuthService;
struct OidcService;
} // namespace Auth
namespace Payment {
struct PayPalService;
} // namespace Payment
namespace Dbo {
struct FixedSqlConnectionPool;
struct Session;
struct SqlConnection;
struct SqlConnectionPool;
struct Transaction;
namespace backend {
struct MySQL {
  template <typename... A> MySQL(A &&...);
};
struct Postgres {
  template <typename... A> Postgres(A &&...);
};
struct Sqlite3 {
  template <typename... A> Sqlite3(A &&...);
};
} // namespace backend
struct ptr;
} // namespace Dbo
struct EventSignal {
  template <typename... A> int connect(A &&...);
};
struct EventSignalBase {
  template <typename... A> int connect(A &&...);
};
namespace Http {
struct Client {
  template <typename... A> int get(A &&...);
  template <typename... A> int post(A &&...);
  template <typename... A> int put(A &&...);
};
struct Request {
  template <typename... A> int clientAddress(A &&...);
  template <typename... A> int getParameter(A &&...);
  template <typename... A> int in(A &&...);
};
struct Response;
struct UploadedFile {
  template <typename... A> int stealSpoolFile(A &&...);
};
} // namespace Http
struct JSignal {
  template <typename... A> int connect(A &&...);
};
namespace Mail {
struct Client;
} // namespace Mail
struct Signal {
  template <typename... A> int connect(A &&...);
};
struct WApplication {
  template <typename... A> int readConfigurationProperty(A &&...);
  template <typename... A> int sessionId(A &&...);
};
struct WEnvironment {
  template <typename... A> int clientAddress(A &&...);
  template <typename... A> int getCookie(A &&...);
};
struct WFileUpload {
  template <typename... A> int spoolFileName(A &&...);
  template <typename... A> int stealSpooledFile(A &&...);
};
struct WIOService {
  template <typename... A> int post(A &&...);
  template <typename... A> int schedule(A &&...);
};
struct WLogEntry;
struct WLogger;
struct WObject;
struct WResource;
struct WServer {
  template <typename... A> int addEntryPoint(A &&...);
  template <typename... A> int addResource(A &&...);
  template <typename... A> int post(A &&...);
  template <typename... A> int postAll(A &&...);
  template <typename... A> int run(A &&...);
  template <typename... A> int schedule(A &&...);
  template <typename... A> int start(A &&...);
  template <typename... A> int waitForShutdown(A &&...);
};
struct WWidget;
template <typename... A> int WRun(A &&...);
} // namespace Wt
