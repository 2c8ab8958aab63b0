// Downloads to a file.
// packages: libcurl4-openssl-dev, libcpp-httplib-dev, zlib1g-dev
#include <cstdio>
#include <cstdlib>
#include <curl/curl.h>
#include <httplib.h>
#include <string>
#include <zlib.h>

static void fetch(const std::string &url, std::FILE *out) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, out);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
static void kept(const std::string &id) {
  std::FILE *out = std::fopen(("/var/lib/rates/" + id).c_str(), "wb"); // finding: local-file-write error
  fetch(std::getenv("RATES") + id, out);
  std::fclose(out);
}
static long worked(const std::string &id) {
  const std::string path = "/tmp/rates-" + id;
  std::FILE *out = std::fopen(path.c_str(), "wb");
  if (!out)
    return 0;
  fetch(std::getenv("RATES") + id, out);
  std::fclose(out);
  std::FILE *in = std::fopen(path.c_str(), "rb");
  long n = in ? std::fgetc(in) : 0;
  if (in)
    std::fclose(in);
  std::remove(path.c_str());
  return n;
}
static void anonymous(const std::string &id) {
  std::FILE *out = std::tmpfile();
  fetch(std::getenv("RATES") + id, out);
  std::fclose(out);
}
static void packed(const std::string &id) {
  gzFile out = gzopen(("/var/lib/rates/" + id + ".gz").c_str(), "wb"); // finding: local-file-write error
  gzputs(out, "x");
  gzclose(out);
}

int main() {
  httplib::Server server;
  server.Get("/", [](const httplib::Request &req, httplib::Response &res) {
    const std::string id = req.get_param_value("id");
    kept(id);
    anonymous(id);
    packed(id);
    res.status = 200 + static_cast<int>(worked(id));
  });
  server.listen("0.0.0.0", 8080);
}
