// Two files, two counters of the same name: only the one that requests change is wrong.
#include "mail.h"

static int counter = 0; // finding: mutable-global error "counter"

std::string inbox(const std::string &user) { return user + std::to_string(++counter); }
