// Names pasted by the project's macros, either of two targets, contexts from calloc(), function pointers behind a star.
// packages: libmicrohttpd-dev
#include <cstdlib>
#include <microhttpd.h>
#include <string>
#include <unistd.h>

#define SEQUENCE(name)                                                                                                 \
  static unsigned name##_last = 0;                                                                                     \
  static unsigned name##_next() { return ++name##_last; }
SEQUENCE(invoice) // finding: mutable-global error "invoice_last"

static int ups;   // finding: mutable-global error "ups"
static int downs; // finding: mutable-global error "downs"

struct Context {
  int calls; // finding: handler-state error "calls"
  int limit;
};

static MHD_Result answer(void *data, MHD_Connection *connection, const char *url, const char *, const char *,
                         const char *, size_t *, void **) {
  auto *context = static_cast<Context *>(data);
  ++(url[1] == 'u' ? ups : downs);
  std::string text = std::to_string(invoice_next()) + " " + std::to_string(++context->calls) + " of " +
                     std::to_string(context->limit) + " " + std::to_string(ups - downs);
  MHD_Response *response = MHD_create_response_from_buffer(text.size(), text.data(), MHD_RESPMEM_MUST_COPY);
  MHD_Result result = MHD_queue_response(connection, MHD_HTTP_OK, response);
  MHD_destroy_response(response);
  return result;
}

int main() {
  auto *context = static_cast<Context *>(std::calloc(1, sizeof(Context)));
  context->limit = 100;
  MHD_Daemon *daemon =
      MHD_start_daemon(MHD_USE_INTERNAL_POLLING_THREAD, 8888, nullptr, nullptr, &answer, context, MHD_OPTION_END);
  ::pause();
  MHD_stop_daemon(daemon);
}
