//===- Worker.cpp - The process that parses -------------------------------===//

#include "driver/Worker.h"

#include "driver/FrontEnd.h"
#include "driver/Protocol.h"

#include "clang/Basic/Stack.h"
#include "llvm/Support/ErrorHandling.h"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <new>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace factor6;
using llvm::StringRef;

static bool hookNames(const char *Variable, StringRef File) {
  const char *Value = std::getenv(Variable);
  return Value && *Value && File.contains(Value);
}

static void runTestHooks(StringRef File) {
  if (hookNames("FACTOR6_TEST_CRASH", File))
    std::abort();
  if (hookNames("FACTOR6_TEST_HANG", File))
    for (;;)
      pause();
  if (hookNames("FACTOR6_TEST_MEMORY", File))
    for (size_t Size = size_t(1) << 20;; Size *= 2)
      // Touched through a volatile pointer, or the compiler drops it.
      *static_cast<volatile char *>(::operator new(Size)) = 1;
}

static void endForMemory() { _exit(OutOfMemoryStatus); }

static void limitMemory(uint64_t MiB) {
  std::set_new_handler(endForMemory);
  llvm::install_bad_alloc_error_handler(
      [](void *, const char *, bool) { _exit(OutOfMemoryStatus); });
  if (MiB == 0)
    return;
  rlimit Limit{MiB << 20, MiB << 20};
  setrlimit(RLIMIT_AS, &Limit);
}

/// Resident memory in MiB; 0 if the system does not tell.
static uint64_t residentMiB() {
  std::ifstream File("/proc/self/statm");
  uint64_t Pages = 0, Resident = 0;
  File >> Pages >> Resident;
  return Resident * static_cast<uint64_t>(sysconf(_SC_PAGESIZE)) >> 20;
}

static std::optional<std::string> readMessage(std::string &Buffer) {
  for (;;) {
    if (std::optional<std::string> Message = takeFrame(Buffer))
      return Message;
    char Bytes[1 << 16];
    ssize_t Count = read(STDIN_FILENO, Bytes, sizeof(Bytes));
    if (Count < 0 && errno == EINTR)
      continue;
    if (Count <= 0)
      return std::nullopt;
    Buffer.append(Bytes, Count);
  }
}

static bool send(const Outcome &O) {
  return writeAll(STDIN_FILENO, frame(packOutcome(O)));
}

int factor6::workerMain(uint64_t MemoryMiB, int Parent) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != Parent)
    return 0;
  clang::noteBottomOfStack();
  limitMemory(MemoryMiB);
  std::string Buffer;
  while (std::optional<std::string> Message = readMessage(Buffer)) {
    std::optional<Request> Job = unpackRequest(*Message);
    if (!Job)
      return EXIT_FAILURE;
    // What earlier files left behind must not be charged to this one.
    if (MemoryMiB && residentMiB() > MemoryMiB / 3) {
      send({OutcomeKind::Declined, {}, 0, {}});
      return EXIT_SUCCESS;
    }
    runTestHooks(Job->File);
    bool Sent = false;
    // The answer leaves before the AST is torn down: nobody waits for that.
    parseFile(*Job, [&](const Outcome &O) { Sent = send(O); });
    if (!Sent)
      return EXIT_FAILURE;
  }
  return EXIT_SUCCESS;
}
