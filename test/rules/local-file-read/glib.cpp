// GLib's files: what a PUT wrote is mapped by a GET.
// packages: libglib2.0-dev, libcpp-httplib-dev
// flags: -isystem /usr/include/glib-2.0 -isystem /usr/lib/x86_64-linux-gnu/glib-2.0/include
#include <glib.h>
#include <httplib.h>
#include <string>

static void put(const char *path, const std::string &text) {
  g_file_set_contents(path, text.data(), static_cast<gssize>(text.size()), nullptr); // finding: local-file-write error
}
static size_t get(const char *path) {
  GMappedFile *file = g_mapped_file_new(path, FALSE, nullptr); // finding: local-file-read error
  const size_t n = file ? g_mapped_file_get_length(file) : 0;
  if (file)
    g_mapped_file_unref(file);
  return n;
}
static size_t shipped(const char *name) {
  char *path = g_build_filename("/usr/share/notes", name, nullptr);
  GMappedFile *file = g_mapped_file_new(path, FALSE, nullptr);
  const size_t n = file ? g_mapped_file_get_length(file) : 0;
  g_free(path);
  return n;
}

int main() {
  httplib::Server server;
  server.Put("/note", [](const httplib::Request &req, httplib::Response &) {
    const std::string path = "/var/notes/" + req.get_param_value("id");
    put(path.c_str(), req.get_param_value("text"));
  });
  server.Get("/note", [](const httplib::Request &req, httplib::Response &res) {
    const std::string path = "/var/notes/" + req.get_param_value("id");
    res.set_content(std::to_string(get(path.c_str()) + shipped("legend")), "text/plain");
  });
  server.listen("0.0.0.0", 8080);
}
