// An environment's name chooses among literals; the connection string is a long sum.
// packages: libpoco-dev
#include <Poco/Data/Session.h>
#include <Poco/Data/SessionFactory.h>
#include <cstdlib>
#include <string>

// What the library's headers only declare.
struct Connector {
  static const std::string KEY;
};

static std::string setting(const char *name) {
  const char *value = std::getenv(name);
  return value ? value : "";
}

class Database {
public:
  Database() : name_(), host_(), user_(), password_() { choose(); }

  Poco::Data::Session open() const {
    std::string text = "host=" + host_ + "; user=" + user_ + "; password=" + password_ + "; db=" + name_ + "; compress=" + "true";
    return Poco::Data::SessionFactory::instance().create(Connector::KEY, text);
  }

private:
  void choose() {
    std::string environment = setting("SHOP_ENVIRONMENT");
    if (environment.empty() || environment == "local") {
      user_ = "developer";
      password_ = "abc";
      host_ = "127.0.0.1"; // finding: hardcoded-host warning "127.0.0.1"
      name_ = "shop";
    }
    if (environment == "development") {
      user_ = "developer";
      password_ = "abc";
      host_ = "database"; // finding: hardcoded-host warning "database"
      name_ = "shop";
    }
    if (environment == "build") {
      user_ = "builder";
      password_ = "xyz";
      host_ = "10.1.0.7"; // finding: hardcoded-host warning "10.1.0.7"
      name_ = "shop";
    }
  }

  std::string name_, host_, user_, password_;
};

/// The same sum, but the host may be given.
static Poco::Data::Session openGiven() {
  std::string host = setting("DB_HOST"), user = "app", password = setting("DB_PASSWORD");
  if (host.empty())
    host = "localhost";
  if (user.empty())
    user = "nobody";
  std::string text = "host=" + host + "; user=" + user + "; password=" + password + "; db=" + "shop" + "; compress=" + "true";
  return Poco::Data::SessionFactory::instance().create(Connector::KEY, text);
}

int main() {
  Database database;
  Poco::Data::Session first = database.open(), second = openGiven();
  return first.isConnected() && second.isConnected();
}
