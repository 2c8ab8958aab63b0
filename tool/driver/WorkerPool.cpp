//===- WorkerPool.cpp - Worker processes and their mishaps ----------------===//

#include "driver/WorkerPool.h"

#include "driver/CompileDatabase.h"
#include "driver/Worker.h"

#include "llvm/ADT/STLExtras.h"

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <deque>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace factor6;

namespace {

using Clock = std::chrono::steady_clock;

/// One process. Idle while Job is empty.
struct Process {
  pid_t Pid = -1;
  int Socket = -1;
  std::optional<size_t> Job;
  Clock::time_point Deadline;
  std::string Buffer;
};

class Pool {
public:
  Pool(llvm::ArrayRef<size_t> Order, llvm::function_ref<Request(size_t)> Make,
       llvm::function_ref<void(size_t, Outcome)> Finished,
       const PoolSettings &Settings)
      : Queue(Order.begin(), Order.end()), Make(Make), Finished(Finished),
        Settings(Settings) {}
  ~Pool();
  llvm::Error run();

private:
  llvm::Expected<Process> start() const;
  llvm::Error feed();
  void waitForNews();
  void receive(Process &P);
  void answer(Process &P, const std::string &Message);
  void lose(Process &P, const std::string &Why);
  std::string end(Process &P, bool Kill);
  bool busy() const {
    return llvm::any_of(Processes,
                        [](const Process &P) { return P.Job.has_value(); });
  }

  std::deque<size_t> Queue;
  llvm::function_ref<Request(size_t)> Make;
  llvm::function_ref<void(size_t, Outcome)> Finished;
  const PoolSettings &Settings;
  std::vector<Process> Processes;
};

/// Undoes what the parent did to signals, for a child that is about to start.
class SpawnAttributes {
public:
  SpawnAttributes() {
    posix_spawnattr_init(&Attributes);
    sigset_t None, All;
    sigemptyset(&None);
    sigfillset(&All);
    posix_spawnattr_setsigmask(&Attributes, &None);
    posix_spawnattr_setsigdefault(&Attributes, &All);
    // A group of its own, so that Ctrl-C reaches the parent only.
    posix_spawnattr_setpgroup(&Attributes, 0);
    posix_spawnattr_setflags(&Attributes, POSIX_SPAWN_SETSIGMASK |
                                              POSIX_SPAWN_SETSIGDEF |
                                              POSIX_SPAWN_SETPGROUP);
    posix_spawn_file_actions_init(&Actions);
  }
  ~SpawnAttributes() {
    posix_spawnattr_destroy(&Attributes);
    posix_spawn_file_actions_destroy(&Actions);
  }
  posix_spawnattr_t Attributes;
  posix_spawn_file_actions_t Actions;
};

llvm::Expected<Process> Pool::start() const {
  int Pair[2];
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, Pair) != 0)
    return lineError(llvm::Twine("cannot talk to a worker process: ") +
                     std::strerror(errno));
  SpawnAttributes How;
  posix_spawn_file_actions_adddup2(&How.Actions, Pair[1], STDIN_FILENO);
  posix_spawn_file_actions_addopen(&How.Actions, STDOUT_FILENO, "/dev/null",
                                   O_WRONLY, 0);
  if (!Settings.ShowErrors)
    posix_spawn_file_actions_addopen(&How.Actions, STDERR_FILENO, "/dev/null",
                                     O_WRONLY, 0);
  std::string Program = Settings.Program, Command = "worker";
  std::string Memory = std::to_string(Settings.MemoryMiB);
  std::string Parent = std::to_string(getpid());
  char *Arguments[] = {Program.data(), Command.data(), Memory.data(),
                       Parent.data(), nullptr};
  Process P;
  int Code = posix_spawn(&P.Pid, Program.c_str(), &How.Actions, &How.Attributes,
                         Arguments, environ);
  close(Pair[1]);
  if (Code != 0) {
    close(Pair[0]);
    return lineError("cannot start a worker process (" + Program +
                     "): " + std::strerror(Code));
  }
  P.Socket = Pair[0];
  return P;
}

Pool::~Pool() {
  for (Process &P : Processes)
    end(P, /*Kill=*/true);
}

/// Ends the process if it has not ended and says how it went, as a person
/// would.
std::string Pool::end(Process &P, bool Kill) {
  if (Kill)
    kill(P.Pid, SIGKILL);
  close(P.Socket);
  int Status = 0;
  while (waitpid(P.Pid, &Status, 0) < 0 && errno == EINTR)
    ;
  P.Pid = -1;
  if (WIFSIGNALED(Status))
    return std::string("the analysis of this file crashed (") +
           strsignal(WTERMSIG(Status)) + ")";
  if (WEXITSTATUS(Status) == OutOfMemoryStatus)
    return "needs more than " + std::to_string(Settings.MemoryMiB) +
           " MiB of memory (--tu-memory)";
  return "the worker process ended with status " +
         std::to_string(WEXITSTATUS(Status));
}

/// Gives each free worker a job, starting workers as long as there is work
/// for them.
llvm::Error Pool::feed() {
  while (!Queue.empty()) {
    auto Free =
        llvm::find_if(Processes, [](const Process &P) { return !P.Job; });
    if (Free == Processes.end()) {
      if (Processes.size() >= std::max(1u, Settings.Workers))
        break;
      llvm::Expected<Process> Started = start();
      if (!Started) {
        if (Processes.empty())
          return Started.takeError();
        llvm::consumeError(Started.takeError()); // fewer workers do as well
        break;
      }
      Free = Processes.insert(Processes.end(), std::move(*Started));
    }
    Free->Job = Queue.front();
    Queue.pop_front();
    Free->Deadline =
        Clock::now() + std::chrono::seconds(Settings.TimeoutSeconds);
    // A worker that is gone by now is noticed when its answer is read.
    writeAll(Free->Socket, frame(packRequest(Make(*Free->Job))));
  }
  return llvm::Error::success();
}

void Pool::lose(Process &P, const std::string &Why) {
  if (P.Job)
    Finished(*P.Job, Outcome{OutcomeKind::Failed, Why, 0, {}});
  P.Job.reset();
}

void Pool::answer(Process &P, const std::string &Message) {
  std::optional<Outcome> Result = unpackOutcome(Message);
  if (!Result || !P.Job) {
    lose(P, "the worker process gave no sensible answer; " +
                end(P, /*Kill=*/true));
    return;
  }
  size_t Job = *P.Job;
  P.Job.reset();
  if (Result->Kind != OutcomeKind::Declined)
    return Finished(Job, std::move(*Result));
  Queue.push_front(Job);
  end(P, /*Kill=*/true);
}

void Pool::receive(Process &P) {
  char Bytes[1 << 16];
  ssize_t Count = read(P.Socket, Bytes, sizeof(Bytes));
  if (Count < 0 && (errno == EINTR || errno == EAGAIN))
    return;
  if (Count <= 0)
    return lose(P, end(P, /*Kill=*/false));
  P.Buffer.append(Bytes, Count);
  if (std::optional<std::string> Message = takeFrame(P.Buffer))
    answer(P, *Message);
}

/// Sleeps until a worker has something to say or its time is up.
void Pool::waitForNews() {
  std::vector<pollfd> Watched;
  auto Next = Clock::time_point::max();
  for (const Process &P : Processes) {
    Watched.push_back({P.Socket, POLLIN, 0});
    if (P.Job)
      Next = std::min(Next, P.Deadline);
  }
  auto Left =
      std::chrono::ceil<std::chrono::milliseconds>(Next - Clock::now()).count();
  poll(Watched.data(), Watched.size(),
       static_cast<int>(std::clamp<long long>(Left, 0, 60'000)));
  for (size_t I = 0; I < Watched.size(); ++I) {
    Process &P = Processes[I];
    if (Watched[I].revents)
      receive(P);
    else if (P.Job && Clock::now() >= P.Deadline) {
      end(P, /*Kill=*/true);
      lose(P, "took longer than " + std::to_string(Settings.TimeoutSeconds) +
                  " s and was stopped (--tu-timeout)");
    }
  }
  llvm::erase_if(Processes, [](const Process &P) { return P.Pid < 0; });
}

llvm::Error Pool::run() {
  while (!Queue.empty() || busy()) {
    if (llvm::Error Problem = feed())
      return Problem;
    waitForNews();
  }
  return llvm::Error::success();
}

} // namespace

llvm::Error factor6::runJobs(llvm::ArrayRef<size_t> Order,
                             llvm::function_ref<Request(size_t)> Make,
                             llvm::function_ref<void(size_t, Outcome)> Finished,
                             const PoolSettings &Settings) {
  return Pool(Order, Make, Finished, Settings).run();
}
