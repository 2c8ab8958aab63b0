//===- Embedded.h - The model files compiled into the binary --------------===//
//
// Generated from checks/models/*.yaml by cmake/EmbedModels.cmake, so that no
// front end needs a file beside it.
//
//===----------------------------------------------------------------------===//
#ifndef FACTOR6_MODELS_EMBEDDED_H
#define FACTOR6_MODELS_EMBEDDED_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

namespace factor6 {

struct EmbeddedModel {
  const char *Name;     ///< file name without folder: "httplib.yaml"
  llvm::StringRef Text; ///< the file's bytes
};

/// All models, sorted by name.
llvm::ArrayRef<EmbeddedModel> embeddedModels();

} // namespace factor6

#endif
