// The entries of the guest book. They, the rendered page and the number of
// visitors are kept in Redis.
#pragma once

#include "redis.h"

#include <string>

// Writes an entry.
void sign(Redis &redis, const std::string &user, const std::string &text);

// The page that shows the latest entries.
std::string bookPage(Redis &redis);
