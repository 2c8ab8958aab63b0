// Stand-in, see README.md: Folly, one object behind a lock.
#pragma once

namespace folly {
template <class Synchronized, class Policy> class LockedPtr {
public:
  typename Synchronized::DataType *operator->() const;
  typename Synchronized::DataType &operator*() const;
};
struct Exclusive {};
struct Shared {};
class SharedMutexImpl {};
template <class Subclass> struct SynchronizedBase {
  LockedPtr<Subclass, Exclusive> wlock();
  LockedPtr<const Subclass, Shared> rlock() const;
  template <class Function> void withWLock(Function &&function);
};
template <class T, class Mutex = SharedMutexImpl> struct Synchronized : SynchronizedBase<Synchronized<T, Mutex>> {
  using DataType = T;
  Synchronized();
  T copy() const;
};
} // namespace folly
