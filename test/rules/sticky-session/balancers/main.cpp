// A service that keeps nothing; what is wrong stands in the files beside it.
#include <string>
[[clang::annotate("factor6::entry_point")]] std::string answer(const std::string &name) { return "hello " + name; }
void serve(std::string (*handler)(const std::string &));
int main() { serve(answer); }
