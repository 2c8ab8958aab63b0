// An atomic count of a second's bytes, printed in the one unit or the other, and begun anew.
#include <atomic>
#include <brynet.hpp>
#include <chrono>
#include <cstdio>

using brynet::net::TcpConnection;

static std::atomic<long> received = 0; // near-miss: only logged
static long packets = 0;               // near-miss: the same, not atomic
static std::atomic<long> errors = 0;   // near-miss: the same, without a condition

int main() {
  brynet::net::wrapper::ListenerBuilder listener;
  listener
      .AddEnterCallback([](const TcpConnection::Ptr &connection) {
        connection->setDataCallback([](brynet::base::BasePacketReader &reader) {
          received += reader.size();
          packets++;
          if (reader.size() == 0)
            errors++;
          reader.consumeAll();
        });
      })
      .WithAddr(false, "0.0.0.0", 7000)
      .asyncRun();
  brynet::net::EventLoop loop;
  loop.runIntervalTimer(std::chrono::seconds(1), [] {
    if (received < 1024)
      std::printf("%ld bytes\n", received.load());
    else
      std::printf("%ld K\n", received.load() / 1024);
    if (packets < 1024)
      std::printf("%ld packets\n", packets);
    else
      std::printf("%ld K packets\n", packets / 1024);
    std::printf("%ld errors\n", errors.load());
    received = packets = errors = 0;
  });
  while (true)
    loop.loop(1000);
}
