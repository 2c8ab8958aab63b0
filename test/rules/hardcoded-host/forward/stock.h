#pragma once
#include <memory>
namespace Poco::Data {
class SessionPool;
}
class Stock {
public:
  Stock();

private:
  std::shared_ptr<Poco::Data::SessionPool> pool_;
};
