#include "service.h"

static void remember(std::string &slot, const std::string &text) { slot = text; }

grpc::Status CounterService::Add(grpc::ServerContext *, const desk::CountRequest *request, desk::CountReply *reply) {
  std::lock_guard<std::mutex> hold(lock_);
  long &value = counts_[request->name()];
  value++;
  remember(latest_, request->name());
  reply->set_value(value);
  return grpc::Status::OK;
}

grpc::Status CounterService::Read(grpc::ServerContext *, const desk::CountRequest *request, desk::CountReply *reply) {
  std::lock_guard<std::mutex> hold(lock_);
  auto found = counts_.find(request->name());
  reply->set_value(found == counts_.end() ? 0 : found->second);
  reply->set_text(prefix_ + latest_ + order_.front());
  return grpc::Status::OK;
}
