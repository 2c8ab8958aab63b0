// packages: libpoco-dev
#include "stock.h"
#include <Poco/Data/SessionPool.h>
static const std::string kPool = "host=stock.corp.lan;port=3306"; // finding: hardcoded-host warning "stock.corp.lan"
Stock::Stock() : pool_(std::make_shared<Poco::Data::SessionPool>("MySQL", kPool, 1, 100, 10)) {}
