// Who is signed in. Sessions live in Redis and expire there.
#pragma once

#include "redis.h"

#include <string>

// Signs a user in; the token goes into a cookie.
std::string openSession(Redis &redis, const std::string &user);

// The user of a token, or "" for a stranger.
std::string sessionUser(Redis &redis, const std::string &token);

// Counts an entry that the user wrote in this session.
std::string countEntry(Redis &redis, const std::string &token);
