#pragma once
#include <string>
std::string inbox(const std::string &user);
std::string banner();
void prepareBanner();
