// The entries of the guest book. They are kept in Redis.
#pragma once

#include <string>

// Writes an entry.
void sign(const std::string &user, const std::string &text);

// The page that shows the latest entries.
std::string bookPage();
