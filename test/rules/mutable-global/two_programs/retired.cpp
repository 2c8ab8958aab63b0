// Neither program calls this any more.
#include <map>
#include <string>
class Retired {
public:
  void add(const std::string &name) { ++hits_[name]; }
  static int next() { return ++last; }

private:
  std::map<std::string, int> hits_;
  static int last;
};
int Retired::last = 0;
