// Pictures of the guests.
#pragma once

#include <string>

void savePicture(const std::string &user, const std::string &bytes);
std::string loadPicture(const std::string &user);
