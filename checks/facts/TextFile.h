//===- TextFile.h - A file that is no source --------------------*- C++ -*-===//
#ifndef FACTOR6_FACTS_TEXTFILE_H
#define FACTOR6_FACTS_TEXTFILE_H

#include <string>

namespace factor6 {

/// A file that a program reads when it runs.
struct TextFile {
  std::string Path; ///< absolute
  std::string Text;
};

} // namespace factor6

#endif
