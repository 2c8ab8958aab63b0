// Components of a framework that no model knows, loaded by a daemon: what they set
// when they are loaded and drop when they are unloaded is start-up's matter.
// Debian has no package of fastcgi-daemon: a stand-in declares it.
#include <fastcgi2.h>
#include <map>
#include <memory>
#include <string>

// Another component of the daemon: finds the price of an article.
class Prices : virtual public fastcgi::Component {
public:
  explicit Prices(fastcgi::ComponentContext *context) : fastcgi::Component(context) {}
  void onLoad() override {
    const fastcgi::Config *config = context()->getConfig();
    currency_ = config->asString(context()->getComponentXPath() + "/currency", "EUR");
    articles_["apple"] = config->asInt("/apple", 30);
    articles_["pear"] = config->asInt("/pear", 45);
  }
  void onUnload() override { articles_.clear(); }
  std::string of(const std::string &article) const {
    auto it = articles_.find(article);
    return it == articles_.end() ? "" : std::to_string(it->second) + " " + currency_;
  }

private:
  std::string currency_;                // near-miss: a setting
  std::map<std::string, int> articles_; // near-miss: filled on loading
};

class Shop : virtual public fastcgi::Component, virtual public fastcgi::Handler {
public:
  explicit Shop(fastcgi::ComponentContext *context) : fastcgi::Component(context) {}

  void onLoad() override {
    prices_ = context()->findComponent<Prices>("prices");
    limit_ = context()->getConfig()->asInt("/limit", 100);
    greeting_.reset(new std::string("Welcome"));
  }
  void onUnload() override {
    prices_ = nullptr;
    greeting_.reset();
  }

  void handleRequest(fastcgi::Request *request, fastcgi::HandlerContext *) override {
    std::string article = request->getArg("article");
    if (article.size() > static_cast<size_t>(limit_)) {
      request->setStatus(400);
      return;
    }
    last_ = article;
    ++visits_;
    say(request, *greeting_ + ", visitor " + std::to_string(visits_) + ": " + prices_->of(article));
  }

protected:
  void say(fastcgi::Request *request, const std::string &text) {
    request->write(text.data(), static_cast<long>(text.size()));
  }

private:
  Prices *prices_ = nullptr;              // near-miss: set on loading
  int limit_ = 0;                         // near-miss: a setting
  std::unique_ptr<std::string> greeting_; // near-miss: made on loading
  std::string last_;                      // finding: handler-state warning "last_"
  long visits_ = 0;                       // finding: handler-state warning "visits_"
};

// Called again and again by the daemon, whatever it is called.
class Ticker : virtual public fastcgi::Component {
public:
  explicit Ticker(fastcgi::ComponentContext *context) : fastcgi::Component(context) {}
  void onLoad() override { started_ = true; }
  virtual void onTick() { ++ticks_; }
  virtual std::string page() const { return started_ ? std::to_string(ticks_) : "not yet"; }

private:
  bool started_ = false; // near-miss: set on loading
  long ticks_ = 0;       // finding: handler-state warning "ticks_"
};
