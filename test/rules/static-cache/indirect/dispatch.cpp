#include "dispatch.h"
static std::map<std::string, Command *> commands;
static std::map<std::string, std::function<std::string(const std::string &)>> functions;
void addCommand(const std::string &name, Command *command) { commands[name] = command; }
void addFunction(const std::string &name, std::function<std::string(const std::string &)> function) {
  functions[name] = std::move(function);
}
std::string dispatch(const std::string &name, const std::string &body) {
  if (auto it = commands.find(name); it != commands.end())
    return it->second->run(body);
  if (auto it = functions.find(name); it != functions.end())
    return it->second(body);
  return "unknown";
}
