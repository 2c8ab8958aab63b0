//===- Registry.cpp - The rules, in the specification's order -------------===//
#include "rules/Registry.h"

namespace factor6 {

namespace {

// Name, one line, help.
constexpr RuleInfo Infos[] = {
    {"factor6-mutable-global",
     "variable of static storage duration changed while serving",
     "A variable of static or thread storage duration that is changed after "
     "its initialisation "
     "keeps state in one process. Make it const, pass it as an argument, or "
     "move it to a backing "
     "service."},
    {"factor6-static-cache",
     "container of process lifetime that accumulates entries",
     "A container of process lifetime that requests fill is lost with the "
     "process (sole copy) or "
     "diverges between instances (reloadable). Use Redis or Memcached with "
     "expiration, or narrow "
     "it to the request."},
    {"factor6-handler-state",
     "member of a long-lived handler, or a captured variable, changed by "
     "requests",
     "A handler object or a captured variable outlives the request that "
     "changes it. Move the data "
     "to a backing service or make it local to the request."},
    {"factor6-session-in-process", "session data in process memory",
     "What follows a visitor (login, cart, wizard) must not live in one "
     "process. Use a session "
     "store with expiration, or signed client-side tokens."},
    {"factor6-sticky-session",
     "reliance on the same process seeing the same visitor again",
     "Load-balancer affinity hides state in processes and fails when one is "
     "replaced. Keep "
     "sessions in a backing service and let any process answer."},
    {"factor6-deferred-work",
     "accepted work parked in process memory past its response",
     "Work that goes on after the response is lost when the process is killed. "
     "Put it in a durable "
     "queue before acknowledging."},
    {"factor6-local-file-write", "request writes a local file that outlives it",
     "The local file system belongs to one instance and vanishes with it. Use "
     "object storage or a "
     "database; log to stdout."},
    {"factor6-local-file-read",
     "request reads a local file that an earlier request wrote",
     "Reading back what an earlier request wrote assumes that the same machine "
     "answered it. Use "
     "object storage or a database."},
    {"factor6-upload-to-disk", "upload is saved to the local file system",
     "Uploads saved locally are invisible to other instances and lost with the "
     "container. Stream "
     "them to object storage."},
    {"factor6-runtime-asset", "assets are built while serving",
     "Assets made at run time differ between instances and are lost with them. "
     "Build them in the "
     "build stage."},
    {"factor6-embedded-store",
     "embedded database on a local path used as the store",
     "An embedded database lives on one machine. Use a database service."},
    {"factor6-shared-memory",
     "state shared with sibling processes of one machine",
     "Shared memory, named semaphores and lock files tie processes to one "
     "machine. Coordinate "
     "through a backing service."},
    {"factor6-process-env", "request changes a process-wide setting",
     "A process-wide setting changed by one request changes the next. Pass the "
     "setting along, or "
     "set it at start-up."},
    {"factor6-hardcoded-host", "literal host that nothing can override",
     "A literal address ties the release to one place. Read it from the "
     "environment with the "
     "literal as default."},
};

constexpr RuleFunction Functions[] = {
    mutableGlobal, staticCache,   handlerState,   sessionInProcess,
    stickySession, deferredWork,  localFileWrite, localFileRead,
    uploadToDisk,  runtimeAsset,  embeddedStore,  sharedMemory,
    processEnv,    hardcodedHost,
};

static_assert(std::size(Infos) == std::size(Functions));

} // namespace

llvm::ArrayRef<RuleInfo> allRules() { return Infos; }
llvm::ArrayRef<RuleFunction> ruleFunctions() { return Functions; }

} // namespace factor6
