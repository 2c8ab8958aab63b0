#pragma once
#include "counter.grpc.pb.h"
#include <map>
#include <mutex>
#include <string>
#include <vector>

class CounterService final : public desk::Counter::Service {
public:
  explicit CounterService(std::string prefix) : prefix_(std::move(prefix)) { order_.push_back("total"); }
  grpc::Status Add(grpc::ServerContext *context, const desk::CountRequest *request, desk::CountReply *reply) override;
  grpc::Status Read(grpc::ServerContext *context, const desk::CountRequest *request, desk::CountReply *reply) override;

private:
  std::string prefix_;
  std::vector<std::string> order_;
  std::mutex lock_;
  std::map<std::string, long> counts_; // finding: handler-state error "counts_"
  std::string latest_;                 // finding: handler-state error "latest_"
};
