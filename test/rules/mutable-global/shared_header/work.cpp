#include "work.h"
#include "state.h"

std::string work(const std::string &body) {
  issued += 1;
  epoch = epoch * 2;
  if (Numbers::highest < static_cast<long>(body.size()))
    Numbers::highest = static_cast<long>(body.size());
  Numbers::lowest--;
  return region + std::to_string(issued + epoch + Numbers::highest + Numbers::lowest + nextSerial());
}
