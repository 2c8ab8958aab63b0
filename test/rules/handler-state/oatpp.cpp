// Oat++: endpoints are methods of a controller; what they use comes by component look-up.
#include <map>
#include <mutex>
#include <oatpp.h>
#include <string>

class Books {
  std::map<std::string, std::string> titles; // finding: handler-state|static-cache error "titles"
  std::mutex mutex;

public:
  void put(const std::string &id, const std::string &title) {
    std::lock_guard lock(mutex);
    titles[id] = title;
  }
  std::string get(const std::string &id) {
    std::lock_guard lock(mutex);
    auto it = titles.find(id);
    return it == titles.end() ? std::string() : it->second;
  }
};

class BookController : public oatpp::web::server::api::ApiController {
  OATPP_COMPONENT(std::shared_ptr<Books>, books);
  std::string greeting = "books of ";
  int served = 0; // finding: handler-state error "served"
  int asked = 0;  // only a log line says it

public:
  explicit BookController(const std::shared_ptr<oatpp::data::mapping::ObjectMapper> &mapper) : ApiController(mapper) {
    greeting += "the shop";
  }
  ENDPOINT("PUT", "/books/{id}", putBook, PATH(std::string, id), PATH(std::string, title)) {
    books->put(id, title);
    return createResponse(oatpp::web::protocol::http::Status::CODE_200, std::to_string(++served));
  }
  ENDPOINT("GET", "/books/{id}", getBook, PATH(std::string, id)) {
    asked++;
    OATPP_LOGD("books", "asked=%d", asked);
    return createResponse(oatpp::web::protocol::http::Status::CODE_200, greeting + books->get(id));
  }
};

class Loans {
  std::multimap<std::string, std::string> loans; // finding: handler-state|static-cache error "loans"

public:
  void lend(const std::string &id, const std::string &reader) { loans.emplace(id, reader); }
};

// What it uses is handed to its constructor, by default from the components.
class LoanController : public oatpp::web::server::api::ApiController {
  std::shared_ptr<Loans> desk;

public:
  explicit LoanController(OATPP_COMPONENT(std::shared_ptr<oatpp::data::mapping::ObjectMapper>, mapper),
                          OATPP_COMPONENT(std::shared_ptr<Loans>, loans))
      : ApiController(mapper), desk(loans) {}
  ENDPOINT("PUT", "/loans/{id}", lend, PATH(std::string, id), PATH(std::string, reader)) {
    desk->lend(id, reader);
    return createResponse(oatpp::web::protocol::http::Status::CODE_200, reader);
  }
};

struct Components {
  OATPP_CREATE_COMPONENT(std::shared_ptr<Loans>, loans)([] { return std::make_shared<Loans>(); }());
  OATPP_CREATE_COMPONENT(std::shared_ptr<Books>, books)(std::make_shared<Books>());
};

int main() {
  oatpp::base::Environment::init();
  Components components;
  auto router = std::make_shared<oatpp::web::server::HttpRouter>();
  router->addController(std::make_shared<BookController>(std::make_shared<oatpp::data::mapping::ObjectMapper>()));
  router->addController(std::make_shared<LoanController>());
  oatpp::network::Server server(8000);
  server.run();
}
