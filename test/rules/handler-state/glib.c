// GLib: tables, arrays and timers of a service in C.
// packages: libsoup2.4-dev
// flags: -isystem /usr/include/libsoup-2.4 -isystem /usr/include/glib-2.0 -isystem /usr/lib/x86_64-linux-gnu/glib-2.0/include
#include <libsoup/soup.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  GHashTable *wishes; // finding: handler-state|static-cache error "wishes"
  GHashTable *colours;
  GMutex lock;
  guint64 requests;
} Shop;

static void shop_init(Shop *shop) {
  g_mutex_init(&shop->lock);
  shop->wishes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  shop->colours = g_hash_table_new(g_str_hash, g_str_equal);
  g_hash_table_insert(shop->colours, "red", "#f00");
  shop->requests = 0;
}

static void wish(Shop *shop, const char *who, const char *what) {
  g_mutex_lock(&shop->lock);
  g_hash_table_insert(shop->wishes, g_strdup(who), g_strdup(what));
  g_mutex_unlock(&shop->lock);
}

static gboolean remind(gpointer data) {
  g_message("remind %s", (char *)data);
  g_free(data);
  return G_SOURCE_REMOVE;
}

static gboolean rate(gpointer data) {
  const Shop *shop = data;
  g_message("%" G_GUINT64_FORMAT " requests", shop->requests);
  return G_SOURCE_CONTINUE;
}

static void on_request(SoupServer *server, SoupMessage *message, const char *path, GHashTable *query,
                       SoupClientContext *client, gpointer data) {
  Shop *shop = data;
  const char *who = query ? g_hash_table_lookup(query, "who") : NULL;
  (void)server, (void)client;
  shop->requests++;
  if (who && message->method == SOUP_METHOD_POST) {
    wish(shop, who, path);
    g_timeout_add_seconds(600, remind, g_strdup(who)); // finding: deferred-work error "g_timeout_add_seconds"
  }
  const char *text = g_hash_table_lookup(shop->colours, path + 1);
  if (who)
    text = g_hash_table_lookup(shop->wishes, who);
  soup_message_set_response(message, "text/plain", SOUP_MEMORY_COPY, text, strlen(text));
}

int main(void) {
  Shop shop;
  shop_init(&shop);
  SoupServer *server = soup_server_new(SOUP_SERVER_SERVER_HEADER, "shop", NULL);
  soup_server_add_handler(server, "/", on_request, &shop, NULL);
  soup_server_listen_all(server, 8080, 0, NULL);
  g_timeout_add_seconds(60, rate, &shop);
  g_main_loop_run(g_main_loop_new(NULL, FALSE));
  return 0;
}
