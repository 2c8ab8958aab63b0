// Bodies that arrive as streams or piece by piece.
// packages: libpoco-dev, libmicrohttpd-dev
#include <Poco/FileStream.h>
#include <Poco/Net/HTMLForm.h>
#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/PartHandler.h>
#include <Poco/StreamCopier.h>
#include <cstdio>
#include <fstream>
#include <microhttpd.h>
#include <string>

using Poco::Net::HTTPServerRequest;
using Poco::Net::HTTPServerResponse;

struct Copied : Poco::Net::HTTPRequestHandler {
  void handleRequest(HTTPServerRequest &req, HTTPServerResponse &) override {
    Poco::FileOutputStream out("/srv/in/copied"); // finding: upload-to-disk error
    Poco::StreamCopier::copyStream(req.stream(), out);
  }
};
struct Streamed : Poco::Net::HTTPRequestHandler {
  void handleRequest(HTTPServerRequest &req, HTTPServerResponse &) override {
    std::ofstream out("/srv/in/streamed"); // finding: upload-to-disk error
    out << req.stream().rdbuf();
  }
};
struct Collected : Poco::Net::HTTPRequestHandler {
  void handleRequest(HTTPServerRequest &req, HTTPServerResponse &) override {
    std::ofstream out("/srv/in/collected"); // finding: upload-to-disk error
    std::string all;
    Poco::StreamCopier::copyToString(req.stream(), all);
    out << all;
  }
};
struct Logged : Poco::Net::HTTPRequestHandler {
  void handleRequest(HTTPServerRequest &req, HTTPServerResponse &) override {
    std::ofstream out("/srv/log/uris"); // finding: local-file-write error
    out << req.getURI();
  }
};

struct Parts : Poco::Net::PartHandler {
  void handlePart(const Poco::Net::MessageHeader &header, std::istream &stream) override {
    Poco::FileOutputStream out("/srv/in/" + header.get("name", "unnamed")); // finding: upload-to-disk error
    Poco::StreamCopier::copyStream(stream, out);
  }
};
struct Form : Poco::Net::HTTPRequestHandler {
  void handleRequest(HTTPServerRequest &req, HTTPServerResponse &) override {
    Parts parts;
    Poco::Net::HTMLForm form(req, req.stream(), parts);
  }
};

struct Upload {
  std::FILE *file = nullptr;
  MHD_PostProcessor *processor = nullptr;
};
static MHD_Result piece(void *context, MHD_ValueKind, const char *, const char *filename, const char *, const char *,
                        const char *data, uint64_t, size_t size) {
  auto *upload = static_cast<Upload *>(context);
  if (!upload->file)
    upload->file = std::fopen((std::string("/srv/in/") + filename).c_str(), "ab"); // finding: upload-to-disk error
  return std::fwrite(data, 1, size, upload->file) == size ? MHD_YES : MHD_NO;
}
static MHD_Result answer(void *, MHD_Connection *connection, const char *, const char *, const char *, const char *data,
                         size_t *size, void **context) {
  if (!*context) {
    auto *upload = new Upload;
    upload->processor = MHD_create_post_processor(connection, 65536, piece, upload);
    *context = upload;
    return MHD_YES;
  }
  auto *upload = static_cast<Upload *>(*context);
  MHD_post_process(upload->processor, data, *size);
  *size = 0;
  return MHD_YES;
}

int main() {
  MHD_Daemon *daemon = MHD_start_daemon(MHD_USE_INTERNAL_POLLING_THREAD, 8080, nullptr, nullptr, &answer, nullptr, MHD_OPTION_END);
  getchar();
  MHD_stop_daemon(daemon);
}
