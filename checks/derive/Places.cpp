//===- Places.cpp - Which locations nodes denote, and what lies there -----===//
#include "derive/Interpreter.h"

namespace factor6 {

LocSet Interpreter::refs(const ValueSet &V) const {
  LocSet Out;
  for (const Value &X : V)
    if (X.Kind == ValueKind::Ref)
      Out.push_back(X.A);
  return Out;
}

namespace {
/// What everybody calls the number of an open connection; where it comes from
/// is often out of sight (a struct, a queue, a library's event).
constexpr llvm::StringRef DescriptorNames[] = {
    "fd", "sockfd", "connfd", "sfd", "clientfd", "cfd", "socket", "sock"};
/// A member of a library's class; those of containers hold what is put there.
bool fromFramework(const Entity &Field) {
  return !Field.has(EF_Project) &&
         !llvm::StringRef(Field.QualifiedName).starts_with("std::");
}
void addUnique(LocSet &Out, Id L) {
  if (!llvm::is_contained(Out, L))
    Out.push_back(L);
}
} // namespace

bool Interpreter::isLvalue(const FunctionBody &B, Id N) const {
  switch (B.Nodes[N].Kind) {
  case NodeKind::Var:
  case NodeKind::Field:
  case NodeKind::Elem:
  case NodeKind::Deref:
    return true;
  default:
    return false;
  }
}

/// The object that a member access starts from: `p->x` and `o.x` alike.
LocSet Interpreter::baseLocs(Id Ctx, Id Node) {
  const FunctionBody &B = *body(Acts[Ctx].Function);
  const factor6::Node &N = B.Nodes[Node];
  if (N.Kind == NodeKind::This)
    return locs(Ctx, Node);
  // Smart pointers and iterators get here through their operator->.
  Id Value = T.value(N.TypeId);
  if (Value != None && P.type(Value).Kind == TypeKind::Pointer &&
      N.Kind != NodeKind::New)
    return refs(values(Ctx, Node));
  return locs(Ctx, Node);
}

LocSet Interpreter::fieldLocs(Id Ctx, const Node &N) {
  if (HandedBack.count(N.Ref)) // whichever object it is put into
    return {fieldLoc(instanceLoc(P.entity(N.Ref).Parent, Phase::Request), N.Ref,
                     N.TypeId)};
  LocSet Bases = baseLocs(Ctx, N.Ops[0]);
  const Entity &F = P.entity(N.Ref);
  // Parts of other people's types are that type: one datum.
  if (F.Parent == None || !P.entity(F.Parent).has(EF_Project)) {
    if (!T.reference(F.TypeId)) // `map<Key, Controller &>`
      return Bases;
    LocSet Held;
    for (Id L : Bases)
      for (Id Other : refs(resolved(L)))
        if (fits(Other, N.TypeId))
          Held.push_back(Other);
    return Held;
  }
  LocSet Out;
  for (Id L : Bases) {
    Id Cell = fieldLoc(L, N.Ref, N.TypeId);
    if (!T.reference(F.TypeId)) {
      addUnique(Out, Cell);
      continue;
    }
    for (Id R : refs(resolved(Cell)))
      if (fits(R, N.TypeId)) // not what a stream was given to print
        addUnique(Out, R);
  }
  return Out;
}

/// `object.*member`: some part of the object.
LocSet Interpreter::memberLocs(Id Ctx, const Node &N) {
  LocSet Objects = baseLocs(Ctx, N.Ops[0]), Out;
  for (const Value &V : values(Ctx, N.Ops[1]))
    if (V.Kind == ValueKind::Func && P.entity(V.A).Kind == EntityKind::Field)
      for (Id L : Objects)
        addUnique(Out, fieldLoc(L, V.A, N.TypeId));
  return Out.empty() ? Objects : Out;
}

LocSet Interpreter::elementLocs(Id Ctx, const Node &N) {
  const FunctionBody &B = *body(Acts[Ctx].Function);
  if (N.Ops[0] == None)
    return {};
  bool Descriptor = false;
  if (N.Ops.size() > 1 && N.Ops[1] != None) {
    Id KeyType = T.value(B.Nodes[N.Ops[1]].TypeId);
    if (KeyType != None && P.type(KeyType).Kind == TypeKind::MemberPointer)
      return memberLocs(Ctx, N);
    Descriptor = (origins(values(Ctx, N.Ops[1])) &
                  (1u << unsigned(Origin::Descriptor))) != 0;
  }
  const Node &Base = B.Nodes[N.Ops[0]];
  bool Pointer = T.pointerLike(Base.TypeId) && !T.container(Base.TypeId);
  LocSet Out;
  for (Id L : baseLocs(Ctx, N.Ops[0]))
    addUnique(Out, Pointer && !Descriptor && !T.container(Locs[L].TypeId)
                       ? L
                       : elemLoc(L, Descriptor, N.TypeId));
  return Out;
}

/// `for (const Command **c = commands; *c; ++c)`: an array, for one of its
/// elements.
bool Interpreter::ofPointers(Id L, Id Element) const {
  Id V = T.value(Element);
  return V != None && P.type(V).Kind == TypeKind::Pointer &&
         Locs[L].Kind != LocKind::Elem && T.array(Locs[L].TypeId);
}

LocSet Interpreter::locs(Id Ctx, Id Node) {
  LocSet Out;
  if (Node == None)
    return Out;
  const FunctionBody &B = *body(Acts[Ctx].Function);
  const factor6::Node &N = B.Nodes[Node];
  switch (N.Kind) {
  case NodeKind::Var: {
    Id Cell = variableLoc(Ctx, N.Ref);
    if (!T.reference(P.entity(N.Ref).TypeId))
      return {Cell};
    return refs(Contents[Cell]);
  }
  case NodeKind::This:
    return Acts[Ctx].This;
  case NodeKind::Field:
    return fieldLocs(Ctx, N);
  case NodeKind::Elem:
    return elementLocs(Ctx, N);
  case NodeKind::Deref:
    for (Id L : refs(values(Ctx, N.Ops[0])))
      addUnique(Out, ofPointers(L, N.TypeId) ? elemLoc(L, false, N.TypeId) : L);
    return Out;
  case NodeKind::Addr:
    return N.Ops[0] == None ? Out : locs(Ctx, N.Ops[0]);
  case NodeKind::Call:
    return refs(Acts[Ctx].CallResults[N.Ref]);
  case NodeKind::Cast:
  case NodeKind::Choice:
  case NodeKind::New:
  case NodeKind::Object:
  case NodeKind::List:
  default:
    return refs(values(Ctx, Node));
  }
}

/// The model of the library's member or variable that the node names.
const FieldModel *Interpreter::fieldModel(const Node &N) const {
  bool Named = N.Kind == NodeKind::Field || N.Kind == NodeKind::Var;
  return !Named || P.entity(N.Ref).has(EF_Project)
             ? nullptr
             : M.field(P.entity(N.Ref).QualifiedName);
}

/// A number that is too small for a pointer.
bool Interpreter::holdsNoAddress(Id TypeId) const {
  Id V = T.value(TypeId);
  if (V == None)
    return false;
  static constexpr llvm::StringRef Small[] = {
      "int",  "unsigned int",  "short",      "unsigned short",
      "char", "unsigned char", "signed char"};
  return P.type(V).Kind == TypeKind::Bool ||
         (P.type(V).Kind == TypeKind::Int &&
          llvm::is_contained(Small, llvm::StringRef(P.type(V).Name)));
}

/// A text's own memory, or a place in it.
bool Interpreter::characters(Id L) const {
  while (Locs[L].Kind == LocKind::Elem && !T.stringLike(Locs[L].TypeId))
    L = Locs[L].Parent;
  Id TypeId = Locs[L].TypeId; // `char ports[][16]`
  while (T.array(TypeId) && !T.stringLike(TypeId))
    TypeId = P.type(TypeId).Args[0];
  return T.stringLike(TypeId);
}

/// What an lvalue holds: its content if it is a pointer or number, itself if
/// it is an object.
ValueSet Interpreter::lvalueValues(Id Ctx, Id Node) {
  const FunctionBody &B = *body(Acts[Ctx].Function);
  const factor6::Node &N = B.Nodes[Node];
  ValueSet Out;
  Id TypeId = N.TypeId;
  bool Object = TypeId != None && !T.pointerLike(TypeId) && !T.scalar(TypeId);
  Id Value = T.value(TypeId);
  if (Value != None && P.type(Value).Kind == TypeKind::MemberPointer)
    Object = false;
  // A reference that is bound to text which is no object, or not only.
  if (Object && N.Kind == NodeKind::Var && T.stringLike(TypeId) &&
      T.reference(P.entity(N.Ref).TypeId))
    for (const factor6::Value &V : Contents[variableLoc(Ctx, N.Ref)])
      if (V.Kind != ValueKind::Ref)
        Out.insert(V);
  // `f(req.remote_addr)`: the reference leads to the request as a whole.
  if (N.Kind == NodeKind::Var && T.reference(P.entity(N.Ref).TypeId))
    for (const factor6::Value &V : Contents[variableLoc(Ctx, N.Ref)]) {
      ValueSet Passed;
      if (V.Kind == ValueKind::Param)
        Passed.insert(V);
      if (origins(Passed) & (1u << unsigned(Origin::PeerAddress)))
        Out.insert(from(Origin::PeerAddress));
    }
  if (Value != None && P.type(Value).Kind == TypeKind::Int &&
      (N.Kind == NodeKind::Var || N.Kind == NodeKind::Field) &&
      hasWord(P.entity(N.Ref).Name, DescriptorNames))
    Out.insert(from(Origin::Descriptor));
  for (Id L : locs(Ctx, Node)) {
    if (Object)
      Out.insert(refTo(L));
    else if (holdsNoAddress(TypeId)) {
      for (const factor6::Value &V : resolved(L))
        if (V.Kind != ValueKind::Ref)
          Out.insert(V);
    } else if (T.ownRecord(T.target(TypeId)))
      // A container's cell mixes keys and values: take what has the type.
      for (const factor6::Value &V : resolved(L)) {
        if (V.Kind == ValueKind::Ref && Locs[V.A].Kind == LocKind::Temp &&
            T.pointerLike(Locs[V.A].TypeId))
          Out.merge(resolved(V.A)); // `thread(work, &rooms)` forwards a pointer
        else if (V.Kind != ValueKind::Ref || fits(V.A, TypeId))
          Out.insert(V);
      }
    else
      Out.merge(resolved(L));
    if (const FieldModel *F = fieldModel(N); F && F->Reads)
      Out.insert(from(*F->Reads));
    // A number inside something filled by the outside comes from there. (What
    // lies beside a descriptor in a record is none.)
    if (!Object)
      for (Id Up = L; Locs[Up].Kind >= LocKind::Field;) {
        bool Member = Locs[Up].Kind == LocKind::Field;
        Up = Locs[Up].Parent;
        for (const factor6::Value &V : Contents[Up])
          if (V.Kind == ValueKind::From &&
              !(Member && V == from(Origin::Descriptor)))
            Out.insert(V);
      }
  }
  // `controller->`, which a framework's base class was given.
  Id Class = T.ownRecord(T.target(TypeId)) ? T.record(T.target(TypeId)) : None;
  if (N.Kind == NodeKind::Field && Class != None && T.pointerLike(TypeId) &&
      fromFramework(P.entity(N.Ref)) && llvm::none_of(refs(Out), [&](Id L) {
        return Locs[L].Kind != LocKind::Unknown && fits(L, TypeId);
      }))
    for (Id L : objectsOf(Class, true))
      Out.insert(refTo(L));
  return Out;
}

} // namespace factor6
