// GLib's HTTP server hands the user data to its handlers as their last parameter.
// packages: libsoup2.4-dev
// flags: -isystem /usr/include/libsoup-2.4 -isystem /usr/include/glib-2.0 -isystem /usr/lib/x86_64-linux-gnu/glib-2.0/include
#include <libsoup/soup.h>
#include <map>
#include <string>

using Notes = std::map<std::string, int>;

static void handleNote(SoupServer *, SoupMessage *message, const char *path, GHashTable *, SoupClientContext *, gpointer data) {
  auto *notes = static_cast<Notes *>(data);
  notes->emplace(path, 1);
  soup_message_set_status(message, 200);
}

/// As of version 3 there is no client.
static void handleVisit(SoupServer *, SoupMessage *message, const char *path, GHashTable *, gpointer data) {
  (*static_cast<Notes *>(data))[path] += 1;
  soup_message_set_status(message, 200);
}

static void handleTitle(SoupServer *, SoupMessage *message, const char *path, GHashTable *, gpointer data) {
  const auto *titles = static_cast<const Notes *>(data);
  soup_message_set_status(message, titles->count(path) ? 200 : 404);
}

int main() {
  Notes notes;  // finding: handler-state error
  Notes visits; // finding: handler-state error
  Notes titles = {{"/a", 1}};
  SoupServer *server = soup_server_new(nullptr, nullptr);
  soup_server_add_handler(server, "/notes", handleNote, &notes, nullptr);
  soup_server_add_handler(server, "/visits", (SoupServerCallback)handleVisit, &visits, nullptr);
  soup_server_add_handler(server, "/titles", (SoupServerCallback)handleTitle, &titles, nullptr);
  soup_server_listen_all(server, 8080, SoupServerListenOptions(0), nullptr);
  GMainLoop *loop = g_main_loop_new(nullptr, FALSE);
  g_main_loop_run(loop);
}
