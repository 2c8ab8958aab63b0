//===- mongoose.h - NOT THE LIBRARY: declarations for checking names -------===//
//
// What checks/models/mongoose.yaml names and Debian's headers do not declare:
// Mongoose, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

struct mg_connection;
struct mg_http_message;
namespace mg_http_serve_opts {
extern int root_dir;
} // namespace mg_http_serve_opts
struct mg_mgr;
struct mg_str;
struct mg_ws_message;
int mg_bind(...);
int mg_bind_opt(...);
int mg_connect(...);
int mg_file_write(...);
int mg_http_connect(...);
int mg_http_listen(...);
int mg_http_serve_dir(...);
int mg_http_serve_file(...);
int mg_http_upload(...);
int mg_listen(...);
int mg_send(...);
int mg_ws_send(...);
int mg_ws_printf(...);
int mg_printf(...);
int mg_http_reply(...);
int mg_wakeup(...);
int mg_mgr_poll(...);
int mg_mqtt_connect(...);
int mg_mqtt_listen(...);
int mg_sntp_connect(...);
int mg_timer_add(...);
int mg_ws_connect(...);
