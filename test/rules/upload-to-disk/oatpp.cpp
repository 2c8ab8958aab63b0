// Oat++: a text that saves itself is an upload if it is the request's body.
#include <memory>
#include <oatpp.h>
#include <string>

using Status = oatpp::web::protocol::http::Status;

class Plans {
public:
  explicit Plans(std::string folder) : folder(std::move(folder)) {}
  void save(const std::string &id, const oatpp::String &drawing) const {
    const std::string name = folder + id + ".svg";
    drawing.saveToFile(name.c_str()); // finding: upload-to-disk error
  }
  void stamp(const std::string &id) const {
    const oatpp::String text("seen: " + id);
    const std::string name = folder + id + ".seen";
    text.saveToFile(name.c_str()); // finding: local-file-write error
  }

private:
  const std::string folder;
};

class PlanController : public oatpp::web::server::api::ApiController {
public:
  explicit PlanController(const std::shared_ptr<oatpp::data::mapping::ObjectMapper> &mapper)
      : ApiController(mapper), plans(std::make_shared<Plans>("/var/lib/camp/plans/")) {}
  ENDPOINT("PUT", "/pitches/{id}/plan", putPlan, PATH(std::string, id),
           REQUEST(std::shared_ptr<IncomingRequest>, request)) {
    auto drawing = request->readBodyToString();
    plans->save(id, drawing);
    return createResponse(Status::CODE_200, "");
  }
  ENDPOINT("PUT", "/pitches/{id}/seen", putSeen, PATH(std::string, id)) {
    plans->stamp(id);
    return createResponse(Status::CODE_200, "");
  }

private:
  std::shared_ptr<Plans> plans;
};

int main() {
  auto router = std::make_shared<oatpp::web::server::HttpRouter>();
  router->addController(std::make_shared<PlanController>(std::make_shared<oatpp::data::mapping::ObjectMapper>()));
  oatpp::network::Server server(8000);
  server.run();
}
