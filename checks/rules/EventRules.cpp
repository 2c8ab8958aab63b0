#include "rules/Context.h"
namespace factor6 {
void stickySession(const RuleContext &, std::vector<Finding> &) {}
void deferredWork(const RuleContext &, std::vector<Finding> &) {}
void localFileWrite(const RuleContext &, std::vector<Finding> &) {}
void localFileRead(const RuleContext &, std::vector<Finding> &) {}
void uploadToDisk(const RuleContext &, std::vector<Finding> &) {}
void runtimeAsset(const RuleContext &, std::vector<Finding> &) {}
void embeddedStore(const RuleContext &, std::vector<Finding> &) {}
void sharedMemory(const RuleContext &, std::vector<Finding> &) {}
void processEnv(const RuleContext &, std::vector<Finding> &) {}
void hardcodedHost(const RuleContext &, std::vector<Finding> &) {}
}
