// A pool of buffers lends memory; a pool of answers in it keeps what was said.
// packages: libcpp-httplib-dev
#include <cstring>
#include <deque>
#include <httplib.h>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

struct Block {
  char bytes[4096];
  size_t used = 0;
};

class MemoryPool {
public:
  Block *lend() {
    std::lock_guard<std::mutex> lock(guard_);
    if (pool_.empty())
      return new Block;
    Block *block = pool_.front();
    pool_.pop_front();
    return block;
  }
  void giveBack(Block *block) {
    std::lock_guard<std::mutex> lock(guard_);
    block->used = 0;
    pool_.push_back(block);
  }

private:
  std::mutex guard_;
  std::deque<Block *> pool_; // near-miss: memory on loan
};

// Lent and given back by value.
class Blocks {
public:
  Block acquire() {
    std::lock_guard<std::mutex> lock(guard_);
    if (blocks_.empty())
      return Block();
    Block block = blocks_.back();
    blocks_.pop_back();
    return block;
  }
  void release(Block block) {
    std::lock_guard<std::mutex> lock(guard_);
    blocks_.push_back(block);
  }

private:
  std::mutex guard_;
  std::vector<Block> blocks_; // near-miss: memory on loan
};

class AnswerPool {
public:
  void keep(const std::string &text) {
    std::lock_guard<std::mutex> lock(guard_);
    pool_.push_back(text);
  }
  std::string last() {
    std::lock_guard<std::mutex> lock(guard_);
    return pool_.empty() ? "" : pool_.back();
  }

private:
  std::mutex guard_;
  std::deque<std::string> pool_; // finding: handler-state error
};

int main() {
  MemoryPool memory;
  AnswerPool answers;
  Blocks blocks;
  httplib::Server server;
  server.Post("/echo", [&](const httplib::Request &req, httplib::Response &res) {
    Block *block = memory.lend();
    block->used = std::min(req.body.size(), sizeof block->bytes);
    std::memcpy(block->bytes, req.body.data(), block->used);
    res.set_content(std::string(block->bytes, block->used) + answers.last(), "text/plain");
    answers.keep(req.body);
    memory.giveBack(block);
  });
  server.Post("/size", [&](const httplib::Request &req, httplib::Response &res) {
    Block block = blocks.acquire();
    block.used = req.body.size();
    res.set_content(std::to_string(block.used), "text/plain");
    block.used = 0;
    blocks.release(block);
  });
  server.listen("0.0.0.0", 8080);
}
