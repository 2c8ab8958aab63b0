//===- libmicrohttpd.h - NOT THE LIBRARY: declarations for checking names -------===//
//
// What checks/models/libmicrohttpd.yaml names and Debian's headers do not declare:
// libmicrohttpd, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

struct _u_instance;
struct _u_request;
struct _u_response;
int ulfius_add_endpoint_by_val(...);
int ulfius_send_http_request(...);
int ulfius_set_default_endpoint(...);
int ulfius_start_framework(...);
int ulfius_start_secure_framework(...);
