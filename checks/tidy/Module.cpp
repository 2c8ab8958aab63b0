//===- Module.cpp - Registers all rules with clang-tidy -------------------===//
#include "rules/Analysis.h"
#include "tidy/RuleCheck.h"
#include "tidy/Session.h"

#include "clang/Basic/Version.h"
#include "llvm/Support/raw_ostream.h"

#include "clang-tidy/ClangTidyModule.h"
#if CLANG_VERSION_MAJOR < 22
#include "clang-tidy/ClangTidyModuleRegistry.h"
#endif

#include <memory>
#include <optional>
#include <string>

using namespace clang;

namespace factor6 {

namespace {

class Factor6Module : public tidy::ClangTidyModule {
public:
  void addCheckFactories(tidy::ClangTidyCheckFactories &Factories) override {
    // Owned by the factories: clangd keeps them until it ends, and no state is
    // global.
    auto Table = std::make_shared<SessionTable>();
    for (const RuleInfo &Rule : allRules())
      Factories.registerCheckFactory(
          Rule.Name, [Table](StringRef Name, tidy::ClangTidyContext *Context) {
            return std::make_unique<RuleCheck>(Name, Context,
                                               Table->get(Context));
          });
  }
};

/// The major of the clang that loads this: "... clang version 22.1.8 ..." or 0.
unsigned hostMajor() {
  const std::string Full = getClangFullVersion();
  StringRef Rest = StringRef(Full).split("version ").second;
  unsigned Major = 0;
  Rest.consumeInteger(10, Major);
  return Major;
}

/// Registers the module unless the host is another major than the one this was
/// built for: the classes of both would look alike and be laid out differently.
class Registration {
public:
  Registration() {
    const unsigned Host = hostMajor();
    if (Host != CLANG_VERSION_MAJOR)
      llvm::errs() << "factor6: this plugin was built for clang-tidy "
                   << CLANG_VERSION_MAJOR
                   << " and cannot be used in clang-tidy " << Host
                   << ": load a factor6-tidy-" << Host << ".so\n";
    else
      Entry.emplace("factor6-module",
                    "State in services that must be stateless.");
  }

private:
  std::optional<tidy::ClangTidyModuleRegistry::Add<Factor6Module>> Entry;
};

// clang-tidy finds modules through objects that register themselves.
const Registration Registered;

} // namespace

} // namespace factor6
