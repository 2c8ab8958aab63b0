// What a broker delivers is no upload.
// packages: libmosquittopp-dev
#include <fstream>
#include <mosquittopp.h>
#include <string>

static void append(const std::string &sample, const std::string &line) {
  std::ofstream out("/var/lib/lab/" + sample + ".txt", std::ios::app); // finding: local-file-write error "appends to"
  out << line << '\n';
}

class Analyzer : public mosqpp::mosquittopp {
  void on_message(const mosquitto_message *m) override {
    append(m->topic, std::string(static_cast<const char *>(m->payload), static_cast<size_t>(m->payloadlen)));
  }
};

int main(int argc, char **argv) {
  Analyzer analyzer;
  if (argc < 2 || analyzer.connect(argv[1], 1883) != MOSQ_ERR_SUCCESS)
    return 1;
  return analyzer.loop_forever();
}
