//===- brpc.h - NOT THE LIBRARY: declarations for checking names -------===//
//
// What checks/models/brpc.yaml names and Debian's headers do not declare:
// brpc, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

namespace brpc {
struct Authenticator;
struct Channel {
  template <typename... A> int Init(A &&...);
};
struct ChannelBase;
struct ChannelOptions;
struct ClosureGuard;
struct Controller {
  template <typename... A> int NotifyOnCancel(A &&...);
  template <typename... A> int http_request(A &&...);
  template <typename... A> int http_response(A &&...);
  template <typename... A> int remote_side(A &&...);
  template <typename... A> int request_attachment(A &&...);
  template <typename... A> int response_attachment(A &&...);
};
struct DynamicPartitionChannel;
struct Interceptor;
struct NsheadService;
struct ParallelChannel {
  template <typename... A> int Init(A &&...);
};
struct PartitionChannel {
  template <typename... A> int Init(A &&...);
};
struct ProgressiveAttachment;
struct ProgressiveReader;
struct RedisCommandHandler;
struct RedisReply;
struct RedisService {
  template <typename... A> int AddCommandHandler(A &&...);
};
struct RtmpServerStream;
struct RtmpService;
struct SelectiveChannel {
  template <typename... A> int Init(A &&...);
};
struct Server {
  template <typename... A> int AddService(A &&...);
  template <typename... A> int Join(A &&...);
  template <typename... A> int RunUntilAskedToQuit(A &&...);
  template <typename... A> int Start(A &&...);
};
struct ServerOptions {
  int interceptor;
  int pid_file;
  int redis_service;
};
struct StreamInputHandler;
struct ThriftService;
template <typename... A> int AskToQuit(A &&...);
template <typename... A> int NewCallback(A &&...);
template <typename... A> int StreamAccept(A &&...);
template <typename... A> int StreamClose(A &&...);
template <typename... A> int StreamCreate(A &&...);
template <typename... A> int StreamWrite(A &&...);
} // namespace brpc
namespace bthread {
struct ConditionVariable;
struct CountdownEvent;
struct ExecutionQueue;
struct ExecutionQueueId;
struct FastPthreadMutex;
struct Mutex;
struct TaskGroup;
template <typename... A> int execution_queue_start(A &&...);
} // namespace bthread
struct bthread_cond_t;
struct bthread_mutex_t;
struct bthread_once_t;
struct bthread_rwlock_t;
struct bthread_t;
namespace butil {
struct Arena;
struct BasicStringPiece;
struct BoundedQueue;
struct CaseIgnoredFlatMap;
struct DoublyBufferedData {
  template <typename... A> int Modify(A &&...);
  template <typename... A> int Read(A &&...);
};
struct EndPoint;
struct FlatMap {
  template <typename... A> int clear(A &&...);
  template <typename... A> int erase(A &&...);
  template <typename... A> int insert(A &&...);
  template <typename A> void operator[](A &&);
  template <typename... A> int seek(A &&...);
};
struct FlatSet;
struct HashingMRUCache;
struct IOBuf;
struct LinkedList;
struct Lock;
struct MRUCache;
struct Mutex;
struct ObjectPool;
struct ResourcePool;
struct StringPiece;
struct intrusive_ptr;
template <typename... A> int AppendToFile(A &&...);
template <typename... A> int ReadFileToString(A &&...);
template <typename... A> int WriteFile(A &&...);
template <typename... A> int get_leaky_singleton(A &&...);
template <typename... A> int hostname2endpoint(A &&...);
template <typename... A> int hostname2ip(A &&...);
template <typename... A> int str2endpoint(A &&...);
template <typename... A> int str2ip(A &&...);
template <typename... A> int string_appendf(A &&...);
template <typename... A> int string_printf(A &&...);
} // namespace butil
namespace bvar {
struct Adder;
struct IntRecorder {
  template <typename A> void operator<<(A &&);
};
struct LatencyRecorder {
  template <typename A> void operator<<(A &&);
};
struct Maxer;
struct Miner;
struct MultiDimension;
struct PassiveStatus;
struct PerSecond;
struct Reducer {
  template <typename A> void operator<<(A &&);
};
struct Status;
struct Variable;
struct Window;
} // namespace bvar
namespace google::protobuf {
struct Closure;
struct RpcChannel;
struct RpcController;
struct Service;
template <typename... A> int NewCallback(A &&...);
} // namespace google::protobuf
struct scoped_refptr;
int bthread_join(...);
int bthread_list_join(...);
int bthread_key_create(...);
int bthread_mutex_lock(...);
int bthread_mutex_unlock(...);
int bthread_once(...);
int bthread_self(...);
int bthread_setspecific(...);
int bthread_start_background(...);
int bthread_start_urgent(...);
int bthread_timer_add(...);
int bthread_usleep(...);
namespace logging {
struct LogMessage;
struct LogMessageVoidify;
struct LogStream;
int GetMinLogLevel();
} // namespace logging

