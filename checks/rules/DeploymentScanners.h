//===- DeploymentScanners.h - One scanner per kind of deployment file -----===//
//
// Private to checks/rules: Deployment.cpp picks the scanner, the scanners
// report offsets into the text, Report turns them into findings.
//
//===----------------------------------------------------------------------===//
#ifndef FACTOR6_RULES_DEPLOYMENTSCANNERS_H
#define FACTOR6_RULES_DEPLOYMENTSCANNERS_H

#include "rules/Finding.h"

#include "llvm/ADT/StringRef.h"

#include <string>
#include <vector>

namespace factor6::deployment {

/// Collects what scanners see in one file.
class Report {
public:
  Report(llvm::StringRef Path, llvm::StringRef Text);

  /// Affinity named \p Symbol ("ip_hash") at \p Offset; \p Effect completes
  /// "'ip_hash' ...". Suppressed ones are dropped.
  void add(size_t Offset, llvm::StringRef Symbol, llvm::StringRef Effect);

  /// All findings, sorted by place, at most one per line.
  std::vector<Finding> take();

private:
  struct Silence {
    uint32_t First, Last;
    std::string Checks; ///< glob list, empty for all
  };
  void readSilences();
  bool silenced(uint32_t Line) const;

  llvm::StringRef Path, Text;
  std::vector<size_t> LineStarts;
  std::vector<Silence> Silences;
  std::vector<Finding> Findings;
};

/// A piece of the file's text and where it starts: a whole file, or an nginx
/// configuration inside a ConfigMap.
struct Piece {
  llvm::StringRef Text;
  size_t Start = 0;
};

void scanNginx(Piece P, Report &Out);
void scanHaproxy(Piece P, Report &Out);
void scanTerraform(Piece P, Report &Out);
void scanToml(Piece P, Report &Out);
void scanYaml(llvm::StringRef Text, Report &Out);

/// One key of a YAML file with its value, flattened: both the real parser and
/// the tolerant line scan for templates yield these.
struct Entry {
  std::vector<std::string> Path; ///< keys from the root; "[]" for a list's item
  std::string Value;             ///< scalar value, empty for maps and lists
  size_t Offset = 0;             ///< of the key, or of a list's scalar item
  size_t ValueOffset = 0;
  size_t ValueLength = 0; ///< raw length of a scalar value in the text
  unsigned Map = 0;       ///< siblings share it
};

/// False if \p Text is no well-formed YAML; \p Out then holds what was read.
bool parseYaml(llvm::StringRef Text, std::vector<Entry> &Out);

/// Indentation-based reading that template braces do not stop.
void scanYamlLines(llvm::StringRef Text, std::vector<Entry> &Out);

} // namespace factor6::deployment

#endif
