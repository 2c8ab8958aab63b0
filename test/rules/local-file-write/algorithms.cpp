// std::remove of <algorithm> takes elements together; only the one of <cstdio> removes a file.
#include <algorithm>
#include <cstdio>
#include <httplib.h>
#include <string>
#include <vector>

template <typename List, typename Item> static void drop(List &list, Item &&item) {
  list.erase(std::remove(list.begin(), list.end(), item), list.end());
}

/// Called by no one: only the pattern is seen.
template <typename List> void dropZeros(List &list) {
  list.erase(std::remove(list.begin(), list.end(), 0), list.end());
}

int main() {
  httplib::Server server;
  server.Get("/tags", [](const httplib::Request &req, httplib::Response &res) {
    std::string tag = req.get_param_value("tag");
    tag.erase(std::remove(tag.begin(), tag.end(), '/'), tag.end());
    std::vector<std::string> tags = {tag, "all"};
    tags.erase(std::remove(tags.begin(), tags.end(), "none"), tags.end());
    drop(tags, "old");
    res.set_content(tags.front(), "text/plain");
  });
  server.Delete("/tags", [](const httplib::Request &req, httplib::Response &) {
    std::remove(("/var/lib/tags/" + req.get_param_value("tag")).c_str()); // finding: local-file-write error
    remove("/var/lib/tags/index");                                        // finding: local-file-write error
  });
  server.listen("0.0.0.0", 8080);
}
