#pragma once
#include <string>
namespace files {
bool writeFile(const std::string &path, const std::string &text);
std::string readFile(const std::string &path);
std::string dataFolder();
} // namespace files
