//===- Protocol.cpp - What the driver and its workers say -----------------===//

#include "driver/Protocol.h"

#include "facts/Wire.h"

#include <cerrno>
#include <unistd.h>

using namespace factor6;
using llvm::StringRef;

static void putList(ByteWriter &Out, const std::vector<std::string> &Values) {
  Out.number(Values.size());
  for (const std::string &Value : Values)
    Out.text(Value);
}

static std::vector<std::string> takeList(ByteReader &In) {
  std::vector<std::string> Values(In.count());
  for (std::string &Value : Values)
    Value = In.text();
  return Values;
}

std::string factor6::packRequest(const Request &R) {
  ByteWriter Out;
  Out.text(R.Directory);
  Out.text(R.File);
  putList(Out, R.Args);
  Out.text(R.Project.Root);
  putList(Out, R.Project.Excludes);
  putList(Out, R.Project.Instantiating);
  putList(Out, R.Project.Generated);
  putList(Out, R.Project.Forwarding);
  return Out.take();
}

std::optional<Request> factor6::unpackRequest(StringRef Bytes) {
  ByteReader In(Bytes);
  Request R;
  R.Directory = In.text();
  R.File = In.text();
  R.Args = takeList(In);
  R.Project.Root = In.text();
  R.Project.Excludes = takeList(In);
  R.Project.Instantiating = takeList(In);
  R.Project.Generated = takeList(In);
  R.Project.Forwarding = takeList(In);
  if (In.failed() || !In.atEnd())
    return std::nullopt;
  return R;
}

std::string factor6::packOutcome(const Outcome &O) {
  ByteWriter Out;
  Out.number(static_cast<uint64_t>(O.Kind));
  Out.text(O.Message);
  Out.number(O.Errors);
  Out.text(O.Facts);
  return Out.take();
}

std::optional<Outcome> factor6::unpackOutcome(StringRef Bytes) {
  ByteReader In(Bytes);
  Outcome O;
  uint64_t Kind = In.number();
  O.Kind = static_cast<OutcomeKind>(Kind);
  O.Message = In.text();
  O.Errors = In.number();
  O.Facts = In.text();
  if (In.failed() || !In.atEnd() ||
      Kind > static_cast<uint64_t>(OutcomeKind::Declined))
    return std::nullopt;
  return O;
}

static constexpr size_t FrameHead = 8;

std::string factor6::frame(StringRef Message) {
  ByteWriter Out;
  Out.fixed64(Message.size());
  return (Out.bytes() + Message).str();
}

std::optional<std::string> factor6::takeFrame(std::string &Buffer) {
  if (Buffer.size() < FrameHead)
    return std::nullopt;
  uint64_t Size = ByteReader(Buffer).fixed64();
  if (Buffer.size() - FrameHead < Size)
    return std::nullopt;
  std::string Message = Buffer.substr(FrameHead, Size);
  Buffer.erase(0, FrameHead + Size);
  return Message;
}

bool factor6::writeAll(int Descriptor, StringRef Bytes) {
  while (!Bytes.empty()) {
    ssize_t Written = write(Descriptor, Bytes.data(), Bytes.size());
    if (Written < 0 && errno == EINTR)
      continue;
    if (Written <= 0)
      return false;
    Bytes = Bytes.drop_front(Written);
  }
  return true;
}
