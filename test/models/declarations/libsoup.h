//===- libsoup.h - NOT THE LIBRARY: declarations for checking names -----===//
//
// What checks/models/libsoup.yaml names, after the public documentation of
// libsoup 2.4 and 3. Names and scopes are as documented; parameters and
// results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

struct _SoupServer;
typedef _SoupServer SoupServer;
struct _SoupServerMessage;
typedef _SoupServerMessage SoupServerMessage;
struct SoupClientContext;
struct _SoupMessageBody {
  const char *data;
};
struct _SoupMessage {
  _SoupMessageBody *request_body;
};
typedef _SoupMessage SoupMessage;
int soup_client_context_get_host(...);
int soup_client_context_get_remote_address(...);
int soup_message_body_append(...);
int soup_message_get_uri(...);
int soup_message_headers_append(...);
int soup_message_headers_get_list(...);
int soup_message_headers_get_one(...);
int soup_message_headers_replace(...);
int soup_message_new(...);
int soup_message_set_redirect(...);
int soup_message_set_response(...);
int soup_message_set_status(...);
int soup_server_add_early_handler(...);
int soup_server_add_handler(...);
int soup_server_listen(...);
int soup_server_listen_all(...);
int soup_server_listen_local(...);
int soup_server_message_get_method(...);
int soup_server_message_get_remote_address(...);
int soup_server_message_get_remote_host(...);
int soup_server_message_get_request_body(...);
int soup_server_message_get_request_headers(...);
int soup_server_message_get_response_body(...);
int soup_server_message_get_response_headers(...);
int soup_server_message_get_uri(...);
int soup_server_message_set_redirect(...);
int soup_server_message_set_response(...);
int soup_server_message_set_status(...);
int soup_server_new(...);
int soup_server_run(...);
int soup_server_run_async(...);
