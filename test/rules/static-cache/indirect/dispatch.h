#pragma once
#include <functional>
#include <map>
#include <string>
struct Command {
  virtual ~Command() = default;
  virtual std::string run(const std::string &body) = 0;
};
void addCommand(const std::string &name, Command *command);
void addFunction(const std::string &name, std::function<std::string(const std::string &)> function);
std::string dispatch(const std::string &name, const std::string &body);
