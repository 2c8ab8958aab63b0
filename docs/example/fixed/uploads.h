// Pictures of the guests. They are small, so they are kept in Redis; larger
// ones would go to an object store.
#pragma once

#include "redis.h"

#include <string>

void savePicture(Redis &redis, const std::string &user,
                 const std::string &bytes);
std::string loadPicture(Redis &redis, const std::string &user);
