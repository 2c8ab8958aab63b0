//===- Keys.cpp - The keys of types, classes and fields -------------------===//

#include "models/Keys.h"

namespace factor6::models {

namespace {

bool classRole(Reader &R, const Tree &V, ClassModel &M) {
  return R.role(V, M.TypeRole);
}
bool classLifetime(Reader &R, const Tree &V, ClassModel &M) {
  return R.lifetime(V, M.ObjectLifetime);
}
bool classRun(Reader &R, const Tree &V, ClassModel &M) {
  return R.run(V, M.Run);
}

bool fieldEntry(Reader &R, const Tree &V, FieldModel &M) {
  M.Run = RunKind::Entry;
  return R.flag(V, M.Callable);
}
bool fieldRun(Reader &R, const Tree &V, FieldModel &M) {
  M.Callable = true;
  return R.run(V, M.Run);
}
bool fieldRole(Reader &R, const Tree &V, FieldModel &M) {
  return R.role(V, M.FieldRole);
}
bool fieldReads(Reader &R, const Tree &V, FieldModel &M) {
  Origin O;
  if (!R.origin(V, O))
    return false;
  M.Reads = O;
  return true;
}

constexpr KeyRow<ClassModel> ClassRows[] = {
    {"role", classRole},
    {"lifetime", classLifetime},
    {"entry", MemberOf<&ClassModel::Entry>::flag},
    {"methods", MemberOf<&ClassModel::Methods>::texts},
    {"except", MemberOf<&ClassModel::Except>::texts},
    {"startup", MemberOf<&ClassModel::StartUp>::texts},
    {"shutdown", MemberOf<&ClassModel::ShutDown>::texts},
    {"nonvirtual", MemberOf<&ClassModel::NonVirtual>::flag},
    {"returns_type", MemberOf<&ClassModel::ReturnsType>::text},
    {"session", MemberOf<&ClassModel::SessionSwitch>::text},
    {"run", classRun},
    {"self_kept", MemberOf<&ClassModel::SelfKept>::flag},
    {"operation", MemberOf<&ClassModel::Operation>::flag},
    {"argument_methods", MemberOf<&ClassModel::ArgumentMethods>::texts},
    {"guards", MemberOf<&ClassModel::Guards>::flag},
    {"outside", MemberOf<&ClassModel::Outside>::flag},
    {"datagrams", MemberOf<&ClassModel::Datagrams>::flag},
    {"message", MemberOf<&ClassModel::Message>::flag},
    {"serial", MemberOf<&ClassModel::Serial>::flag},
};

constexpr KeyRow<FieldModel> FieldRows[] = {
    {"host", MemberOf<&FieldModel::Host>::flag},
    {"listen", MemberOf<&FieldModel::Listen>::flag},
    {"entry", fieldEntry},
    {"run", fieldRun},
    {"upload", MemberOf<&FieldModel::UploadDir>::flag},
    {"mount", MemberOf<&FieldModel::Mount>::flag},
    {"written", MemberOf<&FieldModel::PathWritten>::flag},
    {"role", fieldRole},
    {"returns", fieldReads},
    {"handed_back", MemberOf<&FieldModel::HandedBack>::flag},
    {"session", MemberOf<&FieldModel::SessionSwitch>::text},
};

} // namespace

bool applyKey(Reader &R, const Tree &Key, const Tree &Value, ClassModel &M) {
  return applyRow(ClassRows, R, Key, Value, M);
}

bool applyKey(Reader &R, const Tree &Key, const Tree &Value, FieldModel &M) {
  return applyRow(FieldRows, R, Key, Value, M);
}

} // namespace factor6::models
