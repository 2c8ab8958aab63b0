// Sogou C++ Workflow: the process function of a server, and the callbacks of the tasks that it starts.
#include <cstdlib>
#include <string>
#include <unordered_map>
#include <workflow.h>

static std::unordered_map<std::string, std::string> pages; // finding: static-cache "pages"
static int asked = 0;                                      // finding: mutable-global error "asked"
static WFFacilities::WaitGroup group(1);                   // near-miss: synchronisation

struct Context { // near-miss: made for one request
  std::string url;
  WFHttpTask *task;
};

static void fetched(WFHttpTask *task) {
  Context *context = static_cast<Context *>(task->user_data);
  pages[context->url] = task->get_req()->get_request_uri();
  context->task->get_resp()->append_output_body(pages[context->url]);
  delete context;
}

static void process(WFHttpTask *task) {
  std::string url = task->get_req()->get_request_uri();
  task->get_resp()->append_output_body(std::to_string(++asked));
  auto found = pages.find(url);
  if (found != pages.end()) {
    task->get_resp()->append_output_body(found->second);
    return;
  }
  auto *context = new Context{url, task};
  WFHttpTask *next = WFTaskFactory::create_http_task(std::getenv("ORIGIN") + url, 3, 1, fetched);
  next->user_data = context;
  series_of(task)->push_back(next);
}

int main() {
  WFHttpServer server(process);
  if (server.start(8888) == 0) {
    group.wait();
    server.stop();
  }
}
