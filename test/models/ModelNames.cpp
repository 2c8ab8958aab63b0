//===- ModelNames.cpp - Prints the names in model files -------------------===//
//
// model_names FILE...   one line per name: kind, tab, qualified name
//
// Exit status 1 if a file has errors, which go to stderr.
//
//===----------------------------------------------------------------------===//
#include "models/Models.h"

#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"

int main(int Argc, char **Argv) {
  factor6::ModelSet Models;
  bool Failed = false;
  for (int I = 1; I < Argc; ++I) {
    auto Buffer = llvm::MemoryBuffer::getFile(Argv[I]);
    if (!Buffer) {
      llvm::errs() << Argv[I] << ": " << Buffer.getError().message() << "\n";
      return 1;
    }
    for (const std::string &Error :
         Models.add((*Buffer)->getBuffer(), Argv[I])) {
      llvm::errs() << Error << "\n";
      Failed = true;
    }
  }
  for (const factor6::ModelSet::Name &N : Models.names())
    llvm::outs() << N.Kind << "\t" << N.Qualified << "\n";
  return Failed;
}
